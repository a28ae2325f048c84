// SPDX-License-Identifier: Apache-2.0
// Where inputs are to be fetched ahead, a kernel's own loop does both, vector by vector, if it has
// one (around.hpp). Otherwise the kernel writes a block that stays in the first cache, and a copy
// with non-temporal stores takes it from there: that serves every kernel.
#include "kernels/streaming.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "kernels/fetch.hpp"

namespace gelu {
namespace {

constexpr std::size_t k_line = 64;
/// Bytes of results. The processor computes the next block while the stores of this one drain, as
/// long as they fit its store queue; much smaller blocks pay for the call.
constexpr std::size_t k_block = 1024;

/// Bytes of x from which fetching ahead of ordinary stores pays: the arrays fit no second cache.
constexpr std::size_t k_large = std::size_t{4} << 20;

/// Copies whole lines around the caches; `to` and `from` are aligned to lines.
using CopyLines = void (*)(std::byte* to, const std::byte* from, std::size_t bytes);

#if defined(__SSE2__)
// The widest store there is: a quarter of the entries in the store queue.
[[gnu::target("avx512f")]] void copy_lines_64(std::byte* to, const std::byte* from,
                                              std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += 64) {
    _mm512_stream_si512(reinterpret_cast<__m512i*>(to + i), _mm512_load_si512(from + i));
  }
  _mm256_zeroupper();
}

[[gnu::target("avx")]] void copy_lines_32(std::byte* to, const std::byte* from, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += 32) {
    _mm256_stream_si256(reinterpret_cast<__m256i*>(to + i),
                        _mm256_load_si256(reinterpret_cast<const __m256i*>(from + i)));
  }
  _mm256_zeroupper();
}

void copy_lines_16(std::byte* to, const std::byte* from, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += 16) {
    _mm_stream_si128(reinterpret_cast<__m128i*>(to + i),
                     _mm_load_si128(reinterpret_cast<const __m128i*>(from + i)));
  }
}

CopyLines choose() {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return copy_lines_64;
  if (__builtin_cpu_supports("avx")) return copy_lines_32;
  return copy_lines_16;
}

/// Intel: stores around the caches take the buffers in which the first cache awaits its misses.
/// Zen 4 does best without, of other processors nothing is known (docs/method.md).
std::size_t choose_prefetch() {
  __builtin_cpu_init();
  if (__builtin_cpu_is("intel")) return 6144;
  return __builtin_cpu_is("znver3") ? 3072 : 0;
}
#else
// Elsewhere the stores are ordinary: the same results, the caches not spared.
CopyLines choose() {
  return
      [](std::byte* to, const std::byte* from, std::size_t bytes) { std::memcpy(to, from, bytes); };
}
std::size_t choose_prefetch() { return 0; }
#endif

/// Bytes from p to the next line.
std::size_t to_line(const void* p) { return -reinterpret_cast<std::uintptr_t>(p) % k_line; }

/// Elements of `out` bytes until all outputs begin at a line; the most there are where they never
/// do.
std::size_t elements_to_line(const Arrays& a, std::size_t out) {
  const std::size_t lead = to_line(a.y);
  const bool never = lead % out != 0 || (a.dx != nullptr && to_line(a.dx) != lead);
  return never ? SIZE_MAX : lead / out;
}

/// Whether more than x comes from memory: not biases, whose row is in a cache.
bool reads_two(const Kernel& k) { return k.pass != Pass::forward && k.pass != Pass::bias; }

/// Fetches `count` elements of each input, `ahead` bytes on, into the second cache.
void fetch_ahead(const Kernel& k, const Arrays& a, std::size_t count, std::size_t ahead) {
  const auto fetch_lines = [&](const void* p) {
    for (std::size_t i = 0; i < count * bytes(input(k.dtype)); i += k_line)
      fetch<Into::second_cache>(reinterpret_cast<std::uintptr_t>(p) + ahead + i);
  };
  fetch_lines(a.x);
  if (reads_two(k)) fetch_lines(a.with);
}

}  // namespace

std::size_t best_prefetch() {
  static const std::size_t best = choose_prefetch();
  return best;
}

void end_streaming() {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}

void run_ordinary(const Kernel& k, const Arrays& a, std::size_t n) {
  const bool fetched = k.streaming != nullptr && best_prefetch() != 0;
  const std::size_t done = fetched && n * bytes(input(k.dtype)) >= k_large
                               ? k.streaming(a, n, best_prefetch() / 2, false)
                               : 0;
  run(k, from(k, a, done), n - done);
}

void run_streaming(const Kernel& k, Arrays a, std::size_t n, std::size_t prefetch_bytes) {
  static const CopyLines copy_lines = choose();
  const std::size_t ahead = reads_two(k) ? prefetch_bytes / 2 : prefetch_bytes;
  const std::size_t out = bytes(output(k.dtype));
  alignas(k_line) std::byte y[k_block], dx[k_block];
  const auto take = [&](std::size_t count) {
    a = from(k, a, count);
    n -= count;
  };
  const auto take_lines = [&](std::size_t count) {
    if (ahead != 0) fetch_ahead(k, a, count, ahead);
    run(k, {a.x, a.with, y, dx}, count);
    copy_lines(static_cast<std::byte*>(a.y), y, count * out);
    if (a.dx != nullptr) copy_lines(static_cast<std::byte*>(a.dx), dx, count * out);
    take(count);
  };
  // The first elements up to a line, by ordinary stores. Where no element begins at a line, all.
  const std::size_t lead = std::min(n, elements_to_line(a, out));
  run(k, a, lead);
  take(lead);
  // What that leaves begins at a line again, or is less than one.
  if (ahead != 0 && k.streaming != nullptr) take(k.streaming(a, n, ahead, true));
  const std::size_t line = k_line / out, whole = k_block / out;
  while (n >= whole) take_lines(whole);
  take_lines(n / line * line);
  run(k, a, n);
}

}  // namespace gelu
