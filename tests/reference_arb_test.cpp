// SPDX-License-Identifier: Apache-2.0
// The reference against a second engine: Arb's ball arithmetic, other formulas, other rounding.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include "reference/reference.hpp"
#include "tests/reference_points.hpp"

#ifdef GELU_HAVE_ARB
#include "tests/reference_arb.hpp"
#endif

namespace gelu::ref {
namespace {

#ifdef GELU_HAVE_ARB

using Case = std::tuple<Dtype, Formula, Pass>;

class SecondEngine : public testing::TestWithParam<Case> {
 protected:
  Dtype dtype() const { return std::get<0>(GetParam()); }
  Formula formula() const { return std::get<1>(GetParam()); }
  Pass pass() const { return std::get<2>(GetParam()); }
};

/// A million points take 3 to 8 s. Sanitized builds take fewer; GELU_REFERENCE_POINTS says
/// otherwise.
std::size_t point_count() {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t k_default = 20'000;
#else
  constexpr std::size_t k_default = 1'000'000;
#endif
  const char* wish = std::getenv("GELU_REFERENCE_POINTS");
  return wish == nullptr ? k_default : static_cast<std::size_t>(std::atoll(wish));
}

TEST_P(SecondEngine, Agrees) {
  std::size_t differences = 0;
  const bool small = bytes(dtype()) <= 2;
  const auto encodings = test::points(formula(), dtype(), small ? 0x10000 : point_count(), 4);
  for (const std::uint64_t x : encodings) {
    const std::uint64_t ours = rounded(formula(), pass(), dtype(), x);
    const std::uint64_t theirs =
        test::rounded_by_arb(formula(), pass(), decode(dtype(), x), dtype());
    if (ours == theirs) continue;
    if (++differences <= 5)
      ADD_FAILURE() << std::hex << "x " << x << ": " << ours << ", Arb says " << theirs;
  }
  EXPECT_EQ(differences, 0U) << "of " << encodings.size();
  RecordProperty("points", std::to_string(encodings.size()));
}

/// The bounds of evaluate and evaluate_block, on floats.
class Bounds : public testing::TestWithParam<std::tuple<Formula, Pass>> {};

/// Phi + |x phi| and its like: what the error of a derivative is relative to.
double size_of_terms(Formula formula, Pass pass, double x) {
  const double f = evaluate(formula, Pass::forward, x).hi;
  if (pass == Pass::forward) return std::abs(f);
  return std::abs(f / x) + std::abs(evaluate(formula, pass, x).hi - f / x);
}

TEST_P(Bounds, Hold) {
  const auto [formula, pass] = GetParam();
  std::mt19937_64 random(5);
  std::vector<double> out(k_block);
  std::size_t tried = 0;
  for (std::uint64_t first = 0; first < std::uint64_t{1} << 32; first += k_block * 113) {
    const double bound = evaluate_block(formula, pass, Dtype::f32, first, out.data());
    const std::size_t i = random() % k_block;
    const double x = decode(Dtype::f32, first + i);
    const double size = std::abs(x) < 1000 && x != 0 ? size_of_terms(formula, pass, x) : 0;
    // At its fixed precision Arb has nothing to say where 1 + tanh keeps no digit of it.
    if (std::abs(x) < 0x1p-100 || !(size > 0x1p-900)) continue;
    const DoubleDouble f = evaluate(formula, pass, x);
    const double allowed = bound + 0x1p-53 * std::abs(out[i]);
    ASSERT_LE(test::distance_by_arb(formula, pass, x, out[i], 0, allowed), 1) << x;
    ASSERT_LE(test::distance_by_arb(formula, pass, x, f.hi, f.lo, 0x1p-84 * size), 1) << x;
    ++tried;
  }
  EXPECT_GT(tried, 500U);
}

INSTANTIATE_TEST_SUITE_P(
    All, Bounds,
    testing::Combine(testing::Values(Formula::erf, Formula::tanh, Formula::sigmoid),
                     testing::Values(Pass::forward, Pass::backward)),
    [](const auto& info) { return test::label(std::get<0>(info.param), std::get<1>(info.param)); });

TEST(SecondEngineCheckPoints, Agree) {
  for (const test::CheckPoint& p : test::check_points(GELU_CHECKPOINTS)) {
    const double x = decode(p.dtype, p.x);
    if (!std::isfinite(x) || x == 0) continue;
    EXPECT_EQ(p.y, test::rounded_by_arb(p.formula, p.pass, x, p.dtype)) << p.line;
  }
}

INSTANTIATE_TEST_SUITE_P(All, SecondEngine,
                         testing::Combine(testing::ValuesIn(test::k_dtypes),
                                          testing::Values(Formula::erf, Formula::tanh,
                                                          Formula::sigmoid),
                                          testing::Values(Pass::forward, Pass::backward)),
                         [](const auto& info) {
                           return std::string(name(std::get<0>(info.param))) + "_" +
                                  test::label(std::get<1>(info.param), std::get<2>(info.param));
                         });

#else

TEST(SecondEngine, Agrees) {
  GTEST_SKIP() << "Arb is not installed (Debian: apt-get install libflint-arb-dev)";
}

#endif

}  // namespace
}  // namespace gelu::ref
