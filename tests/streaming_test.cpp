// SPDX-License-Identifier: Apache-2.0
// The streaming calls have the bits of the ordinary ones and keep the contract of gelu.h.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "kernels/registry.hpp"
#include "kernels/streaming.hpp"
#include "reference/formats.hpp"
#include "tests/call.hpp"
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

/// Cells of floats; with a method, its own.
std::vector<const Cell*> cells(const std::string& method = {}) {
  std::vector<const Cell*> found;
  for (const Cell& c : registry())
    if (c.kernel.look_up == nullptr && (method.empty() || method == c.kernel.method))
      found.push_back(&c);
  return found;
}

class Streaming : public testing::TestWithParam<const Cell*> {
 protected:
  static constexpr std::size_t k_most = 3 * 1024 + 200;  // bytes: three blocks and a rest
  const Cell& cell = *GetParam();
  const bool two = cell.kernel.pass == Pass::forward_backward;
  const Dtype from = input(cell.kernel.dtype), to = output(cell.kernel.dtype);
  const std::size_t in = bytes(from), out = bytes(to), most = k_most / out;
  Bytes x = Bytes(most * in), with = x;
  std::vector<std::byte> y = std::vector<std::byte>(most * out), dx = y;  ///< by ordinary stores

  void SetUp() override {
    const auto special = special_bits(from);
    for (std::size_t i = 0; i < most; ++i) {
      const std::uint64_t bits = i % 7 == 3
                                     ? special[i / 7 % special.size()]
                                     : ordinary_bits(from, static_cast<double>(i % 97) / 9 - 6);
      const std::uint64_t other = ordinary_bits(from, static_cast<double>(i % 41) / 8 - 2);
      std::memcpy(x.data() + i * in, &bits, in);
      std::memcpy(with.data() + i * in, &other, in);
    }
    ASSERT_EQ(call(cell, {x.data(), with.data(), y.data(), dx.data()}, most), GELU_OK);
  }
  /// n results of `want` at `at`, its neighbours untouched.
  void expect(const std::vector<std::byte>& want, const Guarded& all, const std::byte* at,
              std::size_t n, const char* what) const {
    ASSERT_EQ(std::memcmp(at, want.data(), n * out), 0) << cell.key << ' ' << what << " n=" << n;
    ASSERT_TRUE(untouched(all.begin(), at) && untouched(at + n * out, all.end()))
        << cell.key << ' ' << what;
  }
};

TEST_P(Streaming, HasTheSameBitsAtEveryLengthAndAlignment) {
  const Guarded all_y(most * out + 128), all_dx(most * out + 128);
  const Guarded all_x(most * in), all_with(most * in);
  const std::size_t line = 64 / out, block = 1024 / out;
  for (const std::size_t n : {std::size_t{0}, std::size_t{1}, line - 1, line, line + 1, block - 1,
                              block, block + 1, block + line + 1, most}) {
    std::byte *end_x = all_x.tail(n * in), *end_with = all_with.tail(n * in);
    std::memcpy(end_x, x.data(), n * in);
    std::memcpy(end_with, with.data(), n * in);
    const auto check = [&](std::byte* to_y, std::byte* to_dx, std::size_t ahead, const char* what) {
      std::fill(all_y.begin(), all_y.end(), k_canary);
      std::fill(all_dx.begin(), all_dx.end(), k_canary);
      ASSERT_EQ(call_streaming(cell, {end_x, end_with, to_y, to_dx}, n, ahead), GELU_OK);
      expect(y, all_y, to_y, n, what);
      if (two) expect(dx, all_dx, to_dx, n, what);
    };
    for (std::size_t shift = 0; shift < 64; shift += n == most ? 1 : 13) {
      check(all_y.begin() + shift, all_dx.begin() + shift, shift * 100, "alignment");
      if (two) check(all_y.begin() + shift, all_dx.begin(), 512, "apart");
    }
    check(all_y.tail(n * out), all_dx.tail(n * out), SIZE_MAX, "end of a page");
  }
}

