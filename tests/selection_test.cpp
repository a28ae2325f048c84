// SPDX-License-Identifier: Apache-2.0
// Globs, and which cells they choose.
#include "benchmarks/selection.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace gelu::bench {
namespace {

Cell cell(const char* method, Pass pass, Dtype dtype, const char* backend, const char* isa) {
  const Kernel kernel{method, Formula::erf, pass, dtype, Origin::portable, nullptr, nullptr};
  std::string key = std::string(method) + "/" + std::string(name(pass)) + "/" +
                    std::string(name(dtype)) + "/" + backend + "-" + isa;
  return {kernel, backend, isa, std::move(key), false};
}

const std::vector<Cell> k_cells{
    cell("erf_libm", Pass::forward, Dtype::f32, "scalar", "sse2"),
    cell("erf_mills", Pass::forward, Dtype::f32, "scalar", "sse2"),
    cell("erf_mills", Pass::backward, Dtype::f32, "stdx", "avx2"),
    cell("erf_mills", Pass::forward, Dtype::bf16, "stdx", "avx512"),
    cell("tanh_exp", Pass::forward, Dtype::f64, "stdx", "avx512"),
};

std::vector<std::string> keys(const Selection& selection) {
  std::vector<std::string> out;
  for (const Cell* chosen : select(k_cells, selection)) out.push_back(chosen->key);
  return out;
}

using Keys = std::vector<std::string>;

TEST(Globs, MatchWholeTexts) {
  EXPECT_TRUE(Globs("erf_*").matches("erf_mills"));
  EXPECT_FALSE(Globs("erf").matches("erf_mills"));
  EXPECT_FALSE(Globs("mills").matches("erf_mills"));
  EXPECT_TRUE(Globs("f?2").matches("f32"));
  EXPECT_FALSE(Globs("f?2").matches("bf16"));
  EXPECT_TRUE(Globs("[be]*").matches("bf16"));
  EXPECT_TRUE(Globs("*").matches(""));
}

TEST(Globs, ListsAreUnionsMinusNegations) {
  const Globs globs("erf_*,relu,!erf_libm*");
  EXPECT_TRUE(globs.matches("erf_mills"));
  EXPECT_TRUE(globs.matches("relu"));
  EXPECT_FALSE(globs.matches("erf_libm"));
  EXPECT_FALSE(globs.matches("tanh_exp"));
  EXPECT_TRUE(Globs("!relu").matches("copy"));
  EXPECT_FALSE(Globs("!relu").matches("relu"));
}

TEST(Globs, RefuseEmptyItems) {
  for (const char* bad : {"", ",", "a,", ",a", "a,,b", "!", "a,!"})
    EXPECT_THROW(Globs{bad}, std::invalid_argument) << bad;
}

TEST(Select, EverythingByDefaultInOrder) {
  const auto all = select(k_cells, {});
  ASSERT_EQ(all.size(), k_cells.size());
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], &k_cells[i]);
}

TEST(Select, FiltersByEachField) {
  EXPECT_EQ(keys({.methods = "tanh*"}), Keys{"tanh_exp/forward/f64/stdx-avx512"});
  EXPECT_EQ(keys({.dtypes = "bf16"}), Keys{"erf_mills/forward/bf16/stdx-avx512"});
  EXPECT_EQ(keys({.passes = "backward"}), Keys{"erf_mills/backward/f32/stdx-avx2"});
  EXPECT_EQ(keys({.backends = "scalar"}).size(), 2U);
}

TEST(Select, ABackendIsNamedWithOrWithoutItsIsa) {
  EXPECT_EQ(keys({.backends = "stdx"}).size(), 3U);
  EXPECT_EQ(keys({.backends = "stdx-avx2"}), Keys{"erf_mills/backward/f32/stdx-avx2"});
  EXPECT_EQ(keys({.backends = "*-avx512"}).size(), 2U);
  EXPECT_EQ(keys({.backends = "stdx,!stdx-avx512"}), Keys{"erf_mills/backward/f32/stdx-avx2"});
  EXPECT_EQ(keys({.backends = "!stdx"}).size(), 2U);
  EXPECT_TRUE(keys({.backends = "avx512"}).empty());
}

TEST(Select, NothingIsAnEmptyListAndNoError) { EXPECT_TRUE(keys({.methods = "gelu"}).empty()); }

TEST(Select, AMalformedListNamesItsFlag) {
  try {
    select(k_cells, {.dtypes = "f32,,f64"});
    FAIL() << "no exception";
  } catch (const std::invalid_argument& error) {
    EXPECT_NE(std::string(error.what()).find("--dtypes"), std::string::npos) << error.what();
  }
}

TEST(Select, SaysWhichItemsMatchNothing) {
  EXPECT_TRUE(without_match(k_cells, {}).empty());
  EXPECT_EQ(without_match(k_cells, {.methods = "erf_*,erf_mils", .backends = "vc"}),
            (Keys{"--methods erf_mils", "--backends vc"}));
}

}  // namespace
}  // namespace gelu::bench
