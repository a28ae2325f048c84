// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/rational.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T, std::size_t M, std::size_t N>
struct Rational {
  math::Poly<T, M> p;
  math::Poly<T, N> q;
};

/// erf(x/sqrt 2)/x in x^2, |x| <= 5.6 (float), 8.4 (double)
template <class T>
constexpr auto erf_rational() {
  if constexpr (sizeof(T) == 4) {
    return Rational<float, 7, 6>{math::Poly<float, 7>{{
        0x1.988454p-1F, 0x1.0ec7c4p-4F, 0x1.39cff2p-7F, 0x1.66ae82p-12F,
        0x1.0e0b9ep-16F, 0x1.9312acp-24F, -0x1.0e24bp-33F}},
      math::Poly<float, 6>{{
        0x1p0F, 0x1.ff050ep-3F, 0x1.d4698cp-6F, 0x1.fa6a6cp-10F,
        0x1.5249c8p-14F, 0x1.ee28eap-20F}}};
  } else {
    return Rational<double, 15, 15>{math::Poly<double, 15>{{
        0x1.9884533d43651p-1, 0x1.3c5eb49edd9d5p-4, 0x1.8143609b9a6ebp-7, 0x1.41aba6a6ba7bep-11,
        0x1.49ca9fa3b0947p-15, 0x1.67f2a0eb871ep-20, 0x1.a3b3c97c8ba86p-25, 0x1.3af8d31f07058p-30,
        0x1.ca85e99b4bdccp-36, 0x1.cf0250b535d6ep-42, 0x1.9de35a5e8c971p-48, 0x1.eb20c1fe2a772p-55,
        0x1.b058ba07f1caap-62, 0x1.14475c169f42ap-70, 0x1.38b278dd61d05p-82}},
      math::Poly<double, 15>{{
        0x1p0, 0x1.0dcb5da085ba2p-2, 0x1.13a3cae5f8577p-5, 0x1.6a94cafd33484p-9,
        0x1.57c48ef2646b4p-13, 0x1.f22e9e93986dap-18, 0x1.1d31bd17d2057p-22, 0x1.06b8db001d6d5p-27,
        0x1.883f7c0c320eap-33, 0x1.d902505ecccbap-39, 0x1.c551b03a38821p-45, 0x1.4cdbbe229a3e6p-51,
        0x1.5a2f0c21a89c8p-58, 0x1.a18618c852ae2p-66, 0x1.b617e05ae6af4p-76}}};
  }
}

/// tanh(u)/u in u^2, |u| <= 9 (float), 19 (double)
template <class T>
constexpr auto tanh_rational() {
  if constexpr (sizeof(T) == 4) {
    return Rational<float, 5, 5>{math::Poly<float, 5>{{
        0x1p0F, 0x1.121d56p-3F, 0x1.caa2dep-9F, 0x1.5a5798p-16F,
        0x1.cb1f0cp-27F}},
      math::Poly<float, 5>{{
        0x1p0F, 0x1.de64p-2F, 0x1.a836cep-6F, 0x1.590534p-12F,
        0x1.a21c44p-21F}}};
  } else {
    return Rational<double, 11, 11>{math::Poly<double, 11>{{
        0x1p0, 0x1.3a45ac668d15ap-3, 0x1.97e119076c3b6p-8, 0x1.b1313c7feec1cp-14,
        0x1.be25c24aa221ep-21, 0x1.ddd6c6b2ceea9p-29, 0x1.0cdc69fd88d9dp-37, 0x1.3045cecc3eca6p-47,
        0x1.33c85a3a6a6ep-58, 0x1.a8363380ce68fp-71, 0x1.50300aeba95f4p-86}},
      math::Poly<double, 11>{{
        0x1p0, 0x1.f2782b889be02p-2, 0x1.1ff852f39e438p-5, 0x1.cf926c5ca7998p-11,
        0x1.5243fb7ca1b9fp-17, 0x1.f41ea9cbd2bf3p-25, 0x1.84ffca4ee2f8ep-33, 0x1.394ccd990a5e4p-42,
        0x1.e438adb0023f6p-53, 0x1.2cbae4e811ab7p-64, 0x1.807a4d9b94624p-78}}};
  }
}

}  // namespace gelu::coefficients
