// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/core_segments.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

struct CoreSegments {
  float scale, offset;  ///< u = scale t + offset; u^2 rounded is the segment, modulo 16
  float high;           ///< where they end
  float middle[16];     ///< where segment j is centred
  float phi[7][16];     ///< Phi(-t) around it; first index: degree
  float slope[7][16];   ///< f'(-t)
};

constexpr auto core_segments() {
  return CoreSegments{0x1.07c568p-1F, 0x1.6a09e6p0F, 0x1.58p2F,
      {0x1.40be8p2F, 0x1.504b6p2F, 0, 0x1.36c2cp-1F, 0x1.1f024p0F, 0x1.94ef4p0F, 0x1.06f06p1F, 0x1.326dp1F,
0x1.5f468p1F, 0x1.8b982p1F, 0x1.b0cap1F, 0x1.d95eep1F, 0x1.ff526p1F, 0x1.0fc76p2F, 0x1.212dep2F, 0x1.31402p2F},
      {{0x1.21c22p-22F, 0x1.3e9222p-24F, 0x1p-1F, 0x1.167794p-2F,
        0x1.0c86e6p-3F, 0x1.d1b7ecp-5F, 0x1.47505ap-6F, 0x1.11167ap-7F,
        0x1.8d5d1cp-9F, 0x1.05d658p-10F, 0x1.7a6d6cp-12F, 0x1.c75934p-14F,
        0x1.0fb088p-15F, 0x1.6c38dap-17F, 0x1.a218e2p-19F, 0x1.efa936p-21F},
       {-0x1.7885eap-20F, -0x1.b0b55cp-22F, -0x1.988454p-2F, -0x1.53cafcp-2F,
        -0x1.b3d07cp-3F, -0x1.d3b26cp-4F, -0x1.8c43eep-5F, -0x1.744534p-6F,
        -0x1.2ea5ecp-7F, -0x1.b8db76p-9F, -0x1.585222p-10F, -0x1.c06086p-12F,
        -0x1.1eab98p-13F, -0x1.9636b4p-15F, -0x1.ed9138p-17F, -0x1.338cd4p-18F},
       {0x1.d7bf46p-19F, 0x1.1c369ap-20F, 0x1.2e32f6p-23F, 0x1.9c7a46p-4F,
        0x1.e89a7cp-4F, 0x1.71e55p-4F, 0x1.970192p-5F, 0x1.bd9934p-6F,
        0x1.9f48d8p-7F, 0x1.54a046p-8F, 0x1.230d24p-9F, 0x1.9e8c48p-11F,
        0x1.1e4a7cp-12F, 0x1.af402ap-14F, 0x1.16c4b2p-15F, 0x1.6eb7bcp-17F},
       {-0x1.7a530cp-18F, -0x1.dfbddp-20F, 0x1.1052e4p-4F, 0x1.1e26fcp-5F,
        -0x1.2a836cp-7F, -0x1.d44fc2p-6F, -0x1.a94bc6p-6F, -0x1.258a2cp-6F,
        -0x1.497502p-7F, -0x1.3a2cb2p-8F, -0x1.2b564p-9F, -0x1.d9a846p-11F,
        -0x1.6551c4p-12F, -0x1.20491ap-13F, -0x1.8f47acp-15F, -0x1.16ae7ap-16F},
       {0x1.b2d462p-18F, 0x1.2379cep-19F, 0x1.19bf7p-14F, -0x1.69cb88p-6F,
        -0x1.1bd4c4p-6F, -0x1.eb118ap-9F, 0x1.4b1402p-8F, 0x1.95ae02p-8F,
        0x1.39a518p-8F, 0x1.73f94p-9F, 0x1.990b62p-10F, 0x1.70d08ep-11F,
        0x1.350f82p-12F, 0x1.0e2828p-13F, 0x1.948ff2p-15F, 0x1.2dc55cp-16F},
       {-0x1.7e735ep-18F, -0x1.111be4p-19F, -0x1.5404bap-7F, -0x1.4ed822p-9F,
        0x1.52a342p-8F, 0x1.64606ap-8F, 0x1.ddc8dp-10F, -0x1.10bd82p-12F,
        -0x1.22c4f4p-10F, -0x1.0eb386p-10F, -0x1.75c93ap-11F, -0x1.94a6b8p-12F,
        -0x1.8449b4p-13F, -0x1.76940ap-14F, -0x1.340176p-15F, -0x1.f047b4p-17F},
       {0x1.fb5b4ap-19F, 0x1.8a020ep-20F, 0x1.25ec48p-10F, 0x1.9d9d3ap-9F,
        0x1.4f0f8cp-10F, -0x1.f3332ap-11F, -0x1.5e9902p-10F, -0x1.7de994p-11F,
        -0x1.13a8b2p-13F, 0x1.347706p-13F, 0x1.930bfp-13F, 0x1.2fb54ep-13F,
        0x1.6bc092p-14F, 0x1.7a663p-15F, 0x1.6409bcp-16F, 0x1.36117p-17F}},
      {{-0x1.c5a364p-18F, -0x1.12421cp-19F, 0x1p-1F, 0x1.20e9b8p-4F,
        -0x1.b8274ep-4F, -0x1.faeeb2p-4F, -0x1.452d84p-4F, -0x1.79539cp-5F,
        -0x1.6d9d36p-6F, -0x1.33e582p-7F, -0x1.0b664ep-8F, -0x1.8216acp-10F,
        -0x1.0d4f58p-11F, -0x1.987cb2p-13F, -0x1.09b3e4p-14F, -0x1.5f3a7ep-16F},
       {0x1.0ffeep-15F, 0x1.5a5024p-17F, -0x1.988454p-1F, -0x1.153442p-1F,
        -0x1.43d778p-3F, 0x1.d594bap-5F, 0x1.b7cfaep-4F, 0x1.5b3c4ap-4F,
        0x1.a2844ap-5F, 0x1.a026e2p-6F, 0x1.95f74cp-7F, 0x1.47395p-8F,
        0x1.f427bp-10F, 0x1.970e0ap-11F, 0x1.1c0ce8p-12F, 0x1.8ed33ap-14F},
       {-0x1.374ceep-14F, -0x1.a3683ap-16F, 0x1.29cb16p-20F, 0x1.767d32p-2F,
        0x1.4f117ap-2F, 0x1.150c9cp-3F, -0x1.65d23p-7F, -0x1.81aaaap-5F,
        -0x1.6ea236p-5F, -0x1.d8c318p-6F, -0x1.0e6594p-6F, -0x1.f56f12p-8F,
        -0x1.abeb7p-9F, -0x1.7a3cd8p-10F, -0x1.1e04e4p-11F, -0x1.adb68ep-13F},
       {0x1.c21128p-14F, 0x1.42df64p-15F, 0x1.104db8p-2F, 0x1.60b9f8p-4F,
        -0x1.d37dc6p-4F, -0x1.1ab832p-3F, -0x1.fea58ap-5F, -0x1.962acp-7F,
        0x1.93a146p-7F, 0x1.049874p-6F, 0x1.882e82p-7F, 0x1.bd3098p-8F,
        0x1.b6cbbp-9F, 0x1.ad67ccp-10F, 0x1.65329ep-11F, 0x1.22209cp-12F},
       {-0x1.c9bfcp-14F, -0x1.60cd62p-15F, 0x1.16216cp-11F, -0x1.e407e4p-4F,
        -0x1.d451fp-5F, 0x1.9235eep-6F, 0x1.683014p-5F, 0x1.c4fa6ap-6F,
        0x1.1925ap-7F, -0x1.d96c04p-10F, -0x1.1626bap-8F, -0x1.d7aebp-9F,
        -0x1.21a45ap-9F, -0x1.454dfcp-10F, -0x1.313ffp-11F, -0x1.106e22p-12F},
       {0x1.59dafcp-14F, 0x1.229d48p-15F, -0x1.022c14p-4F, -0x1.fce16cp-9F,
        0x1.45a618p-5F, 0x1.85e3d2p-6F, -0x1.480406p-8F, -0x1.82e0d8p-7F,
        -0x1.1f802ap-7F, -0x1.b877ap-9F, -0x1.844bbap-12F, 0x1.c425p-11F,
        0x1.d3a0b4p-11F, 0x1.4abe86p-11F, 0x1.7121dep-12F, 0x1.74debap-13F},
       {-0x1.7d76ap-15F, -0x1.6806a8p-16F, 0x1.23cbf2p-7F, 0x1.6ad294p-6F,
        0x1.39b058p-9F, -0x1.7487ap-7F, -0x1.f692f2p-8F, -0x1.016444p-11F,
        0x1.53f8e8p-9F, 0x1.2f55bep-9F, 0x1.24831ap-10F, 0x1.02d974p-12F,
        -0x1.fc9afep-14F, -0x1.8b66e4p-13F, -0x1.303472p-13F, -0x1.6de76ep-14F}}};
}

}  // namespace gelu::coefficients
