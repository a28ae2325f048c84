// SPDX-License-Identifier: Apache-2.0
// All results of a kernel as one number, which tells whether they are those that were certified.
#pragma once

#include <cstdint>

#include "kernels/registry.hpp"

namespace gelu::bench {

/// The sum of ref::hash_term over all encodings of the kernel's input, a type of at most 32 bits;
/// of a gradient for dy = 1. After g_stop it returns early with another number.
std::uint64_t hash_of_results(const Cell&, unsigned threads);

}  // namespace gelu::bench
