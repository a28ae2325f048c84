// SPDX-License-Identifier: Apache-2.0
// What gelu-cuda measures, and how: a kernel and its roof by turns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "benchmarks/cuda_timer.hpp"
#include "benchmarks/record.hpp"

namespace gelu::bench {

struct CudaWishes {
  std::string methods = "*", dtypes = "*", passes = "*", shells = "*", modes = "*";
  std::string inputs = "normal2";
  std::uint64_t seed = 1;
  int repetitions = 11;
};

/// One kernel in one mode.
struct CudaItem {
  const cuda::Kernel* kernel = nullptr;
  CudaMode mode = CudaMode::hbm;
  const cuda::Kernel* roof =
      nullptr;  ///< the copy of the same arrays, in the same shell if there is
  bool checked = false;
  std::size_t n = 0, launches = 0;
  double elements = 0;
  std::vector<double> at_s, ns_per_element, pct_of_roof;
};

/// In the table's order. Kernels in registers alone are timed in the mode `resident` and nowhere
/// else. Throws std::invalid_argument for malformed lists.
std::vector<CudaItem> plan_cuda(const CudaWishes& wishes);
/// The copy that moves the same arrays, or null.
const cuda::Kernel* cuda_roof(const cuda::Kernel& kernel);

/// Computes a few thousand elements and compares with the reference; what is wrong, or nothing.
std::string check_cuda(const cuda::Kernel& kernel, std::uint64_t seed);

/// Fills in the samples under Google Benchmark, whose repetitions are shuffled.
void measure_cuda(std::vector<CudaItem>& items, const CudaWishes& wishes);

Json cuda_row(const CudaItem& item, const std::string& inputs);

}  // namespace gelu::bench
