// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "kernels/kernel.hpp"

namespace gelu::overlap {

/// Multiply-adds per vector of the kernels of busy(), in their order.
inline constexpr std::array k_operations{4, 8, 12, 16, 20, 24, 28};

/// Kernels that do nothing but keep the ports busy: f32 forward, AVX-512, in the library's loops.
BackendTable busy();

}  // namespace gelu::overlap
