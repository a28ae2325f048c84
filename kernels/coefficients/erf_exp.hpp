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
        0x1.926e3ap-4F, 0x1.dfc0ep-4F, 0x1.e83f3cp-8F, 0x1.40889p-2F,
        -0x1.326da6p-2F, 0x1.6f5684p-2F, -0x1.8678c8p-4F}};
  } else {
    return math::Poly<double, 18>{{
        0x1.988476e9ab706p-4, 0x1.987f9f8570608p-4, 0x1.7f4650a3e8abbp-4, 0x1.49127bd4308d2p-4,
        0x1.17926a9931367p-4, 0x1.3ba023197a6ffp-6, 0x1.dac3d94c4a05fp-4, -0x1.15b10958537f2p-2,
        0x1.5096b2a6bad9p-1, -0x1.3f09b3a23054p0, 0x1.d4121c436f9d1p0, -0x1.0e5de3f577208p1,
        0x1.daff2ca799b6dp0, -0x1.316f4775d1449p0, 0x1.15797605c0e94p-1, -0x1.51f681bd3d9a9p-3,
        0x1.f10f1f613df4fp-6, -0x1.4eee4ea15c983p-9}};
  }
}

}  // namespace gelu::coefficients
