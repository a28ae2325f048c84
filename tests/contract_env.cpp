// SPDX-License-Identifier: Apache-2.0
#include "tests/contract_env.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <csetjmp>
#include <csignal>
#include <cstring>
#include <new>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace gelu::test {

Guarded::Guarded(std::size_t usable_bytes) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  size_ = (usable_bytes + page - 1) / page * page;
  void* map = mmap(nullptr, size_ + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (map == MAP_FAILED) throw std::bad_alloc();
  map_ = static_cast<std::byte*>(map);
  begin_ = map_ + page;
  if (mprotect(begin_, size_, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc();
}

Guarded::~Guarded() {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  munmap(map_, size_ + 2 * page);
}

namespace {
thread_local sigjmp_buf t_jump;
thread_local bool t_armed = false;

extern "C" void on_crash(int number) {
  if (t_armed) siglongjmp(t_jump, number);
  std::signal(number, SIG_DFL);  // not ours: let it kill the process
  raise(number);
}

constexpr int k_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
constexpr const char* k_signal_names[] = {"SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL"};
}  // namespace

bool survives(const std::function<void()>& f, std::string* signal_name) {
  struct sigaction ours {};
  struct sigaction before[4];
  ours.sa_handler = on_crash;
  sigemptyset(&ours.sa_mask);
  for (int i = 0; i < 4; ++i) sigaction(k_signals[i], &ours, &before[i]);
  const int number = sigsetjmp(t_jump, 1);
  if (number == 0) {
    t_armed = true;
    f();
  }
  t_armed = false;
  for (int i = 0; i < 4; ++i) {
    sigaction(k_signals[i], &before[i], nullptr);
    if (number == k_signals[i] && signal_name != nullptr) *signal_name = k_signal_names[i];
  }
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
