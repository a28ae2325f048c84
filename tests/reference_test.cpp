// SPDX-License-Identifier: Apache-2.0
// The reference against itself: the fast paths against MPFR, the bounds, the ends, the hash.
#include "reference/reference.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "reference/ulp.hpp"
#include "tests/reference_points.hpp"

namespace gelu::ref {
namespace {

using test::label;

constexpr double k_infinity = std::numeric_limits<double>::infinity();

/// Every (formula, pass).
class Function : public testing::TestWithParam<std::tuple<Formula, Pass>> {
 protected:
  Formula formula() const { return std::get<0>(GetParam()); }
  Pass pass() const { return std::get<1>(GetParam()); }
  bool forward() const { return pass() == Pass::forward; }
};
/// Those that are x times a sigmoidal function.
class Smooth : public Function {};
INSTANTIATE_TEST_SUITE_P(
    All, Smooth,
    testing::Combine(testing::Values(Formula::erf, Formula::tanh, Formula::sigmoid, Formula::silu),
                     testing::Values(Pass::forward, Pass::backward)),
    [](const auto& info) { return label(std::get<0>(info.param), std::get<1>(info.param)); });
INSTANTIATE_TEST_SUITE_P(
    All, Function,
    testing::Combine(testing::Values(Formula::erf, Formula::tanh, Formula::sigmoid, Formula::silu,
                                     Formula::relu, Formula::leaky_relu, Formula::copy),
                     testing::Values(Pass::forward, Pass::backward)),
    [](const auto& info) { return label(std::get<0>(info.param), std::get<1>(info.param)); });

TEST_P(Function, RoundedEqualsMpfr) {
  for (const Dtype from : test::k_dtypes)
    for (const std::uint64_t x : test::points(formula(), from, 1500, 1))
      for (const Dtype to : {from, Dtype::f64, Dtype::f16})
        ASSERT_EQ(rounded(formula(), pass(), from, x, to),
                  rounded_mpfr(formula(), pass(), from, x, to))
            << name(from) << " to " << name(to) << ": " << decode(from, x);
}

TEST_P(Function, BlocksKeepTheirBound) {
  std::mt19937_64 random(2);
  std::vector<double> out(k_block);
  double largest = 0;
  for (std::uint64_t first = 0; first < std::uint64_t{1} << 32; first += k_block * 7) {
    const double bound = evaluate_block(formula(), pass(), Dtype::f32, first, out.data());
    for (const std::size_t i : {std::size_t{0}, k_block - 1, random() % k_block}) {
      const double x = decode(Dtype::f32, first + i);
      if (std::isnan(x) || (formula() == Formula::leaky_relu && x <= 0)) continue;
      const DoubleDouble f = evaluate(formula(), pass(), x);
      ASSERT_EQ(std::signbit(out[i]), std::signbit(f.hi)) << x;
      if (std::abs(f.hi) < 0x1p-1000 || std::isinf(x)) continue;
      const double error = std::abs((out[i] - f.hi) - f.lo);
      ASSERT_LE(error, bound + 0x1p-53 * std::abs(out[i])) << x;
      if (std::abs(f.hi) > 0x1p-150) largest = std::max(largest, bound / std::abs(f.hi));
    }
  }
  if (forward()) {
    EXPECT_LT(largest, 0x1p-45);  // else too much is left to MPFR
  }
}

TEST_P(Function, BlocksOf16BitTypesAreCorrectlyRounded) {
  std::vector<double> out(k_block);
  for (const Dtype dtype : {Dtype::f16, Dtype::bf16})
    for (std::uint64_t first = 0; first < 0x10000; first += k_block) {
      ASSERT_EQ(evaluate_block(formula(), pass(), dtype, first, out.data()), 0);
      for (std::size_t i = 0; i < k_block; i += 5)
        ASSERT_EQ(encode(Dtype::f64, out[i]),
                  rounded(formula(), pass(), dtype, first + i, Dtype::f64))
            << name(dtype) << ' ' << first + i;
    }
}

TEST_P(Function, HashOfBlocksIsTheSumOfItsParts) {
  // Blocks with subnormals, ties, the zero of the gradient, the core, both tails, infinity and NaN.
  for (const std::uint64_t around :
       {0x00000000U, 0x00004000U, 0x3f400000U, 0x3f404000U, 0x41000000U, 0x42800000U, 0x7f7fc000U,
        0x7f800000U, 0x80000000U, 0x807fc000U, 0xa5000000U, 0xbf404000U, 0xbf000000U, 0xc1600000U,
        0xc2cc0000U, 0xff7fc000U, 0xffffc000U}) {
    const std::uint64_t last = around + k_block;
    std::uint64_t sum = 0;
    for (std::uint64_t c = around; c < last; ++c)
      sum += mix((c << 32) | rounded(formula(), pass(), Dtype::f32, c));
    EXPECT_EQ(table_hash(formula(), pass(), Dtype::f32, around, last), sum) << std::hex << around;
    const std::uint64_t cut = around + 4321;
    EXPECT_EQ(table_hash(formula(), pass(), Dtype::f32, around, cut) +
                  table_hash(formula(), pass(), Dtype::f32, cut, last),
              sum);
  }
}

TEST_P(Function, HashShardsAddUp) {
  const std::uint64_t whole = table_hash(formula(), pass(), Dtype::bf16);
  std::uint64_t sum = 0;
  for (std::uint64_t first = 0; first < 0x10000; first += 0x1234)
    sum += table_hash(formula(), pass(), Dtype::bf16, first,
                      std::min<std::uint64_t>(first + 0x1234, 0x10000));
  EXPECT_EQ(sum, whole);
}

TEST_P(Smooth, SpecialValues) {
  for (const Dtype d : test::k_dtypes) {
    const Format f = format(d);
    const std::uint64_t minus = sign_bit(d);
    const auto result = [&](std::uint64_t x) { return rounded(formula(), pass(), d, x); };
    const std::uint64_t half = encode(d, 0.5);
    EXPECT_EQ(result(f.nan), f.nan) << name(d);
    EXPECT_EQ(result(f.nan | minus), f.nan) << name(d);
    EXPECT_EQ(result(0), forward() ? 0 : half) << name(d);
    EXPECT_EQ(result(minus), forward() ? minus : half) << name(d);
    // The smallest subnormal: half of it, and a little more, which breaks the tie.
    EXPECT_EQ(result(1), forward() ? 1 : half) << name(d);
    EXPECT_EQ(result(minus | 1), forward() ? minus : half) << name(d);
    EXPECT_EQ(result(f.max_finite), forward() ? f.max_finite : encode(d, 1.0)) << name(d);
    if (f.max_exponent > 10) {
      EXPECT_EQ(result(f.max_finite | minus), minus) << name(d);
    }
    if (d == Dtype::e4m3) continue;  // no infinity
    EXPECT_EQ(result(f.overflow), forward() ? f.overflow : encode(d, 1.0)) << name(d);
    EXPECT_EQ(result(f.overflow | minus), minus) << name(d);
  }
}

TEST(Piecewise, Conventions) {
  const auto f32 = [](Formula formula, Pass pass, double x) {
    return decode(Dtype::f32, rounded(formula, pass, Dtype::f32, encode(Dtype::f32, x)));
  };
  const auto relu = Formula::relu;
  const auto leaky = Formula::leaky_relu;
  EXPECT_TRUE(std::signbit(f32(relu, Pass::forward, -0.0)));
  EXPECT_FALSE(std::signbit(f32(relu, Pass::forward, -1)));
  EXPECT_EQ(f32(relu, Pass::forward, -k_infinity), 0);
  EXPECT_EQ(f32(relu, Pass::forward, 3), 3);
  EXPECT_EQ(f32(relu, Pass::backward, 0), 0);
  EXPECT_EQ(f32(relu, Pass::backward, 0x1p-149), 1);
  EXPECT_TRUE(std::isnan(f32(relu, Pass::forward, std::nan(""))));
  EXPECT_EQ(f32(leaky, Pass::forward, -1), static_cast<double>(-0.01F));
  EXPECT_TRUE(std::signbit(f32(leaky, Pass::forward, -0.0)));
  EXPECT_EQ(f32(leaky, Pass::forward, -k_infinity), -k_infinity);
  EXPECT_EQ(f32(leaky, Pass::backward, 0), static_cast<double>(0.01F));
  EXPECT_EQ(decode(Dtype::f64, rounded(leaky, Pass::forward, Dtype::f64, encode(Dtype::f64, -3))),
            -3 * 0.01);
  EXPECT_EQ(f32(Formula::copy, Pass::backward, std::nan("")), 1);
  EXPECT_EQ(f32(Formula::copy, Pass::forward, -0x1p-149), -0x1p-149);
}

TEST(CheckPoints, AreWhatTheReferenceSays) {
  const auto points = test::check_points(GELU_CHECKPOINTS);
  EXPECT_GT(points.size(), 3000U);
  for (const test::CheckPoint& p : points)
    EXPECT_EQ(rounded(p.formula, p.pass, p.dtype, p.x), p.y) << p.line;
}

TEST(Hash, IsSplitmix64) {
  EXPECT_EQ(mix(0), 0xe220a8397b1dcdaf);  // its first output for seed 0
  EXPECT_EQ(canonical(Dtype::f32, 0xffc00001), 0x7fc00000U);
  EXPECT_EQ(canonical(Dtype::f32, 0xff800000), 0xff800000U);
  EXPECT_EQ(canonical(Dtype::e4m3, 0xff), 0x7fU);
  EXPECT_EQ(canonical(Dtype::e4m3, 0xfe), 0xfeU);
}

TEST(Hash, RefusesWhatIsNoTable) {
  EXPECT_THROW(table_hash(Formula::erf, Pass::forward, Dtype::f64), std::invalid_argument);
  EXPECT_THROW(table_hash(Formula::erf, Pass::forward, Dtype::f16, 0, 0x10001),
               std::invalid_argument);
  EXPECT_THROW(table_hash(Formula::erf, Pass::forward, Dtype::f16, 2, 1), std::invalid_argument);
  double none = 0;
  EXPECT_THROW(evaluate_block(Formula::erf, Pass::forward, Dtype::f32, 1, &none),
               std::invalid_argument);
  EXPECT_THROW(evaluate_block(Formula::erf, Pass::forward, Dtype::f64, 0, &none),
               std::invalid_argument);
}

}  // namespace
}  // namespace gelu::ref
