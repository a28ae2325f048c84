// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/segments.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/segments.hpp"

namespace gelu::coefficients {

/// Phi(-t) for t Phi(-t): segments 16, degree 1
constexpr auto phi_16x1() {
  return math::Segments<float, 16, 1>{0x1.1cp2F, 0x1.bcp1F, {
       {0x1.ffefaep-2F, 0x1.fe35d6p-2F, 0x1.f4012p-2F, 0x1.db07bcp-2F,
        0x1.b14ca2p-2F, 0x1.791ccp-2F, 0x1.37ff34p-2F, 0x1.e9b764p-3F,
        0x1.6c2e9ep-3F, 0x1.007fe6p-3F, 0x1.562644p-4F, 0x1.b03658p-5F,
        0x1.02905p-5F, 0x1.2512d2p-6F, 0x1.3ac4cep-7F, 0x1.c824p-8F},
       {-0x1.972888p-2F, -0x1.8c26b2p-2F, -0x1.6f5ecap-2F, -0x1.43ba5ap-2F,
        -0x1.0f2c2ep-2F, -0x1.afddb6p-3F, -0x1.46ea24p-3F, -0x1.d680e8p-4F,
        -0x1.41ddcep-4F, -0x1.a2a1bcp-5F, -0x1.02ce2cp-5F, -0x1.30330cp-6F,
        -0x1.53e7b4p-7F, -0x1.690d9ap-8F, -0x1.6c959ep-9F, -0x1.07p-9F},
      }};
}

/// t Phi(-t): segments 8, degree 2
constexpr auto lost_8x2() {
  return math::Segments<float, 8, 2>{0x1.1p1F, 0x1.cp1F, {
       {0, 0x1.d47268p-8F, 0x1.84d5fap-4F, 0x1.234188p-2F,
        0x1.ae9caap-2F, 0x1.892336p-2F, 0x1.e8b6eap-3F, 0x1.84d4p-6F},
       {0x1.ff6c9p-2F, 0x1.cf16b6p-2F, 0x1.a90ebcp-3F, -0x1.e6f6ap-4F,
        -0x1.2890fp-2F, -0x1.07a836p-2F, -0x1.294bc2p-3F, -0x1.bc6p-8F},
       {-0x1.92a1cep-2F, -0x1.431bap-2F, -0x1.25f944p-3F, -0x1.4ae40ap-9F,
        0x1.a248dep-5F, 0x1.68c6b6p-5F, 0x1.6db47cp-6F, 0},
      }};
}

/// t Phi(-t): segments 16, degree 2
constexpr auto lost_16x2() {
  return math::Segments<float, 16, 2>{0x1.d8p1F, 0x1.0cp2F, {
       {0, 0x1.c22ae4p-11F, 0x1.d12d38p-7F, 0x1.f60cd6p-5F,
        0x1.357114p-3F, 0x1.109d64p-2F, 0x1.7a79f6p-2F, 0x1.b3e83p-2F,
        0x1.ad6fc4p-2F, 0x1.710f4ep-2F, 0x1.186a94p-2F, 0x1.7c5c0cp-3F,
        0x1.cfc3c2p-4F, 0x1.ff033cp-5F, 0x1.fef98ap-6F, 0x1.2457p-9F},
       {0x1.ffe396p-2F, 0x1.f5e18p-2F, 0x1.b4dc7ep-2F, 0x1.278c98p-2F,
        0x1.963052p-4F, -0x1.7286bep-4F, -0x1.d784acp-3F, -0x1.2de5bap-2F,
        -0x1.282096p-2F, -0x1.e7f05p-3F, -0x1.5e489ep-3F, -0x1.be931ep-4F,
        -0x1.ff3a1ap-5F, -0x1.08ac0ap-5F, -0x1.f2452ap-7F, -0x1.174p-11F},
       {-0x1.968d16p-2F, -0x1.7a3d0ap-2F, -0x1.2c39cp-2F, -0x1.88b66cp-3F,
        -0x1.777ba2p-4F, -0x1.bab588p-7F, 0x1.14968ep-5F, 0x1.acf6dcp-5F,
        0x1.a2c78cp-5F, 0x1.48a3f2p-5F, 0x1.bb777cp-6F, 0x1.08b3e8p-6F,
        0x1.1bc472p-7F, 0x1.139accp-8F, 0x1.e7cd12p-10F, 0},
      }};
}

/// t Phi(-t): segments 8, degree 3
constexpr auto lost_8x3() {
  return math::Segments<float, 8, 3>{0x1.c8p0F, 0x1.0cp2F, {
       {0, -0x1.74a414p-9F, 0x1.b8bc44p-7F, 0x1.d26becp-3F,
        0x1.137fa4p-1F, 0x1.1a96b2p-1F, 0x1.3dac5ep-2F, 0x1.cb51p-9F},
       {0x1.0022e2p-1F, 0x1.0cbfa4p-1F, 0x1.ecb4c2p-2F, 0x1.e76b0ep-6F,
        -0x1.d1493ep-2F, -0x1.ea7e78p-2F, -0x1.f4511cp-3F, -0x1.b6cp-11F},
       {-0x1.9e608ap-2F, -0x1.ea856p-2F, -0x1.c65f2ap-2F, -0x1.ff69dap-4F,
        0x1.056c68p-3F, 0x1.201f8ap-3F, 0x1.08ae44p-4F, 0},
       {0x1.212954p-5F, 0x1.d7f294p-4F, 0x1.b965b2p-4F, 0x1.07f43ap-5F,
        -0x1.82bb8p-7F, -0x1.c9999ap-7F, -0x1.77f7bp-8F, 0},
      }};
}

/// t Phi(-t): segments 32, degree 3
constexpr auto lost_32x3() {
  return math::Segments<float, 32, 3>{0x1.8p2F, 0x1.4fp2F, {
       {0, -0x1.37df06p-15F, -0x1.52907ap-11F, -0x1.5da7f4p-9F,
        -0x1.7806fap-8F, -0x1.c029bap-8F, -0x1.040e6p-21F, 0x1.6e674p-6F,
        0x1.11a6d8p-4F, 0x1.167218p-3F, 0x1.cff67p-3F, 0x1.5134d6p-2F,
        0x1.b9240cp-2F, 0x1.08880ep-1F, 0x1.2655dcp-1F, 0x1.327204p-1F,
        0x1.2c5c22p-1F, 0x1.1680fap-1F, 0x1.ea63eap-2F, 0x1.9b253ap-2F,
        0x1.49184p-2F, 0x1.f7f80ep-3F, 0x1.71bd44p-3F, 0x1.04471ep-3F,
        0x1.603284p-4F, 0x1.ca344p-5F, 0x1.1f15a6p-5F, 0x1.5a85aep-6F,
        0x1.935b54p-7F, 0x1.c4f17p-8F, 0x1.eb0c5ep-9F, 0x1.a62f6p-16F},
       {0x1.0000f2p-1F, 0x1.008798p-1F, 0x1.042c4ep-1F, 0x1.0b9ed2p-1F,
        0x1.13cc7p-1F, 0x1.163afep-1F, 0x1.0afe8p-1F, 0x1.d700fap-2F,
        0x1.6a1b02p-2F, 0x1.a8a70ap-3F, 0x1.24832p-5F, -0x1.1ffb3p-3F,
        -0x1.32f33cp-2F, -0x1.b1e302p-2F, -0x1.00d7a6p-1F, -0x1.10029cp-1F,
        -0x1.090a84p-1F, -0x1.e2837p-2F, -0x1.9e0a8ap-2F, -0x1.50ef42p-2F,
        -0x1.0528e8p-2F, -0x1.82cdc2p-3F, -0x1.125148p-3F, -0x1.754da2p-4F,
        -0x1.e86504p-5F, -0x1.33442cp-5F, -0x1.749cf6p-6F, -0x1.b38304p-7F,
        -0x1.eb3644p-8F, -0x1.0b6c26p-8F, -0x1.194f3ep-9F, -0x1.42ap-18F},
       {-0x1.990c52p-2F, -0x1.a30706p-2F, -0x1.bff1aep-2F, -0x1.e3e6c4p-2F,
        -0x1.002e4cp-1F, -0x1.03aaeep-1F, -0x1.ef455ep-2F, -0x1.b57986p-2F,
        -0x1.5e8ed8p-2F, -0x1.e9c88ap-3F, -0x1.0ba76ep-3F, -0x1.e847bcp-6F,
        0x1.b56ba8p-5F, 0x1.cf2012p-4F, 0x1.2ecbbep-3F, 0x1.482122p-3F,
        0x1.3d7d06p-3F, 0x1.1af918p-3F, 0x1.d81852p-4F, 0x1.740c5ap-4F,
        0x1.16bb98p-4F, 0x1.8ead48p-5F, 0x1.10faap-5F, 0x1.66b73cp-6F,
        0x1.c565bap-7F, 0x1.13b44p-7F, 0x1.4362b4p-8F, 0x1.6dd7d4p-9F,
        0x1.8faf96p-10F, 0x1.a5d832p-11F, 0x1.ae7696p-12F, 0},
       {0x1.5db9f8p-7F, 0x1.62f1eep-5F, 0x1.4d55eep-4F, 0x1.c1d862p-4F,
        0x1.020abep-3F, 0x1.08b06ep-3F, 0x1.eefc32p-4F, 0x1.a8346p-4F,
        0x1.4ba40ap-4F, 0x1.d0612ep-5F, 0x1.15243p-5F, 0x1.ddce66p-7F,
        0x1.487c9cp-14F, -0x1.3742bap-7F, -0x1.e0dd2cp-7F, -0x1.0ca4d2p-6F,
        -0x1.01cffap-6F, -0x1.c0d4cap-7F, -0x1.6b0fe8p-7F, -0x1.1482a6p-7F,
        -0x1.8fc832p-8F, -0x1.13bb1ep-8F, -0x1.6c29dap-9F, -0x1.cdb084p-10F,
        -0x1.19af1ap-10F, -0x1.4aeb96p-11F, -0x1.7741d4p-12F, -0x1.9abd0cp-13F,
        -0x1.b2835p-14F, -0x1.bc6b4p-15F, -0x1.b7d19p-16F, 0},
      }};
}

}  // namespace gelu::coefficients
