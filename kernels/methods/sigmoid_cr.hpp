// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic_cr.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x sigma(1.702 x), correctly rounded: 0 of 2^32 wrong, forward and gradient. As tanh_cr: in
/// double, and where that leaves the rounding open, once more as a sum of two doubles.
struct sigmoid_cr : math::CorrectLogistic<sigmoid_cr> {
  static constexpr About about{.name = "sigmoid_cr",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes,
                               .together = 1};

  static constexpr double limit = 66;

  template <class W>
  GELU_FN static W likely_exponent(W) {
    return W(coefficients::logistic_base2<double>().sigmoid[0]);
  }

  template <class W>
  GELU_FN static math::Pair<W> exponent(W) {
    return math::sigmoid_exponent<W>();
  }
  template <class W>
  GELU_FN static math::Pair<W> slope(W) {
    constexpr auto c = coefficients::logistic<double>();
    return {W(c.sigmoid[0]), W(c.sigmoid[1])};
  }
};

}  // namespace gelu::methods
