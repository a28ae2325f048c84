// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/coefficients/segments_of_x.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

// x sigma(1.702 x), or max(x, 0) - t sigma(-1.702 t), t = |x|, and its gradient as in
// tanh_segments.hpp. The tail is longer than that of exact GELU: each error costs a degree more.
namespace gelu::methods {

/// Parabolas on 31 segments of x up to 5.41. Absolute error 5.46e-4. Gradient: cubics on 15
/// segments, 4.94e-4.
struct sigmoid_1e3 : math::FromSegmentsOfX<coefficients::sigmoid_value_32x2,
                                           coefficients::sigmoid_slope_of_x_16x3> {
  static constexpr About about{.name = "sigmoid_1e3",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// For AVX2: sigma by parabolas on 8 segments of t, times t: 5.68e-4. Gradient: cubics on
/// 8, 4.94e-4.
struct sigmoid_1e3_8 : math::FromSegments<coefficients::sigmoid_half_8x2,
                                          coefficients::sigmoid_slope_8x3, math::Holds::over_t> {
  static constexpr About about{.name = "sigmoid_1e3_8",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// Cubics on 31 segments of x up to 6.97: 5.36e-5. Gradient: the same, 7.63e-5.
struct sigmoid_1e4 : math::FromSegmentsOfX<coefficients::sigmoid_value_32x3,
                                           coefficients::sigmoid_slope_of_x_32x3> {
  static constexpr About about{.name = "sigmoid_1e4",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// For AVX2: quartics on 8 segments of t, 4.94e-5. Gradient: quintics on 8, 7.32e-5.
struct sigmoid_1e4_8
    : math::FromSegments<coefficients::sigmoid_lost_8x4, coefficients::sigmoid_slope_8x5> {
  static constexpr About about{.name = "sigmoid_1e4_8",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// Quartics on 32 segments of t up to 9.91, from 5.5 on twice as wide: 6.06e-7. Gradient: the
/// same, 5.60e-7; with fewer segments and a higher degree, roundings pass 1e-6.
struct sigmoid_1e6
    : math::FromSegments<coefficients::sigmoid_lost_32x4, coefficients::sigmoid_slope_32x4> {
  static constexpr About about{.name = "sigmoid_1e6",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// For AVX2: quintics on 16 segments of t up to 9.91, from 5.5 on twice as wide, 6.98e-7. No
/// gradient: that of sigmoid_1e6 is the fastest there too.
struct sigmoid_1e6_16 : math::ForwardFromSegments<coefficients::sigmoid_lost_16x5> {
  static constexpr About about{.name = "sigmoid_1e6_16",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = bit(Pass::forward)};
};

}  // namespace gelu::methods
