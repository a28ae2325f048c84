// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/exp.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T, std::size_t N>
struct Exp {
  T log2_e;
  T ln2[2];
  math::Poly<T, N> poly;
};

/// 1/ln 2, ln 2 in two parts, P
template <class T>
constexpr auto exp() {
  if constexpr (sizeof(T) == 4) {
    return Exp<float, 5>{0x1.715476p0F, {0x1.62e4p-1F, 0x1.7f7d1cp-20F},
      math::Poly<float, 5>{{
        0x1.fffff2p-2F, 0x1.555436p-3F, 0x1.555e6ep-5F, 0x1.1277e4p-7F,
        0x1.6787cp-10F}}};
  } else {
    return Exp<double, 10>{0x1.71547652b82fep0, {0x1.62e42fefa38p-1, 0x1.ef35793c7673p-45},
      math::Poly<double, 10>{{
        0x1.000000000000cp-1, 0x1.5555555555516p-3, 0x1.555555554fe5fp-5, 0x1.1111111120dd7p-7,
        0x1.6c16c185ec874p-10, 0x1.a01a014ee7b4bp-13, 0x1.a019960993714p-16, 0x1.71ded4ca0ef5ap-19,
        0x1.28b0ac705a4dp-22, 0x1.adfd8401e73dp-26}}};
  }
}

}  // namespace gelu::coefficients
