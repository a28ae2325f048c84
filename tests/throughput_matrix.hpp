// SPDX-License-Identifier: Apache-2.0
// A small registry for the tests of gelu-throughput's plans.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

inline Cell cell(const char* method, Pass pass, Dtype dtype, const char* backend, const char* isa) {
  const Kernel kernel{method, Formula::erf, pass, dtype, Origin::portable, nullptr, nullptr};
  std::string key = std::string(method) + "/" + std::string(name(pass)) + "/" +
                    std::string(name(dtype)) + "/" + backend + "-" + isa;
  return {kernel, backend, isa, std::move(key), false};
}

/// Four methods on three backends, two dtypes and both passes.
inline std::vector<Cell> matrix() {
  std::vector<Cell> cells;
  for (const auto& [backend, isa] : {std::pair{"scalar", "sse2"}, {"vc", "avx2"}, {"vc", "avx"}})
    for (const char* method : {"copy", "relu", "erf_a", "erf_b"})
      for (const Pass pass : {Pass::forward, Pass::backward})
        for (const Dtype dtype : {Dtype::f32, Dtype::bf16})
          cells.push_back(cell(method, pass, dtype, backend, isa));
  return cells;
}

inline std::set<std::string> names(const Plan& plan) {
  std::set<std::string> out;
  for (const Item& item : plan.items) out.insert(item.name() + "/" + std::to_string(item.threads));
  EXPECT_EQ(out.size(), plan.items.size()) << "an item stands twice";
  return out;
}

using Names = std::set<std::string>;

}  // namespace gelu::bench
