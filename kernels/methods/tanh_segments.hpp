// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

// 0.5 x (1 + tanh u) = max(x, 0) - t sigma(-2u(t)), t = |x|: the second term by polynomials on
// segments of t, looked up in registers; where it falls below the error, it is cut to zero, and the
// result is -0. The gradient likewise. As the poly_ methods do it for exact GELU; tables of 8 are
// for AVX2, which permutes 8 numbers at once. Segments do not meet: not monotone at their borders.
namespace gelu::methods {

/// sigma by a line on each of 16 segments of [0, 3.41], times t: seven operations. Absolute error
/// 8.88e-4. Gradient: parabolas on 8 segments, 6.17e-4.
struct tanh_1e3 : math::FromSegments<coefficients::tanh_half_16x1, coefficients::tanh_slope_8x2,
                                     math::Holds::over_t> {
  static constexpr About about{.name = "tanh_1e3",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// 8 parabolas: 4.39e-4. No gradient: that of tanh_1e3 is of 8 segments.
struct tanh_1e3_8 : math::FromSegments<coefficients::tanh_lost_8x2, coefficients::tanh_slope_8x2> {
  static constexpr About about{.name = "tanh_1e3_8",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = bit(Pass::forward)};
};

/// Parabolas on 16 segments of [0, 4]: 7.11e-5. Gradient: cubics, 4.09e-5.
struct tanh_1e4 : math::FromSegments<coefficients::tanh_lost_16x2, coefficients::tanh_slope_16x3> {
  static constexpr About about{.name = "tanh_1e4",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// 8 cubics: 4.47e-5. Gradient: quartics, 4.09e-5.
struct tanh_1e4_8 : math::FromSegments<coefficients::tanh_lost_8x3, coefficients::tanh_slope_8x4> {
  static constexpr About about{
      .name = "tanh_1e4_8", .formula = Formula::tanh, .dtypes = k_f32_and_16bit};
};

/// Cubics on 32 segments of [0, 5], from 2.75 on twice as wide: 5.48e-7, without fma 5.94e-7.
/// Gradient: quartics on 16 equal ones, 4.89e-7, without fma 6.61e-7.
struct tanh_1e6 : math::FromSegments<coefficients::tanh_lost_32x3, coefficients::tanh_slope_16x4> {
  static constexpr About about{.name = "tanh_1e6",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// Quartics on 16 segments of [0, 4.94], from 2.5 on twice as wide, for AVX2: 4.69e-7, without fma
/// 4.87e-7. No gradient: that of tanh_1e6 is of 16 segments.
struct tanh_1e6_16 : math::ForwardFromSegments<coefficients::tanh_lost_16x4> {
  static constexpr About about{.name = "tanh_1e6_16",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = bit(Pass::forward)};
};

}  // namespace gelu::methods
