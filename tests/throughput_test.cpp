// SPDX-License-Identifier: Apache-2.0
// The parts of gelu-throughput that need no stopwatch: inputs, sizes, plans, filters, statistics.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <set>
#include <stdexcept>

#include "benchmarks/inputs.hpp"
#include "benchmarks/machine.hpp"
#include "benchmarks/throughput_buffers.hpp"
#include "benchmarks/throughput_plan.hpp"
#include "benchmarks/throughput_rows.hpp"
#include "benchmarks/throughput_run.hpp"
#include "tests/throughput_matrix.hpp"

namespace gelu::bench {
namespace {

// The inputs are part of what a record means: on every platform and for ever the same bits.
TEST(Inputs, HaveTheirBitsPinned) {
  const auto hash = [](const char* set, Dtype dtype) {
    std::vector<unsigned char> x(4096 * bytes(dtype));
    fill_inputs(set, 1, dtype, 4096, x.data());
    std::uint64_t h = 0xcbf29ce484222325;  // FNV-1a
    for (const unsigned char c : x) h = (h ^ c) * 0x100000001b3;
    return h;
  };
  EXPECT_EQ(hash("normal2", Dtype::f32), 5530371840338829698U);
  EXPECT_EQ(hash("normal2", Dtype::f64), 1045427543662037133U);
  EXPECT_EQ(hash("normal1", Dtype::bf16), 12619158627693777785U);
  EXPECT_EQ(hash("normal4", Dtype::f32), 11687510355599265910U);
  EXPECT_EQ(hash("uniform4", Dtype::f16), 5086010330754000960U);
  EXPECT_EQ(hash("specials", Dtype::f32), 2654054906542905357U);
}

TEST(Inputs, Normal2HasTheMomentsItsNameSays) {
  constexpr int n = 200000;
  double sum = 0, squares = 0, fourth = 0;
  for (int i = 0; i < n; ++i) {
    const double x = input("normal2", 1, static_cast<std::uint64_t>(i)) / 2;
    sum += x;
    squares += x * x;
    fourth += x * x * x * x;
  }
  EXPECT_NEAR(sum / n, 0, 0.01);  // 4 standard errors
  EXPECT_NEAR(squares / n, 1, 0.013);
  EXPECT_NEAR(fourth / n, 3, 0.09);
}

TEST(Inputs, AreAFunctionOfSeedAndPlace) {
  float a[64], b[64], c[64];
  fill_inputs("normal2", 1, Dtype::f32, 64, a);
  fill_inputs("normal2", 1, Dtype::f32, 16, b);
  fill_inputs("normal2", 2, Dtype::f32, 64, c);
  EXPECT_EQ(std::memcmp(a, b, 16 * sizeof(float)), 0);
  EXPECT_NE(std::memcmp(a, c, sizeof a), 0);
  EXPECT_EQ(a[5], static_cast<float>(input("normal2", 1, 5)));
}

TEST(Inputs, SpecialsHaveEveryClass) {
  int nan = 0, infinite = 0, zero = 0, finite = 0;
  for (std::uint64_t i = 0; i < 4096; ++i) {
    const double x = input("specials", 1, i);
    ++(std::isnan(x) ? nan : std::isinf(x) ? infinite : x == 0 ? zero : finite);
  }
  EXPECT_GT(nan, 0);
  EXPECT_GT(infinite, 0);
  EXPECT_GT(zero, 0);
  EXPECT_GT(finite, 3500);
}

TEST(Inputs, RepeatAfterTheirPeriod) {
  constexpr std::size_t n = k_input_period + 5;
  std::vector<std::uint16_t> x(n);
  fill_inputs("uniform4", 1, Dtype::bf16, n, x.data());
  EXPECT_TRUE(std::equal(x.begin() + k_input_period, x.end(), x.begin()));
  EXPECT_EQ(input("uniform4", 1, k_input_period + 3), input("uniform4", 1, 3));
}

TEST(Inputs, UnknownNamesAreRefused) {
  float x = 0;
  EXPECT_THROW(fill_inputs("gauss", 1, Dtype::f32, 1, &x), std::invalid_argument);
  EXPECT_FALSE(is_input_name("gauss"));
}

TEST(Levels, FillHalfOfTheLevelWithAllStreams) {
  for (const char* level : {"l1", "l2", "l3"}) {
    const std::size_t cache = cache_bytes(level[1] - '0');
    if (cache == 0) continue;
    for (const Pass pass : {Pass::forward, Pass::backward}) {
      const std::size_t n = level_elements(level, Dtype::f32, pass, 1);
      EXPECT_EQ(n % 64, 0U);
      const std::size_t room = n * bytes_moved(Dtype::f32, pass);
      EXPECT_LE(room, cache / 2);
      EXPECT_GT(room, cache / 2 - 64 * bytes_moved(Dtype::f32, pass));
    }
  }
}

TEST(Levels, DramIsBeyondTheLastCacheAndBounded) {
  const std::size_t n = level_elements("dram", Dtype::f32, Pass::forward, 1);
  EXPECT_LE(n * 8, std::size_t{512} << 20);
  const std::size_t most = std::min(std::size_t{512} << 20, memory_bytes() / 16);
  EXPECT_GE(n * 8 + 64 * 8, std::min(4 * cache_bytes(3), most));
  const std::size_t halves = level_elements("dram", Dtype::f32, Pass::forward, 2);
  EXPECT_NEAR(static_cast<double>(halves), static_cast<double>(n) / 2, 64);
}

TEST(Filter, KeepsWhatGoogleBenchmarkWould) {
  const auto cells = matrix();
  Wishes wishes{.methods = "erf_*", .backends = "vc-avx2"};
  wishes.sizes = {64};
  const auto kept = [&](const char* filter) {
    std::vector<Item> items = make_plan(cells, wishes).items;
    apply_filter(items, filter);
    return items.size();
  };
  const std::size_t all = kept("");
  EXPECT_EQ(kept("all"), all);
  EXPECT_EQ(kept("."), all);
  EXPECT_EQ(kept("nothing"), 0U);
  EXPECT_EQ(kept("^erf_a/.*/bf16/") + kept("-^erf_a/.*/bf16/"), all);
  EXPECT_EQ(kept("^erf_a/.*/bf16/.*threads:1$"), 2U);
  EXPECT_THROW(kept("("), std::invalid_argument);
}

TEST(Flags, WrongValuesAreErrors) {
  for (const char* bad :
       {"--benchmark_format=xml", "--benchmark_out_format=yaml", "--benchmark_repetitions=many",
        "--benchmark_min_time=10x", "--benchmark_nothing=1", "--benchmark_repetitions=0"}) {
    Settings settings;
    settings.benchmark_flags = {bad};
    EXPECT_THROW(read_benchmark_flags(settings), std::invalid_argument) << bad;
  }
  initialize_benchmark({"--benchmark_repetitions=1"});  // flags are global: as they were
}

TEST(Flags, AreReadBackIntoTheSettings) {
  Settings settings;
  settings.benchmark_flags = {"--benchmark_repetitions=3", "--benchmark_min_time=0.25",
                              "--benchmark_filter=erf"};
  const BenchmarkFlags flags = read_benchmark_flags(settings);
  EXPECT_EQ(settings.repetitions, 3);
  EXPECT_EQ(settings.min_time_s, 0.25);
  EXPECT_EQ(flags.filter, "erf");
  EXPECT_FALSE(flags.list);
  EXPECT_TRUE(settings.random_order);
  settings.benchmark_flags.emplace_back("--benchmark_enable_random_interleaving=false");
  read_benchmark_flags(settings);
  EXPECT_FALSE(settings.random_order);
  initialize_benchmark({"--benchmark_filter="});
}

TEST(Schedule, TheSampleTimeFitsTheBudget) {
  const auto cells = matrix();
  Wishes wishes;
  wishes.sizes = {4096};
  std::vector<Item> items = make_plan(cells, wishes).items;
  for (Item& item : items) item.estimate_ns = 1;
  Settings settings;
  settings.budget_s = 10;
  settings.min_time_s = fitting_min_time(items, settings);
  EXPECT_NEAR(planned_seconds(items, settings), 10, 0.5);
  settings.budget_s = 1e-3;  // cannot be met: the shortest sample that means something
  EXPECT_NEAR(fitting_min_time(items, settings), 1e-3, 1e-4);
}

TEST(Rows, QuartilesInterpolate) {
  const Quartiles q = quartiles({4, 1, 3, 2});
  EXPECT_EQ(q.min, 1);
  EXPECT_EQ(q.q1, 1.75);
  EXPECT_EQ(q.median, 2.5);
  EXPECT_EQ(q.q3, 3.25);
  EXPECT_EQ(q.max, 4);
  EXPECT_EQ(quartiles({7}).median, 7);
}

TEST(Rows, PairsTakeTheRoofSampleNearestInTime) {
  // The machine is half as fast in its second half: the ratio stays 50 %.
  const std::vector<Sample> roof{{0, 1}, {10, 2}}, item{{1, 2}, {9, 4}, {30, 4}};
  EXPECT_EQ(paired_percent(item, roof), (std::vector<double>{50, 50, 50}));
}

TEST(Rows, NoPairsOfRowsMeasuredApart) {
  const std::vector<Sample> early{{0, 1}, {10, 1}}, late{{90, 1}, {99, 3}};
  EXPECT_TRUE(paired_percent(early, late).empty());
  EXPECT_TRUE(paired_percent(late, early).empty());
  EXPECT_EQ(paired_percent({{50, 2}}, early), std::vector<double>{50});
}

TEST(Rows, PercentOfRoofIsARatioOfThroughputs) {
  const auto cells = matrix();
  Wishes wishes{.methods = "erf_a", .dtypes = "f32", .backends = "vc-avx2", .passes = "forward"};
  wishes.sizes = {64};
  Plan plan = make_plan(cells, wishes);
  for (Item& item : plan.items) {
    const double ns = std::string_view(item.cell->kernel.method) == "erf_a" ? 4 : 1;
    item.samples = {{0, ns}, {1, ns}, {2, ns}};
    item.iterations = 10;
  }
  const Json row = throughput_row(plan.items, plan.items[0], "normal2", true);
  EXPECT_EQ(row["pct_of_relu"], 25);
  EXPECT_EQ(row["pct_of_copy_paired"]["median"], 25);
  EXPECT_EQ(row["elements_per_s"], 0.25e9);
  EXPECT_EQ(row["bytes_per_s"], 2e9);
  EXPECT_EQ(row["samples"].size(), 3U);
  plan.items.resize(1);  // without roofs
  EXPECT_TRUE(throughput_row(plan.items, plan.items[0], "normal2", true)["pct_of_relu"].is_null());
}

TEST(Buffers, AreSharedFilledPoisonedAndApart) {
  Buffers buffers("normal2", 1);
  const Slice a = buffers.slice(Dtype::f32, Pass::backward, 1000, 0);
  EXPECT_EQ(buffers.slice(Dtype::f32, Pass::backward, 1000, 0).x, a.x);
  EXPECT_NE(buffers.slice(Dtype::f32, Pass::backward, 1000, 1).x, a.x);
  float expected[1000];
  fill_inputs("normal2", 1, Dtype::f32, 1000, expected);
  EXPECT_EQ(std::memcmp(a.x, expected, sizeof expected), 0);
  EXPECT_EQ(a.y[3999], std::byte{0xa5});
  EXPECT_GE(a.y - a.x, 4000);
  EXPECT_GE(a.with - a.y, 4000);
  EXPECT_EQ(buffers.slice(Dtype::f32, Pass::forward, 1000, 0).with, nullptr);
}

}  // namespace
}  // namespace gelu::bench
