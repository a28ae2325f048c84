// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/logistic.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x sigma(x), GELU's cheaper neighbour: the same kernel as sigmoid_exp with nothing to multiply,
/// hence an exact argument of the exponential.
struct silu {
  static constexpr About about{.name = "silu",
                               .formula = Formula::silu,
                               .dtypes = k_all_dtypes | bit(Dtype::f32_bf16),
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    const V t = math::clamped(x, k_limit<typename V::value_type>);
    return math::relu_minus(x, math::logistic_tail(t, math::Pair<V>{t, V(0)}));
  }

  template <class V>
  GELU_FN static V derivative(V x) {
    const V t = math::clamped_or_nan(x, k_limit<typename V::value_type>);
    return math::one_minus_if_positive(x, math::logistic_slope(math::Pair<V>{t, V(0)}, t));
  }

 private:
  /// Beyond, everything rounds to zero.
  template <class T>
  static constexpr T k_limit = sizeof(T) == 8 ? 770 : 112;
};

}  // namespace gelu::methods
