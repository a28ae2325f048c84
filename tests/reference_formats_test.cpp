// SPDX-License-Identifier: Apache-2.0
// Bits, values and ulp: the formats against the hardware's own and against their definitions.
#include "reference/formats.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "reference/reference.hpp"
#include "reference/ulp.hpp"
#include "tests/reference_points.hpp"

namespace gelu::ref {
namespace {

TEST(Formats, EveryEncodingComesBack) {
  for (const Dtype dtype : {Dtype::f16, Dtype::bf16, Dtype::e4m3, Dtype::e5m2})
    for (std::uint64_t bits = 0; bits < std::uint64_t{1} << (8 * bytes(dtype)); ++bits) {
      const double value = decode(dtype, bits);
      ASSERT_EQ(encode(dtype, value), is_nan(dtype, bits) ? format(dtype).nan : bits)
          << name(dtype) << ' ' << bits;
    }
}

TEST(Formats, NeighboursMeetInTheMiddle) {
  // Between neighbours a < b, the midpoint goes to the even one, and a hair beside it to the
  // nearer.
  for (const Dtype dtype : {Dtype::f16, Dtype::bf16, Dtype::e4m3, Dtype::e5m2})
    for (std::uint64_t bits = 0; bits < format(dtype).max_finite; ++bits) {
      const double middle = (decode(dtype, bits) + decode(dtype, bits + 1)) / 2;
      ASSERT_EQ(encode(dtype, middle), bits + (bits & 1)) << name(dtype) << ' ' << bits;
      ASSERT_EQ(encode(dtype, std::nextafter(middle, 0)), bits);
      ASSERT_EQ(encode(dtype, -std::nextafter(middle, 1e300)), (bits + 1) | sign_bit(dtype));
    }
}

TEST(Formats, FloatIsTheHardwares) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 1'000'000; ++i) {
    const auto bits = static_cast<std::uint32_t>(random());
    const auto as_float = std::bit_cast<float>(bits);
    if (std::isnan(as_float)) continue;
    ASSERT_EQ(decode(Dtype::f32, bits), static_cast<double>(as_float));
    // All binades of float and a few beyond.
    const double x = std::ldexp(static_cast<double>(random() >> 11) * 0x1p-53 - 0.5,
                                static_cast<int>(random() % 300) - 160);
    ASSERT_EQ(encode(Dtype::f32, x), std::bit_cast<std::uint32_t>(static_cast<float>(x))) << x;
    ASSERT_EQ(encode(Dtype::f64, x), std::bit_cast<std::uint64_t>(x));
  }
}

TEST(Formats, Overflow) {
  EXPECT_EQ(encode(Dtype::e4m3, 448), 0x7eU);
  EXPECT_EQ(encode(Dtype::e4m3, 464), 0x7eU);  // a tie, and 448 is even
  EXPECT_EQ(encode(Dtype::e4m3, 464.001), 0x7fU);
  EXPECT_EQ(encode(Dtype::e4m3, -1e300), 0x7fU);  // NaN has no sign here
  EXPECT_EQ(encode(Dtype::e5m2, 61439), 0x7bU);
  EXPECT_EQ(encode(Dtype::e5m2, 61440), 0x7cU);
  EXPECT_EQ(encode(Dtype::f16, -65520), 0xfc00U);
  EXPECT_EQ(encode(Dtype::bf16, std::numeric_limits<double>::max()), 0x7f80U);
  EXPECT_EQ(encode(Dtype::f32, 0x1p-150), 0U);
  EXPECT_EQ(encode(Dtype::f32, -0x1.0000001p-150), 0x80000001U);
}

