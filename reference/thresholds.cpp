// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cmath>

#include "reference/formats.hpp"
#include "reference/minimum.hpp"
#include "reference/reference.hpp"
#include "reference/tables.hpp"
#include "reference/ulp.hpp"

namespace gelu::ref {
namespace {

/// The smallest encoding from `low` on, up to which from `high` downwards all fulfil `holds`. By
/// walking all of a small type; by bisection where there are too many, because there the property
/// is monotone.
template <class Predicate>
std::uint64_t first_that(Dtype dtype, std::uint64_t low, std::uint64_t high, Predicate holds) {
  if (bytes(dtype) <= 2) {
    while (high > low && holds(high - 1)) --high;
    return high;
  }
  while (low + 1 < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

/// Exhaustive for 16 bits and less; for f32 and f64 by what the neighbourhood of an extreme x
/// gives.
template <class Better>
std::uint64_t best_result(Formula formula, Pass pass, Dtype dtype, double x, Better better) {
  const std::uint64_t centre = encode(dtype, x);
  const bool small = bytes(dtype) <= 2;
  const std::uint64_t first = small ? 0 : centre - 1000;
  const std::uint64_t last = small ? 2 * sign_bit(dtype) : centre + 1000;
  std::uint64_t best = rounded(formula, pass, dtype, centre);
  for (std::uint64_t c = first; c < last; ++c) {
    const std::uint64_t y = rounded(formula, pass, dtype, c);
    if (better(decode(dtype, y), decode(dtype, best)) && std::isfinite(decode(dtype, y))) best = y;
  }
  return best;
}

/// Distance of an exact result to the midpoint of the two floats around it, in ulp.
double midpoint_distance(Formula formula, Pass pass, std::uint32_t x) {
  const DoubleDouble f = evaluate(formula, pass, decode(Dtype::f32, x));
  const double step = ulp<Dtype::f32>(f.hi);
  const double middle = (std::floor(f.hi / step) + 0.5) * step;
  const double other = (std::floor(f.hi / step) - 0.5) * step;  // f.hi may lie just above
  const auto distance = [&](double m) { return std::abs((f.hi - m) + f.lo) / step; };
  return std::min(distance(middle), distance(other));
}

/// Inputs of a block whose result as a double has a fraction next to a midpoint of floats.
void scan_block(Formula formula, Pass pass, std::uint64_t first, std::vector<double>& out,
                std::vector<HardCase>& found) {
  constexpr std::uint64_t k_fraction = (std::uint64_t{1} << 29) - 1;
  constexpr std::uint64_t k_half = std::uint64_t{1} << 28;
  evaluate_block(formula, pass, Dtype::f32, first, out.data());
  for (std::size_t i = 0; i < k_block; ++i) {
    const std::uint64_t fraction = std::bit_cast<std::uint64_t>(out[i]) & k_fraction;
    if (fraction - k_half + 8 > 16 || std::abs(out[i]) < 0x1p-126) continue;
    const auto x = static_cast<std::uint32_t>(first + i);
    found.push_back({x, midpoint_distance(formula, pass, x)});
  }
}

}  // namespace

Thresholds thresholds(Formula formula, Pass pass, Dtype dtype) {
  const std::uint64_t one = encode(dtype, 1.0);
  const std::uint64_t top = format(dtype).max_finite;
  const std::uint64_t minus = sign_bit(dtype);
  const bool forward = pass == Pass::forward;
  Thresholds t{};
  // f(x) falls short of x by x Q(x), which only shrinks against the spacing; f'(x) comes down to 1.
  t.saturated = first_that(dtype, bytes(dtype) <= 2 ? 1 : one, top, [&](std::uint64_t x) {
    return rounded(formula, pass, dtype, x) == (forward ? x : one);
  });
  const std::uint64_t first_zero =
      first_that(dtype, minus | one, (minus | top) + 1,
                 [&](std::uint64_t x) { return rounded(formula, pass, dtype, x) == minus; });
  t.last_nonzero = first_zero - 1;
  const auto value = [&](double x) { return evaluate(formula, pass, x); };
  const double low = minimum(value, -3, 0);
  t.lowest = best_result(formula, pass, dtype, low, [](double a, double b) { return a < b; });
  if (!forward) {
    const auto negated = [&](double x) { return -evaluate(formula, pass, x); };
    const double high = minimum(negated, 0, 4);
    t.highest = best_result(formula, pass, dtype, high, [](double a, double b) { return a > b; });
  }
  return t;
}

std::vector<HardCase> hard_cases(Formula formula, Pass pass, std::size_t count) {
  std::vector<HardCase> found;
  std::vector<double> out(k_block);
  // Elsewhere the results are x/2, x, 1/2 or 1 and a trifle: no midpoints.
  for (const std::uint64_t sign : {std::uint64_t{0}, sign_bit(Dtype::f32)})
    for (std::uint64_t first = encode(Dtype::f32, 0x1p-30); first < encode(Dtype::f32, 128.0);
         first += k_block)
      scan_block(formula, pass, sign | first, out, found);
  std::sort(found.begin(), found.end(), [](const HardCase& a, const HardCase& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.x < b.x;
  });
  found.resize(std::min(found.size(), count));
  return found;
}

}  // namespace gelu::ref
