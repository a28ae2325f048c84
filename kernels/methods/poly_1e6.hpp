// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: the second term by a cubic on each of 32 segments of [0, 5.23],
/// looked up in registers.
/// Absolute error: f'''' h^4 / 3072 = 4e-7 for segments of h = 1/6 near 0, where f'''' is largest;
/// near |x| = 5.2 the cut tail (4e-7) and half an ulp of the result (2.4e-7).
/// Below -5.23 the result is -0. Segments do not meet: not monotone at their borders.
struct poly_1e6 {
  static constexpr About about{.name = "poly_1e6",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto s = coefficients::lost_32x3();
    return math::relu_minus_segments(x, s);
  }

  /// Phi(-t) - t phi(t) at -t, one minus that at t: cubics on 32 segments of [0, 5.56]. Absolute
  /// error 9.77e-7 (x = 0.77).
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto s = coefficients::slope_32x3();
    return math::slope_from_segments(x, s);
  }
};

/// The same from 8 segments, for AVX2, which permutes 8 numbers at once, not 32: Phi(-t) by
/// quintics in t - 2.5, for in powers of t itself their terms would cancel. Absolute error 5.93e-7.
struct poly_1e6_8 {
  static constexpr About about{.name = "poly_1e6_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto s = coefficients::phi_8x5();
    return math::relu_minus_t_segments_around(x, 2.5F, s);
  }
};

}  // namespace gelu::methods
