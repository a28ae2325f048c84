// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/core_quick.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

struct CoreQuick {
  float scale, offset;       ///< u = scale t + offset; u^2 rounded is the segment, modulo 16
  float high;                ///< where they end
  float middle[16];          ///< where segment j is centred
  float phi[9][16];          ///< Phi(-t) around it; first index: degree
  float phi_rests[2][16];    ///< what rounding took from phi[1] and phi[2]
  float loss_slack[16];      ///< largest error of t Phi(-t), relative
  float slope[9][16];        ///< f'(-t)
  float slope_rests[3][16];  ///< what rounding took from slope[0], slope[1] and slope[2]
  float slope_slack[16];     ///< largest error of f'(-t)
};

constexpr auto core_quick() {
  return CoreQuick{0x1.c1cac2p-2F, 0x1p1F, 0x1.6p2F,
      {0x1.223c34p2F, 0x1.3456dp2F, 0x1.45822cp2F, 0x1.56804p2F, 0, 0x1.fea64p-2F, 0x1.fac9b8p-1F, 0x1.6a04a4p0F,
0x1.dae2c8p0F, 0x1.2002fcp1F, 0x1.501778p1F, 0x1.7c75ep1F, 0x1.a7c8cap1F, 0x1.d0c73ep1F, 0x1.f8caa6p1F, 0x1.0fa14ap2F},
      {{
        0x1.82b57p-19F, 0x1.85a2d8p-21F, 0x1.88841cp-23F, 0x1.767b24p-25F,
        0x1p-1F, 0x1.3c6b08p-2F, 0x1.49ff0cp-3F, 0x1.42327p-4F,
        0x1.047a0cp-5F, 0x1.907a1p-7F, 0x1.1b55acp-8F, 0x1.835c28p-10F,
        0x1.e7b794p-12F, 0x1.27f27cp-13F, 0x1.508c4p-15F, 0x1.700494p-17F},
       {
        -0x1.ca0becp-17F, -0x1.e81004p-19F, -0x1.028f64p-20F, -0x1.02badap-22F,
        -0x1.988454p-2F, -0x1.68c09ep-2F, -0x1.f499bcp-3F, -0x1.2c9aa2p-3F,
        -0x1.2471ap-4F, -0x1.03f53cp-5F, -0x1.a029a8p-7F, -0x1.3b728ep-8F,
        -0x1.b3b426p-10F, -0x1.1eb6cep-11F, -0x1.5f03dcp-13F, -0x1.9a3e06p-15F},
       {
        0x1.03a69cp-15F, 0x1.25ec64p-17F, 0x1.48c382p-19F, 0x1.5a273ep-21F,
        0, 0x1.67cdp-4F, 0x1.ef8128p-4F, 0x1.a9181ep-4F,
        0x1.0f3eb8p-4F, 0x1.2476ecp-5F, 0x1.112e6ap-6F, 0x1.d4cf4cp-8F,
        0x1.68a234p-9F, 0x1.04453ep-10F, 0x1.5a12bap-12F, 0x1.b34a1ep-14F},
       {
        -0x1.7569e8p-15F, -0x1.c3af72p-17F, -0x1.0be99ep-18F, -0x1.29f6c8p-20F,
        0x1.10583cp-4F, 0x1.6962dp-5F, 0x1.b0a578p-11F, -0x1.90b6e6p-6F,
        -0x1.dbecdp-6F, -0x1.600fdap-6F, -0x1.98d658p-7F, -0x1.9be9f4p-8F,
        -0x1.69b03cp-9F, -0x1.2320dp-10F, -0x1.a9aee4p-12F, -0x1.22d13ap-13F},
       {
        0x1.7c134cp-15F, 0x1.ef0b66p-17F, 0x1.39420cp-18F, 0x1.71cc1cp-20F,
        -0x1.504674p-22F, -0x1.49f9b6p-6F, -0x1.4dae64p-6F, -0x1.1b75c2p-7F,
        0x1.3f0ffcp-9F, 0x1.9237e6p-8F, 0x1.629fdcp-8F, 0x1.c7e7e2p-9F,
        0x1.de87e4p-10F, 0x1.b9cc6p-11F, 0x1.6a02dcp-12F, 0x1.104c88p-13F},
       {
        -0x1.20b55cp-15F, -0x1.993ed4p-17F, -0x1.16752ap-18F, -0x1.5f190ep-20F,
        -0x1.46b4dcp-7F, -0x1.2e056ep-8F, 0x1.001956p-8F, 0x1.90c634p-8F,
        0x1.c4bd18p-9F, 0x1.e3c84ep-12F, -0x1.fc9b48p-11F, -0x1.26e4b6p-10F,
        -0x1.a0b74ep-11F, -0x1.d3008p-12F, -0x1.bb5cb2p-13F, -0x1.7707d6p-14F},
       {
        0x1.4f1db6p-16F, 0x1.06a86p-17F, 0x1.84adbep-19F, 0x1.07f836p-20F,
        -0x1.4fee1ap-16F, 0x1.92308ap-9F, 0x1.0f2fap-9F, -0x1.2ed29cp-12F,
        -0x1.6ce41p-10F, -0x1.03cd68p-10F, -0x1.375f28p-12F, 0x1.87c61cp-14F,
        0x1.99273p-13F, 0x1.498366p-13F, 0x1.85c04ap-14F, 0x1.81586p-15F},
       {
        -0x1.296434p-17F, -0x1.0923ecp-18F, -0x1.b2325ap-20F, -0x1.419328p-21F,
        0x1.4a119cp-10F, 0x1.592932p-12F, -0x1.8930dep-11F, -0x1.5f3ef4p-11F,
        -0x1.6e532p-15F, 0x1.11beeep-12F, 0x1.da05f6p-13F, 0x1.8b067cp-14F,
        0x1.48cap-19F, -0x1.ddd9eep-16F, -0x1.c6afb6p-16F, -0x1.212a2cp-16F},
       {
        0x1.76c71ep-19F, 0x1.8ee81p-20F, 0x1.6e919ap-21F, 0x1.2a0548p-22F,
        -0x1.25325ap-13F, -0x1.6d328ep-12F, -0x1.be1d64p-14F, 0x1.5cb496p-13F,
        0x1.3a5634p-13F, 0x1.d917b2p-16F, -0x1.62fe58p-15F, -0x1.63b0fcp-15F,
        -0x1.47d9a8p-16F, -0x1.50451ep-19F, 0x1.c6fc4ep-19F, 0x1.1b9892p-18F}},
      {{
        0x1.507a78p-42F, -0x1.0b5p-54F, 0x1.9d3a08p-45F, -0x1.86bb1p-49F,
        0x1.859d14p-27F, 0x1.277098p-28F, 0x1.fb517cp-28F, -0x1.c3934cp-28F,
        0x1.4ed13cp-29F, -0x1.f2bdcp-32F, -0x1.be6934p-32F, -0x1.aa0668p-33F,
        0x1.17fc1p-35F, -0x1.3abd1p-37F, -0x1.fdedp-44F, 0x1.fae75p-40F},
       {
        0x1.0523ep-41F, -0x1.1676dcp-42F, 0x1.72e378p-45F, -0x1.e33fcp-49F,
        -0x1.e60362p-32F, 0x1.4bf17p-29F, -0x1.46cb8p-34F, -0x1.6698cp-29F,
        0x1.d835acp-29F, -0x1.99a6bp-31F, 0x1.dd8dcp-33F, -0x1.416fd8p-33F,
        -0x1.a3ecfp-34F, -0x1.26a3a8p-36F, 0x1.cc186cp-37F, 0x1.cf5c44p-39F}},
      {0x1.28p-30F, 0x1.0cp-30F, 0x1p-29F, 0x1.18p-29F, 0x1.333334p-38F, 0x1.99999ap-35F, 0x1.99999ap-34F, 0x1.a66666p-35F,
0x1.733334p-35F, 0x1.59999ap-34F, 0x1.ap-33F, 0x1.1p-32F, 0x1.8p-32F, 0x1.28p-31F, 0x1.98p-31F, 0x1.68p-31F},
      {{
        -0x1.ef21e2p-15F, -0x1.19bf4cp-16F, -0x1.3c7f62p-18F, -0x1.4e7364p-20F,
        0x1p-1F, 0x1.11091p-3F, -0x1.4b0438p-4F, -0x1.07fee6p-3F,
        -0x1.9c406cp-4F, -0x1.e4cf54p-5F, -0x1.db876ap-6F, -0x1.a463c6p-7F,
        -0x1.4a26bap-8F, -0x1.e38c2cp-10F, -0x1.4509f6p-11F, -0x1.9c49d6p-13F},
       {
        0x1.09bf0ep-12F, 0x1.438314p-14F, 0x1.81b574p-16F, 0x1.aec67cp-18F,
        -0x1.988454p-1F, -0x1.3be55cp-1F, -0x1.febd9ap-3F, 0,
        0x1.a57198p-4F, 0x1.8e1d28p-4F, 0x1.fd3718p-5F, 0x1.0d8124p-5F,
        0x1.e811d4p-7F, 0x1.90da5ep-8F, 0x1.2952eep-9F, 0x1.9a95f6p-11F},
       {
        -0x1.0cd41ap-11F, -0x1.60e9dcp-13F, -0x1.c1570cp-15F, -0x1.0a8808p-16F,
        0, 0x1.516e86p-2F, 0x1.76233ap-2F, 0x1.a92478p-3F,
        0x1.2f3138p-5F, -0x1.36dd0ap-5F, -0x1.8b5896p-5F, -0x1.1b53f8p-5F,
        -0x1.39d196p-6F, -0x1.2ad092p-7F, -0x1.f3c1f2p-9F, -0x1.7d3e2ap-10F},
       {
        0x1.518cd2p-11F, 0x1.e355dep-13F, 0x1.4b55e6p-14F, 0x1.a4429p-16F,
        0x1.105842p-2F, 0x1.171c18p-3F, -0x1.3cc3dp-4F, -0x1.2c91e6p-3F,
        -0x1.91f0f6p-4F, -0x1.f73816p-6F, 0x1.c5dfe4p-8F, 0x1.09a41cp-6F,
        0x1.ae7982p-7F, 0x1.fef956p-8F, 0x1.f4fcbep-9F, 0x1.b07088p-10F},
       {
        -0x1.22607ep-11F, -0x1.cd7426p-13F, -0x1.58b24ep-14F, -0x1.d79dd2p-16F,
        -0x1.8dcdecp-19F, -0x1.cb88fp-4F, -0x1.51e10ap-4F, -0x1.cc21e4p-17F,
        0x1.6a27aap-5F, 0x1.25e6a8p-5F, 0x1.d53878p-7F, 0x1.60cc54p-11F,
        -0x1.082208p-8F, -0x1.fb95cp-9F, -0x1.40236ap-9F, -0x1.473a2p-10F},
       {
        0x1.614bf2p-12F, 0x1.40fb26p-13F, 0x1.0a1f3p-14F, 0x1.8dd8bcp-16F,
        -0x1.e9f6c2p-5F, -0x1.2e9caep-6F, 0x1.24d044p-5F, 0x1.188feep-5F,
        0x1.568864p-8F, -0x1.5bd63ap-7F, -0x1.580762p-7F, -0x1.4d0e5cp-8F,
        -0x1.d36726p-11F, 0x1.8a4abep-11F, 0x1.e7c19ap-11F, 0x1.4c0b26p-11F},
       {
        -0x1.27639p-13F, -0x1.46c02cp-14F, -0x1.36b71ep-15F, -0x1.03087cp-16F,
        -0x1.96a8d4p-13F, 0x1.72afc4p-6F, 0x1.2e4a48p-7F, -0x1.1b57a8p-7F,
        -0x1.511deep-7F, -0x1.6cc5b2p-9F, 0x1.120762p-9F, 0x1.569aa2p-9F,
        0x1.74115p-10F, 0x1.89d63p-12F, -0x1.a2ec74p-14F, -0x1.8dab7cp-13F},
       {
        0x1.16935cp-15F, 0x1.cdaa26p-16F, 0x1.0ef4cap-16F, 0x1.062276p-17F,
        0x1.4e41d6p-7F, 0x1.47123cp-10F, -0x1.ca7a04p-8F, -0x1.df48fcp-9F,
        0x1.059f38p-9F, 0x1.5e459p-9F, 0x1.e41e7p-11F, -0x1.455beep-12F,
        -0x1.24961ep-11F, -0x1.65fb84p-12F, -0x1.cc226ep-14F, 0x1.35ff9ap-18F},
       {
        0x1.a54ecap-20F, -0x1.634712p-18F, -0x1.3c2c6ep-18F, -0x1.822fa4p-19F,
        -0x1.6a10ap-10F, -0x1.98dfe6p-9F, -0x1.4cccaep-13F, 0x1.eb1c4p-10F,
        0x1.b4b49ap-11F, -0x1.c222fep-12F, -0x1.38a18p-11F, -0x1.e57f3cp-13F,
        0x1.708df4p-15F, 0x1.bbe0dp-14F, 0x1.21869p-14F, 0x1.9b3304p-16F}},
      {{
        0x1.1f1418p-40F, -0x1.4327dp-41F, 0x1.5a14d8p-43F, -0x1.f21608p-46F,
        0, -0x1.472c68p-28F, -0x1.20d85p-31F, 0x1.5da3a4p-28F,
        0x1.7491bp-31F, 0x1.a61dbp-30F, 0x1.1161acp-31F, -0x1.91f49p-33F,
        0x1.2421p-37F, 0x1.325dp-40F, -0x1.cd4398p-36F, 0x1.64ed48p-39F},
       {
        0x1.b388cp-41F, -0x1.d75bb8p-40F, -0x1.46bc58p-42F, -0x1.a26b78p-43F,
        0x1.861978p-26F, -0x1.66cf8p-26F, 0x1.b10db4p-28F, -0x1.1779c6p-15F,
        0x1.3a8844p-29F, -0x1.0beb38p-29F, 0x1.be3cc4p-30F, 0x1.708ef8p-30F,
        0x1.14361p-32F, -0x1.a0ffep-33F, 0x1.316c6p-37F, -0x1.e1b8ap-37F},
       {
        0x1.bcc8d4p-36F, 0x1.233fp-42F, -0x1.d7c14p-44F, 0x1.62f2p-45F,
        -0x1.16124ap-28F, -0x1.56a30cp-27F, 0x1.220a6p-29F, -0x1.fa19e8p-28F,
        -0x1.98884p-33F, 0x1.b9133p-32F, 0x1.d76198p-30F, 0x1.e349cp-31F,
        0x1.56f79p-33F, -0x1.b3ad3p-33F, -0x1.79441p-36F, -0x1.0d368p-40F}},
      {0x1.d7dbf4p-46F, 0x1.a36e2ep-48F, 0x1.a36e2ep-49F, 0x1.a36e2ep-51F, 0x1.666666p-37F, 0x1.19999ap-35F, 0x1p-35F, 0x1p-37F,
0x1p-37F, 0x1.51eb86p-38F, 0x1.47ae14p-40F, 0x1.89374cp-43F, 0x1.89374cp-42F, 0x1.6872bp-43F, 0x1.26e978p-43F, 0x1.0624dep-44F}};
}

}  // namespace gelu::coefficients
