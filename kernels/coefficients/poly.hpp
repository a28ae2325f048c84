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
        0x1.0cd776p-5F, -0x1.79e5ep-5F, 0x1.4e9872p-6F, -0x1.7fff94p-11F}}};
  } else if constexpr (N == 4) {
    return Clamped<double, 4>{0x1.ap1, 0, math::Poly<double, 4>{{
        0x1.0cd775387308ap-5, -0x1.79e5e035c67fbp-5, 0x1.4e9871d56850cp-6, -0x1.7fff94d0ff654p-11}}};
  } else if constexpr (N == 6 && sizeof(T) == 4) {
    return Clamped<float, 6>{0x1.fp1F, 0, math::Poly<float, 6>{{
        0x1.bc41cp-7F, -0x1.91e0f6p-6F, 0x1.2a38e4p-6F, -0x1.46d576p-8F,
        -0x1.3ad6dep-10F, 0x1.8cc9fcp-11F}}};
  } else if constexpr (N == 6) {
    return Clamped<double, 6>{0x1.fp1, 0, math::Poly<double, 6>{{
        0x1.bc41bf7211dd6p-7, -0x1.91e0f67deae27p-6, 0x1.2a38e3bab59p-6, -0x1.46d5755691e59p-8,
        -0x1.3ad6dd6a2f378p-10, 0x1.8cc9fcb2ff2c9p-11}}};
  } else if constexpr (N == 8 && sizeof(T) == 4) {
    return Clamped<float, 8>{0x1.1p2F, 0, math::Poly<float, 8>{{
        0x1.0266d2p-7F, -0x1.04b896p-6F, 0x1.bc0ffcp-7F, -0x1.567c52p-8F,
        -0x1.bee8a4p-14F, 0x1.77f12cp-11F, -0x1.7e6822p-14F, -0x1.f48b0ep-16F}}};
  } else if constexpr (N == 8) {
    return Clamped<double, 8>{0x1.1p2, 0, math::Poly<double, 8>{{
        0x1.0266d290eeaadp-7, -0x1.04b895d5a2004p-6, 0x1.bc0ffbbd054b4p-7, -0x1.567c52836e867p-8,
        -0x1.bee8a47ff7345p-14, 0x1.77f12ba47833ap-11, -0x1.7e68214c7ee66p-14, -0x1.f48b0ee8935dfp-16}}};
  } else if constexpr (N == 10 && sizeof(T) == 4) {
    return Clamped<float, 10>{0x1.28p2F, 0, math::Poly<float, 10>{{
        0x1.25f2bp-8F, -0x1.4663c4p-7F, 0x1.364b34p-7F, -0x1.29de3ep-8F,
        0x1.6eb36ep-11F, 0x1.91be24p-12F, -0x1.a34132p-13F, 0x1.635254p-17F,
        0x1.88e086p-17F, -0x1.1713b2p-19F}}};
  } else if constexpr (N == 10) {
    return Clamped<double, 10>{0x1.28p2, 0, math::Poly<double, 10>{{
        0x1.25f2af9b7a358p-8, -0x1.4663c402f422bp-7, 0x1.364b335e9915p-7, -0x1.29de3e70b645fp-8,
        0x1.6eb36e014f8d9p-11, 0x1.91be24b675dfp-12, -0x1.a341329e40db8p-13, 0x1.635254620175ap-17,
        0x1.88e086ee58017p-17, -0x1.1713b2cfa1379p-19}}};
  } else if constexpr (N == 12 && sizeof(T) == 4) {
    return Clamped<float, 12>{0x1.4p2F, 0, math::Poly<float, 12>{{
        0x1.45990cp-9F, -0x1.8a60aap-8F, 0x1.a05d28p-8F, -0x1.d6ebd6p-9F,
        0x1.f0240ap-11F, 0x1.cd11b6p-14F, -0x1.667156p-13F, 0x1.4512a8p-15F,
        0x1.303d08p-17F, -0x1.33873ap-18F, -0x1.1a2c26p-23F, 0x1.822a6ep-23F}}};
  } else if constexpr (N == 12) {
    return Clamped<double, 12>{0x1.4p2, 0, math::Poly<double, 12>{{
        0x1.45990c9e8eb3bp-9, -0x1.8a60a95e83a75p-8, 0x1.a05d27ac2bc4cp-8, -0x1.d6ebd6ac0f332p-9,
        0x1.f02409327dd53p-11, 0x1.cd11b68730017p-14, -0x1.667155d370e55p-13, 0x1.4512a70e49449p-15,
        0x1.303d070c3f7p-17, -0x1.33873a910cabfp-18, -0x1.1a2c253042ce2p-23, 0x1.822a6eccf151bp-23}}};
  }
}

