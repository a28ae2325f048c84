// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/signed_erf.hpp"
#include "kernels/math/signed_segments.hpp"
#include "kernels/method.hpp"
#include "kernels/methods/erf_4ulp.hpp"

namespace gelu::methods {

/// x Phi(x) for -6.25 < x: Phi by a polynomial of degree 6 on each of 32 segments of x, so neither
/// |x| nor max(x, 0) is needed. Elements below, NaN, and all of them without fma are those of
/// erf_4ulp. Error 3.10 ulp (x = -8.5448, one of those): on the segments the last roundings of Phi
/// and of the product, and up to 1.5 units of 2^-24 in which Phi's polynomial errs near -6.25.
struct erf_4ulp_branch_32
    : math::OnCore<math::SignedOnce<coefficients::phi_signed_6, coefficients::slope_signed_6>,
                   erf_4ulp> {
  static constexpr About about{.name = "erf_4ulp_branch_32",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2};
};

}  // namespace gelu::methods
