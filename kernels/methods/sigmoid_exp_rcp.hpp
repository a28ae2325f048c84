// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// sigmoid_exp without its division: 1 / (1 + E) by the processor's estimate (2^-11) and Newton
/// steps, one in f32 (2^-22, so up to a few ulp), three in f64. The bits depend on the processor.
struct sigmoid_exp_rcp {
  static constexpr About about{
      .name = "sigmoid_exp_rcp", .formula = Formula::sigmoid, .origin = Origin::hardware};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    constexpr T limit = sizeof(T) == 8 ? 450 : 66;
    const V t = min_abs(x, V(limit));
    const V e = math::ridden_exp2(t, math::sigmoid_exponent<V>());
    const V d = fma(e, V(math::k_unridden<T>), V(T(1)));
    return math::relu_minus_ridden(x, t * e * reciprocal(d));
  }

 private:
  template <class V>
  GELU_FN static V reciprocal(V a) {
    V r = recip_estimate(a);
    constexpr int steps = sizeof(typename V::value_type) == 8 ? 3 : 1;
    for (int i = 0; i < steps; ++i) r = fma(r, fma(-a, r, V(1)), r);
    return r;
  }
};

}  // namespace gelu::methods
