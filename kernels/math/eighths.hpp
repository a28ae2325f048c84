// SPDX-License-Identifier: Apache-2.0
// 2^(-c t^2) and 2^(t w) as 2^(k/8) 2^f, |f| <= 1/16, in float, keeping what t * t and t * w round
// away: dropping it would cost as many ulp in the tail as the exponent is large. 2^64 is added to
// the exponent, so that nothing underflows before the caller's last operation.
#pragma once

#include "kernels/math/pair.hpp"

namespace gelu::math {

template <class V>
struct Eighths {
  V f;
  typename V::Int k;
};

/// -c t^2 = k/8 + f for 0 <= t < 16.
template <class V>
GELU_FN Eighths<V> minus_square(V t, typename V::value_type c) {
  const V square = t * t;
  const V magic(0x1.8p20F);  // in magic + k/8, k stands in the low bits
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

/// 2^(j/8) for j = 0..7, less the exponent that the low three bits of k << 20 bring with them.
struct EighthRoots {
  float shifted[8];
};
constexpr EighthRoots eighth_roots(const float (&roots)[8], int scale = 64) {
  EighthRoots r{};
  for (int j = 0; j < 8; ++j)
    r.shifted[j] =
        __builtin_bit_cast(float, __builtin_bit_cast(int, roots[j]) + (scale << 23) - (j << 20));
  return r;
}

/// 2^(k/8 + 64).
template <class V>
GELU_FN V pow2_eighths(typename V::Int k, const EighthRoots& r) {
  return from_bits<V>(bits(lookup8<V>(r.shifted, k)) + shl<20>(k));
}

}  // namespace gelu::math
