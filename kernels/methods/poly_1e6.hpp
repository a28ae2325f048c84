// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/coefficients/segments_of_x.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|: the second term by a cubic on each of 32 segments of [0, 5.34],
/// looked up in registers; the two highest coefficients share a number, to look up once less.
/// Absolute error: f'''' h^4 / 3072 = 1.3e-7 for segments of h = 1/8 near 0, where f'''' is
/// largest; from 2.5 on h = 1/4, and the same. With what sharing costs and half an ulp of the
/// result 4.74e-7, without fma 5.09e-7 (x = 3.125). Below -5.34 the result is -0. Segments do not
/// meet: not monotone at their borders. Gradient: quartics on 31 segments of
/// -5.5 < x < 5.5, absolute error 6.92e-7, without fma 6.99e-7.
struct poly_1e6 : math::ForwardFromSegments<coefficients::lost_32x3>,
                  math::DerivativeFromSegmentsOfX<coefficients::slope_of_x_32x4> {
  static constexpr About about{.name = "poly_1e6",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// The same from 8 segments, for AVX2, which permutes 8 numbers at once, not 32: Phi(-t) by
/// quintics in t - 2.5, for in powers of t itself their terms would cancel. Absolute error 5.93e-7.
/// Gradient: Phi(-t) - t phi(t) at -t, one minus that at t; quartics on 16 segments, 5.93e-7,
/// without fma 6.45e-7.
struct poly_1e6_8
    : math::FromSegments<coefficients::phi_8x5, coefficients::slope_16x4, math::Holds::over_t> {
  static constexpr About about{.name = "poly_1e6_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

}  // namespace gelu::methods
