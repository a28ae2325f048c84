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

/// M(t) of segment i.
template <class V, class C>
GELU_FN Pair<V> quick_mills(V t, typename V::Int i, const C& c) {
  const V d = t - lookup8<V>(c.middle, i);
  const V d2 = d * d;
  V r = fma(d2, lookup8<V>(c.mills[8], i),
            fma(d, lookup8<V>(c.mills[7], i), lookup8<V>(c.mills[6], i)));
  r = fma(d2, r, fma(d, lookup8<V>(c.mills[5], i), lookup8<V>(c.mills[4], i)));
  const V c3 = lookup8<V>(c.mills[3], i);
  const V r3 = fma(d, r, c3);
  Pair<V> m{r3, fma(d, r, c3 - r3)};
  m = step(d, m, lookup8<V>(c.mills[2], i), lookup8<V>(c.rests[0], i));
  m = step(d, m, lookup8<V>(c.mills[1], i), lookup8<V>(c.rests[1], i));
  // Less than M by an ulp, which m.lo gives back where it has the digits to.
  const V c0 = lookup8<V>(c.mills[0], i);
  const V hi = fma(d, m.hi, from_bits<V>(bits(c0) - typename V::Int(1)));
  return {hi, fma(d, m.lo, fma(d, m.hi, c0 - hi))};
}

/// 2^z t for z = -c t^2.
template <class V, class C>
GELU_FN Pair<V> quick_power(V t, const C& c) {
  GELU_TABLE auto roots = eighth_roots(coefficients::erf_quick().roots, 0);
  const V square = t * t;
  const V z = square * V(-c.c);
  const V z_lo = fma(fma(t, t, -square), V(-c.c), fma(square, V(-c.c), -z));
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
  const V p = t * power;
  const V p_lo = fma(p, fma(z_lo, V(c.exp2[0]), lookup8<V>(c.root_rests, k)), fma(t, power, -p));
  const V hi = p * e;
  return {hi, fma(p_lo, e, fma(p, (e0 - e) + e_lo, fma(p, e, -hi)))};
}

}  // namespace detail

template <class V>
struct QuickGelu {
  V y;
  typename V::Mask sure;  ///< y is x Phi(x), correctly rounded; elsewhere y is NaN where x is
};

/// y = max(x, 0) - t Phi(-t) for x > -21/2, where t Phi(-t) errs by slack of itself at most; never
/// sure below. The first term of M being less than M, an odd subnormal's half is rounded down
/// before it is subtracted from x or -0: just what the term x^2 / sqrt(2 pi) wants.
template <class V>
GELU_FN QuickGelu<V> quick_gelu(V x) {
  GELU_TABLE auto c = coefficients::erf_quick();
  const V t = min_abs(x, V(10.5F));
  // Segments are cut at 5/4 and 7/4 of each power of two.
  const typename V::Int i =
      shr<22>(bits(fma(t, V(c.per_unit), V(c.first))) - typename V::Int(0x200000));
  const Pair<V> p = detail::quick_power(t, c);
  const Pair<V> m = detail::quick_mills(t, i, c);
  const V g = m.hi * p.hi;
  const V g_lo = fma(m.lo, p.hi, fma(m.hi, p.lo, fma(m.hi, p.hi, -g)));
  const V z = max(V(-0.0F), x);
  const V y = z - g;
  const V rest = g_lo + (g - (z - y));
  const V slack = g * lookup8<V>(c.slack, i);
  const V below = y - (rest + slack);
  const V above = y - (rest - slack);
  return {below, (below == above) & (x > V(-10.5F))};
}

}  // namespace gelu::math
