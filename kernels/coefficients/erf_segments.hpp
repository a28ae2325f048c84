// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/erf_segments.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T>
struct ErfSegments {
  T c;               ///< log2(e) / 2
  T middle[16];        ///< where segment j is centred
  T mills[7][16];  ///< M around it; first index: degree
  T roots[8];       ///< 2^(j/8)
  T rests[8];        ///< 2^(j/8) / roots[j] - 1
  math::Poly<T, 3> exp2;   ///< (2^f - 1) / f, |f| <= 1/16, for 4 ulp
  math::Poly<T, 4> exp2_4; ///< the same for 1 ulp
};

constexpr auto erf_segments() {
  return ErfSegments<float>{0x1.715476p-1F,
      {0x1.402p0F, 0x1.c1fp0F, 0x1.210cp1F, 0x1.621cp1F, 0x1.bffp1F, 0x1.1fep2F, 0x1.5ecp2F, 0x1.9f68p2F,
0x1.018cp3F, 0x1.3fbp3F, 0x1.7ed4p3F, 0x1.bf9p3F, 0x1.fd8p-4F, 0x1.876p-2F, 0x1.3fap-1F, 0x1.bef8p-1F},
      {{
        0x1.d87c96p-3F, 0x1.7a32ccp-3F, 0x1.39ca3ap-3F, 0x1.0a6624p-3F,
        0x1.b3a4a8p-4F, 0x1.5b7e4ap-4F, 0x1.211764p-4F, 0x1.ec523p-5F,
        0x1.90107cp-5F, 0x1.43f2eep-5F, 0x1.0f4ed8p-5F, 0x1.d0fa9cp-6F,
        0x1.d0e5f2p-2F, 0x1.82d48p-2F, 0x1.4b43bp-2F, 0x1.1ecda4p-2F},
       {
        -0x1.c463b8p-4F, -0x1.30a5fep-4F, -0x1.b1c28ep-5F, -0x1.402f8ap-5F,
        -0x1.b61dbep-6F, -0x1.1c1acap-6F, -0x1.8db04p-7F, -0x1.2275aep-7F,
        -0x1.823ca8p-8F, -0x1.fcea1ap-9F, -0x1.65f338p-9F, -0x1.074f7ap-9F,
        -0x1.5eb03ap-2F, -0x1.04ab6cp-2F, -0x1.937044p-3F, -0x1.3c488cp-3F},
       {
        0x1.7b43fep-5F, 0x1.b9e9cp-6F, 0x1.13a702p-6F, 0x1.679e2cp-7F,
        0x1.a2c2e6p-8F, 0x1.c03b2cp-9F, 0x1.0a6cecp-9F, 0x1.4ff7c6p-10F,
        0x1.6fcfcep-11F, 0x1.8c1014p-12F, 0x1.d526eep-13F, 0x1.28c208p-13F,
        0x1.a546b6p-3F, 0x1.1f339cp-3F, 0x1.9aacdap-4F, 0x1.297ee4p-4F},
       {
        -0x1.1eff7ep-6F, -0x1.269818p-7F, -0x1.46b9a4p-8F, -0x1.7d271ep-9F,
        -0x1.7ea1dep-10F, -0x1.5635d2p-11F, -0x1.5c4cdep-12F, -0x1.7d552ap-13F,
        -0x1.599f9ep-14F, -0x1.31733ep-15F, -0x1.31748p-16F, -0x1.4cd5ecp-17F,
        -0x1.b0a5aep-4F, -0x1.126104p-4F, -0x1.6f00a8p-5F, -0x1.f1243ep-6F},
       {
        0x1.8f9ep-8F, 0x1.6e0158p-9F, 0x1.6cc342p-10F, 0x1.7ff66ap-11F,
        0x1.4fd9fp-12F, 0x1.fb1c18p-14F, 0x1.bd0cdcp-15F, 0x1.a928a4p-16F,
        0x1.408382p-17F, 0x1.d3158cp-19F, 0x1.8b4edcp-20F, 0x1.738c1ap-21F,
        0x1.8a5e3p-5F, 0x1.d582bcp-6F, 0x1.281f0ep-6F, 0x1.79feaap-7F},
       {
        -0x1.05d6c4p-9F, -0x1.af76f8p-11F, -0x1.85191ep-12F, -0x1.73cfeap-13F,
        -0x1.2152e6p-14F, -0x1.724288p-16F, -0x1.18e94ap-17F, -0x1.d5978p-19F,
        -0x1.2c85aep-20F, -0x1.6784d2p-22F, -0x1.00e978p-23F, -0x1.a03bd2p-25F,
        -0x1.47b6cap-6F, -0x1.706b4ep-7F, -0x1.b8aaa8p-8F, -0x1.0a75bep-8F},
       {
        0x1.3fc084p-11F, 0x1.e4d24ap-13F, 0x1.8ed536p-14F, 0x1.60bb66p-15F,
        0x1.d8b78p-17F, 0x1.0331dap-18F, 0x1.510582p-20F, 0x1.f5e2e8p-22F,
        0x1.1ac86ap-23F, 0x1.0c78cep-25F, 0x1.41c0bcp-27F, 0x1.c943b2p-29F,
        0x1.f39e76p-8F, 0x1.0fa57cp-8F, 0x1.2fbb8ap-9F, 0x1.5cafcp-10F}},
      {0x1p0F, 0x1.172b84p0F, 0x1.306fep0F, 0x1.4bfdaep0F, 0x1.6a09e6p0F, 0x1.8ace54p0F, 0x1.ae89fap0F, 0x1.d5818ep0F},
      {0, -0x1.9c0c22p-27F, 0x1.125002p-25F, -0x1.0a355p-25F, 0x1.26055cp-26F, 0x1.67a1cap-28F, -0x1.f9c304p-27F, -0x1.a5217cp-28F},
      math::Poly<float, 3>{{
        0x1.62e43p-1F, 0x1.ec0c4ap-3F, 0x1.c6b8e2p-5F}},
      math::Poly<float, 4>{{
        0x1.62e43p-1F, 0x1.ebfbep-3F, 0x1.c6b8e2p-5F, 0x1.3b2eb2p-7F}}};
}

}  // namespace gelu::coefficients
