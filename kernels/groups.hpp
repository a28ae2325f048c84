// SPDX-License-Identifier: Apache-2.0
// How the vectors of one step of the CPU's loops are loaded and stored: two at a time where that
// saves moving 16-bit words about.
#pragma once

#include "kernels/storage.hpp"

namespace gelu {

/// Whether words of a 16-bit type are taken as halves of V's integers, two vectors to a load, one
/// word of each pair in each: where V has no instruction for them.
template <class V, class S>
inline constexpr bool k_paired = sizeof(S) == 2 && vec::lane_vector<V> &&
                                 !(std::is_same_v<S, F16> && storage::has_f16_hardware<V>);

/// Vectors from p on; of paired ones, the even elements of two, then the odd ones.
template <class V, class S, std::size_t N>
GELU_FN void load_group(const S* p, V (&out)[N]) {
  if constexpr (N == 1 || !k_paired<V, S>) {
    for (std::size_t k = 0; k < N; ++k) out[k] = load_as<V>(p + k * V::size);
  } else {
    using Int = typename V::Int;
    for (std::size_t k = 0; k < N; k += 2) {
      const Int words = bits(vec::load<V>(reinterpret_cast<const float*>(p + k * V::size)));
      if constexpr (std::is_same_v<S, BF16>) {
        out[k] = from_bits<V>(shl<16>(words));
        out[k + 1] = from_bits<V>(words & Int(-0x10000));
      } else {
        out[k] = storage::widen_f16<V>(words & Int(0xffff));
        out[k + 1] = storage::widen_f16<V>(shr<16>(words));
      }
    }
  }
}

/// The inverse, rounded to S, ties to even, unless they are numbers of S already (`exact`). A NaN
/// that comes of bfloat16 has a lower half of zeros, which no arithmetic changes. Vectors that were
/// loaded from f32 are in the order of the elements.
template <class From, bool exact, class V, class S, std::size_t N>
GELU_FN void store_group(S* p, const V (&a)[N]) {
  if constexpr (N == 1 || !k_paired<V, S>) {
    for (std::size_t k = 0; k < N; ++k) store_as(p + k * V::size, a[k]);
  } else if constexpr (!std::is_same_v<From, S>) {
    for (std::size_t k = 0; k < N; k += 2)
      vec::store16_high<V>(reinterpret_cast<std::uint16_t*>(p + k * V::size),
                           storage::rounded_or_nan_bf16(a[k]),
                           storage::rounded_or_nan_bf16(a[k + 1]));
  } else {
    using Int = typename V::Int;
    for (std::size_t k = 0; k < N; k += 2) {
      Int words;
      if constexpr (std::is_same_v<S, F16>) {
        words = storage::narrow_f16(a[k]) | shl<16>(storage::narrow_f16(a[k + 1]));
      } else if constexpr (exact) {
        words = shr<16>(bits(a[k])) | (bits(a[k + 1]) & Int(-0x10000));
      } else {
        words = storage::rounded_words_bf16(a[k], a[k + 1]);
      }
      vec::store(reinterpret_cast<float*>(p + k * V::size), from_bits<V>(words));
    }
  }
}

}  // namespace gelu
