// SPDX-License-Identifier: Apache-2.0
// Forward passes over arrays larger than the last cache.
#pragma once

#include <cstddef>

#include "kernels/kernel.hpp"

namespace gelu {

/// k.forward(x, y, n) with results that go to memory around the caches: no line of y is read before
/// it is written, nor pushes a line of x out. x is fetched `prefetch_bytes` ahead, by kernels of
/// vectors; 0 leaves that to the hardware.
void forward_streaming(const Kernel& k, const void* x, void* y, std::size_t n,
                       std::size_t prefetch_bytes);

/// The prefetch_bytes that was fastest on the processor of this maker that was measured
/// (docs/method.md); 0 where none helped or none was measured.
std::size_t best_prefetch();

}  // namespace gelu
