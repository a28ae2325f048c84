// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/erf_segments.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/binade_segments.hpp"

namespace gelu::coefficients {

/// H = M - t / sqrt(2 pi), up to the rounding of c: the coefficients in which they differ
template <class T, std::size_t Size>
struct MillsSlopeSegments {
  T c[3][Size];   ///< around the same points; first index: degree
  T steep[Size];  ///< the one of degree 1, plus 1/2
  T rest[Size];   ///< what rounding took from c[0]
};

/// t M
constexpr auto t_mills_segments() {
  return math::BinadeSegments<float, 16, 6>{0x1p0F, 0x1p0F,
      {0x1.4028p0F, 0x1.c1p0F, 0x1.2048p1F, 0x1.5ffp1F, 0x1.c308p1F, 0x1.1e7cp2F, 0x1.603cp2F, 0x1.9f2p2F,
0x1.ff6p2F, 0x1.3ec8p3F, 0x1.7f7p3F, 0x1.bf78p3F, 0, 0x1.7efp-2F, 0x1.47p-1F, 0x1.bc6p-1F},
      {{
        0x1.276e5cp-2F, 0x1.4c26f2p-2F, 0x1.62171ap-2F, 0x1.701c16p-2F,
        0x1.7d72c4p-2F, 0x1.869b7p-2F, 0x1.8c2f6p-2F, 0x1.8f6daap-2F,
        0x1.9265bep-2F, 0x1.9484ccp-2F, 0x1.95ba8ep-2F, 0x1.96755ap-2F,
        0, 0x1.22eefep-3F, 0x1.a3743ep-3F, 0x1.f33d1p-3F},
       {
        0x1.7b368ap-4F, 0x1.bb88f6p-5F, 0x1.151f78p-5F, 0x1.6c8284p-6F,
        0x1.9be5dcp-7F, 0x1.c5d9f4p-8F, 0x1.076aa2p-8F, 0x1.5097bp-9F,
        0x1.776f22p-10F, 0x1.8f4be2p-11F, 0x1.d2e918p-12F, 0x1.28dcdcp-12F,
        0x1.fffffep-2F, 0x1.229deap-2F, 0x1.92d642p-3F, 0x1.2b644ep-3F},
       {
        -0x1.ae6a9ep-5F, -0x1.bbe6eep-6F, -0x1.ed5ea8p-7F, -0x1.22cccap-7F,
        -0x1.18f336p-8F, -0x1.04d302p-9F, -0x1.0162dep-10F, -0x1.1eb33p-11F,
        -0x1.0a4de4p-12F, -0x1.cf2a34p-14F, -0x1.c7627ep-15F, -0x1.f3b394p-16F,
        -0x1.98825p-2F, -0x1.a16aecp-3F, -0x1.0cf03p-3F, -0x1.77bda8p-4F},
       {
        0x1.8f888cp-6F, 0x1.6ffb26p-7F, 0x1.6faeb6p-8F, 0x1.87f16ap-9F,
        0x1.473356p-10F, 0x1.02a6c2p-11F, 0x1.b4fc26p-13F, 0x1.aa7478p-14F,
        0x1.4ba558p-15F, 0x1.d983f8p-17F, 0x1.884428p-18F, 0x1.73ee1ap-19F,
        0x1.ff79b4p-3F, 0x1.dd2b54p-4F, 0x1.204ce2p-4F, 0x1.7d637cp-5F},
       {
        -0x1.47dbe4p-7F, -0x1.0fc48p-8F, -0x1.eb81dcp-10F, -0x1.dc86e4p-11F,
        -0x1.6034ecp-12F, -0x1.da9fccp-14F, -0x1.588076p-15F, -0x1.26fcf8p-16F,
        -0x1.88d18ap-18F, -0x1.c9ec0ap-20F, -0x1.3ef8b4p-21F, -0x1.04e4aap-22F,
        -0x1.0a4872p-3F, -0x1.d53bep-5F, -0x1.0b6102p-5F, -0x1.5092c6p-6F},
       {
        0x1.e03a1ep-9F, 0x1.6bff7ap-10F, 0x1.2b63ep-11F, 0x1.08bfa4p-12F,
        0x1.63638p-14F, 0x1.857dccp-16F, 0x1.fa3afcp-18F, 0x1.78d2bp-19F,
        0x1.a9830cp-21F, 0x1.939434p-23F, 0x1.e36272p-25F, 0x1.575a5ep-26F,
        0x1.8b1d98p-5F, 0x1.97a4b2p-6F, 0x1.c7c6bcp-7F, 0x1.059ba8p-7F}}};
}

/// H, around the same points
constexpr auto t_mills_slope_segments() {
  return math::BinadeSegments<float, 16, 6>{0x1p0F, 0x1p0F,
      {0x1.4028p0F, 0x1.c1p0F, 0x1.2048p1F, 0x1.5ffp1F, 0x1.c308p1F, 0x1.1e7cp2F, 0x1.603cp2F, 0x1.9f2p2F,
0x1.ff6p2F, 0x1.3ec8p3F, 0x1.7f7p3F, 0x1.bf78p3F, 0, 0x1.7efp-2F, 0x1.47p-1F, 0x1.bc6p-1F},
      {{
        -0x1.12aa7ap-2F, -0x1.078f98p-1F, -0x1.7d6b9cp-1F, -0x1.eeab88p-1F,
        -0x1.4ccec2p0F, -0x1.b359p0F, -0x1.100b4ap1F, -0x1.438634p1F,
        -0x1.91b91p1F, -0x1.f7a008p1F, -0x1.2fd282p2F, -0x1.633614p2F,
        0x1p-1F, 0x1.d86f7ep-3F, 0x1.0de304p-4F, -0x1.0bd082p-4F},
       {
        -0x1.04cd24p-1F, -0x1.e4e1b2p-2F, -0x1.cef18ap-2F, -0x1.c0ec8cp-2F,
        -0x1.b395dcp-2F, -0x1.aa6d28p-2F, -0x1.a4d932p-2F, -0x1.a19adep-2F,
        -0x1.9ea2bcp-2F, -0x1.9c8394p-2F, -0x1.9b4db2p-2F, -0x1.9a92c2p-2F,
        -0x1.98844ap-1F, -0x1.4fc894p-1F, -0x1.2fa744p-1F, -0x1.1bb50ep-1F},
       {
        0x1.7b33cp-5F, 0x1.bb86e8p-6F, 0x1.151ebp-6F, 0x1.6c81fcp-7F,
        0x1.9bde52p-8F, 0x1.c5d73ep-9F, 0x1.076b1ep-9F, 0x1.509b3ep-10F,
        0x1.7770aep-11F, 0x1.8f63d2p-12F, 0x1.d32ad2p-13F, 0x1.292bd4p-13F,
        0x1.fff94p-3F, 0x1.229d9ep-3F, 0x1.92d5fcp-4F, 0x1.2b6422p-4F},
       {
        -0x1.1ef35p-6F, -0x1.27edecp-7F, -0x1.48e988p-8F, -0x1.83bcc6p-9F,
        -0x1.7680aap-10F, -0x1.5bd9eep-11F, -0x1.572e0cp-12F, -0x1.7e4908p-13F,
        -0x1.6322fap-14F, -0x1.34d31ap-15F, -0x1.2f8e6p-16F, -0x1.4d0834p-17F,
        -0x1.0fe366p-3F, -0x1.1647f8p-4F, -0x1.668fdcp-5F, -0x1.f500d6p-6F},
       {
        0x1.9348bp-8F, 0x1.72d27cp-9F, 0x1.720568p-10F, 0x1.8a0294p-11F,
        0x1.4cacaap-12F, 0x1.05993ep-13F, 0x1.b8f07ap-15F, 0x1.ad5d56p-16F,
        0x1.524358p-17F, 0x1.dfada8p-19F, 0x1.8c047cp-20F, 0x1.7698fp-21F,
        0x1.f18b92p-5F, 0x1.dec25p-6F, 0x1.21177cp-6F, 0x1.7e5f82p-7F},
       {
        -0x1.05b62cp-9F, -0x1.b4779ep-11F, -0x1.899cd6p-12F, -0x1.7c393ap-13F,
        -0x1.206acep-14F, -0x1.70ce6p-16F, -0x1.139466p-17F, -0x1.d1945cp-19F,
        -0x1.35c72p-20F, -0x1.64c51p-22F, -0x1.f83086p-24F, -0x1.9d65ccp-25F,
        -0x1.47153p-6F, -0x1.761bacp-7F, -0x1.b7ce88p-8F, -0x1.094d0cp-8F}}};
}

/// H on 8 segments, around points where t M is nearly a float too
constexpr auto t_mills_slope_segments_8() {
  return math::BinadeSegments<float, 8, 7>{0x1.cb6p-1F, 0x1.cp-1F,
      {0x1.2bf4ap1F, 0x1.deabp1F, 0x1.6fbcp2F, 0x1.129dep3F, 0x1.8aba4p3F, 0, 0x1.6c406p-1F, 0x1.64082p0F},
      {{
        -0x1.927634p-1F, -0x1.643f88p0F, -0x1.1cc526p1F, -0x1.b05a1cp1F, -0x1.38e3e2p2F, 0x1p-1F, 0x1.7cd674p-6F, -0x1.5ae0f6p-2F},
       {
        -0x1.cbe87ep-2F, -0x1.b0ffaep-2F, -0x1.a3e85ep-2F, -0x1.9dd9f4p-2F, -0x1.9b2632p-2F, -0x1.98844ep-1F, -0x1.28ab2ap-1F, -0x1.fd4f0ep-2F},
       {
        0x1.ff72dcp-7F, 0x1.648b3cp-8F, 0x1.d50972p-10F, 0x1.32778ep-11F, 0x1.ad32dap-13F, 0x1.fffcf8p-3F, 0x1.6de4ccp-4F, 0x1.445bbp-5F},
       {
        -0x1.293838p-8F, -0x1.3720e6p-10F, -0x1.26b632p-12F, -0x1.0f7e5ep-14F, -0x1.0f0c64p-16F, -0x1.102c1ap-3F, -0x1.3f4a68p-5F, -0x1.d987eap-7F},
       {
        0x1.466626p-10F, 0x1.05fcbp-12F, 0x1.6a4cdcp-15F, 0x1.dad0b8p-18F, 0x1.554cd4p-20F, 0x1.fb28d8p-5F, 0x1.f860bp-7F, 0x1.3f5364p-8F},
       {
        -0x1.5ecc98p-12F, -0x1.bd94e6p-15F, -0x1.cadbf6p-18F, -0x1.b4e2bap-21F, -0x1.c0f6ep-24F, -0x1.901594p-6F, -0x1.749eb2p-8F, -0x1.9cf91ap-10F},
       {
        0x1.4e9032p-14F, 0x1.5411bap-17F, 0x1.1893p-20F, 0x1.8f085p-24F, 0x1.0d701ap-27F, 0x1.9827e8p-8F, 0x1.0525dp-9F, 0x1.e74ee2p-12F}}};
}

/// M
template <class T>
constexpr auto mills_segments() {
  if constexpr (sizeof(T) == 4) {
    return math::BinadeSegments<float, 16, 7>{0x1p0F, 0x1p0F,
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
        0x1.f39e76p-8F, 0x1.0fa57cp-8F, 0x1.2fbb8ap-9F, 0x1.5cafcp-10F}}};
  } else {
    return math::BinadeSegments<double, 16, 16>{0x1.8p-2, 0x1p0,
      {0x1.acap1, 0x1.2dbp2, 0x1.80356p2, 0x1.d44aap2, 0x1.2abp3, 0x1.80fp3, 0x1.d55aap3, 0x1.16456p4,
0x1.55bp4, 0x1.abp4, 0x1.ffc56p4, 0x1.2ad8p5, 0x1.52aaap-2, 0x1.ff4p-1, 0x1.aad56p0, 0x1.2aaaap1},
      {{
        0x1.c4c92fc2bdb2ep-4, 0x1.4cca839897a42p-4, 0x1.0932fb6354dd2p-4, 0x1.b6bb89a2cfeebp-5,
        0x1.5a3ebfd5d0b36p-5, 0x1.0dd769a4d00a4p-5, 0x1.bb978916a9e7ap-6, 0x1.76976dd516f67p-6,
        0x1.316741171ef37p-6, 0x1.e92717c26d6adp-7, 0x1.984d2773448d5p-7, 0x1.5db3193707d4ep-7,
        0x1.90a3396d188dcp-2, 0x1.0c0ff6647327fp-2, 0x1.8868d7e74cea7p-3, 0x1.31d4a883d8cbep-3},
       {
        -0x1.d76a6718bf632p-6, -0x1.0556b486030bep-6, -0x1.5011e4e3486d7p-7, -0x1.cf3d4e3c7270fp-8,
        -0x1.224f329edd1ebp-8, -0x1.621d69806915cp-9, -0x1.df7fe78ceebd1p-10, -0x1.565eae78d55e6p-10,
        -0x1.c7a5196e8819ep-11, -0x1.2471d93a44684p-11, -0x1.97b07e4cdd17fp-12, -0x1.2b2317b750d8cp-12,
        -0x1.1403b1163734ap-2, -0x1.19b1c5aa6bd09p-3, -0x1.458639a158c47p-4, -0x1.9db785b7c13aap-5},
       {
        0x1.d117629eafd2ep-8, 0x1.8cfe5bae9ed33p-9, 0x1.a050db6a43326p-10, 0x1.e13f7003048d2p-11,
        0x1.e1be1d8585898p-12, 0x1.cdae5d8684a49p-13, 0x1.02000a1945ba3p-13, 0x1.37ea3aaba274ap-14,
        0x1.532ae6435193fp-15, 0x1.5d326e3d56516p-16, 0x1.96af17bb51e51p-17, 0x1.ff67fe844f9edp-18,
        0x1.355a03bbc9794p-3, 0x1.fdaf939134cf8p-5, 0x1.e422024fa6856p-6, 0x1.01fbe1dc9620dp-6},
       {
        -0x1.b5a811dc246a4p-10, -0x1.24722cae46ecdp-11, -0x1.f8d22879dda43p-13, -0x1.ec43c63911ed6p-14,
        -0x1.8ba859001554ep-15, -0x1.2b099a9d174b9p-16, -0x1.146aa182774e4p-17, -0x1.1b43e2eee53d9p-18,
        -0x1.f7da25b419aafp-20, -0x1.a0630d7be2662p-21, -0x1.9549fd43c3437p-22, -0x1.b4d737d1cbfe3p-23,
        -0x1.2bcfc01b82199p-4, -0x1.9be46df535efp-6, -0x1.49eddb381c8d8p-7, -0x1.2ca0fb742cddp-8},
       {
        0x1.8ad07cac5093dp-12, 0x1.a2d87537ecdeep-14, 0x1.2bf4e5322610dp-15, 0x1.f01bd3205f895p-17,
        0x1.41c222e3c80e7p-18, 0x1.80f3933dcd8adp-20, 0x1.26dc01e3424e9p-21, 0x1.006fada5819b2p-22,
        0x1.757494f448961p-24, 0x1.efd27e850123ap-26, 0x1.9382805e73defp-27, 0x1.74e1f2ff24c54p-28,
        0x1.03c5ffdc51e3ap-5, 0x1.300a976b37cc2p-7, 0x1.a22b373355a03p-9, 0x1.4a780070af735p-10},
       {
        -0x1.56d481905d3f2p-14, -0x1.242608b70de6ep-16, -0x1.5db4f66247651p-18, -0x1.ece6cf29d8e9bp-20,
        -0x1.0328588bf2e58p-21, -0x1.ec7ecd24caab9p-24, -0x1.392e97bde700cp-25, -0x1.ced8d6fe4e7d5p-27,
        -0x1.1438a0dbc90c8p-28, -0x1.26cd2ffbed8f5p-30, -0x1.915a3881c13c6p-32, -0x1.3e103fcfed83fp-33,
        -0x1.9af77d0a4dedep-7, -0x1.a026a05ffd0acp-9, -0x1.f1ff2cffe905p-11, -0x1.592339dc9d697p-12},
       {
        0x1.1f7f3a8fb9a8bp-16, 0x1.8da4b9b93d99ap-19, 0x1.905cfbcad579dp-21, 0x1.e30ac400998e5p-23,
        0x1.9d95570527312p-25, 0x1.39227ed6a4f7p-27, 0x1.4b3b78c326d26p-29, 0x1.a068a29921954p-31,
        0x1.97bfeafc01143p-33, 0x1.5e1529441d0dcp-35, 0x1.8ed300dcc169ep-37, 0x1.0f1cab81e69cap-38,
        0x1.2d0ef174fa212p-8, 0x1.0adfee9864e07p-10, 0x1.18c90d4923a61p-12, 0x1.585e9de581311p-14},
       {
        -0x1.d2f84402917c7p-19, -0x1.086dbb06cb9eep-21, -0x1.c27b50e29810bp-24, -0x1.d329bb6a198a8p-26,
        -0x1.4704af1857332p-28, -0x1.8bd22ea1e0f05p-31, -0x1.5cdaf37ca6772p-33, -0x1.757b26ff60249p-35,
        -0x1.2c53af03854d5p-37, -0x1.9f2a5360f6aa5p-40, -0x1.8beef5c56292fp-42, -0x1.cddb66e0751c2p-44,
        -0x1.9cc7a558e3e08p-10, -0x1.435315c9bbc7ep-12, -0x1.2d9eb79bdbffp-14, -0x1.49ba0b44afdfcp-16},
       {
        0x1.7021fb282bf22p-21, 0x1.5817a5514a4dbp-24, 0x1.f28c46eba30aep-27, 0x1.be143d4e0581p-29,
        0x1.00487cef6808cp-31, 0x1.f16a2a4952216p-35, 0x1.6de526d835d45p-37, 0x1.4df60005d8e49p-39,
        0x1.b97e5308f758ep-42, 0x1.ebae5d0bfe8a6p-45, 0x1.88b071bc3ff75p-47, 0x1.892011d9f3058p-49,
        0x1.0aedc5d975047p-11, 0x1.7452f1c225a11p-14, 0x1.361f58acaa95cp-16, 0x1.300ee707b4817p-18},
       {
        -0x1.1a48846272dd6p-23, -0x1.b6992e10d64bp-27, -0x1.0f8796ca05b95p-29, -0x1.a4ba6afb5e7dep-32,
        -0x1.8e3a3aa7061b5p-35, -0x1.36be73a06ed2ep-38, -0x1.7e329f5a30a0bp-41, -0x1.29b926d8d056fp-43,
        -0x1.43d6d01064cedp-46, -0x1.22c1cee6e3f8ap-49, -0x1.851a0b14ffea3p-52, -0x1.4e631afbff8f2p-54,
        -0x1.47adeced0396fp-13, -0x1.999073c205866p-16, -0x1.32673576239bdp-18, -0x1.0edc85008cf0dp-20},
       {
        0x1.a5d1cfb16edeep-26, 0x1.12192fd22d0d3p-29, 0x1.234ddb33cac27p-32, 0x1.881d080c42c3ap-35,
        0x1.32cac66643ff2p-38, 0x1.820f4c7667974p-42, 0x1.8d9d2d7e4f633p-45, 0x1.08a01ea2d3266p-47,
        0x1.da1d37dee0a1fp-51, 0x1.576b9591c1e9p-54, 0x1.812ebaa421479p-57, 0x1.1c39efb4963a7p-59,
        0x1.7fbcd8d1a8074p-15, 0x1.b0221adaa6e5bp-18, 0x1.23d8f4ee6badep-20, 0x1.d360f96e1476ep-23},
       {
        -0x1.33910171d587ap-28, -0x1.5042e2b700aedp-32, -0x1.33fa2f887e89cp-35, -0x1.693e997eba84bp-38,
        -0x1.d4cbefb85033p-42, -0x1.dcf6fc811b758p-46, -0x1.9bffa076b883cp-49, -0x1.d5066f2d9ff5ap-52,
        -0x1.5a5af8c38e15dp-55, -0x1.951478a971733p-59, -0x1.7cf102a0de12p-62, -0x1.e2d7bb824f925p-65,
        -0x1.ae795d618a6c7p-17, -0x1.b6d2280d8be1cp-20, -0x1.0cbb3480d1306p-22, -0x1.8765abb68dd94p-25},
       {
        0x1.b5c92fa5b2044p-31, 0x1.950306d75961cp-35, 0x1.40f054293864ep-38, 0x1.490987aaeec35p-41,
        0x1.62b61b4f62a79p-45, 0x1.24cedb33d25d1p-49, 0x1.a91147cb6c524p-53, 0x1.9e5b233d1193p-56,
        0x1.f84322aa7c774p-60, 0x1.dcdf9c46f83c6p-64, 0x1.7847875c1f8f6p-67, 0x1.99c57be85dfb8p-70,
        0x1.d00d054ced40ep-19, 0x1.ae0664d27cbacp-22, 0x1.df7abc92c6149p-25, 0x1.3eb79169afbc1p-27},
       {
        -0x1.309adb661c6d1p-33, -0x1.ddfa45c835bf7p-38, -0x1.49fd989183014p-41, -0x1.28acd5fdc0c62p-44,
        -0x1.0ab4fdea4f6c1p-48, -0x1.6558073bdf8fp-53, -0x1.b4fcb5fa0f629p-57, -0x1.6cb0f52ab9e65p-60,
        -0x1.6e91d2b1e97e8p-64, -0x1.1860ef220532cp-68, -0x1.73803469063bap-72, -0x1.5b840858ec071p-75,
        -0x1.e28fc9e44a0e7p-21, -0x1.97e6a426f5169p-24, -0x1.9f662b618957bp-27, -0x1.f9b1adaf60611p-30},
       {
        0x1.b5d9725625c6dp-36, 0x1.206772690e22dp-40, 0x1.5875f35714ff6p-44, 0x1.0e0ec4666b329p-47,
        0x1.a79883834343ap-52, 0x1.c50f8f17a648p-57, 0x1.ccc9a0e2c4dbfp-61, 0x1.4748842b49228p-64,
        0x1.1ae0af76894dbp-68, 0x1.569fcf99e549ep-73, 0x1.78702ab326b86p-77, 0x1.2c9807f8063e7p-80,
        0x1.f16beea54a4a5p-23, 0x1.7f5c984280cdep-26, 0x1.6499eb77bc999p-29, 0x1.8d8acffcbe94ap-32},
       {
        -0x1.30c84fbb74a14p-38, -0x1.71e78d40beb0ep-43, -0x1.5b34052810dfdp-47, -0x1.cf4ed18d26c1fp-51,
        -0x1.39ae2fb49051bp-55, -0x1.1bcbe220d0ecep-60, -0x1.d64a0cb13c836p-65, -0x1.2e1e9c95aeb1ap-68,
        -0x1.a0904db10bd03p-73, -0x1.96edbfea7da7cp-78, -0x1.704952d094ca2p-82, -0x1.0103e3bcabdf3p-85,
        -0x1.dec3c8c9f7004p-25, -0x1.546da9e47cd82p-28, -0x1.25284634e81ep-31, -0x1.2c5970f76948ap-34}}};
  }
}

