// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/poly.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// 0 from `limit` on.
template <class T, std::size_t N>
struct Clamped {
  T limit, start;
  math::Poly<T, N> q;
};

/// c, 0, Q
template <int N, class T>
constexpr auto poly_forward() {
  if constexpr (N == 4 && sizeof(T) == 4) {
    return Clamped<float, 4>{0x1.ap1F, 0, math::Poly<float, 4>{{
        0x1.0cd776p-5F, -0x1.79e5ep-5F, 0x1.4e987p-6F, -0x1.7fff9ep-11F}}};
  } else if constexpr (N == 4) {
    return Clamped<double, 4>{0x1.ap1, 0, math::Poly<double, 4>{{
        0x1.0cd775387308ap-5, -0x1.79e5e035c67fbp-5, 0x1.4e9871d56850cp-6, -0x1.7fff94d0ff63fp-11}}};
  } else if constexpr (N == 6 && sizeof(T) == 4) {
    return Clamped<float, 6>{0x1.fp1F, 0, math::Poly<float, 6>{{
        0x1.bc41cp-7F, -0x1.91e0f6p-6F, 0x1.2a38e4p-6F, -0x1.46d578p-8F,
        -0x1.3ad6ep-10F, 0x1.8cca02p-11F}}};
  } else if constexpr (N == 6) {
    return Clamped<double, 6>{0x1.fp1, 0, math::Poly<double, 6>{{
        0x1.bc41bf7211dd6p-7, -0x1.91e0f67deae27p-6, 0x1.2a38e3bab59p-6, -0x1.46d5755691e57p-8,
        -0x1.3ad6dd6a2f37bp-10, 0x1.8cc9fcb2ff2c6p-11}}};
  } else if constexpr (N == 8 && sizeof(T) == 4) {
    return Clamped<float, 8>{0x1.1p2F, 0, math::Poly<float, 8>{{
        0x1.0266d2p-7F, -0x1.04b896p-6F, 0x1.bc0ffep-7F, -0x1.567c52p-8F,
        -0x1.bee96p-14F, 0x1.77f12ap-11F, -0x1.7e6802p-14F, -0x1.f48b06p-16F}}};
  } else if constexpr (N == 8) {
    return Clamped<double, 8>{0x1.1p2, 0, math::Poly<double, 8>{{
        0x1.0266d290eeaadp-7, -0x1.04b895d5a2004p-6, 0x1.bc0ffbbd054b4p-7, -0x1.567c52836e867p-8,
        -0x1.bee8a47ff733ep-14, 0x1.77f12ba47833ap-11, -0x1.7e68214c7ee66p-14, -0x1.f48b0ee8935dep-16}}};
  } else if constexpr (N == 10 && sizeof(T) == 4) {
    return Clamped<float, 10>{0x1.28p2F, 0, math::Poly<float, 10>{{
        0x1.25f2bp-8F, -0x1.4663c4p-7F, 0x1.364b32p-7F, -0x1.29de3ep-8F,
        0x1.6eb386p-11F, 0x1.91be1cp-12F, -0x1.a34154p-13F, 0x1.6352b8p-17F,
        0x1.88e0cp-17F, -0x1.1713dep-19F}}};
  } else if constexpr (N == 10) {
    return Clamped<double, 10>{0x1.28p2, 0, math::Poly<double, 10>{{
        0x1.25f2af9b7a358p-8, -0x1.4663c402f422bp-7, 0x1.364b335e99151p-7, -0x1.29de3e70b646p-8,
        0x1.6eb36e014f8ccp-11, 0x1.91be24b675dfep-12, -0x1.a341329e40da8p-13, 0x1.63525462016efp-17,
        0x1.88e086ee57ffep-17, -0x1.1713b2cfa1356p-19}}};
  } else if constexpr (N == 12 && sizeof(T) == 4) {
    return Clamped<float, 12>{0x1.4p2F, 0, math::Poly<float, 12>{{
        0x1.45990cp-9F, -0x1.8a60aap-8F, 0x1.a05d28p-8F, -0x1.d6ebd2p-9F,
        0x1.f02408p-11F, 0x1.cd1126p-14F, -0x1.667154p-13F, 0x1.45131ap-15F,
        0x1.303dp-17F, -0x1.3387dcp-18F, -0x1.1a2bfep-23F, 0x1.822bbap-23F}}};
  } else if constexpr (N == 12) {
    return Clamped<double, 12>{0x1.4p2, 0, math::Poly<double, 12>{{
        0x1.45990c9e8eb3bp-9, -0x1.8a60a95e83a75p-8, 0x1.a05d27ac2bc4cp-8, -0x1.d6ebd6ac0f331p-9,
        0x1.f02409327dd4fp-11, 0x1.cd11b6872fff7p-14, -0x1.667155d370e4fp-13, 0x1.4512a70e49464p-15,
        0x1.303d070c3f6f1p-17, -0x1.33873a910cae8p-18, -0x1.1a2c253042cacp-23, 0x1.822a6eccf1574p-23}}};
  }
}

