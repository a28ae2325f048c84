// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>

#include "kernels/method.hpp"
#include "kernels/vec/scalar.hpp"

namespace gelu::methods {

/// y = x. The roof of memory: what loading and storing alone costs, with vectors as wide as the
/// backend's. Bits are moved, never converted, so every dtype and every NaN passes unchanged.
struct copy {
  static constexpr About about{.name = "copy",
                               .formula = Formula::copy,
                               .dtypes = k_all_dtypes | bit(Dtype::f32_bf16),
                               .together = 2};

  /// Where the types of input and output differ: the conversion.
  template <class V>
  GELU_FN static V forward(V x) {
    return x;
  }

  template <class V, class S>
  GELU_FN static void forward_array(const S* x, S* y, std::size_t n) {
    using T = typename V::value_type;
    constexpr std::size_t w = sizeof(T) * V::size / sizeof(S);
    std::size_t i = 0;
    for (; i + w <= n; i += w) {  // a whole vector, whatever it holds: memcpy would take halves
      vec::store(reinterpret_cast<T*>(y + i), vec::load<V>(reinterpret_cast<const T*>(x + i)));
    }
    for (; i < n; ++i) {  // S may be misaligned: never by assignment
      S one;
      std::memcpy(&one, x + i, sizeof one);
      std::memcpy(y + i, &one, sizeof one);
    }
  }
};

}  // namespace gelu::methods
