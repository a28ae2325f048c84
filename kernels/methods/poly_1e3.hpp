// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: Phi by a line on each of 16 segments of [0, 3.47], looked up in
/// registers. The factor t makes it a parabola for two lookups, and exact at 0. Seven operations.
/// Absolute error: t^2 phi(t) h^2 / 16 for segments of h = 0.23, so 9.3e-4 near |x| = 1.4; as much
/// where the tail is cut. Below -3.47 the result is -0. Segments do not meet: not monotone at their
/// borders.
struct poly_1e3 {
  static constexpr About about{.name = "poly_1e3",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto s = coefficients::phi_16x1();
    return math::relu_minus_t_segments(x, s);
  }

  /// Phi(-t) - t phi(t) at -t, one minus that at t: parabolas on 16 segments of [0, 3.97]. Absolute
  /// error 5.66e-4 (x = 3.9687).
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto s = coefficients::slope_16x2();
    return math::slope_from_segments(x, s);
  }
};

/// The same error from 8 parabolas for t Phi(-t): for AVX2, which permutes 8 numbers at once,
/// not 16.
struct poly_1e3_8 {
  static constexpr About about{.name = "poly_1e3_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto s = coefficients::lost_8x2();
    return math::relu_minus_segments(x, s);
  }
};

}  // namespace gelu::methods
