// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/erf_ratio.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// t M = N / (k N + B), N = t + t^2 n, B = 2 + t b, to 2^-26.3
template <class T>
struct ErfRatio {
  math::Poly<T, 4> n;
  math::Poly<T, 3> b;
  T k;
};

constexpr auto erf_ratio() {
  return ErfRatio<float>{math::Poly<float, 4>{{
        0x1.cc5ed2p-1F, 0x1.88052p-2F, 0x1.631a48p-4F, 0x1.27763ep-7F}},
      math::Poly<float, 3>{{
        0x1.c65f78p-1F, 0x1.c24a78p-3F, 0x1.700876p-6F}}, 0x1.40d9bcp1F};
}

}  // namespace gelu::coefficients
