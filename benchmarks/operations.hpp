// SPDX-License-Identifier: Apache-2.0
// What each method does per element, counted while it runs (kernels/vec/counting.hpp).
#pragma once

#include "benchmarks/record.hpp"

namespace gelu::bench {

/// One row per method and single pass in f32: its operations per element, the mean over 1024 inputs
/// of normal2, without zeros; "wide" has those on doubles. As with fma. Code with a branch counts
/// what the element itself needs; a vector does what one of its elements needs.
Json operations();

}  // namespace gelu::bench