/// H
template <class T>
constexpr auto slope_segments() {
  if constexpr (sizeof(T) == 4) {
    return MillsSlopeSegments<float, 16>{
      {{
        -0x1.129a2ep-2F, -0x1.0872d6p-1F, -0x1.7ecdf8p-1F, -0x1.f27a1ep-1F,
        -0x1.4a2cb8p0F, -0x1.b5a9e4p0F, -0x1.0ed2e8p1F, -0x1.43c0eep1F,
        -0x1.94bbf2p1F, -0x1.f915dcp1F, -0x1.2f553p2F, -0x1.634952p2F,
        0x1.9e153cp-2F, 0x1.cd635ap-3F, 0x1.30f654p-4F, -0x1.174e02p-4F},
       {
        -0x1.04ceap-1F, -0x1.e4addp-2F, -0x1.cebca2p-2F, -0x1.c08a4p-2F,
        -0x1.b3e628p-2F, -0x1.aa45f4p-2F, -0x1.a4f1c6p-2F, -0x1.a197eap-2F,
        -0x1.9e8d24p-2F, -0x1.9c7df2p-2F, -0x1.9b4fecp-2F, -0x1.9a928ap-2F,
        -0x1.7b9a46p-1F, -0x1.4e97ep-1F, -0x1.311e3ap-1F, -0x1.1b544cp-1F},
       {
        0x1.7b4404p-5F, 0x1.b9e9dp-6F, 0x1.13a716p-6F, 0x1.679e5ap-7F,
        0x1.a2c35ep-8F, 0x1.c03c6p-9F, 0x1.0a6e64p-9F, 0x1.4ffb42p-10F,
        0x1.6fd87p-11F, 0x1.8c258p-12F, 0x1.d55a3cp-13F, 0x1.28fe04p-13F,
        0x1.a546b6p-3F, 0x1.1f339cp-3F, 0x1.9aacdcp-4F, 0x1.297ee6p-4F}},
      {
        -0x1.33a802p-7F, 0x1.b522f2p-6F, 0x1.8a1aeep-5F, 0x1.fbadfcp-5F,
        0x1.30676p-4F, 0x1.56e82cp-4F, 0x1.6c38ecp-4F, 0x1.79a058p-4F,
        0x1.85cb74p-4F, 0x1.8e0838p-4F, 0x1.92c04cp-4F, 0x1.95b5dap-4F,
        -0x1.ee6918p-3F, -0x1.3a5f7ep-3F, -0x1.88f1d4p-4F, -0x1.b544c6p-5F},
      {
        0x1.8545b6p-27F, 0x1.d5417ap-27F, -0x1.4a247cp-26F, -0x1.5f1122p-26F,
        -0x1.23b92ap-26F, -0x1.a6a0e8p-26F, 0x1.1d0662p-25F, 0x1.0555dcp-24F,
        -0x1.62f596p-25F, -0x1.69a6d6p-24F, -0x1.57dcecp-26F, -0x1.711f5ap-23F,
        0x1.22c954p-28F, -0x1.6d9596p-29F, -0x1.47fb2cp-29F, 0x1.0ce59ap-32F}};
  } else {
    return MillsSlopeSegments<double, 16>{
      {{
        -0x1.39b1b3f30da05p0, -0x1.cc9fc89eb8e1dp0, -0x1.2a443cde4557cp1, -0x1.6ec990b8d6386p1,
        -0x1.d739e8df334edp1, -0x1.31070da1ada2fp2, -0x1.74c1eda283598p2, -0x1.ba97cfd2c0d1ep2,
        -0x1.1007db4c5ee18p3, -0x1.543811a5a7178p3, -0x1.97ef794c9e9cep3, -0x1.dc8b4bc53e5d6p3,
        0x1.09877a26e121ap-2, -0x1.17b656733287ap-3, -0x1.e4ec45db2ce0fp-2, -0x1.902525f654f5bp-1},
       {
        -0x1.b5faf9aecf5b2p-2, -0x1.a8d9be85a3959p-2, -0x1.a304e2645da82p-2, -0x1.9fc14876352e5p-2,
        -0x1.9d0d9007bed8bp-2, -0x1.9b488e104435dp-2, -0x1.9a63d324d051cp-2, -0x1.99dab1ebbc378p-2,
        -0x1.996825c9faa4cp-2, -0x1.99168c29e0807p-2, -0x1.98ea3f5cd6929p-2, -0x1.98cf1c03312cp-2,
        -0x1.56440229bd4cdp-1, -0x1.12ae9b093ca6ap-1, -0x1.e9e5e1a599962p-2, -0x1.cc3b43f43b8c5p-2},
       {
        0x1.d117629eafd4fp-8, 0x1.8cfe5bae9ed8fp-9, 0x1.a050db6a4341p-10, 0x1.e13f700304b0cp-11,
        0x1.e1be1d8585e46p-12, 0x1.cdae5d86858ecp-13, 0x1.02000a1946d7cp-13, 0x1.37ea3aaba519dp-14,
        0x1.532ae6435812fp-15, 0x1.5d326e3d668dep-16, 0x1.96af17bb78d08p-17, 0x1.ff67fe84aa87p-18,
        0x1.355a03bbc9794p-3, 0x1.fdaf939134cf9p-5, 0x1.e422024fa685ap-6, 0x1.01fbe1dc96212p-6}},
      {
        0x1.28141944c2938p-4, 0x1.5c9905e971a9cp-4, 0x1.73ec766e895f9p-4, 0x1.80fade272b46dp-4,
        0x1.8bc9bfe1049d4p-4, 0x1.92ddc7beef28bp-4, 0x1.9670b36cbeb91p-4, 0x1.989538510f21ep-4,
        0x1.9a5f68d8156dp-4, 0x1.9ba5cf587dfe2p-4, 0x1.9c57028ca5b5bp-4, 0x1.9cc38ff33b501p-4,
        -0x1.591008a6f5335p-3, -0x1.2ae9b093ca6a7p-5, 0x1.61a1e5a6669e3p-6, 0x1.9e25e05e239d8p-5},
      {
        0x1.54b6838b9343dp-57, 0x1.9aa0b12c3b3dap-54, 0x1.baa0edbb1a1f8p-55, 0x1.6ffb27bd84ce7p-53,
        -0x1.c3f2fdbab5989p-55, -0x1.388a05833b236p-54, -0x1.65e9305f8ca87p-53, 0x1.84aa9dd35cd11p-52,
        -0x1.1fbd01060b234p-51, -0x1.944c4ad9c70e5p-51, -0x1.c0dcbd03f7483p-55, 0x1.4704bac26fee4p-51,
        0x1.e502843e6b43dp-57, -0x1.12d6f787bdddp-57, -0x1.4b63ea3efc831p-58, 0x1.6b7ecf81db96cp-55}};
  }
}

