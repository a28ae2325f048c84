// SPDX-License-Identifier: Apache-2.0
// Results that need no series: NaN, zeros, infinities, the piecewise linear formulas, and the ends
// of the smooth ones, where the result is a double plus an amount too small to do more than break a
// tie.
#pragma once

#include <cstdint>
#include <optional>

#include "kernels/types.hpp"

namespace gelu::ref {

/// erf, tanh, sigmoid, silu: x times a sigmoidal function of x.
constexpr bool is_smooth(Formula f) {
  return f == Formula::erf || f == Formula::tanh || f == Formula::sigmoid || f == Formula::silu;
}

/// Where the ends begin, for the smooth formulas.
struct Ends {
  double one;   ///< from x >= one on, |forward - x| < 2^-70 x and |backward - 1| < 2^-70
  double zero;  ///< from x <= -zero on, both are negative and above -2^-1100
};
constexpr Ends ends(Formula f) {
  switch (f) {
    case Formula::erf:
      return {16, 40};  // x Phi(-x): 16 -> 2^-184, 40 -> 2^-1154
    case Formula::tanh:
      return {16, 24};  // x/(1+exp(2u)): 16 -> 2^-457, 24 -> 2^-1474
    case Formula::sigmoid:
      return {64, 480};  // 64 -> 2^-151, 480 -> 2^-1169
    default:
      return {64, 800};  // silu: 64 -> 2^-86, 800 -> 2^-1144
  }
}
/// Up to here, in magnitude, forward = x/2 and backward = 1/2 up to 2^-63 relative.
inline constexpr double k_tiny = 0x1p-64;

/// The slope of leaky_relu is a number of the computing type: 0.01 rounded to f64 for f64, to f32
/// for all narrower types.
constexpr double leaky_slope(Dtype computed_in) {
  return computed_in == Dtype::f64 ? 0.01 : static_cast<double>(0.01F);
}

/// Bits of value * 2^exponent, moved by an infinitesimal amount up (direction > 0) or down (< 0),
/// rounded to `to`. value is finite and not zero.
std::uint64_t encode_nudged(Dtype to, double value, int exponent, int direction);

/// Bits of the result if it has a closed form, as described above. Conventions of the piecewise
/// linear formulas are PyTorch's: relu(-0) = 0, derivative of relu at 0 is 0, of leaky_relu its
/// slope. NaN gives NaN, except that the derivative of copy is 1 everywhere.
std::optional<std::uint64_t> closed_form(Formula, Pass, Dtype from, double x, Dtype to);

}  // namespace gelu::ref
