// SPDX-License-Identifier: Apache-2.0
// A pass over large arrays, whose inputs are fetched ahead: memory works while the processor
// computes. Results go around the caches, one vector after another, or by ordinary stores. For
// streaming.cpp.
#pragma once

#include <algorithm>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "kernels/fetch.hpp"
#include "kernels/loops.hpp"

namespace gelu {

#if defined(__SSE2__)
/// Whether V's results can go around the caches: not those of loops left to the autovectoriser.
template <class V>
inline constexpr bool k_goes_around = vec::lane_vector<V>;

/// One vector of W bytes; `to` aligned to W if it goes around the caches.
template <std::size_t W, bool around>
GELU_FN void store_wide(std::byte* to, const std::byte* from) {
  if constexpr (W == 16) {
    const __m128i v = _mm_load_si128(reinterpret_cast<const __m128i*>(from));
    auto* at = reinterpret_cast<__m128i*>(to);
    around ? _mm_stream_si128(at, v) : _mm_storeu_si128(at, v);
  }
#if defined(__AVX__)
  if constexpr (W == 32) {
    const __m256i v = _mm256_load_si256(reinterpret_cast<const __m256i*>(from));
    auto* at = reinterpret_cast<__m256i*>(to);
    around ? _mm256_stream_si256(at, v) : _mm256_storeu_si256(at, v);
  }
#endif
#if defined(__AVX512F__)
  if constexpr (W == 64) {
    const __m512i v = _mm512_load_si512(from);
    around ? _mm512_stream_si512(reinterpret_cast<__m512i*>(to), v) : _mm512_storeu_si512(to, v);
  }
#endif
}

/// By the widest stores there are; `from` aligned to lines.
template <std::size_t Bytes, bool around>
requires(Bytes >= 16) GELU_FN void store_bytes(std::byte* to, const std::byte* from) {
#if defined(__AVX512F__)
  constexpr std::size_t widest = 64;
#elif defined(__AVX__)
  constexpr std::size_t widest = 32;
#else
  constexpr std::size_t widest = 16;
#endif
  constexpr std::size_t width = std::min(widest, Bytes);
#pragma GCC unroll 8
  for (std::size_t i = 0; i < Bytes; i += width) store_wide<width, around>(to + i, from + i);
}
#else
// Never called: so that the functions below can be read.
template <class V>
inline constexpr bool k_goes_around = false;
template <std::size_t Bytes, bool around>
GELU_FN void store_bytes(std::byte* to, const std::byte* from) {
  std::memcpy(to, from, Bytes);
}
#endif

/// Vectors that a step takes, at least what the narrowest store holds. Measured: two; with four
/// poly_1e4 takes 12 % longer by ordinary stores, with one erf_4ulp_branch_32 3 % longer around.
template <class Op, class V, class S, class D>
inline constexpr std::size_t k_vectors_around =
    std::max(16 / (V::size * sizeof(D)), std::min(std::size_t{2}, k_vectors<Op, V, S, D>));

/// Elements per step of the loop: lines of an input, each fetched once.
template <class Op, class V, class S, class D>
inline constexpr std::size_t k_step_around = std::max(64 / sizeof(S),
                                                      k_vectors_around<Op, V, S, D>* V::size);

/// Bytes that lines of results are fetched ahead to be written by ordinary stores, after they were
/// brought into the second cache as early as inputs.
inline constexpr std::size_t k_ahead_to_write = 512;

/// Fetches some of the lines that a step takes of the first Arrays of N: of each one, then the
/// next of each.
template <Into into, std::size_t Arrays, class T, std::size_t N>
GELU_FN void fetch_lines(const std::array<T*, N>& arrays, std::size_t at, std::size_t ahead,
                         std::size_t from, std::size_t to) {
#pragma GCC unroll 8
  for (std::size_t k = from; k < to; ++k) {
    const std::uintptr_t array = reinterpret_cast<std::uintptr_t>(arrays[k % Arrays] + at);
    fetch<into>(array + ahead + k / Arrays * 64);
  }
}

// A copy of the arithmetic besides that of take_steps: streaming_test holds it to the same bits.
// The fetches of a step stand apart, half of them after its loads and half after its stores:
// together they hinder each other (docs/method.md).
template <class Op, class V, class S, class D>
[[gnu::flatten, gnu::noinline, gnu::noclone]] void take_steps_around(Streams<Op, S, D> s,
                                                                     std::size_t steps,
                                                                     std::size_t ahead,
                                                                     bool around) {
  constexpr std::size_t n = k_vectors_around<Op, V, S, D>, group = n * V::size,
                        step = k_step_around<Op, V, S, D>;
  constexpr std::size_t in_lines = step * sizeof(S) / 64,
                        out_lines = std::max(step * sizeof(D) / 64, std::size_t{1});
  constexpr std::size_t ins = Op::fetched * in_lines, outs = Op::outputs * out_lines;
  constexpr std::size_t ins_first = (ins + 1) / 2, outs_first = outs / 2;
  for (std::size_t i = 0; i < steps * step; i += step) {
    const auto fetch_results = [&](std::size_t from, std::size_t to) {
      if (around) return;
      fetch_lines<Into::second_cache, Op::outputs>(s.out, i, ahead, from, to);
      fetch_lines<Into::first_cache_to_write, Op::outputs>(s.out, i, k_ahead_to_write, from, to);
    };
    for (std::size_t k = 0; k < step; k += group) {
      V in[Op::inputs][n], out[Op::outputs][n];
      for (std::size_t j = 0; j < Op::inputs; ++j) load_group(s.in[j] + i + k, in[j]);
      if (k == 0) {
        // Into the second cache, where it waits for no buffer of the first one.
        fetch_lines<Into::second_cache, Op::fetched>(s.in, i, ahead, 0, ins_first);
        fetch_results(0, outs_first);
      }
      take_vectors<Op>(in, out);
      // Rounded before the fetch: beyond it, what they are rounded from would stay in registers.
      alignas(64) D results[Op::outputs][group];
      for (std::size_t j = 0; j < Op::outputs; ++j) store_group<S, Op::exact>(results[j], out[j]);
      if (k + group == step)
        fetch_lines<Into::first_cache, Op::fetched>(s.in, i, ahead / 8, 0, ins);
      for (std::size_t j = 0; j < Op::outputs; ++j) {
        auto* to = reinterpret_cast<std::byte*>(s.out[j] + i + k);
        const auto* from = reinterpret_cast<const std::byte*>(results[j]);
        constexpr std::size_t size = group * sizeof(D);
        around ? store_bytes<size, true>(to, from) : store_bytes<size, false>(to, from);
      }
    }
    fetch_lines<Into::second_cache, Op::fetched>(s.in, i, ahead, ins_first, ins);
    fetch_results(outs_first, outs);
  }
}

template <class Op, class V, class S, class D>
std::size_t run_around(const Arrays& a, std::size_t n, std::size_t ahead, bool around) {
  constexpr std::size_t step = k_step_around<Op, V, S, D>;
  take_steps_around<Op, V, S, D>(streams<Op, S, D>(a), n / step, ahead, around);
  return n / step * step;
}

}  // namespace gelu
