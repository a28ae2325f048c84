// SPDX-License-Identifier: Apache-2.0
// The GPU of this machine, if there is one. Needs no CUDA header.
#pragma once

#include <cstddef>
#include <string>

#include "kernels/cuda/kernel.hpp"

namespace gelu::cuda {

struct Device {
  std::string absent;  ///< why there is none: then the rest is empty
  std::string name;
  int major = 0, minor = 0, processors = 0, driver = 0, runtime = 0;
  double clock_mhz = 0, memory_clock_mhz = 0;
  std::size_t l2_bytes = 0, memory_bytes = 0;
  int memory_bus_bits = 0;
};
/// The current device. Asks once.
const Device& device();

/// Runs a kernel on arrays of the host: up, launch, down. A thread has a stream and buffers of its
/// own. in: k.inputs arrays; out: k.outputs; table: of 256 results, where the kernel has one.
/// Throws std::runtime_error with the runtime's words.
void run_from_host(const Kernel& k, const void* const* in, void* const* out, std::size_t n,
                   const std::uint8_t* table = nullptr);

}  // namespace gelu::cuda
