// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/pieces.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// c[k][i]: coefficient of degree k around i * step.
template <class T, std::size_t N, std::size_t K>
struct Pieces {
  T step;
  T c[K][N];
};

/// 16 quadratics
template <class T>
constexpr auto pieces_16() {
  if constexpr (sizeof(T) == 4) {
    return Pieces<float, 16, 3>{0x1.2p-2F, {{
        0x1.0000cp-1F, 0x1.8e9ap-2F, 0x1.25c5e4p-2F, 0x1.98616cp-3F,
        0x1.0ad7dap-3F, 0x1.46f688p-4F, 0x1.76d04ep-5F, 0x1.91424cp-6F,
        0x1.90925p-7F, 0x1.746e3ep-8F, 0x1.42297ap-9F, 0x1.030e4ep-10F,
        0x1.8301bep-12F, 0x1.0c5d2ap-13F, 0x1.595676p-15F, 0}, {
        -0x1.994516p-2F, -0x1.87c874p-2F, -0x1.5c2716p-2F, -0x1.1df688p-2F,
        -0x1.b234b6p-3F, -0x1.30b23ep-3F, -0x1.8b42bcp-4F, -0x1.d9ee4p-5F,
        -0x1.069f18p-5F, -0x1.0d05dep-6F, -0x1.fd701ap-8F, -0x1.bdd61ap-9F,
        -0x1.68a34p-10F, -0x1.0da2bcp-11F, -0x1.74ab4p-13F, -0x1.8ab004p-11F}, {
        0x1.c9e086p-7F, 0x1.b829cp-5F, 0x1.8708d2p-4F, 0x1.e18ac2p-4F,
        0x1.e71e6p-4F, 0x1.aae8a2p-4F, 0x1.4becd6p-4F, 0x1.cfbc3ep-5F,
        0x1.25419cp-5F, 0x1.5166a2p-6F, 0x1.624eeap-7F, 0x1.5464fp-8F,
        0x1.2bb744p-9F, 0x1.e45d1p-11F, 0x1.678c4p-12F, -0x1.3c8a0ep-8F}}};
  } else {
    return Pieces<double, 16, 3>{0x1.2p-2, {{
        0x1.0000c0eaeda96p-1, 0x1.8e99ff5822d2fp-2, 0x1.25c5e3c3b41c1p-2, 0x1.98616b0f2eb1fp-3,
        0x1.0ad7da0f9b0b9p-3, 0x1.46f68712ec84dp-4, 0x1.76d04e5c4ac56p-5, 0x1.91424b2470bf6p-6,
        0x1.90924f21d3612p-7, 0x1.746e3d88c8d7ap-8, 0x1.42297a541b29dp-9, 0x1.030e4e7d71803p-10,
        0x1.8301be4097acp-12, 0x1.0c5d29334fb11p-13, 0x1.595675c2cbdcp-15, 0}, {
        -0x1.99454a676b6bap-2, -0x1.87c873916df1ap-2, -0x1.5c27165141edfp-2, -0x1.1df687c82cf65p-2,
        -0x1.b234b6acde6ebp-3, -0x1.30b23d22409fbp-3, -0x1.8b42bb75ef9dcp-4, -0x1.d9ee40742bc07p-5,
        -0x1.069f18b6c0542p-5, -0x1.0d05dd0ad2537p-6, -0x1.fd70197194885p-8, -0x1.bdd61a5e2780dp-9,
        -0x1.68a34038dedf1p-10, -0x1.0da2bb73cc76bp-11, -0x1.74ab3fe68147dp-13, -0x1.8ab003769298fp-11}, {
        0x1.ca05d9c7d94ccp-7, 0x1.b82b21ec4960fp-5, 0x1.870911986d63cp-4, 0x1.e18b40f31cd43p-4,
        0x1.e71e57fd46da5p-4, 0x1.aae8e09c444adp-4, 0x1.4becc98b89f1dp-4, 0x1.cfbc5bb71c717p-5,
        0x1.2541aaa99098ap-5, 0x1.5166aab805cefp-6, 0x1.624ee54ece8e8p-7, 0x1.5464e773d97ecp-8,
        0x1.2bb742a31233ap-9, 0x1.e45d1e655c89fp-11, 0x1.678c41534120dp-12, -0x1.3c8a0d187ade4p-8}}};
  }
}

