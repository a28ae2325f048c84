// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/logistic_segments.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/binade_segments.hpp"

namespace gelu::coefficients {

/// The tanh form's
constexpr auto tanh_slope_segments() {
  return math::BinadeSegments<float, 16, 7>{0x1p0F, 0x1p0F,
      {0x1.4p0F, 0x1.cp0F, 0x1.2p1F, 0x1.6p1F, 0x1.cp1F, 0x1.2p2F, 0x1.6p2F, 0x1.ap2F,
0x1p3F, 0x1.4p3F, 0x1.8p3F, 0x1.cp3F, 0, 0x1.8p-2F, 0x1.4p-1F, 0x1.cp-1F},
      {{
        -0x1.08f3c2p0F, -0x1.55c8fcp1F, -0x1.395834p2F, -0x1.f2c81p2F,
        -0x1.b8430ap3F, -0x1.9b001ap4F, -0x1.5b2236p5F, -0x1.10a3cap6F,
        -0x1.e577f6p6F, -0x1.ca0b56p7F, -0x1.840d76p8F, -0x1.305de8p9F,
        0x1p-1F, 0x1.90fe18p-2F, 0x1.592a0ap-3F, -0x1.973946p-3F},
       {
        -0x1.57823ap1F, -0x1.ecfaf8p1F, -0x1.4517f6p2F, -0x1.a4377ep2F,
        -0x1.2f601ap3F, -0x1.d33758p3F, -0x1.505a9ap4F, -0x1.cba7aep4F,
        -0x1.5591b4p5F, -0x1.0742aap6F, -0x1.784954p6F, -0x1.fddcd8p6F,
        0x1.3cfe2cp-30F, -0x1.401078p-1F, -0x1.2c0d64p0F, -0x1.c59afap0F},
       {
        -0x1.31d1fap0F, -0x1.29ddecp0F, -0x1.543fc6p0F, -0x1.a92bp0F,
        -0x1.1c2adcp1F, -0x1.71ccf6p1F, -0x1.c41a92p1F, -0x1.0b2706p2F,
        -0x1.48cd9p2F, -0x1.9b00f6p2F, -0x1.ed345ap2F, -0x1.1fb3dep3F,
        -0x1.45f312p-1F, -0x1.02775ap0F, -0x1.2995fep0F, -0x1.38ed76p0F},
       {
        0x1.a34666p-5F, -0x1.26a696p-5F, -0x1.6e3c42p-3F, -0x1.fc9582p-3F,
        -0x1.e64b3ap-3F, -0x1.b8e788p-3F, -0x1.b66a5p-3F, -0x1.b6676cp-3F,
        -0x1.b6676cp-3F, -0x1.b6676cp-3F, -0x1.b6676cp-3F, -0x1.b6676cp-3F,
        -0x1.7f4716p-2F, -0x1.0f863ap-2F, -0x1.1ee576p-3F, -0x1.9c5108p-6F},
       {
        0x1.eeed6ep-9F, -0x1.2ee64cp-4F, -0x1.d7b5bap-5F, -0x1.adad88p-7F,
        0x1.5162aep-7F, 0x1.4a0474p-10F, 0x1.42e87cp-17F, 0,
        0, 0, 0, 0,
        0x1.57774cp-6F, 0x1.d43868p-4F, 0x1.05a348p-3F, 0x1.86e9fap-4F},
       {
        -0x1.8af75ep-5F, -0x1.4604e8p-7F, 0x1.1574a4p-6F, 0x1.e28564p-7F,
        -0x1.429c02p-12F, -0x1.e6ee3ep-11F, -0x1.124eeep-16F, 0,
        0, 0, 0, 0,
        0x1.03245cp-4F, 0x1.e5969ap-6F, -0x1.1b0866p-7F, -0x1.4911f4p-5F},
       {
        0x1.b1b3fep-8F, 0x1.c8818cp-7F, 0x1.bab31p-9F, -0x1.d29044p-9F,
        -0x1.d4820cp-10F, 0x1.a978bcp-12F, 0x1.d4e9cp-17F, 0,
        0, 0, 0, 0,
        -0x1.323bf6p-7F, -0x1.81ff68p-6F, -0x1.9f4066p-6F, -0x1.f028b4p-7F}}};
}

/// The tanh form's, 8 segments
constexpr auto tanh_slope_segments_8() {
  return math::BinadeSegments<float, 8, 8>{0x1.2p0F, 0x1.cp-1F,
      {0x1.e38p0F, 0x1.8p1F, 0x1.238p2F, 0x1.b1cp2F, 0x1.3c8p3F, 0, 0x1.1c8p-1F, 0x1.1c8p0F},
      {{
        -0x1.9d0704p1F, -0x1.315d66p3F, -0x1.a7ea26p4F, -0x1.31d02p6F, -0x1.bbcce2p7F, 0x1p-1F, 0x1.f4419p-3F, -0x1.5f31acp-1F},
       {
        -0x1.0b53c6p2F, -0x1.dc60cep2F, -0x1.dd63c4p3F, -0x1.f17decp4F, -0x1.01ac06p6F, 0x1.25ad14p-34F, -0x1.0358b6p0F, -0x1.2cbd28p1F},
       {
        -0x1.2fee16p0F, -0x1.d991dap0F, -0x1.7651bcp1F, -0x1.168d26p2F, -0x1.968226p2F, -0x1.45f308p-1F, -0x1.212d84p0F, -0x1.36d2p0F},
       {
        -0x1.4016c6p-4F, -0x1.037bb6p-2F, -0x1.b865d2p-3F, -0x1.b6676cp-3F, -0x1.b6676cp-3F, -0x1.7f4aeap-2F, -0x1.67f73ap-3F, 0x1.430032p-5F},
       {
        -0x1.3aaefep-4F, 0x1.a7d912p-10F, 0x1.11f966p-10F, 0, 0, 0x1.5b8e18p-6F, 0x1.07fd7cp-3F, 0x1.3fa3fp-5F},
       {
        0x1.06cd8ap-10F, 0x1.20654ep-7F, -0x1.961612p-11F, 0, 0, 0x1.f67aaep-5F, 0x1.11016ep-9F, -0x1.a704e4p-5F},
       {
        0x1.74c32cp-7F, -0x1.efc4eep-9F, 0x1.73153cp-12F, 0, 0, -0x1.43c0ecp-9F, -0x1.a8721p-6F, -0x1.c38f0ep-11F},
       {
        -0x1.6ec9f6p-9F, 0x1.8b31aap-14F, -0x1.2e90e4p-14F, 0, 0, -0x1.2d18a8p-7F, 0x1.57a678p-11F, 0x1.100c5ep-7F}}};
}

}  // namespace gelu::coefficients