/// M on 8 segments
constexpr auto mills_segments_8() {
  return math::BinadeSegments<float, 8, 9>{0x1.cb6p-1F, 0x1.cp-1F,
      {0x1.30e6cp1F, 0x1.de82ep1F, 0x1.6f74ap2F, 0x1.10944p3F, 0x1.860f8p3F, 0x1.ad09p-3F, 0x1.64614p-1F, 0x1.65ceep0F},
      {{
        0x1.2cde3cp-3F, 0x1.9ae5aep-4F, 0x1.14a8dcp-4F, 0x1.7a9628p-5F, 0x1.0a57f4p-5F, 0x1.b4841p-2F, 0x1.3d4bd4p-2F, 0x1.b922f2p-3F},
       {
        -0x1.9169dp-5F, -0x1.87edb8p-6F, -0x1.6d061cp-7F, -0x1.5a5faap-8F, -0x1.590d7ep-9F, -0x1.3d123ep-2F, -0x1.7752aap-3F, -0x1.90ecdep-4F},
       {
        0x1.ee9408p-7F, 0x1.64d4acp-8F, 0x1.d5fbaep-10F, 0x1.390082p-11F, 0x1.bc2e66p-13F, 0x1.7217b8p-3F, 0x1.7558e4p-4F, 0x1.41e798p-5F},
       {
        -0x1.1d084p-8F, -0x1.37ab26p-10F, -0x1.27b74ep-12F, -0x1.177d26p-14F, -0x1.1c1d18p-16F, -0x1.73131ap-4F, -0x1.472f1ap-5F, -0x1.d53d06p-7F},
       {
        0x1.36341p-10F, 0x1.063238p-12F, 0x1.6c3512p-15F, 0x1.ed6418p-18F, 0x1.693094p-20F, 0x1.4b397ap-5F, 0x1.037a74p-6F, 0x1.3be2fp-8F},
       {
        -0x1.40d086p-12F, -0x1.a9e322p-15F, -0x1.b6fbc8p-18F, -0x1.addb54p-21F, -0x1.c7f98cp-24F, -0x1.0d17bp-6F, -0x1.7af7d8p-8F, -0x1.8d7398p-10F},
       {
        0x1.3d14fcp-14F, 0x1.501c8ep-17F, 0x1.035c54p-20F, 0x1.72c10cp-24F, 0x1.205de2p-27F, 0x1.9407bap-8F, 0x1.0204eep-9F, 0x1.d7ab02p-12F},
       {
        -0x1.38568ap-16F, -0x1.0ecdbep-19F, -0x1.3fcc0cp-23F, -0x1.54d34ep-27F, -0x1.7b22e2p-31F, -0x1.1e42a2p-9F, -0x1.4f9e86p-11F, -0x1.11487ap-13F},
       {
        0x1.250e74p-18F, 0x1.839538p-22F, 0x1.7a9444p-26F, 0x1.253a94p-30F, 0x1.9a9d04p-35F, 0x1.7a5e32p-11F, 0x1.961b36p-13F, 0x1.2873eap-15F}}};
}

