// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/erf_cr.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

template <class T>
struct ErfCr {
  T c;           ///< 2^(-c t^2) stands before M
  T middle[16];  ///< where segment j is centred
  T likely[9][16];  ///< M around it, to 2^-35; first index: degree
  T last[14][16];  ///< the same, 2^-57
};

constexpr auto erf_cr() {
  return ErfCr<double>{0x1.7p-1,
      {0x1.40dp0, 0x1.c038p0, 0x1.2024p1, 0x1.5d38p1, 0x1.c1dp1, 0x1.1ec8p2, 0x1.607p2, 0x1.9f14p2,
0x1.014cp3, 0x1.3ffp3, 0x1.7fbcp3, 0x1.c018p3, 0x1.f8p-4, 0x1.836p-2, 0x1.3d38p-1, 0x1.befp-1},
      {{
        0x1.d68c2aa5ff265p-3, 0x1.7922e650f1fc9p-3, 0x1.37b3d9d698c9bp-3, 0x1.09e72cb2a9785p-3,
        0x1.a880086090791p-4, 0x1.50547becf0db3p-4, 0x1.107ea5734dd84p-4, 0x1.c8c231b9f11ep-5,
        0x1.6470ecd87b7bap-5, 0x1.0e6257b9e2aep-5, 0x1.a1ddd16d7c18cp-6, 0x1.4649b7ecbfbd6p-6,
        0x1.d15b581f8bd7bp-2, 0x1.83c026e6c55efp-2, 0x1.4bfc3457be733p-2, 0x1.1e6b726ab6fbbp-2},
       {
        -0x1.c658461722d88p-4, -0x1.353511cb97668p-4, -0x1.b9ddfd2d78804p-5, -0x1.4d41678c53606p-5,
        -0x1.befc07c080907p-6, -0x1.2994b50b60c7fp-6, -0x1.a07afd05ed054p-7, -0x1.3857d62f70edap-7,
        -0x1.aaff8cdad0ca5p-8, -0x1.2219271614bdcp-8, -0x1.a35fa226b66f2p-9, -0x1.3c2d695cf9e48p-9,
        -0x1.5f7385101c793p-2, -0x1.0641614ee2458p-2, -0x1.969370e8fcbefp-3, -0x1.3dab2393ecbe6p-3},
       {
        0x1.79bc8ce4e464dp-5, 0x1.bcbfd0add7b5p-6, 0x1.157780e1faa7p-6, 0x1.730c81b8c5026p-7,
        0x1.9f51f163586d8p-8, 0x1.c635608d183c3p-9, 0x1.08a7deadd8c3dp-9, 0x1.5432ca4f10bebp-10,
        0x1.78917c3d6994p-11, 0x1.9c72277cadba5p-12, 0x1.f73876d07aa76p-13, 0x1.4e8e2378c95c6p-13,
        0x1.a4c5d90bdad42p-3, 0x1.200ecb17235d7p-3, 0x1.9c681c80b65d7p-4, 0x1.290a0810d5b0ep-4},
       {
        -0x1.1d47609c7ee2ap-6, -0x1.289bf83f075bdp-7, -0x1.48ff1bd1a08a7p-8, -0x1.8becfa99ba2b7p-9,
        -0x1.79af2d638f7a4p-10, -0x1.5a80744b0a017p-11, -0x1.56413de1ff0c1p-12, -0x1.7dd238eb90998p-13,
        -0x1.59a08479c0d12p-14, -0x1.2e5e521e2ccbcp-15, -0x1.2bca9ab63f12p-16, -0x1.48fbf32a66254p-17,
        -0x1.af8a9ab0ea946p-4, -0x1.130c8a13f1755p-4, -0x1.70766f6141c8fp-5, -0x1.efae1998b695cp-6},
       {
        0x1.8c7bbb649b3d3p-8, 0x1.70b2eda544303p-9, 0x1.6f8ee3dbadb43p-10, 0x1.91a4abfd7a35cp-11,
        0x1.4a8a4dc0d6b81p-12, 0x1.0180f21270836p-13, 0x1.b414e0e5e26c5p-15, 0x1.aacc769166a29p-16,
        0x1.4222df1582a7bp-17, 0x1.d0170eb4bdd34p-19, 0x1.83783a9f88579p-20, 0x1.6a6ca777e42b2p-21,
        0x1.88cd7df56e1a6p-5, 0x1.d65c9f63b9c4bp-6, 0x1.292eaa75117a6p-6, 0x1.785aa044b4d66p-7},
       {
        -0x1.00c76c0f5e1eap-9, -0x1.af36c14fb729dp-11, -0x1.8593271ad89fep-12, -0x1.852be51d615a3p-13,
        -0x1.16c5057fd8fd4p-14, -0x1.73da4a11d225p-16, -0x1.0f8831ab09153p-17, -0x1.d41d49fd8a341p-19,
        -0x1.27cea182c6c4ep-20, -0x1.60f3dbf095ab4p-22, -0x1.f60db506ef4fbp-24, -0x1.99d16be993ce9p-25,
        -0x1.44b9fe9256d35p-6, -0x1.6f93fab82b2b4p-7, -0x1.b8a79fec09b96p-8, -0x1.082f7336ee77p-8},
       {
        0x1.38f25fa3f740dp-11, 0x1.de1bb5485eb1bp-13, 0x1.8a0fcbb758e68p-14, 0x1.69f772ec42db2p-15,
        0x1.c6a351b84a438p-17, 0x1.05a82a6c82fefp-18, 0x1.4b382eee5d617p-20, 0x1.f8e1d13ef8c27p-22,
        0x1.0bd039a0ec268p-23, 0x1.0912da050acfcp-25, 0x1.405a9f5af3798p-27, 0x1.c658e10b1673fp-29,
        0x1.ef50d1b51eea8p-8, 0x1.0a40b4675a412p-8, 0x1.3026272eb1effp-9, 0x1.5acffd4d4cab8p-10},
       {
        -0x1.6d390bb132adap-13, -0x1.fde0b4c6ff58cp-15, -0x1.8104450f57019p-16, -0x1.45fb96fdc0283p-17,
        -0x1.6f1daf01aae53p-19, -0x1.6c8fbed4ea406p-21, -0x1.9121748feb331p-23, -0x1.0e7e7940dfac2p-24,
        -0x1.ed7e2de7f5831p-27, -0x1.92753d673d3e9p-29, -0x1.9b646b13974d7p-31, -0x1.f80956abdfd27p-33,
        -0x1.61be19aeaed99p-9, -0x1.6a7475e79b3d6p-10, -0x1.8bb5a275a7e13p-11, -0x1.ae8c14a7508ap-12},
       {
        0x1.94cab2c3588bep-15, 0x1.028031bd89d0ap-16, 0x1.67f945efe5e5dp-18, 0x1.0eee24141524ap-19,
        0x1.20c4381726d63p-21, 0x1.db6a20f5daaafp-24, 0x1.db3f0950eb205p-26, 0x1.162b84f2dc822p-27,
        0x1.c71eb7b7fa311p-30, 0x1.28d5de5fad842p-32, 0x1.0197c7e8b0007p-34, 0x1.142d0b83768cep-36,
        0x1.d6e13c2114968p-11, 0x1.d42a919cc2348p-12, 0x1.ded1f1544b5d3p-13, 0x1.f71d02eeb7421p-14}},
      {{
        0x1.d68c2aa5ff265p-3, 0x1.7922e650f1fc9p-3, 0x1.37b3d9d698c9bp-3, 0x1.09e72cb2a9785p-3,
        0x1.a880086090791p-4, 0x1.50547becf0db3p-4, 0x1.107ea5734dd84p-4, 0x1.c8c231b9f11ep-5,
        0x1.6470ecd87b7bap-5, 0x1.0e6257b9e2aep-5, 0x1.a1ddd16d7c18cp-6, 0x1.4649b7ecbfbd6p-6,
        0x1.d15b581f8bd7bp-2, 0x1.83c026e6c55efp-2, 0x1.4bfc3457be733p-2, 0x1.1e6b726ab6fbbp-2},
       {
        -0x1.c658461799dc9p-4, -0x1.353511cbbac11p-4, -0x1.b9ddfd2d8f45bp-5, -0x1.4d41678c59181p-5,
        -0x1.befc07c42a0abp-6, -0x1.2994b50c06bc3p-6, -0x1.a07afd063978bp-7, -0x1.3857d62f8475bp-7,
        -0x1.aaff8ce1558e7p-8, -0x1.2219271709888p-8, -0x1.a35fa22710fcbp-9, -0x1.3c2d695d0f0a7p-9,
        -0x1.5f7385101f12ep-2, -0x1.0641614ee37c5p-2, -0x1.969370e8fde2cp-3, -0x1.3dab2393ed5b6p-3},
       {
        0x1.79bc8ce706b6fp-5, 0x1.bcbfd0ae46469p-6, 0x1.157780e224a01p-6, 0x1.730c81b734834p-7,
        0x1.9f51f1880e73bp-8, 0x1.c635607d816ccp-9, 0x1.08a7deaf54b1ep-9, 0x1.5432ca4db4928p-10,
        0x1.78917c9c1d959p-11, 0x1.9c72277cdfe48p-12, 0x1.f73876cf09bep-13, 0x1.4e8e237907f92p-13,
        0x1.a4c5d90bc23afp-3, 0x1.200ecb1738fc8p-3, 0x1.9c681c8095913p-4, 0x1.290a0810cf755p-4},
       {
        -0x1.1d475f104629ep-6, -0x1.289bf7537abe7p-7, -0x1.48ff1b39e9735p-8, -0x1.8becfa49d90e1p-9,
        -0x1.79af2136d9521p-10, -0x1.5a806feb8b453p-11, -0x1.56413be51f6aep-12, -0x1.7dd237e55df53p-13,
        -0x1.59a06ed16b73fp-14, -0x1.2e5e4bbea104dp-15, -0x1.2bca9859e28a7p-16, -0x1.48fbf2109f369p-17,
        -0x1.af8a9a8e2bd77p-4, -0x1.130c8a03bdf5cp-4, -0x1.70766f51e45afp-5, -0x1.efae198853a42p-6},
       {
        0x1.8c7bb420a38fp-8, 0x1.70b2ebdffa6f7p-9, 0x1.6f8ee2971e98ep-10, 0x1.91a4b56e474bp-11,
        0x1.4a8a11b4c913ep-12, 0x1.018107fda3993p-13, 0x1.b414d6c02826fp-15, 0x1.aacc7e2bf419cp-16,
        0x1.422246251ae0dp-17, 0x1.d01709050320bp-19, 0x1.83783d54351aap-20, 0x1.6a6ca5582fed2p-21,
        0x1.88cd7e7d901b9p-5, 0x1.d65c9e55767ecp-6, 0x1.292eab361c9cdp-6, 0x1.785aa08ab5471p-7},
       {
        -0x1.00ca3478eafc8p-9, -0x1.af3a10747b668p-11, -0x1.859548c87e86dp-12, -0x1.852d1cf5a1752p-13,
        -0x1.16cff97b94cefp-14, -0x1.73e24b62c030ap-16, -0x1.0f8bc44f7b211p-17, -0x1.d42103074099bp-19,
        -0x1.27e22a356fa5bp-20, -0x1.60ff50f807737p-22, -0x1.f61636150049bp-24, -0x1.99d56108f2fe5p-25,
        -0x1.44ba7c0358066p-6, -0x1.6f946fc581e7ap-7, -0x1.b8a8109f70edcp-8, -0x1.082fae63d39e8p-8},
       {
        0x1.38fa835e8905bp-11, 0x1.de2082068596dp-13, 0x1.8a130e6fe8b2ep-14, 0x1.69e5c5cd63e0dp-15,
        0x1.c6e3347835537p-17, 0x1.0596185b85ac8p-18, 0x1.4b439bcd42acbp-20, 0x1.f8d5691c238e2p-22,
        0x1.0c202ea282fa8p-23, 0x1.09198335ffe1p-25, 0x1.405aa59bc7622p-27, 0x1.c65ee86f17cf8p-29,
        0x1.ef4f1e1243ca3p-8, 0x1.0a42cf044989fp-8, 0x1.30236fa7aad98p-9, 0x1.5acf16579ebc3p-10},
       {
        -0x1.698494e4d8648p-13, -0x1.f97940a22687fp-15, -0x1.7e2dde4552af5p-16, -0x1.442b71cb46598p-17,
        -0x1.67cefadc8fe54p-19, -0x1.671cc8f29df95p-21, -0x1.8c6068db7df2p-23, -0x1.0bfb8dbffcf43p-24,
        -0x1.e0646f9a5d5c7p-27, -0x1.8ad8ac97cde83p-29, -0x1.95ba1a233b7bcp-31, -0x1.f2c5d30f0c98cp-33,
        -0x1.606e6d0ef9cfep-9, -0x1.693a768f68763p-10, -0x1.8a814068794ecp-11, -0x1.ad4f3d27fa833p-12},
       {
        0x1.8dff19022ee93p-15, 0x1.ffe60d491dfd7p-17, 0x1.64b2c2ac25654p-18, 0x1.1891d163789d3p-19,
        0x1.149032a85dd5ep-21, 0x1.e1c77e2e00332p-24, 0x1.d1a29e024a13ep-26, 0x1.18438aeca67f8p-27,
        0x1.a9993ef0efe19p-30, 0x1.23c6d228d146p-32, 0x1.ff24c41dd433cp-35, 0x1.10d32d56ef9d7p-36,
        0x1.d7ebb7cdd7f6dp-11, 0x1.ce8659670d9f6p-12, 0x1.e450b6577ffcp-13, 0x1.f86adf29e4771p-14},
       {
        -0x1.a38319819a60cp-17, -0x1.f27b0cde9e804p-19, -0x1.4165503a2f265p-20, -0x1.d67c214082a7fp-22,
        -0x1.9ded97cf703c5p-24, -0x1.3c384f7f8a099p-26, -0x1.0cbc38ae92db7p-28, -0x1.20e60d17e0ccbp-30,
        -0x1.74ff70fe826dfp-33, -0x1.abdfbcdce5bb1p-36, -0x1.40276f5d1682ap-38, -0x1.2950e5da551d6p-40,
        -0x1.2b495f96a9b9cp-12, -0x1.193174e521c7dp-13, -0x1.1af78ccbbce27p-14, -0x1.1abcf4641cb89p-15},
       {
        0x1.a8f24cbd778f1p-19, 0x1.d438122df5198p-21, 0x1.184c3d1672a02p-22, 0x1.7efcdbc4288f7p-24,
        0x1.2dfdb8f4fd462p-26, 0x1.969496c24705cp-29, 0x1.30feadcd7cdedp-31, 0x1.25a9a51c44217p-33,
        0x1.4344598a3af8p-36, 0x1.373c2666605f7p-39, 0x1.8eb01eb2385adp-42, 0x1.4288a9e3569e5p-44,
        0x1.697f523adb3c2p-14, 0x1.464a075d733adp-15, 0x1.3c2e6618ccd67p-16, 0x1.2fb621f3f1602p-17},
       {
        -0x1.9efa642b20432p-21, -0x1.a96258e0bd2f8p-23, -0x1.da5286545ea44p-25, -0x1.2f607d62ee51dp-26,
        -0x1.ae21e588ceb2ap-29, -0x1.008697ae926e1p-31, -0x1.5498cb9f49771p-34, -0x1.269fc72834afap-36,
        -0x1.14e4940ad37acp-39, -0x1.c19389229883bp-43, -0x1.eddb5219e1601p-46, -0x1.5c60900fcf3e6p-48,
        -0x1.a1a642fa3586ap-16, -0x1.6acbe6a182271p-17, -0x1.5325012cd60edp-18, -0x1.39b8445868762p-19},
       {
        0x1.8c342ebfccf4dp-23, 0x1.7a5b23072b2c3p-25, 0x1.897e20cef2205p-27, 0x1.d6ddac07bd653p-29,
        0x1.3389722c44056p-31, 0x1.436dfef833376p-34, 0x1.7ca923fb92b9ep-37, 0x1.275726d761b02p-39,
        0x1.e9c5a59449f14p-43, 0x1.4b664f42e0b6dp-46, 0x1.36659cd71dd74p-49, 0x1.7ca69a7b180d9p-52,
        0x1.d0ee1c0dd4b99p-18, 0x1.853ebded1c36fp-19, 0x1.5f5e86721886ep-20, 0x1.397dfd71f7f97p-21},
       {
        -0x1.6dcf5e3b36e7p-25, -0x1.445a31c4b613dp-27, -0x1.3bf5325391a7p-29, -0x1.4fa3cea87c413p-31,
        -0x1.b197ad7d6a513p-34, -0x1.79ec02efeb54dp-37, -0x1.a1a157333b5bdp-40, -0x1.19d1ad2d77be8p-42,
        -0x1.b5ccc3c6ab333p-46, -0x1.d673c911e8011p-50, -0x1.78cec13bc5817p-53, -0x1.98bc7a26e5666p-56,
        -0x1.ecf395f586e99p-20, -0x1.95e6d719bef45p-21, -0x1.580f2c1b0b99dp-22, -0x1.2be8b9306f7b3p-23}}};
}

