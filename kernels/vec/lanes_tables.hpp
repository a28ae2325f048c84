// SPDX-License-Identifier: Apache-2.0
// Tables for lanes.hpp: gathers and permutes where the instruction set has them, a loop elsewhere.
#pragma once

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace gelu::vec::lanes {

template <class T, int W>
GELU_FN Raw<T, W> gather(const T* p, Raw<Word<T>, W> i) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_i32gather_ps((__m512i)i, p, 4);
  if constexpr (!f && bytes == 64) return (R)_mm512_i64gather_pd((__m512i)i, p, 8);
#endif
#if defined(__AVX2__)
  if constexpr (f && bytes == 32) return (R)_mm256_i32gather_ps(p, (__m256i)i, 4);
  if constexpr (!f && bytes == 32) return (R)_mm256_i64gather_pd(p, (__m256i)i, 8);
#endif
  R r;
  for (int k = 0; k < W; ++k) r[k] = p[i[k]];
  return r;
}

#if defined(__AVX2__)
/// One of two vectors per lane, by bit B of the index.
template <int B>
GELU_FN __m256 blend_by_bit(__m256 low, __m256 high, __m256i i) {
  return _mm256_blendv_ps(low, high, _mm256_castsi256_ps(_mm256_slli_epi32(i, 31 - B)));
}
GELU_FN __m256 lookup16_avx2(const float* t, __m256i i) {
  return blend_by_bit<3>(_mm256_permutevar8x32_ps(_mm256_loadu_ps(t), i),
                         _mm256_permutevar8x32_ps(_mm256_loadu_ps(t + 8), i), i);
}
#endif
#if defined(__AVX512F__)
GELU_FN __m512d lookup16_avx512(const double* t, __m512i i) {
  return _mm512_permutex2var_pd(_mm512_loadu_pd(t), i, _mm512_loadu_pd(t + 8));
}
#endif

template <class T, int W>
GELU_FN Raw<T, W> lookup8(const T* t, Raw<Word<T>, W> i) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64)
    return (R)_mm512_permutexvar_ps((__m512i)i, _mm512_broadcast_f32x8(_mm256_loadu_ps(t)));
  if constexpr (!f && bytes == 64) return (R)_mm512_permutexvar_pd((__m512i)i, _mm512_loadu_pd(t));
#endif
#if defined(__AVX2__)
  if constexpr (f && bytes == 32)
    return (R)_mm256_permutevar8x32_ps(_mm256_loadu_ps(t), (__m256i)i);
#endif
  return gather<T, W>(t, i & Word<T>{7});
}

template <class T, int W>
GELU_FN Raw<T, W> lookup16(const T* t, Raw<Word<T>, W> i) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_permutexvar_ps((__m512i)i, _mm512_loadu_ps(t));
  if constexpr (!f && bytes == 64) return (R)lookup16_avx512(t, (__m512i)i);
#endif
#if defined(__AVX2__)
  if constexpr (f && bytes == 32) return (R)lookup16_avx2(t, (__m256i)i);
#endif
  return gather<T, W>(t, i & Word<T>{15});
}

template <class T, int W>
GELU_FN Raw<T, W> lookup32(const T* t, Raw<Word<T>, W> i) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64)
    return (R)_mm512_permutex2var_ps(_mm512_loadu_ps(t), (__m512i)i, _mm512_loadu_ps(t + 16));
  if constexpr (!f && bytes == 64)
    return (R)_mm512_mask_blend_pd(_mm512_test_epi64_mask((__m512i)i, _mm512_set1_epi64(16)),
                                   lookup16_avx512(t, (__m512i)i),
                                   lookup16_avx512(t + 16, (__m512i)i));
#endif
#if defined(__AVX2__)
  if constexpr (f && bytes == 32)
    return (R)blend_by_bit<4>(lookup16_avx2(t, (__m256i)i), lookup16_avx2(t + 16, (__m256i)i),
                              (__m256i)i);
#endif
  return gather<T, W>(t, i & Word<T>{31});
}

}  // namespace gelu::vec::lanes
