// SPDX-License-Identifier: Apache-2.0
// Lines of memory brought into a cache before they are needed.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/vec/config.hpp"

namespace gelu {

/// Fetches the lines of `bytes` bytes from `at` on.
template <int Locality>
GELU_FN void fetch(std::uintptr_t at, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += 64) {
    // May be past the end of an array, where a pointer must not be moved.
    const auto* line = reinterpret_cast<const void*>(at + i);  // NOLINT(performance-no-int-to-ptr)
    __builtin_prefetch(line, 0, Locality);
  }
}

/// Fetches them to be written, so that the store need not wait for the line.
GELU_FN void fetch_to_write(std::uintptr_t at, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += 64) {
#if defined(__x86_64__)
    // GCC emits it for some processors only; the others take it for no operation.
    asm volatile("prefetchw (%0)" : : "r"(at + i));
#else
    const auto* line = reinterpret_cast<const void*>(at + i);  // NOLINT(performance-no-int-to-ptr)
    __builtin_prefetch(line, 1, 3);
#endif
  }
}

}  // namespace gelu
