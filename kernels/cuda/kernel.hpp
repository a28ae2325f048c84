// SPDX-License-Identifier: Apache-2.0
// One cell of the CUDA part of the matrix. Needs no CUDA header.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kernels/cuda/shell.hpp"
#include "kernels/kernel.hpp"

namespace gelu::cuda {

/// A kernel that was compiled for the device. Strings live as long as the program.
struct Kernel {
  const char* method;
  Formula formula;
  const char* pass;  ///< as in k_pass_names, or gated_backward
  Dtype in, out;     ///< types of the elements in memory
  Origin origin;
  const char* shell;
  const char* file;  ///< the source that it was compiled in, without folder and suffix
  int inputs, outputs;
  int vector;     ///< elements of one 16-byte vector
  int in_flight;  ///< vectors per thread and trip
  bool row;       ///< the second input is one row
  bool resident;  ///< repeats its arithmetic in registers
  const void* entry;
  /// Enqueues it on a stream (cudaStream_t): 0 or a cudaError_t. n = 0 does nothing.
  int (*launch)(Args args, void* stream);
};

using Table = std::vector<Kernel>;

/// <method>/<pass>/<dtype>/cuda-<shell>, the dtype from_to where they differ.
std::string key(const Kernel& k);

/// All of them, in a fixed order (none without the toolkit); and what is not among them, with the
/// reason.
std::span<const Kernel> kernels();
struct Missing {
  std::string what, reason;
};
std::span<const Missing> missing();

}  // namespace gelu::cuda