/// 32 cubics
template <class T>
constexpr auto pieces_32() {
  if constexpr (sizeof(T) == 4) {
    return Pieces<float, 32, 4>{0x1.6p-3F, {{
        0x1p-1F, 0x1.ba2162p-2F, 0x1.764a28p-2F, 0x1.3654ecp-2F,
        0x1.f79208p-3F, 0x1.8f7f48p-3F, 0x1.35ae9ap-3F, 0x1.d4d84ap-4F,
        0x1.5a61a8p-4F, 0x1.f3468ep-5F, 0x1.5edcecp-5F, 0x1.e0a918p-6F,
        0x1.40cca8p-6F, 0x1.a11bf6p-7F, 0x1.081036p-7F, 0x1.458228p-8F,
        0x1.868f2cp-9F, 0x1.c80898p-10F, 0x1.030d04p-10F, 0x1.1e5054p-11F,
        0x1.33ce28p-12F, 0x1.41d524p-13F, 0x1.473acap-14F, 0x1.43846cp-15F,
        0x1.36f8fcp-16F, 0x1.229848p-17F, 0x1.07f914p-18F, 0x1.d228cap-20F,
        0x1.900edcp-21F, 0x1.4dada6p-22F, 0x1.0e7924p-23F, 0}, {
        -0x1.98846p-2F, -0x1.9286f4p-2F, -0x1.81147cp-2F, -0x1.65aa68p-2F,
        -0x1.42886cp-2F, -0x1.1a6282p-2F, -0x1.e01332p-3F, -0x1.8c33ep-3F,
        -0x1.3d7718p-3F, -0x1.edf0fep-4F, -0x1.7512fcp-4F, -0x1.1194a6p-4F,
        -0x1.858fc4p-5F, -0x1.0d483p-5F, -0x1.69713ap-6F, -0x1.d70598p-7F,
        -0x1.29fa44p-7F, -0x1.6e09d4p-8F, -0x1.b48e5cp-9F, -0x1.f980d2p-10F,
        -0x1.1c267ep-10F, -0x1.36269ap-11F, -0x1.48ad0cp-12F, -0x1.522b3p-13F,
        -0x1.51ceb6p-14F, -0x1.479fbp-15F, -0x1.347f6ap-16F, -0x1.1a0844p-17F,
        -0x1.f4a9e2p-19F, -0x1.af73f8p-20F, -0x1.68fc9cp-21F, -0x1.65df46p-17F}, {
        0x1.9ddb8cp-17F, 0x1.143694p-5F, 0x1.0845f6p-4F, 0x1.703674p-4F,
        0x1.bacbfep-4F, 0x1.e4ab1ap-4F, 0x1.ee7cd4p-4F, 0x1.dc3942p-4F,
        0x1.b4379ep-4F, 0x1.7de37ap-4F, 0x1.409a08p-4F, 0x1.02b5c6p-4F,
        0x1.920b7cp-5F, 0x1.2d34e8p-5F, 0x1.b39b88p-6F, 0x1.30450ap-6F,
        0x1.9aded8p-7F, 0x1.0c4aa6p-7F, 0x1.5303fap-8F, 0x1.9ea53ap-9F,
        0x1.eb09ccp-10F, 0x1.1997ccp-10F, 0x1.38ddfep-11F, 0x1.50cf9p-12F,
        0x1.5f6114p-13F, 0x1.634d32p-14F, 0x1.5c43cp-15F, 0x1.4af3a4p-16F,
        0x1.30efd6p-17F, 0x1.10734ep-18F, 0x1.d821dp-20F, -0x1.51628p-12F}, {
        0x1.0f9198p-4F, 0x1.0423p-4F, 0x1.c45a4ap-5F, 0x1.5dd59p-5F,
        0x1.c5737cp-6F, 0x1.8a57d6p-7F, -0x1.40c7cap-9F, -0x1.d765ap-7F,
        -0x1.783d4p-6F, -0x1.c9f556p-6F, -0x1.e575e6p-6F, -0x1.d52bb2p-6F,
        -0x1.a65116p-6F, -0x1.664c1ap-6F, -0x1.20977p-6F, -0x1.bb8068p-7F,
        -0x1.462f82p-7F, -0x1.cc6198p-8F, -0x1.38525p-8F, -0x1.97ef1cp-9F,
        -0x1.00c07p-9F, -0x1.37c498p-10F, -0x1.6d753cp-11F, -0x1.9dce9ep-12F,
        -0x1.c4d628p-13F, -0x1.df2386p-14F, -0x1.ea5ddp-15F, -0x1.e594e2p-16F,
        -0x1.d1624ap-17F, -0x1.afcba6p-18F, -0x1.83eee6p-19F, -0x1.4815dep-9F}}};
  } else {
    return Pieces<double, 32, 4>{0x1.6p-3, {{
        0x1.0000000643f55p-1, 0x1.ba2161245bd58p-2, 0x1.764a27fba78ep-2, 0x1.3654eb183d708p-2,
        0x1.f79208985c3c6p-3, 0x1.8f7f47016e948p-3, 0x1.35ae9a01519d3p-3, 0x1.d4d8492ecca8bp-4,
        0x1.5a61a846065e6p-4, 0x1.f3468d296264cp-5, 0x1.5edcec5c82aa2p-5, 0x1.e0a917a1f9f81p-6,
        0x1.40cca80f06af4p-6, 0x1.a11bf59a08686p-7, 0x1.081036caa9081p-7, 0x1.4582284a5f932p-8,
        0x1.868f2ced7ff7bp-9, 0x1.c80898f26a0e5p-10, 0x1.030d03e5b443ap-10, 0x1.1e50547edc821p-11,
        0x1.33ce28c605c11p-12, 0x1.41d52304fafc5p-13, 0x1.473ac9f51be0ap-14, 0x1.43846cd99a5cp-15,
        0x1.36f8fcfb5ea17p-16, 0x1.229847dcbcb7cp-17, 0x1.07f91410136cp-18, 0x1.d228c956b599p-20,
        0x1.900edb1dbc618p-21, 0x1.4dada68282023p-22, 0x1.0e79230ac8abfp-23, 0}, {
        -0x1.9884652e7d23ep-2, -0x1.9286f4c998c17p-2, -0x1.81147b040573bp-2, -0x1.65aa6832d680cp-2,
        -0x1.42886bafc44e2p-2, -0x1.1a628147f4aecp-2, -0x1.e01331de359c3p-3, -0x1.8c33df99bb29fp-3,
        -0x1.3d7717b6f385p-3, -0x1.edf0fd724ace9p-4, -0x1.7512fb7b222c9p-4, -0x1.1194a66389dc9p-4,
        -0x1.858fc365afeacp-5, -0x1.0d48304d80236p-5, -0x1.6971394e3f969p-6, -0x1.d7059893ed7aep-7,
        -0x1.29fa445ae71f1p-7, -0x1.6e09d36d68aeep-8, -0x1.b48e5caf7ba8bp-9, -0x1.f980d2c29bf51p-10,
        -0x1.1c267da4a565dp-10, -0x1.362699c042321p-11, -0x1.48ad0c909d61ep-12, -0x1.522b3046bcb5bp-13,
        -0x1.51ceb61833c86p-14, -0x1.479fb0cc2e07ep-15, -0x1.347f6aee09ee4p-16, -0x1.1a0844244acdp-17,
        -0x1.f4a9e17c67b94p-19, -0x1.af73f8a10dca1p-20, -0x1.68fc9cf94ba45p-21, -0x1.65df45adde52dp-17}, {
        0x1.dd42a30892c59p-17, 0x1.143b6b057d34bp-5, 0x1.08460289ab0dbp-4, 0x1.7039027faf581p-4,
        0x1.bacb262eeb85dp-4, 0x1.e4ac80f714479p-4, 0x1.ee7cd2313720ep-4, 0x1.dc39d51ca5363p-4,
        0x1.b4376bdcf2206p-4, 0x1.7de3c59d904cdp-4, 0x1.4099e740b3deep-4, 0x1.02b5d6252eb01p-4,
        0x1.920b7760f8477p-5, 0x1.2d34f959f73b7p-5, 0x1.b39b3fe7b319ep-6, 0x1.3044fd8eca0edp-6,
        0x1.9adead3e66cfep-7, 0x1.0c4a9067f789dp-7, 0x1.5303fda53afbap-8, 0x1.9ea52416d461p-9,
        0x1.eb09a87d879d7p-10, 0x1.1997e1981cd8bp-10, 0x1.38ddfe853c157p-11, 0x1.50cf7c478fa2ep-12,
        0x1.5f60fd2c71f1dp-13, 0x1.634d355cc3dedp-14, 0x1.5c43bf667e715p-15, 0x1.4af3ab88b8f8bp-16,
        0x1.30efe0ecb4069p-17, 0x1.107347b5bfe4cp-18, 0x1.d821e60c6c8dep-20, -0x1.51627ec9ac943p-12}, {
        0x1.0f840fa4014ddp-4, 0x1.0424ff9719382p-4, 0x1.c4554b7d21918p-5, 0x1.5dd69260abfabp-5,
        0x1.c5704da51feb6p-6, 0x1.8a493c3af74c6p-7, -0x1.40cd25d1d11acp-9, -0x1.d769ae2f96b78p-7,
        -0x1.783eb3a98e4f9p-6, -0x1.c9f6be8834b39p-6, -0x1.e57736bf6eed6p-6, -0x1.d52ab50f513fep-6,
        -0x1.a651d9fb85eeep-6, -0x1.664bb7bb08bf4p-6, -0x1.2097e111d4109p-6, -0x1.bb8009499aed5p-7,
        -0x1.462f493b70c5cp-7, -0x1.cc61f553f496bp-8, -0x1.385218c4d2be1p-8, -0x1.97eeddd705424p-9,
        -0x1.00c08c08e59b4p-9, -0x1.37c4ab8354b4cp-10, -0x1.6d750e821ab2ep-11, -0x1.9dce87f79a952p-12,
        -0x1.c4d62124e438ep-13, -0x1.df234462e2833p-14, -0x1.ea5d837cfd407p-15, -0x1.e594d6c669f68p-16,
        -0x1.d1625f8384afdp-17, -0x1.afcb8b986f659p-18, -0x1.83eebd9d6a46dp-19, -0x1.4815dccd77da5p-9}}};
  }
}

}  // namespace gelu::coefficients
