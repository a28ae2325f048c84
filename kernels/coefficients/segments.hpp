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

/// -f'(-t): segments 16, degree 2
constexpr auto slope_16x2() {
  return math::Segments<float, 16, 2>{0x1.fp1F, 0x1.fcp1F, {
       {-0x1p-1F, -0x1.01b8c4p-1F, -0x1.0bfb4ap-1F, -0x1.1619ecp-1F,
        -0x1.06985ep-1F, -0x1.8bbd64p-2F, -0x1.4b62dp-3F, 0x1.c0622ap-4F,
        0x1.65d402p-2F, 0x1.fb9864p-2F, 0x1.0e81e2p-1F, 0x1.e07e06p-2F,
        0x1.72468p-2F, 0x1.f994d8p-3F, 0x1.35a0dap-3F, 0x1.1aa64p-6F},
       {0x1.998092p-1F, 0x1.aff82ap-1F, 0x1.e5f2fp-1F, 0x1.037fa4p0F,
        0x1.e62f6ap-1F, 0x1.7793f6p-1F, 0x1.ab3714p-2F, 0x1.7c906cp-4F,
        -0x1.401e96p-3F, -0x1.29c0ecp-2F, -0x1.45c182p-2F, -0x1.196966p-2F,
        -0x1.9e5b1ep-3F, -0x1.0c7d38p-3F, -0x1.37812ap-4F, -0x1.1cep-8F},
       {-0x1.87d904p-5F, -0x1.8ea888p-3F, -0x1.5697f8p-2F, -0x1.8c992ep-2F,
        -0x1.69e686p-2F, -0x1.0b4de6p-2F, -0x1.326004p-3F, -0x1.af2e9ap-5F,
        0x1.8c46ccp-7F, 0x1.60504ap-5F, 0x1.8f382ap-5F, 0x1.4e3af6p-5F,
        0x1.d46fdcp-6F, 0x1.1f4eccp-6F, 0x1.3b253cp-7F, 0},
      }};
}

/// -f'(-t): segments 16, degree 3
constexpr auto slope_16x3() {
  return math::Segments<float, 16, 3>{0x1.b4p1F, 0x1.2p2F, {
       {-0x1p-1F, -0x1.0030cep-1F, -0x1.060b14p-1F, -0x1.20de52p-1F,
        -0x1.4f96acp-1F, -0x1.646c14p-1F, -0x1.1d735cp-1F, -0x1.95d6d8p-3F,
        0x1.158dcap-2F, 0x1.51e454p-1F, 0x1.aab5d8p-1F, 0x1.913c4ap-1F,
        0x1.32d8dp-1F, 0x1.8c7872p-2F, 0x1.b997f6p-3F, 0x1.7244p-9F},
       {0x1.9885bap-1F, 0x1.9b5b5ep-1F, 0x1.c13bf8p-1F, 0x1.16ff9cp0F,
        0x1.5bde84p0F, 0x1.74ea42p0F, 0x1.3433cap0F, 0x1.47fb48p-1F,
        -0x1.8dc214p-13F, -0x1.e1de84p-2F, -0x1.51bd66p-1F, -0x1.399ebp-1F,
        -0x1.cbc904p-2F, -0x1.19f292p-2F, -0x1.2930e4p-3F, -0x1.492p-11F},
       {-0x1.975988p-12F, -0x1.c9531cp-6F, -0x1.850d54p-3F, -0x1.ea6db4p-2F,
        -0x1.7d0698p-1F, -0x1.a522ep-1F, -0x1.566328p-1F, -0x1.7f112p-2F,
        -0x1.509fep-4F, 0x1.b89b04p-4F, 0x1.6906fcp-3F, 0x1.4a97a2p-3F,
        0x1.cf123cp-4F, 0x1.0ce568p-4F, 0x1.0bcbb8p-5F, 0},
       {-0x1.0cdbb4p-2F, -0x1.b996c6p-3F, -0x1.864114p-4F, 0x1.2bedd4p-5F,
        0x1.fc32c2p-4F, 0x1.28e2eep-3F, 0x1.d1dfb4p-4F, 0x1.fe89d4p-5F,
        0x1.265274p-6F, -0x1.efca86p-8F, -0x1.045e6p-6F, -0x1.d58f04p-7F,
        -0x1.39412p-7F, -0x1.57c01ep-8F, -0x1.42fb2ap-9F, 0},
      }};
}

