// SPDX-License-Identifier: Apache-2.0
// The vocabulary for one element: plain CPU code, autovectorised code, and CUDA.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "kernels/vec/config.hpp"

#if defined(__SSE__) && !defined(__CUDACC__)
#include <immintrin.h>
#endif

namespace gelu::vec {

/// Integers modulo 2^bits(T). Unsigned underneath: signed overflow is undefined.
template <class T>
struct ScalarInt {
  using Word = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  using Signed = std::make_signed_t<Word>;
  Word v;
  ScalarInt() = default;
  GELU_FN explicit constexpr ScalarInt(Signed c) : v(static_cast<Word>(c)) {}
  GELU_FN static constexpr ScalarInt from_word(Word w) { return ScalarInt(static_cast<Signed>(w)); }
  GELU_FN friend ScalarInt operator+(ScalarInt a, ScalarInt b) { return from_word(a.v + b.v); }
  GELU_FN friend ScalarInt operator-(ScalarInt a, ScalarInt b) { return from_word(a.v - b.v); }
  GELU_FN friend ScalarInt operator&(ScalarInt a, ScalarInt b) { return from_word(a.v & b.v); }
  GELU_FN friend ScalarInt operator|(ScalarInt a, ScalarInt b) { return from_word(a.v | b.v); }
  GELU_FN friend ScalarInt operator^(ScalarInt a, ScalarInt b) { return from_word(a.v ^ b.v); }
};
template <int K, class T>
GELU_FN ScalarInt<T> shl(ScalarInt<T> a) {
  return ScalarInt<T>::from_word(a.v << K);
}
template <int K, class T>
GELU_FN ScalarInt<T> shr(ScalarInt<T> a) {
  return ScalarInt<T>::from_word(a.v >> K);
}

/// One truth value.
struct ScalarMask {
  bool v;
  GELU_FN friend ScalarMask operator&(ScalarMask a, ScalarMask b) { return ScalarMask{a.v && b.v}; }
  GELU_FN friend ScalarMask operator|(ScalarMask a, ScalarMask b) { return ScalarMask{a.v || b.v}; }
  GELU_FN friend ScalarMask operator!(ScalarMask a) { return ScalarMask{!a.v}; }
};
GELU_FN bool any_of(ScalarMask m) { return m.v; }
GELU_FN bool all_of(ScalarMask m) { return m.v; }

/// One element of type T. `Tag` gives each backend its own type, hence internal linkage.
template <class T, class Tag>
struct Scalar {
  using value_type = T;
  using Int = ScalarInt<T>;
  using Mask = ScalarMask;
  using Wide = Scalar<double, Tag>;
  static constexpr int size = 1;
#if defined(GELU_AUTOVEC)
  static constexpr std::size_t batch = 64;  ///< what one trip of the loop offers to the vectoriser
#else
  static constexpr std::size_t batch = 1;
#endif
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA) || defined(__CUDACC__)
  static constexpr bool has_fma = true;
#else
  static constexpr bool has_fma = false;
#endif
  T v;
  Scalar() = default;
  GELU_FN explicit constexpr Scalar(T c) : v(c) {}
  GELU_FN friend Scalar operator+(Scalar a, Scalar b) { return Scalar(a.v + b.v); }
  GELU_FN friend Scalar operator-(Scalar a, Scalar b) { return Scalar(a.v - b.v); }
  GELU_FN friend Scalar operator*(Scalar a, Scalar b) { return Scalar(a.v * b.v); }
  GELU_FN friend Scalar operator/(Scalar a, Scalar b) { return Scalar(a.v / b.v); }
#if defined(__aarch64__)
  // On the bits: g++ 12 turns -fma(a, b, c) into FNMADD, which gives +0 where the negated sum is
  // -0.
  GELU_FN friend Scalar operator-(Scalar a) {
    using Word = typename Int::Word;
    Word w;
    std::memcpy(&w, &a.v, sizeof w);
    w ^= Word{1} << (8 * sizeof(T) - 1);
    std::memcpy(&a.v, &w, sizeof w);
    return a;
  }
#else
  GELU_FN friend Scalar operator-(Scalar a) { return Scalar(-a.v); }
#endif
  GELU_FN friend Mask operator<(Scalar a, Scalar b) { return Mask{a.v < b.v}; }
  GELU_FN friend Mask operator<=(Scalar a, Scalar b) { return Mask{a.v <= b.v}; }
  GELU_FN friend Mask operator>(Scalar a, Scalar b) { return Mask{a.v > b.v}; }
  GELU_FN friend Mask operator>=(Scalar a, Scalar b) { return Mask{a.v >= b.v}; }
  GELU_FN friend Mask operator==(Scalar a, Scalar b) { return Mask{a.v == b.v}; }
};

