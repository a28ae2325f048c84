// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/logistic.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T>
struct Logistic {
  T linear[2];
  T cubic[2];
  T sigmoid[2];
  T cubic_times_3;
  T cube;
};

/// Constants of the tanh and the sigmoid form
template <class T>
constexpr auto logistic() {
  if constexpr (sizeof(T) == 4) {
    return Logistic<float>{{0x1.988454p0F, -0x1.857936p-25F},
      {0x1.2444f2p-4F, 0x1.49b16ap-29F},
      {0x1.b3b646p0F, -0x1.78d4fep-26F}, 0x1.b6676cp-3F,
      0x1.6e4e26p-5F};
  } else {
    return Logistic<double>{{0x1.9884533d43651p0, -0x1.cbc0d30ebfd15p-54},
      {0x1.2444f2a4d8b4bp-4, -0x1.6c843a29d1c7p-61},
      {0x1.b3b645a1cac08p0, 0x1.89374bc6a7efap-55}, 0x1.b6676bf7450fp-3,
      0x1.6e4e26d4801f7p-5};
  }
}

template <class T, std::size_t N>
struct LogisticBase2 {
  T linear[2], cubic[2], sigmoid[2], silu[2];  ///< -v / t in units of ln 2
  T slope[2], slope_cubic[2];  ///< the tanh form's v'
  math::Poly<T, N> exp2;       ///< (2^f - 1) / f, |f| <= 1/2
};

/// Constants of exp(-v) as a power of 2; in t^2 where two
template <class T>
constexpr auto logistic_base2() {
  if constexpr (sizeof(T) == 4) {
    return LogisticBase2<float, 6>{{-0x1.26aecp1F, -0x1.0de73ap-22F},
      {-0x1.a5a7dp-4F, 0x1.151aaep-29F},
      {-0x1.3a4cbep1F, 0x1.c08ecap-26F},
      {-0x1.715476p0F, -0x1.4ae0cp-26F},
      {0x1.98846p0F, -0x1.985794p-21F},
      {0x1.b6676cp-3F, -0x1.175e2p-32F},
      math::Poly<float, 6>{{
        0x1.62e43p-1F, 0x1.ebfbep-3F, 0x1.c6af72p-5F, 0x1.3b2a48p-7F,
        0x1.5f0dccp-10F, 0x1.4424bp-13F}}};
  } else {
    return LogisticBase2<double, 11>{{-0x1.26aec21bce76p1, 0x1.ad12d7a64bcebp-49},
      {-0x1.a5a7cf7572a98p-4, 0x1.b91c940e4cfcfp-58},
      {-0x1.3a4cbdc7ee26bp1, -0x1.68797025e71e1p-54},
      {-0x1.71547652b82fep0, -0x1.777d0ffda0d24p-56},
      {0x1.9884533d4364p0, 0x1.08d0fcb3c500cp-48},
      {0x1.b6676bf7450fp-3, 0x1.bba7351828aabp-57},
      math::Poly<double, 11>{{
        0x1.62e42fefa39efp-1, 0x1.ebfbdff82c5a6p-3, 0x1.c6b08d704a183p-5, 0x1.3b2ab6fb9fd4fp-7,
        0x1.5d87fe7888b62p-10, 0x1.4309130f862b6p-13, 0x1.ffcbfcdbb0815p-17, 0x1.62bfc60f5590bp-20,
        0x1.b524224fbe196p-24, 0x1.e61dcc21b6ec9p-28, 0x1.eafe8868eac99p-32}}};
  }
}

}  // namespace gelu::coefficients
