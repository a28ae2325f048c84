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

/// The sigmoid form's
constexpr auto sigmoid_slope_segments() {
  return math::BinadeSegments<float, 16, 7>{0x1p0F, 0x1p0F,
      {0x1.4p0F, 0x1.cp0F, 0x1.2p1F, 0x1.6p1F, 0x1.cp1F, 0x1.2p2F, 0x1.6p2F, 0x1.ap2F,
0x1p3F, 0x1.4p3F, 0x1.8p3F, 0x1.cp3F, 0, 0x1.8p-2F, 0x1.4p-1F, 0x1.cp-1F},
      {{
        -0x1.9c36dcp-1F, -0x1.bedae2p0F, -0x1.584712p1F, -0x1.cd51fep1F,
        -0x1.3b729ep2F, -0x1.a9be76p2F, -0x1.0b80d4p3F, -0x1.420162p3F,
        -0x1.93b602p3F, -0x1.0051eap4F, -0x1.36c8b4p4F, -0x1.6d3f7cp4F,
        0x1p-1F, 0x1.863706p-2F, 0x1.3e821ep-3F, -0x1.6794e4p-3F},
       {
        -0x1.d003eep0F, -0x1.e84074p0F, -0x1.dc46c2p0F, -0x1.cc9178p0F,
        -0x1.bdac4ep0F, -0x1.b63d78p0F, -0x1.b44d12p0F, -0x1.b3d7bap0F,
        -0x1.b3b992p0F, -0x1.b3b66ap0F, -0x1.b3b648p0F, -0x1.b3b646p0F,
        0x1.9e750cp-28F, -0x1.54aa8cp-1F, -0x1.2122ep0F, -0x1.7faf04p0F},
       {
        -0x1.f464fp-3F, 0x1.2911ccp-7F, 0x1.08dbc6p-4F, 0x1.b8294ap-5F,
        0x1.9fd2dep-6F, 0x1.cc76a6p-8F, 0x1.bfdf2ap-10F, 0x1.97d93cp-12F,
        0x1.49c852p-15F, 0x1.ca36d2p-20F, 0x1.2cd4dep-24F, 0,
        -0x1.72cab4p-1F, -0x1.eff712p-1F, -0x1.b600e2p-1F, -0x1.389d86p-1F},
       {
        0x1.105608p-2F, 0x1.5c3648p-4F, 0x1.2ef148p-8F, -0x1.b720d8p-7F,
        -0x1.44fa48p-7F, -0x1.a35518p-9F, -0x1.b1bb4cp-11F, -0x1.9892cp-13F,
        -0x1.52a088p-16F, -0x1.e0efdcp-21F, -0x1.3fff28p-25F, 0,
        -0x1.a4a3d6p-2F, 0x1.8311b4p-7F, 0x1.116f62p-2F, 0x1.6e5228p-2F},
       {
        -0x1.9ce2aep-4F, -0x1.0ddbd2p-4F, -0x1.424026p-6F, -0x1.fed0c6p-10F,
        0x1.25902p-9F, 0x1.0c0ab2p-10F, 0x1.31a8ep-12F, 0x1.2dafdp-14F,
        0x1.0475e6p-17F, 0x1.7c4bep-22F, 0x1.012a2cp-26F, 0,
        0x1.6319fp-3F, 0x1.40cfa6p-2F, 0x1.6c9bf6p-3F, 0x1.4cb994p-7F},
       {
        -0x1.c8ffe8p-7F, 0x1.7daa2p-6F, 0x1.8c8f66p-7F, 0x1.c36442p-9F,
        -0x1.7614b8p-19F, -0x1.e153dap-13F, -0x1.4dd466p-14F, -0x1.62bcdp-16F,
        -0x1.5a4baep-19F, -0x1.07c4cp-23F, -0x1.6d359ap-28F, 0,
        0x1.852d54p-3F, -0x1.9b8432p-5F, -0x1.20b43ep-3F, -0x1.c7377ep-4F},
       {
        0x1.04201p-5F, -0x1.e65dccp-11F, -0x1.0d41a6p-8F, -0x1.c47a7cp-10F,
        -0x1.c995a8p-13F, 0x1.f1d3cp-16F, 0x1.136f1ep-16F, 0x1.477dap-18F,
        0x1.4fdaap-21F, 0x1.0a548cp-25F, 0x1.788c28p-30F, 0,
        -0x1.83bee2p-4F, -0x1.a392a4p-4F, -0x1.df622p-7F, 0x1.6670a6p-5F}}};
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

/// The sigmoid form's, 8 segments
constexpr auto sigmoid_slope_segments_8() {
  return math::BinadeSegments<float, 8, 8>{0x1.98p-1F, 0x1.cp-1F,
      {0x1.556p1F, 0x1.0fp2F, 0x1.9bap2F, 0x1.324p3F, 0x1.becp3F, 0, 0x1.91ap-1F, 0x1.91ap0F},
      {{
        -0x1.ba2814p1F, -0x1.8c9b3p2F, -0x1.3e47f6p3F, -0x1.e93cc8p3F, -0x1.6c2f2cp4F, 0x1p-1F, -0x1.7171e2p-5F, -0x1.667ac8p0F},
       {
        -0x1.ceebdep0F, -0x1.b763e2p0F, -0x1.b3db66p0F, -0x1.b3b68cp0F, -0x1.b3b646p0F, 0x1.b42178p-26F, -0x1.6121c2p0F, -0x1.e6844p0F},
       {
        0x1.d2a7d4p-5F, 0x1.496708p-7F, 0x1.c417aap-12F, 0x1.c81386p-19F, 0, -0x1.72cb2ap-1F, -0x1.69afa4p-1F, -0x1.a5e60ap-5F},
       {
        -0x1.998ec4p-7F, -0x1.243398p-8F, -0x1.c40f44p-13F, -0x1.dd1236p-20F, 0, -0x1.a48a82p-2F, 0x1.608e66p-2F, 0x1.1fb71cp-3F},
       {
        -0x1.cded0ep-9F, 0x1.65c406p-10F, 0x1.4afaeap-14F, 0x1.5eac2ap-21F, 0, 0x1.616a02p-3F, 0x1.0ddd22p-4F, -0x1.64f122p-4F},
       {
        0x1.1b60dap-8F, -0x1.213814p-12F, -0x1.7dec4p-16F, -0x1.c24052p-23F, 0, 0x1.89226ep-3F, -0x1.0f1412p-3F, 0x1.60f25ep-6F},
       {
        -0x1.172bfep-9F, 0x1.7a7e0ep-17F, 0x1.815fep-18F, 0x1.3ddb86p-24F, 0, -0x1.736c62p-4F, 0x1.bb366ap-6F, 0x1.e69716p-8F},
       {
        0x1.3fcddep-11F, 0x1.a3e3e8p-17F, -0x1.16b386p-20F, -0x1.040be4p-26F, 0, -0x1.f54146p-7F, 0x1.cf36bep-6F, -0x1.04c5bep-7F}}};
}

}  // namespace gelu::coefficients
