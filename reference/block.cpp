// SPDX-License-Identifier: Apache-2.0
// evaluate_block: blocks of 2^14 floats share one expansion, which is made for a whole binade (512
// blocks) at its first use and kept: some 30 kB. Everything is compiled without contraction, so the
// doubles are the same on every machine, whatever its vectors.
#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

#include "reference/closed_form.hpp"
#include "reference/evaluate.hpp"
#include "reference/expansion.hpp"
#include "reference/formats.hpp"
#include "reference/reference.hpp"
#include "reference/vectorise.hpp"

namespace gelu::ref {
namespace {

constexpr std::size_t k_blocks_per_binade = (std::size_t{1} << 23) / k_block;
constexpr int k_linear_below = -40;  ///< binades below: two terms of the series at 0 suffice

/// The expansions of one binade of one sign, all of one degree.
struct Binade {
  std::size_t degree = 0;
  std::vector<double> coefficients;  ///< degree + 1 per block
  std::array<double, k_blocks_per_binade> bounds{};
};

Binade expand_binade(Formula formula, Pass pass, bool negative, int exponent) {
  Binade binade;
  const double radius = pow2(exponent) / (2.0 * k_blocks_per_binade);
  std::vector<Expansion> expansions;
  for (std::size_t i = 0; i < k_blocks_per_binade; ++i) {
    const double centre = pow2(exponent) + radius * static_cast<double>(2 * i + 1);
    if (negative && centre > ends(formula).zero) {
      expansions.emplace_back();  // never asked for
      continue;
    }
    expansions.push_back(expand(formula, pass, negative ? -centre : centre, radius));
    binade.bounds[i] = expansions.back().bound;
    binade.degree = std::max(binade.degree, static_cast<std::size_t>(expansions.back().degree));
  }
  for (const Expansion& e : expansions)
    binade.coefficients.insert(
        binade.coefficients.end(), e.coefficients.begin(),
        e.coefficients.begin() + static_cast<std::ptrdiff_t>(binade.degree) + 1);
  return binade;
}

/// The binade's expansions, made by whoever comes first.
const Binade& cached_binade(Formula formula, Pass pass, bool negative, int exponent) {
  struct Slot {
    std::once_flag once;
    std::unique_ptr<const Binade> binade;
  };
  constexpr std::size_t k_exponents = 50;  // k_linear_below to 2^9
  static std::array<Slot, 4 * 2 * 2 * k_exponents> slots;
  const auto index = ((static_cast<std::size_t>(formula) * 2 + static_cast<std::size_t>(pass)) * 2 +
                      (negative ? 1 : 0)) *
                         k_exponents +
                     static_cast<std::size_t>(exponent - k_linear_below);
  Slot& slot = slots[index];
  std::call_once(slot.once, [&] {
    slot.binade = std::make_unique<const Binade>(expand_binade(formula, pass, negative, exponent));
  });
  return *slot.binade;
}

/// out[i] = c[0] + c[1] t + ..., t = (i - n/2) * step, exactly in [-1, 1).
template <int Degree>
void polynomial(const double* c, double step, double* out) {
  vectorised([=]() GELU_INLINE {
    constexpr int k_half = k_block / 2;
    for (int i = 0; i < 2 * k_half; ++i) {
      const double t = static_cast<double>(i - k_half) * step;
      double r = c[Degree];
      for (int k = Degree; k-- > 0;) r = c[k] + t * r;
      out[i] = r;
    }
  });
}

using Polynomial = void (*)(const double*, double, double*);
constexpr auto k_polynomials = []<int... Degree>(std::integer_sequence<int, Degree...>) {
  return std::array<Polynomial, sizeof...(Degree)>{&polynomial<Degree>...};
}
(std::make_integer_sequence<int, k_max_degree + 1>{});

/// Consecutive floats, as doubles. None is NaN or infinite.
void widen(std::uint64_t first_bits, double* out) {
  vectorised([=]() GELU_INLINE {
    for (std::uint32_t i = 0; i < k_block; ++i)
      out[i] =
          static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(first_bits) + i));
  });
}

/// A line through the origin's neighbourhood: x (c0 + c1 x).
void scale_by_line(double c0, double c1, double* out) {
  vectorised([=]() GELU_INLINE {
    for (std::size_t i = 0; i < k_block; ++i) out[i] = out[i] * (c0 + c1 * out[i]);
  });
}

/// All elements: 0 (with a sign), 1 or any constant. Exact.
double fill(double value, double* out) {
  std::fill_n(out, k_block, value);
  return 0;
}

