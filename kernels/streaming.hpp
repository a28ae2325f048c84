// SPDX-License-Identifier: Apache-2.0
// Passes over arrays larger than the last cache.
#pragma once

#include <cstddef>

#include "kernels/kernel.hpp"

namespace gelu {

/// run(k, a, n) with results that go to memory around the caches: no line of theirs is read before
/// it is written, nor pushes a line of an input out. One input is fetched `prefetch_bytes` ahead,
/// each of two half as far; 0 leaves that to the hardware. Of two outputs that begin at different
/// places of a line, ordinary stores.
void run_streaming(const Kernel& k, Arrays a, std::size_t n, std::size_t prefetch_bytes);

/// run(k, a, n), results by ordinary stores. Of arrays of some MiB, where fetching helps, inputs
/// and the lines of results are fetched ahead, by loops that take fewer vectors at once: from DRAM
/// that is faster, from a cache slower.
void run_ordinary(const Kernel& k, const Arrays& a, std::size_t n);

/// After the last call: later stores of this thread, such as a flag for another thread, come after
/// the streamed ones.
void end_streaming();

/// The prefetch_bytes that was fastest on the processor of this kind that was measured
/// (docs/method.md); 0 where none helped or none was measured.
std::size_t best_prefetch();

}  // namespace gelu
