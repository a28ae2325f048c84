// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/signed_tanh.hpp"
#include "kernels/math/signed_segments.hpp"
#include "kernels/method.hpp"
#include "kernels/methods/tanh_4ulp.hpp"

namespace gelu::methods {

/// x sigma(2u(x)) for -5.375 < x: sigma(2u) by a polynomial of degree 6 on each of 32 segments of
/// x, as in erf_4ulp_branch_32; no division. Error 2.95 ulp (x = -5.2009). Elements below, NaN, and
/// all of them without fma are those of tanh_4ulp: 3.56 ulp there.
struct tanh_4ulp_branch
    : math::OnCore<math::SignedOnce<coefficients::tanh_signed_6, coefficients::tanh_slope_signed_6>,
                   tanh_4ulp> {
  static constexpr About about{.name = "tanh_4ulp_branch",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2};
};

}  // namespace gelu::methods
