// SPDX-License-Identifier: Apache-2.0
// What must hold for every cell of the matrix: the contract of gelu.h through its public functions,
// special values, and the values that any reader can check by hand.
#include <gelu/gelu.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "kernels/registry.hpp"
#include "reference/formats.hpp"
#include "reference/reference.hpp"
#include "tests/call.hpp"
#include "tests/contract.hpp"

namespace gelu::test {
namespace {

class EveryCell : public testing::TestWithParam<const Cell*> {};

/// The kernel with one of its outputs in sight: y, or dx of forward_backward.
Subject public_subject(const Cell& cell, bool see_dx) {
  Subject s{cell.kernel.pass, cell.kernel.dtype, {}};
  s.call = [&cell, see_dx](const void* x, const void* with, void* out, std::size_t n) {
    std::vector<double> other(cell.kernel.pass == Pass::forward_backward ? n + 1 : 0);
    const Arrays a{x, with, see_dx ? other.data() : out, see_dx ? out : other.data()};
    const int code = call(cell, a, n);
    ASSERT_EQ(code, GELU_OK) << gelu_error(code);
  };
  return s;
}

TEST_P(EveryCell, KeepsTheContract) {
  for (const bool see_dx : {false, true}) {
    if (see_dx && GetParam()->kernel.pass != Pass::forward_backward) continue;
    const auto violations = check_contract(public_subject(*GetParam(), see_dx));
    EXPECT_TRUE(violations.empty()) << GetParam()->key << "\n" << to_string(violations);
  }
}

/// The bits of one result; a bias is -0, anything else that goes in is 1.
std::uint64_t result_bits(const Cell& cell, std::uint64_t x) {
  const Kernel& k = cell.kernel;
  const std::uint64_t with = ref::encode(input(k.dtype), k.pass == Pass::bias ? -0.0 : 1.0);
  std::uint64_t y = 0, dx = 0;
  EXPECT_EQ(call(cell, {&x, &with, &y, &dx}, 1), GELU_OK);
  return y;
}

TEST_P(EveryCell, GivesNaNForNaN) {
  const Cell& cell = *GetParam();
  const Dtype d = input(cell.kernel.dtype);
  // A gradient that does not depend on x has no NaN to give.
  if (cell.kernel.pass == Pass::backward && cell.kernel.formula == Formula::copy) GTEST_SKIP();
  const std::uint64_t quiet = ref::format(d).nan;
  for (const std::uint64_t x : {quiet, quiet | ref::sign_bit(d), quiet | 1}) {
    EXPECT_TRUE(ref::is_nan(output(cell.kernel.dtype), result_bits(cell, x)))
        << cell.key << std::hex << " x=0x" << x;
  }
}

/// Exact methods keep the limits and the signs of zero; every portable GELU of the suite does.
TEST_P(EveryCell, KeepsLimitsAndSignsOfZero) {
  const Cell& cell = *GetParam();
  const Kernel& k = cell.kernel;
  if (k.origin != Origin::portable || k.formula > Formula::silu) GTEST_SKIP() << "not promised";
  const Dtype in = input(k.dtype);
  const Pass pass = k.pass == Pass::backward ? Pass::backward : Pass::forward;
  const ref::Format f = ref::format(in);
  const std::uint64_t sign = ref::sign_bit(in), inf = f.overflow;
  for (const std::uint64_t x :
       {std::uint64_t{0}, sign, inf, inf | sign, f.max_finite, f.max_finite | sign}) {
    const double exact = ref::decode(in, ref::rounded(k.formula, pass, in, x));
    EXPECT_EQ(result_bits(cell, x), ref::encode(output(k.dtype), exact))
        << cell.key << std::hex << " x=0x" << x;
  }
}

std::vector<const Cell*> all_cells() {
  std::vector<const Cell*> cells;
  for (const Cell& c : registry()) cells.push_back(&c);
  return cells;
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryCell, testing::ValuesIn(all_cells()), [](const auto& info) {
  std::string name = info.param->key;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});

TEST(SeedExample, ExactMethodsGiveItToTheLastBitOrTwo) {
  const double x[] = {-3, -1, 0, 1, 3};
  const double expected[] = {-0.0040496940948902836, -0.15865525393145707, 0, 0.8413447460685429,
                             2.9959503059051097};
  int seen = 0;
  for (const Cell& c : registry()) {
    if (std::string(c.kernel.method) != "erf_mills" || c.kernel.dtype != Dtype::f64 ||
        c.kernel.pass != Pass::forward)
      continue;
    double y[5];
    ASSERT_EQ(gelu_forward(&c, x, y, 5), GELU_OK);
    for (int i = 0; i < 5; ++i) {
      const auto ulps = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(y[i]) -
                                                  std::bit_cast<std::uint64_t>(expected[i]));
      EXPECT_LE(std::abs(ulps), 2) << c.key << " x=" << x[i];
    }
    ++seen;
  }
  EXPECT_GT(seen, 0);
}

TEST(PublicInterface, ListsAndFinds) {
  const std::size_t n = gelu_kernel_count();
  ASSERT_GT(n, 0U);
  for (std::size_t i = 0; i < n; ++i) {
    const gelu_kernel* k = gelu_kernel_at(i);
    ASSERT_NE(k, nullptr);
    EXPECT_EQ(gelu_find(gelu_key(k)), k);
    const std::string key = std::string(gelu_method(k)) + "/" + gelu_pass(k) + "/" + gelu_dtype(k) +
                            "/" + gelu_backend(k) + "-" + gelu_isa(k);
    EXPECT_EQ(key, gelu_key(k));
    EXPECT_NE(gelu_formula(k), nullptr);
  }
  EXPECT_EQ(gelu_kernel_at(n), nullptr);
  EXPECT_EQ(gelu_find("no/such/kernel/here"), nullptr);
  EXPECT_EQ(gelu_find(nullptr), nullptr);
  EXPECT_EQ(gelu_key(nullptr), nullptr);
}

TEST(PublicInterface, HasNoKernelOfAnotherLibrary) {
  for (const Cell& c : registry()) {
    EXPECT_FALSE(is_peer(c)) << c.key;
    EXPECT_EQ(c.kernel.library, nullptr) << c.key;
  }
}

TEST(PublicInterface, RefusesBadCallsWithACode) {
  const gelu_kernel* f = nullptr;
  const gelu_kernel* b = nullptr;
  for (const Cell& c : registry()) {
    if (c.kernel.dtype != Dtype::f32) continue;
    if (c.kernel.pass == Pass::forward) f = &c;
    if (c.kernel.pass == Pass::backward) b = &c;
  }
  ASSERT_NE(f, nullptr);
  ASSERT_NE(b, nullptr);
  float x[8] = {}, y[8] = {};
  EXPECT_EQ(gelu_forward(nullptr, x, y, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward(f, nullptr, y, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward(f, x, nullptr, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward(f, nullptr, nullptr, 0), GELU_OK);
  EXPECT_EQ(gelu_forward(b, x, y, 8), GELU_WRONG_PASS);
  EXPECT_EQ(gelu_backward(f, x, x, y, 8), GELU_WRONG_PASS);
  EXPECT_EQ(gelu_forward(f, x, x + 1, 4), GELU_OVERLAP);
  EXPECT_EQ(gelu_backward(b, x, y, y + 1, 4), GELU_OVERLAP);
  EXPECT_EQ(gelu_backward(b, x, nullptr, y, 4), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward(f, x, y, std::numeric_limits<std::size_t>::max()), GELU_TOO_LARGE);
  EXPECT_EQ(gelu_backward(b, x, x, y, 8), GELU_OK);
  for (int code = -1; code < 8; ++code) EXPECT_STRNE(gelu_error(code), "");
}

}  // namespace
}  // namespace gelu::test
