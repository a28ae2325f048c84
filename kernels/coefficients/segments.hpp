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

/// Phi(-t) in powers of t - 5/2: segments 8, degree 5
constexpr auto phi_8x5() {
  return math::Segments<float, 8, 5>{0x1.48p0F, 0x1.4ep2F, {
       {-0x1.6bf664p-2F, -0x1.2d725ap-5F, 0x1.bc3b1cp-8F, 0x1.96f622p-8F,
        0x1.96bd06p-8F, 0x1.5a3212p-8F, 0x1.0f67d4p-9F, 0x1.762bp-19F},
       {-0x1.e0983p-1F, -0x1.3e1b54p-3F, -0x1.b8aca6p-7F, -0x1.1f2bbep-6F,
        -0x1.1e8ec6p-6F, -0x1.b37c5ap-7F, -0x1.0b9da2p-8F, -0x1.134p-20F},
       {-0x1.d924a4p-1F, -0x1.33ed1p-3F, 0x1.1584e4p-5F, 0x1.66d0bcp-6F,
        0x1.645226p-6F, 0x1.c88d76p-7F, 0x1.ab36f2p-9F, 0},
       {-0x1.fff656p-2F, -0x1.dbc1e6p-4F, 0x1.849f7ep-9F, -0x1.f818p-7F,
        -0x1.eccd4ep-7F, -0x1.efedd2p-8F, -0x1.586bbep-10F, 0},
       {-0x1.cdc128p-4F, -0x1.18d414p-6F, 0x1.5a359ap-6F, 0x1.8e1a2p-8F,
        0x1.7c14f2p-8F, 0x1.15842ep-9F, 0x1.1803bep-12F, 0},
       {-0x1.25fdcap-7F, 0x1.3515b2p-11F, 0x1.65fc18p-8F, 0x1.3b2316p-15F,
        -0x1.041808p-10F, -0x1.fd4532p-13F, -0x1.6ece8ap-16F, 0},
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

/// sigma(-v) for t sigma(-v): segments 16, degree 1
constexpr auto tanh_half_16x1() {
  return math::Segments<float, 16, 1>{0x1.22p2F, 0x1.b4p1F, {
       {0x1.fff098p-2F, 0x1.fe4f56p-2F, 0x1.f4a8fp-2F, 0x1.dcfcb4p-2F,
        0x1.b545bp-2F, 0x1.7f7b8ep-2F, 0x1.409db6p-2F, 0x1.fe0f3ep-3F,
        0x1.817c46p-3F, 0x1.147852p-3F, 0x1.77c86p-4F, 0x1.e3122ap-5F,
        0x1.24eef2p-5F, 0x1.4e2adp-6F, 0x1.65515cp-7F, 0x1.e29f8p-8F},
       {-0x1.973518p-2F, -0x1.8c97fcp-2F, -0x1.70cea6p-2F, -0x1.46916p-2F,
        -0x1.137f96p-2F, -0x1.bb018ep-3F, -0x1.538c6p-3F, -0x1.f03f18p-4F,
        -0x1.59a614p-4F, -0x1.caa084p-5F, -0x1.216c28p-5F, -0x1.5ac5cep-6F,
        -0x1.8961cep-7F, -0x1.a52566p-8F, -0x1.a7eaecp-9F, -0x1.1b6p-9F},
      }};
}

/// t sigma(-v): segments 8, degree 2
constexpr auto tanh_lost_8x2() {
  return math::Segments<float, 8, 2>{0x1.08p1F, 0x1.ccp1F, {
       {0, 0x1.068f88p-7F, 0x1.a939dp-4F, 0x1.334728p-2F,
        0x1.b43eb8p-2F, 0x1.7bf0bcp-2F, 0x1.b6db84p-3F, 0x1.09fp-6F},
       {0x1.ff5e16p-2F, 0x1.cabc48p-2F, 0x1.81a9ep-3F, -0x1.1fcc4ep-3F,
        -0x1.2da512p-2F, -0x1.f8a622p-3F, -0x1.077c44p-3F, -0x1.28p-8F},
       {-0x1.923e54p-2F, -0x1.3e1ac4p-2F, -0x1.10b2acp-3F, 0x1.485e52p-8F,
        0x1.ab1d04p-5F, 0x1.54d3dap-5F, 0x1.3f139ep-6F, 0},
      }};
}

/// t sigma(-v): segments 16, degree 2
constexpr auto tanh_lost_16x2() {
  return math::Segments<float, 16, 2>{0x1.ecp1F, 0x1p2F, {
       {0, 0x1.803e1cp-11F, 0x1.8fd844p-7F, 0x1.b4bf34p-5F,
        0x1.11fb9ep-3F, 0x1.eeabeep-3F, 0x1.62aea4p-2F, 0x1.a9b44ap-2F,
        0x1.b8df74p-2F, 0x1.9120c8p-2F, 0x1.43db1p-2F, 0x1.d2196cp-3F,
        0x1.2b1eaap-3F, 0x1.55a9ep-4F, 0x1.59f998p-5F, 0x1.794p-9F},
       {0x1.ffe6c8p-2F, 0x1.f6ffb8p-2F, 0x1.bcbeacp-2F, 0x1.3c37a4p-2F,
        0x1.0e5p-3F, -0x1.b0e62ep-5F, -0x1.9a5662p-3F, -0x1.221446p-2F,
        -0x1.32410cp-2F, -0x1.0e9fb6p-2F, -0x1.a05618p-3F, -0x1.1b3ceap-3F,
        -0x1.56c322p-4F, -0x1.710b6ep-5F, -0x1.6096ap-6F, -0x1.794p-11F},
       {-0x1.96b2c8p-2F, -0x1.7c7426p-2F, -0x1.33a22ep-2F, -0x1.a26e0cp-3F,
        -0x1.b65384p-4F, -0x1.c56bd6p-6F, 0x1.8d624ep-6F, 0x1.91ccb6p-5F,
        0x1.b442p-5F, 0x1.745cb4p-5F, 0x1.0f6112p-5F, 0x1.5ba25p-6F,
        0x1.8b7f82p-7F, 0x1.9093c6p-8F, 0x1.68963p-9F, 0},
      }};
}

/// t sigma(-v): segments 8, degree 3
constexpr auto tanh_lost_8x3() {
  return math::Segments<float, 8, 3>{0x1.ap0F, 0x1.06p2F, {
       {0, -0x1.d2534p-9F, 0x1.160d26p-5F, 0x1.46b08ep-2F,
        0x1.2e55fep-1F, 0x1.da85fap-2F, 0x1.653158p-3F, 0x1.12898p-9F},
       {0x1.002ddp-1F, 0x1.0edc58p-1F, 0x1.b4f82cp-2F, -0x1.045234p-3F,
        -0x1.0a00ecp-1F, -0x1.8d70d4p-2F, -0x1.0a2d7ep-3F, -0x1.0c4p-11F},
       {-0x1.9f8c14p-2F, -0x1.f249d6p-2F, -0x1.954ceep-2F, -0x1.1df6cap-5F,
        0x1.3caafap-3F, 0x1.bffe58p-4F, 0x1.09749cp-5F, 0},
       {0x1.3d2926p-5F, 0x1.ead74p-4F, 0x1.80a30ap-4F, 0x1.ec5cd6p-7F,
        -0x1.fd8726p-7F, -0x1.538368p-7F, -0x1.622a06p-9F, 0},
      }};
}

/// t sigma(-v): segments 16, degree 4
constexpr auto tanh_lost_16x4() {
  return math::Segments<float, 16, 4>{0x1.7cp1F, 0x1.3cp2F, {
       {0, -0x1.923fa2p-15F, -0x1.7f8b9ap-9F, -0x1.47d60ep-6F,
        -0x1.6e9e4ep-5F, -0x1.b5508cp-7F, 0x1.31e52cp-3F, 0x1.b82134p-2F,
        0x1.688174p-1F, 0x1.a66c82p-1F, 0x1.789e56p-1F, 0x1.03e4f4p-1F,
        0x1.1726b8p-2F, 0x1.cb0a08p-4F, 0x1.21995cp-5F, 0x1.f087p-16F},
       {0x1.000008p-1F, 0x1.00683ep-1F, 0x1.0b44fp-1F, 0x1.345e2ep-1F,
        0x1.607ad4p-1F, 0x1.382bd2p-1F, 0x1.0b7484p-2F, -0x1.019718p-2F,
        -0x1.6092p-1F, -0x1.b8ac12p-1F, -0x1.805eecp-1F, -0x1.f8fe2cp-2F,
        -0x1.ffa54p-3F, -0x1.8b77aap-4F, -0x1.d54ff8p-6F, -0x1.924p-18F},
       {-0x1.9887c4p-2F, -0x1.9d98e2p-2F, -0x1.daaa64p-2F, -0x1.3654f4p-1F,
        -0x1.702356p-1F, -0x1.4a43f2p-1F, -0x1.7566bcp-2F, -0x1.9fc86ap-7F,
        0x1.fd53c2p-3F, 0x1.5cb908p-2F, 0x1.28cf3p-2F, 0x1.7207a8p-3F,
        0x1.60e75ap-4F, 0x1.001746p-5F, 0x1.1d9ca4p-7F, 0},
       {0x1.bb47a6p-13F, 0x1.d03122p-7F, 0x1.713d0ap-4F, 0x1.a10414p-3F,
        0x1.141302p-2F, 0x1.e8ebe4p-3F, 0x1.1b3f7ep-3F, 0x1.f897cap-6F,
        -0x1.3d5908p-5F, -0x1.eff21ap-5F, -0x1.9ad40cp-5F, -0x1.e48912p-6F,
        -0x1.b22696p-7F, -0x1.276de4p-8F, -0x1.356ba8p-10F, 0},
       {0x1.0d11eep-4F, 0x1.9bc20cp-5F, 0x1.afc83cp-7F, -0x1.5788e6p-6F,
        -0x1.229ca6p-5F, -0x1.f61ad2p-6F, -0x1.18c0b2p-6F, -0x1.3b0288p-8F,
        0x1.18085p-9F, 0x1.0b3ca2p-8F, 0x1.adc7aap-9F, 0x1.de288p-10F,
        0x1.91cbecp-11F, 0x1.001a42p-12F, 0x1.f77436p-15F, 0},
      }};
}

/// -f'(-t): segments 8, degree 2
constexpr auto tanh_slope_8x2() {
  return math::Segments<float, 8, 2>{0x1.e8p0F, 0x1.fp1F, {
       {-0x1p-1F, -0x1.0a4cfap-1F, -0x1.0324e6p-1F, -0x1.34e142p-3F,
        0x1.677dbep-2F, 0x1.0dcd4ep-1F, 0x1.6c6cd2p-2F, 0x1.9c72p-6F},
       {0x1.9c85c8p-1F, 0x1.e1efc6p-1F, 0x1.dd189ep-1F, 0x1.95e2b8p-2F,
        -0x1.459806p-3F, -0x1.42a54cp-2F, -0x1.955b3ap-3F, -0x1.a9cp-8F},
       {-0x1.8aa1fp-4F, -0x1.5438cap-2F, -0x1.5f363p-2F, -0x1.201128p-3F,
        0x1.b04268p-7F, 0x1.87895ep-5F, 0x1.c64cb2p-6F, 0},
      }};
}

/// -f'(-t): segments 16, degree 3
constexpr auto tanh_slope_16x3() {
  return math::Segments<float, 16, 3>{0x1.a8p1F, 0x1.1cp2F, {
       {-0x1p-1F, -0x1.003904p-1F, -0x1.06ed74p-1F, -0x1.24539p-1F,
        -0x1.52c752p-1F, -0x1.5d1b68p-1F, -0x1.04b262p-1F, -0x1.06f9b8p-3F,
        0x1.59cb38p-2F, 0x1.6b2236p-1F, 0x1.b83012p-1F, 0x1.8f0aacp-1F,
        0x1.1f16c8p-1F, 0x1.4d71e4p-2F, 0x1.39e0aep-3F, 0x1.55bp-9F},
       {0x1.9885ecp-1F, 0x1.9bbeaap-1F, 0x1.c5ff24p-1F, 0x1.1d1174p0F,
        0x1.5fe45p0F, 0x1.6cc93ep0F, 0x1.1e07cep0F, 0x1.128746p-1F,
        -0x1.547542p-4F, -0x1.0a67cap-1F, -0x1.5c3eeep-1F, -0x1.35f7c8p-1F,
        -0x1.aaae98p-2F, -0x1.d5e014p-3F, -0x1.a23782p-4F, -0x1.34p-11F},
       {-0x1.c40d64p-12F, -0x1.f9cb9cp-6F, -0x1.a7bf9p-3F, -0x1.03dfccp-1F,
        -0x1.847626p-1F, -0x1.99b068p-1F, -0x1.3c0b82p-1F, -0x1.4912e8p-2F,
        -0x1.7fee8ep-5F, 0x1.fecf38p-4F, 0x1.73555ap-3F, 0x1.43da3ep-3F,
        0x1.a93d64p-4F, 0x1.bb1b72p-5F, 0x1.746eb2p-6F, 0},
       {-0x1.0ded38p-2F, -0x1.b463dap-3F, -0x1.5f4f1ap-4F, 0x1.88b71ep-5F,
        0x1.07a6b2p-3F, 0x1.1ebda8p-3F, 0x1.a8d934p-4F, 0x1.b5d522p-5F,
        0x1.a57aa6p-7F, -0x1.3a5ef6p-7F, -0x1.0ab08ap-6F, -0x1.c6d92p-7F,
        -0x1.1c116ep-7F, -0x1.1790cp-8F, -0x1.bb4148p-10F, 0},
      }};
}

/// -f'(-t): segments 8, degree 4
constexpr auto tanh_slope_8x4() {
  return math::Segments<float, 8, 4>{0x1.8p0F, 0x1.1cp2F, {
       {-0x1p-1F, -0x1.ff291ap-2F, -0x1.44ddfap-1F, -0x1.e68222p-1F,
        -0x1.ada9b2p-5F, 0x1.3aba7ap0F, 0x1.d9d6f4p-1F, 0x1.1331cp-9F},
       {0x1.987dcap-1F, 0x1.93c1f2p-1F, 0x1.4884aep0F, 0x1.0c34d6p1F,
        0x1.322a8cp-1F, -0x1.26553ap0F, -0x1.ae2ac2p-1F, -0x1.f02p-12F},
       {0x1.7bb84p-10F, 0x1.58904p-5F, -0x1.495396p-1F, -0x1.6dfeap0F,
        -0x1.f64ap-2F, 0x1.9ea9c8p-2F, 0x1.2621dap-2F, 0},
       {-0x1.1f35fep-2F, -0x1.745fbp-2F, 0x1.047384p-4F, 0x1.9cf31p-2F,
        0x1.20314p-3F, -0x1.04835ep-4F, -0x1.66f178p-5F, 0},
       {0x1.88841ap-5F, 0x1.d79ff2p-4F, 0x1.c4b2ccp-7F, -0x1.52e69p-5F,
        -0x1.c2eef2p-7F, 0x1.ec2676p-9F, 0x1.49b712p-9F, 0},
      }};
}

/// -f'(-t): segments 16, degree 4
constexpr auto tanh_slope_16x4() {
  return math::Segments<float, 16, 4>{0x1.78p1F, 0x1.4ep2F, {
       {-0x1p-1F, -0x1.ffda7p-2F, -0x1.feebb6p-2F, -0x1.0d681ap-1F,
        -0x1.530ea2p-1F, -0x1.c4f404p-1F, -0x1.e78466p-1F, -0x1.38d1aep-1F,
        0x1.c50228p-4F, 0x1.c41126p-1F, 0x1.4d5f2cp0F, 0x1.35682ap0F,
        0x1.a16352p-1F, 0x1.8cafb8p-2F, 0x1.1b7e98p-3F, 0x1.4b8dcp-15F},
       {0x1.9883dap-1F, 0x1.973eb4p-1F, 0x1.92db6ap-1F, 0x1.d0f01cp-1F,
        0x1.5c312p0F, 0x1.f21eeap0F, 0x1.0cda08p1F, 0x1.7dc7p0F,
        0x1.7298p-2F, -0x1.6bb708p-1F, -0x1.3c34e2p0F, -0x1.2265eep0F,
        -0x1.76ec0ep-1F, -0x1.505ee6p-2F, -0x1.c55496p-4F, -0x1.fc4p-18F},
       {0x1.abb7eep-13F, 0x1.11ffep-6F, 0x1.7f385ap-5F, -0x1.40b53p-3F,
        -0x1.71bd7ap-1F, -0x1.4d4218p0F, -0x1.6f2b02p0F, -0x1.06aec6p0F,
        -0x1.734c2ap-2F, 0x1.9189bep-3F, 0x1.c51eap-2F, 0x1.9b7a5cp-2F,
        0x1.fb3acp-3F, 0x1.ace76cp-4F, 0x1.1043c4p-5F, 0},
       {-0x1.1561ecp-2F, -0x1.4a196ep-2F, -0x1.79e52p-2F, -0x1.bba10cp-3F,
        0x1.9617f8p-4F, 0x1.6b4024p-2F, 0x1.9ec72ap-2F, 0x1.222d06p-2F,
        0x1.c27372p-4F, -0x1.3f180cp-6F, -0x1.22882ep-4F, -0x1.04b564p-4F,
        -0x1.322782p-5F, -0x1.e7429p-7F, -0x1.232028p-8F, 0},
       {0x1.9d0fa8p-6F, 0x1.71afd6p-4F, 0x1.e0bd5cp-4F, 0x1.303e58p-4F,
        0x1.02b3fcp-7F, -0x1.1a6024p-5F, -0x1.54fb3ep-5F, -0x1.cad5dp-6F,
        -0x1.68507p-7F, 0x1.10a8e4p-12F, 0x1.193034p-8F, 0x1.f2635ap-9F,
        0x1.162bdap-9F, 0x1.a012b6p-11F, 0x1.d39526p-13F, 0},
      }};
}

/// sigma(-v) for t sigma(-v): segments 8, degree 2
constexpr auto sigmoid_half_8x2() {
  return math::Segments<float, 8, 2>{0x1.6p0F, 0x1.5ap2F, {
       {0x1.006c46p-1F, 0x1.05d704p-1F, 0x1.c4f35ep-2F, 0x1.11dc94p-2F,
        0x1.07ecb8p-3F, 0x1.c3511cp-5F, 0x1.680902p-6F, 0x1.121d2p-9F},
       {-0x1.c1f20cp-2F, -0x1.f7f066p-2F, -0x1.8169bcp-2F, -0x1.74f978p-3F,
        -0x1.2439bap-4F, -0x1.a2494ap-6F, -0x1.1e59e6p-7F, -0x1.95ap-12F},
       {0x1.1531b4p-4F, 0x1.144b0cp-3F, 0x1.61e7ccp-4F, 0x1.088f98p-5F,
        0x1.4bd9c8p-7F, 0x1.8a6fccp-9F, 0x1.cd452p-11F, 0},
      }};
}

/// t sigma(-v): segments 16, degree 3
constexpr auto sigmoid_lost_16x3() {
  return math::Segments<float, 16, 3>{0x1.1p1F, 0x1.bep2F, {
       {0, -0x1.d5c064p-10F, 0x1.b21388p-7F, 0x1.09b71p-3F,
        0x1.2dc51ep-2F, 0x1.9302c4p-2F, 0x1.996ba8p-2F, 0x1.6237dcp-2F,
        0x1.14331p-2F, 0x1.90a564p-3F, 0x1.133db8p-3F, 0x1.6a8b32p-4F,
        0x1.cd82dcp-5F, 0x1.1d8b18p-5F, 0x1.58f3ccp-6F, 0x1.d2b04p-10F},
       {0x1.001f5ap-1F, 0x1.09d4d4p-1F, 0x1.dd5392p-2F, 0x1.5ddbcap-3F,
        -0x1.12ed02p-3F, -0x1.1c73dp-2F, -0x1.254e08p-2F, -0x1.dee63ep-3F,
        -0x1.5a0bacp-3F, -0x1.cfb85ap-4F, -0x1.26c8dap-4F, -0x1.687cf2p-5F,
        -0x1.aba78ep-6F, -0x1.ef07d2p-7F, -0x1.18b6bap-7F, -0x1.0bep-12F},
       {-0x1.ba0214p-2F, -0x1.00f6p-1F, -0x1.c3fa9cp-2F, -0x1.85ace4p-3F,
        -0x1.9f982ep-10F, 0x1.1686ap-4F, 0x1.2671d6p-4F, 0x1.c0a75ep-5F,
        0x1.29b938p-5F, 0x1.6e339p-6F, 0x1.acd462p-7F, 0x1.e536ccp-8F,
        0x1.0b8802p-8F, 0x1.211e94p-9F, 0x1.335b42p-10F, 0},
       {0x1.73e6b6p-5F, 0x1.1ad726p-3F, 0x1.dc012p-4F, 0x1.6d34b4p-5F,
        0x1.6c42e4p-8F, -0x1.75c3fcp-8F, -0x1.9b4328p-8F, -0x1.216dep-8F,
        -0x1.5e11ep-9F, -0x1.8922a6p-10F, -0x1.a66e5cp-11F, -0x1.b90716p-12F,
        -0x1.c3208cp-13F, -0x1.c66d1ep-14F, -0x1.c43fa4p-15F, 0},
      }};
}

/// t sigma(-v): segments 8, degree 4
constexpr auto sigmoid_lost_8x4() {
  return math::Segments<float, 8, 4>{0x1.fp-1F, 0x1.bep2F, {
       {0, -0x1.aa23dp-7F, 0x1.a61bdap-3F, 0x1.dbb9f4p-2F,
        0x1.7c2e4cp-2F, 0x1.991b88p-3F, 0x1.61c78ap-4F, 0x1.59b72p-10F},
       {0x1.00162p-1F, 0x1.2a736cp-1F, 0x1.c01dc6p-5F, -0x1.831e58p-2F,
        -0x1.1dd40ep-2F, -0x1.09ccf2p-3F, -0x1.8f21cep-5F, -0x1.8cep-13F},
       {-0x1.b6c3b8p-2F, -0x1.44a23cp-1F, -0x1.38aabcp-3F, 0x1.ed4cb6p-4F,
        0x1.4c20d8p-4F, 0x1.07c3bep-5F, 0x1.55c2p-7F, 0},
       {0x1.00d782p-6F, 0x1.06079ep-2F, 0x1.e54858p-5F, -0x1.21ecacp-6F,
        -0x1.5fc13ap-7F, -0x1.d87232p-9F, -0x1.06c33cp-10F, 0},
       {0x1.332f02p-4F, -0x1.3382f6p-5F, -0x1.d49088p-8F, 0x1.07c484p-10F,
        0x1.1d4c74p-11F, 0x1.4169b2p-13F, 0x1.31abf8p-15F, 0},
      }};
}

/// t sigma(-v): segments 16, degree 5
constexpr auto sigmoid_lost_16x5() {
  return math::Segments<float, 16, 5>{0x1.9p0F, 0x1.3dp3F, {
       {0, -0x1.8a271cp-12F, -0x1.05e1f8p-5F, 0x1.df9392p-7F,
        0x1.0b732p-2F, 0x1.e3f854p-2F, 0x1.0eacc8p-1F, 0x1.dafdb6p-2F,
        0x1.680fdep-2F, 0x1.ee4774p-3F, 0x1.391be2p-3F, 0x1.75ea6p-4F,
        0x1.6e282p-6F, 0x1.130a18p-7F, 0x1.e5ab84p-7F, 0x1.15c31p-16F},
       {0x1.ffff74p-2F, 0x1.01d66ap-1F, 0x1.53dcc4p-1F, 0x1.13cd1p-1F,
        -0x1.d3b448p-7F, -0x1.8e5196p-2F, -0x1.e374b8p-2F, -0x1.947ae4p-2F,
        -0x1.1c9984p-2F, -0x1.68dfd4p-3F, -0x1.a674c2p-4F, -0x1.d3c38ep-5F,
        -0x1.6492p-7F, -0x1.c6c4cp-9F, -0x1.ef3d9cp-8F, -0x1.c0ap-20F},
       {-0x1.b39df6p-2F, -0x1.c0877ap-2F, -0x1.8a1644p-1F, -0x1.46e64ap-1F,
        -0x1.1ef5bp-3F, 0x1.027b0ap-3F, 0x1.679b16p-3F, 0x1.1c5266p-3F,
        0x1.705d04p-4F, 0x1.ad055p-5F, 0x1.ce3df8p-6F, 0x1.d93b92p-7F,
        0x1.0b6464p-9F, 0x1.0f32p-11F, 0x1.967ac8p-10F, 0},
       {-0x1.62481ap-10F, 0x1.12e126p-6F, 0x1.7890a2p-2F, 0x1.3494cp-2F,
        0x1.3631fep-4F, -0x1.39f3f4p-6F, -0x1.152a58p-5F, -0x1.9aa048p-6F,
        -0x1.e64d4ap-7F, -0x1.02e00ep-7F, -0x1.ffbda8p-9F, -0x1.e349fp-10F,
        -0x1.76a858p-13F, -0x1.f7384p-16F, -0x1.4f718p-13F, 0},
       {0x1.c8504cp-4F, 0x1.b61d32p-4F, -0x1.53975ep-4F, -0x1.12b6ecp-4F,
        -0x1.024edp-6F, 0x1.35c612p-10F, 0x1.b8bd3ap-9F, 0x1.2f6a22p-9F,
        0x1.4673cep-10F, 0x1.3c756ep-11F, 0x1.1e2718p-12F, 0x1.f19dacp-14F,
        0x1.c9011p-18F, 0x1.4aep-23F, 0x1.1629ap-17F, 0},
       {-0x1.a7225p-6F, -0x1.1c8d2cp-5F, 0x1.db0d28p-8F, 0x1.8233bp-8F,
        0x1.3c247p-10F, -0x1.fdd9c6p-18F, -0x1.200392p-13F, -0x1.6dccdp-14F,
        -0x1.63b392p-15F, -0x1.38ea6cp-16F, -0x1.02452p-17F, -0x1.9cd618p-19F,
        -0x1.29cfcp-24F, 0x1.049cap-25F, -0x1.72a868p-23F, 0},
      }};
}

/// -f'(-t): segments 8, degree 3
constexpr auto sigmoid_slope_8x3() {
  return math::Segments<float, 8, 3>{0x1.3p0F, 0x1.7p2F, {
       {-0x1p-1F, -0x1.1c783p-1F, -0x1.6cd5b8p-2F, 0x1.f30b5p-3F,
        0x1.8310e8p-2F, 0x1.0fa402p-2F, 0x1.22b992p-3F, 0x1.55adp-7F},
       {0x1.b4b1e2p-1F, 0x1.2c6c3ep0F, 0x1.98c2e4p-1F, -0x1.79d91p-4F,
        -0x1.ed69c4p-3F, -0x1.37c2c2p-3F, -0x1.253378p-4F, -0x1.db6p-10F},
       {-0x1.9365b8p-6F, -0x1.5344bap-1F, -0x1.c77f26p-2F, -0x1.abae5ap-10F,
        0x1.b3483ep-5F, 0x1.e8b75ap-6F, 0x1.90a20ep-7F, 0},
       {-0x1.564842p-2F, 0x1.ccfadp-4F, 0x1.399aecp-4F, 0x1.5f633ep-9F,
        -0x1.084c64p-8F, -0x1.048eb4p-9F, -0x1.71e6d8p-11F, 0},
      }};
}

/// -f'(-t): segments 16, degree 3
constexpr auto sigmoid_slope_16x3() {
  return math::Segments<float, 16, 3>{0x1.18p1F, 0x1.cp2F, {
       {-0x1p-1F, -0x1.039a86p-1F, -0x1.2b09bap-1F, -0x1.12e548p-1F,
        -0x1.bd73c8p-3F, 0x1.0ea3aap-3F, 0x1.55b872p-2F, 0x1.8b0ac8p-2F,
        0x1.65fe08p-2F, 0x1.1dac32p-2F, 0x1.a4be28p-3F, 0x1.24d19cp-3F,
        0x1.86928ap-4F, 0x1.f79e76p-5F, 0x1.3bccf4p-5F, 0x1.cb98p-10F},
       {0x1.b3ce16p-1F, 0x1.d70404p-1F, 0x1.446196p0F, 0x1.2a68eep0F,
        0x1.225336p-1F, 0x1.9f8ff4p-5F, -0x1.8d28bcp-3F, -0x1.fc42p-3F,
        -0x1.bc532ep-3F, -0x1.4ca2a2p-3F, -0x1.c8b286p-4F, -0x1.284cdap-4F,
        -0x1.713e6p-5F, -0x1.be20a2p-6F, -0x1.06f03ap-6F, -0x1.06ap-12F},
       {-0x1.16d798p-8F, -0x1.d8d46ep-3F, -0x1.85feep-1F, -0x1.6282a2p-1F,
        -0x1.44d09ep-2F, -0x1.00452cp-4F, 0x1.2b4f2cp-5F, 0x1.c5a974p-5F,
        0x1.7c14cp-5F, 0x1.09056ap-5F, 0x1.5161ccp-6F, 0x1.968344p-7F,
        0x1.d7eafcp-8F, 0x1.0a8a38p-8F, 0x1.26cb7ep-9F, 0},
       {-0x1.8c14d2p-2F, -0x1.0700b2p-3F, 0x1.2be6f2p-3F, 0x1.0e2036p-3F,
        0x1.b442e4p-5F, 0x1.72c0e2p-7F, -0x1.10e51ep-9F, -0x1.176ffp-8F,
        -0x1.bde8ccp-9F, -0x1.1fc708p-9F, -0x1.522a52p-10F, -0x1.792266p-11F,
        -0x1.96df48p-12F, -0x1.ace99ap-13F, -0x1.bc7714p-14F, 0},
      }};
}

/// -f'(-t): segments 32, degree 4
constexpr auto sigmoid_slope_32x4() {
  return math::Segments<float, 32, 4>{0x1.8cp1F, 0x1.44p3F, {
       {-0x1p-1F, -0x1.ffc8e8p-2F, -0x1.02838ap-1F, -0x1.22286ep-1F,
        -0x1.59f61cp-1F, -0x1.5efdbep-1F, -0x1.0949d8p-1F, -0x1.e9990ap-3F,
        0x1.73c16ap-5F, 0x1.11216ep-2F, 0x1.9d903cp-2F, 0x1.dc1e8p-2F,
        0x1.e5e0d2p-2F, 0x1.c1a6e4p-2F, 0x1.8b5832p-2F, 0x1.4ec62ep-2F,
        0x1.129428p-2F, 0x1.b6dfeap-3F, 0x1.56ccbp-3F, 0x1.073128p-3F,
        0x1.8d743ap-4F, 0x1.27bd7cp-4F, 0x1.b22accp-5F, 0x1.3b01eap-5F,
        0x1.c49fdep-6F, 0x1.bd4bep-7F, 0x1.c75c48p-7F, 0x1.3eed6cp-7F,
        0x1.bb9952p-8F, 0x1.328748p-8F, 0x1.a43c3p-9F, 0x1.5da1p-16F},
       {0x1.b3b52ep-1F, 0x1.b1ac04p-1F, 0x1.c3c6a2p-1F, 0x1.2ebcd2p0F,
        0x1.9312ecp0F, 0x1.9c335cp0F, 0x1.3ca66cp0F, 0x1.68e254p-1F,
        0x1.de23e8p-3F, -0x1.734a96p-4F, -0x1.15096p-2F, -0x1.5f7f06p-2F,
        -0x1.6a25d2p-2F, -0x1.462146p-2F, -0x1.145186p-2F, -0x1.c13046p-3F,
        -0x1.60f8dcp-3F, -0x1.0e27f8p-3F, -0x1.944318p-4F, -0x1.299fe8p-4F,
        -0x1.af6178p-5F, -0x1.34680ap-5F, -0x1.b37b06p-6F, -0x1.303f64p-6F,
        -0x1.a576aep-7F, -0x1.7f0ef8p-8F, -0x1.8b79ecp-8F, -0x1.0be75ep-8F,
        -0x1.68c5bep-9F, -0x1.e3301cp-10F, -0x1.413856p-10F, -0x1.144p-19F},
       {0x1.04bf9ep-11F, 0x1.e748d4p-6F, -0x1.ec9452p-5F, -0x1.38d6b4p-1F,
        -0x1.24451p0F, -0x1.3002a6p0F, -0x1.bffa9ap-1F, -0x1.f9f6cep-2F,
        -0x1.9b6c44p-3F, -0x1.7571c8p-6F, 0x1.0d4dacp-4F, 0x1.924cbep-4F,
        0x1.a3c022p-4F, 0x1.6e02bcp-4F, 0x1.297544p-4F, 0x1.ce5f9ep-5F,
        0x1.5b010ap-5F, 0x1.fb6714p-6F, 0x1.6ae268p-6F, 0x1.ff7812p-7F,
        0x1.633dd6p-7F, 0x1.e77p-8F, 0x1.4aa7e8p-8F, 0x1.bc7ecep-9F,
        0x1.289586p-9F, 0x1.f087c8p-11F, 0x1.033decp-10F, 0x1.538a1cp-11F,
        0x1.ba7d1ep-12F, 0x1.1f0bcap-12F, 0x1.7200ep-13F, 0},
       {-0x1.ae3e42p-2F, -0x1.0b2556p-1F, -0x1.b15606p-2F, 0x1.e53f88p-6F,
        0x1.66987p-2F, 0x1.807d8cp-2F, 0x1.092a3ap-2F, 0x1.19e2d8p-3F,
        0x1.cee254p-5F, 0x1.a952eep-7F, -0x1.a357a8p-8F, -0x1.a4e976p-7F,
        -0x1.be57a6p-7F, -0x1.77099ap-7F, -0x1.23266p-7F, -0x1.af4fcep-8F,
        -0x1.345216p-8F, -0x1.adbafep-9F, -0x1.254038p-9F, -0x1.8b11aap-10F,
        -0x1.06a852p-10F, -0x1.597e2p-11F, -0x1.c1f8c8p-12F, -0x1.22bfe8p-12F,
        -0x1.7586fep-13F, -0x1.1f185cp-14F, -0x1.2fd17ep-14F, -0x1.8081aep-15F,
        -0x1.e4bbd8p-16F, -0x1.3081fap-16F, -0x1.7c6984p-17F, 0},
       {0x1.1a70d6p-4F, 0x1.b36f92p-3F, 0x1.645538p-3F, 0x1.10f91ep-5F,
        -0x1.4427e8p-5F, -0x1.6ded42p-5F, -0x1.d08674p-6F, -0x1.c5aa92p-7F,
        -0x1.6315c8p-8F, -0x1.75fa84p-10F, 0x1.596afap-13F, 0x1.521708p-11F,
        0x1.6de6e2p-11F, 0x1.26e95ep-11F, 0x1.b3cc02p-12F, 0x1.32c3c2p-12F,
        0x1.a0d004p-13F, 0x1.145f98p-13F, 0x1.6761c6p-14F, 0x1.ce379p-15F,
        0x1.25dae6p-15F, 0x1.723886p-16F, 0x1.ce8928p-17F, 0x1.1f2098p-17F,
        0x1.62eb3cp-18F, 0x1.f36708p-20F, 0x1.0c6326p-19F, 0x1.4816ep-20F,
        0x1.8ff9cp-21F, 0x1.e67d88p-22F, 0x1.266e9ap-22F, 0},
      }};
}

}  // namespace gelu::coefficients
