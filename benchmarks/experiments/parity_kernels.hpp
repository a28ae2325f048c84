// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/kernel.hpp"

namespace gelu::parity {

/// A method of the library, written again by hand: f32 forward, AVX-512.
struct ByHand {
  const char* method;
  Forward run;
};

// No template of a library crosses this border: the object is built for AVX-512.
inline constexpr int k_methods = 3;
const ByHand* by_hand();

}  // namespace gelu::parity
