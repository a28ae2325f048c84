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
        0x1.82b4bcp-1F, -0x1.373e38p0F, 0x1.8c6d9p0F, -0x1.7e003ap0F,
        0x1.eed648p-1F, -0x1.ed02cp-3F, -0x1.cc837ep-3F, 0x1.9a5fe8p-3F,
        0x1.72c728p-5F, -0x1.1530c4p-4F}};
  } else {
    return math::Poly<double, 24>{{
        0x1.82b4bb8c94dcep-1, -0x1.373e3a893c28ap0, 0x1.8c6dbf2cfc28p0, -0x1.7dff2bff683a1p0,
        0x1.eec4cc3e50e34p-1, -0x1.ee276104808cp-3, -0x1.c81719d93266p-3, 0x1.ab825fc15b6e6p-3,
        0x1.17a4b077adc7fp-5, -0x1.e4a4256deadc8p-4, -0x1.002191a000fc5p-9, 0x1.26d0959097d19p-4,
        0x1.80e1c15a2538dp-9, -0x1.8d4a27b7130d5p-5, -0x1.525946f9a2a08p-7, 0x1.12280cb2dda48p-5,
        0x1.24b0657825ba6p-6, -0x1.4bee26cc06454p-6, -0x1.71fa43c25ee7dp-6, 0x1.ba3f7f61c99c6p-8,
        0x1.57d0b795263a3p-6, 0x1.2880b93b9180dp-8, -0x1.674298c6ce622p-7, -0x1.b0620b9f495e2p-8}};
  }
}

/// G on the same ranges
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
