// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic.hpp"
#include "kernels/math/logistic_parts.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x sigma(1.702 x) = max(x, 0) - t E / (1 + E) as in sigmoid_4ulp, but t E / (1 + E) is rounded
/// once. The last operation rounds again, so that for small positive x two halves of an ulp can
/// meet. Error 0.816 ulp (x = 0.331), without fma 0.805; gradient 0.843 and 0.863, near its zero in
/// ulp of the terms.
struct sigmoid_1ulp {
  static constexpr About about{.name = "sigmoid_1ulp",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit | bit(Dtype::f64),
                               .passes = k_all_passes,
                               .together = 2};

  template <class V>
  GELU_FN static V forward(V x) {
    const V t = argument(x);
    return math::relu_minus_ridden(x, parts(t).value_1ulp(t));
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    const V t = argument(x);
    return math::slope_from_ridden(x, parts(t).slope_1ulp(t, math::sigmoid_slope<V>()));
  }

 private:
  template <class V>
  GELU_FN static V argument(V x) {
    using T = typename V::value_type;
    return min_abs(x, V(sizeof(T) == 8 ? T(450) : T(66)));
  }
  template <class V>
  GELU_FN static math::LogisticParts<V> parts(V t) {
    constexpr auto c = coefficients::exp2_eighths<typename V::value_type>();
    return math::LogisticParts<V>::template of<true>(t, math::sigmoid_exponent<V>(), c.exp2);
  }
};

}  // namespace gelu::methods
