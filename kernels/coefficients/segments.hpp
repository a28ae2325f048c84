// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/segments.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/segments.hpp"

namespace gelu::coefficients {

/// Phi(-t) for t Phi(-t): segments 16, degree 1
constexpr auto phi_16x1() {
  return math::Segments<float, 16, 1>{0x1.1cp2F, 0x1.8p23F, 0x1.bcp1F, 0, {
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
  return math::Segments<float, 8, 2>{0x1.1p1F, 0x1.8p23F, 0x1.cp1F, 0, {
       {0, 0x1.d47268p-8F, 0x1.84d5fap-4F, 0x1.234188p-2F,
        0x1.ae9caap-2F, 0x1.892336p-2F, 0x1.e8b6eap-3F, 0x1.84d4p-6F},
       {0x1.ff6c9p-2F, 0x1.cf16b6p-2F, 0x1.a90ebcp-3F, -0x1.e6f6ap-4F,
        -0x1.2890fp-2F, -0x1.07a836p-2F, -0x1.294bc2p-3F, -0x1.bc6p-8F},
       {-0x1.92a1cep-2F, -0x1.431bap-2F, -0x1.25f944p-3F, -0x1.4ae40ap-9F,
        0x1.a248dep-5F, 0x1.68c6b6p-5F, 0x1.6db47cp-6F, 0},
      }};
}

/// t Phi(-t): segments 8, degree 3
constexpr auto lost_8x3() {
  return math::Segments<float, 8, 3>{0x1.c8p0F, 0x1.8p23F, 0x1.0cp2F, 0, {
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
  return math::Segments<float, 8, 5>{0x1.48p0F, 0x1.8p23F, 0x1.4ep2F, 0x1.4p1F, {
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

/// t Phi(-t): segments 32, degree 3, two coefficients in one
constexpr auto lost_32x3() {
  return math::Segments<float, 32, 3, 3>{0x1p0F, 0x1.ffffd8p20F, 0x1.56p2F, 0, {
       {0x1.320bfcp-1F, 0x1.22a116p-1F, 0x1.ed0632p-2F, 0x1.71c3dcp-2F,
        0x1.e8d53ap-3F, 0x1.3bf18ap-3F, 0x1.63af0ep-4F, 0x1.73966cp-5F,
        0x1.5a92d8p-6F, 0x1.318152p-7F, 0x1.e45d3cp-9F, 0x1.06986p-16F,
        0, -0x1.8cc3acp-17F, -0x1.e377dp-13F, -0x1.1df54ep-10F,
        -0x1.4f39b4p-9F, -0x1.56596ep-8F, -0x1.d7a994p-8F, -0x1.2f0c18p-7F,
        0x1.2c112ep-12F, 0x1.ef3cp-7F, 0x1.267714p-5F, 0x1.4cc3c4p-4F,
        0x1.1c1b3ap-3F, 0x1.a07584p-3F, 0x1.194e84p-2F, 0x1.6bad18p-2F,
        0x1.b9f9b8p-2F, 0x1.fecf7p-2F, 0x1.1b3aa2p-1F, 0x1.2969cp-1F},
       {-0x1.0f90eep-1F, -0x1.fc74fep-2F, -0x1.a09fdap-2F, -0x1.2a1a3cp-2F,
        -0x1.75a8d6p-3F, -0x1.cd4ee4p-4F, -0x1.ed0a46p-5F, -0x1.eabbccp-6F,
        -0x1.b352dp-7F, -0x1.6e5522p-8F, -0x1.151ba4p-9F, -0x1.892p-19F,
        0x1.fffd42p-2F, 0x1.00399cp-1F, 0x1.01f29p-1F, 0x1.0613a8p-1F,
        0x1.0b45f6p-1F, 0x1.128f86p-1F, 0x1.16e754p-1F, 0x1.1a74bep-1F,
        0x1.0a93bap-1F, 0x1.ea7982p-2F, 0x1.b4378cp-2F, 0x1.496d24p-2F,
        0x1.9d82f8p-3F, 0x1.3fcff6p-4F, -0x1.908598p-5F, -0x1.756cd2p-3F,
        -0x1.33f41ep-2F, -0x1.985794p-2F, -0x1.e4a27ep-2F, -0x1.04c4b8p-1F},
       {0x1.47790cp-3F, 0x1.2d78e4p-3F, 0x1.db786ep-4F, 0x1.4377d8p-4F,
        0x1.7f7708p-5F, 0x1.c37628p-6F, 0x1.c9751cp-7F, 0x1.b174p-8F,
        0x1.6d729ap-9F, 0x1.25713ap-10F, 0x1.a76fbp-12F, 0,
        -0x1.9877acp-2F, -0x1.9e7a0cp-2F, -0x1.b07b06p-2F, -0x1.ca7b74p-2F,
        -0x1.e27bbep-2F, -0x1.fc7bfcp-2F, -0x1.047c0ap-1F, -0x1.087c1p-1F,
        -0x1.ee7beep-2F, -0x1.c67bbcp-2F, -0x1.987b88p-2F, -0x1.467b34p-2F,
        -0x1.e27acap-3F, -0x1.407a4p-3F, -0x1.4c798cp-4F, -0x1.e2785ap-8F,
        0x1.b87038p-5F, 0x1.9f77f8p-4F, 0x1.1578a6p-3F, 0x1.3578fp-3F},
      }};
}

/// -f'(-t): segments 8, degree 2
constexpr auto slope_8x2() {
  return math::Segments<float, 8, 2>{0x1.d8p0F, 0x1.8p23F, 0x1.fcp1F, 0, {
       {-0x1p-1F, -0x1.0b0c02p-1F, -0x1.fc40c8p-2F, -0x1.80d91ap-4F,
        0x1.a1a938p-2F, 0x1.022006p-1F, 0x1.2d818ep-2F, 0},
       {0x1.9cc58ep-1F, 0x1.e5109p-1F, 0x1.d3d19cp-1F, 0x1.4d67eep-2F,
        -0x1.b5c41ep-3F, -0x1.32a9a4p-2F, -0x1.46578cp-3F, 0x1.8215cp-8F},
       {-0x1.959f94p-4F, -0x1.59ceacp-2F, -0x1.568274p-2F, -0x1.e73028p-4F,
        0x1.aca0bcp-6F, 0x1.71d678p-5F, 0x1.63eb54p-6F, -0x1.852p-10F},
      }};
}

/// -f'(-t): segments 8, degree 4
constexpr auto slope_8x4() {
  return math::Segments<float, 8, 4>{0x1.ap0F, 0x1.8p23F, 0x1.2p2F, 0, {
       {-0x1p-1F, -0x1.ff052cp-2F, -0x1.2b9c9ap-1F, -0x1.ec6148p-1F,
        -0x1.c4a8fap-2F, 0x1.deb5e2p-1F, 0x1.24cdp0F, 0},
       {0x1.987f9ep-1F, 0x1.933534p-1F, 0x1.1f3ap0F, 0x1.102b7ap1F,
        0x1.37de48p0F, -0x1.97133cp-1F, -0x1.11d53ep0F, 0x1.14d2p-10F},
       {0x1.27c2dep-10F, 0x1.708742p-5F, -0x1.c7e30ep-2F, -0x1.7508fep0F,
        -0x1.b99d68p-1F, 0x1.f380ap-3F, 0x1.835f0cp-2F, -0x1.ec2p-13F},
       {-0x1.1bb97p-2F, -0x1.76137ep-2F, -0x1.63b8c4p-5F, 0x1.a6c9bcp-2F,
        0x1.eb7e36p-3F, -0x1.f9d724p-6F, -0x1.eae0a8p-5F, 0},
       {0x1.64a68p-5F, 0x1.d7c2acp-4F, 0x1.1fecd4p-5F, -0x1.5c35fep-5F,
        -0x1.83f00ep-6F, 0x1.45dedap-10F, 0x1.d5dc38p-9F, 0},
      }};
}

/// -f'(-t): segments 16, degree 4
constexpr auto slope_16x4() {
  return math::Segments<float, 16, 4>{0x1.68p1F, 0x1.8p23F, 0x1.6p2F, 0, {
       {-0x1p-1F, -0x1.ffd35cp-2F, -0x1.ff0e2p-2F, -0x1.11ac1cp-1F,
        -0x1.6712eap-1F, -0x1.e4788ap-1F, -0x1.d93466p-1F, -0x1.77b964p-2F,
        0x1.fbb5cep-2F, 0x1.205a78p0F, 0x1.3a8308p0F, 0x1.dd5d32p-1F,
        0x1.16642p-1F, 0x1.01f76ap-2F, 0x1.87268cp-4F, 0},
       {0x1.9883c6p-1F, 0x1.97112ep-1F, 0x1.93369p-1F, 0x1.e0c51ap-1F,
        0x1.7867c6p0F, 0x1.0b864ap1F, 0x1.078cfcp1F, 0x1.1a1acp0F,
        -0x1.8fdfc2p-3F, -0x1.099d48p0F, -0x1.2a0144p0F, -0x1.b2530ap-1F,
        -0x1.dea97cp-2F, -0x1.a125c6p-3F, -0x1.2976f2p-4F, 0x1.3ea8p-17F},
       {0x1.dc8938p-13F, 0x1.2bbb9cp-6F, 0x1.739a02p-5F, -0x1.96e9dep-3F,
        -0x1.abffd2p-1F, -0x1.6ce4p0F, -0x1.698a0cp0F, -0x1.97321ep-1F,
        -0x1.02d5a8p-4F, 0x1.6fa026p-2F, 0x1.abb726p-2F, 0x1.2a6198p-2F,
        0x1.3603eep-3F, 0x1.fb74f8p-5F, 0x1.540c98p-6F, -0x1.cf8p-20F},
       {-0x1.14475ep-2F, -0x1.4ba14ep-2F, -0x1.76cf8ap-2F, -0x1.85af48p-3F,
        0x1.34d452p-3F, 0x1.9a27cp-2F, 0x1.9956cap-2F, 0x1.c83f2cp-3F,
        0x1.3f4914p-5F, -0x1.c3b716p-5F, -0x1.13593ep-4F, -0x1.6eb2d2p-5F,
        -0x1.666f6p-6F, -0x1.132308p-7F, -0x1.5a38e8p-9F, 0},
       {0x1.a59e88p-6F, 0x1.7609f4p-4F, 0x1.d94972p-4F, 0x1.15ac8ap-4F,
        -0x1.f06aa6p-11F, -0x1.4d9514p-5F, -0x1.509ac4p-5F, -0x1.68f9b8p-6F,
        -0x1.34d76p-8F, 0x1.9e2ec6p-9F, 0x1.0c2c0ep-8F, 0x1.53ef82p-9F,
        0x1.37ffaap-10F, 0x1.c0b1dap-12F, 0x1.08de36p-13F, 0},
      }};
}

/// sigma(-v) for t sigma(-v): segments 16, degree 1
constexpr auto tanh_half_16x1() {
  return math::Segments<float, 16, 1>{0x1.22p2F, 0x1.8p23F, 0x1.b4p1F, 0, {
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
  return math::Segments<float, 8, 2>{0x1.08p1F, 0x1.8p23F, 0x1.ccp1F, 0, {
       {0, 0x1.068f88p-7F, 0x1.a939dp-4F, 0x1.334728p-2F,
        0x1.b43eb8p-2F, 0x1.7bf0bcp-2F, 0x1.b6db84p-3F, 0x1.09fp-6F},
       {0x1.ff5e16p-2F, 0x1.cabc48p-2F, 0x1.81a9ep-3F, -0x1.1fcc4ep-3F,
        -0x1.2da512p-2F, -0x1.f8a622p-3F, -0x1.077c44p-3F, -0x1.28p-8F},
       {-0x1.923e54p-2F, -0x1.3e1ac4p-2F, -0x1.10b2acp-3F, 0x1.485e52p-8F,
        0x1.ab1d04p-5F, 0x1.54d3dap-5F, 0x1.3f139ep-6F, 0},
      }};
}

/// t sigma(-v): segments 8, degree 3
constexpr auto tanh_lost_8x3() {
  return math::Segments<float, 8, 3>{0x1.ap0F, 0x1.8p23F, 0x1.06p2F, 0, {
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
  return math::Segments<float, 16, 4>{0x1p0F, 0x1.ffffecp21F, 0x1.3cp2F, 0, {
       {0x1.3665e8p-1F, 0x1.a346d8p-1F, 0x1.50addp-1F, 0x1.343174p-2F,
        0x1.41169p-4F, 0x1.b2a78p-16F, 0, -0x1.1a3e7p-17F,
        -0x1.359d9cp-11F, -0x1.59dffep-8F, -0x1.408bcep-6F, -0x1.477108p-5F,
        -0x1.6211b4p-5F, 0x1.d1d8a6p-8F, 0x1.15bddap-3F, 0x1.5722e4p-2F},
       {-0x1.143b54p-1F, -0x1.b48882p-1F, -0x1.51947ap-1F, -0x1.1c63cep-2F,
        -0x1.0e81d6p-4F, -0x1.602p-18F, 0x1.000002p-1F, 0x1.001896p-1F,
        0x1.030878p-1F, 0x1.1207d6p-1F, 0x1.3353e2p-1F, 0x1.58d482p-1F,
        0x1.5e75eap-1F, 0x1.1fe42ap-1F, 0x1.281546p-2F, -0x1.6193e8p-4F},
       {0x1.4ef0aep-3F, 0x1.58a4b8p-2F, 0x1.ff6ccp-3F, 0x1.8b0894p-4F,
        0x1.566ebcp-6F, 0, -0x1.98857p-2F, -0x1.9a2066p-2F,
        -0x1.b02e2ap-2F, -0x1.f7034p-2F, -0x1.3494ecp-1F, -0x1.672facp-1F,
        -0x1.6e33f8p-1F, -0x1.352c7cp-1F, -0x1.8b35f2p-2F, -0x1.ee89d4p-4F},
       {-0x1.18b8fep-6F, -0x1.e8cda6p-5F, -0x1.5aaecap-5F, -0x1.e95a2ep-7F,
        -0x1.81efa8p-9F, 0, 0x1.78e26ep-14F, 0x1.8aa1a2p-8F,
        0x1.5d4b24p-5F, 0x1.da646p-4F, 0x1.9bdbaap-3F, 0x1.0ac5f2p-2F,
        0x1.1270a6p-2F, 0x1.c86056p-3F, 0x1.2a0048p-3F, 0x1.fd74ep-5F},
       {0x1.56459ap-14F, 0x1.068d04p-8F, 0x1.62b7f4p-9F, 0x1.c80474p-11F,
        0x1.46b6p-13F, 0, 0x1.0f1696p-4F, 0x1.d63788p-5F,
        0x1.12ed2p-5F, 0x1.1921dap-8F, -0x1.4c473p-6F, -0x1.1421eap-5F,
        -0x1.20900ap-5F, -0x1.d078fep-6F, -0x1.27b4ep-6F, -0x1.0d8976p-7F},
      }};
}

/// t sigma(-v): segments 32, degree 3, two coefficients in one
constexpr auto tanh_lost_32x3() {
  return math::Segments<float, 32, 3, 3>{0x1p0F, 0x1.ffffd4p20F, 0x1.4p2F, 0, {
       {0x1.1eda82p-1F, 0x1.ffbd48p-2F, 0x1.8369c2p-2F, 0x1.f8b2dep-3F,
        0x1.3282fep-3F, 0x1.38b152p-4F, 0x1.219d2ap-5F, 0x1.b7bc94p-7F,
        0x1.3724d4p-8F, 0x1.129cp-16F, 0, -0x1.9493aap-17F,
        -0x1.8f261ap-13F, -0x1.035374p-10F, -0x1.64ea44p-9F, -0x1.2471eap-8F,
        -0x1.027e2ap-7F, -0x1.e44c7ap-8F, 0x1.76fcfap-14F, 0x1.c76758p-7F,
        0x1.6b31f2p-5F, 0x1.8b2b8cp-4F, 0x1.17abeep-3F, 0x1.a6545cp-3F,
        0x1.150facp-2F, 0x1.6674bep-2F, 0x1.b3ad3p-2F, 0x1.f8f9ccp-2F,
        0x1.17014ep-1F, 0x1.2a6a12p-1F, 0x1.34365p-1F, 0x1.2e4edp-1F},
       {-0x1.f323d2p-2F, -0x1.b360f6p-2F, -0x1.3b9036p-2F, -0x1.86ab06p-3F,
        -0x1.c4a68ap-4F, -0x1.b6a8d6p-5F, -0x1.82f9ecp-6F, -0x1.1732b6p-7F,
        -0x1.7958b6p-9F, -0x1.b76p-19F, 0x1.fffd3ap-2F, 0x1.003ap-1F,
        0x1.01b21cp-1F, 0x1.05ad24p-1F, 0x1.0bc5e4p-1F, 0x1.10adcp-1F,
        0x1.185c2ep-1F, 0x1.1714ap-1F, 0x1.0ac184p-1F, 0x1.ed5fe8p-2F,
        0x1.9ed6e4p-2F, 0x1.26cad4p-2F, 0x1.a5a3dcp-3F, 0x1.2995c6p-4F,
        -0x1.53f3dcp-5F, -0x1.62e6a4p-3F, -0x1.291cdcp-2F, -0x1.8e1986p-2F,
        -0x1.d6f68ap-2F, -0x1.04ca5p-1F, -0x1.10e9bap-1F, -0x1.0a412ap-1F},
       {0x1.2578d2p-3F, 0x1.f37882p-4F, 0x1.5977fcp-4F, 0x1.95771ap-5F,
        0x1.bf7628p-6F, 0x1.9b7502p-7F, 0x1.59739cp-8F, 0x1.d9720cp-10F,
        0x1.31704ap-11F, 0, -0x1.9877bp-2F, -0x1.9e7a0cp-2F,
        -0x1.ae7af8p-2F, -0x1.c87b6ep-2F, -0x1.e47bc4p-2F, -0x1.f67bfp-2F,
        -0x1.067c0ep-1F, -0x1.047c0ap-1F, -0x1.ee7beep-2F, -0x1.c87bbep-2F,
        -0x1.867b74p-2F, -0x1.2c7b1ap-2F, -0x1.e67accp-3F, -0x1.387a38p-3F,
        -0x1.5c7996p-4F, -0x1.907874p-7F, 0x1.8a74f4p-5F, 0x1.8977bep-4F,
        0x1.077882p-3F, 0x1.3378e8p-3F, 0x1.47790ap-3F, 0x1.3d79p-3F},
      }};
}

/// -f'(-t): segments 8, degree 2
constexpr auto tanh_slope_8x2() {
  return math::Segments<float, 8, 2>{0x1.e8p0F, 0x1.8p23F, 0x1.fp1F, 0, {
       {-0x1p-1F, -0x1.0a4cfap-1F, -0x1.0324e6p-1F, -0x1.34e142p-3F,
        0x1.677dbep-2F, 0x1.0dcd4ep-1F, 0x1.6c6cd2p-2F, 0},
       {0x1.9c85c8p-1F, 0x1.e1efc6p-1F, 0x1.dd189ep-1F, 0x1.95e2b8p-2F,
        -0x1.459806p-3F, -0x1.42a54cp-2F, -0x1.955b3ap-3F, 0x1.e3c5p-8F},
       {-0x1.8aa1fp-4F, -0x1.5438cap-2F, -0x1.5f363p-2F, -0x1.201128p-3F,
        0x1.b04268p-7F, 0x1.87895ep-5F, 0x1.c64cb2p-6F, -0x1.f36p-10F},
      }};
}

/// -f'(-t): segments 8, degree 4
constexpr auto tanh_slope_8x4() {
  return math::Segments<float, 8, 4>{0x1.8p0F, 0x1.8p23F, 0x1.1cp2F, 0, {
       {-0x1p-1F, -0x1.ff291ap-2F, -0x1.44ddfap-1F, -0x1.e68222p-1F,
        -0x1.ada9b2p-5F, 0x1.3aba7ap0F, 0x1.d9d6f4p-1F, 0},
       {0x1.987dcap-1F, 0x1.93c1f2p-1F, 0x1.4884aep0F, 0x1.0c34d6p1F,
        0x1.322a8cp-1F, -0x1.26553ap0F, -0x1.ae2ac2p-1F, 0x1.fc18p-12F},
       {0x1.7bb84p-10F, 0x1.58904p-5F, -0x1.495396p-1F, -0x1.6dfeap0F,
        -0x1.f64ap-2F, 0x1.9ea9c8p-2F, 0x1.2621dap-2F, -0x1.cap-14F},
       {-0x1.1f35fep-2F, -0x1.745fbp-2F, 0x1.047384p-4F, 0x1.9cf31p-2F,
        0x1.20314p-3F, -0x1.04835ep-4F, -0x1.66f178p-5F, 0},
       {0x1.88841ap-5F, 0x1.d79ff2p-4F, 0x1.c4b2ccp-7F, -0x1.52e69p-5F,
        -0x1.c2eef2p-7F, 0x1.ec2676p-9F, 0x1.49b712p-9F, 0},
      }};
}

/// -f'(-t): segments 16, degree 4
constexpr auto tanh_slope_16x4() {
  return math::Segments<float, 16, 4>{0x1.78p1F, 0x1.8p23F, 0x1.4ep2F, 0, {
       {-0x1p-1F, -0x1.ffda7p-2F, -0x1.feebb6p-2F, -0x1.0d681ap-1F,
        -0x1.530ea2p-1F, -0x1.c4f404p-1F, -0x1.e78466p-1F, -0x1.38d1aep-1F,
        0x1.c50228p-4F, 0x1.c41126p-1F, 0x1.4d5f2cp0F, 0x1.35682ap0F,
        0x1.a16352p-1F, 0x1.8cafb8p-2F, 0x1.1b7e98p-3F, 0},
       {0x1.9883dap-1F, 0x1.973eb4p-1F, 0x1.92db6ap-1F, 0x1.d0f01cp-1F,
        0x1.5c312p0F, 0x1.f21eeap0F, 0x1.0cda08p1F, 0x1.7dc7p0F,
        0x1.7298p-2F, -0x1.6bb708p-1F, -0x1.3c34e2p0F, -0x1.2265eep0F,
        -0x1.76ec0ep-1F, -0x1.505ee6p-2F, -0x1.c55496p-4F, 0x1.0caf2p-17F},
       {0x1.abb7eep-13F, 0x1.11ffep-6F, 0x1.7f385ap-5F, -0x1.40b53p-3F,
        -0x1.71bd7ap-1F, -0x1.4d4218p0F, -0x1.6f2b02p0F, -0x1.06aec6p0F,
        -0x1.734c2ap-2F, 0x1.9189bep-3F, 0x1.c51eap-2F, 0x1.9b7a5cp-2F,
        0x1.fb3acp-3F, 0x1.ace76cp-4F, 0x1.1043c4p-5F, -0x1.9bep-20F},
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
  return math::Segments<float, 8, 2>{0x1.6p0F, 0x1.8p23F, 0x1.5ap2F, 0, {
       {0x1.006c46p-1F, 0x1.05d704p-1F, 0x1.c4f35ep-2F, 0x1.11dc94p-2F,
        0x1.07ecb8p-3F, 0x1.c3511cp-5F, 0x1.680902p-6F, 0x1.121d2p-9F},
       {-0x1.c1f20cp-2F, -0x1.f7f066p-2F, -0x1.8169bcp-2F, -0x1.74f978p-3F,
        -0x1.2439bap-4F, -0x1.a2494ap-6F, -0x1.1e59e6p-7F, -0x1.95ap-12F},
       {0x1.1531b4p-4F, 0x1.144b0cp-3F, 0x1.61e7ccp-4F, 0x1.088f98p-5F,
        0x1.4bd9c8p-7F, 0x1.8a6fccp-9F, 0x1.cd452p-11F, 0},
      }};
}

/// t sigma(-v): segments 8, degree 4
constexpr auto sigmoid_lost_8x4() {
  return math::Segments<float, 8, 4>{0x1.fp-1F, 0x1.8p23F, 0x1.bep2F, 0, {
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
  return math::Segments<float, 16, 5>{0x1p0F, 0x1.ffffeap22F, 0x1.3dp3F, 0, {
       {0x1.0e274p-2F, 0x1.2584bep-3F, 0x1.e0b262p-5F, 0x1.a442a6p-6F,
        0x1.441ecp-16F, 0, -0x1.106204p-18F, -0x1.8ae31cp-7F,
        -0x1.554b9ep-5F, 0x1.4698fep-5F, 0x1.e97d16p-3F, 0x1.b2d864p-2F,
        0x1.096d92p-1F, 0x1.097f14p-1F, 0x1.d76f72p-2F, 0x1.7e1128p-2F},
       {-0x1.9144p-3F, -0x1.87a104p-4F, -0x1.1b8f4cp-5F, -0x1.c3c62ap-7F,
        -0x1.05cp-19F, 0x1.ffffd4p-2F, 0x1.ffea26p-2F, 0x1.25a64p-1F,
        0x1.665962p-1F, 0x1.e5efeap-2F, 0x1.f2443ap-6F, -0x1.3e7142p-2F,
        -0x1.d4cf7cp-2F, -0x1.d65fe2p-2F, -0x1.90966ep-2F, -0x1.32706cp-2F},
       {0x1.e5b6cap-5F, 0x1.a77502p-6F, 0x1.0dff8ap-7F, 0x1.872a0ap-9F,
        0, -0x1.b3ac8ep-2F, -0x1.b2131ep-2F, -0x1.3672e2p-1F,
        -0x1.a588aep-1F, -0x1.259872p-1F, -0x1.689f98p-3F, 0x1.35439cp-4F,
        0x1.57411ap-3F, 0x1.5a6436p-3F, 0x1.18ea7p-3F, 0x1.930898p-4F},
       {-0x1.2aa63p-7F, -0x1.cef8b6p-9F, -0x1.030d7cp-10F, -0x1.54b42cp-12F,
        0, -0x1.67a10cp-11F, -0x1.3bf7d8p-7F, 0x1.c2d9fcp-3F,
        0x1.a12b82p-2F, 0x1.12df12p-2F, 0x1.71676p-4F, -0x1.607cc8p-9F,
        -0x1.02e8d6p-5F, -0x1.07d1fep-5F, -0x1.94ab7ap-6F, -0x1.0ea99cp-6F},
       {0x1.743f74p-11F, 0x1.ff0436p-13F, 0x1.f466fp-15F, 0x1.2a4e3ep-16F,
        0, 0x1.bb9598p-4F, 0x1.0c7208p-3F, -0x1.0b8782p-6F,
        -0x1.8f724cp-4F, -0x1.e155aep-5F, -0x1.31d422p-6F, -0x1.874a7ep-10F,
        0x1.8ff9fcp-9F, 0x1.9dcabep-9F, 0x1.2a36p-9F, 0x1.721a12p-10F},
       {-0x1.777f3cp-16F, -0x1.c6f4f8p-18F, -0x1.84e026p-20F, -0x1.a3d1dep-22F,
        0, -0x1.55b23ep-6F, -0x1.630a7p-5F, -0x1.371b1p-8F,
        0x1.33db46p-7F, 0x1.4b4c38p-8F, 0x1.7913fep-10F, 0x1.5c18c2p-13F,
        -0x1.f737dp-14F, -0x1.0a4122p-13F, -0x1.668842p-14F, -0x1.9b16ap-15F},
      }};
}

/// t sigma(-v): segments 32, degree 4, two coefficients in one
constexpr auto sigmoid_lost_32x4() {
  return math::Segments<float, 32, 4, 4>{0x1p0F, 0x1.ffffd4p21F, 0x1.3dp3F, 0, {
       {0x1.2ad886p-3F, 0x1.9d753p-4F, 0x1.0a925ap-4F, 0x1.448294p-5F,
        0x1.8c2d1ap-6F, 0x1.f34feep-7F, 0x1.15ab5p-7F, 0x1.29147ep-8F,
        0x1.525bdap-9F, 0x1.894f2p-16F, 0, -0x1.8219d4p-16F,
        -0x1.51e33ep-10F, -0x1.07ea02p-7F, -0x1.1b2d14p-6F, -0x1.38eb2p-7F,
        0x1.e8271ap-6F, 0x1.b34dc6p-4F, 0x1.ac586cp-3F, 0x1.326e38p-2F,
        0x1.863a8cp-2F, 0x1.bfba48p-2F, 0x1.dde91cp-2F, 0x1.e2fae6p-2F,
        0x1.ce08cp-2F, 0x1.b8bbd8p-2F, 0x1.894facp-2F, 0x1.628c2ap-2F,
        0x1.33238cp-2F, 0x1.0af7a6p-2F, 0x1.bfba4p-3F, 0x1.720feap-3F},
       {-0x1.6f5ed4p-4F, -0x1.de5aaap-5F, -0x1.217daep-5F, -0x1.4a951p-6F,
        -0x1.7cf156p-7F, -0x1.c8e908p-8F, -0x1.dfc28p-9F, -0x1.e520bap-10F,
        -0x1.079a0cp-10F, -0x1.3dap-19F, 0x1.000002p-1F, 0x1.004322p-1F,
        0x1.06b432p-1F, 0x1.1cb116p-1F, 0x1.330b2p-1F, 0x1.25f306p-1F,
        0x1.d83eb4p-2F, 0x1.183c0ap-2F, 0x1.c0464ep-5F, -0x1.d6270cp-4F,
        -0x1.035c06p-2F, -0x1.5b678p-2F, -0x1.8587e6p-2F, -0x1.8c491ep-2F,
        -0x1.73ae5ep-2F, -0x1.5c4828p-2F, -0x1.2b1124p-2F, -0x1.05efacp-2F,
        -0x1.b54d0cp-3F, -0x1.6fd178p-3F, -0x1.28e7c2p-3F, -0x1.d8eebap-4F},
       {0x1.581faep-6F, 0x1.a495b8p-7F, 0x1.dcd542p-8F, 0x1.fde944p-9F,
        0x1.14eedcp-9F, 0x1.3bcafap-10F, 0x1.38c084p-11F, 0x1.2aa85ap-12F,
        0x1.358246p-13F, 0, -0x1.b3b86cp-2F, -0x1.b81bc6p-2F,
        -0x1.e9015p-2F, -0x1.2949f4p-1F, -0x1.50fb04p-1F, -0x1.40b7c2p-1F,
        -0x1.026866p-1F, -0x1.54171p-2F, -0x1.41e986p-3F, -0x1.336584p-5F,
        0x1.9d1b2ep-5F, 0x1.98e032p-4F, 0x1.f1218p-4F, 0x1.fea26p-4F,
        0x1.d34284p-4F, 0x1.acb4dap-4F, 0x1.6018a8p-4F, 0x1.2ac7eap-4F,
        0x1.def736p-5F, 0x1.84cf9ap-5F, 0x1.2d4d54p-5F, 0x1.cd7d52p-6F},
       {-0x1.227174p-9F, -0x1.4c708ep-10F, -0x1.606f8ap-11F, -0x1.606e7p-12F,
        -0x1.686d62p-13F, -0x1.866c6cp-14F, -0x1.6c6b4p-15F, -0x1.486a1p-16F,
        -0x1.4469p-17F, 0, 0x1.b87b9ep-13F, 0x1.0e7b3ap-6F,
        0x1.94796ep-4F, 0x1.ad7976p-3F, 0x1.157a5p-2F, 0x1.037a32p-2F,
        0x1.8f79b8p-3F, 0x1.fd7906p-4F, 0x1.fd77f8p-5F, 0x1.9376acp-6F,
        -0x1.bf744cp-13F, -0x1.a4742ep-7F, -0x1.24750ap-6F, -0x1.30751ap-6F,
        -0x1.0e74e4p-6F, -0x1.e474a6p-7F, -0x1.7a7438p-7F, -0x1.3673eep-7F,
        -0x1.dc736ap-8F, -0x1.74731p-8F, -0x1.147282p-8F, -0x1.96721p-9F},
      }};
}

/// -f'(-t): segments 8, degree 3
constexpr auto sigmoid_slope_8x3() {
  return math::Segments<float, 8, 3>{0x1.3p0F, 0x1.8p23F, 0x1.7p2F, 0, {
       {-0x1p-1F, -0x1.1c783p-1F, -0x1.6cd5b8p-2F, 0x1.f30b5p-3F,
        0x1.8310e8p-2F, 0x1.0fa402p-2F, 0x1.22b992p-3F, 0},
       {0x1.b4b1e2p-1F, 0x1.2c6c3ep0F, 0x1.98c2e4p-1F, -0x1.79d91p-4F,
        -0x1.ed69c4p-3F, -0x1.37c2c2p-3F, -0x1.253378p-4F, 0x1.f35ap-10F},
       {-0x1.9365b8p-6F, -0x1.5344bap-1F, -0x1.c77f26p-2F, -0x1.abae5ap-10F,
        0x1.b3483ep-5F, 0x1.e8b75ap-6F, 0x1.90a20ep-7F, -0x1.5b6p-12F},
       {-0x1.564842p-2F, 0x1.ccfadp-4F, 0x1.399aecp-4F, 0x1.5f633ep-9F,
        -0x1.084c64p-8F, -0x1.048eb4p-9F, -0x1.71e6d8p-11F, 0},
      }};
}

/// -f'(-t): segments 8, degree 5
constexpr auto sigmoid_slope_8x5() {
  return math::Segments<float, 8, 5>{0x1.1p0F, 0x1.8p23F, 0x1.cp2F, 0, {
       {-0x1p-1F, -0x1.00439cp-1F, -0x1.99623cp-1F, -0x1.5a129cp-3F,
        0x1.de4fd6p-2F, 0x1.0ddc72p-1F, 0x1.6f4662p-2F, 0},
       {0x1.b3b02p-1F, 0x1.ae73c2p-1F, 0x1.f69c48p0F, 0x1.50a0bcp-1F,
        -0x1.61a1eap-2F, -0x1.b41da2p-2F, -0x1.0daa84p-2F, 0x1.4f04p-12F},
       {0x1.63722p-10F, 0x1.74448ap-4F, -0x1.9fd2p0F, -0x1.1283f8p-1F,
        0x1.94df26p-4F, 0x1.223472p-3F, 0x1.42e296p-4F, -0x1.7eep-15F},
       {-0x1.b19402p-2F, -0x1.5fc314p-1F, 0x1.4a4eaep-1F, 0x1.8300ecp-3F,
        -0x1.a574d2p-7F, -0x1.8c0ebcp-6F, -0x1.88f4ep-7F, 0},
       {0x1.8d7e9cp-5F, 0x1.96eed8p-2F, -0x1.05b3d6p-3F, -0x1.02955cp-5F,
        0x1.4714eap-11F, 0x1.143072p-9F, 0x1.e4f16ap-11F, 0},
       {0x1.b1486ep-4F, -0x1.2dc21ap-4F, 0x1.4f4c3ep-7F, 0x1.0e609cp-9F,
        0x1.5450ecp-19F, -0x1.39f714p-14F, -0x1.e482bep-16F, 0},
      }};
}

/// -f'(-t): segments 32, degree 4, two coefficients in one
constexpr auto sigmoid_slope_32x4() {
  return math::Segments<float, 32, 4, 4>{0x1p0F, 0x1.ffffd4p21F, 0x1.44p3F, 0, {
       {0x1.a669bap-3F, 0x1.292922p-3F, 0x1.874d4ep-4F, 0x1.d80a4ap-5F,
        0x1.34ba58p-5F, 0x1.54cbd2p-6F, 0x1.9949b6p-7F, 0x1.e15d88p-8F,
        0x1.06f828p-8F, 0, -0x1p-1F, -0x1.ffeb1p-2F,
        -0x1.fffd9ep-2F, -0x1.082ebcp-1F, -0x1.27e44ap-1F, -0x1.53dffp-1F,
        -0x1.683844p-1F, -0x1.48e77p-1F, -0x1.dee438p-2F, -0x1.f7810cp-3F,
        -0x1.c8cc52p-6F, 0x1.5d2796p-3F, 0x1.42c9cp-2F, 0x1.a2a722p-2F,
        0x1.d7d192p-2F, 0x1.e3fa44p-2F, 0x1.c5ebecp-2F, 0x1.b08b46p-2F,
        0x1.9340f8p-2F, 0x1.5e0418p-2F, 0x1.30abfap-2F, 0x1.00d67ep-2F},
       {-0x1.02307ap-3F, -0x1.5652a4p-4F, -0x1.a798b6p-5F, -0x1.de3b48p-6F,
        -0x1.2958c6p-6F, -0x1.33e8p-7F, -0x1.5fbdep-8F, -0x1.8a24fep-9F,
        -0x1.9939dap-10F, 0x1.04f4cp-19F, 0x1.b3b5ep-1F, 0x1.b2ba6ap-1F,
        0x1.b21e8cp-1F, 0x1.e45796p-1F, 0x1.3a3be8p0F, 0x1.894b74p0F,
        0x1.a7f4fap0F, 0x1.81f486p0F, 0x1.22ee8cp0F, 0x1.6f5d6ep-1F,
        0x1.65aa4cp-2F, 0x1.773c64p-5F, -0x1.3ffaf2p-3F, -0x1.1b4182p-2F,
        -0x1.5aa128p-2F, -0x1.683abap-2F, -0x1.4a334cp-2F, -0x1.3603bep-2F,
        -0x1.1b63e6p-2F, -0x1.da8f72p-3F, -0x1.90326p-3F, -0x1.45cc14p-3F},
       {0x1.e14fp-6F, 0x1.2bd7c8p-6F, 0x1.5bdbf2p-7F, 0x1.6ed8bp-8F,
        0x1.b12062p-9F, 0x1.a4320ap-10F, 0x1.c83786p-11F, 0x1.e6b7c8p-12F,
        0x1.dfe88p-13F, -0x1.9c6p-23F, 0x1.e9456cp-13F, 0x1.25a7a6p-6F,
        0x1.f03ffp-6F, -0x1.92bc2p-3F, -0x1.5b4eb2p-1F, -0x1.18815ep0F,
        -0x1.3b399ap0F, -0x1.18a13cp0F, -0x1.999c0cp-1F, -0x1.018014p-1F,
        -0x1.13fec8p-2F, -0x1.867e0ap-4F, 0x1.571094p-7F, 0x1.18b2ecp-4F,
        0x1.8a0a5p-4F, 0x1.a0d9ecp-4F, 0x1.73d5f6p-4F, 0x1.573e7ep-4F,
        0x1.32f0f6p-4F, 0x1.ee0b92p-5F, 0x1.92944ep-5F, 0x1.3bc97ap-5F},
       {-0x1.947202p-9F, -0x1.d8711ap-10F, -0x1.00701ep-10F, -0x1.f86f06p-12F,
        -0x1.1a6e16p-12F, -0x1.006cd8p-13F, -0x1.086bcep-14F, -0x1.0c6abep-15F,
        -0x1.f6698cp-17F, 0, -0x1.aa7ab8p-2F, -0x1.f87c7ep-2F,
        -0x1.0e7cc2p-1F, -0x1.2c7c06p-2F, 0x1.30796cp-4F, 0x1.4d7a1cp-2F,
        0x1.937a86p-2F, 0x1.5b7a42p-2F, 0x1.df799ep-3F, 0x1.1f78dp-3F,
        0x1.3177d8p-4F, 0x1.ed7682p-6F, 0x1.6774ap-8F, -0x1.c872b4p-8F,
        -0x1.987444p-7F, -0x1.ba746ap-7F, -0x1.7e742ep-7F, -0x1.5a740cp-7F,
        -0x1.2e73c8p-7F, -0x1.d2735p-8F, -0x1.6e72fcp-8F, -0x1.14727p-8F},
      }};
}

}  // namespace gelu::coefficients
