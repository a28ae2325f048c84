// SPDX-License-Identifier: Apache-2.0
// One 64-bit number for the results over all encodings of a type: the sum modulo 2^64 of
// mix((c << 32) | bits of the result for encoding c). A sum does not depend on order: it shards.
#pragma once

#include <cstdint>

#include "reference/formats.hpp"

namespace gelu::ref {

/// The output step of splitmix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t mix(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// What encoding c with this result adds to the sum. The result must be canonical already.
constexpr std::uint64_t hash_term(std::uint64_t encoding, std::uint64_t result) {
  return mix((encoding << 32) | result);
}

/// A result as it enters the sum: every NaN becomes the canonical quiet NaN.
constexpr std::uint64_t canonical(Dtype dtype, std::uint64_t bits) {
  return is_nan(dtype, bits) ? format(dtype).nan : bits;
}

/// The terms of k_block encodings from `first` on, summed. The results must be canonical already.
std::uint64_t hash_block(std::uint64_t first, const std::uint32_t* results);

}  // namespace gelu::ref