TEST_P(Streaming, WorksInPlace) {
  if (in != out) GTEST_SKIP() << "refused by the interface";
  Bytes over_x(most * in + 64), over_with(most * in + 64);
  for (const std::size_t shift : {0, 1, 8, 60}) {
    for (const std::size_t ahead : {0, 512}) {
      std::byte *at = over_x.data() + shift, *other = over_with.data() + shift;
      std::memcpy(at, x.data(), most * in);
      std::memcpy(other, with.data(), most * in);
      ASSERT_EQ(call_streaming(cell, {at, other, at, other}, most, ahead), GELU_OK);
      ASSERT_EQ(std::memcmp(at, y.data(), most * out), 0) << cell.key << ' ' << shift;
      if (!two) continue;
      ASSERT_EQ(std::memcmp(other, dx.data(), most * out), 0) << cell.key << ' ' << shift;
    }
  }
}

/// The same loop with ordinary stores, as calls on large arrays take it.
TEST_P(Streaming, ItsLoopHasTheSameBitsWithOrdinaryStores) {
  const gelu::Streaming loop = cell.kernel.streaming;
  if (loop == nullptr) GTEST_SKIP() << "no loop of its own";
  const Guarded all_y(most * out + 128), all_dx(most * out + 128);
  for (const std::size_t shift : {0, 1, 8, 60}) {
    std::byte *to_y = all_y.begin() + shift, *to_dx = all_dx.begin() + shift / 2;
    std::fill(all_y.begin(), all_y.end(), k_canary);
    std::fill(all_dx.begin(), all_dx.end(), k_canary);
    const Arrays apart{x.data(), with.data(), to_y, two ? to_dx : nullptr};
    const std::size_t n = loop(apart, most, 512, false);
    ASSERT_TRUE(n <= most && most - n < 64);
    expect(y, all_y, to_y, n, "apart");
    if (two) expect(dx, all_dx, to_dx, n, "apart");
    if (in != out) continue;
    std::memcpy(to_y, x.data(), most * in);
    std::memcpy(to_dx, with.data(), most * in);
    loop({to_y, to_dx, to_y, two ? to_dx : nullptr}, most, 512, false);
    ASSERT_EQ(std::memcmp(to_y, y.data(), n * out), 0) << cell.key << " in place";
    if (!two) continue;
    ASSERT_EQ(std::memcmp(to_dx, dx.data(), n * out), 0) << cell.key << " in place";
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Streaming, testing::ValuesIn(cells()), test_name);

/// The parts that streaming adds are one piece of code each: the whole contract, environment and
/// threads included, on one method that computes.
class StreamingContract : public testing::TestWithParam<const Cell*> {};

TEST_P(StreamingContract, Holds) {
  const Cell& cell = *GetParam();
  if (cell.kernel.pass == Pass::forward_backward) GTEST_SKIP() << "the checker takes one output";
  for (const std::size_t ahead : {std::size_t{0}, std::size_t{512}, gelu_best_prefetch()}) {
    Subject s{cell.kernel.pass, cell.kernel.dtype, {}};
    s.call = [&](const void* x, const void* with, void* y, std::size_t n) {
      ASSERT_EQ(call_streaming(cell, {x, with, y, nullptr}, n, ahead), GELU_OK);
    };
    const auto violations = check_contract(s);
    EXPECT_TRUE(violations.empty()) << cell.key << "\n" << to_string(violations);
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, StreamingContract, testing::ValuesIn(cells("poly_1e3")),
                         test_name);

TEST(LargeArrays, HaveTheBitsOfSmallOnes) {
  for (const Cell* c : cells("poly_1e3")) {
    const std::size_t in = bytes(input(c->kernel.dtype)), out = bytes(output(c->kernel.dtype));
    const std::size_t n = (std::size_t{4} << 20) / in + 77, piece = 4096;
    Bytes x(n * in), with(n * in), want(n * out), want_dx(n * out), y(n * out), dx(n * out);
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint64_t bits =
          ordinary_bits(input(c->kernel.dtype), static_cast<double>(i % 1009) / 90 - 6);
      std::memcpy(x.data() + i * in, &bits, in);
      std::memcpy(with.data() + (n - 1 - i) * in, &bits, in);
    }
    const Arrays small{x.data(), with.data(), want.data(), want_dx.data()};
    for (std::size_t i = 0; i < n; i += piece)
      run(c->kernel, from(c->kernel, small, i), std::min(piece, n - i));
    run_ordinary(c->kernel, {x.data(), with.data(), y.data(), dx.data()}, n);
    EXPECT_EQ(std::memcmp(y.data(), want.data(), n * out), 0) << c->key;
    EXPECT_EQ(std::memcmp(dx.data(), want_dx.data(), n * out), 0) << c->key;
  }
}

TEST(StreamingRows, ShareTheirBiases) {
  constexpr std::size_t rows = 3, columns = 333;
  std::vector<float> x(rows * columns), b(columns), want(x.size()), y(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i % 97) / 9 - 6;
  for (std::size_t i = 0; i < columns; ++i) b[i] = static_cast<float>(i % 41) / 8 - 2;
  for (const Cell* c : cells("poly_1e3")) {
    if (c->kernel.pass != Pass::bias || c->kernel.dtype != Dtype::f32) continue;
    ASSERT_EQ(gelu_bias(c, x.data(), b.data(), want.data(), rows, columns), GELU_OK);
    ASSERT_EQ(gelu_bias_streaming(c, x.data(), b.data(), y.data(), rows, columns, 512), GELU_OK);
    EXPECT_EQ(std::memcmp(y.data(), want.data(), 4 * y.size()), 0) << c->key;
  }
}

#if defined(__SSE2__)
TEST(StreamingLoop, IsOfKernelsOfVectors) {
  const std::vector<float> x(1000);
  Bytes y(sizeof(float) * x.size() + 64), dx(y.size());
  const auto line = [](Bytes& b) {
    return b.data() + -reinterpret_cast<std::uintptr_t>(b.data()) % 64;
  };
  for (const Cell* c : cells()) {
    if (c->kernel.dtype != Dtype::f32) continue;
    const bool forward = c->kernel.pass == Pass::forward;
    const bool fma = c->isa == "avx2" || c->isa == "avx512";
    const bool vectors = (c->backend == "stdx" || c->backend == "vc") && (forward || fma);
    EXPECT_EQ(c->kernel.streaming != nullptr, vectors) << c->key;
    if (c->kernel.streaming == nullptr) continue;
    const std::size_t taken =
        c->kernel.streaming({x.data(), x.data(), line(y), line(dx)}, x.size(), 512, true);
    EXPECT_TRUE(taken <= x.size() && taken > x.size() - 32) << c->key << ' ' << taken;
  }
}
#endif

TEST(StreamingInterface, RefusesWhatTheOrdinaryCallsRefuse) {
  double x[4] = {}, y[4] = {}, z[4] = {};
  for (const Cell* cell : cells("poly_1e3")) {
    const bool forward = cell->kernel.pass == Pass::forward;
    const Arrays good{x, x, y, z};
    EXPECT_EQ(call_streaming(*cell, {nullptr, x, y, z}, 1, 0), GELU_NULL_POINTER);
    EXPECT_EQ(call_streaming(*cell, {x, x, nullptr, z}, 1, 0), GELU_NULL_POINTER);
    const int without = call_streaming(*cell, {x, nullptr, y, z}, 1, 0);
    EXPECT_EQ(without, forward ? GELU_OK : GELU_NULL_POINTER);
    EXPECT_EQ(call_streaming(*cell, {}, 0, 0), GELU_OK);
    EXPECT_EQ(call_streaming(*cell, {x, z, reinterpret_cast<char*>(x) + 1, y}, 2, 0), GELU_OVERLAP);
    EXPECT_EQ(call_streaming(*cell, good, SIZE_MAX / 2, 0), GELU_TOO_LARGE);
    const int as_forward = gelu_forward_streaming(cell, x, y, 1, 0);
    EXPECT_EQ(as_forward, forward ? GELU_OK : GELU_WRONG_PASS);
  }
  EXPECT_EQ(gelu_forward_streaming(nullptr, x, y, 1, 0), GELU_NULL_POINTER);
}

}  // namespace
}  // namespace gelu::test
