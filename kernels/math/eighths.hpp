// SPDX-License-Identifier: Apache-2.0
// 2^(-c t^2) and 2^(t w) as 2^(k/8) 2^f, |f| <= 1/16, keeping what t * t and t * w round away:
// dropping it would cost as many ulp in the tail as the exponent is large. A power of two is added
// to the exponent, so that nothing underflows before the caller's last operation.
#pragma once

#include "kernels/coefficients/exp2_eighths.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// The exponent that rides along: more than the tail's is below the smallest normal number.
template <class T>
inline constexpr int k_ride = sizeof(T) == 8 ? 256 : 64;
/// 2^k_ride and its inverse.
template <class T>
inline constexpr T k_ridden = sizeof(T) == 8 ? T(0x1p256) : T(0x1p64);
template <class T>
inline constexpr T k_unridden = sizeof(T) == 8 ? T(0x1p-256) : T(0x1p-64);
/// Bits after the point of a number in [1, 2).
template <class T>
inline constexpr int k_digits = sizeof(T) == 8 ? 52 : 23;

template <class V>
struct Eighths {
  V f;
  typename V::Int k;
};

/// -c t^2 = k/8 + f for 0 <= t < 16 (f32), 64 (f64).
template <class V>
GELU_FN Eighths<V> minus_square(V t, typename V::value_type c) {
  using T = typename V::value_type;
  const V square = t * t;
  const V magic(sizeof(T) == 8 ? T(0x1.8p49)
                               : T(0x1.8p20));  // in magic + k/8, k stands in the low bits
  if constexpr (V::has_fma) {
    const V error = fma(t, t, -square);
    const V shifted = fma(square, V(-c), magic);
    return {fma(error, V(-c), fma(square, V(-c), magic - shifted)), bits(shifted)};
  } else {
    const V error = two_prod(t, t).lo;
    const Pair<V> z = two_prod(square, V(-c));
    const V shifted = z.hi + magic;
    return {((magic - shifted) + z.hi) + (z.lo + error * V(-c)), bits(shifted)};
  }
}

/// t (w.hi + w.lo) = k/8 + f, below 256 in size (double: 2048), or with other `parts` of 1 than 8.
template <int parts, class V>
GELU_FN Eighths<V> product(V t, Pair<V> w) {
  using T = typename V::value_type;
  const V magic((sizeof(T) == 8 ? T(0x1.8p52) : T(0x1.8p23)) / parts);
  if constexpr (V::has_fma) {
    const V shifted = fma(t, w.hi, magic);
    return {fma(t, w.lo, fma(t, w.hi, magic - shifted)), bits(shifted)};
  } else {
    const Pair<V> z = two_prod(t, w.hi);
    const V shifted = z.hi + magic;
    return {((magic - shifted) + z.hi) + fma(t, w.lo, z.lo), bits(shifted)};
  }
}

/// 2^(j/8 + ride) for j = 0..7, less the exponent that the low three bits of a shifted k bring.
template <class T>
struct EighthRoots {
  T shifted[8];
};
template <class T>
constexpr EighthRoots<T> eighth_roots(const T (&roots)[8], int ride = k_ride<T>) {
  using Word = std::conditional_t<sizeof(T) == 8, long long, int>;
  EighthRoots<T> r{};
  for (int j = 0; j < 8; ++j)
    r.shifted[j] =
        __builtin_bit_cast(T, __builtin_bit_cast(Word, roots[j]) +
                                  (Word{ride} << k_digits<T>)-(Word{j} << (k_digits<T> - 3)));
  return r;
}

/// 2^(k/8 + ride).
template <class V, class T>
GELU_FN V pow2_eighths(typename V::Int k, const EighthRoots<T>& r) {
  return from_bits<V>(bits(lookup8<V>(r.shifted, k)) + shl<k_digits<T> - 3>(k));
}

/// power 2^f, relative error below 2^-25 (f32), 2^-41 (f64) and the roundings.
template <class V>
GELU_FN V times_short_exp2(V power, V f) {
  constexpr auto c = coefficients::exp2_eighths<typename V::value_type>();
  return fma(power * f, horner(f, c.exp2_short), power);
}

/// max(x, 0) - g / 2^ride, rounded once. max(-0, x) is x at zeros and for NaN, so that zeros keep
/// their sign, NaN stays, and -infinity gives -0 - 0 = -0.
template <class V>
GELU_FN V relu_minus_ridden(V x, V g) {
  using T = typename V::value_type;
  return fma(g, V(-k_unridden<T>), max(V(T(-0.0)), x));
}

/// From h = 2^ride f'(-|x|): h / 2^ride for x < 0, else 1 - h / 2^ride. `positive` is 0 or 1 but
/// for |x| < 2^-100, where its value does not matter, for f' = 1 - f' = 1/2 there. It keeps NaN,
/// with the same bits wherever an element stands.
template <class V>
GELU_FN V slope_from_ridden(V x, V h) {
  using T = typename V::value_type;
  const V positive = min(V(1), max(V(T(-0.0)), x) * V(T(0x1p100F)));
  return fma(h, fma(positive, V(-2 * k_unridden<T>), V(k_unridden<T>)), positive);
}

}  // namespace gelu::math
