// SPDX-License-Identifier: Apache-2.0
// What the project computes about the formulas themselves: extremes, thresholds of each format, the
// inputs that are hardest to round, check points. Printed by gelu-reference-tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kernels/types.hpp"

namespace gelu::ref {

/// The encodings at which a formula's results in a type change their nature. Magnitudes rise with
/// the encoding, so that all beyond a threshold are alike.
struct Thresholds {
  std::uint64_t saturated;     ///< smallest x > 0 from which on forward gives x, backward 1
  std::uint64_t last_nonzero;  ///< most negative x whose result is not zero; all below give -0
  std::uint64_t lowest;        ///< the smallest result
  std::uint64_t highest;       ///< backward: the largest result
};
Thresholds thresholds(Formula, Pass, Dtype);

/// An f32 input whose exact result lies close to the midpoint of two floats.
struct HardCase {
  std::uint32_t x;
  double distance;  ///< to the midpoint, in ulp
};
/// The `count` hardest of all f32 inputs, hardest first. A few seconds.
std::vector<HardCase> hard_cases(Formula, Pass, std::size_t count);

/// The tables of docs/accuracy.md, as Markdown.
std::string extremes_table();
std::string thresholds_table();
std::string hashes_table(std::size_t widest = 4);  ///< of types of up to `widest` bytes
std::string hard_cases_table();

/// Check points of a formula as CSV: formula,pass,dtype,x_bits,y_bits,why. MPFR's word.
std::string check_points(Formula);

}  // namespace gelu::ref
