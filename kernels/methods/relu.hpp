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
                               .passes = k_all_passes,
                               .together = 2};

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
    using Words [[gnu::vector_size(2 * w)]] = std::uint16_t;
    std::size_t i = 0;
    for (; i + w <= n; i += w) rectify<S, Words>(x + i, y + i, sizeof(Words));
    if (i < n) rectify<S, Words>(x + i, y + i, 2 * (n - i));
  }

 private:
  /// Constant sizes become moves.
  template <class S, class Words>
  GELU_FN static void rectify(const S* x, S* y, std::size_t bytes) {
    Words b = {};
    std::memcpy(&b, x, bytes);
    b &= (Words)(b - std::uint16_t{0x8001} >= k_negatives<S>);  // modulo 2^16
    std::memcpy(y, &b, bytes);
  }
  /// The encodings from the one after -0 to -infinity.
  template <class S>
  static constexpr std::uint16_t k_negatives = Storage<S>::dtype == Dtype::f16 ? 0x7c00 : 0x7f80;
};

}  // namespace gelu::methods
