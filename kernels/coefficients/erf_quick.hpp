// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/erf_quick.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T>
struct ErfQuick {
  T per_unit, first;  ///< u = per_unit t + first
  T middle[8];        ///< where each segment is centred
  T mills[9][8];      ///< M around it; first index: degree
  T rests[2][8];      ///< what rounding took from mills[2] and mills[1]
  T exp2[6];          ///< 2^f = 1 + f (exp2[0] + exp2[1] + exp2[2] f + ...), |f| <= 1/16
  T slack[8];         ///< largest relative error
};

constexpr auto erf_quick() {
  return ErfQuick<float>{0x1.3e79e8p0F, 0x1.ep-1F,
      {0x1.a5558p0F, 0x1.49a0cp1F, 0x1.0c2dfp2F, 0x1.87d7cp2F, 0x1.17f8p3F, 0, 0x1.dc73p-2F, 0x1.0b188p0F},
      {{
        0x1.8bef28p-3F, 0x1.1a9322p-3F, 0x1.72c2a4p-4F, 0x1.04476ap-4F,
        0x1.70d7aap-5F, 0x1p-1F, 0x1.6e2074p-2F, 0x1.05e082p-2F},
       {
        -0x1.4ac83ap-4F, -0x1.655e5ep-5F, -0x1.41e05p-6F, -0x1.43fbdap-7F,
        -0x1.48faaep-8F, -0x1.988454p-2F, -0x1.dc543ep-3F, -0x1.0e9438p-3F},
       {
        0x1.eee922p-6F, 0x1.a3fe6ap-7F, 0x1.0c90a2p-8F, 0x1.8a83p-10F,
        0x1.21fb9ep-11F, 0x1p-2F, 0x1.fea04p-4F, 0x1.e2e512p-5F},
       {
        -0x1.530ee2p-7F, -0x1.cfdda8p-9F, -0x1.b05ca6p-11F, -0x1.d68c94p-13F,
        -0x1.f96c36p-15F, -0x1.10583ep-3F, -0x1.dcb71ap-5F, -0x1.81a91cp-6F},
       {
        0x1.afc978p-9F, 0x1.e56706p-11F, 0x1.50d194p-13F, 0x1.132ef2p-15F,
        0x1.b39636p-18F, 0x1.000006p-4F, 0x1.8fb902p-6F, 0x1.19b544p-7F},
       {
        -0x1.022d04p-10F, -0x1.e42e1cp-13F, -0x1.fcf33p-16F, -0x1.3b7c9p-18F,
        -0x1.730b9ep-21F, -0x1.b3b436p-6F, -0x1.32f8b2p-7F, -0x1.7df8c2p-9F},
       {
        0x1.2470f6p-12F, 0x1.d0ada6p-15F, 0x1.736b76p-18F, 0x1.62e298p-21F,
        0x1.3aaccep-24F, 0x1.554bfep-7F, 0x1.b59b6p-9F, 0x1.e4aa9ep-11F},
       {
        -0x1.42a1e8p-14F, -0x1.b53194p-17F, -0x1.12ee84p-20F, -0x1.a36e18p-24F,
        -0x1.1481d6p-27F, -0x1.f9f3d2p-9F, -0x1.26d988p-10F, -0x1.20a55ep-12F},
       {
        0x1.45744p-16F, 0x1.4e3af8p-19F, 0x1.d6a1dp-23F, 0x1.e231ep-27F,
        0x1.99c12p-31F, 0x1.5ab55cp-10F, 0x1.838426p-12F, 0x1.a73ac6p-14F}},
      {{
        0x1.b92cb8p-32F, -0x1.a000ep-32F, 0x1.07a4ap-33F, 0x1.dcce2p-35F,
        0x1.c9a56p-39F, -0x1.e14338p-29F, 0x1.40b4dp-30F, 0x1.d41364p-30F},
       {
        0x1.75b52p-31F, -0x1.f2d5cp-32F, 0x1.9fcea4p-31F, 0x1.acddb8p-32F,
        0x1.454c2p-33F, 0x1.8de868p-27F, -0x1.2199e8p-28F, 0x1.22c364p-28F}},
      {0x1.62e43p-1F, -0x1.05f0cp-29F, 0x1.ebfbep-3F, 0x1.c6b08ep-5F, 0x1.3b2eb2p-7F, 0x1.5d7e7ap-10F},
      {0x1.cp-33F, 0x1.cp-32F, 0x1.7p-31F, 0x1.fp-31F, 0x1.bp-31F, 0x1.2p-33F, 0x1.2p-33F, 0x1.8p-33F}};
}

template <class T>
struct SlopeQuick {
  T c[4][8];      ///< H's lowest coefficients; first index: degree
  T rests[3][8];  ///< what rounding took from c[0], c[1] and c[2]
  T slack[8];     ///< largest error, relative to 2^(-c t^2)
};

constexpr auto slope_quick() {
  return SlopeQuick<float>{
      {{
        -0x1.da6278p-2F, -0x1.c75dcap-1F, -0x1.94c7a8p0F, -0x1.3082f2p1F,
        -0x1.b9008ap1F, 0x1p-1F, 0x1.601a2p-3F, -0x1.48b132p-3F},
       {
        -0x1.eb366p-2F, -0x1.c5301cp-2F, -0x1.aca24ep-2F, -0x1.a2a41ep-2F,
        -0x1.9da814p-2F, -0x1.988454p-1F, -0x1.43573ap-1F, -0x1.0fe738p-1F},
       {
        0x1.eee93p-6F, 0x1.a3fe96p-7F, 0x1.0c9132p-8F, 0x1.8a864ap-10F,
        0x1.2205p-11F, 0x1p-2F, 0x1.fea042p-4F, 0x1.e2e518p-5F},
       {
        -0x1.530edcp-7F, -0x1.cfdd92p-9F, -0x1.b05c4ap-11F, -0x1.d68b26p-13F,
        -0x1.f9667ep-15F, -0x1.10583ep-3F, -0x1.dcb718p-5F, -0x1.81a91ap-6F}},
      {{
        -0x1.265c6p-28F, -0x1.4b6ccp-30F, 0x1.355dep-27F, 0x1.c93a8p-27F,
        0x1.6a8a7cp-24F, 0, 0x1.db45b8p-28F, -0x1.1ba408p-28F},
       {
        -0x1.f0be7p-29F, 0x1.1322f4p-27F, -0x1.8d1eep-27F, 0x1.21d2cp-30F,
        -0x1.d29aep-27F, 0x1.8bdb0cp-26F, 0x1.978008p-26F, 0x1.a191acp-26F},
       {
        0x1.171044p-31F, -0x1.305bbp-32F, 0x1.3795fp-34F, -0x1.91894p-35F,
        -0x1.880ep-37F, -0x1.e14338p-29F, -0x1.5cf144p-29F, -0x1.6292e8p-30F}},
      {0x1.8p-34F, 0x1.6p-33F, 0x1.ep-33F, 0x1.6p-32F, 0x1p-31F, 0x1.8p-35F, 0x1.8p-35F, 0x1.8p-35F}};
}

}  // namespace gelu::coefficients
