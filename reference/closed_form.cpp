// SPDX-License-Identifier: Apache-2.0
#include "reference/closed_form.hpp"

#include <bit>
#include <cmath>

#include "reference/formats.hpp"

namespace gelu::ref {
namespace {

/// relu, leaky_relu and copy, but for the one product that needs more than a double.
std::optional<std::uint64_t> piecewise_linear(Formula formula, Pass pass, Dtype from, double x,
                                              Dtype to) {
  if (formula == Formula::copy) return encode(to, pass == Pass::forward ? x : 1.0);
  if (std::isnan(x)) return format(to).nan;
  if (x > 0) return encode(to, pass == Pass::forward ? x : 1.0);
  // As max(x, 0) passes what is not below 0, relu(-0) is -0.
  if (formula == Formula::relu) return encode(to, pass == Pass::forward && x == 0 ? x : 0.0);
  const double slope = leaky_slope(from);
  if (pass == Pass::backward) return encode(to, slope);
  if (x == 0 || std::isinf(x)) return encode(to, x);
  // A slope of 24 bits times 24 bits is a double; the full product of two doubles is not.
  if (from != Dtype::f64) return encode(to, slope * x);
  return std::nullopt;
}

}  // namespace

std::uint64_t encode_nudged(Dtype to, double value, int exponent, int direction) {
  int scale = 0;
  const double fraction = std::frexp(std::abs(value), &scale);
  auto significand =
      static_cast<std::uint64_t>(std::ldexp(fraction, 62));  // 53 bits and nine zeros
  // Towards zero, the amount is 1 - 2^-62 short of a whole unit: still less than any half quantum.
  if ((direction > 0) != (value > 0)) --significand;
  const std::uint64_t bits = encode_magnitude(to, significand, scale - 62 + exponent, true);
  if (bits == format(to).nan) return bits;
  return value < 0 ? bits | sign_bit(to) : bits;
}

std::optional<std::uint64_t> closed_form(Formula formula, Pass pass, Dtype from, double x,
                                         Dtype to) {
  if (!is_smooth(formula)) return piecewise_linear(formula, pass, from, x, to);
  if (std::isnan(x)) return format(to).nan;
  const bool forward = pass == Pass::forward;
  if (x == 0) return forward ? encode(to, x) : encode(to, 0.5);
  if (x <= -ends(formula).zero) return sign_bit(to);
  if (std::isinf(x)) return forward ? format(to).overflow : encode(to, 1.0);
  // Next terms of the series: f = x/2 + k x^2, f' = 1/2 + 2 k x with k > 0.
  if (std::abs(x) <= k_tiny)
    return forward ? encode_nudged(to, x, -1, 1) : encode_nudged(to, 0.5, 0, x > 0 ? 1 : -1);
  // x - x Q < x; and 1 + (x q - Q) > 1, because q/Q tends to at least a constant above 1/x.
  if (x >= ends(formula).one)
    return forward ? encode_nudged(to, x, 0, -1) : encode_nudged(to, 1.0, 0, 1);
  return std::nullopt;
}

}  // namespace gelu::ref
