// SPDX-License-Identifier: Apache-2.0
// Named, seeded inputs with the same bits on every platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "kernels/types.hpp"

namespace gelu::bench {

/// normal2 (sigma 2, the default), normal1, normal4, uniform4 (on [-4, 4)), specials (normal2 with
/// one element in eight special: zeros, infinities, NaN, subnormals, huge).
std::span<const std::string_view> input_names();
bool is_input_name(std::string_view name);

/// Element i as a double: a function of (name, seed, i) alone, so that it shards and tiles. Made of
/// integers, + - * / and sqrt only: no library's log or cos, whose bits differ between systems.
double input(std::string_view name, std::uint64_t seed, std::uint64_t i);

/// The inputs repeat after this many elements: filling DRAM stays cheap, and no branch predictor
/// remembers that far.
inline constexpr std::uint64_t k_input_period = std::uint64_t{1} << 20;

/// Elements 0 to n - 1, rounded to `dtype`, ties to even. Throws std::invalid_argument for an
/// unknown name.
void fill_inputs(std::string_view name, std::uint64_t seed, Dtype dtype, std::size_t n, void* out);

}  // namespace gelu::bench
