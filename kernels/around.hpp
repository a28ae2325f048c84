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

/// Both aligned to as many bytes as the widest store there is, or to all.
template <std::size_t Bytes>
requires(Bytes >= 16) GELU_FN void store_around(std::byte* to, const std::byte* from) {
#if defined(__AVX512F__)
  constexpr std::size_t widest = 64;
#elif defined(__AVX__)
  constexpr std::size_t widest = 32;
#else
  constexpr std::size_t widest = 16;
#endif
  constexpr std::size_t width = std::min(widest, Bytes);
#pragma GCC unroll 8
  for (std::size_t i = 0; i < Bytes; i += width) {
    if constexpr (width == 16) {
      _mm_stream_si128(reinterpret_cast<__m128i*>(to + i),
                       _mm_load_si128(reinterpret_cast<const __m128i*>(from + i)));
    }
#if defined(__AVX__)
    if constexpr (width == 32) {
      _mm256_stream_si256(reinterpret_cast<__m256i*>(to + i),
                          _mm256_load_si256(reinterpret_cast<const __m256i*>(from + i)));
    }
#endif
#if defined(__AVX512F__)
    if constexpr (width == 64) {
      _mm512_stream_si512(reinterpret_cast<__m512i*>(to + i), _mm512_load_si512(from + i));
    }
#endif
  }
}
#else
// Never called: so that the functions below can be read.
template <class V>
inline constexpr bool k_goes_around = false;
template <std::size_t Bytes>
GELU_FN void store_around(std::byte* to, const std::byte* from) {
  std::memcpy(to, from, Bytes);
}
#endif

/// Vectors that a step takes, at least what the narrowest store holds. Measured: two; with four
/// poly_1e6 takes 6 % longer, with one sigmoid_4ulp 4 %. Probably the operations of more than
/// two keep the next loads out of the processor's scheduler.
template <class Op, class V, class S, class D>
inline constexpr std::size_t k_vectors_around =
    std::max(16 / (V::size * sizeof(D)), std::min(std::size_t{2}, k_vectors<Op, V, S, D>));

template <class Op, class V, class S, class D>
GELU_FN void take_group_around(const Streams<Op, S, D>& s, std::size_t i, bool around) {
  constexpr std::size_t n = k_vectors_around<Op, V, S, D>;
  V in[Op::inputs][n], out[Op::outputs][n];
  for (std::size_t j = 0; j < Op::inputs; ++j) load_group(s.in[j] + i, in[j]);
  take_vectors<Op>(in, out);
  for (std::size_t j = 0; j < Op::outputs; ++j) {
    if (!around) {
      store_group<S, Op::exact>(s.out[j] + i, out[j]);
      continue;
    }
    alignas(64) D results[n * V::size];
    store_group<S, Op::exact>(results, out[j]);
    store_around<sizeof results>(reinterpret_cast<std::byte*>(s.out[j] + i),
                                 reinterpret_cast<const std::byte*>(results));
  }
}

/// Bytes that results are fetched ahead before ordinary stores. Measured, forward: 256 is as good;
/// with 1024 sigmoid_4ulp takes 9 % less, but relu, poly_1e4 and poly_1e3 4 to 5 % more.
inline constexpr std::size_t k_ahead_to_write = 512;

/// Elements per step of the loop: lines of an input, each fetched once.
template <class Op, class V, class S, class D>
inline constexpr std::size_t k_step_around = std::max(64 / sizeof(S),
                                                      k_vectors_around<Op, V, S, D>* V::size);

// A copy of the arithmetic besides that of take_steps: streaming_test holds it to the same bits.
template <class Op, class V, class S, class D>
[[gnu::flatten, gnu::noinline, gnu::noclone]] void take_steps_around(Streams<Op, S, D> s,
                                                                     std::size_t steps,
                                                                     std::size_t ahead,
                                                                     bool around) {
  constexpr std::size_t group = k_vectors_around<Op, V, S, D> * V::size,
                        step = k_step_around<Op, V, S, D>;
  for (std::size_t i = 0; i < steps * step; i += step) {
    // Into the second cache, where it waits for no buffer of the first one. Measured: first, and
    // that into the first cache last.
    const auto at = [&](std::size_t j) { return reinterpret_cast<std::uintptr_t>(s.in[j] + i); };
    for (std::size_t j = 0; j < Op::inputs; ++j) fetch<2>(at(j) + ahead, step * sizeof(S));
    if (!around)
      for (D* out : s.out)
        fetch_to_write(reinterpret_cast<std::uintptr_t>(out + i) + k_ahead_to_write,
                       step * sizeof(D));
    if constexpr (step == group) {  // in a loop of one turn GCC would order it otherwise
      take_group_around<Op, V>(s, i, around);
    } else {
      for (std::size_t k = i; k < i + step; k += group) take_group_around<Op, V>(s, k, around);
    }
    for (std::size_t j = 0; j < Op::inputs; ++j) fetch<3>(at(j) + ahead / 4, step * sizeof(S));
  }
}

template <class Op, class V, class S, class D>
std::size_t run_around(const Arrays& a, std::size_t n, std::size_t ahead, bool around) {
  constexpr std::size_t step = k_step_around<Op, V, S, D>;
  take_steps_around<Op, V, S, D>(streams<Op, S, D>(a), n / step, ahead, around);
  return n / step * step;
}

}  // namespace gelu
