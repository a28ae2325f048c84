// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/composites.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/composite.hpp"

namespace gelu::coefficients {

/// Phi(-t): degree 3, squares 2
constexpr auto composite_1e3() {
  return math::Composite<float, 3, 2>{0x1.ecp1F, 0,
    math::Poly<float, 4>{{
        0x1.a6de88p-1F, -0x1.5b95dcp-3F, -0x1.da6ffcp-5F, 0x1.a09594p-7F}},
    {0x1.a630ecp-6F, -0x1.89d568p-11F}};
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
  return math::Composite<float, 5, 4>{0x1.5p2F, 0,
    math::Poly<float, 6>{{
        0x1.e67f7p-1F, -0x1.89a34ap-5F, -0x1.2513cp-6F, -0x1.6d594ap-10F,
        0x1.679cdp-11F, -0x1.6be77ep-15F}},
    {0x1.06693cp-6F, -0x1.c3a43p-9F, 0x1.23eab6p-16F, -0x1.4249ecp-24F}};
}

/// f'(-t): degree 7, squares 3
constexpr auto composite_slope_1e6() {
  return math::Composite<float, 7, 3>{0x1.6ap2F, 0x1.80ead2p-1F,
    math::Poly<float, 8>{{
        0x1.e6cap-1F, -0x1.025adcp-5F, -0x1.759fep-5F, -0x1.8b471cp-9F,
        0x1.479684p-9F, -0x1.f6687ep-14F, -0x1.13a6fap-15F, 0x1.9f018ap-19F}},
    {-0x1.dc78bp-11F, 0x1.a31196p-15F, -0x1.84eed8p-24F}};
}

/// sigma(-2u): degree 3, squares 2
constexpr auto tanh_composite_1e3() {
  return math::Composite<float, 3, 2>{0x1.c6p1F, 0,
    math::Poly<float, 4>{{
        0x1.aac4fcp-1F, -0x1.508dfep-3F, -0x1.f0b1e8p-5F, 0x1.ced5f8p-7F}},
    {0x1.775aaap-7F, -0x1.5762d8p-11F}};
}

/// f'(-t): degree 3, squares 2
constexpr auto tanh_composite_slope_1e3() {
  return math::Composite<float, 3, 2>{0x1.02p2F, 0x1.81429ap-1F,
    math::Poly<float, 4>{{
        0x1.c39cd4p-1F, -0x1.daf3bep-5F, -0x1.af2d5p-4F, 0x1.0e7ac2p-6F}},
    {0x1.37a63ap-5F, -0x1.8340a2p-10F}};
}

/// sigma(-2u): degree 3, squares 3
constexpr auto tanh_composite_1e4() {
  return math::Composite<float, 3, 3>{0x1.03p2F, 0,
    math::Poly<float, 4>{{
        0x1.bafc5p-1F, -0x1.826db6p-4F, -0x1.42895p-5F, 0x1.c28548p-9F}},
    {0x1.7f62ecp-4F, -0x1.96226cp-9F, -0x1.67a0fcp-15F}};
}

/// f'(-t): degree 5, squares 3
constexpr auto tanh_composite_slope_1e4() {
  return math::Composite<float, 5, 3>{0x1.1ap2F, 0x1.8142a2p-1F,
    math::Poly<float, 6>{{
        0x1.e975e2p-1F, -0x1.006254p-5F, -0x1.7ff60cp-5F, -0x1.5edf4ep-10F,
        0x1.218012p-9F, -0x1.e7fd5p-13F}},
    {-0x1.87558ap-7F, 0x1.b1b208p-10F, -0x1.eb9076p-17F}};
}

}  // namespace gelu::coefficients
