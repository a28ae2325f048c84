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

}  // namespace gelu::coefficients
