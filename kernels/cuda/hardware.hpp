// SPDX-License-Identifier: Apache-2.0
// What only a GPU has: approximations by its special-function unit (MUFU), and arithmetic on pairs
// of 16-bit numbers in one word. On the host each is the correctly rounded function, which the
// hardware stays near: ex2 within 2 ulp, rcp 1 ulp, tanh 2^-11 relatively (PTX ISA, instruction
// tables).
#pragma once

#include <cmath>

#include "kernels/cuda/pack.hpp"
#include "kernels/math/pair.hpp"

namespace gelu::cuda::hardware {

#if defined(__CUDA_ARCH__)
#define GELU_ASM_1(instruction, a)                    \
  float r;                                            \
  asm(instruction " %0, %1;" : "=f"(r) : "f"((a).v)); \
  return V(r)
#endif

/// 2^a; subnormal results and arguments are zero.
GELU_FN V ex2(V a) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_1("ex2.approx.ftz.f32", a);
#else
  const auto r = static_cast<float>(std::exp2(static_cast<double>(a.v)));
  return V(std::fabs(r) < 0x1p-126F ? 0.0F : r);
#endif
}
/// 1 / a; subnormal results and arguments are zeros of their sign.
GELU_FN V rcp(V a) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_1("rcp.approx.ftz.f32", a);
#else
  const float from = std::fabs(a.v) < 0x1p-126F ? std::copysign(0.0F, a.v) : a.v;
  const auto r = static_cast<float>(1 / static_cast<double>(from));
  return V(std::fabs(r) < 0x1p-126F ? std::copysign(0.0F, r) : r);
#endif
}
GELU_FN V tanh(V a) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_1("tanh.approx.f32", a);
#else
  return V(static_cast<float>(std::tanh(static_cast<double>(a.v))));
#endif
}
#undef GELU_ASM_1

/// The larger one; NaN when either is; +0 is larger than -0. One operation, unlike the
/// vocabulary's.
GELU_FN V max_nan(V a, V b) {
#if defined(__CUDA_ARCH__)
  float r;
  asm("max.NaN.f32 %0, %1, %2;" : "=f"(r) : "f"(a.v), "f"(b.v));
  return V(r);
#else
  if (std::isnan(a.v) || std::isnan(b.v)) return V(std::nanf(""));
  if (a.v == 0 && b.v == 0) return std::signbit(a.v) ? b : a;
  return a.v > b.v ? a : b;
#endif
}
/// The smaller one; NaN when either is. Not for two zeros.
GELU_FN V min_nan(V a, V b) {
#if defined(__CUDA_ARCH__)
  float r;
  asm("min.NaN.f32 %0, %1, %2;" : "=f"(r) : "f"(a.v), "f"(b.v));
  return V(r);
#else
  if (std::isnan(a.v) || std::isnan(b.v)) return V(std::nanf(""));
  return a.v < b.v ? a : b;
#endif
}
/// max(x, 0) that leaves -0 and NaN as they are.
GELU_FN V relu(V x) { return max_nan(x, V(-0.0F)); }
/// The lowest finite number for -infinity: so that a factor 0 makes 0 of it, not NaN.
GELU_FN V finite_below(V x) { return max_nan(x, V(-0x1.fffffep127F)); }

/// Two numbers of type S, f16 or bf16, in one word.
template <class S>
struct Pair {
  std::uint32_t w;
};

