// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "tests/faults/elementwise.hpp"
#include "tests/faults/faults.hpp"

namespace gelu::test {
namespace {

constexpr float k_inf = std::numeric_limits<float>::infinity();
constexpr float k_max = std::numeric_limits<float>::max();
constexpr float k_root_half = 0.70710678F;

float gelu_f32(float x) { return rounded_f32<Formula::erf, Pass::forward>(x); }
float slope_f32(float x) { return rounded_f32<Formula::erf, Pass::backward>(x); }
double exact(double x) { return ref::evaluate(Formula::erf, Pass::forward, x).hi; }

// Tails.
float tail_flushed(float x) { return x < -5.5F ? -0.0F : gelu_f32(x); }
float one_plus_erf(float x) {
  return std::isinf(x) ? gelu_f32(x) : 0.5F * x * (1 + std::erf(x * k_root_half));
}
float early_exp(float x) {  // exp(-v) overflows where the result is still normal
  return std::isinf(x) ? rounded_f32<Formula::sigmoid, Pass::forward>(x)
                       : x / (1 + std::exp(-1.702F * x));
}
float identity_of_bf16(float x) { return x > 2.8F ? x : gelu_f32(x); }
float zero_of_f16(float x) { return x < -5.6F && x > -7 ? -0.0F : gelu_f32(x); }
float subnormals_flushed(float x) {
  const float y = gelu_f32(x);
  return std::fabs(y) < std::numeric_limits<float>::min() ? std::copysign(0.0F, y) : y;
}

// Infinities and NaN.
float nan_at_minus_inf(float x) { return x == -k_inf ? x * 0 : gelu_f32(x); }
float nan_lost(float x) { return gelu_f32(x > -20 ? x : -20.0F); }  // NaN > -20 is false
float inf_above_half(float x) { return x > k_max / 2 ? 0.5F * (x + x) : gelu_f32(x); }
float cube_overflows(float x) {  // a rational form: inf / inf
  const float cube = x * x * x;
  return std::fabs(x) > 1e3F ? x > 0 ? x * (cube / cube) : std::copysign(0.0F * (cube / cube), x)
                             : rounded_f32<Formula::tanh, Pass::forward>(x);
}
float cube_overflows_gradient(float x) {
  const float sech = std::fabs(x) > 10 ? 0.0F : 1.0F;
  const float inner = 1 + 0.134145F * x * x * (std::fabs(x) > 1e13F ? x * x : 1.0F);
  return rounded_f32<Formula::tanh, Pass::backward>(x) + (sech == 0 ? sech * inner : 0);
}
float zero_times_inf(float x) { return std::isinf(x) ? 0 * x : slope_f32(x); }
float one_nan(float x) {
  return std::bit_cast<std::uint32_t>(x) == 0xbf9d70a4U ? std::nanf("") : gelu_f32(x);
}
float saturates_as_f16(float x) { return gelu_f32(x > 65504 ? 65504.0F : x); }

// Formulas and constants.
float wrong_gradient_sign(float x) {
  return x > -3.75F && x < -3.65F ? -slope_f32(x) : slope_f32(x);
}
float gradient_of_tanh(float x) { return rounded_f32<Formula::tanh, Pass::backward>(x); }
float tanh_for_erf(float x) { return rounded_f32<Formula::tanh, Pass::forward>(x); }
double float_constant(double x) {
  return std::isfinite(x) ? 0.5 * x * std::erfc(-x * static_cast<double>(k_root_half)) : exact(x);
}

// Rounding.
float odd_subnormals(float x) {  // a tie that the x^2 term decides
  return std::fabs(x) < std::numeric_limits<float>::min() ? 0.5F * x : gelu_f32(x);
}
std::uint16_t truncated(std::uint16_t bits) {
  const double x = ref::decode(Dtype::bf16, bits);
  if (std::isnan(x)) return bits;
  const auto y = static_cast<float>(
      std::isinf(x) ? static_cast<double>(gelu_f32(static_cast<float>(x))) : exact(x));
  return static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(y) >> 16);
}
std::uint16_t rounded_twice(std::uint16_t bits) {
  const auto x = static_cast<float>(ref::decode(Dtype::bf16, bits));
  return static_cast<std::uint16_t>(ref::encode(Dtype::bf16, static_cast<double>(gelu_f32(x))));
}

// Tables and pieces.
/// Linear interpolation on [-4, 4] with 1024 knots, by an index that faults may shift.
template <int Shift, int End>
float table(float x) {
  if (!(std::fabs(x) < 4)) return gelu_f32(x);
  const float at = (x + 4) * 128;
  int i = static_cast<int>(at) + Shift;
  if (End != 0 && i >= 1023) i = 1023 + End;  // the last piece read from beyond the table
  const double knot = i / 128.0 - 4;
  const double from = End != 0 && i > 1023 ? 0 : exact(knot), to = exact(knot + 1 / 128.0);
  return static_cast<float>(from +
                            (to - from) * static_cast<double>(at - static_cast<float>(i - Shift)));
}
float table_zero(float x) { return std::fabs(x) < 1e-3F ? gelu_f32(x) + 1e-9F : gelu_f32(x); }
float border(float x) { return x == -1.0F ? -0.1586F : gelu_f32(x); }
float signed_zero(float x) { return x == 0 ? 0.0F : gelu_f32(x); }
float positive_tail(float x) { return x < -14 ? 0.0F : gelu_f32(x); }
/// A piece that is one ulp too high, where the formula is flat: hardly an error, but a step down.
float joins(float x) {
  const float y = gelu_f32(x);
  return x > -0.7515F && x < -0.7512F ? std::nextafter(y, k_inf) : y;
}

float contracted(float x) { return std::fma(x, 0.3F, x * x * 0.7F); }
float not_contracted(float x) {
  const float p = x * 0.3F;
  return p + x * x * 0.7F;
}

constexpr Fault forward(const char* name, Forward f, const char* check, double at_least,
                        Formula formula = Formula::erf, Dtype dtype = Dtype::f32,
                        Forward promised = nullptr) {
  return {name, formula, dtype, f, nullptr, check, at_least, promised};
}
constexpr Fault backward(const char* name, Backward f, const char* check, double at_least,
                         Formula formula = Formula::erf) {
  return {name, formula, Dtype::f32, nullptr, f, check, at_least};
}
template <float (*F)(float)>
constexpr Forward k_f = forward_of<float, F>;
template <float (*F)(float)>
constexpr Backward k_b = backward_of<float, F>;
template <std::uint16_t (*F)(std::uint16_t)>
constexpr Forward k_h = forward_of<std::uint16_t, F>;

const Fault k_faults[] = {
    forward("tail_flushed_to_zero", k_f<tail_flushed>, "ulp", 1e6),
    forward("cancellation_in_1_plus_erf", k_f<one_plus_erf>, "ulp", 1e6),
    forward("early_exp_overflow", k_f<early_exp>, "ulp", 1e6, Formula::sigmoid),
    forward("identity_threshold_of_bf16", k_f<identity_of_bf16>, "ulp", 1e3),
    forward("zero_threshold_of_f16", k_f<zero_of_f16>, "ulp", 1e6),
    forward("subnormals_flushed", k_f<subnormals_flushed>, "ulp", 1e6),
    forward("nan_at_minus_inf", k_f<nan_at_minus_inf>, "nan", 1),
    forward("nan_lost_by_max", k_f<nan_lost>, "nan", 1000),
    forward("inf_above_half_the_largest", k_f<inf_above_half>, "inf", 1000),
    forward("cube_overflows", k_f<cube_overflows>, "nan", 1000, Formula::tanh),
    backward("cube_overflows_in_gradient", k_b<cube_overflows_gradient>, "nan", 1000,
             Formula::tanh),
    backward("zero_times_inf_in_gradient", k_b<zero_times_inf>, "nan", 2),
    forward("one_nan_dropped_by_a_maximum", k_f<one_nan>, "nan", 1),
    forward("saturation_of_f16", k_f<saturates_as_f16>, "ulp", 1e6),
    backward("wrong_gradient_sign", k_b<wrong_gradient_sign>, "sign", 1000),
    backward("gradient_of_the_other_formula", k_b<gradient_of_tanh>, "ulp", 1e3),
    forward("tanh_for_erf", k_f<tanh_for_erf>, "ulp", 1e3),
    forward("constant_rounded_to_float", forward_of<double, float_constant>, "ulp", 1e6,
            Formula::erf, Dtype::f64),
    forward("odd_subnormals_halved", k_f<odd_subnormals>, "not_correct", 1000),
    forward("truncated_to_bf16", k_h<truncated>, "ulp", 0.9, Formula::erf, Dtype::bf16),
    forward("rounded_twice_to_bf16", k_h<rounded_twice>, "not_correct", 10, Formula::erf,
            Dtype::bf16),
    forward("knot_off_by_one", k_f<table<1, 0>>, "ulp", 1e3),
    forward("table_end_off_by_one", k_f<table<0, 1>>, "ulp", 1e3),
    forward("table_zero_not_zero", k_f<table_zero>, "ulp", 1e3),
    forward("piece_border", k_f<border>, "ulp", 100),
    forward("zero_loses_its_sign", k_f<signed_zero>, "zero_sign", 1),
    forward("tail_becomes_plus_zero", k_f<positive_tail>, "zero_sign", 1000),
    forward("join_not_monotone", k_f<joins>, "steps", 1),
    forward("contraction_changes_bits", k_f<not_contracted>, "same_bits", 1, Formula::erf,
            Dtype::f32, k_f<contracted>),
};

template <Formula F>
constexpr std::array<Forward, 6> k_forwards{forward_of<double, rounded_f64<F, Pass::forward>>,
                                            k_f<rounded_f32<F, Pass::forward>>,
                                            k_h<rounded_bits<F, Pass::forward, Dtype::f16>>,
                                            k_h<rounded_bits<F, Pass::forward, Dtype::bf16>>};
template <Formula F>
constexpr std::array<Backward, 6> k_backwards{backward_of<double, rounded_f64<F, Pass::backward>>,
                                              k_b<rounded_f32<F, Pass::backward>>};

}  // namespace

std::span<const Fault> value_faults() { return k_faults; }

Forward oracle_forward(Formula f, Dtype d) {
  const auto i = static_cast<std::size_t>(d);
  return f == Formula::erf    ? k_forwards<Formula::erf>[i]
         : f == Formula::tanh ? k_forwards<Formula::tanh>[i]
                              : k_forwards<Formula::sigmoid>[i];
}
Backward oracle_backward(Formula f, Dtype d) {
  const auto i = static_cast<std::size_t>(d);
  return f == Formula::erf    ? k_backwards<Formula::erf>[i]
         : f == Formula::tanh ? k_backwards<Formula::tanh>[i]
                              : k_backwards<Formula::sigmoid>[i];
}

}  // namespace gelu::test
