// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/segments.hpp"
#include "kernels/coefficients/segments_of_x.hpp"
#include "kernels/math/segments.hpp"
#include "kernels/method.hpp"

// x sigma(2u(x)) by polynomials on segments of x; or max(x, 0) - t sigma(-2u(t)), t = |x|, the
// second term by polynomials on segments of t. Looked up in registers; where a tail falls below the
// error, it is cut to zero, and the result is -0 or x. The gradient likewise. As the poly_ methods
// do it for exact GELU; tables of 8 are for AVX2, which permutes 8 numbers at once. Segments do not
// meet: not monotone at their borders.
namespace gelu::methods {

/// sigma by a line on each of 16 segments of t up to 3.41, times t: seven operations. Absolute
/// error 8.88e-4. Gradient: parabolas on 31 segments of x, 5.73e-4.
struct tanh_1e3 : math::ForwardFromSegments<coefficients::tanh_half_16x1, math::Holds::over_t>,
                  math::DerivativeFromSegmentsOfX<coefficients::tanh_slope_of_x_32x2> {
  static constexpr About about{.name = "tanh_1e3",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// 8 parabolas of t: 4.39e-4. Gradient: 8 too, 6.17e-4.
struct tanh_1e3_8 : math::FromSegments<coefficients::tanh_lost_8x2, coefficients::tanh_slope_8x2> {
  static constexpr About about{.name = "tanh_1e3_8",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// Parabolas on 31 segments of x up to 4: 7.11e-5. Gradient: cubics, 4.09e-5.
struct tanh_1e4
    : math::FromSegmentsOfX<coefficients::tanh_value_32x2, coefficients::tanh_slope_of_x_32x3> {
  static constexpr About about{.name = "tanh_1e4",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// 8 cubics of t: 4.47e-5. Gradient: quartics, 4.09e-5.
struct tanh_1e4_8 : math::FromSegments<coefficients::tanh_lost_8x3, coefficients::tanh_slope_8x4> {
  static constexpr About about{
      .name = "tanh_1e4_8", .formula = Formula::tanh, .dtypes = k_f32_and_16bit};
};

/// Cubics on 32 segments of t up to 5, from 2.75 on twice as wide: 5.48e-7, without fma 5.94e-7.
/// Gradient: quartics on 31 of x, 5.76e-7, without fma 6.23e-7.
struct tanh_1e6 : math::ForwardFromSegments<coefficients::tanh_lost_32x3>,
                  math::DerivativeFromSegmentsOfX<coefficients::tanh_slope_of_x_32x4> {
  static constexpr About about{.name = "tanh_1e6",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// Quartics on 16 segments of t up to 4.94, from 2.5 on twice as wide, for AVX2: 4.69e-7, without
/// fma 4.87e-7. Gradient: quartics on 16 equal ones, 4.89e-7, without fma 6.61e-7.
struct tanh_1e6_16
    : math::FromSegments<coefficients::tanh_lost_16x4, coefficients::tanh_slope_16x4> {
  static constexpr About about{.name = "tanh_1e6_16",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

}  // namespace gelu::methods
