// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/poly.hpp"
#include "kernels/math/halves.hpp"
#include "kernels/math/polynomial.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t P(t), t = min(|x|, c), with P of degree N for Phi(-t) and P(c) = 0: nothing but
/// additions and multiplications. The factor t keeps small x relatively exact, the factor c - t
/// makes the end exact, so that the clamp needs no blend. No tail beyond c. Absolute errors per
/// N: 2.6e-3, 2.2e-4, 7.8e-5, 1.3e-5, 1.9e-6 for N = 4, 6, ..., 12; the derivative loses a factor
/// of 6 to 10.
template <int N>
struct poly {
  static constexpr About about{.name = N == 4    ? "poly_4"
                                       : N == 6  ? "poly_6"
                                       : N == 8  ? "poly_8"
                                       : N == 10 ? "poly_10"
                                                 : "poly_12",
                               .formula = Formula::erf};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    constexpr auto p = coefficients::poly_forward<N, T>();
    const V t = math::clamped(x, p.limit);
    return math::relu_minus(x, t * (V(p.limit) - t) * math::horner(t - V(p.limit / 2), p.q));
  }

  /// (c - t) (1/(2c) + t S(t - c/2)): 1/2 at 0, and -0 from -c down.
  template <class V>
  GELU_FN static V derivative(V x) {
    using T = typename V::value_type;
    constexpr auto p = coefficients::poly_backward<N, T>();
    const V t = math::clamped_or_nan(x, p.limit);
    const V s = math::horner(t - V(p.limit / 2), p.q);
    const V h = (V(p.limit) - t) * fma(t, s, V(p.start));
    return math::one_minus_if_positive(x, -(V(0) - h));  // a zero of either sign becomes -0
  }
};

}  // namespace gelu::methods
