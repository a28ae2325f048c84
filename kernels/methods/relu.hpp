// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>

#include "kernels/method.hpp"
#include "kernels/storage.hpp"

namespace gelu::methods {

/// max(x, 0): the roof of every activation, one operation between load and store. -0 and NaN pass.
/// The derivative is 0 at 0, as in every framework; NaN where x is NaN.
struct relu {
  static constexpr About about{.name = "relu",
                               .formula = Formula::relu,
                               .dtypes = k_all_dtypes | bit(Dtype::f32_bf16),
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    return max(V(0), x);
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return select(x > V(0), V(1), select(x <= V(0), V(0), x));
  }

  /// A 16-bit type needs no arithmetic: the negative numbers, -inf included, -0 and NaN not, are
  /// one range of encodings. A roof must not pay for conversions.
  template <class V, class S>
  requires(sizeof(S) == 2) GELU_FN static void forward_array(const S* x, S* y, std::size_t n) {
    constexpr std::size_t w = V::batch == 1 ? 1 : V::size == 1 ? 8 : 2 * V::size;
    using Words [[gnu::vector_size(2 * w)]] = std::int16_t;
    for (std::size_t i = 0; i < n; i += w) {
      const std::size_t bytes = 2 * (n - i < w ? n - i : w);
      Words b = {};
      if (bytes == sizeof b) {  // constant sizes become moves
        std::memcpy(&b, x + i, sizeof b);
      } else {
        std::memcpy(&b, x + i, bytes);
      }
      b = ((b > std::int16_t{-0x8000}) & (b <= k_minus_infinity<S>)) ? Words{} : b;
      if (bytes == sizeof b) {
        std::memcpy(y + i, &b, sizeof b);
      } else {
        std::memcpy(y + i, &b, bytes);
      }
    }
  }

 private:
  template <class S>
  static constexpr std::int16_t k_minus_infinity =
      Storage<S>::dtype == Dtype::f16 ? -0x0400 : -0x0080;
};

}  // namespace gelu::methods
