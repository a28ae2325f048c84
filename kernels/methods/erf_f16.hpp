// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/phi_roots.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) for binary16 with its whole tail, subnormal results too: max(x, 0) - t Phi(-t), t =
/// |x|. The square root of Phi(-t) by cubics on 16 segments, looked up in registers. Beyond 5.75
/// nothing is left; from 4.2 on the results are subnormal and the digits fewer. Error 0.644 ulp (x
/// = -3.9648), of which rounding is 0.5. For bfloat16 see erf_bf16.
struct erf_f16 {
  static constexpr About about{
      .name = "erf_f16", .formula = Formula::erf, .dtypes = bit(Dtype::f16)};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto roots = coefficients::phi_root_16x3();
    return math::relu_minus_t_power<1>(x, roots);
  }

  /// exp(-t^2/2) D(t) at -t, one minus that at t: cubics for the 4th root and for D. 0.55 ulp (x =
  /// -0.3911).
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto roots = coefficients::gauss_root_f16();
    GELU_TABLE auto slope = coefficients::slope_f16();
    return math::slope_from_roots<2>(x, roots, slope);
  }
};

/// The same from 8 cubics for the 8th root, for AVX2, which permutes 8 numbers at once, not 16.
/// Error 0.587 ulp.
struct erf_f16_8 {
  static constexpr About about{
      .name = "erf_f16_8", .formula = Formula::erf, .dtypes = bit(Dtype::f16)};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto roots = coefficients::phi_8th_root_8x3();
    return math::relu_minus_t_power<3>(x, roots);
  }
};

}  // namespace gelu::methods
