// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/signed_sigmoid.hpp"
#include "kernels/math/signed_segments.hpp"
#include "kernels/method.hpp"
#include "kernels/methods/sigmoid_1ulp.hpp"

namespace gelu::methods {

/// x sigma(1.702 x) for -7.5 < x: sigma by a polynomial of degree 7 on each of 32 equal segments of
/// x, the last two steps and the product with their errors, as in erf_1ulp_branch; its derivative
/// has degree 9, or the error on the segment around 0 would be above an ulp. Error 0.928 ulp (x =
/// -2.1927). Elements below, NaN, and all of them without fma are those of sigmoid_1ulp.
struct sigmoid_1ulp_branch
    : math::OnCore<
          math::SignedTwice<coefficients::sigmoid_signed_7, coefficients::sigmoid_slope_signed_9>,
          sigmoid_1ulp> {
  static constexpr About about{.name = "sigmoid_1ulp_branch",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2};
};

}  // namespace gelu::methods
