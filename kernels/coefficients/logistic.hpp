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

template <class T, std::size_t N, std::size_t M, std::size_t L>
struct LogisticBase2 {
  T linear[2], cubic[2], sigmoid[2], silu[2];  ///< -v / t in units of ln 2
  T slope[2], slope_cubic[2];    ///< the tanh form's v'
  math::Poly<T, N> exp2;         ///< (2^f - 1) / f, |f| <= 1/2
  T roots[8];                    ///< 2^(j/8)
  T rests[8];                    ///< 2^(j/8) / roots[j] - 1
  math::Poly<T, M> exp2_eighth;  ///< (2^f - 1) / f, |f| <= 1/16
  math::Poly<T, L> exp2_likely;  ///< the same, to 2^-41
};

/// Constants of exp(-v) as a power of 2; in t^2 where two
template <class T>
constexpr auto logistic_base2() {
  if constexpr (sizeof(T) == 4) {
    return LogisticBase2<float, 6, 3, 3>{{-0x1.26aecp1F, -0x1.0de73ap-22F},
      {-0x1.a5a7dp-4F, 0x1.151aaep-29F},
      {-0x1.3a4cbep1F, 0x1.c08ecap-26F},
      {-0x1.715476p0F, -0x1.4ae0cp-26F},
      {0x1.98846p0F, -0x1.985794p-21F},
      {0x1.b6676cp-3F, -0x1.175e2p-32F},
      math::Poly<float, 6>{{
        0x1.62e43p-1F, 0x1.ebfbep-3F, 0x1.c6af72p-5F, 0x1.3b2a48p-7F,
        0x1.5f0dccp-10F, 0x1.4424bp-13F}},
      {0x1p0F, 0x1.172b84p0F, 0x1.306fep0F, 0x1.4bfdaep0F,
0x1.6a09e6p0F, 0x1.8ace54p0F, 0x1.ae89fap0F, 0x1.d5818ep0F},
      {0, -0x1.9c0c22p-27F, 0x1.125002p-25F, -0x1.0a355p-25F,
0x1.26055cp-26F, 0x1.67a1cap-28F, -0x1.f9c304p-27F, -0x1.a5217cp-28F},
      math::Poly<float, 3>{{
        0x1.62e43p-1F, 0x1.ec0c4ap-3F, 0x1.c6b8e2p-5F}},
      math::Poly<float, 3>{{
        0x1.62e43p-1F, 0x1.ec0c4ap-3F, 0x1.c6b8e2p-5F}}};
  } else {
    return LogisticBase2<double, 11, 8, 5>{{-0x1.26aec21bce76p1, 0x1.ad12d7a64bcebp-49},
      {-0x1.a5a7cf7572a98p-4, 0x1.b91c940e4cfcfp-58},
      {-0x1.3a4cbdc7ee26bp1, -0x1.68797025e71e1p-54},
      {-0x1.71547652b82fep0, -0x1.777d0ffda0d24p-56},
      {0x1.9884533d4364p0, 0x1.08d0fcb3c500cp-48},
      {0x1.b6676bf7450fp-3, 0x1.bba7351828aabp-57},
      math::Poly<double, 11>{{
        0x1.62e42fefa39efp-1, 0x1.ebfbdff82c5a6p-3, 0x1.c6b08d704a183p-5, 0x1.3b2ab6fb9fd4fp-7,
        0x1.5d87fe7888b62p-10, 0x1.4309130f862b6p-13, 0x1.ffcbfcdbb0815p-17, 0x1.62bfc60f5590bp-20,
        0x1.b524224fbe196p-24, 0x1.e61dcc21b6ec9p-28, 0x1.eafe8868eac99p-32}},
      {0x1p0, 0x1.172b83c7d517bp0, 0x1.306fe0a31b715p0, 0x1.4bfdad5362a27p0,
0x1.6a09e667f3bcdp0, 0x1.8ace5422aa0dbp0, 0x1.ae89f995ad3adp0, 0x1.d5818dcfba487p0},
      {0, -0x1.01b15eaa59348p-55, 0x1.34d754db0abb6p-55, 0x1.690cebb7aafbp-56,
-0x1.3b3efbf5e2228p-54, 0x1.db72fc1f0eab4p-55, 0x1.c1a7792cb3387p-55, 0x1.4a385a63d07a7p-56},
      math::Poly<double, 8>{{
        0x1.62e42fefa39efp-1, 0x1.ebfbdff82c58fp-3, 0x1.c6b08d704b5aep-5, 0x1.3b2ab6fba329fp-7,
        0x1.5d87fe2ad9ba6p-10, 0x1.430913a1eafd5p-13, 0x1.ffe4d9fbc3f98p-17, 0x1.6299c789b8b28p-20}},
      math::Poly<double, 5>{{
        0x1.62e42fefa3d6fp-1, 0x1.ebfbdfd4d6e67p-3, 0x1.c6b08d544c3efp-5, 0x1.3b31c80cb8433p-7,
        0x1.5d8efdd967246p-10}}};
  }
}

}  // namespace gelu::coefficients
