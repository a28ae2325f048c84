// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/exp2_eighths.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T, std::size_t N, std::size_t M>
struct Exp2Eighths {
  T c;                          ///< log2(e) / 2
  T roots[8];                   ///< 2^(j/8)
  T rests[8];                   ///< 2^(j/8) / roots[j] - 1
  math::Poly<T, N> exp2;        ///< (2^f - 1) / f, |f| <= 1/16
  math::Poly<T, M> exp2_short;  ///< the same, to 2^-25 (float), 2^-41 (double)
};

/// c and 2^(k/8 + f)
template <class T>
constexpr auto exp2_eighths() {
  if constexpr (sizeof(T) == 4) {
    return Exp2Eighths<float, 4, 3>{0x1.715476p-1F,
      {0x1p0F, 0x1.172b84p0F, 0x1.306fep0F, 0x1.4bfdaep0F, 0x1.6a09e6p0F, 0x1.8ace54p0F, 0x1.ae89fap0F, 0x1.d5818ep0F},
      {0, -0x1.9c0c22p-27F, 0x1.125002p-25F, -0x1.0a355p-25F, 0x1.26055cp-26F, 0x1.67a1cap-28F, -0x1.f9c304p-27F, -0x1.a5217cp-28F},
      math::Poly<float, 4>{{
        0x1.62e43p-1F, 0x1.ebfbep-3F, 0x1.c6b8e2p-5F, 0x1.3b2eb2p-7F}},
      math::Poly<float, 3>{{
        0x1.62e43p-1F, 0x1.ec0c4ap-3F, 0x1.c6b8e2p-5F}}};
  } else {
    return Exp2Eighths<double, 8, 5>{0x1.71547652b82fep-1,
      {0x1p0, 0x1.172b83c7d517bp0, 0x1.306fe0a31b715p0, 0x1.4bfdad5362a27p0, 0x1.6a09e667f3bcdp0, 0x1.8ace5422aa0dbp0, 0x1.ae89f995ad3adp0, 0x1.d5818dcfba487p0},
      {0, -0x1.01b15eaa59348p-55, 0x1.34d754db0abb6p-55, 0x1.690cebb7aafbp-56, -0x1.3b3efbf5e2228p-54, 0x1.db72fc1f0eab4p-55, 0x1.c1a7792cb3387p-55, 0x1.4a385a63d07a7p-56},
      math::Poly<double, 8>{{
        0x1.62e42fefa39efp-1, 0x1.ebfbdff82c58fp-3, 0x1.c6b08d704b5aep-5, 0x1.3b2ab6fba329fp-7,
        0x1.5d87fe2ad9ba6p-10, 0x1.430913a1eafd5p-13, 0x1.ffe4d9fbc3f98p-17, 0x1.6299c789b8b28p-20}},
      math::Poly<double, 5>{{
        0x1.62e42fefa3d6fp-1, 0x1.ebfbdfd4d6e67p-3, 0x1.c6b08d544c3efp-5, 0x1.3b31c80cb8433p-7,
        0x1.5d8efdd967246p-10}}};
  }
}

}  // namespace gelu::coefficients
