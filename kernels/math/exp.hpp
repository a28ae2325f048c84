// SPDX-License-Identifier: Apache-2.0
// exp of a sum hi + lo as (1 + less_one) * 2^exponent. The 1 stays apart, so that a product with it
// is one fma with one rounding; the exponent stays apart, so that a tail below the smallest normal
// number is rounded once, by the caller's one scale_pow2.
#pragma once

#include "kernels/coefficients/exp.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// (1 + less_one) * 2^exponent; the exponent is integer-valued, less_one in [-0.35, 0.5].
template <class V>
struct Exponential {
  V less_one, exponent;
};

/// a * e before its scaling.
template <class V>
GELU_FN V times(V a, Exponential<V> e) {
  return fma(a, e.less_one, a);
}

/// exp(a.hi + a.lo). For |a.hi| < 128 (f32), 1024 (f64): up to there
/// exponent * ln2_hi is exact without fma. |a.lo| <= 2^-5.
/// Reduction by Cody and Waite (1980).
template <class V>
GELU_FN Exponential<V> exp(Pair<V> a) {
  using T = typename V::value_type;
  constexpr auto c = coefficients::exp<T>();
  const V n = round(a.hi * V(c.log2_e));
  const V r = fma(n, V(-c.ln2[0]), a.hi) + fma(n, V(-c.ln2[1]), a.lo);
  return {fma(r * r, horner(r, c.poly), r), n};
}

}  // namespace gelu::math
