// SPDX-License-Identifier: Apache-2.0
// The results of a formula for 8-bit integers.
#pragma once

#include <array>
#include <cstdint>

#include "kernels/types.hpp"

namespace gelu {

/// q stands for scale * (q - zero_point).
struct Int8Format {
  float scale;
  int zero_point;
};
/// Whether scale is positive and finite, zero_point an 8-bit integer.
bool is_valid(Int8Format);

/// The smooth formulas and relu.
constexpr bool has_int8_table(Formula f) { return f <= Formula::relu; }

/// Result i is that for the integer whose bits are i: f of what it stands for, rounded to the
/// nearest integer of `y`, ties to even, saturated.
std::array<std::int8_t, 256> int8_table(Formula, Int8Format x, Int8Format y);

}  // namespace gelu
