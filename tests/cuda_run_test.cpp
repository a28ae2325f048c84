// SPDX-License-Identifier: Apache-2.0
// gelu-cuda around the kernels, on a runtime and kernels that run on the host.
#include <gtest/gtest.h>

#include "benchmarks/cuda_cells.hpp"
#include "benchmarks/cuda_run.hpp"
#include "kernels/cuda/device.hpp"
#include "tests/cuda_fake.hpp"

namespace gelu::test {
namespace {

using bench::CudaItem;
using bench::CudaMode;

const cuda::Kernel& kernel(const std::string& key) {
  for (const cuda::Kernel& k : cuda::kernels())
    if (cuda::key(k) == key) return k;
  throw std::runtime_error("no " + key);
}

TEST(CudaCheck, PassesWhatIsRightAndRefusesWhatIsNot) {
  for (const cuda::Kernel& k : cuda::kernels()) {
    const std::string fault = bench::check_cuda(k, 1);
    EXPECT_EQ(fault.empty(), std::string_view(k.method) != "wrong") << cuda::key(k) << fault;
  }
}

TEST(CudaCells, AreThePassesAndTypesOfTheMatrix) {
  std::string keys;
  for (const Cell& cell : bench::cuda_cells()) keys += cell.key + " ";
  EXPECT_EQ(keys,
            "copy/forward/bf16/cuda-v1 erf_ex2_16/forward/bf16/cuda-v1 "
            "erf_ex2_16/backward/bf16/cuda-v2 erf_ex2_16/bias/bf16/cuda-v1 "
            "erf_ex2_16/gated/bf16/cuda-v1 wrong/forward/bf16/cuda-v1 ");
  EXPECT_EQ(bench::cuda_cell(kernel("erf_ex2_16/forward/bf16/cuda-r1")), nullptr);
}

TEST(CudaRoof, MovesTheSameArrays) {
  const auto roof = [](const std::string& key) {
    const cuda::Kernel* k = bench::cuda_roof(kernel(key));
    return k == nullptr ? "" : cuda::key(*k);
  };
  EXPECT_EQ(roof("erf_ex2_16/forward/bf16/cuda-v1"), "copy/forward/bf16/cuda-v1");
  EXPECT_EQ(roof("erf_ex2_16/bias/bf16/cuda-v1"), "copy/forward/bf16/cuda-v1");
  EXPECT_EQ(roof("erf_ex2_16/gated_backward/bf16/cuda-v1"), "copy/gated_backward/bf16/cuda-v1");
  EXPECT_EQ(roof("erf_ex2_16/forward/bf16_e4m3/cuda-v1"), "copy/forward/bf16_e4m3/cuda-v1");
  EXPECT_EQ(roof("erf_ex2_16/gated/bf16/cuda-v1"), "");  // no copy of two inputs in this table
}

TEST(CudaSize, RotatesOverFourTimesTheCache) {
  const cuda::Kernel& k = kernel("erf_ex2_16/forward/bf16/cuda-v1");
  const bench::CudaSize hbm = bench::cuda_size(k, CudaMode::hbm);
  EXPECT_GE(hbm.n * hbm.sets * 4, 4 * cuda::device().l2_bytes);
  EXPECT_LE(bench::cuda_size(k, CudaMode::l2).n * 4, cuda::device().l2_bytes / 4);
}

TEST(CudaPlan, ModesFitTheShells) {
  bench::CudaWishes wishes;
  for (const CudaItem& item : bench::plan_cuda(wishes))
    EXPECT_EQ(item.kernel->resident, item.mode == CudaMode::resident);
  wishes.modes = "launch,resident";
  wishes.methods = "erf_ex2_16";
  wishes.dtypes = "bf16";
  EXPECT_EQ(bench::plan_cuda(wishes).size(), 6U);
}

TEST(CudaRun, TakesEverySampleBesideItsRoof) {
  bench::CudaWishes wishes;
  wishes.modes = "l2,launch";
  wishes.methods = "erf_ex2_16";
  wishes.passes = "forward,gated_backward";
  wishes.repetitions = 3;
  std::vector<CudaItem> items = bench::plan_cuda(wishes);
  ASSERT_FALSE(items.empty());
  const long before = fake().allocations;
  bench::measure_cuda(items, wishes);
  EXPECT_EQ(fake().allocations, before);  // everything is given back
  EXPECT_GT(fake().graphs, 0);
  for (const CudaItem& item : items) {
    ASSERT_EQ(item.ns_per_element.size(), 3U);
    // An interval takes 2 ms, whatever runs in it: so many launches, so many elements.
    EXPECT_NEAR(item.ns_per_element[0], 2e6 / static_cast<double>(item.launches) / item.elements,
                1e-9);
    EXPECT_EQ(item.pct_of_roof.size(), item.roof == nullptr ? 0U : 3U);
    const bench::Json row = bench::cuda_row(item, "normal2");
    EXPECT_EQ(row["level"], name(item.mode));
    EXPECT_EQ(row["samples"].size(), 3U);
  }
}

}  // namespace
}  // namespace gelu::test
