// SPDX-License-Identifier: Apache-2.0
// Elements of 16 bits in memory, 32-bit lanes in registers: the conversions of lanes.hpp, by x86
// intrinsics where the instruction set has one, by the compiler's vectors elsewhere (also NEON).
#pragma once

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace gelu::vec::lanes {

template <int W>
GELU_FN Raw<std::uint32_t, W> load16(const std::uint16_t* p) {
  using U = Raw<std::uint32_t, W>;
#if defined(__AVX512F__)
  if constexpr (W == 16)
    return (U)_mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)));
#endif
#if defined(__AVX2__)
  if constexpr (W == 8)
    return (U)_mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
#endif
  Raw<std::uint16_t, W> h;
  std::memcpy(&h, p, sizeof h);
  return __builtin_convertvector(h, U);
}
template <int W>
GELU_FN void store16(std::uint16_t* p, Raw<std::uint32_t, W> i) {
#if defined(__AVX512F__)
  if constexpr (W == 16) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), _mm512_cvtepi32_epi16((__m512i)i));
    return;
  }
#endif
  const auto h = __builtin_convertvector(i, Raw<std::uint16_t, W>);
  std::memcpy(p, &h, sizeof h);
}

/// Words 1, 3, 5, ... of a, then of b.
template <class U, int... I>
GELU_FN auto odd_words(U a, U b, std::integer_sequence<int, I...>) {
  using Words = Raw<std::uint16_t, sizeof...(I)>;
  return __builtin_shufflevector(cast<Words>(a), cast<Words>(b), (2 * I + 1)...);
}
template <int W>
GELU_FN void store16_high(std::uint16_t* p, Raw<std::uint32_t, W> a, Raw<std::uint32_t, W> b) {
  const auto words = odd_words(a, b, std::make_integer_sequence<int, 2 * W>{});
  std::memcpy(p, &words, sizeof words);
}

/// The upper halves of a as lower ones, those of b as upper ones, each rounded by the half that it
/// loses, ties to even. Only where words can be blended: seven instructions on AVX-512, nine on
/// AVX2, where vector by vector takes ten and eleven.
template <int W>
inline constexpr bool k_rounds_words =
#if defined(__AVX512BW__)
    W == 16 ||
#endif
#if defined(__AVX2__)
    W == 8 ||
#endif
    false;

template <int W>
GELU_FN Raw<std::uint32_t, W> rounded_words([[maybe_unused]] Raw<std::uint32_t, W> a,
                                            [[maybe_unused]] Raw<std::uint32_t, W> b) {
  // rest: what is lost, and 1 more where the word is odd, so that a half rounds it up.
#if defined(__AVX512BW__)
  if constexpr (W == 16) {
    constexpr __mmask32 upper = 0xaaaaaaaa;
    const __m512i one = _mm512_set1_epi16(1), x = (__m512i)a, y = (__m512i)b;
    const __m512i high = _mm512_mask_blend_epi16(upper, _mm512_srli_epi32(x, 16), y);
    const __m512i low = _mm512_mask_blend_epi16(upper, x, _mm512_slli_epi32(y, 16));
    const __m512i rest = _mm512_ternarylogic_epi32(low, high, one, 0xf8);  // low | (high & one)
    const __mmask32 up = _mm512_cmpgt_epu16_mask(rest, _mm512_set1_epi16(-0x8000));
    return (Raw<std::uint32_t, W>)_mm512_mask_add_epi16(high, up, high, one);
  }
#endif
#if defined(__AVX2__)
  if constexpr (W == 8) {
    const __m256i one = _mm256_set1_epi16(1), x = (__m256i)a, y = (__m256i)b;
    const __m256i high = _mm256_blend_epi16(_mm256_srli_epi32(x, 16), y, 0xaa);
    const __m256i low = _mm256_blend_epi16(x, _mm256_slli_epi32(y, 16), 0xaa);
    const __m256i rest = _mm256_or_si256(low, _mm256_and_si256(high, one));
    // The carry of rest + 0x7fff: an average has a bit more than its words.
    const __m256i half = _mm256_avg_epu16(rest, _mm256_set1_epi16(0x7ffe));
    return (Raw<std::uint32_t, W>)_mm256_add_epi16(high, _mm256_srli_epi16(half, 15));
  }
#endif
  return a;
}

/// W binary16 numbers to and from float lanes by F16C; false where there is no such instruction.
template <int W>
inline constexpr bool k_has_f16 =
#if defined(__AVX512F__)
    W == 16 ||
#endif
#if defined(__F16C__)
    W == 8 ||
#endif
    false;

template <int W>
GELU_FN Raw<float, W> load_f16([[maybe_unused]] const std::uint16_t* p) {
#if defined(__AVX512F__)
  if constexpr (W == 16)
    return (Raw<float, W>)_mm512_cvtph_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)));
#endif
#if defined(__F16C__)
  if constexpr (W == 8)
    return (Raw<float, W>)_mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
#endif
  return Raw<float, W>{};
}
template <int W>
GELU_FN void store_f16([[maybe_unused]] std::uint16_t* p, [[maybe_unused]] Raw<float, W> a) {
#if defined(__AVX512F__)
  if constexpr (W == 16)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), _mm512_cvtps_ph((__m512)a, 8));
#endif
#if defined(__F16C__)
  if constexpr (W == 8)
    _mm_storeu_si128(reinterpret_cast<__m128i*>(p), _mm256_cvtps_ph((__m256)a, 8));
#endif
}

}  // namespace gelu::vec::lanes
