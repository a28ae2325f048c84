// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: the second term by a parabola on each of 16 segments of
/// [0, 4.19], looked up in registers. Absolute error: f''' h^3 / 192 for segments of h = 0.27, so
/// 8e-5; 8e-5 too where the tail is cut. Below -4.19 the result is -0. Segments do not meet: not
/// monotone at their borders. Gradient: Phi(-t) - t phi(t) at -t, one minus that at t; cubics on 16
/// segments of [0, 4.5], absolute error 6.86e-5 (x = 4.4999).
struct poly_1e4 : math::FromSegments<coefficients::lost_16x2, coefficients::slope_16x3> {
  static constexpr About about{.name = "poly_1e4",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// The same from 8 cubics, for AVX2, which permutes 8 numbers at once, not 16.
struct poly_1e4_8 : math::ForwardFromSegments<coefficients::lost_8x3> {
  static constexpr About about{.name = "poly_1e4_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

}  // namespace gelu::methods
