// SPDX-License-Identifier: Apache-2.0
// gelu-count: kinds of instructions, both ways of stepping, expectations.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "benchmarks/count_expected.hpp"
#include "benchmarks/count_opcodes.hpp"
#include "benchmarks/count_step.hpp"

namespace gelu::bench {
namespace {

TEST(Kinds, OfMnemonics) {
  const std::pair<const char*, const char*> known[] = {
      {"vfmadd231ps", "fma"},     {"vfnmsub132ss", "fma"},  {"divps", "divide"},
      {"vdivsd", "divide"},       {"vsqrtps", "sqrt"},      {"vrsqrt14ps", "estimate"},
      {"rcpps", "estimate"},      {"vgatherdps", "gather"}, {"vpgatherdd", "gather"},
      {"vpermi2ps", "permute"},   {"vpermps", "permute"},   {"vcvttps2dq", "convert"},
      {"vpmovzxwd", "convert"},   {"vpshufb", "shuffle"},   {"vinsertf128", "shuffle"},
      {"vmaxps", "minmax"},       {"vpminsd", "minmax"},    {"vaddps", "add"},
      {"subss", "add"},           {"vmulps", "multiply"},   {"vandnps", "logic"},
      {"and", "scalar"},          {"add", "scalar"},        {"lea", "scalar"},
      {"vpslld", "shift"},        {"vpaddd", "integer"},    {"vcmpps", "compare"},
      {"cmp", "scalar"},          {"cmpltps", "compare"},   {"kmovw", "mask"},
      {"vscalefps", "special"},   {"vrndscaleps", "round"}, {"vroundps", "round"},
      {"vzeroupper", "other"},    {"vmovups", ""},          {"mov", ""},
      {"vblendvps", "blend"},     {"vpternlogd", "logic"},  {"vrangeps", "special"},
      {"vbroadcastss", "shuffle"}};
  for (const auto& [mnemonic, kind] : known) EXPECT_EQ(kind_of(mnemonic), kind) << mnemonic;
}

#if defined(__x86_64__)
TEST(Opcodes, AreDecodedFromMemory) {
  if (!decoder_fault().empty()) GTEST_SKIP() << decoder_fault();
  const unsigned char fma[] = {0xc4, 0xe2, 0x75, 0xb8, 0x07},  // vfmadd231ps ymm0, ymm1, [rdi]
      store[] = {0x62, 0xf1, 0x7c, 0x48, 0x11, 0x07},          // vmovups [rdi], zmm0
      load[] = {0x0f, 0x10, 0x07}, move[] = {0x0f, 0x28, 0xc1}, jump[] = {0x75, 0xfe},
                      lea[] = {0x48, 0x8d, 0x04, 0x0f}, bad[] = {0x06, 0x06, 0x06, 0x06};
  const auto at = [](const unsigned char* code) {
    return opcode_at(reinterpret_cast<std::uintptr_t>(code));
  };
  EXPECT_EQ(at(fma).kind, "fma");
  EXPECT_TRUE(at(fma).reads && !at(fma).writes);
  EXPECT_EQ(at(store).kind, "store");
  EXPECT_TRUE(at(store).writes && !at(store).reads);
  EXPECT_EQ(at(load).kind, "load");
  EXPECT_EQ(at(move).kind, "move");
  EXPECT_EQ(at(jump).kind, "branch");
  EXPECT_EQ(at(lea).kind, "scalar");
  EXPECT_FALSE(at(lea).reads);
  EXPECT_EQ(at(bad).kind, "unknown");
}
#endif

/// Something with calls, memory and branches.
void work(void* data) {
  auto& values = *static_cast<std::vector<int>*>(data);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = values[i] % 3 == 0 ? static_cast<int>(i) : values[values.size() - 1 - i] + 1;
}

TEST(Stepping, BothWaysSeeTheSameInstructions) {
  for (const Stepping how : {Stepping::trap_flag, Stepping::ptrace})
    if (const std::string fault = stepping_fault(how); !fault.empty()) GTEST_SKIP() << fault;
  const auto counted = [](Stepping how, std::size_t n) {
    std::vector<int> values(n, 7);
    return total(step(how, work, &values));
  };
  const auto difference = [&](Stepping how) { return counted(how, 300) - counted(how, 100); };
  EXPECT_GT(difference(Stepping::trap_flag), 200U);
  EXPECT_EQ(difference(Stepping::trap_flag), difference(Stepping::ptrace));
}

TEST(Stepping, TheProcessGoesOnAsBefore) {
  if (const std::string fault = stepping_fault(Stepping::trap_flag); !fault.empty())
    GTEST_SKIP() << fault;
  struct sigaction before {
  }, after{};
  sigaction(SIGTRAP, nullptr, &before);
  std::vector<int> values(10, 1);
  step(Stepping::trap_flag, work, &values);
  sigaction(SIGTRAP, nullptr, &after);
  EXPECT_EQ(before.sa_handler, after.sa_handler);
}

TEST(Expected, NameIsTheCompilers) {
  EXPECT_EQ(expected_name("GNU 12.2.0"), "counts_gnu-12.2.0.csv");
}

class ExpectedFile : public testing::Test {
 protected:
  Expectations read(const std::string& text) const {
    std::ofstream(path_) << text;
    return read_expected(path_);
  }
  std::string refused(const std::string& text) const {
    try {
      read(text);
    } catch (const std::invalid_argument& error) {
      return std::string(error.what()).substr(path_.string().size());
    }
    return "accepted";
  }
  void TearDown() override { std::filesystem::remove(path_); }
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("count_test." + std::to_string(getpid()) + ".csv");
};

TEST_F(ExpectedFile, IsReadAsItIsWritten) {
  const std::string text = "key,instructions,hard_pct\na,0.6875,10\nb,100,2.5\n";
  EXPECT_EQ(expected_csv(read(text)), text);
}

TEST_F(ExpectedFile, IsStrict) {
  const std::string header = "key,instructions,hard_pct\n";
  EXPECT_EQ(refused(""), ": the first line is not key,instructions,hard_pct");
  EXPECT_EQ(refused(header), ": no rows");
  EXPECT_EQ(refused(header + "a,x,10\n"), ": line 2: 'x' is no count");
  EXPECT_EQ(refused(header + "a,1,-1\n"), ": line 2: '-1' is no count");
  EXPECT_EQ(refused(header + "a,1,inf\n"), ": line 2: 'inf' is no count");
  EXPECT_EQ(refused(header + "a,1\n"), ": line 2: '' is no count");
  EXPECT_EQ(refused(header + "a,1,1,1\n"), ": line 2: not key, instructions, hard_pct");
  EXPECT_EQ(refused(header + "a,1,1\na,1,1\n"), ": line 3: a stands twice");
}

Json row(const char* key, double instructions, const char* origin = "portable") {
  return {{"key", key}, {"origin", origin}, {"instructions_per_element", instructions}};
}

TEST(Gone, AreRowsOfBackendsThatAreHere) {
  const Expectations expected{{"a/avx2", {1}}, {"b/avx2", {1}}, {"a/avx512", {1}}};
  EXPECT_THAT(gone(expected, {"a/avx2", "c/sse2"}), testing::ElementsAre("b/avx2"));
}

TEST(Judge, LimitsAreThoseOfTheRow) {
  const Expectations expected{{"same", {10}},    {"soft", {10}}, {"hard", {10}},
                              {"own", {10, 50}}, {"less", {10}}, {"gone/b", {10}},
                              {"a/avx512", {10}}};
  const Json rows = {row("same", 10.19),       row("soft", 10.3), row("hard", 11.01),
                     row("own", 14),           row("less", 9),    row("young", 1),
                     row("libm", 1, "library")};
  const Judgement judged =
      judge(expected, rows, {"same", "soft", "hard", "own", "less", "other/b"});
  EXPECT_EQ(judged.compared, 5);
  EXPECT_EQ(judged.over_hard, 1);
  EXPECT_EQ(judged.over_soft, 2);
  EXPECT_EQ(judged.fewer, 1);
  EXPECT_THAT(judged.text, testing::HasSubstr("FAILED  hard  10 -> 11.01"));
  EXPECT_THAT(judged.text, testing::HasSubstr("more    soft"));
  EXPECT_THAT(judged.text, testing::HasSubstr("fewer   less"));
  EXPECT_THAT(judged.text, testing::HasSubstr("new     young"));
  EXPECT_THAT(judged.text, testing::HasSubstr("gone    gone/b"));
  EXPECT_THAT(judged.text, testing::Not(testing::HasSubstr("a/avx512")));
  EXPECT_THAT(judged.text, testing::Not(testing::HasSubstr("libm")));
  EXPECT_THAT(judged.text, testing::Not(testing::HasSubstr("same")));
}

}  // namespace
}  // namespace gelu::bench
