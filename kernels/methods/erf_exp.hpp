// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_exp.hpp"
#include "kernels/math/exp.hpp"
#include "kernels/math/halves.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// erf through one exponential, as Abramowitz and Stegun 7.1.26 with a minimax of our own:
/// x Phi(x) = max(x, 0) - t q P(q) exp(-t^2/2), q = 4 / (t + 4). Good to about an ulp of |x|
/// absolutely. The tail has the right size but not the right digits: t^2/2 is rounded, which costs
/// t^2/2 ulp, and P is fitted only for t <= 5.5 (f32), 8.5 (f64).
struct erf_exp {
  static constexpr About about{.name = "erf_exp", .formula = Formula::erf};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    constexpr auto p = coefficients::erf_exp<T>();
    constexpr T limit = sizeof(T) == 8 ? 39 : 15;
    const V t = math::clamped(x, limit);
    const V q = V(4) / (t + V(4));
    const math::Exponential<V> e = math::exp(math::Pair<V>{V(T(-0.5)) * t * t, V(0)});
    return math::relu_minus(x, scale_pow2(math::times(t * q * math::horner(q, p), e), e.exponent));
  }
};

}  // namespace gelu::methods
