// SPDX-License-Identifier: Apache-2.0
// Unevaluated sums hi + lo: products and sums without rounding error.
// Dekker, "A floating-point technique for extending the available precision" (1971); Knuth,
// TAOCP 2.
#pragma once

#include "kernels/vec/config.hpp"

namespace gelu::math {

template <class V>
struct Pair {
  V hi, lo;
};

/// a + b exactly, whichever is larger.
template <class V>
GELU_FN Pair<V> two_sum(V a, V b) {
  const V sum = a + b;
  const V b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

namespace detail {
/// The upper half of a's bits, such that products of halves are exact.
template <class V>
GELU_FN V upper_half(V a) {
  using T = typename V::value_type;
  constexpr T splitter = sizeof(T) == 8 ? T(0x1p27) + 1 : T(0x1p12) + 1;
  const V c = a * V(splitter);
  return c - (c - a);
}
}  // namespace detail

/// a * b exactly, apart from overflow and underflow.
template <class V>
GELU_FN Pair<V> two_prod(V a, V b) {
  const V hi = a * b;
  if constexpr (V::has_fma) {
    return {hi, fma(a, b, -hi)};
  } else {
    const V ah = detail::upper_half(a);
    const V bh = detail::upper_half(b);
    const V al = a - ah;
    const V bl = b - bh;
    return {hi, ((ah * bh - hi) + ah * bl + al * bh) + al * bl};
  }
}

/// a * b + c and its rounding error, for |a b| <= |c|.
template <class V>
GELU_FN Pair<V> product_plus(V a, V b, V c) {
  if constexpr (V::has_fma) {
    const V hi = fma(a, b, c);
    return {hi, fma(a, b, c - hi)};
  } else {
    const Pair<V> p = two_prod(a, b);
    const V hi = c + p.hi;
    return {hi, ((c - hi) + p.hi) + p.lo};
  }
}

/// A constant of twice the precision times a; the error is about an ulp of the result's lo.
template <class V, class T>
GELU_FN Pair<V> times(const T (&c)[2], V a) {
  const Pair<V> p = two_prod(V(c[0]), a);
  return {p.hi, fma(V(c[1]), a, p.lo)};
}

}  // namespace gelu::math
