// SPDX-License-Identifier: Apache-2.0
// The values do not matter here: any function of one element will do.
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "tests/contract.hpp"
#include "tests/faults/elementwise.hpp"
#include "tests/faults/faults.hpp"

namespace gelu::test {
namespace {

float half(float x) { return 0.5F * x; }
float other(float x) { return 0.4999F * x; }
void sane(const void* x, void* y, std::size_t n) { loop<float, half>(x, y, n); }

/// Reads x[i], and nothing may think that this has no effect.
void touch(const void* x, std::size_t i) {
  const volatile float seen = load_at<float>(x, i);
  static_cast<void>(seen);
}

/// y[i] = half, or something else where `wrong` holds.
template <class Wrong>
void half_unless(const void* x, void* y, std::size_t n, const Wrong& wrong) {
  const DefaultEnvironment guard;
  for (std::size_t i = 0; i < n; ++i) {
    const float v = load_at<float>(x, i);
    store_at<float>(y, i, wrong(i) ? other(v) : half(v));
  }
}

void remainder_by_other_code(const void* x, void* y, std::size_t n) {
  half_unless(x, y, n, [=](std::size_t i) { return i >= n / 8 * 8; });
}
void remainder_reads_beyond(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  for (std::size_t i = n; i < (n + 7) / 8 * 8; ++i) {
    touch(x, i);
  }
  sane(x, y, n);
}
void remainder_writes_beyond(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  sane(x, y, n);
  for (std::size_t i = n; i < (n + 3) / 4 * 4; ++i) store_at<float>(y, i, 0);
}
void reads_before(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  touch(x, static_cast<std::size_t>(-1));
  sane(x, y, n);
}
void writes_before(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  store_at<float>(y, static_cast<std::size_t>(-1), 0);
  sane(x, y, n);
}
void works_when_empty(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  if (n == 0) store_at<float>(y, 0, 0);
  sane(x, y, n);
}
#if defined(__SSE2__)
void aligned_access(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    __m128 v;  // in assembly: a sanitizer would see through _mm_load_ps
    __asm__ volatile("movaps (%1), %0"
                     : "=x"(v)
                     : "r"(static_cast<const char*>(x) + 4 * i)
                     : "memory");
    const __m128 h = _mm_mul_ps(v, _mm_set1_ps(0.5F));
    std::memcpy(static_cast<char*>(y) + 4 * i, &h, sizeof(h));
  }
  for (; i < n; ++i) store_at<float>(y, i, half(load_at<float>(x, i)));
}
#endif
void peels_to_alignment(const void* x, void* y, std::size_t n) {
  half_unless(x, y, n, [=](std::size_t i) {
    return (reinterpret_cast<std::uintptr_t>(static_cast<char*>(y) + 4 * i) & 63) == 4;
  });
}
void two_passes(const void* x, void* y, std::size_t n) {  // reads x again after writing y
  const DefaultEnvironment guard;
  sane(x, y, n);
  for (std::size_t i = 0; i < n; ++i)
    store_at<float>(y, i, load_at<float>(y, i) + 0.125F * load_at<float>(x, i));
}
void two_passes_gradient(const void* x, const void* dy, void* dx, std::size_t n) {
  const DefaultEnvironment guard;
  sane(x, dx, n);
  for (std::size_t i = 0; i < n; ++i)
    store_at<float>(dx, i, load_at<float>(dx, i) * load_at<float>(dy, i));
}
void lanes_talk(const void* x, void* y, std::size_t n) {
  half_unless(x, y, n, [=](std::size_t i) {  // one special element sends all eight elsewhere
    const std::size_t first = i / 8 * 8;
    for (std::size_t k = first; k < first + 8 && k < n; ++k)
      if (!(std::fabs(load_at<float>(x, k)) < 1e30F)) return true;
    return false;
  });
}
void depends_on_position(const void* x, void* y, std::size_t n) {
  half_unless(x, y, n, [](std::size_t i) { return i % 7 == 3; });
}
void depends_on_length(const void* x, void* y, std::size_t n) {
  half_unless(x, y, n, [=](std::size_t) { return n >= 1000; });
}
void depends_on_thread(const void* x, void* y, std::size_t n) {
  static const std::thread::id first = std::this_thread::get_id();
  half_unless(x, y, n, [](std::size_t) { return std::this_thread::get_id() != first; });
}
void shared_scratch(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  static std::atomic<float> scratch[64];
  for (std::size_t from = 0; from < n; from += 64) {
    const std::size_t count = n - from < 64 ? n - from : 64;
    for (std::size_t i = 0; i < count; ++i) scratch[i] = half(load_at<float>(x, from + i));
    std::this_thread::yield();
    for (std::size_t i = 0; i < count; ++i) store_at<float>(y, from + i, scratch[i].load());
  }
}
void depends_on_history(const void* x, void* y, std::size_t n) {
  static std::atomic<unsigned> calls{0};
  const unsigned now = ++calls;
  half_unless(x, y, n, [=](std::size_t) { return now % 2 == 0; });
}
void changes_its_input(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  sane(x, y, n);
  if (x == y) return;
  for (std::size_t i = 0; i < n; ++i) {
    const float v = load_at<float>(x, i);
    store_at<float>(const_cast<void*>(x), i, v < -2 ? -2 : v);
  }
}
#if defined(__SSE2__)
void leaves_ftz_on(const void* x, void* y, std::size_t n) {
  sane(x, y, n);
  _mm_setcsr(_mm_getcsr() | 0x8040);
}
#endif
void takes_the_callers_rounding(const void* x, void* y, std::size_t n) {
  const auto sixth = [](float v) { return v / 3; };
  for (std::size_t i = 0; i < n; ++i) store_at<float>(y, i, sixth(load_at<float>(x, i)));
}
void leaves_flags(const void* x, void* y, std::size_t n) {
  loop<float, other>(x, y, n);  // inexact is raised and stays
}

constexpr Fault fault(const char* name, Forward f, const char* rule) {
  return {name, Formula::erf, Dtype::f32, f, nullptr, rule, 1};
}

const Fault k_faults[] = {
    fault("remainder_by_other_code", remainder_by_other_code, rule::k_length),
    fault("remainder_reads_beyond", remainder_reads_beyond, rule::k_bounds),
    fault("remainder_writes_beyond", remainder_writes_beyond, rule::k_bounds),
    fault("reads_before", reads_before, rule::k_bounds),
    fault("writes_before", writes_before, rule::k_bounds),
    fault("works_when_empty", works_when_empty, rule::k_bounds),
    fault("peels_to_alignment", peels_to_alignment, rule::k_alignment),
    fault("two_passes_in_place", two_passes, rule::k_in_place),
    {"two_passes_in_place_gradient", Formula::erf, Dtype::f32, nullptr, two_passes_gradient,
     rule::k_in_place, 1},
    fault("lanes_talk", lanes_talk, rule::k_lanes),
    fault("depends_on_position", depends_on_position, rule::k_length),
    fault("depends_on_length", depends_on_length, rule::k_length),
    fault("depends_on_thread", depends_on_thread, rule::k_threads),
    fault("shared_scratch", shared_scratch, rule::k_threads),
    fault("depends_on_history", depends_on_history, rule::k_repeat),
    fault("changes_its_input", changes_its_input, rule::k_input),
    fault("takes_the_callers_rounding", takes_the_callers_rounding, rule::k_immune),
    fault("leaves_flags", leaves_flags, rule::k_environment),
#if defined(__SSE2__)
    fault("aligned_access", aligned_access, rule::k_alignment),
    fault("leaves_ftz_on", leaves_ftz_on, rule::k_environment),
#endif
};

}  // namespace

std::span<const Fault> contract_faults() { return k_faults; }

}  // namespace gelu::test
