// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic_cr.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// 0.5 x (1 + tanh u) = x sigma(2u), correctly rounded: 0 of 2^32 wrong. In double, with an error
/// of 2^-39 of the result; where that leaves the rounding open, once more as a sum of two doubles.
struct tanh_cr : math::CorrectLogistic<tanh_cr> {
  static constexpr About about{.name = "tanh_cr",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes,
                               .together = 1};

  static constexpr double limit = 11;

  template <class W>
  GELU_FN static W likely_exponent(W t) {
    constexpr auto c = coefficients::logistic_base2<double>();
    return fma(t * t, W(c.cubic[0]), W(c.linear[0]));
  }

  /// t has 24 bits: its square is exact.
  template <class W>
  GELU_FN static math::Pair<W> exponent(W t) {
    return math::tanh_exponent(math::Pair<W>{t * t, W(0)});
  }
  template <class W>
  GELU_FN static math::Pair<W> slope(W t) {
    return math::tanh_slope(math::Pair<W>{t * t, W(0)});
  }
};

}  // namespace gelu::methods
