// SPDX-License-Identifier: Apache-2.0
// The CUDA kernels as cells of the matrix, computed on the GPU from and to arrays of the host: for
// checks and certificates, not for times.
#pragma once

#include <vector>

#include "kernels/cuda/kernel.hpp"
#include "kernels/registry.hpp"

namespace gelu::bench {

/// One cell per kernel with a pass and dtype of the matrix; none without a GPU. In the order of
/// cuda::kernels(). Their isa is the launch shell. What a kernel calls CUDA's library for is not
/// the C library's: its origin is hardware.
const std::vector<Cell>& cuda_cells();
/// The cell of a kernel, or null.
const Cell* cuda_cell(const cuda::Kernel& kernel);

/// The registry's cells and these.
const std::vector<Cell>& all_cells();

}  // namespace gelu::bench
