// SPDX-License-Identifier: Apache-2.0
// The operations of lanes.hpp for which the compiler's vector types have no spelling: x86
// intrinsics where the instruction set has one, a loop over the lanes elsewhere (also NEON).
#pragma once

#if defined(__SSE2__)
#include <immintrin.h>
#endif
#if defined(__ARM_NEON)
#include <arm_neon.h>
#endif

namespace gelu::vec::lanes {

#if defined(__AVX512F__)
inline constexpr bool k_avx512 = true;
#else
inline constexpr bool k_avx512 = false;
#endif

template <class T, int W>
inline constexpr bool k_has_scalef = k_avx512 && sizeof(T) * W == 64;

template <class T, int W>
GELU_FN Raw<T, W> fma(Raw<T, W> a, Raw<T, W> b, Raw<T, W> c) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
  if constexpr (!f && bytes == 64) return (R)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
#endif
#if defined(__FMA__)
  if constexpr (f && bytes == 32) return (R)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c);
  if constexpr (!f && bytes == 32) return (R)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
#endif
#if defined(__ARM_NEON) && defined(__aarch64__)
  if constexpr (f && bytes == 16)
    return (R)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b);
  if constexpr (!f && bytes == 16)
    return (R)vfmaq_f64((float64x2_t)c, (float64x2_t)a, (float64x2_t)b);
#endif
  return a * b + c;
}

// MINPS and MAXPS give the second operand when unordered or both zero, as the vocabulary says.
template <class T, int W>
GELU_FN Raw<T, W> min(Raw<T, W> a, Raw<T, W> b) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_min_ps((__m512)a, (__m512)b);
  if constexpr (!f && bytes == 64) return (R)_mm512_min_pd((__m512d)a, (__m512d)b);
#endif
#if defined(__AVX__)
  if constexpr (f && bytes == 32) return (R)_mm256_min_ps((__m256)a, (__m256)b);
  if constexpr (!f && bytes == 32) return (R)_mm256_min_pd((__m256d)a, (__m256d)b);
#endif
#if defined(__SSE2__)
  if constexpr (f && bytes == 16) return (R)_mm_min_ps((__m128)a, (__m128)b);
  if constexpr (!f && bytes == 16) return (R)_mm_min_pd((__m128d)a, (__m128d)b);
#endif
  return a < b ? a : b;
}
template <class T, int W>
GELU_FN Raw<T, W> max(Raw<T, W> a, Raw<T, W> b) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_max_ps((__m512)a, (__m512)b);
  if constexpr (!f && bytes == 64) return (R)_mm512_max_pd((__m512d)a, (__m512d)b);
#endif
#if defined(__AVX__)
  if constexpr (f && bytes == 32) return (R)_mm256_max_ps((__m256)a, (__m256)b);
  if constexpr (!f && bytes == 32) return (R)_mm256_max_pd((__m256d)a, (__m256d)b);
#endif
#if defined(__SSE2__)
  if constexpr (f && bytes == 16) return (R)_mm_max_ps((__m128)a, (__m128)b);
  if constexpr (!f && bytes == 16) return (R)_mm_max_pd((__m128d)a, (__m128d)b);
#endif
  return a > b ? a : b;
}

/// min(|a|, c): one operation on AVX-512.
template <class T, int W>
GELU_FN Raw<T, W> min_abs(Raw<T, W> a, Raw<T, W> c) {
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512DQ__)
  // 2: the smaller magnitude; 2 << 2: with the sign cleared.
  if constexpr (sizeof(T) == 4 && sizeof a == 64)
    return (R)_mm512_range_ps((__m512)a, (__m512)c, 2 | 2 << 2);
  if constexpr (sizeof(T) == 8 && sizeof a == 64)
    return (R)_mm512_range_pd((__m512d)a, (__m512d)c, 2 | 2 << 2);
#endif
  const Raw<Word<T>, W> sign = Raw<Word<T>, W>{} + (Word<T>{1} << (8 * sizeof(T) - 1));
  return min<T, W>(cast<R>(cast<Raw<Word<T>, W>>(a) & ~sign), c);
}

/// a where |a| <= c, otherwise c with the sign of a: one operation on AVX-512.
template <class T, int W>
GELU_FN Raw<T, W> clamp(Raw<T, W> a, Raw<T, W> c) {
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512DQ__)
  // 2: the smaller magnitude, with the sign of the first.
  if constexpr (sizeof(T) == 4 && sizeof a == 64)
    return (R)_mm512_range_ps((__m512)a, (__m512)c, 2);
  if constexpr (sizeof(T) == 8 && sizeof a == 64)
    return (R)_mm512_range_pd((__m512d)a, (__m512d)c, 2);
#endif
  return min<T, W>(max<T, W>(a, -c), c);
}

