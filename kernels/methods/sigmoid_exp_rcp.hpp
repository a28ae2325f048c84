// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/logistic.hpp"
#include "kernels/math/exp.hpp"
#include "kernels/math/halves.hpp"
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
    constexpr auto c = coefficients::logistic<T>();
    constexpr T limit = sizeof(T) == 8 ? 450 : 66;
    const V t = math::clamped(x, limit);
    const math::Pair<V> v = math::times(c.sigmoid, t);
    const math::Exponential<V> e = math::exp(math::Pair<V>{-v.hi, -v.lo});
    const V sigma = reciprocal(V(1) + scale_pow2(V(1) + e.less_one, e.exponent));
    return math::relu_minus(x, scale_pow2(math::times(t, e) * sigma, e.exponent));
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