/// c, 1/(2c), S
template <int N, class T>
constexpr auto poly_backward() {
  if constexpr (N == 4 && sizeof(T) == 4) {
    return Clamped<float, 3>{0x1.8p1F, 0x1.555556p-3F, math::Poly<float, 3>{{
        -0x1.5794b2p-3F, 0x1.1826f8p-4F, 0x1.5a7dfp-8F}}};
  } else if constexpr (N == 4) {
    return Clamped<double, 3>{0x1.8p1, 0x1.5555555555555p-3, math::Poly<double, 3>{{
        -0x1.5794b2631cb78p-3, 0x1.1826f6f92b941p-4, 0x1.5a7dfaa452507p-8}}};
  } else if constexpr (N == 6 && sizeof(T) == 4) {
    return Clamped<float, 5>{0x1.ep1F, 0x1.111112p-3F, math::Poly<float, 5>{{
        -0x1.961f6ap-4F, 0x1.17014ep-4F, -0x1.2a0ea6p-6F, -0x1.280174p-7F,
        0x1.4b235ep-8F}}};
  } else if constexpr (N == 6) {
    return Clamped<double, 5>{0x1.ep1, 0x1.1111111111111p-3, math::Poly<double, 5>{{
        -0x1.961f68f50be39p-4, 0x1.17014cbee710fp-4, -0x1.2a0ea5ee4d00fp-6, -0x1.2801783258d8p-7,
        0x1.4b236272aaf62p-8}}};
  } else if constexpr (N == 8 && sizeof(T) == 4) {
    return Clamped<float, 7>{0x1p2F, 0x1p-3F, math::Poly<float, 7>{{
        -0x1.574702p-4F, 0x1.e0fda8p-5F, -0x1.5723dep-6F, -0x1.40b1eap-8F,
        0x1.88cce4p-8F, -0x1.9235d6p-12F, -0x1.df09c6p-12F}}};
  } else if constexpr (N == 8) {
    return Clamped<double, 7>{0x1p2, 0x1p-3, math::Poly<double, 7>{{
        -0x1.57470158d712fp-4, 0x1.e0fda7119d0b4p-5, -0x1.5723de60a2a07p-6, -0x1.40b1e928d2fc4p-8,
        0x1.88cce4830ef89p-8, -0x1.9235d5dec5881p-12, -0x1.df09c6756293ap-12}}};
  } else if constexpr (N == 10 && sizeof(T) == 4) {
    return Clamped<float, 9>{0x1.2p2F, 0x1.c71c72p-4F, math::Poly<float, 9>{{
        -0x1.f4528cp-5F, 0x1.51a80cp-5F, -0x1.40ed4cp-6F, 0x1.d8ea64p-10F,
        0x1.b538dep-9F, -0x1.7c78p-10F, -0x1.b07386p-16F, 0x1.f34754p-14F,
        -0x1.19dbecp-16F}}};
  } else if constexpr (N == 10) {
    return Clamped<double, 9>{0x1.2p2, 0x1.c71c71c71c71cp-4, math::Poly<double, 9>{{
        -0x1.f4528bd16d821p-5, 0x1.51a80bf8787e4p-5, -0x1.40ed4b887d86bp-6, 0x1.d8ea615d5fd65p-10,
        0x1.b538debcdc8bap-9, -0x1.7c77fde0f7677p-10, -0x1.b073c16858e18p-16, 0x1.f3474b627eb08p-14,
        -0x1.19dbdc4738aafp-16}}};
  } else if constexpr (N == 12 && sizeof(T) == 4) {
    return Clamped<float, 11>{0x1.38p2F, 0x1.a41a42p-4F, math::Poly<float, 11>{{
        -0x1.933ddcp-5F, 0x1.f8fc92p-6F, -0x1.0d3f14p-6F, 0x1.0094ecp-8F,
        0x1.802bb4p-10F, -0x1.719f7p-10F, 0x1.17944cp-12F, 0x1.f03122p-14F,
        -0x1.9aa2b6p-15F, -0x1.c20ccp-19F, 0x1.4e17aep-19F}}};
  } else if constexpr (N == 12) {
    return Clamped<double, 11>{0x1.38p2, 0x1.a41a41a41a41ap-4, math::Poly<double, 11>{{
        -0x1.933ddbc4ebfbep-5, 0x1.f8fc926c34608p-6, -0x1.0d3f14c1a022cp-6, 0x1.0094ece8ebe32p-8,
        0x1.802bb1fc19b23p-10, -0x1.719f74ec586c6p-10, 0x1.1794527ca73b2p-12, 0x1.f0313d8aa17adp-14,
        -0x1.9aa2cc775de1cp-15, -0x1.c20d2f369c22dp-19, 0x1.4e17db920cbc2p-19}}};
  }
}

}  // namespace gelu::coefficients
