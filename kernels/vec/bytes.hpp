// SPDX-License-Identifier: Apache-2.0
// y = table[x] for bytes, k_bytes at a time: permutes where the instruction set has them for bytes.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "kernels/vec/config.hpp"

namespace gelu::vec {

#if defined(__AVX512VBMI__)
inline constexpr int k_bytes = 64;
#elif defined(__AVX2__)
inline constexpr int k_bytes = 32;
#elif defined(__SSE4_1__)
inline constexpr int k_bytes = 16;
#else
inline constexpr int k_bytes = 1;
#endif

template <int W>
struct BytesOf {
  using type [[gnu::vector_size(W)]] = std::int8_t;
};
template <>
struct BytesOf<1> {
  using type = std::int8_t;
};
using Bytes = BytesOf<k_bytes>::type;

#if defined(__AVX512VBMI__)
/// Two permutes of 128 bytes each.
class ByteTable {
 public:
  GELU_FN explicit ByteTable(const std::uint8_t* t) {
    for (int k = 0; k < 4; ++k) part_[k] = _mm512_loadu_si512(t + 64 * k);
  }
  GELU_FN Bytes operator[](Bytes x) const {
    const auto i = (__m512i)x;
    const __m512i low = _mm512_permutex2var_epi8(part_[0], i, part_[1]);
    const __m512i high = _mm512_permutex2var_epi8(part_[2], i, part_[3]);
    return (Bytes)_mm512_mask_blend_epi8(_mm512_movepi8_mask(i), low, high);
  }

 private:
  __m512i part_[4];
};
#elif defined(__SSE4_1__)
/// 16 shuffles of 16 bytes each, and a choice among them, bit by bit of the upper half of x.
class ByteTable {
 public:
  GELU_FN explicit ByteTable(const std::uint8_t* t) : table_(t) {}
  GELU_FN Bytes operator[](Bytes x) const { return choose<8>(x, 0); }

 private:
  /// From the 2 Blocks blocks of 16 from `first` on; the sign bit of each byte says which half.
  template <int Blocks>
  GELU_FN Bytes choose(Bytes x, int first) const {
    const Bytes low = part<Blocks>(x, first), high = part<Blocks>(x, first + Blocks);
    constexpr int bit = Blocks == 8 ? 7 : Blocks == 4 ? 6 : Blocks == 2 ? 5 : 4;
    return blend(low, high, shifted<7 - bit>(x));
  }
  template <int Blocks>
  GELU_FN Bytes part(Bytes x, int first) const {
    if constexpr (Blocks == 1) {
      return shuffle(table_ + 16 * first, x & 15);
    } else {
      return choose<Blocks / 2>(x, first);
    }
  }
#if defined(__AVX2__)
  GELU_FN static Bytes shuffle(const std::uint8_t* t, Bytes i) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(t));
    return (Bytes)_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(block), (__m256i)i);
  }
  GELU_FN static Bytes blend(Bytes low, Bytes high, Bytes sign) {
    return (Bytes)_mm256_blendv_epi8((__m256i)low, (__m256i)high, (__m256i)sign);
  }
  /// Bit 7 - K of each byte becomes its sign.
  template <int K>
  GELU_FN static Bytes shifted(Bytes x) {
    return (Bytes)_mm256_slli_epi16((__m256i)x, K);
  }
#else
  GELU_FN static Bytes shuffle(const std::uint8_t* t, Bytes i) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(t));
    return (Bytes)_mm_shuffle_epi8(block, (__m128i)i);
  }
  GELU_FN static Bytes blend(Bytes low, Bytes high, Bytes sign) {
    return (Bytes)_mm_blendv_epi8((__m128i)low, (__m128i)high, (__m128i)sign);
  }
  template <int K>
  GELU_FN static Bytes shifted(Bytes x) {
    return (Bytes)_mm_slli_epi16((__m128i)x, K);
  }
#endif

  const std::uint8_t* table_;
};
#else
class ByteTable {
 public:
  GELU_FN explicit ByteTable(const std::uint8_t* t) : table_(t) {}
  GELU_FN Bytes operator[](Bytes x) const {
    return static_cast<Bytes>(table_[static_cast<std::uint8_t>(x)]);
  }

 private:
  const std::uint8_t* table_;
};
#endif

}  // namespace gelu::vec
