// SPDX-License-Identifier: Apache-2.0
// The clock of the GPU's processors at the moment: cycles over nanoseconds of a kernel that spins.
#include <cuda_runtime.h>

#include <cstdint>

namespace gelu::cuda {
namespace {

__global__ void spin(std::uint64_t* out) {
  std::uint64_t from, to;
  asm volatile("mov.u64 %0, %%globaltimer;" : "=l"(from));
  const long long cycles = clock64();
  do {
    asm volatile("mov.u64 %0, %%globaltimer;" : "=l"(to));
  } while (to - from < 2000000);  // far above the timer's step of a microsecond
  out[0] = static_cast<std::uint64_t>(clock64() - cycles);
  out[1] = to - from;
}

}  // namespace

/// In MHz; 0 when that fails.
double processor_clock_mhz() {
  std::uint64_t* on_device = nullptr;
  std::uint64_t result[2] = {0, 0};
  if (cudaMalloc(&on_device, sizeof result) != cudaSuccess) return 0;
  spin<<<1, 1>>>(on_device);
  const cudaError_t code = cudaMemcpy(result, on_device, sizeof result, cudaMemcpyDeviceToHost);
  cudaFree(on_device);
  if (code != cudaSuccess || result[1] == 0) return 0;
  return 1e3 * static_cast<double>(result[0]) / static_cast<double>(result[1]);
}

}  // namespace gelu::cuda
