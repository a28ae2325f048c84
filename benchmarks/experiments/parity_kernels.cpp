// SPDX-License-Identifier: Apache-2.0
// Three methods written by hand in AVX-512 intrinsics: what a kernel of the library is compared
// with. Only the constants are shared; they come from the same printed files.
#include "benchmarks/experiments/parity_kernels.hpp"

#include <immintrin.h>

#include "kernels/coefficients/erf_segments.hpp"
#include "kernels/coefficients/segments_of_x.hpp"
#include "kernels/math/eighths.hpp"

namespace gelu::parity {
namespace {

constexpr auto k_parabolas = coefficients::value_32x2();
constexpr auto k_mills = coefficients::mills_segments<float>();
constexpr auto k_t_mills = coefficients::t_mills_segments();
constexpr auto k_exp2 = coefficients::exp2_eighths<float>();
constexpr auto k_exp2_short = k_exp2.exp2_short;
constexpr auto k_roots = math::eighth_roots(k_exp2.roots);
constexpr float k_far = 14.625F;

__m512 all(float c) { return _mm512_set1_ps(c); }
__m512 sixteen(const float* table) { return _mm512_loadu_ps(table); }
__m512 of_32(const float* table, __m512i i) {
  return _mm512_permutex2var_ps(_mm512_loadu_ps(table), i, _mm512_loadu_ps(table + 16));
}
__m512 eight(const float* table) { return _mm512_broadcast_f32x8(_mm256_loadu_ps(table)); }
__m512 min_abs(__m512 x, float c) { return _mm512_range_ps(x, all(c), 2 | 2 << 2); }
__m512 minus(__m512 x) { return _mm512_xor_ps(x, all(-0.0F)); }
__m512 relu(__m512 x) { return _mm512_max_ps(all(-0.0F), x); }

struct Parabola {
  __m512 t;
  __m512i i;
};
Parabola parabola_of(__m512 x) {
  const __m512 t = _mm512_range_ps(x, all(k_parabolas.high), 2);
  return {
      t, _mm512_castps_si512(_mm512_fmadd_ps(t, all(k_parabolas.per_unit), all(k_parabolas.from)))};
}
__m512 poly_1e4(__m512 x, Parabola p) {
  const __m512 r = _mm512_fmadd_ps(of_32(k_parabolas.c[2], p.i), p.t, of_32(k_parabolas.c[1], p.i));
  return _mm512_fmsub_ps(r, _mm512_max_ps(all(-k_parabolas.high), x), of_32(k_parabolas.c[0], p.i));
}
__m512 poly_1e4(__m512 x) { return poly_1e4(x, parabola_of(x)); }

/// -c t^2 = k/8 + f, and 2^(k/8 + 64).
struct Power {
  __m512 f, power;
  __m512i k;
};
Power power_of(__m512 t) {
  const __m512 square = _mm512_mul_ps(t, t), c = all(-k_exp2.c), magic = all(0x1.8p20F);
  const __m512 error = _mm512_fmadd_ps(t, t, minus(square));
  const __m512 shifted = _mm512_fmadd_ps(square, c, magic);
  const __m512 near = _mm512_fmadd_ps(square, c, _mm512_sub_ps(magic, shifted));
  const __m512i k = _mm512_castps_si512(shifted);
  const __m512i root = _mm512_castps_si512(_mm512_permutexvar_ps(k, eight(k_roots.shifted)));
  return {_mm512_fmadd_ps(error, c, near),
          _mm512_castsi512_ps(_mm512_add_epi32(root, _mm512_slli_epi32(k, 20))), k};
}

__m512i segment_of(__m512 t) {
  return _mm512_srli_epi32(_mm512_castps_si512(_mm512_add_ps(t, all(1))), 21);
}

/// The polynomial of segment i from its highest degree down to `last`.
template <std::size_t N>
__m512 segment(__m512 d, __m512i i, const float (&c)[N][16], int last) {
  __m512 m = _mm512_permutexvar_ps(i, sixteen(c[N - 1]));
#pragma GCC unroll 6
  for (int k = N - 2; k >= last; --k)
    m = _mm512_fmadd_ps(m, d, _mm512_permutexvar_ps(i, sixteen(c[k])));
  return m;
}

__m512 erf_4ulp(__m512 x) {
  const __m512 t = min_abs(x, k_far);
  const Power z = power_of(t);
  const __m512i i = segment_of(t);
  const __m512 d = _mm512_sub_ps(t, _mm512_permutexvar_ps(i, sixteen(k_t_mills.middle)));
  const __m512 m = segment(d, i, k_t_mills.c, 0);
  __m512 p = _mm512_fmadd_ps(all(k_exp2_short.c[2]), z.f, all(k_exp2_short.c[1]));
  p = _mm512_fmadd_ps(p, z.f, all(k_exp2_short.c[0]));
  const __m512 e = _mm512_fmadd_ps(_mm512_mul_ps(z.power, z.f), p, z.power);
  return _mm512_fmadd_ps(_mm512_mul_ps(m, e), all(-0x1p-64F), relu(x));
}

__m512 erf_1ulp(__m512 x) {
  const __m512 t = min_abs(x, k_far);
  const Power z = power_of(t);
  __m512 p = _mm512_fmadd_ps(all(k_exp2.exp2.c[3]), z.f, all(k_exp2.exp2.c[2]));
  p = _mm512_fmadd_ps(p, z.f, all(k_exp2.exp2.c[1]));
  p = _mm512_fmadd_ps(p, z.f, all(k_exp2.exp2.c[0]));
  const __m512 q = _mm512_fmadd_ps(z.f, p, _mm512_permutexvar_ps(z.k, eight(k_exp2.rests)));
  const __m512 te = _mm512_mul_ps(t, z.power);
  const __m512 te_lo = _mm512_fmsub_ps(t, z.power, te);
  const __m512i i = segment_of(t);
  const __m512 d = _mm512_sub_ps(t, _mm512_permutexvar_ps(i, sixteen(k_mills.middle)));
  const __m512 r = segment(d, i, k_mills.c, 1);
  const __m512 c0 = _mm512_permutexvar_ps(i, sixteen(k_mills.c[0]));
  const __m512 m = _mm512_fmadd_ps(d, r, c0);
  const __m512 m_lo = _mm512_fmadd_ps(d, r, _mm512_sub_ps(c0, m));
  const __m512 g = _mm512_mul_ps(m, te), g_lo = _mm512_fmsub_ps(m, te, g);
  const __m512 rest = _mm512_fmadd_ps(m, te_lo, _mm512_fmadd_ps(m_lo, te, g_lo));
  const __m512 sum = _mm512_add_ps(g, _mm512_fmadd_ps(g, q, rest));
  return _mm512_fmadd_ps(sum, all(-0x1p-64F), relu(x));
}

/// Single vectors from i on, then the rest under a mask.
template <__m512 (*f)(__m512)>
void run_rest(const float* x, float* y, std::size_t i, std::size_t n) {
  for (; i + 16 <= n; i += 16) _mm512_storeu_ps(y + i, f(_mm512_loadu_ps(x + i)));
  const auto rest = static_cast<__mmask16>((1U << (n - i)) - 1);
  if (rest != 0) _mm512_mask_storeu_ps(y + i, rest, f(_mm512_maskz_loadu_ps(rest, x + i)));
}

/// Four vectors together, as the library does.
template <__m512 (*f)(__m512)>
[[gnu::flatten]] void run(const void* from, void* to, std::size_t n) {
  const auto* x = static_cast<const float*>(from);
  auto* y = static_cast<float*>(to);
  std::size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    __m512 v[4];
    for (std::size_t k = 0; k < 4; ++k) v[k] = f(_mm512_loadu_ps(x + i + 16 * k));
    for (std::size_t k = 0; k < 4; ++k) _mm512_storeu_ps(y + i + 16 * k, v[k]);
  }
  run_rest<f>(x, y, i, n);
}

/// Four vectors together, the segments of the next four looked for meanwhile.
[[gnu::flatten]] void run_poly_1e4(const void* from, void* to, std::size_t n) {
  const auto* x = static_cast<const float*>(from);
  auto* y = static_cast<float*>(to);
  std::size_t i = 0;
  if (n >= 128) {
    Parabola now[4], next[4];
    for (std::size_t k = 0; k < 4; ++k) now[k] = parabola_of(_mm512_loadu_ps(x + 16 * k));
    for (; i + 128 <= n; i += 64) {
      __m512 v[4];
      for (std::size_t k = 0; k < 4; ++k)
        next[k] = parabola_of(_mm512_loadu_ps(x + i + 64 + 16 * k));
      for (std::size_t k = 0; k < 4; ++k) v[k] = poly_1e4(_mm512_loadu_ps(x + i + 16 * k), now[k]);
      for (std::size_t k = 0; k < 4; ++k) _mm512_storeu_ps(y + i + 16 * k, v[k]);
      for (std::size_t k = 0; k < 4; ++k) now[k] = next[k];
    }
  }
  run_rest<poly_1e4>(x, y, i, n);
}

constexpr ByHand k_by_hand[k_methods] = {
    {"poly_1e4", run_poly_1e4}, {"erf_4ulp", run<erf_4ulp>}, {"erf_1ulp", run<erf_1ulp>}};

}  // namespace

const ByHand* by_hand() { return k_by_hand; }

}  // namespace gelu::parity
