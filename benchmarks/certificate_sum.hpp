// SPDX-License-Identifier: Apache-2.0
// A sum of doubles that is exact, hence independent of the order of the additions: what makes the
// certificates of shards merge to the same bits as one long run.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace gelu::bench {

/// Fixed point in 32-bit digits, 2^-512 to 2^511. Smaller parts of a summand are cut off, one by
/// one, so that this too does not depend on the order. Holds 2^31 summands between two
/// normalisations.
class ExactSum {
 public:
  static constexpr int k_digits = 32;
  using Digits = std::array<std::int64_t, k_digits>;

  ExactSum() = default;
  explicit ExactSum(const Digits& digits) : digits_(digits) {}

  void add(double value) {
    if (value == 0 || !std::isfinite(value)) return;
    int exponent;
    const double fraction = std::frexp(std::fabs(value), &exponent);  // 2^53 fraction is an integer
    auto integer = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
    int place = exponent - 53 + 512;
    if (place < 0) {
      integer = place > -64 ? integer >> -place : 0;
      place = 0;
    }
    if (place > 32 * (k_digits - 3)) return;  // an absurd value: does not occur
    const auto shifted = static_cast<unsigned __int128>(integer) << (place % 32);
    const std::size_t low = static_cast<std::size_t>(place) / 32;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto digit = static_cast<std::int64_t>((shifted >> (32 * i)) & 0xffffffffU);
      digits_[low + i] += value < 0 ? -digit : digit;
    }
  }
  void add(const ExactSum& other) {
    for (std::size_t i = 0; i < k_digits; ++i) digits_[i] += other.digits_[i];
    normalise();
  }
  /// Every digit but the last in [0, 2^32): equal sums have equal digits.
  void normalise() {
    for (std::size_t i = 0; i + 1 < k_digits; ++i) {
      const std::int64_t carry = digits_[i] >> 32;
      digits_[i] -= carry * (std::int64_t{1} << 32);
      digits_[i + 1] += carry;
    }
  }
  double value() const {
    ExactSum s = *this;
    s.normalise();
    const bool negative = s.digits_.back() < 0;
    if (negative) {
      for (std::int64_t& d : s.digits_) d = -d;
      s.normalise();
    }
    double v = 0;
    for (int i = k_digits; i-- > 0;)
      v += std::ldexp(static_cast<double>(s.digits_[static_cast<std::size_t>(i)]), 32 * i - 512);
    return negative ? -v : v;
  }
  const Digits& digits() const { return digits_; }

 private:
  Digits digits_{};
};

}  // namespace gelu::bench