/// -f'(-t): segments 32, degree 3
constexpr auto slope_32x3() {
  return math::Segments<float, 32, 3>{0x1.6ap2F, 0x1.64p2F, {
       {-0x1p-1F, -0x1.00041p-1F, -0x1.009352p-1F, -0x1.03fb3p-1F,
        -0x1.0e24f8p-1F, -0x1.220702p-1F, -0x1.3e053ap-1F, -0x1.59a4f8p-1F,
        -0x1.66956p-1F, -0x1.55186ep-1F, -0x1.1a2c3ap-1F, -0x1.695d18p-2F,
        -0x1.759f78p-4F, 0x1.911c52p-3F, 0x1.db1866p-2F, 0x1.591ccp-1F,
        0x1.9a8c62p-1F, 0x1.aef1c6p-1F, 0x1.9bd872p-1F, 0x1.6c637cp-1F,
        0x1.2d75d2p-1F, 0x1.d571cp-2F, 0x1.5a413ap-2F, 0x1.e4bfacp-3F,
        0x1.415484p-3F, 0x1.979a62p-4F, 0x1.edf518p-5F, 0x1.1e4806p-5F,
        0x1.3dd9d6p-6F, 0x1.5273fp-7F, 0x1.59edb6p-8F, 0x1.b8d4p-16F},
       {0x1.988482p-1F, 0x1.98e884p-1F, 0x1.9edf2p-1F, 0x1.b58ab8p-1F,
        0x1.e677f8p-1F, 0x1.18abc4p0F, 0x1.43f472p0F, 0x1.683f56p0F,
        0x1.7731ecp0F, 0x1.660c0cp0F, 0x1.31a93cp0F, 0x1.bf8d8ap-1F,
        0x1.f3be38p-2F, 0x1.915732p-4F, -0x1.eaab5cp-3F, -0x1.f1bf6ap-2F,
        -0x1.40ce5cp-1F, -0x1.560166p-1F, -0x1.43a0aap-1F, -0x1.182a4ep-1F,
        -0x1.c2d4d8p-2F, -0x1.544cdep-2F, -0x1.e5f9cp-3F, -0x1.4914bap-3F,
        -0x1.a5d2eap-4F, -0x1.02ccdap-4F, -0x1.2f829ep-5F, -0x1.54a2e8p-6F,
        -0x1.6e6a4cp-7F, -0x1.7a429ap-8F, -0x1.77139ap-9F, -0x1.3dp-18F},
       {-0x1.62a5a2p-14F, -0x1.a0b83ep-8F, -0x1.8bf2f8p-5F, -0x1.2d7326p-3F,
        -0x1.34462cp-2F, -0x1.f0a044p-2F, -0x1.51abeep-1F, -0x1.914e92p-1F,
        -0x1.a8569ep-1F, -0x1.91e9f6p-1F, -0x1.53c9a6p-1F, -0x1.f7558cp-2F,
        -0x1.34d33ap-2F, -0x1.ff892ep-4F, 0x1.13997cp-6F, 0x1.cfda8ap-4F,
        0x1.515fecp-3F, 0x1.6ec15ap-3F, 0x1.572ccap-3F, 0x1.2218c2p-3F,
        0x1.c5280ap-4F, 0x1.4b1a8cp-4F, 0x1.c9331ep-5F, 0x1.2b35f6p-5F,
        0x1.728a7p-6F, 0x1.b78dfcp-7F, 0x1.f29d78p-8F, 0x1.0ecf4cp-8F,
        0x1.1a22a4p-9F, 0x1.1a4b0ap-10F, 0x1.0f80acp-11F, 0},
       {-0x1.0f14cp-2F, -0x1.f9f5fcp-3F, -0x1.90fcdcp-3F, -0x1.f2ab0ap-4F,
        -0x1.3e9f8ep-5F, 0x1.3a6e04p-5F, 0x1.93854ap-4F, 0x1.143706p-3F,
        0x1.2be15ap-3F, 0x1.18536ap-3F, 0x1.ce5f3ap-4F, 0x1.4fe206p-4F,
        0x1.a08092p-5F, 0x1.8bb666p-6F, 0x1.1b07b8p-8F, -0x1.0e8e7p-7F,
        -0x1.dcb1e4p-7F, -0x1.097eacp-6F, -0x1.eaa568p-7F, -0x1.943506p-7F,
        -0x1.31f0c6p-7F, -0x1.b029bcp-8F, -0x1.202ffap-8F, -0x1.6c3c8cp-9F,
        -0x1.b37b84p-10F, -0x1.f32398p-11F, -0x1.11b668p-11F, -0x1.1fa892p-12F,
        -0x1.222b62p-13F, -0x1.19540ap-14F, -0x1.06631cp-15F, 0},
      }};
}

}  // namespace gelu::coefficients
