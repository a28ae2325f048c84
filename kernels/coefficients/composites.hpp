// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/composites.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/composite.hpp"

namespace gelu::coefficients {

/// Phi(-t): degree 3, squares 2
constexpr auto composite_1e3() {
  return math::Composite<float, 3, 2>{0x1.03p2F, 0,
    math::Poly<float, 4>{{
        0x1.a667c6p-1F, -0x1.5bd20ep-3F, -0x1.de1f06p-5F, 0x1.a5d68cp-7F}},
    {0x1.c31b1ap-6F, -0x1.b1ca16p-11F}};
}

/// f'(-t): degree 3, squares 2
constexpr auto composite_slope_1e3() {
  return math::Composite<float, 3, 2>{0x1.0bp2F, 0x1.80eacep-1F,
    math::Poly<float, 4>{{
        0x1.c4df9cp-1F, -0x1.ce6b1p-5F, -0x1.b7df5p-4F, 0x1.1a1c0cp-6F}},
    {0x1.15a6a8p-5F, -0x1.3db6e8p-10F}};
}

/// Phi(-t): degree 3, squares 3
constexpr auto composite_1e4() {
  return math::Composite<float, 3, 3>{0x1.0dp2F, 0,
    math::Poly<float, 4>{{
        0x1.d248bcp-1F, -0x1.74074ap-4F, -0x1.37e6e8p-5F, 0x1.c7f1d6p-9F}},
    {0x1.439c04p-13F, 0x1.29f45ap-6F, -0x1.61d52p-12F}};
}

/// f'(-t): degree 4, squares 3
constexpr auto composite_slope_1e4() {
  return math::Composite<float, 4, 3>{0x1.25p2F, 0x1.80eaccp-1F,
    math::Poly<float, 5>{{
        0x1.ad1e7cp-1F, -0x1.1a23f8p-5F, -0x1.aa9c32p-5F, -0x1.3f040ap-10F,
        0x1.77fb28p-10F}},
    {0x1.d13826p-3F, -0x1.8e3804p-5F, -0x1.02f7cap-14F}};
}

/// Phi(-t): degree 5, squares 4
constexpr auto composite_1e6() {
  return math::Composite<float, 5, 4>{0x1.5ep2F, 0,
    math::Poly<float, 6>{{
        0x1.fc81bep-1F, -0x1.707216p-5F, -0x1.0f6f9ep-6F, -0x1.1cda6p-10F,
        0x1.611f64p-11F, -0x1.bf60eap-16F}},
    {-0x1.85836ap-5F, -0x1.4b500ep-5F, -0x1.69dbc6p-13F, -0x1.cb5036p-24F}};
}

/// f'(-t): degree 7, squares 3
constexpr auto composite_slope_1e6() {
  return math::Composite<float, 7, 3>{0x1.6ap2F, 0x1.80ead2p-1F,
    math::Poly<float, 8>{{
        0x1.e6cap-1F, -0x1.025adcp-5F, -0x1.759fep-5F, -0x1.8b471cp-9F,
        0x1.479684p-9F, -0x1.f6687ep-14F, -0x1.13a6fap-15F, 0x1.9f018ap-19F}},
    {-0x1.dc78bp-11F, 0x1.a31196p-15F, -0x1.84eed8p-24F}};
}

/// Phi(-t): degree 7, squares 3
constexpr auto composite_3e7() {
  return math::Composite<float, 7, 3>{0x1.6ep2F, 0,
    math::Poly<float, 8>{{
        0x1.d42092p-1F, -0x1.77b0a4p-4F, -0x1.0640d6p-5F, -0x1.8b74b8p-11F,
        0x1.9c978ep-10F, -0x1.af0062p-17F, -0x1.66aa0ep-15F, 0x1.0b4b66p-18F}},
    {0x1.4a6b3ep-8F, -0x1.812a3cp-13F, -0x1.3433bcp-27F}};
}

/// f'(-t): degree 3, squares 2
constexpr auto tanh_composite_slope_1e3() {
  return math::Composite<float, 3, 2>{0x1.02p2F, 0x1.81429ap-1F,
    math::Poly<float, 4>{{
        0x1.c39cd4p-1F, -0x1.daf3bep-5F, -0x1.af2d5p-4F, 0x1.0e7ac2p-6F}},
    {0x1.37a63ap-5F, -0x1.8340a2p-10F}};
}

/// sigma(-2u): degree 3, squares 2
constexpr auto tanh_composite_1e4() {
  return math::Composite<float, 3, 2>{0x1.fap1F, 0,
    math::Poly<float, 4>{{
        0x1.a5f58p-1F, -0x1.5d0bbcp-3F, -0x1.d4d9acp-5F, 0x1.92dbeep-7F}},
    {0x1.da216ap-6F, -0x1.beca28p-11F}};
}

/// f'(-t): degree 4, squares 3
constexpr auto tanh_composite_slope_1e4() {
  return math::Composite<float, 4, 3>{0x1.16p2F, 0x1.8142ap-1F,
    math::Poly<float, 5>{{
        0x1.95372ap-1F, -0x1.1fe67cp-5F, -0x1.b5f62ap-5F, -0x1.e23b76p-12F,
        0x1.8a21f2p-10F}},
    {0x1.5dc304p-2F, -0x1.f28b9ep-4F, -0x1.53d712p-15F}};
}

/// sigma(-2u): degree 7, squares 3
constexpr auto tanh_composite_1e6() {
  return math::Composite<float, 7, 3>{0x1.3cp2F, 0,
    math::Poly<float, 8>{{
        0x1.bfe592p-1F, -0x1.878ceap-4F, -0x1.120a72p-5F, -0x1.894314p-10F,
        0x1.158eb4p-9F, -0x1.1d8922p-12F, -0x1.e993aep-16F, 0x1.0b61c8p-17F}},
    {0x1.420b54p-4F, -0x1.4a491p-8F, -0x1.70392ep-20F}};
}

/// f'(-t): degree 8, squares 3
constexpr auto tanh_composite_slope_1e6() {
  return math::Composite<float, 8, 3>{0x1.52p2F, 0x1.81429cp-1F,
    math::Poly<float, 9>{{
        0x1.f4e144p-1F, -0x1.f71874p-6F, -0x1.6c0b28p-5F, -0x1.38e18ap-9F,
        0x1.f92434p-10F, 0x1.775362p-11F, -0x1.fb4558p-12F, 0x1.a47ff8p-14F,
        -0x1.debba6p-18F}},
    {-0x1.aba0ccp-5F, -0x1.d3063p-9F, -0x1.8fda8p-23F}};
}

/// sigma(-1.702t): degree 3, squares 3
constexpr auto sigmoid_composite_1e3() {
  return math::Composite<float, 3, 3>{0x1.4dp2F, 0,
    math::Poly<float, 4>{{
        0x1.b61e5ep-1F, -0x1.f67b76p-4F, -0x1.d62ddp-6F, 0x1.33d372p-8F}},
    {0x1.4dba88p-4F, 0x1.d26bdap-5F, -0x1.183beap-8F}};
}

/// sigma(-1.702t): degree 4, squares 3
constexpr auto sigmoid_composite_1e4() {
  return math::Composite<float, 4, 3>{0x1.b3p2F, 0,
    math::Poly<float, 5>{{
        0x1.c3bf68p-1F, -0x1.b7481cp-4F, -0x1.9a065p-5F, 0x1.b478b8p-7F,
        -0x1.d25036p-11F}},
    {-0x1.b76d12p-7F, 0x1.1141d2p-3F, -0x1.23b406p-6F}};
}

}  // namespace gelu::coefficients