/// H on 8 segments
constexpr auto slope_segments_8() {
  return MillsSlopeSegments<float, 8>{
      {{
        -0x1.9b55ccp-1F, -0x1.641d98p0F, -0x1.1c8a9cp1F, -0x1.ad0ec4p1F, -0x1.352466p2F, 0x1.5eef8cp-2F, 0x1.0791dp-5F, -0x1.5e692ep-2F},
       {
        -0x1.cab18ap-2F, -0x1.b10328p-2F, -0x1.a3ec72p-2F, -0x1.9dedacp-2F, -0x1.9b361ep-2F, -0x1.6acb48p-1F, -0x1.2a16d4p-1F, -0x1.fcbf8ap-2F},
       {
        0x1.ee943p-7F, 0x1.64d52cp-8F, 0x1.d5fec2p-10F, 0x1.3909a4p-11F, 0x1.bc62acp-13F, 0x1.7217b8p-3F, 0x1.7558e4p-4F, 0x1.41e79ep-5F}},
      {
        0x1.aa73aep-5F, 0x1.3bf362p-4F, 0x1.704e36p-4F, 0x1.884954p-4F, 0x1.932786p-4F, -0x1.ab2d24p-3F, -0x1.50b6a2p-4F, 0x1.a03b3ap-9F},
      {
        0x1.5f6f4cp-29F, -0x1.a726cp-25F, -0x1.a26afap-26F, -0x1.47f258p-24F, 0x1.72867ep-23F, 0x1.f65d3p-28F, 0x1.b6f704p-31F, -0x1.0aa1aep-27F}};
}

}  // namespace gelu::coefficients
