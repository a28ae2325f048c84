// SPDX-License-Identifier: Apache-2.0
// exp of a sum hi + lo as value * 2^exponent. The exponent stays apart, so that a tail below the
// smallest normal number is rounded once, by the caller's one scale_pow2.
#pragma once

#include "kernels/coefficients/exp.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// value * 2^exponent; the exponent is integer-valued.
template <class V>
struct Scaled {
  V value, exponent;
};

/// exp(a.hi + a.lo), value in [0.65, 1.5]. For |a.hi| < 128 (f32), 1024 (f64): up to there
/// exponent * ln2_hi is exact without fma. |a.lo| <= 2^-5.
/// Reduction by Cody and Waite (1980).
template <class V>
GELU_FN Scaled<V> exp(Pair<V> a) {
  using T = typename V::value_type;
  constexpr auto c = coefficients::exp<T>();
  const V n = round(a.hi * V(c.log2_e));
  const V r = fma(n, V(-c.ln2[0]), a.hi) + fma(n, V(-c.ln2[1]), a.lo);
  return {V(T(1)) + fma(r * r, horner(r, c.poly), r), n};
}

}  // namespace gelu::math
