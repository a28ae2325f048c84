// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/mills.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// Q(s) on t <= 15 (float), 39 (double)
template <class T>
constexpr auto mills_ratio() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 10>{{
        0x1p1F, -0x1.18846p2F, 0x1.4ef9ap2F, -0x1.98e6a8p1F,
        0x1.40d51ap-2F, 0x1.44a3bap-1F, 0x1.b27376p-4F, -0x1.312b02p-1F,
        0x1.6a89d8p-2F, -0x1.19f90ap-4F}};
  } else {
    return math::Poly<double, 24>{{
        0x1p1, -0x1.1884533d43651p2, 0x1.4ef75985794p2, -0x1.989d6b526b9d1p1,
        0x1.2e7c3462c5f5bp-2, 0x1.6e9bdd3f4142bp-1, -0x1.ecd05534f086bp-4, -0x1.be344723fcd07p-3,
        -0x1.ed08e9384d05dp-10, 0x1.1e60faeff1813p-4, 0x1.cdf4994e0294ep-6, -0x1.eda274265dcebp-6,
        0x1.60803523ed2a9p-5, -0x1.749fb39ad4cdp-3, 0x1.c5add0b33cf92p-2, -0x1.b82922e654476p-1,
        0x1.5cde8cd6034a1p0, -0x1.b4e5f818def3bp0, 0x1.aae6a8b523c16p0, -0x1.3e857e8a1258dp0,
        0x1.5b7a65779664p-1, -0x1.029eb49671fe9p-2, 0x1.d26ad0e19841p-5, -0x1.7f3a2b60d949bp-8}};
  }
}

/// G(s) on the same ranges
template <class T>
constexpr auto mills_slope() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 11>{{
        0x1p-3F, -0x1.d88454p-1F, 0x1.000016p0F, -0x1.20b23cp0F,
        0x1.7d6502p-1F, -0x1.8c6f36p-3F, -0x1.22caa6p-4F, 0x1.b01242p-6F,
        0x1.b25e5ap-5F, -0x1.62d8acp-5F, 0x1.4f7962p-7F}};
  } else {
    return math::Poly<double, 24>{{
        0x1p-3, -0x1.d884533d4365p-1, 0x1.fffffffffff53p-1, -0x1.20b06efc57bcap0,
        0x1.7d3e440dc5b37p-1, -0x1.8895808357877p-3, -0x1.41c9ed13e3a6ap-4, 0x1.7a457647b1c59p-5,
        0x1.40ddc5a38bc74p-6, -0x1.240845dec70d8p-7, -0x1.f9205dd5b5de5p-8, 0x1.fb6064c620539p-10,
        -0x1.b8b04f36da668p-9, 0x1.252ca87a29454p-6, -0x1.4dd43df9b375ap-5, 0x1.3a1be28be8e4dp-4,
        -0x1.e46c552b749f5p-4, 0x1.25cf7d5dbf6bep-3, -0x1.160cda68dacb6p-3, 0x1.919d2c3ca170fp-4,
        -0x1.a70e6b3590beap-5, 0x1.2f3b209a3142bp-6, -0x1.06d8ea8564f16p-8, 0x1.9edece0871a65p-12}};
  }
}

}  // namespace gelu::coefficients
