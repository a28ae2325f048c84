// SPDX-License-Identifier: Apache-2.0
// Which rows a run of gelu-throughput has.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "benchmarks/machine.hpp"
#include "kernels/streaming.hpp"
#include "tests/throughput_matrix.hpp"

namespace gelu::bench {
namespace {

TEST(Plan, RoofsComeAlongFromTheSameBackend) {
  const auto cells = matrix();
  Wishes wishes{.methods = "erf_a", .dtypes = "f32", .backends = "vc-avx2", .passes = "forward"};
  wishes.sizes = {100};
  wishes.threads = "1";
  const Plan plan = make_plan(cells, wishes);
  EXPECT_EQ(names(plan),
            (Names{"erf_a/forward/f32/vc-avx2/n100/1", "relu/forward/f32/vc-avx2/n100/1",
                   "copy/forward/f32/vc-avx2/n100/1"}));
  const Item* relu = roof_of(plan.items, plan.items[0], "relu");
  ASSERT_NE(relu, nullptr);
  EXPECT_EQ(relu->cell->key, "relu/forward/f32/vc-avx2");
  EXPECT_EQ(roof_of(plan.items, plan.items[0], "tanh"), nullptr);
}

TEST(Plan, QuickTakesTheBestOfEachBackend) {
  const auto cells = matrix();
  Wishes wishes;
  wishes.preset = "quick";
  wishes.sizes = {64};
  const Names chosen = names(make_plan(cells, wishes));
  EXPECT_EQ(chosen.size(), 8U);
  EXPECT_TRUE(chosen.contains("erf_b/forward/f32/vc-avx2/n64/1"));
  EXPECT_FALSE(chosen.contains("erf_b/forward/f32/vc-avx/n64/1"));
  EXPECT_TRUE(chosen.contains("erf_b/forward/f32/scalar-sse2/n64/1"));
}

TEST(Plan, WhatTheUserNamesReplacesThePreset) {
  const auto cells = matrix();
  Wishes wishes{.methods = "erf_a", .dtypes = "bf16", .backends = "vc-avx", .passes = "backward"};
  wishes.preset = "quick";
  wishes.sizes = {64, 128};
  wishes.threads = "1,3";
  const Names chosen = names(make_plan(cells, wishes));
  EXPECT_EQ(chosen.size(), 12U);
  EXPECT_TRUE(chosen.contains("erf_a/backward/bf16/vc-avx/n128/3"));
}

TEST(Plan, ThreadsOfEachPowerOfTwoUpToAll) {
  const auto cells = matrix();
  Wishes wishes{.methods = "relu", .dtypes = "f32", .backends = "vc-avx2", .passes = "forward"};
  wishes.sizes = {64};
  wishes.threads = "each";
  std::set<int> found, expected;
  for (const Item& item : make_plan(cells, wishes).items) found.insert(item.threads);
  for (int count = 1; count < usable_cpus(); count *= 2) expected.insert(count);
  expected.insert(usable_cpus());
  EXPECT_EQ(found, expected);
}

TEST(Plan, NothingSelectedIsAnEmptyPlanWithWarnings) {
  const auto cells = matrix();
  const Plan plan = make_plan(cells, {.methods = "gelu", .levels = "l9"});
  EXPECT_TRUE(plan.items.empty());
  const Plan typo = make_plan(cells, {.methods = "erf_a", .levels = "l1,l9"});
  EXPECT_EQ(typo.warnings, std::vector<std::string>{"--levels l9"});
}

TEST(Plan, MalformedWishesAreRefused) {
  const auto cells = matrix();
  EXPECT_THROW(make_plan(cells, {.preset = "fast"}), std::invalid_argument);
  for (const char* bad : {"", "0", "-1", "two", "1,,2", "1x", "99999999999"})
    EXPECT_THROW(make_plan(cells, {.threads = bad}), std::invalid_argument) << bad;
  EXPECT_THROW(make_plan(cells, {.levels = ""}), std::invalid_argument);
  EXPECT_THROW(make_plan(cells, {.stores = "stream"}), std::invalid_argument);
  EXPECT_THROW(make_plan(cells, {.modes = "fast"}), std::invalid_argument);
}

TEST(Plan, StreamingIsForDramUnlessNamed) {
  const auto cells = matrix();
  const std::size_t ahead = best_prefetch();
  const std::string way =
      ahead == 0 ? "dram/streaming/1" : fmt::format("dram/streaming/prefetch:{}/1", ahead);
  Wishes wishes{.methods = "erf_a", .dtypes = "f32", .backends = "vc-avx2", .threads = "1"};
  const Names chosen = names(make_plan(cells, wishes));
  EXPECT_TRUE(chosen.contains("erf_a/forward/f32/vc-avx2/dram/1"));
  EXPECT_TRUE(chosen.contains("erf_a/forward/f32/vc-avx2/" + way));
  EXPECT_TRUE(chosen.contains("copy/forward/f32/vc-avx2/" + way));
  EXPECT_TRUE(chosen.contains("erf_a/backward/f32/vc-avx2/" + way));
  for (const std::string& name : chosen) {
    if (name.find("/streaming") == std::string::npos) continue;
    EXPECT_TRUE(name.find("/f32/vc-avx2/dram/") != std::string::npos) << name;
  }
  wishes.levels = "l1";
  wishes.passes = "forward";
  for (const std::string& name : names(make_plan(cells, wishes)))
    EXPECT_EQ(name.find("/streaming"), std::string::npos) << name;
  wishes.stores = "streaming";
  wishes.prefetch = {0, 512};
  EXPECT_EQ(
      names(make_plan(cells, wishes)),
      (Names{"erf_a/forward/f32/vc-avx2/l1/streaming/1", "relu/forward/f32/vc-avx2/l1/streaming/1",
             "copy/forward/f32/vc-avx2/l1/streaming/1",
             "erf_a/forward/f32/vc-avx2/l1/streaming/prefetch:512/1",
             "relu/forward/f32/vc-avx2/l1/streaming/prefetch:512/1",
             "copy/forward/f32/vc-avx2/l1/streaming/prefetch:512/1"}));
}

TEST(Plan, RoofsHaveTheSameStores) {
  const auto cells = matrix();
  Wishes wishes{.methods = "erf_a", .dtypes = "f32", .backends = "vc-avx2", .passes = "forward"};
  wishes.sizes = {100};
  wishes.stores = "plain,streaming";
  wishes.threads = "1";
  const Plan plan = make_plan(cells, wishes);
  EXPECT_EQ(plan.items.size(), 6U);
  for (const Item& item : plan.items) EXPECT_EQ(roof_of(plan.items, item, "relu")->way, item.way);
}

TEST(Plan, LatencyIsForChainsAndNotForSizes) {
  auto cells = matrix();
  Wishes wishes{.methods = "erf_a", .dtypes = "f32", .backends = "vc-avx2", .passes = "forward"};
  wishes.modes = "latency";
  EXPECT_TRUE(make_plan(cells, wishes).items.empty()) << "no cell has a chain";
  for (Cell& c : cells) c.kernel.chain = [](const void*, double, void*, std::size_t) {};
  EXPECT_EQ(names(make_plan(cells, wishes)),
            (Names{"erf_a/forward/f32/vc-avx2/registers/1", "relu/forward/f32/vc-avx2/registers/1",
                   "copy/forward/f32/vc-avx2/registers/1"}));
  wishes.modes.reset();
  EXPECT_TRUE(names(make_plan(cells, wishes)).contains("erf_a/forward/f32/vc-avx2/registers/1"));
  wishes.levels = "l1";
  EXPECT_FALSE(names(make_plan(cells, wishes)).contains("erf_a/forward/f32/vc-avx2/registers/1"));
}

}  // namespace
}  // namespace gelu::bench
