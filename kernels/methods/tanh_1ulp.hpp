// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic.hpp"
#include "kernels/math/logistic_parts.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// 0.5 x (1 + tanh u) = max(x, 0) - t E / (1 + E) as in tanh_4ulp, but t E / (1 + E) is rounded
/// once. The last operation rounds again, so that for small positive x two halves of an ulp can
/// meet. Error 0.814 ulp (x = 0.299), without fma 0.803; gradient 0.856 and 0.858, near its zero in
/// ulp of the terms.
struct tanh_1ulp {
  static constexpr About about{.name = "tanh_1ulp",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit | bit(Dtype::f64),
                               .passes = k_all_passes,
                               .together = 2};

  template <class V>
  GELU_FN static V forward(V x) {
    const V t = argument(x);
    return math::relu_minus_ridden(x, parts(t, math::two_prod(t, t)).value_1ulp(t));
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    const V t = argument(x);
    const math::Pair<V> square = math::two_prod(t, t);
    const V h = parts(t, square).slope_1ulp(t, math::tanh_slope(square));
    return math::slope_from_ridden(x, h);
  }

 private:
  template <class V>
  GELU_FN static V argument(V x) {
    using T = typename V::value_type;
    return min_abs(x, V(sizeof(T) == 8 ? T(22) : T(11)));
  }
  template <class V>
  GELU_FN static math::LogisticParts<V> parts(V t, math::Pair<V> square) {
    constexpr auto c = coefficients::exp2_eighths<typename V::value_type>();
    return math::LogisticParts<V>::template of<true>(t, math::tanh_exponent(square), c.exp2);
  }
};

}  // namespace gelu::methods