/// |x| < 2^-40: the next terms of the series are below 2^-79 of these.
double near_zero(Formula formula, Pass pass, std::uint64_t first_bits, double* out) {
  const double curvature = formula == Formula::sigmoid ? 1.702 / 4
                           : formula == Formula::silu  ? 0.25
                                                       : inverse_sqrt_2pi().hi;
  widen(first_bits, out);
  const double largest = std::abs(out[k_block - 1]);
  if (pass == Pass::forward) {
    scale_by_line(0.5, curvature, out);
    return 2 * 0x1p-53 * largest;  // two roundings of numbers up to largest/2, and 2^-79 of it
  }
  for (std::size_t i = 0; i < k_block; ++i) out[i] = 0.5 + 2 * curvature * out[i];
  return 0x1p-53;
}

/// NaN and the infinities: not worth a loop of their own.
double one_by_one(Formula formula, Pass pass, std::uint64_t first_bits, double* out) {
  for (std::size_t i = 0; i < k_block; ++i)
    out[i] = decode(Dtype::f64, rounded(formula, pass, Dtype::f32, first_bits + i, Dtype::f64));
  return 0;
}

double smooth_f32(Formula formula, Pass pass, std::uint64_t first_bits, double* out) {
  const double first = decode(Dtype::f32, first_bits);
  const double size = std::abs(first);
  const bool negative = first_bits >> 31 != 0;
  if (!negative && size >= ends(formula).one) {
    if (pass == Pass::backward) return fill(1.0, out) + 0x1p-70;
    widen(first_bits, out);
    return 0x1p-70 * out[k_block - 1];
  }
  if (negative && size >= ends(formula).zero) return fill(-0.0, out);
  const int exponent = size == 0 ? -1000 : std::ilogb(size);
  if (exponent < k_linear_below) return near_zero(formula, pass, first_bits, out);
  const Binade& binade = cached_binade(formula, pass, negative, exponent);
  const std::size_t block = (first_bits / k_block) % k_blocks_per_binade;
  const double* c = &binade.coefficients[block * (binade.degree + 1)];
  double largest = 0;
  for (std::size_t k = 0; k <= binade.degree; ++k) largest += std::abs(c[k]);
  if (largest < 0x1p-1000) return fill(-0.0, out);
  k_polynomials[binade.degree](c, negative ? -2.0 / k_block : 2.0 / k_block, out);
  return binade.bounds[block];
}

/// Exact: the slope of leaky_relu has 24 bits here.
double linear_f32(Formula formula, Pass pass, std::uint64_t first_bits, double* out) {
  const bool negative = first_bits >> 31 != 0;
  const double slope = formula == Formula::relu ? 0.0 : leaky_slope(Dtype::f32);
  if (formula == Formula::copy || !negative) {
    if (pass == Pass::forward) {
      widen(first_bits, out);
    } else {
      fill(1.0, out);
      if (first_bits == 0 && formula != Formula::copy) out[0] = slope;
    }
    return 0;
  }
  if (pass == Pass::backward || formula == Formula::relu) {
    fill(slope, out);
    if (pass == Pass::forward && first_bits == 0x80000000) out[0] = -0.0;
    return 0;
  }
  widen(first_bits, out);
  scale_by_line(slope, 0, out);
  return 0;
}

/// All values of a 16-bit type, correctly rounded to double; made at first use.
const std::vector<double>& cached_table(Formula formula, Pass pass, Dtype dtype) {
  struct Slot {
    std::once_flag once;
    std::vector<double> values;
  };
  static std::array<Slot, k_formula_names.size() * 2 * 2> slots;
  Slot& slot = slots[(static_cast<std::size_t>(formula) * 2 + static_cast<std::size_t>(pass)) * 2 +
                     (dtype == Dtype::f16 ? 1 : 0)];
  std::call_once(slot.once, [&] {
    slot.values.resize(std::size_t{1} << 16);
    for (std::uint64_t i = 0; i < slot.values.size(); ++i)
      slot.values[i] = decode(Dtype::f64, rounded(formula, pass, dtype, i, Dtype::f64));
  });
  return slot.values;
}

}  // namespace

double evaluate_block(Formula formula, Pass pass, Dtype dtype, std::uint64_t first_bits,
                      double* out) {
  if (dtype != Dtype::f32 && dtype != Dtype::f16 && dtype != Dtype::bf16)
    throw std::invalid_argument("evaluate_block: only f32, f16 and bf16 have blocks");
  if (first_bits % k_block != 0 || first_bits >> (8 * bytes(dtype)) != 0)
    throw std::invalid_argument("evaluate_block: not the first encoding of a block");
  if (dtype == Dtype::f16 || dtype == Dtype::bf16) {
    const std::vector<double>& table = cached_table(formula, pass, dtype);
    std::copy_n(table.begin() + static_cast<std::ptrdiff_t>(first_bits), k_block, out);
    return 0;
  }
  constexpr std::uint64_t k_infinity = 0x7f800000;
  if ((first_bits & 0x7fffffff) >= k_infinity) return one_by_one(formula, pass, first_bits, out);
  return is_smooth(formula) ? smooth_f32(formula, pass, first_bits, out)
                            : linear_f32(formula, pass, first_bits, out);
}

}  // namespace gelu::ref
