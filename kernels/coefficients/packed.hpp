// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/packed.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// Q for f16, c = 15/4, degree 5
constexpr auto packed_f16() {
  return math::Poly<float, 6>{{
        0x1.ea4p-10F, -0x1.a0cp-8F, 0x1.d34p-7F, -0x1.83p-7F,
        0x1.7d4p-8F, -0x1.958p-11F}};
}

/// Q for bf16, c = 13/4, degree 2
constexpr auto packed_bf16() {
  return math::Poly<float, 3>{{
        0x1.6ep-7F, -0x1.4cp-6F, 0x1.52p-6F}};
}

}  // namespace gelu::coefficients
