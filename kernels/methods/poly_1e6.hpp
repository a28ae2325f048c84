// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/pieces.hpp"
#include "kernels/math/pieces.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: the second term by a quartic on each of 16 pieces of [0, 5.25],
/// looked up in registers.
struct poly_1e6 {
  static constexpr About about{
      .name = "poly_1e6", .formula = Formula::erf, .dtypes = bit(Dtype::f32) | k_16bit};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto p = coefficients::tail_16x4();
    return math::relu_minus_pieces(x, p);
  }
};

/// The same with a cubic on each of 32 pieces: fewer operations, but a permute of two registers
/// each.
struct poly_1e6_cubic {
  static constexpr About about{
      .name = "poly_1e6_cubic", .formula = Formula::erf, .dtypes = bit(Dtype::f32) | k_16bit};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto p = coefficients::tail_32x3();
    return math::relu_minus_pieces(x, p);
  }
};

}  // namespace gelu::methods