/// c, 1/(2c), S
template <int N, class T>
constexpr auto poly_backward() {
  if constexpr (N == 4 && sizeof(T) == 4) {
    return Clamped<float, 3>{0x1.8p1F, 0x1.555556p-3F, math::Poly<float, 3>{{
        -0x1.5794b2p-3F, 0x1.1826f8p-4F, 0x1.5a7dd2p-8F}}};
  } else if constexpr (N == 4) {
    return Clamped<double, 3>{0x1.8p1, 0x1.5555555555555p-3, math::Poly<double, 3>{{
        -0x1.5794b2631cb78p-3, 0x1.1826f6f92b941p-4, 0x1.5a7dfaa4524fap-8}}};
  } else if constexpr (N == 6 && sizeof(T) == 4) {
    return Clamped<float, 5>{0x1.ep1F, 0x1.111112p-3F, math::Poly<float, 5>{{
        -0x1.961f6ap-4F, 0x1.17014ep-4F, -0x1.2a0ea6p-6F, -0x1.280178p-7F,
        0x1.4b235ep-8F}}};
  } else if constexpr (N == 6) {
    return Clamped<double, 5>{0x1.ep1, 0x1.1111111111111p-3, math::Poly<double, 5>{{
        -0x1.961f68f50be39p-4, 0x1.17014cbee710fp-4, -0x1.2a0ea5ee4d00bp-6, -0x1.2801783258d7fp-7,
        0x1.4b236272aaf5cp-8}}};
  } else if constexpr (N == 8 && sizeof(T) == 4) {
    return Clamped<float, 7>{0x1p2F, 0x1p-3F, math::Poly<float, 7>{{
        -0x1.574702p-4F, 0x1.e0fda8p-5F, -0x1.5723d6p-6F, -0x1.40b1fp-8F,
        0x1.88ccccp-8F, -0x1.9235bep-12F, -0x1.df097ap-12F}}};
  } else if constexpr (N == 8) {
    return Clamped<double, 7>{0x1p2, 0x1p-3, math::Poly<double, 7>{{
        -0x1.57470158d712fp-4, 0x1.e0fda7119d0b4p-5, -0x1.5723de60a2a09p-6, -0x1.40b1e928d2fcp-8,
        0x1.88cce4830ef8ep-8, -0x1.9235d5dec588ep-12, -0x1.df09c67562948p-12}}};
  } else if constexpr (N == 10 && sizeof(T) == 4) {
    return Clamped<float, 9>{0x1.2p2F, 0x1.c71c72p-4F, math::Poly<float, 9>{{
        -0x1.f4528cp-5F, 0x1.51a80cp-5F, -0x1.40ed4cp-6F, 0x1.d8ea68p-10F,
        0x1.b538e2p-9F, -0x1.7c7802p-10F, -0x1.b0744p-16F, 0x1.f34758p-14F,
        -0x1.19dbd6p-16F}}};
  } else if constexpr (N == 10) {
    return Clamped<double, 9>{0x1.2p2, 0x1.c71c71c71c71cp-4, math::Poly<double, 9>{{
        -0x1.f4528bd16d821p-5, 0x1.51a80bf8787e4p-5, -0x1.40ed4b887d868p-6, 0x1.d8ea615d5fd6fp-10,
        0x1.b538debcdc8a6p-9, -0x1.7c77fde0f767bp-10, -0x1.b073c16858a97p-16, 0x1.f3474b627eb0fp-14,
        -0x1.19dbdc4738b12p-16}}};
  } else if constexpr (N == 12 && sizeof(T) == 4) {
    return Clamped<float, 11>{0x1.38p2F, 0x1.a41a42p-4F, math::Poly<float, 11>{{
        -0x1.933ddcp-5F, 0x1.f8fc92p-6F, -0x1.0d3f16p-6F, 0x1.0094f2p-8F,
        0x1.802bdp-10F, -0x1.719f7ep-10F, 0x1.17940ep-12F, 0x1.f03152p-14F,
        -0x1.9aa24ep-15F, -0x1.c20d3p-19F, 0x1.4e1732p-19F}}};
  } else if constexpr (N == 12) {
    return Clamped<double, 11>{0x1.38p2, 0x1.a41a41a41a41ap-4, math::Poly<double, 11>{{
        -0x1.933ddbc4ebfbep-5, 0x1.f8fc926c34608p-6, -0x1.0d3f14c1a0229p-6, 0x1.0094ece8ebe2fp-8,
        0x1.802bb1fc19ae4p-10, -0x1.719f74ec586bfp-10, 0x1.1794527ca7427p-12, 0x1.f0313d8aa1791p-14,
        -0x1.9aa2cc775ded7p-15, -0x1.c20d2f369c1e3p-19, 0x1.4e17db920cc9ap-19}}};
  }
}

}  // namespace gelu::coefficients
