// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>

#include "kernels/method.hpp"

namespace gelu::methods {

/// y = x. The roof of memory: what loading and storing alone costs, with vectors as wide as the
/// backend's. Bits are moved, never converted, so every dtype and every NaN passes unchanged.
struct copy {
  static constexpr About about{.name = "copy", .formula = Formula::copy};

  template <class V, class S>
  GELU_FN static void forward_array(const S* x, S* y, std::size_t n) {
    // memcpy of a constant size becomes one load and one store; of a variable size, a library call,
    // which would not be this instruction set any more.
    constexpr std::size_t vector = V::size * sizeof(typename V::value_type);
    constexpr std::size_t w = (V::batch > V::size ? 64 : vector) / sizeof(S);
    std::size_t i = 0;
    for (; i + w <= n; i += w) {
      S block[w];
      std::memcpy(block, x + i, sizeof block);
      std::memcpy(y + i, block, sizeof block);
    }
    for (; i < n; ++i) {  // S may be misaligned: never by assignment
      S one;
      std::memcpy(&one, x + i, sizeof one);
      std::memcpy(y + i, &one, sizeof one);
    }
  }
};

}  // namespace gelu::methods
