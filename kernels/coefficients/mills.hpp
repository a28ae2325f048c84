// SPDX-License-Identifier: Apache-2.0
// Printed by scripts/sollya/mills.sollya: change that, not this.
// clang-format off
#pragma once

#include "kernels/math/polynomial.hpp"

namespace gelu::coefficients {

/// Q on t <= 15 (float), 39 (double)
template <class T>
constexpr auto mills_ratio() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 10>{{
        0x1.e94a06p-1F, -0x1.98d062p0F, 0x1.ba65c2p0F, -0x1.09bf1p0F,
        0x1.bad8cp-5F, 0x1.6350b6p-2F, -0x1.40b32cp-4F, -0x1.2ff622p-3F,
        0x1.d0f62ep-6F, 0x1.cdc4fep-5F}};
  } else {
    return math::Poly<double, 24>{{
        0x1.e94a05af4b215p-1, -0x1.98d060c7a3769p0, 0x1.ba65e5abb060ep0, -0x1.09bfcc92b8b26p0,
        0x1.ba1a8014555b3p-5, 0x1.63b94b50b670bp-2, -0x1.3b45859bf80b5p-4, -0x1.3ada3bc7dd42ap-3,
        0x1.59a65730edca5p-6, 0x1.59349dd597fddp-4, 0x1.cceb3646e3837p-7, -0x1.62bca65d1a90cp-5,
        -0x1.d326583c89239p-6, 0x1.8d0a0c5921f5ap-7, 0x1.a5228ba2186c1p-6, 0x1.132905e4caee7p-7,
        -0x1.7eba58e0f61f8p-7, -0x1.cb024589ce6b6p-7, -0x1.423292aca4068p-8, 0x1.77325dc050ab3p-8,
        0x1.40bdebc23d6aap-6, 0x1.ec0cc34c6ca66p-11, -0x1.b64ba192ca641p-6, 0x1.b33ccf599f57p-7}};
  }
}

/// G on the same ranges
template <class T>
constexpr auto mills_slope() {
  if constexpr (sizeof(T) == 4) {
    return math::Poly<float, 11>{{
        0x1p-3F, -0x1.d88454p-1F, 0x1.000016p0F, -0x1.20b24p0F,
        0x1.7d658ep-1F, -0x1.8c7e8cp-3F, -0x1.22598cp-4F, 0x1.ac55cap-6F,
        0x1.b4a62p-5F, -0x1.6457bap-5F, 0x1.511c1ep-7F}};
  } else {
    return math::Poly<double, 24>{{
        0x1p-3, -0x1.d884533d4364fp-1, 0x1.ffffffffffe98p-1, -0x1.20b06efc561a4p0,
        0x1.7d3e440d4855ap-1, -0x1.88958054a490fp-3, -0x1.41c9f2f70e26ap-4, 0x1.7a45fe2fe4024p-5,
        0x1.40d4aa7db649dp-6, -0x1.2391027b27ea4p-7, -0x1.fde0f0658af69p-8, 0x1.23fcf8d61baedp-9,
        -0x1.19ec31831aeacp-8, 0x1.4cec9ca37d4aap-6, -0x1.7727d71576a02p-5, 0x1.5cb131935db61p-4,
        -0x1.0968ad424566ep-3, 0x1.3e8afa4bb0d5bp-3, -0x1.2ab5ab62f8031p-3, 0x1.ac0d50898e875p-4,
        -0x1.c00f7fb900344p-5, 0x1.3fb07ede7a715p-6, -0x1.144e3edcb4742p-8, 0x1.b373eb1a33704p-12}};
  }
}

}  // namespace gelu::coefficients
