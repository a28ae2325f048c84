// SPDX-License-Identifier: Apache-2.0
// The second opinion: the formulas by Arb's ball arithmetic, written as the textbooks have them,
// with its own rounding. Shares no code with reference/ but the table of formats.
#pragma once

#include <cstdint>
#include <vector>

#include "kernels/types.hpp"

namespace gelu::test {

/// Bits of f(x) rounded to `to`, for finite x != 0 and the formulas erf, tanh, sigmoid.
std::uint64_t rounded_by_arb(Formula, Pass, double x, Dtype to);

/// |sum of parts - f(x)| / unit, rounded up: for bounds.
double distance_by_arb(Formula, Pass, double x, double hi, double lo, double unit);

}  // namespace gelu::test
