// SPDX-License-Identifier: Apache-2.0
// Certificates of kernels that read f32 and write bf16: every f32 is an input, bf16 has the ulp.
#include <gtest/gtest.h>

#include "benchmarks/accuracy_sweep.hpp"
#include "tests/faults/elementwise.hpp"

namespace gelu::bench {
namespace {

/// The last begins with a midpoint of bf16: GELU is a little below it, but rounds to it in f32.
constexpr std::uint64_t k_mixed_blocks[] = {0x3f800000, 0xbf404000, 0xc0a00000,
                                            0x00000000, 0x80000000, 0xc1200000,
                                            0x7f800000, 0xff7fc000, 0x40b18000};

/// f32 in, bf16 out, from a function of the bits.
template <std::uint64_t (*F)(std::uint64_t)>
void f32_to_bf16(const void* x, void* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i)
    test::store_at<std::uint16_t>(
        y, i, static_cast<std::uint16_t>(F(test::load_at<std::uint32_t>(x, i))));
}
std::uint64_t rounded_once(std::uint64_t x) {
  return ref::rounded(Formula::erf, Pass::forward, Dtype::f32, x, Dtype::bf16);
}
std::uint64_t rounded_twice(std::uint64_t x) {
  const std::uint64_t y = ref::rounded(Formula::erf, Pass::forward, Dtype::f32, x);
  return ref::encode(Dtype::bf16, ref::decode(Dtype::f32, y));
}
std::uint64_t truncated(std::uint64_t x) {
  return ref::rounded(Formula::erf, Pass::forward, Dtype::f32, x) >> 16;
}
Certificate of_f32_bf16(Forward f) {
  Cell cell;
  cell.kernel = {"m", Formula::erf, Pass::forward, Dtype::f32_bf16, Origin::portable, f};
  cell.key = "m/forward/f32_bf16/stdx-test";
  const Job job = make_jobs({&cell}).at(0);
  GroupState s = new_state(job, {});
  certify(job, {std::begin(k_mixed_blocks), std::end(k_mixed_blocks)}, s);
  EXPECT_EQ(s.kernels[0].certificate.hash == s.reference.hash, f == f32_to_bf16<rounded_once>);
  return s.kernels[0].certificate;
}

TEST(Certificate, JudgesWhatF32BecomesInBf16) {
  const Certificate once = of_f32_bf16(f32_to_bf16<rounded_once>);
  EXPECT_EQ(once.inputs, std::size(k_mixed_blocks) * ref::k_block);
  EXPECT_EQ(once.not_correct.n + once.nan_errors.n + once.inf_errors.n, 0U);
  EXPECT_LE(once.error.ulp.value, 0.5);
  EXPECT_GT(once.error.ulp.value, 0.4999);
  EXPECT_EQ(once.wrong_steps[0].n + once.wrong_steps[1].n, 0U);
  const Certificate twice = of_f32_bf16(f32_to_bf16<rounded_twice>);
  EXPECT_GT(twice.not_correct.n, 0U);
  EXPECT_LT(twice.not_correct.n, 20U);
  EXPECT_GT(twice.error.ulp.value, 0.5);
  EXPECT_LT(twice.error.ulp.value, 0.5 + 0x1p-16);
  const Certificate cut = of_f32_bf16(f32_to_bf16<truncated>);
  EXPECT_GT(cut.error.ulp.value, 0.99);
  EXPECT_LT(cut.error.ulp.value, 1 + 0x1p-16);
}

}  // namespace
}  // namespace gelu::bench
