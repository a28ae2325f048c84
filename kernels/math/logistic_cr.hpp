// SPDX-License-Identifier: Apache-2.0
// x * sigma(v(x)) of a float in double: nearly always enough to round it, and once more as a sum of
// two doubles. E = exp(-v) = 2^(t w), t = |x|, from a table of eighths.
#pragma once

#include "kernels/math/correct_rounding.hpp"
#include "kernels/math/logistic.hpp"

namespace gelu::math {

/// t (w.hi + w.lo) = k/8 + f, and 2^(k/8).
template <class W>
struct LogisticPower {
  W f, power;
  typename W::Int k;

  GELU_FN LogisticPower(W t, Pair<W> w) {
    const Eighths<W> z = product<8>(t, w);
    f = z.f;
    k = z.k;
    power = pow2_eighths_wide<W>(k);
  }
};

/// E of a method M, relative error below 2^-40.
template <class M, class W>
GELU_FN W likely_exponential(W t) {
  const LogisticPower<W> z(t, {M::likely_exponent(t), W(0)});
  return times_short_exp2(z.power, z.f);
}

/// (1 + bias) E to 2^-57, and 1 + E.
template <class W>
struct ExactLogistic {
  Pair<W> e, d;

  GELU_FN ExactLogistic(W t, Pair<W> w, double bias) {
    GELU_TABLE auto c = coefficients::exp2_eighths<double>();
    const LogisticPower<W> z(t, w);
    const W q = fma(z.f, horner(z.f, c.exp2), lookup8<W>(c.rests, z.k)) + W(bias);
    e = product_plus(z.power, q, z.power);
    d.hi = W(1) + e.hi;
    d.lo = ((W(1) - d.hi) + e.hi) + e.lo;
  }
};

template <class W>
GELU_FN Pair<W> quotient(Pair<W> a, Pair<W> b) {
  const W hi = a.hi / b.hi;
  const Pair<W> back = two_prod(hi, b.hi);
  return {hi, (((a.hi - back.hi) - back.lo) + fma(-hi, b.lo, a.lo)) / b.hi};
}
template <class W>
GELU_FN Pair<W> one_minus(Pair<W> a) {
  const W hi = W(1) - a.hi;
  return {hi, ((W(1) - hi) - a.hi) - a.lo};
}

/// x sigma(v(x)) of a method M.
template <class M>
struct LogisticValue {
  template <class W>
  GELU_FN static Pair<W> bracket(W x) {
    const W t = min_abs(x, W(M::limit));
    const W e = likely_exponential<M>(t);
    const W y = max(W(-0.0), x) - t * e / (W(1) + e);
    return {y * W(1 - 0x1p-38), y * W(1 + 0x1p-38)};
  }
  /// To 2^-56, rounded to odd. The bias makes sigma(-v) < 1/2 < sigma(v) for the smallest t too.
  template <class W>
  GELU_FN static W exact(W x) {
    const W t = min_abs(x, W(M::limit));
    const ExactLogistic<W> z(t, M::exponent(t), -0x1p-60);
    const Pair<W> tail = quotient(z.e, z.d);
    const Pair<W> upper = one_minus(tail);
    const auto negative = x < W(0);
    const Pair<W> y = two_prod(x, select(negative, tail.hi, upper.hi));
    return to_odd(y.hi, fma(x, select(negative, tail.lo, upper.lo), y.lo));
  }
};

/// Its derivative: E (1 + E - t v') / (1 + E)^2 at -t, one minus that at t.
template <class M>
struct LogisticSlope {
  template <class W>
  GELU_FN static Pair<W> bracket(W x) {
    const W t = min(W(M::limit), abs(x));
    const W e = likely_exponential<M>(t);
    const W d = W(1) + e;
    const W tv = t * M::slope(t).hi;
    const W scale = e / (d * d);
    const W h = scale * (d - tv);
    const W slack = scale * (d + tv) * W(0x1p-38);
    const W y = select(x < W(0), h, W(1) - h);
    return {y - slack, y + slack};
  }
  template <class W>
  GELU_FN static W exact(W x) {
    const W t = min(W(M::limit), abs(x));
    const ExactLogistic<W> z(t, M::exponent(t), 0);
    const Pair<W> slope = M::slope(t);
    const Pair<W> tv = two_prod(t, slope.hi);
    const Pair<W> p = two_sum(z.d.hi, -tv.hi);
    const W p_rest = p.lo + (z.d.lo - fma(t, slope.lo, tv.lo));
    const Pair<W> n = two_prod(z.e.hi, p.hi);
    const W n_rest = fma(z.e.hi, p_rest, fma(z.e.lo, p.hi, n.lo));
    const Pair<W> square = two_prod(z.d.hi, z.d.hi);
    const W square_rest = fma(W(2) * z.d.hi, z.d.lo, square.lo);
    const Pair<W> h = quotient(Pair<W>{n.hi, n_rest}, Pair<W>{square.hi, square_rest});
    const Pair<W> upper = one_minus(h);
    const auto negative = x < W(0);
    return to_odd(select(negative, h.hi, upper.hi), select(negative, h.lo, upper.lo));
  }
};

/// The functions of a method M: value and derivative, correctly rounded.
template <class M>
struct CorrectLogistic {
  template <class V>
  GELU_FN static V forward(V x) {
    return correctly_rounded<LogisticValue<M>>(x);
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return correctly_rounded<LogisticSlope<M>>(x);
  }
};

}  // namespace gelu::math