namespace detail {
#if !defined(__CUDA_ARCH__)
template <class S>
inline V half_of(Pair<S> a, int i) {
  const std::uint32_t h = i == 0 ? a.w & 0xffffU : a.w >> 16;
  if constexpr (std::is_same_v<S, F16>) return cuda::detail::widen_f16(h);
  return V(vec::from_bits<V>(V::Int::from_word(h << 16)));
}
/// f(first halves), f(second halves), in float, rounded to S.
template <class S, class F, class... Pairs>
inline Pair<S> by_halves(F f, Pairs... a) {
  return {cuda::detail::narrow_pair<S>(f(half_of(a, 0)...), f(half_of(a, 1)...))};
}
/// a b + c rounded to odd as a float, so that rounding it to 16 bits rounds once.
inline V fma_to_odd(V a, V b, V c) {
  using W = vec::Scalar<double, Device>;
  const double p = static_cast<double>(a.v) * static_cast<double>(b.v);  // exact
  if (!std::isfinite(p) || !std::isfinite(c.v))
    return V(static_cast<float>(p + static_cast<double>(c.v)));
  const math::Pair<W> sum = math::two_sum(W(p), W(static_cast<double>(c.v)));
  if (sum.hi.v == 0) return V(static_cast<float>(sum.hi.v));
  std::uint64_t bits = vec::bits(sum.hi).v;
  if (sum.lo.v != 0 && (bits & 1) == 0)  // not exact: the odd neighbour on the side of the rest
    bits += std::signbit(sum.lo.v) == std::signbit(sum.hi.v) ? 1 : -std::uint64_t{1};
  // From odd in double to odd in float: any bit that is cut off leaves its trace in the last one.
  const double y = vec::from_bits<W>(W::Int::from_word(bits)).v;
  const double cut = vec::from_bits<W>(W::Int::from_word(bits & ~std::uint64_t{0x1fffffff})).v;
  auto f = static_cast<float>(cut);  // exact for normal results
  if (cut != y) f = vec::from_bits<V>(V::Int::from_word(vec::bits(V(f)).v | 1U)).v;
  return V(f);
}
#endif
}  // namespace detail

#if defined(__CUDA_ARCH__)
#define GELU_ASM_PAIR(name, suffix, ...)                  \
  Pair<S> r;                                              \
  if constexpr (std::is_same_v<S, F16>) {                 \
    asm(name ".f16x2" suffix : "=r"(r.w) : __VA_ARGS__);  \
  } else {                                                \
    asm(name ".bf16x2" suffix : "=r"(r.w) : __VA_ARGS__); \
  }                                                       \
  return r
#endif

template <class S>
GELU_FN Pair<S> both(float c) {
  return {cuda::detail::narrow_pair<S>(V(c), V(c))};
}
/// a b + c, rounded once.
template <class S>
GELU_FN Pair<S> fma(Pair<S> a, Pair<S> b, Pair<S> c) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_PAIR("fma.rn", " %0, %1, %2, %3;", "r"(a.w), "r"(b.w), "r"(c.w));
#else
  return detail::by_halves<S>(detail::fma_to_odd, a, b, c);
#endif
}
template <class S>
GELU_FN Pair<S> mul(Pair<S> a, Pair<S> b) {
  return fma(a, b, both<S>(-0.0F));
}
template <class S>
GELU_FN Pair<S> sub(Pair<S> a, Pair<S> b) {
  return fma(b, both<S>(-1), a);
}
template <class S>
GELU_FN Pair<S> abs(Pair<S> a) {
  return {a.w & 0x7fff7fffU};
}
template <class S>
GELU_FN Pair<S> neg(Pair<S> a) {
  return {a.w ^ 0x80008000U};
}
/// The other one when one is NaN.
template <class S>
GELU_FN Pair<S> min(Pair<S> a, Pair<S> b) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_PAIR("min", " %0, %1, %2;", "r"(a.w), "r"(b.w));
#else
  return detail::by_halves<S>([](V x, V y) { return V(std::fmin(x.v, y.v)); }, a, b);
#endif
}
template <class S>
GELU_FN Pair<S> max_nan(Pair<S> a, Pair<S> b) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_PAIR("max.NaN", " %0, %1, %2;", "r"(a.w), "r"(b.w));
#else
  return detail::by_halves<S>([](V x, V y) { return max_nan(x, y); }, a, b);
#endif
}
template <class S>
GELU_FN Pair<S> tanh(Pair<S> a) {
#if defined(__CUDA_ARCH__)
  GELU_ASM_PAIR("tanh.approx", " %0, %1;", "r"(a.w));
#else
  return detail::by_halves<S>([](V x) { return tanh(x); }, a);
#endif
}
#undef GELU_ASM_PAIR

}  // namespace gelu::cuda::hardware
