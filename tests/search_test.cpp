// SPDX-License-Identifier: Apache-2.0
// The search over f64 judges its points exactly: errors among subnormals, signs of zero, borders.
#include "benchmarks/accuracy_search.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "tests/faults/elementwise.hpp"

namespace gelu::bench {
namespace {

std::uint64_t bits(double x) { return std::bit_cast<std::uint64_t>(x); }

/// The certificate of a forward kernel from the strata that begin at these encodings.
Certificate searched(Formula formula, Forward f, const std::vector<std::uint64_t>& strata) {
  Cell cell;
  cell.kernel = {"m", formula, Pass::forward, Dtype::f64, Origin::portable, f, nullptr};
  cell.key = "m/forward/f64/stdx-test";
  const Job job = make_jobs({&cell}).at(0);
  GroupState state = new_state(job, {});
  certify(job, strata, state);
  return state.kernels.at(0).certificate;
}

/// The stratum that holds x.
std::uint64_t stratum_of(double x) {
  std::uint64_t found = 0;
  for (const std::uint64_t first : search_plan())
    if (first <= bits(x) && first >= found) found = first;
  return found;
}

double same(double x) { return x; }
double drop_at_two(double x) { return x >= 2 ? x - 1 : x; }

TEST(Search, TakesTheStepFromMinusZeroForADescent) {
  const Certificate c =
      searched(Formula::copy, test::forward_of<double, same>, {bits(-0.0), bits(0.0)});
  EXPECT_EQ(c.wrong_steps[0], Count{});
  EXPECT_EQ(c.not_correct.n, 0U);
}

TEST(Search, JudgesTheStepIntoTheNextStratum) {
  const Certificate c =
      searched(Formula::copy, test::forward_of<double, drop_at_two>, {bits(1.875)});
  EXPECT_EQ(c.wrong_steps[0], (Count{1, bits(2.0) - 1}));
}

template <Formula F>
double one_ulp_up(double x) {
  return std::nextafter(test::rounded_f64<F, Pass::forward>(x), HUGE_VAL);
}

/// The last normal binades and the subnormal numbers, where a sum of two doubles is cut off.
template <Formula F>
void knows_fractions_of_an_ulp(double x) {
  const std::vector<std::uint64_t> strata{stratum_of(x)};
  const Certificate right =
      searched(F, test::forward_of<double, test::rounded_f64<F, Pass::forward>>, strata);
  EXPECT_EQ(right.not_correct.n, 0U) << x;
  EXPECT_LE(right.error.ulp.value, 0.5) << x;
  EXPECT_GT(right.error.ulp.value, 0.4) << x;
  const Certificate off = searched(F, test::forward_of<double, one_ulp_up<F>>, strata);
  EXPECT_LE(off.error.ulp.value, 1.5) << x;
  EXPECT_GT(off.error.ulp.value, 1.4) << x;
}

TEST(Search, KnowsErrorsAmongSubnormalsToFractionsOfAnUlp) {
  for (const double x : {-0x1.8p-1016, -0x1.8p-1020, -0x1.8p-1000})
    knows_fractions_of_an_ulp<Formula::leaky_relu>(x);
  knows_fractions_of_an_ulp<Formula::tanh>(-21.4);
  knows_fractions_of_an_ulp<Formula::erf>(-38.4);
}

/// Beside a result that is not small, what f(x) is exactly does not matter; it must not be lost.
double huge(double) { return 1e200; }
TEST(Search, SeesAHugeResultWhereZeroIsRight) {
  const Certificate c = searched(Formula::erf, test::forward_of<double, huge>, {stratum_of(-1e10)});
  EXPECT_EQ(c.error.abs.value, 1e200);
}

}  // namespace
}  // namespace gelu::bench
