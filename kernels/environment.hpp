// SPDX-License-Identifier: Apache-2.0
// The floating-point environment around a kernel call.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace gelu {

/// While it lives: round to nearest, subnormals kept, no traps. Afterwards control and status are
/// what they were. Reading costs a few cycles; the register is written only when it differs.
class DefaultEnvironment {
 public:
#if defined(__SSE2__)
  DefaultEnvironment() : found_(_mm_getcsr()) {
    if ((found_ & ~k_status) != k_default) _mm_setcsr(k_default | (found_ & k_status));
  }
  ~DefaultEnvironment() {
    if (_mm_getcsr() != found_) _mm_setcsr(found_);
  }

 private:
  static constexpr unsigned k_status = 0x003f;   // sticky exception flags
  static constexpr unsigned k_default = 0x1f80;  // all exceptions masked, nearest, no FTZ, no DAZ
  unsigned found_;
#elif defined(__aarch64__)
  DefaultEnvironment()
      : control_(__builtin_aarch64_get_fpcr()), status_(__builtin_aarch64_get_fpsr()) {
    if (control_ != 0) __builtin_aarch64_set_fpcr(0);
  }
  ~DefaultEnvironment() {
    if (control_ != 0) __builtin_aarch64_set_fpcr(control_);
    __builtin_aarch64_set_fpsr(status_);
  }

 private:
  unsigned control_, status_;
#else
#error "no floating-point environment for this architecture"
#endif

 public:
  DefaultEnvironment(const DefaultEnvironment&) = delete;
  DefaultEnvironment& operator=(const DefaultEnvironment&) = delete;
};

}  // namespace gelu
