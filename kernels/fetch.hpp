// SPDX-License-Identifier: Apache-2.0
// Lines of memory brought into a cache before they are needed.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/vec/config.hpp"

namespace gelu {

enum class Into { second_cache, first_cache, first_cache_to_write };

/// Fetches the line of `at`, which may be past the end of an array, where a pointer must not be
/// moved. It stays between the loads and stores where it stands: GCC would gather fetches.
template <Into into>
GELU_FN void fetch(std::uintptr_t at) {
#if defined(__x86_64__)
  if constexpr (into == Into::second_cache) asm volatile("prefetcht1 (%0)" : : "r"(at) : "memory");
  if constexpr (into == Into::first_cache) asm volatile("prefetcht0 (%0)" : : "r"(at) : "memory");
  // Processors without it take it for no operation.
  if constexpr (into == Into::first_cache_to_write)
    asm volatile("prefetchw (%0)" : : "r"(at) : "memory");
#else
  const auto* line = reinterpret_cast<const void*>(at);  // NOLINT(performance-no-int-to-ptr)
  __builtin_prefetch(line, into == Into::first_cache_to_write, into == Into::second_cache ? 2 : 3);
#endif
}

}  // namespace gelu
