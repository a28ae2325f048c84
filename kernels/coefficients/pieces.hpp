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
        -0x1.99454ap-2F, -0x1.87c874p-2F, -0x1.5c2716p-2F, -0x1.1df688p-2F,
        -0x1.b234b6p-3F, -0x1.30b23ep-3F, -0x1.8b42bcp-4F, -0x1.d9ee4p-5F,
        -0x1.069f18p-5F, -0x1.0d05dep-6F, -0x1.fd701ap-8F, -0x1.bdd61ap-9F,
        -0x1.68a34p-10F, -0x1.0da2bcp-11F, -0x1.74ab4p-13F, -0x1.8ab004p-11F}, {
        0x1.ca05dap-7F, 0x1.b82b22p-5F, 0x1.870912p-4F, 0x1.e18b4p-4F,
        0x1.e71e58p-4F, 0x1.aae8ep-4F, 0x1.4beccap-4F, 0x1.cfbc5cp-5F,
        0x1.2541aap-5F, 0x1.5166aap-6F, 0x1.624ee6p-7F, 0x1.5464e8p-8F,
        0x1.2bb742p-9F, 0x1.e45d1ep-11F, 0x1.678c42p-12F, -0x1.3c8a0ep-8F}}};
  } else {
    return Pieces<double, 16, 3>{0x1.2p-2, {{
        0x1.0000c0eaeda96p-1, 0x1.8e99ff5822d2fp-2, 0x1.25c5e3c3b41c1p-2, 0x1.98616b0f2eb1fp-3,
        0x1.0ad7da0f9b0b9p-3, 0x1.46f68712ec84dp-4, 0x1.76d04e5c4ac56p-5, 0x1.91424b2470bf6p-6,
        0x1.90924f21d3612p-7, 0x1.746e3d88c8d7ap-8, 0x1.42297a541b29dp-9, 0x1.030e4e7d71803p-10,
        0x1.8301be4097acp-12, 0x1.0c5d29334fb11p-13, 0x1.595675c2cbdcp-15, 0}, {
        -0x1.99454a676b6ccp-2, -0x1.87c873916df1ap-2, -0x1.5c27165141edfp-2, -0x1.1df687c82cf65p-2,
        -0x1.b234b6acde6ebp-3, -0x1.30b23d22409fbp-3, -0x1.8b42bb75ef9dcp-4, -0x1.d9ee40742bc07p-5,
        -0x1.069f18b6c0542p-5, -0x1.0d05dd0ad2537p-6, -0x1.fd70197194885p-8, -0x1.bdd61a5e2780dp-9,
        -0x1.68a34038dedf1p-10, -0x1.0da2bb73cc76bp-11, -0x1.74ab3fe68147dp-13, -0x1.8ab003769298fp-11}, {
        0x1.ca05d9c7da1ecp-7, 0x1.b82b21ec49553p-5, 0x1.870911986d60dp-4, 0x1.e18b40f31cd03p-4,
        0x1.e71e57fd46de8p-4, 0x1.aae8e09c444cdp-4, 0x1.4becc98b89f0ep-4, 0x1.cfbc5bb71c723p-5,
        0x1.2541aaa990985p-5, 0x1.5166aab805ce8p-6, 0x1.624ee54ece8e9p-7, 0x1.5464e773d97ebp-8,
        0x1.2bb742a31233dp-9, 0x1.e45d1e655c89bp-11, 0x1.678c41534120fp-12, -0x1.3c8a0d187ade4p-8}}};
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
        -0x1.988466p-2F, -0x1.9286f4p-2F, -0x1.81147cp-2F, -0x1.65aa68p-2F,
        -0x1.42886cp-2F, -0x1.1a6282p-2F, -0x1.e01332p-3F, -0x1.8c33ep-3F,
        -0x1.3d7718p-3F, -0x1.edf0fep-4F, -0x1.7512fcp-4F, -0x1.1194a6p-4F,
        -0x1.858fc4p-5F, -0x1.0d483p-5F, -0x1.69713ap-6F, -0x1.d70598p-7F,
        -0x1.29fa44p-7F, -0x1.6e09d4p-8F, -0x1.b48e5cp-9F, -0x1.f980d2p-10F,
        -0x1.1c267ep-10F, -0x1.36269ap-11F, -0x1.48ad0cp-12F, -0x1.522b3p-13F,
        -0x1.51ceb6p-14F, -0x1.479fbp-15F, -0x1.347f6ap-16F, -0x1.1a0844p-17F,
        -0x1.f4a9e2p-19F, -0x1.af73f8p-20F, -0x1.68fc9cp-21F, -0x1.65df46p-17F}, {
        0x1.dd42a4p-17F, 0x1.143b6cp-5F, 0x1.084602p-4F, 0x1.703902p-4F,
        0x1.bacb26p-4F, 0x1.e4ac8p-4F, 0x1.ee7cd2p-4F, 0x1.dc39d6p-4F,
        0x1.b4376cp-4F, 0x1.7de3c6p-4F, 0x1.4099e8p-4F, 0x1.02b5d6p-4F,
        0x1.920b78p-5F, 0x1.2d34fap-5F, 0x1.b39b4p-6F, 0x1.3044fep-6F,
        0x1.9adeaep-7F, 0x1.0c4a9p-7F, 0x1.5303fep-8F, 0x1.9ea524p-9F,
        0x1.eb09a8p-10F, 0x1.1997e2p-10F, 0x1.38ddfep-11F, 0x1.50cf7cp-12F,
        0x1.5f60fep-13F, 0x1.634d36p-14F, 0x1.5c43cp-15F, 0x1.4af3acp-16F,
        0x1.30efep-17F, 0x1.107348p-18F, 0x1.d821e6p-20F, -0x1.51627ep-12F}, {
        0x1.0f841p-4F, 0x1.0425p-4F, 0x1.c4554cp-5F, 0x1.5dd692p-5F,
        0x1.c5704ep-6F, 0x1.8a493cp-7F, -0x1.40cd26p-9F, -0x1.d769aep-7F,
        -0x1.783eb4p-6F, -0x1.c9f6bep-6F, -0x1.e57736p-6F, -0x1.d52ab6p-6F,
        -0x1.a651dap-6F, -0x1.664bb8p-6F, -0x1.2097e2p-6F, -0x1.bb800ap-7F,
        -0x1.462f4ap-7F, -0x1.cc61f6p-8F, -0x1.385218p-8F, -0x1.97eedep-9F,
        -0x1.00c08cp-9F, -0x1.37c4acp-10F, -0x1.6d750ep-11F, -0x1.9dce88p-12F,
        -0x1.c4d622p-13F, -0x1.df2344p-14F, -0x1.ea5d84p-15F, -0x1.e594d6p-16F,
        -0x1.d1626p-17F, -0x1.afcb8cp-18F, -0x1.83eebep-19F, -0x1.4815dcp-9F}}};
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
        -0x1.9884652e7d298p-2, -0x1.9286f4c998c17p-2, -0x1.81147b040573bp-2, -0x1.65aa6832d680cp-2,
        -0x1.42886bafc44e2p-2, -0x1.1a628147f4aecp-2, -0x1.e01331de359c3p-3, -0x1.8c33df99bb29fp-3,
        -0x1.3d7717b6f385p-3, -0x1.edf0fd724ace9p-4, -0x1.7512fb7b222c9p-4, -0x1.1194a66389dc9p-4,
        -0x1.858fc365afeacp-5, -0x1.0d48304d80236p-5, -0x1.6971394e3f969p-6, -0x1.d7059893ed7aep-7,
        -0x1.29fa445ae71f1p-7, -0x1.6e09d36d68aeep-8, -0x1.b48e5caf7ba8bp-9, -0x1.f980d2c29bf51p-10,
        -0x1.1c267da4a565dp-10, -0x1.362699c042321p-11, -0x1.48ad0c909d61ep-12, -0x1.522b3046bcb5bp-13,
        -0x1.51ceb61833c86p-14, -0x1.479fb0cc2e07ep-15, -0x1.347f6aee09ee4p-16, -0x1.1a0844244acdp-17,
        -0x1.f4a9e17c67b94p-19, -0x1.af73f8a10dca1p-20, -0x1.68fc9cf94ba45p-21, -0x1.65df45adde52dp-17}, {
        0x1.dd42a34a23c73p-17, 0x1.143b6b057d24ep-5, 0x1.08460289aaffbp-4, 0x1.7039027faf669p-4,
        0x1.bacb262eeb7e1p-4, 0x1.e4ac80f71444ap-4, 0x1.ee7cd23137288p-4, 0x1.dc39d51ca5322p-4,
        0x1.b4376bdcf21b9p-4, 0x1.7de3c59d904dep-4, 0x1.4099e740b3dc2p-4, 0x1.02b5d6252eaebp-4,
        0x1.920b7760f8478p-5, 0x1.2d34f959f73abp-5, 0x1.b39b3fe7b31c1p-6, 0x1.3044fd8eca0dbp-6,
        0x1.9adead3e66cffp-7, 0x1.0c4a9067f78a2p-7, 0x1.5303fda53afa7p-8, 0x1.9ea52416d45fcp-9,
        0x1.eb09a87d879c1p-10, 0x1.1997e1981cd94p-10, 0x1.38ddfe853c152p-11, 0x1.50cf7c478fa2bp-12,
        0x1.5f60fd2c71f18p-13, 0x1.634d355cc3de8p-14, 0x1.5c43bf667e718p-15, 0x1.4af3ab88b8f8ap-16,
        0x1.30efe0ecb406fp-17, 0x1.107347b5bfe4ap-18, 0x1.d821e60c6c8dap-20, -0x1.51627ec9ac943p-12}, {
        0x1.0f840fa3f3b27p-4, 0x1.0424ff971928bp-4, 0x1.c4554b7d21b4dp-5, 0x1.5dd69260abd4ap-5,
        0x1.c5704da51fa0ep-6, 0x1.8a493c3af7988p-7, -0x1.40cd25d1d148ap-9, -0x1.d769ae2f96fa8p-7,
        -0x1.783eb3a98e6e4p-6, -0x1.c9f6be8834a57p-6, -0x1.e57736bf6f00bp-6, -0x1.d52ab50f513cap-6,
        -0x1.a651d9fb85f19p-6, -0x1.664bb7bb08c7p-6, -0x1.2097e111d40dfp-6, -0x1.bb8009499aee1p-7,
        -0x1.462f493b70c51p-7, -0x1.cc61f553f49b8p-8, -0x1.385218c4d2bf9p-8, -0x1.97eeddd705426p-9,
        -0x1.00c08c08e59bep-9, -0x1.37c4ab8354b72p-10, -0x1.6d750e821ab21p-11, -0x1.9dce87f79a947p-12,
        -0x1.c4d62124e43a2p-13, -0x1.df234462e282bp-14, -0x1.ea5d837cfd401p-15, -0x1.e594d6c669f88p-16,
        -0x1.d1625f8384b09p-17, -0x1.afcb8b986f656p-18, -0x1.83eebd9d6a46bp-19, -0x1.4815dccd77da5p-9}}};
  }
}

}  // namespace gelu::coefficients
