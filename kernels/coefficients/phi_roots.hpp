// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/phi_roots.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"
#include "kernels/math/segments.hpp"

namespace gelu::coefficients {

/// A root of a function of t up to `high`: `at` t, times zero - t where zero is not 0.
template <class T, std::size_t N>
struct Root {
  T high, zero;
  math::Poly<T, N> at;
};

/// Phi(-t)^(2^-5): segments 16, degree 2
constexpr auto phi_32nd_root_16x2() {
  return math::Segments<float, 16, 2>{0x1.2p0F, 0x1.8p23F, 0x1.b4p3F, 0, {
       {0x1.f50724p-1F, 0x1.f4f224p-1F, 0x1.f58d46p-1F, 0x1.fa36a8p-1F,
        0x1.0375fep0F, 0x1.0f362p0F, 0x1.2073ap0F, 0x1.35b35ep0F,
        0x1.4c0e12p0F, 0x1.5fbf96p0F, 0x1.6cf424p0F, 0x1.7096dp0F,
        0x1.68efc2p0F, 0x1.55e78ep0F, 0x1.38f1cap0F, 0x1.181d14p0F},
       {-0x1.8e72c2p-6F, -0x1.834e16p-6F, -0x1.9ce0d8p-6F, -0x1.10371p-5F,
        -0x1.92012ep-5F, -0x1.26bd9p-4F, -0x1.977e44p-4F, -0x1.069d92p-3F,
        -0x1.3c584cp-3F, -0x1.662968p-3F, -0x1.7f4f92p-3F, -0x1.85abdap-3F,
        -0x1.79cf5ep-3F, -0x1.5e8082p-3F, -0x1.37f728p-3F, -0x1.0f2998p-3F},
       {-0x1.458cf4p-7F, -0x1.5dffa4p-7F, -0x1.4d4d8ep-7F, -0x1.1320b4p-7F,
        -0x1.804a2ap-8F, -0x1.8a4e3cp-9F, -0x1.95864cp-13F, 0x1.2cffeap-9F,
        0x1.17b00cp-8F, 0x1.70817ep-8F, 0x1.a06938p-8F, 0x1.ab8956p-8F,
        0x1.992686p-8F, 0x1.71f678p-8F, 0x1.3ead5cp-8F, 0x1.0bf658p-8F},
      }};
}

/// Phi(-t)^(2^-5): segments 8, degree 3
constexpr auto phi_32nd_root_8x3() {
  return math::Segments<float, 8, 3>{0x1.18p-1F, 0x1.8p23F, 0x1.b4p3F, 0, {
       {0x1.f5073ep-1F, 0x1.f45bd6p-1F, 0x1.ef491ap-1F, 0x1.f4a7ecp-1F,
        0x1.177ab6p0F, 0x1.5a7e3cp0F, 0x1.aaaa44p0F, 0x1.d6199p0F},
       {-0x1.8f1456p-6F, -0x1.57d8dp-6F, -0x1.40ad3ep-7F, -0x1.ffcfeap-7F,
        -0x1.16437cp-4F, -0x1.4db80cp-3F, -0x1.06dc4cp-2F, -0x1.33783ap-2F},
       {-0x1.3c7eb6p-7F, -0x1.9eff74p-7F, -0x1.15edb8p-6F, -0x1.04ada8p-6F,
        -0x1.020aa8p-7F, 0x1.dd9966p-9F, 0x1.aa5b5p-7F, 0x1.124dbp-6F},
       {-0x1.ebd352p-12F, 0x1.f99e36p-12F, 0x1.10eecp-10F, 0x1.00f596p-10F,
        0x1.298a86p-11F, 0x1.a8094ap-14F, -0x1.bb288ep-13F, -0x1.4d51fep-12F},
      }};
}

/// Phi(-t)^(2^-1): segments 16, degree 3
constexpr auto phi_root_16x3() {
  return math::Segments<float, 16, 3>{0x1.58p1F, 0x1.8p23F, 0x1.7p2F, 0, {
       {0x1.6a09e4p-1F, 0x1.6a02dp-1F, 0x1.6a280cp-1F, 0x1.6da62cp-1F,
        0x1.7b6bb2p-1F, 0x1.983172p-1F, 0x1.be9ac6p-1F, 0x1.ddfa66p-1F,
        0x1.e2800ep-1F, 0x1.c0ce2cp-1F, 0x1.7c488cp-1F, 0x1.245106p-1F,
        0x1.97724ep-2F, 0x1.01dde6p-2F, 0x1.28f676p-3F, 0x1.3d5352p-4F},
       {-0x1.20da7ep-2F, -0x1.2022c4p-2F, -0x1.214362p-2F, -0x1.36efecp-2F,
        -0x1.758a7p-2F, -0x1.dc371ap-2F, -0x1.267de4p-1F, -0x1.4db66ap-1F,
        -0x1.52f806p-1F, -0x1.335c46p-1F, -0x1.f2e3b8p-2F, -0x1.6c082ep-2F,
        -0x1.dfbe46p-3F, -0x1.1ebc74p-3F, -0x1.37f552p-4F, -0x1.3bc64p-5F},
       {-0x1.cf6beap-5F, -0x1.e95ab2p-5F, -0x1.df442ap-5F, -0x1.2b026ep-5F,
        0x1.46a7p-7F, 0x1.1d971ap-4F, 0x1.fa99a6p-4F, 0x1.3ebbbp-3F,
        0x1.46d682p-3F, 0x1.1f48c6p-3F, 0x1.bbf93p-4F, 0x1.3217bap-4F,
        0x1.7c1aa2p-5F, 0x1.ac1032p-6F, 0x1.b738c2p-7F, 0x1.a4a6e8p-8F},
       {0x1.bd7172p-6F, 0x1.08660ap-5F, 0x1.05edb2p-5F, 0x1.8e39f4p-6F,
        0x1.996304p-7F, 0x1.39e26cp-11F, -0x1.0d8974p-7F, -0x1.9f3746p-7F,
        -0x1.afce0ep-7F, -0x1.6dc72ap-7F, -0x1.0b92aap-7F, -0x1.5b1ce6p-8F,
        -0x1.94ee02p-9F, -0x1.acb3ap-10F, -0x1.9e37fp-11F, -0x1.76f176p-12F},
      }};
}

/// Phi(-t)^(2^-3): segments 8, degree 3
constexpr auto phi_8th_root_8x3() {
  return math::Segments<float, 8, 3>{0x1.4cp0F, 0x1.8p23F, 0x1.7p2F, 0, {
       {0x1.d58184p-1F, 0x1.d55304p-1F, 0x1.d36858p-1F, 0x1.d36538p-1F,
        0x1.e5d9b6p-1F, 0x1.0eee26p0F, 0x1.3d48ep0F, 0x1.6d3d18p0F},
       {-0x1.76850cp-4F, -0x1.6dcd08p-4F, -0x1.45b8fap-4F, -0x1.4260ap-4F,
        -0x1.e22816p-4F, -0x1.b128dcp-3F, -0x1.5b8c86p-2F, -0x1.cee4d4p-2F},
       {-0x1.07dfa6p-5F, -0x1.2bd52p-5F, -0x1.72fcd6p-5F, -0x1.79d14cp-5F,
        -0x1.063b9ap-5F, -0x1.51c892p-8F, 0x1.999c92p-6F, 0x1.85ef9ep-5F},
       {0x1.045a76p-11F, 0x1.e413bap-9F, 0x1.9d7994p-8F, 0x1.aba6bap-8F,
        0x1.3bd97cp-8F, 0x1.270652p-9F, -0x1.005b1cp-13F, -0x1.ac9528p-10F},
      }};
}

/// exp(-t^2/2)^(2^-4): segments 16, degree 3
constexpr auto gauss_root_bf16() {
  return math::Segments<float, 16, 3>{0x1.1cp0F, 0x1.8p23F, 0x1.bcp3F, 0, {
       {0x1.fffffap-1F, 0x1.ffe29cp-1F, 0x1.fe4a78p-1F, 0x1.fb23eap-1F,
        0x1.fe3b6ap-1F, 0x1.0c1ec4p0F, 0x1.2ce8ecp0F, 0x1.62ec0cp0F,
        0x1.a4948cp0F, 0x1.df827cp0F, 0x1.00042ap1F, 0x1.f9e532p0F,
        0x1.cc9f42p0F, 0x1.828b4p0F, 0x1.2b7a52p0F, 0x1.b68eb2p-1F},
       {0x1.8258ep-17F, 0x1.2f4fb8p-10F, 0x1.0505a4p-7F, 0x1.0c707ep-6F,
        0x1.6d2b6ap-7F, -0x1.a718c4p-6F, -0x1.a53ac6p-4F, -0x1.af61d6p-3F,
        -0x1.4c4c1cp-2F, -0x1.a8e1f4p-2F, -0x1.d6dba4p-2F, -0x1.cf77d4p-2F,
        -0x1.9b5ce6p-2F, -0x1.4ca8eap-2F, -0x1.edc9fcp-3F, -0x1.5a5832p-3F},
       {-0x1.01067ep-5F, -0x1.117bb6p-5F, -0x1.3ae5acp-5F, -0x1.5a8904p-5F,
        -0x1.4e30b2p-5F, -0x1.049812p-5F, -0x1.0bf1f4p-6F, 0x1.091328p-9F,
        0x1.35744cp-6F, 0x1.f78364p-6F, 0x1.2719cep-5F, 0x1.212ebcp-5F,
        0x1.f2626ep-6F, 0x1.82ddcp-6F, 0x1.1231fcp-6F, 0x1.6fa4aep-7F},
       {0x1.ce58ep-12F, 0x1.b93d94p-10F, 0x1.83ae46p-9F, 0x1.d1849p-9F,
        0x1.beb6d8p-9F, 0x1.5f26p-9F, 0x1.aedd48p-10F, 0x1.39b708p-11F,
        -0x1.ec8702p-13F, -0x1.8a727ep-11F, -0x1.f774c2p-11F, -0x1.ead98ep-11F,
        -0x1.98faep-11F, -0x1.2f9bbap-11F, -0x1.99d0b4p-12F, -0x1.06133ap-12F},
      }};
}

/// f'(-t) exp(t^2/2): segments 16, degree 3
constexpr auto slope_bf16() {
  return math::Segments<float, 16, 3>{0x1.1cp0F, 0x1.8p23F, 0x1.bcp3F, 0, {
       {0x1.fffc7ep-2F, 0x1.f7d50ap-2F, 0x1.ca5ea6p-2F, 0x1.8f2754p-2F,
        0x1.5888dep-2F, 0x1.2b0b4ep-2F, 0x1.06329p-2F, 0x1.d0cee4p-3F,
        0x1.a03a9ap-3F, 0x1.782c1ap-3F, 0x1.56b54ep-3F, 0x1.3a74c2p-3F,
        0x1.22543ep-3F, 0x1.0d841ep-3F, 0x1.f6ce64p-4F, 0x1.d8948ap-4F},
       {-0x1.98047ap-1F, -0x1.818c72p-1F, -0x1.4d204p-1F, -0x1.24b97cp-1F,
        -0x1.0a55a6p-1F, -0x1.f2a5ep-2F, -0x1.dc2b8ap-2F, -0x1.ccd25p-2F,
        -0x1.c1fdc6p-2F, -0x1.ba1e78p-2F, -0x1.b43d28p-2F, -0x1.afbff2p-2F,
        -0x1.ac403cp-2F, -0x1.a9799ap-2F, -0x1.a73d2p-2F, -0x1.a57fep-2F},
       {0x1.e8d438p-3F, 0x1.3ab37cp-3F, 0x1.2c7cp-4F, 0x1.30f5f4p-5F,
        0x1.50fc82p-6F, 0x1.920588p-7F, 0x1.ff1d18p-8F, 0x1.5643ecp-8F,
        0x1.de57d6p-9F, 0x1.5a3eeep-9F, 0x1.02096ep-9F, 0x1.8a4adep-10F,
        0x1.33ab2cp-10F, 0x1.e8ee36p-11F, 0x1.8aabep-11F, 0x1.46568ap-11F},
       {-0x1.6ce1bp-4F, -0x1.ec7b48p-6F, -0x1.1cf958p-7F, -0x1.9c7628p-9F,
        -0x1.60f098p-10F, -0x1.56daacp-11F, -0x1.6f2a42p-12F, -0x1.a8737ap-13F,
        -0x1.04c5dep-13F, -0x1.50b98cp-14F, -0x1.c4cf22p-15F, -0x1.3b1a7cp-15F,
        -0x1.c36f3p-16F, -0x1.4b7b5ep-16F, -0x1.f1616cp-17F, -0x1.817f3ep-17F},
      }};
}

/// exp(-t^2/2)^(2^-2): segments 16, degree 3
constexpr auto gauss_root_f16() {
  return math::Segments<float, 16, 3>{0x1.4p1F, 0x1.8p23F, 0x1.88p2F, 0, {
       {0x1.fffffcp-1F, 0x1.ffed6cp-1F, 0x1.fed864p-1F, 0x1.fc144cp-1F,
        0x1.fb1e1ep-1F, 0x1.02d198p0F, 0x1.145646p0F, 0x1.36c5aep0F,
        0x1.693cf8p0F, 0x1.a3ca88p0F, 0x1.d944a2p0F, 0x1.fba108p0F,
        0x1.0071d2p1F, 0x1.e6308ap0F, 0x1.b007cep0F, 0x1.6fb5dap0F},
       {0x1.13d534p-16F, 0x1.af5c78p-10F, 0x1.89544cp-7F, 0x1.d13a64p-6F,
        0x1.0e4632p-5F, -0x1.d0ae98p-12F, -0x1.7cb16ep-4F, -0x1.faf904p-3F,
        -0x1.c71572p-2F, -0x1.4aec4cp-1F, -0x1.9f8e8p-1F, -0x1.d0eb0cp-1F,
        -0x1.d81008p-1F, -0x1.b84388p-1F, -0x1.7c42d6p-1F, -0x1.399fd6p-1F},
       {-0x1.00d0aap-3F, -0x1.0df868p-3F, -0x1.314388p-3F, -0x1.5370eap-3F,
        -0x1.5b0786p-3F, -0x1.35d49ap-3F, -0x1.c0b9eap-4F, -0x1.9bc2acp-5F,
        0x1.f612e8p-7F, 0x1.32458cp-4F, 0x1.e4f14ep-4F, 0x1.21c2dap-3F,
        0x1.2838cap-3F, 0x1.0ef7eap-3F, 0x1.c54804p-4F, 0x1.6937bep-4F},
       {0x1.9bd684p-9F, 0x1.8b61ccp-7F, 0x1.653604p-6F, 0x1.c295b6p-6F,
        0x1.d2bc44p-6F, 0x1.9cc36ap-6F, 0x1.35cd48p-6F, 0x1.73046ap-7F,
        0x1.08616cp-8F, -0x1.d8ec02p-10F, -0x1.71ce54p-8F, -0x1.eaa8fp-8F,
        -0x1.fa387cp-8F, -0x1.c4ba6p-8F, -0x1.6d619cp-8F, -0x1.1892a4p-8F},
      }};
}

/// f'(-t) exp(t^2/2): segments 16, degree 3
constexpr auto slope_f16() {
  return math::Segments<float, 16, 3>{0x1.4p1F, 0x1.8p23F, 0x1.88p2F, 0, {
       {0x1.ffffd4p-2F, 0x1.ff5a38p-2F, 0x1.f8d40cp-2F, 0x1.e9e0e2p-2F,
        0x1.d46ce6p-2F, 0x1.bb649ep-2F, 0x1.a127f4p-2F, 0x1.874562p-2F,
        0x1.6e9eaep-2F, 0x1.57a16ap-2F, 0x1.427784p-2F, 0x1.2f1b02p-2F,
        0x1.1d76b4p-2F, 0x1.0d6cacp-2F, 0x1.fd9b26p-3F, 0x1.e554aap-3F},
       {-0x1.987688p-1F, -0x1.949f9ap-1F, -0x1.844c02p-1F, -0x1.6db0f6p-1F,
        -0x1.5689aap-1F, -0x1.418d56p-1F, -0x1.2f9362p-1F, -0x1.2095p-1F,
        -0x1.14371ap-1F, -0x1.0a0b5ep-1F, -0x1.01ab92p-1F, -0x1.f57b7cp-2F,
        -0x1.e9f4cap-2F, -0x1.e0513ep-2F, -0x1.d82ed2p-2F, -0x1.d1e1ap-2F},
       {0x1.fa837cp-3F, 0x1.bb4c7p-3F, 0x1.4c30d6p-3F, 0x1.e0d2d8p-4F,
        0x1.5b1716p-4F, 0x1.fa2198p-5F, 0x1.76929ap-5F, 0x1.19d77ap-5F,
        0x1.af3b6ap-6F, 0x1.4f2eaep-6F, 0x1.0875d8p-6F, 0x1.a7140ep-7F,
        0x1.56ba38p-7F, 0x1.18ec8ap-7F, 0x1.d1482cp-8F, 0x1.8b7a12p-8F},
       {-0x1.c56c56p-4F, -0x1.0c6316p-4F, -0x1.17f21cp-5F, -0x1.35d2dap-6F,
        -0x1.694d04p-7F, -0x1.b92f26p-8F, -0x1.187fc4p-8F, -0x1.71a448p-9F,
        -0x1.f6addep-10F, -0x1.5f6a8cp-10F, -0x1.f7a766p-11F, -0x1.70df8p-11F,
        -0x1.137cacp-11F, -0x1.a2d8b2p-12F, -0x1.434b7ep-12F, -0x1.02d89ap-12F},
      }};
}

/// (f(x) / x)^(2^-4), x = -t: degree 6
constexpr auto phi_root_f16() {
  return Root<float, 7>{0x1.7p2F, 0,
    math::Poly<float, 7>{{
        0x1.ea4c1ep-1F, -0x1.8866fp-5F, -0x1.1dce94p-6F, -0x1.bf368ap-10F,
        0x1.b0ba46p-11F, -0x1.2bfe22p-14F, 0x1.f0df76p-20F}}};
}

/// (f'(x) / (x + zero))^(2^-4), x = -t: degree 6
constexpr auto phi_slope_root_f16() {
  return Root<float, 7>{0x1.88p2F, 0x1.80ead2p-1F,
    math::Poly<float, 7>{{
        0x1.f31e24p-1F, -0x1.0acb38p-6F, -0x1.7e4ff2p-6F, -0x1.0ffcc8p-9F,
        0x1.03df18p-10F, -0x1.6d8064p-14F, 0x1.43ce9p-19F}}};
}

/// (f(x) / x)^(2^-6), x = -t: degree 6
constexpr auto phi_root_bf16() {
  return Root<float, 7>{0x1.b4p3F, 0,
    math::Poly<float, 7>{{
        0x1.fa7a0cp-1F, -0x1.8f9056p-7F, -0x1.4a8712p-8F, -0x1.a1cc84p-12F,
        0x1.43310cp-14F, -0x1.dd151cp-19F, 0x1.de9386p-25F}}};
}

/// (f'(x) / (x + zero))^(2^-6), x = -t: degree 6
constexpr auto phi_slope_root_bf16() {
  return Root<float, 7>{0x1.bcp3F, 0x1.80ead2p-1F,
    math::Poly<float, 7>{{
        0x1.fcbd26p-1F, -0x1.01b8d6p-8F, -0x1.a27aa4p-8F, -0x1.32257cp-12F,
        0x1.27309ap-14F, -0x1.b4f202p-19F, 0x1.ab77eep-25F}}};
}

/// (f(x) / x)^(2^-5), x = -t: degree 7
constexpr auto tanh_root_f16() {
  return Root<float, 8>{0x1.58p2F, 0,
    math::Poly<float, 8>{{
        0x1.f50716p-1F, -0x1.90487cp-6F, -0x1.2c5f32p-7F, -0x1.72561ep-10F,
        0x1.8b59d8p-11F, -0x1.d62732p-13F, 0x1.077658p-15F, -0x1.a47p-20F}}};
}

/// (f'(x) / (x + zero))^(2^-5), x = -t: degree 9
constexpr auto tanh_slope_root_f16() {
  return Root<float, 10>{0x1.68p2F, 0x1.8142ap-1F,
    math::Poly<float, 10>{{
        0x1.f980b4p-1F, -0x1.0f73c4p-7F, -0x1.822bd4p-7F, -0x1.64475ep-10F,
        0x1.228b3ep-11F, 0x1.81c086p-15F, -0x1.6e637p-14F, 0x1.862fa8p-16F,
        -0x1.57f2f2p-19F, 0x1.c6a16cp-24F}}};
}

/// (f(x) / x)^(2^-6), x = -t: degree 9
constexpr auto tanh_root_bf16() {
  return Root<float, 10>{0x1.4cp3F, 0,
    math::Poly<float, 10>{{
        0x1.fa7a88p-1F, -0x1.8f8ff6p-7F, -0x1.4bd6d8p-8F, -0x1.fc374cp-12F,
        0x1.1394dp-12F, -0x1.b1a5eep-14F, 0x1.31f264p-16F, -0x1.ab065ap-20F,
        0x1.2f86aap-24F, -0x1.66aa12p-30F}}};
}

/// (f'(x) / (x + zero))^(2^-6), x = -t: degree 10
constexpr auto tanh_slope_root_bf16() {
  return Root<float, 11>{0x1.5p3F, 0x1.8142ap-1F,
    math::Poly<float, 11>{{
        0x1.fcbe78p-1F, -0x1.1b3614p-8F, -0x1.59e8fap-8F, -0x1.daf044p-10F,
        0x1.35ea66p-10F, -0x1.b57cd8p-12F, 0x1.5256cp-14F, -0x1.3583p-17F,
        0x1.568938p-21F, -0x1.ab3002p-26F, 0x1.cd62bp-32F}}};
}

}  // namespace gelu::coefficients
