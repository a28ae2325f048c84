// SPDX-License-Identifier: Apache-2.0
#include "reference/evaluate.hpp"

#include <cmath>

#include "reference/closed_form.hpp"
#include "reference/double_double.hpp"
#include "reference/formats.hpp"
#include "reference/ulp.hpp"

namespace gelu::ref {
namespace {

constexpr double k_relative_error = 0x1p-84;

/// x Phi(x) and Phi(x) + x phi(x). Below zero Phi(x) = phi R(-x), so that the exponential is a
/// factor of the whole: x phi R and phi (R - |x|). Above, Phi = 1 - phi R.
ScaledValue erf_formula(Pass pass, double x) {
  const double t = std::abs(x);
  const DoubleDouble square = two_product(x, x);
  const ScaledExp e = exp(scaled(-square, -1));
  const DoubleDouble density = e.value * inverse_sqrt_2pi();
  const DoubleDouble ratio = mills(t);
  const bool forward = pass == Pass::forward;
  if (x < 0) {
    const DoubleDouble sum = forward ? ratio * x : ratio + x;
    const double scale = forward ? ratio.hi * t : ratio.hi + t;
    return {density * sum, e.exponent, k_relative_error * density.hi * scale};
  }
  const DoubleDouble d = scaled(density, e.exponent);
  const DoubleDouble value = forward ? (d * -ratio + 1.0) * x : d * (-ratio + x) + 1.0;
  return {value, 0, k_relative_error * (forward ? x : 1 + d.hi * x)};
}

/// x s and s + x s (1 - s) v' with s = 1/(1 + exp(-v)). With E = exp(-|v|): above zero s = 1/(1 +
/// E) and 1 - s = E/(1 + E), below the other way round, so that E is a factor of the whole.
ScaledValue logistic_formula(Formula formula, Pass pass, double x) {
  const Inner in = inner(formula, x);
  const ScaledExp e = exp(x < 0 ? in.v : -in.v);
  // Below 2^-200 the term vanishes beside 1.
  const DoubleDouble unscaled =
      e.exponent < -200 ? DoubleDouble{0, 0} : scaled(e.value, e.exponent);
  const DoubleDouble reciprocal = DoubleDouble{1, 0} / (unscaled + 1.0);
  const bool forward = pass == Pass::forward;
  if (x < 0) {
    const DoubleDouble s = e.value * reciprocal;  // times 2^exponent
    const DoubleDouble spread = in.slope * reciprocal * x;
    const double size = s.hi * (forward ? -x : 1 - spread.hi);
    return {forward ? s * x : s * (spread + 1.0), e.exponent, k_relative_error * size};
  }
  const DoubleDouble spread = in.slope * (unscaled * reciprocal) * x;
  const DoubleDouble value = forward ? reciprocal * x : reciprocal * (spread + 1.0);
  return {value, 0, k_relative_error * std::abs(value.hi)};
}

/// Bits of (hi + lo) * 2^exponent rounded to `to`; hi is not zero and lo at most half an ulp of it.
std::uint64_t encode_sum(Dtype to, DoubleDouble sum, int exponent) {
  const bool negative = sum.hi < 0;
  int scale = 0;
  const double fraction = std::frexp(std::abs(sum.hi), &scale);
  // 53 bits and nine zeros, to which lo adds at most 2^9 either way: never below 2^60.
  const auto high = static_cast<std::int64_t>(std::ldexp(fraction, 62));
  const double low = std::ldexp(negative ? -sum.lo : sum.lo, 62 - scale);
  const double whole = std::floor(low);
  const auto significand = static_cast<std::uint64_t>(high + static_cast<std::int64_t>(whole));
  const std::uint64_t bits = encode_magnitude(to, significand, scale - 62 + exponent, low != whole);
  if (bits == format(to).nan) return bits;
  return negative ? bits | sign_bit(to) : bits;
}

/// f(x) where it is a double plus nothing that a double-double can tell.
DoubleDouble limit(Formula formula, Pass pass, double x) {
  const bool forward = pass == Pass::forward;
  if (!is_smooth(formula)) {
    if (formula == Formula::copy || x > 0) return {forward ? x : 1.0, 0};
    const double slope = formula == Formula::relu ? 0.0 : leaky_slope(Dtype::f64);
    if (!forward) return {slope, 0};
    if (slope == 0) return {0, 0};
    if (x == 0 || std::isinf(x)) return {x, 0};
    // Scaled so that the low part of the product survives where it can.
    return std::abs(x) > 0x1p900 ? scaled(two_product(std::ldexp(x, -200), slope), 200)
                                 : two_product(x, slope);
  }
  if (std::abs(x) <= k_tiny) {
    // k x^2 with k = phi(0) (erf; tanh too: its a/4 is the same number), 1.702/4, 1/4.
    const double k = formula == Formula::sigmoid ? 1.702 / 4
                     : formula == Formula::silu  ? 0.25
                                                 : inverse_sqrt_2pi().hi;
    return forward ? DoubleDouble{x / 2, k * x * x} : DoubleDouble{0.5, 2 * k * x};
  }
  if (x < 0) return {-0.0, 0};
  return {forward ? x : 1.0, 0};
}

bool has_expansion(Formula formula, double x) {
  return is_smooth(formula) && std::abs(x) > k_tiny && x < ends(formula).one &&
         x > -ends(formula).zero;
}

}  // namespace

ScaledValue evaluate_scaled(Formula formula, Pass pass, double x) {
  return formula == Formula::erf ? erf_formula(pass, x) : logistic_formula(formula, pass, x);
}

DoubleDouble evaluate(Formula formula, Pass pass, double x) {
  if (std::isnan(x)) return {formula == Formula::copy && pass == Pass::backward ? 1.0 : x, 0};
  if (!has_expansion(formula, x)) return limit(formula, pass, x);
  const ScaledValue f = evaluate_scaled(formula, pass, x);
  return scaled(f.value, f.exponent);
}

double ulp_error_f64(Formula formula, Pass pass, double x, double computed) {
  const DoubleDouble f = evaluate(formula, pass, x);
  if (!(std::abs(f.hi) < 0x1p-960)) return ulp_error<Dtype::f64>(computed, f.hi, f.lo);
  // Far down, lo is lost in f: the difference is taken 2^600 higher.
  constexpr int k_up = 600;
  DoubleDouble exact{0, 0};  // where f(x) is 0, or nothing beside a subnormal
  if (has_expansion(formula, x)) {
    const ScaledValue value = evaluate_scaled(formula, pass, x);
    exact = scaled(value.value, value.exponent + k_up);
  } else if (pass == Pass::forward && (is_smooth(formula) ? std::abs(x) <= k_tiny : x < 0)) {
    const double slope = is_smooth(formula)         ? 0.5
                         : formula == Formula::relu ? 0
                         : formula == Formula::copy ? 1
                                                    : leaky_slope(Dtype::f64);
    exact = two_product(std::ldexp(x, k_up), slope);
  } else if (pass == Pass::forward && x > 0) {
    exact = {std::ldexp(x, k_up), 0};
  }
  const double spacing = ulp<Dtype::f64>(binade_of_sum(f.hi, exact.lo));
  return ((std::ldexp(computed, k_up) - exact.hi) - exact.lo) / std::ldexp(spacing, k_up);
}

std::uint64_t rounded(Formula formula, Pass pass, Dtype from, std::uint64_t x_bits, Dtype to) {
  const double x = decode(from, x_bits);
  if (const auto bits = closed_form(formula, pass, from, x, to)) return *bits;
  if (is_smooth(formula)) {
    const ScaledValue f = evaluate_scaled(formula, pass, x);
    // The error is far above one u^2 of the value, so the sums below are as good as exact.
    const std::uint64_t low = encode_sum(to, f.value + -f.error, f.exponent);
    if (low == encode_sum(to, f.value + f.error, f.exponent)) return low;
  }
  return rounded_mpfr(formula, pass, from, x_bits, to);
}

}  // namespace gelu::ref
