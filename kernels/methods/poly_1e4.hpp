// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/coefficients/segments_of_x.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) by a parabola on each of 31 segments of -4.19 < x < 4.19, looked up in registers: eight
/// operations. Absolute error: f''' h^3 / 192 for segments of h = 0.27, so 8e-5; 8e-5 too where the
/// tails are cut. Below -4.19 the result is -0, above 4.19 x. Segments do not meet: not monotone at
/// their borders. Gradient: cubics on 31 segments of -4.5 < x < 4.5, absolute error 6.86e-5
/// (x = 4.4999).
struct poly_1e4 : math::FromSegmentsOfX<coefficients::value_32x2, coefficients::slope_of_x_32x3> {
  static constexpr About about{.name = "poly_1e4",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// For AVX2, which permutes 8 numbers at once, not 32. max(x, 0) - t Phi(-t), t = |x|, the second
/// term by 8 cubics: 5.92e-5. Gradient: Phi(-t) - t phi(t) at -t, one minus that at t, by 8
/// quartics: 6.86e-5.
struct poly_1e4_8 : math::FromSegments<coefficients::lost_8x3, coefficients::slope_8x4> {
  static constexpr About about{.name = "poly_1e4_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

}  // namespace gelu::methods
