// SPDX-License-Identifier: Apache-2.0
// Times as the experiments take and sum them up.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "kernels/registry.hpp"

namespace gelu::experiments {

/// The library's f32 forward kernel of a method on stdx-avx512; null where it was not built or the
/// processor cannot run it.
inline const Kernel* avx512(const std::string& method) {
  const gelu_kernel* cell = gelu_find((method + "/forward/f32/stdx-avx512").c_str());
  return cell != nullptr ? &cell->kernel : nullptr;
}

/// ns per element of `calls` calls on n elements each.
template <class F>
double ns_per_element(std::size_t n, int calls, F&& f) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < calls; ++i) f();
  const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
  return time.count() / calls / static_cast<double>(n);
}

/// The value below which a part of them lies.
inline double at(std::vector<double> values, double part) {
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

}  // namespace gelu::experiments
