// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/erf_exp.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// P
template <class T>
constexpr auto erf_exp() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 7>{{
        0x1.9211acp-4F, 0x1.e319cap-4F, 0x1.1d9012p-8F, 0x1.46ce4ep-2F,
        -0x1.394a08p-2F, 0x1.734538p-2F, -0x1.8a2a76p-4F}};
  } else {
    return math::Poly<double, 18>{{
        0x1.988477f14dfa6p-4, 0x1.987f8113ebc28p-4, 0x1.7f47f38079c58p-4, 0x1.49049164cd52fp-4,
        0x1.17e45cb472552p-4, 0x1.3615c255df6efp-6, 0x1.df5385e835463p-4, -0x1.189c580401744p-2,
        0x1.5387a75e9554cp-1, -0x1.416263d8901b1p0, 0x1.d7091e6d4cc8dp0, -0x1.0fd78f35ac94bp1,
        0x1.dd480f72f374fp0, -0x1.32c85c1d45b2dp0, 0x1.16a5251ee3309p-1, -0x1.535f9348aee34p-3,
        0x1.f32a1c5eccaebp-6, -0x1.5065adf90e63fp-9}};
  }
}

}  // namespace gelu::coefficients
