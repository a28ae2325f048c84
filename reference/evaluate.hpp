// SPDX-License-Identifier: Apache-2.0
// The smooth formulas in double-double arithmetic: a fraction of a microsecond per value, 84 bits.
#pragma once

#include "reference/reference.hpp"

namespace gelu::ref {

/// (value) * 2^exponent, with its error bound. The power of two stands apart so that the tail keeps
/// its bits below the smallest normal double.
struct ScaledValue {
  DoubleDouble value;
  int exponent;
  double error;  ///< |value - true| <= error, in the same unit
};

/// f(x) for a smooth formula where closed_form has no answer: k_tiny < |x|, -zero < x < one.
/// error = 2^-84 (sum of the magnitudes of the terms): |f|, or Phi + |x phi| and its like.
ScaledValue evaluate_scaled(Formula, Pass, double x);

/// exp(y) = value * 2^exponent, |y| <= 1200, relative error <= 2^-90.
struct ScaledExp {
  DoubleDouble value;
  int exponent;
};
ScaledExp exp(DoubleDouble y);

/// Mills ratio Phi(-t)/phi(t) for 0 <= t <= 40, relative error <= 2^-92.
DoubleDouble mills(double t);

/// 1/sqrt(2 pi).
DoubleDouble inverse_sqrt_2pi();

/// The inner function of the logistic formulas, f = x s(v(x)): its Taylor coefficients v,
/// v', v''/2, v'''/6 (v is linear or cubic).
struct Inner {
  DoubleDouble v, slope, bend, twist;
};
Inner inner(Formula, double x);

}  // namespace gelu::ref
