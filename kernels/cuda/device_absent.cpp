// SPDX-License-Identifier: Apache-2.0
// In a build without the CUDA toolkit.
#include <stdexcept>

#include "kernels/cuda/device.hpp"

namespace gelu::cuda {

const Device& device() {
  static const Device none = [] {
    Device d;
    d.absent = "built without the CUDA toolkit";
    return d;
  }();
  return none;
}

void run_from_host(const Kernel& /*k*/, const void* const* /*in*/, void* const* /*out*/,
                   std::size_t /*n*/, const std::uint8_t* /*table*/) {
  throw std::runtime_error(device().absent);
}

}  // namespace gelu::cuda
