// SPDX-License-Identifier: Apache-2.0
// Times CUDA kernels: launches captured in a graph, buffers that rotate, events around the graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "kernels/cuda/kernel.hpp"

namespace gelu::bench {

/// Where the data is, and what is timed.
///   hbm       buffers that together are four times the second-level cache, used in turn
///   l2        all streams in a quarter of that cache
///   launch    4096 elements: what a launch inside a graph costs
///   resident  arithmetic in registers alone, as in the epilogue of another kernel
enum class CudaMode : std::uint8_t { hbm, l2, launch, resident };
inline constexpr std::array<std::string_view, 4> k_cuda_mode_names{"hbm", "l2", "launch",
                                                                   "resident"};
constexpr std::string_view name(CudaMode m) {
  return k_cuda_mode_names[static_cast<std::size_t>(m)];
}

/// Device memory with inputs, filled once and shared by the kernels with the same arrays.
class CudaBuffers {
 public:
  CudaBuffers(std::string inputs, std::uint64_t seed);
  ~CudaBuffers();
  CudaBuffers(const CudaBuffers&) = delete;
  CudaBuffers& operator=(const CudaBuffers&) = delete;
  /// Arguments for n elements on the set-th of `sets` sets of arrays.
  cuda::Args args(const cuda::Kernel& k, std::size_t n, std::size_t set, std::size_t sets);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Elements and number of buffer sets of a kernel in a mode.
struct CudaSize {
  std::size_t n, sets;
};
CudaSize cuda_size(const cuda::Kernel& k, CudaMode mode);

/// A kernel's launches as one graph of at least a millisecond.
class CudaTimer {
 public:
  /// Throws std::runtime_error with the runtime's words.
  CudaTimer(CudaBuffers& buffers, const cuda::Kernel& k, CudaMode mode);
  ~CudaTimer();
  CudaTimer(const CudaTimer&) = delete;
  CudaTimer& operator=(const CudaTimer&) = delete;
  /// Runs the graph once; seconds per launch.
  double sample();
  std::size_t launches() const;
  /// Elements that one launch works on, repeats in registers included.
  double elements() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Bytes per second, read and written, of the runtime's copy from device to device.
double device_copy_rate();

}  // namespace gelu::bench
