// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

// x sigma(1.702 x) = max(x, 0) - t sigma(-1.702 t), t = |x|, and its gradient as in
// tanh_segments.hpp. The tail is longer than that of exact GELU: each error costs a degree more.
namespace gelu::methods {

/// sigma by parabolas on 8 segments of [0, 5.41], times t. Absolute error 5.68e-4. Gradient: cubics
/// on 8 segments, 4.94e-4.
struct sigmoid_1e3 : math::FromSegments<coefficients::sigmoid_half_8x2,
                                        coefficients::sigmoid_slope_8x3, math::Holds::over_t> {
  static constexpr About about{.name = "sigmoid_1e3",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// Cubics on 16 segments of [0, 6.97]: 4.93e-5. Gradient: the same, 7.63e-5.
struct sigmoid_1e4
    : math::FromSegments<coefficients::sigmoid_lost_16x3, coefficients::sigmoid_slope_16x3> {
  static constexpr About about{.name = "sigmoid_1e4",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// Quartics on 8 segments, for AVX2: 4.94e-5. No gradient: there 8 quartics come to 1e-4.
struct sigmoid_1e4_8
    : math::FromSegments<coefficients::sigmoid_lost_8x4, coefficients::sigmoid_slope_16x3> {
  static constexpr About about{.name = "sigmoid_1e4_8",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = bit(Pass::forward)};
};

/// Quintics on 16 segments of [0, 9.91], from 5.5 on twice as wide: 6.98e-7. Gradient: quartics on
/// 32, 5.61e-7; with fewer segments and a higher degree, roundings pass 1e-6.
struct sigmoid_1e6
    : math::FromSegments<coefficients::sigmoid_lost_16x5, coefficients::sigmoid_slope_32x4> {
  static constexpr About about{.name = "sigmoid_1e6",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

}  // namespace gelu::methods
