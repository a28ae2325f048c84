// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/mills.hpp"
#include "kernels/math/gauss.hpp"
#include "kernels/math/halves.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) = max(x, 0) - t exp(-t^2/2) R(t), t = |x|, with Mills' ratio R as a polynomial in
/// s = t / (t + 3.5). One division, one exponential, no branch. The tail is kept: nothing cancels,
/// the square is exact, and the result is scaled once, so that subnormals round once. What is left
/// are the roundings of the factors: 3.69 ulp in f32 with fma (at -0x1.54de56p-2), 4.19 without (at
/// -0x1.a15526p+3); about 3 in f64. Subnormal x: 1.5 ulp, from rounding s.
struct erf_mills {
  static constexpr About about{.name = "erf_mills", .formula = Formula::erf};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    constexpr auto ratio = coefficients::mills_ratio<T>();
    const V t = math::clamped(x, k_limit<T>);
    const V s = t / (t + V(T(3.5)));
    const math::Exponential<V> e = math::gauss(t);
    return math::relu_minus(
        x, scale_pow2(math::times(s * math::horner(s - V(T(0.34375)), ratio), e), e.exponent));
  }

  /// Phi(x) + x phi(x) = exp(-t^2/2) (R(t) - t / sqrt(2 pi)) for x = -t; the difference is fitted
  /// itself, so that its zero at t = 0.7518 is as sharp as its terms.
  template <class V>
  GELU_FN static V derivative(V x) {
    using T = typename V::value_type;
    constexpr auto slope = coefficients::mills_slope<T>();
    const V t = math::clamped_or_nan(x, k_limit<T>);
    const V shifted = t + V(4);
    const math::Exponential<V> e = math::gauss(t);
    const V g = math::times(shifted * math::horner(t / shifted, slope), e);
    return math::one_minus_if_positive(x, scale_pow2(g, e.exponent));
  }

 private:
  /// Beyond, everything rounds to zero.
  template <class T>
  static constexpr T k_limit = sizeof(T) == 8 ? 39 : 15;
};

}  // namespace gelu::methods
