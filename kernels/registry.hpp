// SPDX-License-Identifier: Apache-2.0
// Every kernel that this machine can run, and what is absent and why. The C++ door to what
// <gelu/gelu.h> offers in C.
#pragma once

#include <gelu/gelu.h>

#include <span>
#include <string>

#include "kernels/kernel.hpp"

/// The opaque type of the C header.
struct gelu_kernel {
  gelu::Kernel kernel;
  std::string backend, isa, key;
  bool fma;  ///< the instruction set has a fused multiply-add
};

namespace gelu {

using Cell = ::gelu_kernel;

/// Someone else's GELU, measured beside ours; libgelu has none of them.
inline bool is_peer(const Cell& cell) { return cell.backend == "peer"; }

/// A backend, peer or device that is not here, with its reason in one line.
struct Absent {
  std::string what, reason;
};

/// In a fixed order: backends as in the table, methods as in the list. The kernels for 8-bit
/// integers come last.
std::span<const Cell> full_registry();
/// Without those: the kernels whose results are numbers, with an error of their own.
std::span<const Cell> registry();
std::span<const Absent> absent();

}  // namespace gelu