template <class T, int W>
GELU_FN Raw<T, W> round(Raw<T, W> a) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_roundscale_ps((__m512)a, 8);
  if constexpr (!f && bytes == 64) return (R)_mm512_roundscale_pd((__m512d)a, 8);
#endif
#if defined(__AVX__)
  if constexpr (f && bytes == 32) return (R)_mm256_round_ps((__m256)a, 8);
  if constexpr (!f && bytes == 32) return (R)_mm256_round_pd((__m256d)a, 8);
#endif
#if defined(__SSE4_1__)
  if constexpr (f && bytes == 16) return (R)_mm_round_ps((__m128)a, 8);
  if constexpr (!f && bytes == 16) return (R)_mm_round_pd((__m128d)a, 8);
#endif
  const R sign = cast<R>(Raw<Word<T>, W>{} + (Word<T>{1} << (8 * sizeof(T) - 1)));
  using U = Raw<Word<T>, W>;
  const R t = cast<R>(cast<U>(a) & ~cast<U>(sign));
  const R magic = R{} + (f ? T(0x1p23) : T(0x1p52));
  const R r = t < magic ? (t + magic) - magic : t;
  return cast<R>(cast<U>(r) | (cast<U>(a) & cast<U>(sign)));
}

/// a * 2^n with one rounding, subnormals included.
template <class T, int W>
GELU_FN Raw<T, W> scalef([[maybe_unused]] Raw<T, W> a, [[maybe_unused]] Raw<T, W> n) {
#if defined(__AVX512F__)
  using R [[maybe_unused]] = Raw<T, W>;
  if constexpr (sizeof(T) == 4 && sizeof a == 64) return (R)_mm512_scalef_ps((__m512)a, (__m512)n);
  if constexpr (sizeof(T) == 8 && sizeof a == 64)
    return (R)_mm512_scalef_pd((__m512d)a, (__m512d)n);
#endif
  return a;
}

template <class T, int W>
GELU_FN Raw<T, W> recip_estimate(Raw<T, W> a) {
  [[maybe_unused]] constexpr bool f = sizeof(T) == 4;
  [[maybe_unused]] constexpr int bytes = sizeof(T) * W;
  using R [[maybe_unused]] = Raw<T, W>;
#if defined(__AVX512F__)
  if constexpr (f && bytes == 64) return (R)_mm512_rcp14_ps((__m512)a);
  if constexpr (!f && bytes == 64) return (R)_mm512_rcp14_pd((__m512d)a);
#endif
#if defined(__AVX__)
  if constexpr (f && bytes == 32) return (R)_mm256_rcp_ps((__m256)a);
  if constexpr (!f && bytes == 32)
    return (R)_mm256_cvtps_pd(_mm_rcp_ps(_mm256_cvtpd_ps((__m256d)a)));
#endif
#if defined(__SSE2__)
  if constexpr (f && bytes == 16) return (R)_mm_rcp_ps((__m128)a);
  if constexpr (!f && bytes == 16) return (R)_mm_cvtps_pd(_mm_rcp_ps(_mm_cvtpd_ps((__m128d)a)));
#endif
  return (R{} + T(1)) / a;
}

// Halves of a float vector as doubles and back. g++ 12 takes its own conversions through memory.
template <int Half, int W>
GELU_FN Raw<double, W / 2> widen_half(Raw<float, W> a) {
  using R = Raw<double, W / 2>;
#if defined(__AVX512DQ__)
  if constexpr (W == 16) return (R)_mm512_cvtps_pd(_mm512_extractf32x8_ps((__m512)a, Half));
#endif
#if defined(__AVX__)
  if constexpr (W == 8) return (R)_mm256_cvtps_pd(_mm256_extractf128_ps((__m256)a, Half));
#endif
  R r;
  for (int k = 0; k < W / 2; ++k) r[k] = a[Half * (W / 2) + k];
  return r;
}
template <int W>
GELU_FN Raw<float, W> narrow(Raw<double, W / 2> low, Raw<double, W / 2> high) {
  using R = Raw<float, W>;
#if defined(__AVX512DQ__)
  if constexpr (W == 16)
    return (R)_mm512_insertf32x8(_mm512_castps256_ps512(_mm512_cvtpd_ps((__m512d)low)),
                                 _mm512_cvtpd_ps((__m512d)high), 1);
#endif
#if defined(__AVX__)
  if constexpr (W == 8)
    return (R)_mm256_set_m128(_mm256_cvtpd_ps((__m256d)high), _mm256_cvtpd_ps((__m256d)low));
#endif
  R r;
  for (int k = 0; k < W / 2; ++k) {
    r[k] = static_cast<float>(low[k]);
    r[W / 2 + k] = static_cast<float>(high[k]);
  }
  return r;
}

}  // namespace gelu::vec::lanes
