// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/signed_tanh.hpp"
#include "kernels/math/signed_segments.hpp"
#include "kernels/method.hpp"
#include "kernels/methods/tanh_1ulp.hpp"

namespace gelu::methods {

/// x sigma(2u(x)) for -5.5 < x: sigma(2u) by a polynomial of degree 7 on each of 32 segments of x,
/// the last two steps and the product with their errors, as in erf_1ulp_branch. Error 0.940 ulp (x
/// = -5.3235). Elements below, NaN, and all of them without fma are those of tanh_1ulp.
struct tanh_1ulp_branch
    : math::OnCore<
          math::SignedTwice<coefficients::tanh_signed_7, coefficients::tanh_slope_signed_7>,
          tanh_1ulp> {
  static constexpr About about{.name = "tanh_1ulp_branch",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2};
};

}  // namespace gelu::methods
