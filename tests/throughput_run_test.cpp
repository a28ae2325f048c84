// SPDX-License-Identifier: Apache-2.0
// The stopwatch of gelu-throughput with kernels that only say how they were called.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "benchmarks/throughput_run.hpp"
#include "tests/throughput_matrix.hpp"

namespace gelu::bench {
namespace {

struct Call {
  const float *x, *with;
  float* y;
  std::size_t n;
};
std::vector<Call>& calls() {
  static std::vector<Call> all;
  return all;
}
void told(const void* x, const void* with, void* y, std::size_t n) {
  calls().push_back(
      {static_cast<const float*>(x), static_cast<const float*>(with), static_cast<float*>(y), n});
}

// Two calls of everything: at least one untimed, and at least one sample.
std::vector<Call> calls_of(const Cell& cell, std::size_t n) {
  calls().clear();
  std::vector<Item> items(1);
  items[0].cell = &cell;
  items[0].level = "n" + std::to_string(n);
  items[0].n = n;
  Settings settings;
  settings.repetitions = 1;
  settings.min_time_s = 1e-5;
  measure(items, settings, {}, [] { return 0; });
  EXPECT_EQ(items[0].samples.size(), 1U);
  return calls();
}

TEST(Run, BiasesAreThoseOfOneRow) {
  Cell bias = cell("erf_a", Pass::bias, Dtype::f32, "scalar", "sse2");
  bias.kernel.bias = told;
  const std::vector<Call> all = calls_of(bias, 2 * k_columns + 1000);
  ASSERT_GE(all.size(), 6U);
  ASSERT_EQ(all.size() % 3, 0U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t row = i % 3;
    EXPECT_EQ(all[i].n, row == 2 ? 1000 : k_columns);
    EXPECT_EQ(all[i].x, all[0].x + row * k_columns);
    EXPECT_EQ(all[i].y, all[0].y + row * k_columns);
    EXPECT_EQ(all[i].with, all[0].with);
  }
}

TEST(Run, OtherPassesAreOneCall) {
  Cell gated = cell("erf_a", Pass::gated, Dtype::f32, "scalar", "sse2");
  gated.kernel.gated = told;
  const std::vector<Call> all = calls_of(gated, 2 * k_columns + 1000);
  ASSERT_GE(all.size(), 2U);
  for (const Call& call : all) {
    EXPECT_EQ(call.n, 2 * k_columns + 1000);
    EXPECT_EQ(call.with, all[0].with);
  }
}

}  // namespace
}  // namespace gelu::bench
