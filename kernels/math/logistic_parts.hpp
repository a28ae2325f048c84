// SPDX-License-Identifier: Apache-2.0
// x sigma(v(x)) and its derivative by one division, with E = exp(-v(t)) = 2^(t w), t = |x|: what
// the roundings of 2^(t w) and of the division lost is known and small, and comes in last.
#pragma once

#include "kernels/math/eighths.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// c + a b, rounded once where c and -a b are near each other.
template <class V>
GELU_FN V sum_with(V c, V a, V b) {
  if constexpr (V::has_fma) {
    return fma(a, b, c);
  } else {
    const Pair<V> p = two_prod(a, b);
    return (c + p.hi) + p.lo;
  }
}

/// With 2^ride: E = power (1 + q), |q| < 0.045, rounded e. Without: minus (1 + q) = -E, d = 1 + E,
/// rounded, inverse = 1 / d, rounded.
template <class V>
struct LogisticParts {
  using T = typename V::value_type;
  V power, q, e, minus, d, inverse;

  /// `exp2`: (2^f - 1) / f for |f| <= 1/16. Unless `rests`, the roots of two count as exact.
  template <bool rests, std::size_t N>
  GELU_FN static LogisticParts of(V t, Pair<V> w, const Poly<T, N>& exp2) {
    GELU_TABLE auto c = coefficients::exp2_eighths<T>();
    GELU_TABLE auto roots = eighth_roots(coefficients::exp2_eighths<T>().roots);
    const Eighths<V> z = product<8>(t, w);
    const V p = horner(z.f, exp2);
    LogisticParts r;
    r.power = pow2_eighths<V>(z.k, roots);
    r.q = rests ? fma(z.f, p, lookup8<V>(c.rests, z.k)) : z.f * p;
    r.e = fma(r.power, r.q, r.power);
    r.minus = r.power * V(-k_unridden<T>);
    r.d = fma(r.e, V(k_unridden<T>), V(T(1)));
    r.inverse = V(T(1)) / r.d;
    return r;
  }

  /// t E / (1 + E), ridden: four roundings.
  GELU_FN V value_4ulp(V t) const { return t * e / d; }

  /// The same, rounded once, as the quotient of t power by 1 + E and its correction. t power -
  /// quotient is exact, and what is left of t E - quotient (1 + E) is below t power / 20.
  GELU_FN V value_1ulp(V t) const {
    const Pair<V> n = two_prod(t, power);
    const V quotient = n.hi * inverse;
    const V rest = sum_with(n.hi - quotient, quotient, minus) + n.lo;
    return fma(fma(q, fma(quotient, minus, n.hi), rest), inverse, quotient);
  }

  /// E (1 + E - t v') / (1 + E)^2, ridden, without the roundings of E, of the inverse and of
  /// E n: two of n and three others are left.
  GELU_FN V slope_4ulp(V t, Pair<V> v) const {
    const V one(T(1));
    const V minus_e = fma(minus, q, minus);
    const V lost = sum_with(one - inverse, inverse, minus_e);  // 1 / (1 + E) = inverse (1 + lost)
    const V n = sum_with(one, -t, v.hi) - fma(t, v.lo, minus_e);
    const Pair<V> p = two_prod(power, n);
    const V square = inverse * inverse;
    const V h = p.hi * square;
    return h + fma(h, fma(lost, V(T(2)), q), p.lo * square);
  }

  /// The same, rounded once.
  GELU_FN V slope_1ulp(V t, Pair<V> v) const {
    const V one(T(1));
    const Pair<V> z = two_prod(t, v.hi);
    const Pair<V> n = two_sum(d, -z.hi);
    const V d_rest = ((one - d) - minus) - minus * q;
    const V n_rest = n.lo + (d_rest - fma(t, v.lo, z.lo));
    const Pair<V> p = two_prod(power, n.hi);
    const Pair<V> square = two_prod(inverse, inverse);
    const V lost = fma(-inverse, d_rest, sum_with(one, -inverse, d));
    const Pair<V> h = two_prod(p.hi, square.hi);
    const V rest = fma(h.hi, fma(lost, V(T(2)), q), fma(p.hi, square.lo, h.lo));
    return h.hi + fma(fma(e, n_rest, p.lo), square.hi, rest);
  }
};

}  // namespace gelu::math
