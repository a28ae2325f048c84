// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/coefficients/segments_of_x.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: Phi by a line on each of 16 segments of [0, 3.47], looked up in
/// registers. The factor t makes it a parabola for two lookups, and exact at 0. Seven operations.
/// Absolute error: t^2 phi(t) h^2 / 16 for segments of h = 0.23, so 9.3e-4 near |x| = 1.4; as much
/// where the tail is cut. Below -3.47 the result is -0. Segments do not meet: not monotone at their
/// borders. Gradient: parabolas on 31 segments of -3.97 < x < 3.97, absolute error 5.66e-4
/// (x = 3.9687).
struct poly_1e3 : math::ForwardFromSegments<coefficients::phi_16x1, math::Holds::over_t>,
                  math::DerivativeFromSegmentsOfX<coefficients::slope_of_x_32x2> {
  static constexpr About about{.name = "poly_1e3",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// For AVX2, which permutes 8 numbers at once, not 16. max(x, 0) - t Phi(-t), the second term by 8
/// parabolas: 8.15e-4. Gradient: Phi(-t) - t phi(t) at -t, one minus that at t, by 8 parabolas:
/// 6.72e-4.
struct poly_1e3_8 : math::FromSegments<coefficients::lost_8x2, coefficients::slope_8x2> {
  static constexpr About about{.name = "poly_1e3_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

}  // namespace gelu::methods
