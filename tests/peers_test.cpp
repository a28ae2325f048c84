// SPDX-License-Identifier: Apache-2.0
// Peers: measured like our kernels, marked as what they are, and in no library of ours.
#include <gtest/gtest.h>

#include <cstring>
#include <set>
#include <vector>

#include "benchmarks/accuracy_sweep.hpp"
#include "benchmarks/inputs.hpp"
#include "benchmarks/throughput_check.hpp"

namespace gelu::bench {
namespace {

std::vector<const Cell*> peers() {
  std::vector<const Cell*> found;
  for (const Cell& cell : registry())
    if (is_peer(cell)) found.push_back(&cell);
  return found;
}

class EveryPeer : public testing::TestWithParam<const Cell*> {};

TEST_P(EveryPeer, ComputesItsFormula) {
  Checker checker(1);
  EXPECT_EQ(checker.check(*GetParam()).fault, "");
}

TEST_P(EveryPeer, SaysWhichLibraryInWhichVersionItCalls) {
  const Json row = row_of(*GetParam());
  EXPECT_EQ(row["origin"], "library");
  const auto text = row["library"].get<std::string>();
  EXPECT_NE(text.find(": "), std::string::npos) << text;
  EXPECT_NE(text.find_first_of("0123456789"), std::string::npos) << text;
}

TEST_P(EveryPeer, TakesEveryLengthAndWritesNothingElse) {
  const Kernel& k = GetParam()->kernel;
  if (k.pass != Pass::forward || k.dtype != Dtype::f32) GTEST_SKIP() << "f32 forward only";
  constexpr std::size_t k_most = 70;
  std::vector<float> x(k_most), whole(k_most), y(k_most);
  for (std::size_t i = 0; i < k_most; ++i) x[i] = static_cast<float>(input("normal2", 3, i));
  k.forward(x.data(), whole.data(), k_most);
  for (std::size_t n = 0; n <= k_most; ++n) {
    std::fill(y.begin(), y.end(), 77.0F);
    k.forward(x.data(), y.data(), n);
    // A remainder may take other code than a vector: near, not equal.
    for (std::size_t i = 0; i < n; ++i) ASSERT_NEAR(y[i], whole[i], 2e-6) << n;
    for (std::size_t i = n; i < k_most; ++i) ASSERT_EQ(y[i], 77.0F) << n;
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryPeer, testing::ValuesIn(peers()), [](const auto& info) {
  std::string name = info.param->key;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EveryPeer);

TEST(Peers, AreHereOrAbsentWithAReason) {
  std::set<std::string> named;
  for (const Cell* cell : peers()) named.insert(std::string(cell->kernel.library).substr(0, 4));
  for (const Absent& a : absent()) {
    EXPECT_NE(a.reason, "");
    named.insert(a.what);
  }
  EXPECT_FALSE(named.empty());
  EXPECT_TRUE(named.contains("SLEE") || named.contains("sleef") || named.contains("sleef-avx2") ||
              named.contains("peers"));
}

/// scripts/gelubench/frameworks/inputs.py makes the same sequence, and is held to the same numbers.
TEST(Peers, OneDnnHasBf16OrSaysWhyNot) {
  bool here = false, bf16 = false, told = false;
  for (const Cell* cell : peers()) {
    if (!std::string(cell->kernel.method).starts_with("onednn")) continue;
    here = true;
    bf16 = bf16 || cell->kernel.dtype == Dtype::bf16;
  }
  if (!here) GTEST_SKIP() << "oneDNN is not installed";
  for (const Absent& a : absent()) told = told || a.what == "onednn-bf16";
  EXPECT_NE(bf16, told);
}

TEST(Peers, FrameworksGetTheSameInputs) {
  EXPECT_EQ(input("normal2", 1, 0), 0x1.c3369b2d7ec7dp+1);
  EXPECT_EQ(input("normal2", 1, 1), 0x1.764f75e620f1bp+0);
  EXPECT_EQ(input("normal2", 1, 1000), 0x1.37eea6fdfad4dp+1);
  EXPECT_EQ(input("normal2", 1, 1048575), -0x1.1cabf07c62b3fp+0);
}

TEST(Peers, PromiseNobodyTheirBits) {
  for (const Job& job : make_jobs(peers())) {
    const GroupState state = new_state(job, {});
    for (const Entry& e : state.kernels) EXPECT_EQ(e.promised_by, "") << e.key;
  }
}

TEST(Peers, OnlyTheyNameALibrary) {
  for (const Cell& cell : registry())
    EXPECT_EQ(row_of(cell).contains("library"), is_peer(cell)) << cell.key;
}

}  // namespace
}  // namespace gelu::bench
