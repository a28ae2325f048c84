// SPDX-License-Identifier: Apache-2.0
// 8-bit integers: every entry of tables in many formats against the reference, and the kernels that
// look up in them.
#include <gelu/gelu.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "kernels/registry.hpp"
#include "reference/reference.hpp"
#include "tests/contract.hpp"

namespace gelu::test {
namespace {

using Table = std::array<signed char, 256>;

/// Whether f(x) lies above (k + 1/2) scale, or is as near to k + 1 as to k and k is odd. Both sides
/// are exact: the threshold has 33 bits.
bool rounds_above(Formula formula, double x, const ref::DoubleDouble& f, int k, float scale) {
  const double threshold = (2 * k + 1) * (static_cast<double>(scale) / 2);
  if (f.hi != threshold) return f.hi > threshold;
  if (f.lo != 0) return f.lo > 0;
  if (formula != Formula::relu && x > 0) return false;  // f(x) < x, by less than 2^-80 x
  return (k & 1) != 0;
}

signed char expected(Formula formula, gelu_int8_format from, gelu_int8_format to, int q) {
  const double x = static_cast<double>(from.scale) * (q - from.zero_point);
  const ref::DoubleDouble f = ref::evaluate(formula, Pass::forward, x);
  int y = -128;
  while (y < 127 && rounds_above(formula, x, f, y - to.zero_point, to.scale)) ++y;
  return static_cast<signed char>(y);
}

Table table_of(const char* formula, gelu_int8_format from, gelu_int8_format to) {
  Table t{};
  EXPECT_EQ(gelu_int8_table(formula, from, to, t.data()), GELU_OK);
  return t;
}

const std::vector<gelu_int8_format> k_formats{{1.0F / 16, 0},
                                              {0.05F, 0},
                                              {0.02F, 3},
                                              {0.1F, -128},
                                              {1, 0},
                                              {2, 0},
                                              {0.5F, 127},
                                              {0.0123F, -100},
                                              {1e-4F, 17},
                                              {3.4e38F, 0},
                                              {1e-45F, 0},
                                              {4, 5},
                                              {3, 1},
                                              {0.031415F, 64},
                                              {0x1p-7F, -1},
                                              {0x1p-3F, 31},
                                              {0x1.fffffep-5F, 0}};

TEST(Int8Table, IsCorrectlyRounded) {
  for (const Formula formula :
       {Formula::erf, Formula::tanh, Formula::sigmoid, Formula::silu, Formula::relu}) {
    for (const gelu_int8_format from : k_formats) {
      for (const gelu_int8_format to : k_formats) {
        const Table t = table_of(std::string(name(formula)).c_str(), from, to);
        for (int q = -128; q < 128; ++q) {
          ASSERT_EQ(t[static_cast<unsigned char>(q)], expected(formula, from, to, q))
              << name(formula) << " q=" << q << " from " << from.scale << ',' << from.zero_point
              << " to " << to.scale << ',' << to.zero_point;
        }
      }
    }
  }
}

/// By hand: with scale 1 in and 2 out, 9 is a hair less than 4.5 steps and 11 than 5.5; of relu
/// both are ties, to even.
TEST(Int8Table, BreaksTiesByWhatIsTrue) {
  const Table gelu = table_of("erf", {1, 0}, {2, 0}), relu = table_of("relu", {1, 0}, {2, 0});
  EXPECT_EQ(gelu[9], 4);
  EXPECT_EQ(gelu[11], 5);
  EXPECT_EQ(relu[9], 4);
  EXPECT_EQ(relu[11], 6);
  EXPECT_EQ(gelu[static_cast<unsigned char>(-100)], 0);
  EXPECT_EQ(table_of("erf", {1, 0}, {0.5F, 0})[127], 127);  // saturates
  EXPECT_EQ(table_of("erf", {1, 0}, {1, -128})[0], -128);   // zero is the zero point
  EXPECT_EQ(table_of("erf", {1, 0}, {1, -128})[100], 100 - 128);
}

TEST(Int8Table, RefusesWhatItCannotMean) {
  Table t{};
  const gelu_int8_format good{0.1F, 0};
  const float inf = std::numeric_limits<float>::infinity();
  for (const float scale : {0.0F, -1.0F, inf, std::numeric_limits<float>::quiet_NaN()}) {
    EXPECT_EQ(gelu_int8_table("erf", {scale, 0}, good, t.data()), GELU_BAD_FORMAT);
    EXPECT_EQ(gelu_int8_table("erf", good, {scale, 0}, t.data()), GELU_BAD_FORMAT);
  }
  EXPECT_EQ(gelu_int8_table("erf", {1, 128}, good, t.data()), GELU_BAD_FORMAT);
  EXPECT_EQ(gelu_int8_table("erf", {1, -129}, good, t.data()), GELU_BAD_FORMAT);
  EXPECT_EQ(gelu_int8_table("gelu", good, good, t.data()), GELU_BAD_FORMAT);
  EXPECT_EQ(gelu_int8_table("leaky_relu", good, good, t.data()), GELU_BAD_FORMAT);
  EXPECT_EQ(gelu_int8_table(nullptr, good, good, t.data()), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_int8_table("erf", good, good, nullptr), GELU_NULL_POINTER);
}

std::vector<const Cell*> int8_cells() {
  std::vector<const Cell*> cells;
  for (const Cell& c : full_registry())
    if (c.kernel.dtype == Dtype::i8) cells.push_back(&c);
  return cells;
}

/// No entry equals another's: 167 is odd.
Table scrambled() {
  Table t{};
  for (int i = 0; i < 256; ++i)
    t[static_cast<unsigned>(i)] = static_cast<signed char>(167 * i + 89);
  return t;
}

int call(const Cell& cell, const Table& t, const void* x, void* y, std::size_t n) {
  if (cell.kernel.look_up == nullptr) return gelu_forward(&cell, x, y, n);
  return gelu_forward_int8(&cell, t.data(), static_cast<const signed char*>(x),
                           static_cast<signed char*>(y), n);
}

class Int8Kernel : public testing::TestWithParam<const Cell*> {};

TEST_P(Int8Kernel, GivesTheResultOfEveryIntegerAtEveryLength) {
  const Cell& cell = *GetParam();
  const Table t = scrambled();
  std::vector<signed char> x(700), y(700);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<signed char>(37 * i);
  for (const std::size_t n : {1U, 2U, 15U, 16U, 31U, 33U, 63U, 64U, 65U, 127U, 256U, 700U}) {
    ASSERT_EQ(call(cell, t, x.data(), y.data(), n), GELU_OK);
    for (std::size_t i = 0; i < n; ++i) {
      const signed char want = cell.kernel.look_up ? t[static_cast<unsigned char>(x[i])]
                               : cell.kernel.formula == Formula::relu
                                   ? std::max(x[i], static_cast<signed char>(0))
                                   : x[i];
      ASSERT_EQ(y[i], want) << cell.key << " n=" << n << " i=" << i;
    }
  }
}

TEST_P(Int8Kernel, KeepsTheContract) {
  const Cell& cell = *GetParam();
  const Table t = scrambled();
  const Subject subject{Pass::forward, Dtype::i8,
                        [&cell, &t](const void* x, const void*, void* y, std::size_t n) {
                          ASSERT_EQ(call(cell, t, x, y, n), GELU_OK);
                        }};
  const auto violations = check_contract(subject);
  EXPECT_TRUE(violations.empty()) << cell.key << "\n" << to_string(violations);
}

TEST_P(Int8Kernel, RefusesBadCallsWithACode) {
  const Cell& cell = *GetParam();
  std::array<signed char, 600> m{};
  signed char *t = m.data(), *x = t + 256;
  if (cell.kernel.look_up == nullptr) {
    EXPECT_EQ(gelu_forward_int8(&cell, t, x, x, 8), GELU_WRONG_PASS);
    return;
  }
  EXPECT_EQ(gelu_find(cell.key.c_str()), &cell);
  EXPECT_EQ(gelu_forward(&cell, x, x, 8), GELU_WRONG_PASS);
  EXPECT_EQ(gelu_forward_streaming(&cell, x, x, 8, 0), GELU_WRONG_PASS);
  EXPECT_EQ(gelu_forward_int8(nullptr, t, x, x, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_int8(&cell, nullptr, x, x, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_int8(&cell, t, nullptr, x, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_int8(&cell, t, x, nullptr, 8), GELU_NULL_POINTER);
  EXPECT_EQ(gelu_forward_int8(&cell, nullptr, nullptr, nullptr, 0), GELU_OK);
  EXPECT_EQ(gelu_forward_int8(&cell, t, x, x + 1, 8), GELU_OVERLAP);
  EXPECT_EQ(gelu_forward_int8(&cell, t, x, t, 8), GELU_OVERLAP);
  EXPECT_EQ(gelu_forward_int8(&cell, t, x, t + 255, 1), GELU_OVERLAP);
  EXPECT_EQ(gelu_forward_int8(&cell, t, t, x, 8), GELU_OK);  // a table may be looked up itself
  EXPECT_EQ(gelu_forward_int8(&cell, t, x, x, std::numeric_limits<std::size_t>::max()),
            GELU_TOO_LARGE);
}

INSTANTIATE_TEST_SUITE_P(Registry, Int8Kernel, testing::ValuesIn(int8_cells()),
                         [](const auto& info) {
                           std::string name = info.param->key;
                           for (char& c : name)
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           return name;
                         });

}  // namespace
}  // namespace gelu::test
