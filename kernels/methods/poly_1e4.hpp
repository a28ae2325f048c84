// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/pieces.hpp"
#include "kernels/math/pieces.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: the second term by a quadratic on each of 16 pieces of
/// [0, 4.19], looked up in registers. Half the range of a signed table buys half the piece.
/// Absolute error <= 8.5e-5: f''' h^3 / 192 for pieces of h = 0.27.
/// The tail below -4.19 is 0; the pieces do not meet, so f is not monotone at their borders.
struct poly_1e4 {
  static constexpr About about{
      .name = "poly_1e4", .formula = Formula::erf, .dtypes = bit(Dtype::f32) | k_16bit};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto p = coefficients::tail_16x2();
    return math::relu_minus_pieces(x, p);
  }
};

}  // namespace gelu::methods
