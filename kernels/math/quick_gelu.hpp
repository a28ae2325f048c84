// SPDX-License-Identifier: Apache-2.0
// x Phi(x) in pairs of floats, nearly always enough to round it: for vectors that permute floats
// and fuse, where doubles would take twice the operations and four times the lookups.
#pragma once

#include "kernels/coefficients/erf_quick.hpp"
#include "kernels/math/eighths.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

namespace detail {

/// d r + c and what rounding took from it, |d r| <= |c|.
template <class V>
GELU_FN Pair<V> step(V d, Pair<V> r, V c, V c_lo) {
  const V hi = fma(d, r.hi, c);
  return {hi, fma(d, r.lo, fma(d, r.hi, c - hi) + c_lo)};
}

/// The same for any d r and c: where they cancel, their sum has to be taken apart.
template <class V>
GELU_FN Pair<V> cancelling_step(V d, Pair<V> r, V c, V c_lo) {
  const Pair<V> p = two_prod(d, r.hi);
  const Pair<V> s = two_sum(p.hi, c);
  return {s.hi, fma(d, r.lo, p.lo + (s.lo + c_lo))};
}

/// t's segment, its distance d from the middle there, and M's terms from d^4 on, over d^4.
template <class V>
struct QuickArgument {
  V t, d, high;
  typename V::Int i;

  GELU_FN explicit QuickArgument(V x) {
    GELU_TABLE auto c = coefficients::erf_quick();
    t = min_abs(x, V(10.5F));
    // Segments are cut at 5/4 and 7/4 of each power of two.
    i = shr<22>(bits(fma(t, V(c.per_unit), V(c.first))) - typename V::Int(0x200000));
    d = t - lookup8<V>(c.middle, i);
    const V d2 = d * d;
    high = fma(d2, lookup8<V>(c.mills[8], i),
               fma(d, lookup8<V>(c.mills[7], i), lookup8<V>(c.mills[6], i)));
    high = fma(d2, high, fma(d, lookup8<V>(c.mills[5], i), lookup8<V>(c.mills[4], i)));
  }
};

/// M(t).
template <class V, class C>
GELU_FN Pair<V> quick_mills(const QuickArgument<V>& a, const C& c) {
  const V c3 = lookup8<V>(c.mills[3], a.i);
  const V r3 = fma(a.d, a.high, c3);
  Pair<V> m{r3, fma(a.d, a.high, c3 - r3)};
  m = step(a.d, m, lookup8<V>(c.mills[2], a.i), lookup8<V>(c.rests[0], a.i));
  m = step(a.d, m, lookup8<V>(c.mills[1], a.i), lookup8<V>(c.rests[1], a.i));
  // Less than M by an ulp, which m.lo gives back where it has the digits to.
  const V c0 = lookup8<V>(c.mills[0], a.i);
  const V hi = fma(a.d, m.hi, from_bits<V>(bits(c0) - typename V::Int(1)));
  return {hi, fma(a.d, m.lo, fma(a.d, m.hi, c0 - hi))};
}

/// 2^(-c t^2) a.
template <class V>
GELU_FN Pair<V> quick_power(V t, V a) {
  GELU_TABLE auto c = coefficients::erf_quick();
  GELU_TABLE auto powers = coefficients::exp2_eighths<float>();
  GELU_TABLE auto roots = eighth_roots(coefficients::exp2_eighths<float>().roots, 0);
  const V square = t * t;
  const V minus_c(-powers.c);
  const V z = square * minus_c;
  const V z_lo = fma(fma(t, t, -square), minus_c, fma(square, minus_c, -z));
  const V magic(0x1.8p20F);  // in magic + k/8, k stands in the low bits
  const V shifted = z + magic;
  const V f = z - (shifted - magic);
  const typename V::Int k = bits(shifted);
  // e + e_lo = 2^f
  const V one(1);
  const V e0 = fma(f, V(c.exp2[0]), one);
  const V e0_lo = fma(f, V(c.exp2[1]), fma(f, V(c.exp2[0]), one - e0));
  const V f2 = f * f;
  const V curve = fma(f2, fma(f, V(c.exp2[5]), V(c.exp2[4])), fma(f, V(c.exp2[3]), V(c.exp2[2])));
  const V e_lo = fma(f2, curve, e0_lo);
  const V e = e0 + e_lo;
  const V power = pow2_eighths<V>(k, roots);
  const V p = a * power;
  const V p_lo = fma(p, fma(z_lo, V(c.exp2[0]), lookup8<V>(powers.rests, k)), fma(a, power, -p));
  const V hi = p * e;
  return {hi, fma(p_lo, e, fma(p, (e0 - e) + e_lo, fma(p, e, -hi)))};
}

}  // namespace detail

template <class V>
struct Quick {
  V y;
  typename V::Mask sure;  ///< y is correctly rounded; elsewhere y is NaN where x is
};

/// Which vectors are quick in pairs: those with fma. One that permutes 16 floats needs no
/// exponential then (core_quick.hpp).
template <class V>
inline constexpr bool quick_in_core = V::has_fma&& V::size >= 16;
template <class V>
inline constexpr bool quick_in_pairs = V::has_fma&& V::size > 1;

/// max(x, 0) - (g.hi + g.lo), where that errs by slack at most.
template <class V>
GELU_FN Quick<V> quick_relu_minus(V x, Pair<V> g, V slack) {
  const V z = max(V(-0.0F), x);
  const V y = z - g.hi;
  const V rest = g.lo + (g.hi - (z - y));
  const V below = y - (rest + slack);
  const V above = y - (rest - slack);
  return {below, below == above};
}

/// y = max(x, 0) - t Phi(-t) for x > -21/2, where t Phi(-t) errs by slack of itself at most; never
/// sure below. The first term of M being less than M, an odd subnormal's half is rounded down
/// before it is subtracted from x or -0: just what the term x^2 / sqrt(2 pi) wants.
template <class V>
GELU_FN Quick<V> quick_gelu(V x) {
  GELU_TABLE auto c = coefficients::erf_quick();
  const detail::QuickArgument<V> a(x);
  const Pair<V> p = detail::quick_power(a.t, a.t);
  const Pair<V> m = detail::quick_mills(a, c);
  const V g = m.hi * p.hi;
  const V g_lo = fma(m.lo, p.hi, fma(m.hi, p.lo, fma(m.hi, p.hi, -g)));
  Quick<V> q = quick_relu_minus(x, {g, g_lo}, g * lookup8<V>(c.slack, a.i));
  q.sure = q.sure & (x > V(-10.5F));
  return q;
}

}  // namespace gelu::math
