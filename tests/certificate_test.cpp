// SPDX-License-Identifier: Apache-2.0
// Certificates merge in any order to the same bits, and count what they say they count.
#include "benchmarks/certificate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <random>

#include "benchmarks/accuracy_bounds.hpp"
#include "benchmarks/accuracy_state.hpp"
#include "benchmarks/certificate_compare.hpp"
#include "tests/faults/elementwise.hpp"

namespace gelu::bench {
namespace {

std::vector<double> awkward_numbers() {
  std::mt19937_64 random(1);
  std::vector<double> v{1e300, -1e300, 1e-150, 0, -0.0, 1, -1, 0x1p-512, 0x1.fffffffffffffp+400};
  for (int i = 0; i < 1000; ++i)
    v.push_back(
        std::ldexp(static_cast<double>(random()) - 0x1p63, static_cast<int>(random() % 300) - 200));
  return v;
}

TEST(ExactSum, DoesNotDependOnTheOrder) {
  std::vector<double> numbers = awkward_numbers();
  std::mt19937_64 random(2);
  ExactSum first;
  for (const double v : numbers) first.add(v);
  first.normalise();
  for (int round = 0; round < 10; ++round) {
    std::shuffle(numbers.begin(), numbers.end(), random);
    ExactSum left, right;
    for (std::size_t i = 0; i < numbers.size(); ++i) (i % 3 == 0 ? left : right).add(numbers[i]);
    left.add(right);
    EXPECT_EQ(left.digits(), first.digits());
  }
}

TEST(ExactSum, IsExact) {
  ExactSum sum;
  for (int i = 0; i < 10; ++i) sum.add(0.1);
  EXPECT_EQ(sum.value(),
            1.0);  // ten times the double 0.1, rounded once; a plain sum gives 1 - 2^-53
  sum.add(-1e17);
  sum.add(1e17);
  EXPECT_EQ(sum.value(), 1.0);
  ExactSum negative;
  negative.add(-3.5);
  negative.add(0x1p-60);
  EXPECT_EQ(negative.value(), -3.5);
  negative.add(3.5);
  EXPECT_EQ(negative.value(), 0x1p-60);
}

TEST(Worst, TakesTheLargestAndAmongEqualsTheSmallestEncoding) {
  Worst w;
  EXPECT_EQ(w.x, Worst::k_none);
  w.take(1.5, 7);
  w.take(1.5, 3);
  w.take(1.5, 9);
  EXPECT_EQ(w, (Worst{1.5, 3}));
  w.take(2, 100);
  EXPECT_EQ(w, (Worst{2, 100}));
}

TEST(Histogram, BinsAreClosedAbove) {
  EXPECT_EQ(bin_of(0), 0U);
  EXPECT_EQ(bin_of(0.5), 0U);
  EXPECT_EQ(bin_of(std::nextafter(0.5, 1)), 1U);
  EXPECT_EQ(bin_of(1), 1U);
  EXPECT_EQ(bin_of(1.001), 2U);
  EXPECT_EQ(bin_of(2), 2U);
  EXPECT_EQ(bin_of(4), 3U);
  EXPECT_EQ(bin_of(1e30), k_bins - 1);
}

float wobbly(float x) {  // errors of several kinds, a NaN and lost signs
  const float y = test::rounded_f32<Formula::tanh, Pass::forward>(x);
  const auto bits = std::bit_cast<std::uint32_t>(x);
  if (bits % 1009 == 5) return std::nextafter(y, 10.0F);
  if (bits % 100003 == 7) return std::nanf("");
  return bits % 5003 == 1 ? -y : y;
}

Cell wobbly_cell(const char* isa = "test", Forward f = test::forward_of<float, wobbly>) {
  Cell c;
  c.kernel = {"wobbly", Formula::tanh, Pass::forward, Dtype::f32, Origin::portable, f, nullptr};
  c.backend = "stdx";
  c.isa = isa;
  c.key = std::string("wobbly/forward/f32/stdx-") + isa;
  c.fma = true;
  return c;
}

constexpr std::uint64_t k_blocks[] = {0x3f800000, 0xbf404000, 0xc0a00000, 0x00000000,
                                      0x80000000, 0xc1200000, 0x7f800000, 0xff7fc000};

GroupState state_over(const Job& job, const std::vector<std::uint64_t>& blocks) {
  GroupState state = new_state(job, {});
  certify(job, blocks, state);
  return state;
}

TEST(Certificate, ShardsMergeToTheSameBytesInAnyOrder) {
  const Cell cell = wobbly_cell();
  const Job job = make_jobs({&cell}).at(0);
  const std::string whole =
      state_text({state_over(job, {std::begin(k_blocks), std::end(k_blocks)})});
  std::vector<GroupState> parts;
  for (const std::uint64_t block : k_blocks) parts.push_back(state_over(job, {block}));
  std::mt19937_64 random(3);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(parts.begin(), parts.end(), random);
    GroupState left = parts[0], right = parts[1];
    for (std::size_t i = 2; i < parts.size(); ++i) (i % 2 == 0 ? left : right).merge(parts[i]);
    right.merge(left);
    EXPECT_EQ(state_text({right}), whole);
  }
}

TEST(Certificate, SurvivesItsFile) {
  const Cell cell = wobbly_cell();
  const Job job = make_jobs({&cell}).at(0);
  GroupState state = state_over(job, {0x3f800000, 0xc0a00000});
  state.done[3] = state.done[4] = state.done[9] = true;
  const auto path = std::filesystem::temp_directory_path() / "gelu_certificate_test.json";
  write_file(path, state_text({state}));
  EXPECT_EQ(state_text(read_state(path)), state_text({state}));
  write_file(path, "{\"format\": \"other\"}");
  EXPECT_THROW(read_state(path), std::runtime_error);
  std::filesystem::remove(path);
}

TEST(Certificate, RefusesToMergeTheSameInputsTwice) {
  const Cell cell = wobbly_cell();
  const Job job = make_jobs({&cell}).at(0);
  GroupState a = new_state(job, {}), b = a;
  a.done[5] = b.done[5] = true;
  EXPECT_THROW(a.merge(b), std::runtime_error);
}

/// Counted again, one element at a time, without any of the machinery.
TEST(Certificate, CountsWhatASlowLoopCounts) {
  const Cell cell = wobbly_cell();
  const Job job = make_jobs({&cell}).at(0);
  constexpr std::uint64_t first = 0xbf404000;
  const Certificate c = state_over(job, {first}).kernels.at(0).certificate;
  Certificate slow;
  for (std::uint64_t x = first; x < first + ref::k_block; ++x) {
    const float in = std::bit_cast<float>(static_cast<std::uint32_t>(x));
    const float y = wobbly(in);
    const auto want =
        static_cast<std::uint32_t>(ref::rounded(Formula::tanh, Pass::forward, Dtype::f32, x));
    const double right = static_cast<double>(std::bit_cast<float>(want));
    if (std::bit_cast<std::uint32_t>(y) != want) slow.not_correct.hit(x);
    if (std::isnan(y)) {
      slow.nan_errors.hit(x);
      continue;
    }
    if (std::signbit(y) != std::signbit(right)) slow.sign_errors.hit(x);
    const ref::DoubleDouble f =
        ref::evaluate(Formula::tanh, Pass::forward, static_cast<double>(in));
    slow.error.abs.take(std::fabs(static_cast<double>(y) - f.hi), x);
    ++slow.histogram[bin_of(std::fabs(static_cast<double>(y) - f.hi) /
                            0x1p-26)];  // |f| in [1/8, 1/4)
  }
  EXPECT_EQ(c.inputs, ref::k_block);
  EXPECT_EQ(c.not_correct, slow.not_correct);
  EXPECT_EQ(c.nan_errors, slow.nan_errors);
  EXPECT_EQ(c.sign_errors, slow.sign_errors);
  EXPECT_EQ(c.histogram, slow.histogram);
  EXPECT_EQ(c.error.abs.x, slow.error.abs.x);
  EXPECT_NEAR(c.error.abs.value, slow.error.abs.value, 1e-15);
  EXPECT_NEAR(c.error.ulp.value, slow.error.abs.value / 0x1p-26, 1e-6);
}

TEST(Certificate, SeesWhereEqualBitsAreOnlyPromised) {
  const Cell leader = wobbly_cell("avx512");
  const Cell same = wobbly_cell("avx2");
  const Cell other =
      wobbly_cell("sse2", test::forward_of<float, test::rounded_f32<Formula::tanh, Pass::forward>>);
  const Job job = make_jobs({&other, &same, &leader}).at(0);
  const GroupState state = state_over(job, {0x3f800000, 0xc0a00000});
  ASSERT_EQ(state.kernels.size(), 3U);
  EXPECT_EQ(state.kernels[0].key, leader.key);
  EXPECT_EQ(state.kernels[1].promised_by, leader.key);
  EXPECT_EQ(state.kernels[1].broken.n, 0U);
  EXPECT_EQ(state_of(state.kernels[1].certificate), state_of(state.kernels[0].certificate));
  EXPECT_EQ(state.kernels[2].broken.n, 2U);
  EXPECT_EQ(state.kernels[2].certificate.not_correct.n, 0U);  // its own certificate all the same
}

TEST(Certificate, ConditionsTheGradientOfEachSmoothFormula) {
  for (const Formula f : {Formula::erf, Formula::tanh, Formula::sigmoid, Formula::silu}) {
    const Map map({f, Pass::backward, Dtype::f32});
    double low = -3, high = 0;  // of the zero of the gradient
    for (int i = 0; i < 60; ++i) {
      const double x = 0.5 * (low + high);
      (ref::evaluate(f, Pass::backward, x).hi < 0 ? low : high) = x;
    }
    EXPECT_EQ(map.region_of(low), Region::gradient_zero) << name(f);
    // The scale belongs to sums of the terms' sizes in [1/4, 1/2): s + |f' - s| with s = f/x.
    for (double x = -4; x < 0; x += 0x1p-8) {
      if (map.region_of(x) != Region::gradient_zero) continue;
      const double s = ref::evaluate(f, Pass::forward, x).hi / x;
      const double sum = s + std::fabs(ref::evaluate(f, Pass::backward, x).hi - s);
      EXPECT_GE(sum, 0.25) << name(f) << x;
      EXPECT_LT(sum, 0.5) << name(f) << x;
    }
  }
  for (const Formula f : {Formula::relu, Formula::leaky_relu, Formula::copy})
    EXPECT_NE(Map({f, Pass::backward, Dtype::f32}).region_of(-0.75), Region::gradient_zero);
}

TEST(Jobs, PromiseEqualBitsByOriginMethodAndFma) {
  const auto promised = [](Origin first, Origin second, bool second_fma) {
    Cell a = wobbly_cell("avx512"), b = wobbly_cell("avx2");
    a.kernel.origin = first;
    b.kernel.origin = second;
    b.fma = second_fma;
    return new_state(make_jobs({&a, &b}).at(0), {}).kernels.at(1).promised_by == a.key;
  };
  EXPECT_TRUE(promised(Origin::portable, Origin::portable, true));
  EXPECT_TRUE(promised(Origin::library, Origin::library, true));
  EXPECT_FALSE(promised(Origin::hardware, Origin::hardware, true));
  EXPECT_FALSE(promised(Origin::portable, Origin::library, true));
  EXPECT_FALSE(promised(Origin::library, Origin::library, false));
}

TEST(Map, FindsTurnsAndRegions) {
  const Map forward({Formula::erf, Pass::forward, Dtype::f32});
  ASSERT_EQ(forward.turns().size(), 1U);
  EXPECT_NEAR(forward.turns()[0], -0.7517915246935645, 1e-9);
  const Map backward({Formula::erf, Pass::backward, Dtype::f32});
  ASSERT_EQ(backward.turns().size(), 2U);
  EXPECT_NEAR(backward.turns()[0], -std::sqrt(2.0), 1e-5);
  EXPECT_NEAR(backward.turns()[1], std::sqrt(2.0), 1e-5);
  EXPECT_EQ(forward.region_of(-15), Region::beyond);
  EXPECT_EQ(forward.region_of(-13.5), Region::subnormal_tail);
  EXPECT_EQ(forward.region_of(-5), Region::tail);
  EXPECT_EQ(forward.region_of(-2), Region::middle);
  EXPECT_EQ(forward.region_of(0.5), Region::core);
  EXPECT_EQ(forward.region_of(1e-40), Region::tiny);
  EXPECT_EQ(forward.region_of(100), Region::identity);
  EXPECT_EQ(backward.region_of(-0.75), Region::gradient_zero);
}

TEST(Map, StripsCoverAllEncodingsOnce) {
  for (const Dtype d : {Dtype::f32, Dtype::f16, Dtype::bf16}) {
    const Map map({Formula::sigmoid, Pass::backward, d});
    std::uint64_t next = 0;
    for (const Strip& s : map.strips()) {
      EXPECT_EQ(s.first, next);
      EXPECT_LT(s.first, s.last);
      next = s.last;
    }
    EXPECT_EQ(next, std::uint64_t{1} << (8 * bytes(d)));
  }
}

TEST(Bounds, AreRoundedUpAndCheckedBothWays) {
  EXPECT_EQ(round_up(3.14159), 3.15);
  EXPECT_EQ(round_up(0.5), 0.5);
  EXPECT_EQ(round_up(0.49999), 0.5);
  EXPECT_EQ(round_up(1234.5), 1240);
  EXPECT_EQ(round_up(0), 0);
  for (const double v : {1.0 / 3, 2.345, 1e-7 / 3, 99.95, 99.99}) {
    EXPECT_GE(round_up(v), v);
    EXPECT_LE(round_up(v), 1.011 * v);
  }
}

}  // namespace
}  // namespace gelu::bench
