// SPDX-License-Identifier: Apache-2.0
// The check before the stopwatch sees wrong kernels and lets right ones pass.
#include "benchmarks/throughput_check.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace gelu::bench {
namespace {

const float* in(const void* p) { return static_cast<const float*>(p); }
float* out(void* p) { return static_cast<float*>(p); }

template <float (*f)(float)>
void forward(const void* x, void* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) out(y)[i] = f(in(x)[i]);
}
template <float (*f)(float)>
void backward(const void* x, const void* dy, void* dx, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) out(dx)[i] = in(dy)[i] * f(in(x)[i]);
}

float erf_form(float x) { return 0.5F * x * std::erfc(-x * 0.70710678F); }
float sigmoid_form(float x) { return x / (1 + std::exp(-1.702F * x)); }
float erf_slope(float x) {
  return 0.5F * std::erfc(-x * 0.70710678F) + 0.39894228F * x * std::exp(-0.5F * x * x);
}
float relu(float x) { return x > 0 || std::isnan(x) ? x : 0; }

float without_nan(float x) { return std::isnan(x) ? 0 : erf_form(x); }
float early_overflow(float x) { return x < -14 ? -x : erf_form(x); }

std::string fault(Formula formula, Forward f, Backward b = nullptr) {
  const Pass pass = f != nullptr ? Pass::forward : Pass::backward;
  const Kernel kernel{"m", formula, pass, Dtype::f32, Origin::portable, f, b};
  Checker checker(1);
  return checker.check({kernel, "scalar", "sse2", "m/forward/f32/scalar-sse2", false}).fault;
}

TEST(Check, RightKernelsPass) {
  EXPECT_EQ(fault(Formula::erf, forward<erf_form>), "");
  EXPECT_EQ(fault(Formula::erf, forward<sigmoid_form>), "");  // a coarse GELU is one
  EXPECT_EQ(fault(Formula::sigmoid, forward<sigmoid_form>), "");
  EXPECT_EQ(fault(Formula::relu, forward<relu>), "");
  EXPECT_EQ(fault(Formula::erf, nullptr, backward<erf_slope>), "");
}

TEST(Check, GivesATimeForTheSchedule) {
  const Kernel kernel{
      "m", Formula::erf, Pass::forward, Dtype::f32, Origin::portable, forward<erf_form>, nullptr};
  const Cell cell{kernel, "scalar", "sse2", "m/forward/f32/scalar-sse2", false};
  EXPECT_GT(Checker(1).check(cell).ns_per_element, 0);
}

TEST(Check, OtherFunctionsAreRefused) {
  EXPECT_NE(fault(Formula::erf, forward<relu>), "");
  EXPECT_NE(fault(Formula::relu, forward<erf_form>), "");
  EXPECT_NE(fault(Formula::erf, nullptr, backward<erf_form>), "");
  EXPECT_NE(fault(Formula::erf, forward<without_nan>), "");
  EXPECT_NE(fault(Formula::erf, forward<early_overflow>), "");
}

TEST(Check, UpstreamGradientsMustBeRead) {
  const Backward ignores = [](const void* x, const void*, void* dx, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) out(dx)[i] = erf_slope(in(x)[i]);
  };
  EXPECT_NE(fault(Formula::erf, nullptr, ignores), "");
}

TEST(Check, AllOfTheOutputAndNothingElseIsWritten) {
  const Forward nothing = [](const void*, void*, std::size_t) {};
  const Forward short_by_one = [](const void* x, void* y, std::size_t n) {
    forward<erf_form>(x, y, n - 1);
  };
  const Forward one_too_many = [](const void* x, void* y, std::size_t n) {
    forward<erf_form>(x, y, n);
    out(y)[n] = 0;
  };
  EXPECT_NE(fault(Formula::erf, nothing), "");
  EXPECT_NE(fault(Formula::erf, short_by_one), "");
  EXPECT_EQ(fault(Formula::erf, one_too_many), "writes outside its output");
}

}  // namespace
}  // namespace gelu::bench