template <class V>
concept scalar_vector = requires {
  requires V::size == 1 && std::is_same_v<typename V::Mask, ScalarMask>;
};

template <scalar_vector V>
GELU_FN typename V::Int bits(V a) {
  typename V::Int i;
  std::memcpy(&i.v, &a.v, sizeof a.v);
  return i;
}
template <scalar_vector V>
GELU_FN V from_bits(typename V::Int i) {
  V a;
  std::memcpy(&a.v, &i.v, sizeof a.v);
  return a;
}
template <scalar_vector V>
GELU_FN V fma(V a, V b, V c) {
  if constexpr (V::has_fma) {
    return V(std::fma(a.v, b.v, c.v));
  } else {
    return V(a.v * b.v + c.v);
  }
}
template <scalar_vector V>
GELU_FN V abs(V a) {
  return V(std::fabs(a.v));
}
template <scalar_vector V>
GELU_FN V copysign(V a, V s) {
  return V(std::copysign(a.v, s.v));
}
// On x86 the instruction itself: the compiler makes a branch of `a < b ? a : b` on a value that it
// has just loaded, which costs a misprediction for every other element; and GCC 12 takes
// _mm_min_ss for commutative, which it is not where a or b is NaN.
#if defined(__SSE2__) && !defined(__CUDACC__) && !defined(GELU_AUTOVEC)
#if defined(__AVX__)
#define GELU_SCALAR_OP(name, a, b) asm("v" name " %1, %0, %0" : "+x"(a) : "xm"(b))
#else
#define GELU_SCALAR_OP(name, a, b) asm(name " %1, %0" : "+x"(a) : "xm"(b))
#endif
template <scalar_vector V>
GELU_FN V min(V a, V b) {
  if constexpr (sizeof(a.v) == 8) GELU_SCALAR_OP("minsd", a.v, b.v);
  if constexpr (sizeof(a.v) == 4) GELU_SCALAR_OP("minss", a.v, b.v);
  return a;
}
template <scalar_vector V>
GELU_FN V max(V a, V b) {
  if constexpr (sizeof(a.v) == 8) GELU_SCALAR_OP("maxsd", a.v, b.v);
  if constexpr (sizeof(a.v) == 4) GELU_SCALAR_OP("maxss", a.v, b.v);
  return a;
}
#undef GELU_SCALAR_OP
#else
template <scalar_vector V>
GELU_FN V min(V a, V b) {
  return V(a.v < b.v ? a.v : b.v);
}
template <scalar_vector V>
GELU_FN V max(V a, V b) {
  return V(a.v > b.v ? a.v : b.v);
}
#endif
template <scalar_vector V>
GELU_FN V min_abs(V a, V c) {
  return min(abs(a), c);
}
template <scalar_vector V>
GELU_FN V clamp(V a, V c) {
  return min(max(a, -c), c);
}
template <scalar_vector V>
GELU_FN V select(ScalarMask m, V a, V b) {
  return m.v ? a : b;
}
/// Adding 1.5 * 2^p puts the unit in the last place: cheaper than a call on a CPU without SSE4.1.
template <scalar_vector V>
GELU_FN V round(V a) {
  using T = typename V::value_type;
  constexpr T magic = sizeof(T) == 8 ? T(0x1p52) : T(0x1p23);
  const T t = std::fabs(a.v);
  const T r = (t + magic) - magic;
  return V(std::copysign(t < magic ? r : t, a.v));
}
template <scalar_vector V>
GELU_FN typename V::Int to_int(V a) {
  return typename V::Int(static_cast<typename V::Int::Signed>(a.v));
}
template <scalar_vector V>
GELU_FN V to_real(typename V::Int i) {
  using T = typename V::value_type;
  return V(static_cast<T>(static_cast<typename V::Int::Signed>(i.v)));
}
template <scalar_vector V>
GELU_FN V lookup8(const typename V::value_type (&t)[8], typename V::Int i) {
  return V(t[i.v & 7U]);
}
template <scalar_vector V>
GELU_FN V lookup16(const typename V::value_type (&t)[16], typename V::Int i) {
  return V(t[i.v & 15U]);
}
template <scalar_vector V>
GELU_FN V lookup32(const typename V::value_type (&t)[32], typename V::Int i) {
  return V(t[i.v & 31U]);
}
template <scalar_vector V>
GELU_FN V gather(const typename V::value_type* p, typename V::Int i) {
  return V(p[i.v]);
}
/// 2^n for an integer-valued |n| within the normal exponents, from its bits.
template <class V>
GELU_FN V pow2(V n) {
  using T = typename V::value_type;
  using Int = typename V::Int;
  constexpr int mantissa = sizeof(T) == 8 ? 52 : 23;
  constexpr int bias = sizeof(T) == 8 ? 1023 : 127;
  return from_bits<V>(shl<mantissa>(to_int(n) + Int(bias)));
}
/// Two factors, so that n may reach below the subnormals; the first product is exact.
template <class V>
GELU_FN V scale_pow2_twice(V a, V n) {
  const V half = round(n * V(typename V::value_type(0.5)));
  return (a * pow2(half)) * pow2(n - half);
}
template <scalar_vector V>
GELU_FN V scale_pow2(V a, V n) {
  return scale_pow2_twice(a, n);
}
template <scalar_vector V>
GELU_FN V recip_estimate(V a) {
#if defined(__SSE__) && !defined(__CUDACC__)
  return V(static_cast<typename V::value_type>(
      _mm_cvtss_f32(_mm_rcp_ss(_mm_set_ss(static_cast<float>(a.v))))));
#else
  return V(static_cast<typename V::value_type>(1.0F / static_cast<float>(a.v)));
#endif
}
template <scalar_vector V, class F>
GELU_FN V map(F f, V a) {
  return V(f(a.v));
}

/// A float as a double and back, rounded to nearest. One element: one vector of doubles.
template <scalar_vector V>
GELU_FN void widen(V a, typename V::Wide (&w)[1]) {
  w[0] = typename V::Wide(static_cast<double>(a.v));
}
template <scalar_vector V>
GELU_FN V narrow(const typename V::Wide (&w)[1]) {
  return V(static_cast<float>(w[0].v));
}

template <scalar_vector V>
GELU_FN V load(const typename V::value_type* p) {
  V a;
  std::memcpy(&a.v, p, sizeof a.v);
  return a;
}
template <scalar_vector V>
GELU_FN void store(typename V::value_type* p, V a) {
  std::memcpy(p, &a.v, sizeof a.v);
}
template <scalar_vector V>
GELU_FN typename V::Int load16(const std::uint16_t* p) {
  std::uint16_t w;
  std::memcpy(&w, p, sizeof w);
  return V::Int::from_word(w);
}
template <scalar_vector V>
GELU_FN void store16(std::uint16_t* p, typename V::Int i) {
  const auto w = static_cast<std::uint16_t>(i.v);
  std::memcpy(p, &w, sizeof w);
}

}  // namespace gelu::vec
