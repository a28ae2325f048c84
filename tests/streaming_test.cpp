// SPDX-License-Identifier: Apache-2.0
// gelu_forward_streaming has the bits of gelu_forward and keeps the contract of gelu.h.
#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "kernels/registry.hpp"
#include "reference/formats.hpp"
#include "tests/contract.hpp"
#include "tests/contract_env.hpp"

namespace gelu::test {
namespace {

std::string test_name(const testing::TestParamInfo<const Cell*>& info) {
  std::string name = info.param->key;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
}

/// Forward cells; with a method, its own.
std::vector<const Cell*> forward_cells(const std::string& method = {}) {
  std::vector<const Cell*> cells;
  for (const Cell& c : registry())
    if (c.kernel.pass == Pass::forward && (method.empty() || method == c.kernel.method))
      cells.push_back(&c);
  return cells;
}

class Streaming : public testing::TestWithParam<const Cell*> {
 protected:
  static constexpr std::size_t k_most = 3 * 1024 + 200;  // bytes: three blocks and a rest
  const Cell& cell = *GetParam();
  const Dtype from = input(cell.kernel.dtype), to = output(cell.kernel.dtype);
  const std::size_t in = bytes(from), out = bytes(to), most = k_most / out;
  Bytes x = Bytes(most * in);
  std::vector<std::byte> want = std::vector<std::byte>(most * out);

  void SetUp() override {
    const auto special = special_bits(from);
    for (std::size_t i = 0; i < most; ++i) {
      const std::uint64_t bits = i % 7 == 3
                                     ? special[i / 7 % special.size()]
                                     : ordinary_bits(from, static_cast<double>(i % 97) / 9 - 6);
      std::memcpy(x.data() + i * in, &bits, in);
    }
    ASSERT_EQ(gelu_forward(&cell, x.data(), want.data(), most), GELU_OK);
  }
  /// Results at `y`, its neighbours untouched.
  void expect(const std::byte* before, const std::byte* y, const std::byte* after, std::size_t n,
              const char* what) {
    ASSERT_EQ(std::memcmp(y, want.data(), n * out), 0) << cell.key << ' ' << what << " n=" << n;
    ASSERT_TRUE(untouched(before, y) && untouched(y + n * out, after)) << cell.key << ' ' << what;
  }
};

TEST_P(Streaming, HasTheBitsOfForwardAtEveryLengthAndAlignment) {
  const Guarded y(most * out + 128), guarded_x(most * in);
  const std::size_t line = 64 / out, block = 1024 / out;
  for (const std::size_t n : {std::size_t{0}, std::size_t{1}, line - 1, line, line + 1, block - 1,
                              block, block + 1, block + line + 1, most}) {
    std::byte* end_x = guarded_x.tail(n * in);
    std::memcpy(end_x, x.data(), n * in);
    for (std::size_t shift = 0; shift < 64; shift += n == most ? 1 : 13) {
      std::fill(y.begin(), y.end(), k_canary);
      std::byte* at = y.begin() + shift;
      ASSERT_EQ(gelu_forward_streaming(&cell, end_x, at, n, shift * 100), GELU_OK);
      expect(y.begin(), at, y.end(), n, "alignment");
    }
    std::fill(y.begin(), y.end(), k_canary);
    std::byte* at = y.tail(n * out);
    ASSERT_EQ(gelu_forward_streaming(&cell, end_x, at, n, SIZE_MAX), GELU_OK);
    expect(y.begin(), at, y.end(), n, "end of a page");
  }
}

TEST_P(Streaming, WorksInPlace) {
  if (in != out) GTEST_SKIP() << "refused by the interface";
  Bytes y(most * out + 64);
  for (const std::size_t shift : {0, 1, 8, 60}) {
    for (const std::size_t ahead : {0, 512}) {
      std::byte* at = y.data() + shift;
      std::memcpy(at, x.data(), most * in);
      ASSERT_EQ(gelu_forward_streaming(&cell, at, at, most, ahead), GELU_OK);
      ASSERT_EQ(std::memcmp(at, want.data(), most * out), 0) << cell.key << ' ' << shift;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Streaming, testing::ValuesIn(forward_cells()), test_name);

/// The parts that streaming adds are one piece of code each: the whole contract, environment and
/// threads included, on one method that computes.
class StreamingContract : public testing::TestWithParam<const Cell*> {};

TEST_P(StreamingContract, Holds) {
  const Cell& cell = *GetParam();
  for (const std::size_t ahead : {std::size_t{0}, std::size_t{512}, gelu_best_prefetch()}) {
    Subject s{Pass::forward, cell.kernel.dtype, {}};
    s.call = [&](const void* x, const void*, void* y, std::size_t n) {
      ASSERT_EQ(gelu_forward_streaming(&cell, x, y, n, ahead), GELU_OK);
    };
    const auto violations = check_contract(s);
    EXPECT_TRUE(violations.empty()) << cell.key << "\n" << to_string(violations);
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, StreamingContract, testing::ValuesIn(forward_cells("poly_1e3")),
                         test_name);

#if defined(__SSE2__)
TEST(StreamingLoop, IsOfKernelsOfVectors) {
  const std::vector<float> x(1000);
  Bytes y(sizeof(float) * x.size() + 64);
  std::byte* line = y.data() + -reinterpret_cast<std::uintptr_t>(y.data()) % 64;
  for (const Cell* c : forward_cells()) {
    if (c->kernel.dtype != Dtype::f32) continue;
    const bool vectors = c->backend == "stdx" || c->backend == "vc";
    EXPECT_EQ(c->kernel.streaming != nullptr, vectors) << c->key;
    if (c->kernel.streaming == nullptr) continue;
    const std::size_t taken = c->kernel.streaming(x.data(), line, x.size(), 512);
    EXPECT_TRUE(taken <= x.size() && taken > x.size() - 32) << c->key << ' ' << taken;
  }
}
#endif

TEST(StreamingInterface, RefusesWhatForwardRefuses) {
  const Cell& f = *forward_cells().front();
  double x[4] = {}, y[4] = {};
  EXPECT_EQ(gelu_forward_streaming(nullptr, x, y, 1, 0), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_streaming(&f, nullptr, y, 1, 0), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_streaming(&f, x, nullptr, 1, 0), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_streaming(&f, nullptr, nullptr, 0, 0), GELU_OK);
  EXPECT_EQ(gelu_forward_streaming(&f, x, reinterpret_cast<char*>(x) + 1, 2, 0), GELU_OVERLAP);
  EXPECT_EQ(gelu_forward_streaming(&f, x, y, SIZE_MAX / 2, 0), GELU_TOO_LARGE);
  for (const Cell& c : registry()) {
    if (c.kernel.pass != Pass::backward) continue;
    EXPECT_EQ(gelu_forward_streaming(&c, x, y, 1, 0), GELU_WRONG_PASS);
    break;
  }
}

}  // namespace
}  // namespace gelu::test
