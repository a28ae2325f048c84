// SPDX-License-Identifier: Apache-2.0
// 8-bit integers in the benchmarks: sixteenths, from -8 to 127/16.
#pragma once

#include <algorithm>
#include <cmath>

#include "kernels/int8.hpp"
#include "reference/formats.hpp"

namespace gelu::bench {

inline constexpr Int8Format k_sixteenths{1.0F / 16, 0};

/// ref::encode, for 8-bit integers too: the nearest; NaN becomes 0.
inline std::uint64_t encode(Dtype dtype, double value) {
  if (dtype != Dtype::i8) return ref::encode(dtype, value);
  const double q = std::isnan(value) ? 0 : std::clamp(std::nearbyint(16 * value), -128.0, 127.0);
  return static_cast<std::uint8_t>(static_cast<std::int8_t>(q));
}
inline double decode(Dtype dtype, std::uint64_t bits) {
  if (dtype != Dtype::i8) return ref::decode(dtype, bits);
  return static_cast<double>(static_cast<std::int8_t>(bits)) / 16;
}

/// What a kernel for them looks up in.
inline std::array<std::int8_t, 256> table_of_sixteenths(Formula f) {
  return int8_table(f, k_sixteenths, k_sixteenths);
}

}  // namespace gelu::bench
