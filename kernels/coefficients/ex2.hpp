// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/ex2.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// log2 Phi(-t) / 2, f32: degree 8
constexpr auto half_log2_phi() {
  return math::Poly<float, 9>{{
        -0x1.fffe28p-2F, -0x1.26ba6p-1F, -0x1.d57d5cp-3F, -0x1.b9482ep-6F,
        0x1.14c59cp-8F, -0x1.e2abb8p-12F, 0x1.0aec8ep-15F, -0x1.4ad70ap-20F,
        0x1.5acf56p-26F}};
}

/// log2 Phi(-t) / 2, 16-bit types: degree 7
constexpr auto half_log2_phi_16() {
  return math::Poly<float, 8>{{
        -0x1.005ed6p-1F, -0x1.233628p-1F, -0x1.eb6d18p-3F, -0x1.507f42p-6F,
        0x1.3449fcp-9F, -0x1.5c1568p-13F, 0x1.b12636p-18F, -0x1.c4326ap-24F}};
}

/// S, f32: degree 12
constexpr auto slope() {
  return math::Poly<float, 13>{{
        0x1.ffff8cp-2F, -0x1.98774cp-1F, 0x1.fe0e38p-3F, -0x1.09215ep-3F,
        0x1.c91f76p-5F, -0x1.3825dep-6F, 0x1.3ea34cp-8F, -0x1.cf2b3ap-11F,
        0x1.ce7542p-14F, -0x1.326f04p-17F, 0x1.ffe4e8p-22F, -0x1.e62f46p-27F,
        0x1.8f7f64p-33F}};
}

/// S, 16-bit types: degree 9
constexpr auto slope_16() {
  return math::Poly<float, 10>{{
        0x1.ffc50cp-2F, -0x1.94feaep-1F, 0x1.c3535ap-3F, -0x1.5e454ap-4F,
        0x1.667e2ep-6F, -0x1.d89c7ap-9F, 0x1.897abcp-12F, -0x1.8dcbcp-16F,
        0x1.bc7d6ap-21F, -0x1.a4511ep-27F}};
}

/// R, 16-bit types: degree 10
constexpr auto ratio_16() {
  return math::Poly<float, 11>{{
        0x1.fed212p-2F, -0x1.87774p-2F, 0x1.a07162p-3F, -0x1.31482ep-4F,
        0x1.30e734p-6F, -0x1.9d6704p-9F, 0x1.7a40fap-12F, -0x1.ca846p-16F,
        0x1.6023c6p-20F, -0x1.35eb2p-25F, 0x1.dbd43p-32F}};
}

}  // namespace gelu::coefficients
