// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/logistic.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x sigma(x), GELU's cheaper neighbour: the same kernel as sigmoid_exp with another constant.
struct silu {
  static constexpr About about{.name = "silu",
                               .formula = Formula::silu,
                               .dtypes = k_all_dtypes | bit(Dtype::f32_bf16),
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    const V t = min_abs(x, V(k_limit<typename V::value_type>));
    return math::relu_minus_logistic(x, t, exponential(t));
  }

  template <class V>
  GELU_FN static V derivative(V x) {
    using T = typename V::value_type;
    const V t = math::clamped(x, k_limit<T>);
    return math::logistic_slope(x, t, exponential(t), V(T(1)));
  }

 private:
  template <class V>
  GELU_FN static V exponential(V t) {
    constexpr auto c = coefficients::logistic_base2<typename V::value_type>();
    return math::ridden_exp2(t, math::Pair<V>{V(c.silu[0]), V(c.silu[1])});
  }

  /// Beyond, everything rounds to zero.
  template <class T>
  static constexpr T k_limit = sizeof(T) == 8 ? 770 : 112;
};

}  // namespace gelu::methods
