// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/mills.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// Q on t <= 15 (float), 39 (double)
template <class T>
constexpr auto mills_ratio() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 10>{{
        0x1.82b4bcp-1F, -0x1.373e3ap0F, 0x1.8c6d84p0F, -0x1.7dffaep0F,
        0x1.eedc36p-1F, -0x1.ed4daep-3F, -0x1.ce469ap-3F, 0x1.9ae93p-3F,
        0x1.9cc3cp-5F, -0x1.fda17ep-5F}};
  } else {
    return math::Poly<double, 24>{{
        0x1.82b4bb8c94dcep-1, -0x1.373e3a893c28ap0, 0x1.8c6dbf2cfc27dp0, -0x1.7dff2bff68387p0,
        0x1.eec4cc3e51489p-1, -0x1.ee27610489913p-3, -0x1.c81719d9c7607p-3, 0x1.ab825fc3a423ep-3,
        0x1.17a4b0e5483cbp-5, -0x1.e4a4260132abcp-4, -0x1.00224d0cc5392p-9, 0x1.26d09fd62708cp-4,
        0x1.80ee4732b387bp-9, -0x1.8d4af43ab3d9fp-5, -0x1.527bd5eff392bp-7, 0x1.122bcd23265eap-5,
        0x1.252b8df571e3bp-6, -0x1.4be95734dc0a9p-6, -0x1.741ddfd1efa5p-6, 0x1.b6a1c1f9aaee8p-8,
        0x1.5d3615038f016p-6, 0x1.3859c448f8eddp-8, -0x1.730d6f2558e16p-7, -0x1.c7af667ea95bdp-8}};
  }
}

/// G on the same ranges
template <class T>
constexpr auto mills_slope() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 11>{{
        0x1p-3F, -0x1.d88454p-1F, 0x1.000016p0F, -0x1.20b24p0F,
        0x1.7d658ep-1F, -0x1.8c7e8cp-3F, -0x1.22598cp-4F, 0x1.ac55cap-6F,
        0x1.b4a62p-5F, -0x1.6457bap-5F, 0x1.511c1ep-7F}};
  } else {
    return math::Poly<double, 24>{{
        0x1p-3, -0x1.d884533d4364fp-1, 0x1.ffffffffffe98p-1, -0x1.20b06efc561a4p0,
        0x1.7d3e440d4855ap-1, -0x1.88958054a490fp-3, -0x1.41c9f2f70e26ap-4, 0x1.7a45fe2fe4024p-5,
        0x1.40d4aa7db649dp-6, -0x1.2391027b27ea4p-7, -0x1.fde0f0658af69p-8, 0x1.23fcf8d61baedp-9,
        -0x1.19ec31831aeacp-8, 0x1.4cec9ca37d4aap-6, -0x1.7727d71576a02p-5, 0x1.5cb131935db61p-4,
        -0x1.0968ad424566ep-3, 0x1.3e8afa4bb0d5bp-3, -0x1.2ab5ab62f8031p-3, 0x1.ac0d50898e875p-4,
        -0x1.c00f7fb900344p-5, 0x1.3fb07ede7a715p-6, -0x1.144e3edcb4742p-8, 0x1.b373eb1a33704p-12}};
  }
}

}  // namespace gelu::coefficients
