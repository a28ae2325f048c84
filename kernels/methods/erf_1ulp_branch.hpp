// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/signed_erf.hpp"
#include "kernels/math/signed_segments.hpp"
#include "kernels/method.hpp"
#include "kernels/methods/erf_1ulp.hpp"

namespace gelu::methods {

/// x Phi(x) for -6.25 < x: Phi by a polynomial of degree 7 on each of 32 segments of x, the last
/// two steps and the product with their errors. Error 0.843 ulp (x = -6.2497), of which rounding is
/// 0.5: towards the tail Phi changes by half on a segment, so that the terms from degree 2 on
/// count. Elements below, NaN, and all of them without fma are those of erf_1ulp.
struct erf_1ulp_branch
    : math::OnCore<math::SignedTwice<coefficients::phi_signed_7, coefficients::slope_signed_7>,
                   erf_1ulp> {
  static constexpr About about{.name = "erf_1ulp_branch",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2};
};

}  // namespace gelu::methods
