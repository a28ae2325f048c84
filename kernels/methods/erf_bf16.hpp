// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/phi_roots.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) for bfloat16 with its whole tail, subnormal results too: max(x, 0) - t Phi(-t), t =
/// |x|. Phi(-t) falls from 2^-1 to 2^-133, its 32nd root from 0.98 to 0.06: parabolas on 16
/// segments, looked up in registers, and five squares. No exponential, no division. Error 0.797 ulp
/// (x = -13.125), of which rounding is 0.5.
struct erf_bf16 {
  static constexpr About about{
      .name = "erf_bf16", .formula = Formula::erf, .dtypes = bit(Dtype::bf16), .rounds = true};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto roots = coefficients::phi_32nd_root_16x2();
    return math::rounded_to_bf16(math::relu_minus_t_power<5>(x, roots));
  }

  /// exp(-t^2/2) D(t) at -t, one minus that at t: cubics for the 16th root and for D. 0.546 ulp (x
  /// = -13.0625).
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto roots = coefficients::gauss_root_bf16();
    GELU_TABLE auto slope = coefficients::slope_bf16();
    return math::slope_from_roots<4>(x, roots, slope);
  }
};

/// The same from 8 cubics, for AVX2, which permutes 8 numbers at once, not 16. Error 0.582 ulp.
struct erf_bf16_8 {
  static constexpr About about{
      .name = "erf_bf16_8", .formula = Formula::erf, .dtypes = bit(Dtype::bf16), .rounds = true};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto roots = coefficients::phi_32nd_root_8x3();
    return math::rounded_to_bf16(math::relu_minus_t_power<5>(x, roots));
  }
};

}  // namespace gelu::methods
