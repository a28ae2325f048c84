// SPDX-License-Identifier: Apache-2.0
#include "tests/contract_env.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <csetjmp>
#include <csignal>
#include <cstring>
#include <map>
#include <new>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace gelu::test {

namespace {
// Maps that are in nobody's use, by size: a checker asks for thousands of a few sizes, and the
// kernel takes longer to make one than a test needs it.
thread_local std::map<std::size_t, std::vector<std::byte*>> t_spare;

std::byte* map_guarded(std::size_t size, std::size_t page) {
  void* map = mmap(nullptr, size + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (map == MAP_FAILED) throw std::bad_alloc();
  std::byte* begin = static_cast<std::byte*>(map) + page;
  if (mprotect(begin, size, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc();
  return begin;
}
}  // namespace

Guarded::Guarded(std::size_t usable_bytes) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  size_ = (usable_bytes + page - 1) / page * page;
  std::vector<std::byte*>& spare = t_spare[size_];
  if (spare.empty()) spare.push_back(map_guarded(size_, page));
  begin_ = spare.back();
  spare.pop_back();
}

Guarded::~Guarded() { t_spare[size_].push_back(begin_); }

namespace {
constexpr int k_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
constexpr const char* k_signal_names[] = {"SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL"};
thread_local sigjmp_buf t_jump;
thread_local bool t_armed = false;
struct sigaction g_before[4];

extern "C" void on_crash(int number) {
  if (t_armed) siglongjmp(t_jump, number);
  // Not ours: once more, for whoever was there before.
  for (int i = 0; i < 4; ++i)
    if (k_signals[i] == number) sigaction(number, &g_before[i], nullptr);
}

bool install_handlers() {
  struct sigaction ours {};
  ours.sa_handler = on_crash;
  ours.sa_flags = SA_NODEFER;  // left by a jump that restores no mask
  sigemptyset(&ours.sa_mask);
  for (int i = 0; i < 4; ++i) sigaction(k_signals[i], &ours, &g_before[i]);
  return true;
}
}  // namespace

bool survives(const std::function<void()>& f, std::string* signal_name) {
  // Once: this runs for every call that is checked, and system calls would take most of the time.
  [[maybe_unused]] static const bool installed = install_handlers();
  const int number = sigsetjmp(t_jump, 0);
  if (number == 0) {
    t_armed = true;
    f();
  }
  t_armed = false;
  for (int i = 0; i < 4; ++i)
    if (number == k_signals[i] && signal_name != nullptr) *signal_name = k_signal_names[i];
  return number == 0;
}

#if defined(__SSE2__)
std::uint64_t fp_environment() { return _mm_getcsr(); }
void set_fp_environment(std::uint64_t v) { _mm_setcsr(static_cast<unsigned>(v)); }
std::uint64_t fp_status_mask() { return 0x3f; }

const FpMode* fp_modes(std::size_t* count, bool with_traps) {
  static constexpr FpMode k_modes[] = {
      {"round down", 0x1f80 | 0x2000},
      {"round up", 0x1f80 | 0x4000},
      {"round toward zero", 0x1f80 | 0x6000},
      {"flush to zero, denormals are zero", 0x1f80 | 0x8040},
      {"all exceptions trap", 0x0000},
  };
  *count = with_traps ? 5 : 4;
  return k_modes;
}
#elif defined(__aarch64__)
std::uint64_t fp_environment() {
  std::uint64_t control, status;
  __asm__ volatile("mrs %0, fpcr\n\tmrs %1, fpsr" : "=r"(control), "=r"(status));
  return control | status << 32;
}
void set_fp_environment(std::uint64_t v) {
  __asm__ volatile("msr fpcr, %0\n\tmsr fpsr, %1" ::"r"(v & 0xffffffff), "r"(v >> 32));
}
std::uint64_t fp_status_mask() { return 0x9fULL << 32; }

const FpMode* fp_modes(std::size_t* count, bool) {
  static constexpr FpMode k_modes[] = {
      // traps are optional on aarch64 and mostly absent
      {"round up", 1u << 22},
      {"round down", 2u << 22},
      {"round toward zero", 3u << 22},
      {"flush to zero", 1u << 24},
  };
  *count = 4;
  return k_modes;
}
#else
std::uint64_t fp_environment() { return 0; }
void set_fp_environment(std::uint64_t) {}
std::uint64_t fp_status_mask() { return 0; }
const FpMode* fp_modes(std::size_t* count, bool) {
  *count = 0;
  return nullptr;
}
#endif

std::vector<std::uint64_t> special_bits(Dtype d) {
  switch (d) {
    case Dtype::f64:
      return {0x7ff0000000000000, 0xfff0000000000000,
              0x7ff8000000000000, 0,
              0x8000000000000000, 1,
              0x8000000000000001, 0x7fefffffffffffff,
              0xffefffffffffffff, 0xc042c00000000000};
    case Dtype::f32:
      return {0x7f800000, 0xff800000, 0x7fc00000, 0,          0x80000000,
              1,          0x80000001, 0x7f7fffff, 0xff7fffff, 0xc1600000};
    case Dtype::f16:
      return {0x7c00, 0xfc00, 0x7e00, 0, 0x8000, 1, 0x8001, 0x7bff, 0xfbff, 0xc600};
    case Dtype::bf16:
      return {0x7f80, 0xff80, 0x7fc0, 0, 0x8000, 1, 0x8001, 0x7f7f, 0xff7f, 0xc160};
    default:
      return {0x7f, 0xff, 0x7e, 0, 0x80, 1, 0x81};
  }
}

std::uint64_t ordinary_bits(Dtype d, double v) {
  const auto f = static_cast<float>(v);
  std::uint32_t b;
  std::memcpy(&b, &f, 4);
  const std::uint32_t sign = b >> 31, exponent = (b >> 23) & 0xff;
  std::uint64_t wide;
  std::memcpy(&wide, &v, 8);
  switch (d) {
    case Dtype::f64:
      return wide;
    case Dtype::f32:
      return b;
    case Dtype::bf16:
      return b >> 16;
    case Dtype::f16:
      return exponent <= 112 ? sign << 15 : sign << 15 | (exponent - 112) << 10 | (b >> 13 & 0x3ff);
    default:
      return b >> 24;
  }
}

}  // namespace gelu::test
