// SPDX-License-Identifier: Apache-2.0
// The operations of the CUDA kernels, run on the host. Methods of the vocabulary have the bits of
// the scalar backend with fma; what only a GPU has is held to an error, with the hardware's
// approximations taken as correctly rounded.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kernels/cuda/lists.hpp"
#include "kernels/cuda/operation.hpp"
#include "kernels/registry.hpp"
#include "reference/hash.hpp"
#include "reference/reference.hpp"
#include "reference/ulp.hpp"

namespace gelu::test {
namespace {

using cuda::List;
using cuda::StorageOf;

/// Inputs as encodings: all of a 16-bit type; of f32 special values and a spread over all binades.
std::vector<std::uint64_t> encodings(Dtype d) {
  std::vector<std::uint64_t> all;
  if (bytes(d) == 2) {
    for (std::uint64_t i = 0; i < 0x10000; ++i) all.push_back(i);
    return all;
  }
  for (const std::uint64_t s :
       {0x0U, 0x1U, 0x7fffffU, 0x800000U, 0x7f7fffffU, 0x7f800000U, 0x7fc00000U})
    for (const std::uint64_t sign : {0x0U, 0x80000000U}) all.push_back(s | sign);
  for (std::uint64_t i = 0; i < 400000; ++i) {
    const std::uint64_t r = ref::mix(i) >> 32;
    all.push_back(i % 4 == 0 ? r : (r & 0x807fffff) | ((115 + (r >> 23 & 15)) << 23));
  }
  return all;
}

template <class S>
S from_encoding(std::uint64_t bits) {
  if constexpr (sizeof(S) == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
  if constexpr (sizeof(S) < 4) return {static_cast<decltype(S::bits)>(bits)};
}
template <class S>
std::uint64_t encoding(S s) {
  if constexpr (sizeof(S) == 4) return std::bit_cast<std::uint32_t>(s);
  if constexpr (sizeof(S) < 4) return s.bits;
}

/// One element through an operation; inputs after the first are `with`.
template <class Op>
std::uint64_t apply(std::uint64_t x, std::uint64_t with = 0, int output = 0) {
  using S = typename Op::In;
  cuda::Args args{};
  args.scale = 1;
  S in[Op::inputs];
  for (int j = 0; j < Op::inputs; ++j) in[j] = from_encoding<S>(j == 0 ? x : with);
  typename Op::Out out[Op::outputs];
  cuda::Work<Op, 1> work;
  cuda::Peak peak;
  for (int j = 0; j < Op::inputs; ++j) args.in[j] = &in[j];
  for (int j = 0; j < Op::outputs; ++j) args.out[j] = &out[j];
  args.period = 1;
  work.load(args, 0);
  Op::eval(work.in, work.out, args, peak);
  work.store(args, 0);
  return encoding(out[output]);
}

/// One of a dtype.
std::uint64_t one(Dtype d) { return ref::encode(d, 1); }

bool has_fma() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("fma") != 0 && __builtin_cpu_supports("avx2") != 0;
#else
  return true;
#endif
}

// ---- the vocabulary

/// The bits of `Op` and of the scalar backend's kernel are the same; NaN is NaN.
template <class Op>
void expect_scalar_bits(const char* method, Pass pass) {
  constexpr Dtype d = StorageOf<typename Op::In>::dtype;
  std::string key =
      std::string(method) + "/" + std::string(name(pass)) + "/" + std::string(name(d));
#if defined(__x86_64__)
  const gelu_kernel* k = gelu_find((key + "/scalar-fma").c_str());
#else
  const gelu_kernel* k = gelu_find((key + "/scalar-neon").c_str());
#endif
  if (k == nullptr) GTEST_SKIP() << "no scalar backend with fma in this build";
  const auto inputs = encodings(d);
  std::vector<typename Op::In> x, dy, want;
  for (const std::uint64_t e : inputs) x.push_back(from_encoding<typename Op::In>(e));
  dy.assign(x.size(), from_encoding<typename Op::In>(one(d)));
  want.resize(x.size());
  run(k->kernel, {x.data(), dy.data(), want.data(), nullptr}, x.size());
  int wrong = 0;
  for (std::size_t i = 0; i < x.size() && wrong < 3; ++i) {
    const auto got = ref::canonical(d, apply<Op>(inputs[i], one(d)));
    if (got == ref::canonical(d, encoding(want[i]))) continue;
    ++wrong;
    ADD_FAILURE() << key << ": f(0x" << std::hex << inputs[i] << ") is 0x" << got
                  << ", scalar gives 0x" << encoding(want[i]);
  }
}

template <class S, class M>
void check_method(int& checked) {
  if (M::about.origin != Origin::portable || std::is_same_v<M, methods::copy>) return;
  constexpr Dtype d = StorageOf<S>::dtype;
  if constexpr (takes<M>(Pass::forward, d) && forward_method<M, cuda::V>) {
    expect_scalar_bits<cuda::Elementwise<ForwardOf<M>, S>>(M::about.name, Pass::forward);
    ++checked;
  }
  if constexpr (takes<M>(Pass::backward, d) && backward_method<M, cuda::V>) {
    expect_scalar_bits<cuda::Elementwise<BackwardOf<M>, S>>(M::about.name, Pass::backward);
    ++checked;
  }
}
template <class S, class... Ms>
int check_methods(List<Ms...> /*methods*/) {
  int checked = 0;
  (check_method<S, Ms>(checked), ...);
  return checked;
}

TEST(Vocabulary, HasTheBitsOfScalarInF32) {
  if (!has_fma()) GTEST_SKIP() << "this CPU has no fma";
  EXPECT_GT(check_methods<float>(methods::All{}), 30);
}
TEST(Vocabulary, HasTheBitsOfScalarInF16) {
  if (!has_fma()) GTEST_SKIP() << "this CPU has no fma";
  EXPECT_GT(check_methods<F16>(methods::All{}), 30);
}
TEST(Vocabulary, HasTheBitsOfScalarInBf16) {
  if (!has_fma()) GTEST_SKIP() << "this CPU has no fma";
  EXPECT_GT(check_methods<BF16>(methods::All{}), 30);
}

// ---- what only a GPU has

struct Error {
  double ulp = 0, absolute = 0;
  int wrong_class = 0;  ///< NaN or infinity in the wrong place
};

/// Against exact values of the formula; ulp where x >= from.
template <class Op>
Error error_of(Formula formula, Pass pass, double from = -1e300) {
  constexpr Dtype d = StorageOf<typename Op::In>::dtype, to = StorageOf<typename Op::Out>::dtype;
  Error error;
  for (const std::uint64_t e : encodings(d)) {
    const double x = ref::decode(d, e);
    const double got = ref::decode(to, apply<Op>(e, one(d)));
    const double limit = ref::decode(to, ref::rounded(formula, pass, d, e, to));
    if (std::isnan(got) != std::isnan(limit) || std::isinf(got) != std::isinf(limit)) {
      ++error.wrong_class;
    } else if (std::isfinite(limit)) {
      const ref::DoubleDouble exact = ref::evaluate(formula, pass, x);
      const double difference = std::abs((got - exact.hi) - exact.lo);
      if (x >= from)
        error.ulp = std::max(error.ulp, std::abs(ref::in_ulp<to>(difference, exact.hi)));
      error.absolute = std::max(error.absolute, difference);
    }
  }
  return error;
}

template <class M, class S>
using ForwardIn = cuda::Elementwise<ForwardOf<M>, S>;
template <class M, class S>
using BackwardIn = cuda::Elementwise<BackwardOf<M>, S>;

/// Bounds that hold, and are no more than a tenth above what was measured. ulp 0: without a tail
/// the number of ulp says nothing.
struct Bound {
  const char* what;
  Error (*measure)();
  double ulp, absolute;
};
template <class Op, Formula formula, Pass pass>
Error measured() {
  return error_of<Op>(formula, pass);
}

namespace m = cuda::methods;
constexpr Formula k_erf = Formula::erf, k_tanh = Formula::tanh, k_sigmoid = Formula::sigmoid;
constexpr Pass k_forward = Pass::forward, k_backward = Pass::backward;
constexpr Bound k_bounds[] = {
    {"erf_ex2 f32", measured<ForwardIn<m::erf_ex2, float>, k_erf, k_forward>, 36800, 2.81e-7},
    {"erf_ex2 f16", measured<ForwardIn<m::erf_ex2, F16>, k_erf, k_forward>, 1.24, 9.77e-4},
    {"erf_ex2 bf16", measured<ForwardIn<m::erf_ex2, BF16>, k_erf, k_forward>, 0.93, 7.77e-3},
    {"erf_ex2 slope f32", measured<BackwardIn<m::erf_ex2, float>, k_erf, k_backward>, 0, 1.79e-6},
    {"erf_ex2_16 f16", measured<ForwardIn<m::erf_ex2_16, F16>, k_erf, k_forward>, 2.83, 9.87e-4},
    {"erf_ex2_16 bf16", measured<ForwardIn<m::erf_ex2_16, BF16>, k_erf, k_forward>, 0.714, 7.77e-3},
    {"erf_ex2_16 slope f16", measured<BackwardIn<m::erf_ex2_16, F16>, k_erf, k_backward>, 0,
     8.5e-4},
    {"erf_ex2_16 slope bf16", measured<BackwardIn<m::erf_ex2_16, BF16>, k_erf, k_backward>, 0,
     4.09e-3},
    {"tanh_approx f32", measured<ForwardIn<m::tanh_approx, float>, k_tanh, k_forward>, 0, 3.05e-7},
    {"tanh_approx slope f32", measured<BackwardIn<m::tanh_approx, float>, k_tanh, k_backward>, 0,
     5.56e-7},
    {"tanh_ex2_rcp f32", measured<ForwardIn<m::tanh_ex2_rcp, float>, k_tanh, k_forward>, 0,
     5.15e-7},
    {"sigmoid_ex2_rcp f32", measured<ForwardIn<m::sigmoid_ex2_rcp, float>, k_sigmoid, k_forward>, 0,
     7.39e-7},
    {"sigmoid_ex2_rcp slope f32",
     measured<BackwardIn<m::sigmoid_ex2_rcp, float>, k_sigmoid, k_backward>, 0, 9.76e-7},
    {"packed_tanh f16", measured<cuda::Packed<m::packed_tanh, F16>, k_tanh, k_forward>, 0, 1.29e-3},
    {"packed_tanh bf16", measured<cuda::Packed<m::packed_tanh, BF16>, k_tanh, k_forward>, 0,
     8.88e-3},
    {"packed_poly f16", measured<cuda::Packed<m::packed_poly, F16>, k_erf, k_forward>, 0, 1.06e-3},
    {"packed_poly bf16", measured<cuda::Packed<m::packed_poly, BF16>, k_erf, k_forward>, 0,
     9.22e-3},
};

class Hardware : public testing::TestWithParam<Bound> {};

TEST_P(Hardware, KeepsItsBound) {
  const Bound& b = GetParam();
  const Error e = b.measure();
  EXPECT_EQ(e.wrong_class, 0) << b.what;
  EXPECT_LE(e.absolute, b.absolute) << b.what;
  EXPECT_GE(e.absolute, b.absolute / 1.1) << b.what;
  if (b.ulp == 0) return;
  EXPECT_LE(e.ulp, b.ulp) << b.what;
  EXPECT_GE(e.ulp, b.ulp / 1.1) << b.what;
}
INSTANTIATE_TEST_SUITE_P(Methods, Hardware, testing::ValuesIn(k_bounds), [](const auto& info) {
  std::string text = info.param.what;
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
});

TEST(Slope, IsMinusZeroAtMinusInfinity) {
  using Op = BackwardIn<m::erf_ex2, float>;
  EXPECT_EQ(apply<Op>(0xff800000, one(Dtype::f32)), 0x80000000U);
}

/// What is off the scale of e4m3 becomes its largest number; NaN stays NaN; the rest is near.
TEST(ToE4M3, SaturatesAndStaysNear) {
  using Op = cuda::ToE4M3<m::erf_ex2_16, BF16>;
  for (const std::uint64_t e : encodings(Dtype::bf16)) {
    const double x = ref::decode(Dtype::bf16, e), got = ref::decode(Dtype::e4m3, apply<Op>(e));
    if (std::isnan(x)) {
      EXPECT_TRUE(std::isnan(got));
      continue;
    }
    const double exact = std::isinf(x) ? (x > 0 ? x : -0.0) : ref::evaluate(k_erf, k_forward, x).hi;
    const double held = std::min(exact, 448.0);
    ASSERT_LE(std::abs(ref::in_ulp<Dtype::e4m3>(got - held, held)), 0.51) << x;
  }
}

TEST(ToE4M3, ScalesAndNotesThePeak) {
  using Op = cuda::ToE4M3<methods::relu, BF16>;
  cuda::Work<Op, 8> work{};
  BF16 x[8];
  for (int i = 0; i < 8; ++i) x[i] = from_encoding<BF16>(ref::encode(Dtype::bf16, i - 3.0));
  std::memcpy(work.in[0].w, x, sizeof x);
  cuda::Args args{};
  args.scale = 0.5F;
  cuda::Peak peak;
  Op::eval(work.in, work.out, args, peak);
  EXPECT_EQ(std::bit_cast<float>(peak.bits), 4.0F);
  for (int i = 0; i < 8; ++i) {
    const std::uint64_t code = work.out[0].w[i / 4] >> (8 * (i % 4)) & 0xff;
    EXPECT_EQ(ref::decode(Dtype::e4m3, code), std::max(0.0, i - 3.0) / 2);
  }
}

/// The gradient of GEGLU, whose exponential is shared, beside the two functions on their own.
TEST(GatedBackward, IsBothProducts) {
  using Op = cuda::Elementwise<cuda::GatedBackwardOf<m::erf_ex2_16>, BF16>;
  double worst = 0;
  for (const std::uint64_t e : encodings(Dtype::bf16)) {
    const double x = ref::decode(Dtype::bf16, e);
    if (std::abs(x) > 100 || std::isnan(x)) continue;
    const std::uint64_t two = ref::encode(Dtype::bf16, 2);  // gate and dy
    const double dx = ref::decode(Dtype::bf16, apply<Op>(e, two, 0));
    const double dgate = ref::decode(Dtype::bf16, apply<Op>(e, two, 1));
    const double f = ref::evaluate(k_erf, k_forward, x).hi;
    const double slope = ref::evaluate(k_erf, k_backward, x).hi;
    ASSERT_LE(std::abs(ref::in_ulp<Dtype::bf16>(dgate - 2 * f, 2 * f)), 1.2) << x;
    worst = std::max(worst, std::abs(dx - 4 * slope));
  }
  EXPECT_LE(worst, 4 * 0.0045);
}

}  // namespace
}  // namespace gelu::test