template <class T>
struct SlopeCr {
  T likely[8][16];  ///< H around the same points, to 2^-36 (t + 1); first index: degree
  T last[14][16];  ///< the same, 2^-64
  T rests[16];     ///< what rounding took from last[0]
};

constexpr auto slope_cr() {
  return SlopeCr<double>{
      {{
        -0x1.133932b8dc07bp-2, -0x1.055fd3ae189e6p-1, -0x1.79b44681fa077p-1, -0x1.e360cfb506a6fp-1,
        -0x1.4479aea9cee0cp0, -0x1.a45e05ccc5a0bp0, -0x1.01bf3a2bdbc3cp1, -0x1.2be46b2d2cb72p1,
        -0x1.67e6bfb0e1b59p1, -0x1.a63ac97755ebap1, -0x1.d567ded2a8781p1, -0x1.f3cfed130d1b2p1,
        0x1.9f1769ae83abep-2, 0x1.d280128be27c3p-3, 0x1.3c397200e2d05p-4, -0x1.16c89c32fdd8ep-4},
       {
        -0x1.0352af48efeap-1, -0x1.df15e761446d4p-2, -0x1.c4a74017afa8p-2, -0x1.b1ee81b1bbb4bp-2,
        -0x1.99b41f90d073ap-2, -0x1.801f6b9faa2eep-2, -0x1.6595f6af2b536p-2, -0x1.4b1e63a5a3b56p-2,
        -0x1.1da5cbbc16e61p-2, -0x1.bddf71ca1875ap-3, -0x1.36a5eeb8c9d06p-3, -0x1.5b4ed8aad4ec4p-4,
        -0x1.7bf7a57254feap-1, -0x1.4f3a7126886cep-1, -0x1.317aaaaff8f7fp-1, -0x1.1ad5f98f60e7cp-1},
       {
        0x1.8fc10eae86cb3p-5, 0x1.f9ff28924006ap-6, 0x1.63bdad93546fp-6, 0x1.17b6ed019e82ap-6,
        0x1.bebdbdb045581p-7, 0x1.9b5d011dc25e9p-7, 0x1.a4f04351b53ffp-7, 0x1.bda2f2a5cc1f1p-7,
        0x1.e9ad418f4af58p-7, 0x1.09e8d34dde82ap-6, 0x1.1251a4d8af985p-6, 0x1.0c30a7b3f7c1fp-6,
        0x1.a550daf0d4ae3p-3, 0x1.21b9fe3c03a4fp-3, 0x1.a1de6c915e091p-4, 0x1.30b9ea244686fp-4},
       {
        -0x1.11ad2640a4bbbp-6, -0x1.11b7cd9c50a1p-7, -0x1.1c0c4586d0783p-8, -0x1.33fd63cb0b161p-9,
        -0x1.a393eb7e6bb35p-11, -0x1.196918f231972p-14, 0x1.b3f62d9c0b776p-13, 0x1.2d264adaeb14bp-12,
        0x1.1bf8f87e817ccp-12, 0x1.4b2ceafdce10ep-13, 0x1.90475c7750a34p-17, -0x1.18dece72c6c47p-13,
        -0x1.ac998830f1d8dp-4, -0x1.101c56b5f324p-4, -0x1.6a9949c8415b6p-5, -0x1.e3fe0ac7f335ep-6},
       {
        0x1.8c34430a782ep-8, 0x1.6ff4e5b4d217cp-9, 0x1.6daf069be455dp-10, 0x1.8d2844e897354p-11,
        0x1.3f306e5572cb7p-12, 0x1.cb2b90406eb5dp-14, 0x1.30d47b7385dfdp-15, 0x1.0a2c0df8b3fc9p-17,
        -0x1.50a99c48a169ep-17, -0x1.2232347f095ebp-16, -0x1.3984db316336ap-16, -0x1.20d8f163102cbp-16,
        0x1.88cc1647c702ap-5, 0x1.d656eed063313p-6, 0x1.2925ffdbec8e5p-6, 0x1.7842b8e6bb78cp-7},
       {
        -0x1.00d991a15b69ap-9, -0x1.af89c0c2bc34cp-11, -0x1.86352961b80fbp-12, -0x1.8678842b6bc42p-13,
        -0x1.18fd4e81f16a9p-14, -0x1.7c36e07649d1ap-16, -0x1.1d92e0f270d06p-17, -0x1.00f1f18c8da5bp-18,
        -0x1.5e74cbd145de9p-20, -0x1.7bff0b1b8363bp-22, 0x1.02c8a86541a1ep-25, 0x1.067de3c83b724p-22,
        -0x1.44be3609dede3p-6, -0x1.6f9735224a956p-7, -0x1.b8b667892cb1p-8, -0x1.083b095e790ffp-8},
       {
        0x1.3c1b1218eb7e9p-11, 0x1.e228204535ecfp-13, 0x1.8ce605e879102p-14, 0x1.6be9171916559p-15,
        0x1.cfe0e7cc9bf22p-17, 0x1.0a042ac791885p-18, 0x1.5252022be5092p-20, 0x1.061050fdb98c3p-21,
        0x1.333b6534fd876p-23, 0x1.8f45c3376169bp-25, 0x1.88df00ff09106p-26, 0x1.d8c67d1ba4497p-27,
        0x1.f125d16b4cdbap-8, 0x1.0b28b8d081d1cp-8, 0x1.310ef2ae6d8fap-9, 0x1.5bca98c38034fp-10},
       {
        -0x1.6f5fe06a402e1p-13, -0x1.fe442f7d96336p-15, -0x1.817c191c282b7p-16, -0x1.39f9ee9991695p-17,
        -0x1.7667aebb21ee4p-19, -0x1.62c159497a4ddp-21, -0x1.93610df326a4p-23, -0x1.09886617ecf6fp-24,
        -0x1.fc37a391ac31cp-27, -0x1.999f83ca1f731p-29, -0x1.f6d02ceba207cp-31, -0x1.07923788e7a5p-31,
        -0x1.5fc1e3c63f387p-9, -0x1.6d66ddbdc25aep-10, -0x1.865eec939f3cdp-11, -0x1.ac522dbff61afp-12}},
      {{
        -0x1.133932b8dc07bp-2, -0x1.055fd3ae189e6p-1, -0x1.79b44681fa077p-1, -0x1.e360cfb506a6fp-1,
        -0x1.4479aea9cee0cp0, -0x1.a45e05ccc5a0bp0, -0x1.01bf3a2bdbc3cp1, -0x1.2be46b2d2cb72p1,
        -0x1.67e6bfb0e1b59p1, -0x1.a63ac97755ebap1, -0x1.d567ded2a8781p1, -0x1.f3cfed130d1b2p1,
        0x1.9f1769ae83abep-2, 0x1.d280128be27c3p-3, 0x1.3c397200e2d05p-4, -0x1.16c89c32fdd8ep-4},
       {
        -0x1.0352af491c308p-1, -0x1.df15e7614d73p-2, -0x1.c4a74017b372cp-2, -0x1.b1ee81b1a5fdbp-2,
        -0x1.99b41f91dfe34p-2, -0x1.801f6b9f6507fp-2, -0x1.6595f6af32536p-2, -0x1.4b1e63a59fdf2p-2,
        -0x1.1da5cbbcac1fcp-2, -0x1.bddf71ca17e6dp-3, -0x1.36a5eeb8c8344p-3, -0x1.5b4ed8aad55b9p-4,
        -0x1.7bf7a5724df15p-1, -0x1.4f3a71268eae9p-1, -0x1.317aaaaff3ec1p-1, -0x1.1ad5f98f5fe5ep-1},
       {
        0x1.8fc10d1d2c7a7p-5, 0x1.f9ff279042b9fp-6, 0x1.63bdad39886e1p-6, 0x1.17b6ece6cf54cp-6,
        0x1.bebdb954a4266p-7, 0x1.9b5d003897d42p-7, 0x1.a4f04316e8fbfp-7, 0x1.bda2f294c87a9p-7,
        0x1.e9ad40bb929fp-7, 0x1.09e8d33bddd7bp-6, 0x1.1251a4d5141b7p-6, 0x1.0c30a7b326c95p-6,
        0x1.a550dad392efp-3, 0x1.21b9fe2dbcbe4p-3, 0x1.a1de6c832e77fp-4, 0x1.30b9ea1c77dbfp-4},
       {
        -0x1.11ad2239a817fp-6, -0x1.11b7cc919149ep-7, -0x1.1c0c44b78876cp-8, -0x1.33fd6a9021835p-9,
        -0x1.a3938d99308fep-11, -0x1.1969b95e88e28p-14, 0x1.b3f637d1c61d3p-13, 0x1.2d2648a45cfacp-12,
        0x1.1bf911e16d185p-12, 0x1.4b2ceb7c7539dp-13, 0x1.90475a21ae7b8p-17, -0x1.18dece64711ffp-13,
        -0x1.ac9988b14a67bp-4, -0x1.101c5632aee8fp-4, -0x1.6a994a8d2bc7dp-5, -0x1.e3fe0b129003fp-6},
       {
        0x1.8c382d01ab8c5p-8, 0x1.6ff76a117caf7p-9, 0x1.6db0c730d4655p-10, 0x1.8d296205ddc96p-11,
        0x1.3f3b4dfb7f774p-12, 0x1.cb34a481709p-14, 0x1.30d91162f6465p-15, 0x1.0a316a2c6a05fp-17,
        -0x1.5099168ae18afp-17, -0x1.2230ccd32f999p-16, -0x1.398492ff22833p-16, -0x1.20d8e115b14d7p-16,
        0x1.88cca8ecb55ap-5, 0x1.d6577ddd2fb89p-6, 0x1.292647d6f950bp-6, 0x1.7843072e0324ap-7},
       {
        -0x1.00df796bf3c93p-9, -0x1.af8d86d5611d5p-11, -0x1.8637eccf7cf2ap-12, -0x1.8668588796293p-13,
        -0x1.191dc2bf81aap-14, -0x1.7c21d213f2dd1p-16, -0x1.1d9a61b2e85b4p-17, -0x1.00ed56fb6b693p-18,
        -0x1.5eb993ca45799p-20, -0x1.7c05cf818ea02p-22, 0x1.02c7dd1ba12adp-25, 0x1.067d7467a9a07p-22,
        -0x1.44bd322ee6f7ap-6, -0x1.6f99d9df8b91cp-7, -0x1.b8b2dc694a7d6p-8, -0x1.083a6cfbe4b03p-8},
       {
        0x1.38faf7596c1d7p-11, 0x1.de2304f45f14dp-13, 0x1.8a1971cc43691p-14, 0x1.69f50ed22bbdp-15,
        0x1.c72fde5b9c2bep-17, 0x1.06516b6011cffp-18, 0x1.4ea9002eb5728p-20, 0x1.03e5baa71cc39p-21,
        0x1.2c9ae3093ab4fp-23, 0x1.8aca8aea1eccap-25, 0x1.871150dfc3537p-26, 0x1.d7f671d7c35cep-27,
        0x1.ef4f1f81c121p-8, 0x1.0a42d36d517cbp-8, 0x1.30237e151531bp-9, 0x1.5acf3ee9dc1a2p-10},
       {
        -0x1.698460e873387p-13, -0x1.f97875c791b4dp-15, -0x1.7e2c5609747adp-16, -0x1.442880d88227p-17,
        -0x1.67c4351ca5ap-19, -0x1.66f7b005d7b9bp-21, -0x1.8be9e3ca10395p-23, -0x1.0b4ddc1efeec9p-24,
        -0x1.de5430dddca49p-27, -0x1.9371567b6c4d5p-29, -0x1.f3d090634c694p-31, -0x1.066566091c371p-31,
        -0x1.606e69b9ce632p-9, -0x1.693a6fe89b28ap-10, -0x1.8a81332829eeap-11, -0x1.ad4f22d108304p-12},
       {
        0x1.8dff17efc76e7p-15, 0x1.ffe6075ab9afp-17, 0x1.64b2b39f60344p-18, 0x1.1891ad7bacefp-19,
        0x1.148f7faca6e66p-21, 0x1.e1c0ba210a8abp-24, 0x1.d183a4eb0fc9p-26, 0x1.180070351c542p-27,
        0x1.a7667715e57a6p-30, 0x1.1b8be8f7aaecep-32, 0x1.ca74f138d6d12p-35, 0x1.9c6bc94b0cdd6p-37,
        0x1.d7ebb7cc246a9p-11, 0x1.ce86595c99c85p-12, 0x1.e450b6355100cp-13, 0x1.f86adec9cf0e5p-14},
       {
        -0x1.a38319e0e5d8dp-17, -0x1.f27b0e505c6dp-19, -0x1.416552ff74a61p-20, -0x1.d67c2bc8a006ep-22,
        -0x1.9dedbd84d662p-24, -0x1.3c38cbde33bf8p-26, -0x1.0cbda7d340209p-28, -0x1.20e9a96a856ffp-30,
        -0x1.75002cc39722ep-33, -0x1.aada189c4bd84p-36, -0x1.38b5fd5797497p-38, -0x1.039c119ef1014p-40,
        -0x1.2b495f99bc2aap-12, -0x1.193174eb42ad6p-13, -0x1.1af78cd7efb47p-14, -0x1.1abcf47c5370cp-15},
       {
        0x1.a8f24cbf654b1p-19, 0x1.d43812389c2ep-21, 0x1.184c3d31695e5p-22, 0x1.7efcdc447050fp-24,
        0x1.2dfdbb707ed3ap-26, 0x1.9694ae8a5001cp-29, 0x1.30ff19253e746p-31, 0x1.25ab6e44b215cp-33,
        0x1.4352c713f7ceap-36, 0x1.37a0840f758e9p-39, 0x1.90df3a27c1eadp-42, 0x1.46509a402be0fp-44,
        0x1.697f523adcc4bp-14, 0x1.464a075d7ca64p-15, 0x1.3c2e6618eba28p-16, 0x1.2fb621f447e6cp-17},
       {
        -0x1.9efa642a9484ap-21, -0x1.a96258dea2173p-23, -0x1.da52864c5b11cp-25, -0x1.2f607d53db082p-26,
        -0x1.ae21e51f6b8dcp-29, -0x1.008696636b049p-31, -0x1.5498c4b587d6dp-34, -0x1.269fb99eb6aedp-36,
        -0x1.14e4dd7c45428p-39, -0x1.c1a4d9e0ef33p-43, -0x1.eeae16c0fd6fbp-46, -0x1.6021636be02f7p-48,
        -0x1.a1a642fa30fecp-16, -0x1.6acbe6a1791e4p-17, -0x1.5325012cc4174p-18, -0x1.39b8445844d8cp-19},
       {
        0x1.8c342ebfca29p-23, 0x1.7a5b23071bc1cp-25, 0x1.897e20cea4476p-27, 0x1.d6ddac064c209p-29,
        0x1.338972252a6eep-31, 0x1.436dfeb4e1232p-34, 0x1.7ca921a499ffp-37, 0x1.27571d0e188b9p-39,
        0x1.e9c50dc90682cp-43, 0x1.4b6285dd82e08p-46, 0x1.3654436805403p-49, 0x1.7c960aaac4216p-52,
        0x1.d0ee1c0dd4b76p-18, 0x1.853ebded1c294p-19, 0x1.5f5e8672185a3p-20, 0x1.397dfd71f77bep-21},
       {
        -0x1.6dcf5e3b3791dp-25, -0x1.445a31c4b8a2dp-27, -0x1.3bf532539b4f2p-29, -0x1.4fa3cea8a01p-31,
        -0x1.b197ad7e6003ep-34, -0x1.79ec02f591571p-37, -0x1.a1a1574e08fcdp-40, -0x1.19d1ad4ae127cp-42,
        -0x1.b5ccbe7097cp-46, -0x1.d672f3f05bc3ep-50, -0x1.78c5bd5238edap-53, -0x1.9871b2d4e69fcp-56,
        -0x1.ecf395f586ef2p-20, -0x1.95e6d719beff6p-21, -0x1.580f2c1b0bafep-22, -0x1.2be8b9306fa6dp-23}},
      {
        -0x1.cb106cbb9903fp-56, 0x1.e204b8e0ed018p-56, 0x1.7f2870408e3f7p-55, 0x1.4c5d38404f595p-56,
        -0x1.1c183e283462cp-55, -0x1.cc9a5a5f0ab3ep-55, 0x1.50cbf39526157p-54, -0x1.e0d9270d8865ap-53,
        -0x1.5ba50f63da36ap-56, 0x1.1369c5a3ba009p-55, -0x1.ee8831ef39a1ep-54, -0x1.838d49537c877p-53,
        -0x1.925fc57ab8c1fp-56, -0x1.21b31b5f1b985p-58, -0x1.7055ad59af97bp-58, 0x1.57ffdedb4fa1p-63}};
}

}  // namespace gelu::coefficients