TEST(Ulp, IsTheSpacingAtTheExactValue) {
  EXPECT_EQ(ulp<Dtype::f32>(1), 0x1p-23);
  EXPECT_EQ(ulp<Dtype::f32>(std::nextafter(1.0, 0)), 0x1p-24);
  EXPECT_EQ(ulp<Dtype::f32>(-3), 0x1p-22);
  EXPECT_EQ(ulp<Dtype::f32>(0), 0x1p-149);
  EXPECT_EQ(ulp<Dtype::f32>(0x1p-300), 0x1p-149);
  EXPECT_EQ(ulp<Dtype::f32>(1e300), 0x1p104);
  EXPECT_EQ(ulp<Dtype::f64>(0), 0x1p-1074);
  EXPECT_EQ(ulp<Dtype::f64>(0x1p-1022), 0x1p-1074);
  EXPECT_EQ(ulp<Dtype::f64>(0x1p-1000), 0x1p-1052);
  EXPECT_EQ(ulp<Dtype::f64>(0x1.8p1023), 0x1p971);
  EXPECT_EQ(ulp<Dtype::f16>(1), 0x1p-10);
  EXPECT_EQ(ulp<Dtype::bf16>(1), 0x1p-7);
  EXPECT_EQ(ulp<Dtype::e4m3>(0.001), 0x1p-9);
  EXPECT_EQ(ulp<Dtype::e5m2>(1), 0x1p-2);
}

TEST(Ulp, MeasuresFromTheExactValue) {
  EXPECT_EQ(ulp_error<Dtype::f32>(1, 1), 0);
  EXPECT_EQ(ulp_error<Dtype::f32>(1 + 0x1p-23, 1), 1);
  // Below a power of two the spacing is the smaller one: the same result, twice the error.
  EXPECT_EQ(ulp_error<Dtype::f32>(1, 1 - 0x1p-30), 0x1p-6);
  EXPECT_EQ(ulp_error<Dtype::f64>(1, 1, -0x1p-60), 0x1p-7);
  EXPECT_EQ(ulp_error<Dtype::f64>(1, 1, 0x1p-60), -0x1p-8);
  EXPECT_EQ(ulp_error<Dtype::f64>(0x1p-1074, 0, 0), 1);
  EXPECT_EQ(ulp_error<Dtype::f64>(0x1.8p1023, 0x1p1023, 0), 0x1p51);
  EXPECT_EQ(ulp_error<Dtype::f32>(-0x1p-149, 0x1p-149), -2);
  EXPECT_EQ(ulp_error(Dtype::f16, 1.5, 1, 0), 512);
}

TEST(Ulp, CorrectRoundingScoresAtMostHalf) {
  for (const Dtype dtype : test::k_dtypes)
    for (const std::uint64_t x : test::points(Formula::erf, dtype, 20000, 3)) {
      const double y = decode(dtype, rounded(Formula::erf, Pass::forward, dtype, x));
      const double value = decode(dtype, x);
      const DoubleDouble f = evaluate(Formula::erf, Pass::forward, value);
      const double error = dtype == Dtype::f64
                               ? ulp_error_f64(Formula::erf, Pass::forward, value, y)
                               : ulp_error(dtype, y, f.hi, f.lo);
      ASSERT_LE(std::abs(error), 0.5 + 0x1p-20) << name(dtype) << ' ' << value;
    }
}

TEST(Ulp, OfDoublesInTheSubnormalTail) {
  // GELU(-38) is about 2.2e9 subnormal steps: half a step more or less must be seen.
  const double y =
      decode(Dtype::f64, rounded(Formula::erf, Pass::forward, Dtype::f64, encode(Dtype::f64, -38)));
  const double error = ulp_error_f64(Formula::erf, Pass::forward, -38, y);
  EXPECT_NE(error, 0);
  EXPECT_LE(std::abs(error), 0.5);
  EXPECT_EQ(ulp_error_f64(Formula::erf, Pass::forward, -38, y + 0x1p-1074), error + 1);
  EXPECT_EQ(ulp_error_f64(Formula::erf, Pass::forward, -1e300, 0x1p-1074), 1);
  EXPECT_EQ(ulp_error_f64(Formula::erf, Pass::forward, 0, 0), 0);
}

}  // namespace
}  // namespace gelu::ref
