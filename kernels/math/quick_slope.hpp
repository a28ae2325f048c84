// SPDX-License-Identifier: Apache-2.0
// The derivative of x Phi(x) in pairs of floats, with the arguments and powers of quick_gelu.
#pragma once

#include "kernels/math/quick_gelu.hpp"

namespace gelu::math {

namespace detail {

/// H(t), whose last terms cancel around t = 0.7518.
template <class V, class C>
GELU_FN Pair<V> quick_slope_value(const QuickArgument<V>& a, const C& c) {
  const V c3 = lookup8<V>(c.c[3], a.i);
  const V r3 = fma(a.d, a.high, c3);
  Pair<V> h{r3, fma(a.d, a.high, c3 - r3)};
  h = step(a.d, h, lookup8<V>(c.c[2], a.i), lookup8<V>(c.rests[2], a.i));
  h = step(a.d, h, lookup8<V>(c.c[1], a.i), lookup8<V>(c.rests[1], a.i));
  return cancelling_step(a.d, h, lookup8<V>(c.c[0], a.i), lookup8<V>(c.rests[0], a.i));
}

}  // namespace detail

/// h = f'(-t) for x < 0, else 1 - h, where h errs by slack of 2^(-c t^2) at most; never sure for
/// x <= -21/2, and for large x it is 1.
template <class V>
GELU_FN Quick<V> quick_slope(V x) {
  GELU_TABLE auto c = coefficients::slope_quick();
  const detail::QuickArgument<V> a(x);
  const Pair<V> p = detail::quick_power(a.t, V(1));
  const Pair<V> h = detail::quick_slope_value(a, c);
  // 0 or 1, but for |x| < 2^-100, where h is 1/2 and the value does not matter. NaN for NaN.
  const V positive = min(V(1), max(V(-0.0F), x) * V(0x1p100F));
  const V sign = fma(positive, V(-2), V(1));
  const V g = (h.hi * p.hi) * sign;
  const V g_lo = fma(h.lo, p.hi, fma(h.hi, p.lo, fma(h.hi, p.hi, -(h.hi * p.hi)))) * sign;
  const V y = positive + g;
  const V rest = g_lo + (g - (y - positive));
  const V slack = p.hi * lookup8<V>(c.slack, a.i);
  const V below = y + (rest - slack);
  const V above = y + (rest + slack);
  return {below, (below == above) & (x > V(-10.5F))};
}

}  // namespace gelu::math
