// SPDX-License-Identifier: Apache-2.0
// What the contract checker needs from the machine: guarded memory, caught signals and the
// floating-point environment.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kernels/types.hpp"

namespace gelu::test {

/// Encodings that are treated specially somewhere: infinities, NaN, zeros, ends of the ranges.
std::vector<std::uint64_t> special_bits(Dtype);
/// An ordinary value in the dtype; bits below the type's precision are cut off.
std::uint64_t ordinary_bits(Dtype, double value);

/// Room on both sides: a kernel that goes too far must not break the checker before it is reported.
template <class T>
struct Padded {
  using value_type = T;
  static constexpr std::size_t k_pad = 1024;
  Padded() = default;
  template <class U>
  explicit Padded(const Padded<U>&) {}
  T* allocate(std::size_t n) { return new T[n + 2 * k_pad] + k_pad; }
  void deallocate(T* p, std::size_t) { delete[](p - k_pad); }
  bool operator==(const Padded&) const = default;
};
using Bytes = std::vector<std::byte, Padded<std::byte>>;

/// Pages between two forbidden pages: one byte too far is a SIGSEGV. What they hold is left from
/// earlier users.
class Guarded {
 public:
  explicit Guarded(std::size_t usable_bytes);
  ~Guarded();
  Guarded(const Guarded&) = delete;
  Guarded& operator=(const Guarded&) = delete;

  std::byte* begin() const { return begin_; }
  std::byte* end() const { return begin_ + size_; }
  std::size_t size() const { return size_; }
  /// The last `bytes` bytes before the rear guard.
  std::byte* tail(std::size_t bytes) const { return end() - bytes; }

 private:
  std::byte* begin_;
  std::size_t size_;
};

/// What memory beside a buffer holds, to see whether it was written to.
inline constexpr std::byte k_canary{0xa5};

inline bool untouched(const std::byte* from, const std::byte* to) {
  return std::all_of(from, to, [](std::byte b) { return b == k_canary; });
}

/// Runs f; true when it returns, false with the signal's name when it crashes.
bool survives(const std::function<void()>& f, std::string* signal_name);

/// MXCSR, or FPCR | FPSR << 32 on aarch64; 0 elsewhere.
std::uint64_t fp_environment();
void set_fp_environment(std::uint64_t);
/// The bits of fp_environment that are sticky exception flags.
std::uint64_t fp_status_mask();

/// Environments a caller may have: name and value.
struct FpMode {
  const char* name;
  std::uint64_t value;
};
const FpMode* fp_modes(std::size_t* count, bool with_traps);

}  // namespace gelu::test
