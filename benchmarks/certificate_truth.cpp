// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/certificate_truth.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "reference/formats.hpp"
#include "reference/ulp.hpp"
#include "reference/vectorise.hpp"

namespace gelu::bench {
namespace {

using ref::k_block;

template <Dtype D>
void scales_as(Exact& e) {
  constexpr ref::Format f = ref::format(D);
  const double smallest = ref::pow2(f.min_exponent);
  double* value = e.value.data();
  double* scale = e.scale.data();
  double* inverse = e.inverse.data();
  ref::vectorised([=]() GELU_INLINE {
    for (std::size_t i = 0; i < k_block; ++i) {
      const double size = std::fabs(value[i]);
      scale[i] = ref::in_ulp<D>(1.0, value[i]);
      inverse[i] = size >= smallest ? 1 / size : 0;
    }
  });
}

void scales(Dtype dtype, Exact& e) {
  switch (dtype) {
    case Dtype::f16:
      return scales_as<Dtype::f16>(e);
    case Dtype::bf16:
      return scales_as<Dtype::bf16>(e);
    default:
      return scales_as<Dtype::f32>(e);
  }
}

/// A float rounded to `D` once more. Sets `tie` where the float lies between two numbers of D:
/// there the first rounding may have hidden on which side the value was.
template <Dtype D>
GELU_INLINE inline float again(float v, std::uint32_t& tie) {
  if constexpr (D == Dtype::f32) return v;
  const auto bits = std::bit_cast<std::uint32_t>(v);
  tie |= (bits & 0xffff) == 0x8000 ? 1 : 0;
  return std::bit_cast<float>((bits + 0x7fff + ((bits >> 16) & 1)) & 0xffff0000);
}

/// value rounded to D, f32 or bf16 (which has the exponents of f32), where both ends of its
/// interval agree; the others are counted and marked.
template <Dtype D>
std::uint32_t round_block(const double* value, double bound, float* out, std::uint32_t* ambiguous) {
  std::uint32_t count = 0;
  ref::vectorised([&]() GELU_INLINE {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < k_block; ++i) {
      const double error = bound + 0x1p-52 * std::fabs(value[i]);
      std::uint32_t unsure = 0;
      const float low = again<D>(static_cast<float>(value[i] - error), unsure);
      const float high = again<D>(static_cast<float>(value[i] + error), unsure);
      unsure |= low == high ? 0 : 1;
      ambiguous[i] = unsure;
      found += unsure;
      out[i] = again<D>(static_cast<float>(value[i]), unsure);
    }
    count = found;
  });
  return count;
}

float widened(Dtype dtype, std::uint64_t bits) {
  if (ref::is_nan(dtype, bits)) return std::bit_cast<float>(0x7fc00000U);
  return static_cast<float>(ref::decode(dtype, bits));
}

/// All results of a 16-bit group by the judge; kept for the group last asked for.
const std::vector<float>& rounded_table(const Group& g) {
  thread_local Group key{Formula::copy, Pass::forward, Dtype::f64};
  thread_local std::vector<float> table(std::size_t{1} << 16);
  if (!(key == g)) {
    for (std::uint64_t i = 0; i < table.size(); ++i)
      table[i] = widened(g.out(), ref::rounded(g.formula, g.pass, g.in(), i, g.out()));
    key = g;
  }
  return table;
}

bool all_nan(Dtype dtype, std::uint64_t first) {
  return ref::is_nan(dtype, first) && ref::is_nan(dtype, first + k_block - 1);
}

void round_all(const Group& g, std::uint64_t first, double bound, Truth& t) {
  if (g.in() != Dtype::f32) {
    std::copy_n(&rounded_table(g)[first], k_block, t.rounded.data());
    return;
  }
  thread_local std::vector<std::uint32_t> ambiguous(k_block);
  const auto round = g.out() == Dtype::bf16 ? round_block<Dtype::bf16> : round_block<Dtype::f32>;
  if (round(t.own.value.data(), bound, t.rounded.data(), ambiguous.data()) == 0) return;
  for (std::size_t i = 0; i < k_block; ++i)
    if (ambiguous[i] != 0)
      t.rounded[i] = widened(g.out(), ref::rounded(g.formula, g.pass, g.in(), first + i, g.out()));
}

double density(double x) { return 0.3989422804014327 * std::exp(-0.5 * x * x); }

/// Mass of N(0,1) between x and the next encoding. f32 blocks are narrow: the density is
/// interpolated linearly across them.
bool weigh(Dtype dtype, std::uint64_t first, std::vector<double>& weight) {
  const auto at = [&](std::size_t i) { return ref::decode(dtype, first + i); };
  const auto gap = [&](std::size_t i) {
    const double next = ref::decode(dtype, first + i + 1);
    return std::isfinite(next) ? std::fabs(next - at(i)) : 0;
  };
  if (dtype != Dtype::f32) {
    for (std::size_t i = 0; i < k_block; ++i)
      weight[i] = std::isfinite(at(i)) ? density(at(i)) * gap(i) : 0;
    return true;
  }
  const double a = at(0), b = at(k_block - 1);
  if (!(std::fabs(a) < 38)) return false;
  const double from = density(a), to = density(b), spacing = gap(0);
  double* w = weight.data();
  ref::vectorised([=]() GELU_INLINE {
    for (std::size_t i = 0; i < k_block; ++i) {
      const double t = static_cast<double>(static_cast<int>(i)) * (1.0 / k_block);
      w[i] = (from + (to - from) * t) * spacing;
    }
  });
  return true;
}

}  // namespace

Truth::Truth() : rounded(k_block), weight(k_block) {
  for (Exact* e : {&own, &gelu})
    for (std::vector<double>* v : {&e->value, &e->scale, &e->inverse}) v->resize(k_block);
}

void Truth::fill(const Map& map, std::uint64_t first_encoding) {
  const Group& g = map.group();
  first = first_encoding;
  if (all_nan(g.in(), first)) {  // MPFR has nothing to add
    std::fill(rounded.begin(), rounded.end(), std::bit_cast<float>(0x7fc00000U));
    weighted = false;
    return;
  }
  const double bound = ref::evaluate_block(g.formula, g.pass, g.in(), first, own.value.data());
  round_all(g, first, bound, *this);
  scales(g.out(), own);
  if (g.compared_to_gelu()) {
    ref::evaluate_block(Formula::erf, g.pass, g.in(), first, gelu.value.data());
    // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison): equal bits are what is asked for
    same_as_gelu = std::memcmp(own.value.data(), gelu.value.data(), k_block * sizeof(double)) == 0;
    if (!same_as_gelu) scales(g.out(), gelu);
  }
  weighted = weigh(g.in(), first, weight);
}

void widen(Dtype dtype, const void* values, float* out, std::size_t n) {
  if (dtype == Dtype::f32) {
    std::memcpy(out, values, n * sizeof(float));
    return;
  }
  static const auto f16_table = [] {
    std::vector<float> t;
    for (std::uint64_t i = 0; i < 0x10000; ++i) t.push_back(widened(Dtype::f16, i));
    return t;
  }();
  const auto* bytes = static_cast<const unsigned char*>(values);
  for (std::size_t i = 0; i < n; ++i) {
    std::uint16_t bits;
    std::memcpy(&bits, bytes + 2 * i, 2);
    out[i] =
        dtype == Dtype::bf16 ? std::bit_cast<float>(std::uint32_t{bits} << 16) : f16_table[bits];
  }
}

}  // namespace gelu::bench
