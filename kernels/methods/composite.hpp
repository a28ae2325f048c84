// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/composites.hpp"
#include "kernels/math/composite.hpp"
#include "kernels/method.hpp"

// max(x, 0) - t Phi(-t), t = |x|, with a composite polynomial for Phi(-t): p(t), then several times
// q^2 + c. Repeated squares fall as the Gaussian does that Phi(-t) nearly is, so that few terms
// suffice, and nothing is looked up: for instruction sets that permute little (AVX2, SSE4, NEON).
// From some t on the result is -0 or x. The gradient likewise, with (t0 - t) q(t) for f'(-t), t0
// its zero. Errors are those of the constants, equal all over but where the tail is cut, and of
// rounding: a square doubles what it is given. The tanh forms have sigma(-2u(t)) for Phi(-t), the
// sigmoid forms sigma(-1.702t), and no derivative: at 1e-3 one would cost what that of 8 segments
// does.
namespace gelu::methods {

/// A cubic, squared twice. Absolute error 1.34e-4; gradient 7.28e-4.
struct composite_1e3
    : math::FromComposites<coefficients::composite_1e3, coefficients::composite_slope_1e3> {
  static constexpr About about{.name = "composite_1e3",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// A cubic, squared three times: 6.81e-5. Gradient: a quartic, 5.68e-5.
struct composite_1e4
    : math::FromComposites<coefficients::composite_1e4, coefficients::composite_slope_1e4> {
  static constexpr About about{.name = "composite_1e4",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// A quintic, squared four times: 4.01e-7, without fma 4.10e-7. Gradient: degree 7, squared three
/// times, 3.30e-7, without fma 3.52e-7.
struct composite_1e6
    : math::FromComposites<coefficients::composite_1e6, coefficients::composite_slope_1e6> {
  static constexpr About about{.name = "composite_1e6",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// Degree 7, squared three times: 2.87e-7, of which 2.4e-7 is rounding where results are near 4.
/// Gradient: that of composite_1e6.
struct composite_3e7
    : math::FromComposites<coefficients::composite_3e7, coefficients::composite_slope_1e6> {
  static constexpr About about{.name = "composite_3e7",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// That of tanh_composite_1e4. Gradient: a cubic, squared twice, 4.76e-4.
struct tanh_composite_1e3 : math::FromComposites<coefficients::tanh_composite_1e4,
                                                 coefficients::tanh_composite_slope_1e3> {
  static constexpr About about{.name = "tanh_composite_1e3",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_training_passes};
};

/// A cubic, squared twice: 9.71e-5. Gradient: a quartic, squared three times, 7.94e-5.
struct tanh_composite_1e4 : math::FromComposites<coefficients::tanh_composite_1e4,
                                                 coefficients::tanh_composite_slope_1e4> {
  static constexpr About about{.name = "tanh_composite_1e4",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// Degree 7, squared three times: 7.07e-7. Gradient: degree 8, 6.63e-7, without fma 7.17e-7.
struct tanh_composite_1e6 : math::FromComposites<coefficients::tanh_composite_1e6,
                                                 coefficients::tanh_composite_slope_1e6> {
  static constexpr About about{.name = "tanh_composite_1e6",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// A cubic, squared three times: 7.56e-4.
struct sigmoid_composite_1e3 : math::FromComposite<coefficients::sigmoid_composite_1e3> {
  static constexpr About about{.name = "sigmoid_composite_1e3",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

/// A quartic, squared three times: 6.53e-5.
struct sigmoid_composite_1e4 : math::FromComposite<coefficients::sigmoid_composite_1e4> {
  static constexpr About about{.name = "sigmoid_composite_1e4",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};
};

}  // namespace gelu::methods
