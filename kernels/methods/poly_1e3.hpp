// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/pieces.hpp"
#include "kernels/math/pieces.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) by a quadratic on each of 16 pieces of [-4, 3.69], looked up in registers. The inner
/// argument is clamped on both sides, the outer one below only: -4 gives -0, and from the last
/// piece on the bracket is exactly 1, so that x comes out, infinity included. Absolute error
/// <= 5.1e-4: f''' h^3 / 192 for pieces of h = 1/2, and as much where the tail is cut. The tail
/// below -3.75 is 0; the pieces do not meet, so f is not monotone at their borders.
struct poly_1e3 {
  static constexpr About about{
      .name = "poly_1e3", .formula = Formula::erf, .dtypes = bit(Dtype::f32) | k_16bit};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto p = coefficients::gelu_16x2();
    const V u = max(V(p.low), x);
    const V t = min(u, V(p.high));
    const typename V::Int i = math::piece(t, p);
    const V slope = fma(t, math::lookup<V>(p.c[2], i), math::lookup<V>(p.c[1], i));
    return fma(u, slope, math::lookup<V>(p.c[0], i));
  }
};

}  // namespace gelu::methods
