// SPDX-License-Identifier: Apache-2.0
// x Phi(x) and its derivative in pairs of floats on the core, without an exponential: for vectors
// that permute 16 floats.
#pragma once

#include "kernels/coefficients/core_quick.hpp"
#include "kernels/math/core_segments.hpp"
#include "kernels/math/quick_gelu.hpp"

namespace gelu::math {

namespace detail {

/// The terms of c from degree 1 on, over d; rests are those of c[2] and c[1].
template <class V, std::size_t K>
GELU_FN Pair<V> core_terms(const CoreArgument<V>& a, const float (&c)[K][16],
                           const float (&rest2)[16], const float (&rest1)[16]) {
  const V high = looked_up<4>(a.d, a.i, c);
  const V c3 = lookup16<V>(c[3], a.i);
  const V r3 = fma(a.d, high, c3);
  Pair<V> p{r3, fma(a.d, high, c3 - r3)};
  p = step(a.d, p, lookup16<V>(c[2], a.i), lookup16<V>(rest2, a.i));
  return step(a.d, p, lookup16<V>(c[1], a.i), lookup16<V>(rest1, a.i));
}

/// t Phi(-t). The first term is less than Phi(-t) by an ulp, as in quick_gelu.
template <class V>
GELU_FN Pair<V> core_loss(const CoreArgument<V>& a, const coefficients::CoreQuick& c) {
  const Pair<V> p = core_terms(a, c.phi, c.phi_rests[1], c.phi_rests[0]);
  const V c0 = lookup16<V>(c.phi[0], a.i);
  const V hi = fma(a.d, p.hi, from_bits<V>(bits(c0) - typename V::Int(1)));
  const V lo = fma(a.d, p.lo, fma(a.d, p.hi, c0 - hi));
  const V g = a.t * hi;
  return {g, fma(a.t, lo, fma(a.t, hi, -g))};
}

/// f'(-t). In the last sum the terms cancel around t = 0.7518, so it is taken apart.
template <class V>
GELU_FN Pair<V> core_slope(const CoreArgument<V>& a, const coefficients::CoreQuick& c) {
  const Pair<V> h = core_terms(a, c.slope, c.slope_rests[2], c.slope_rests[1]);
  return cancelling_step(a.d, h, lookup16<V>(c.slope[0], a.i), lookup16<V>(c.slope_rests[0], a.i));
}

}  // namespace detail

/// y = max(x, 0) - t Phi(-t) for x > -11/2, never sure below. Above 11/2, y is x.
template <class V>
GELU_FN Quick<V> core_quick_gelu(V x) {
  GELU_TABLE auto c = coefficients::core_quick();
  const CoreArgument<V> a(x, c);
  const Pair<V> g = detail::core_loss(a, c);
  Quick<V> q = quick_relu_minus(x, g, g.hi * lookup16<V>(c.loss_slack, a.i));
  q.sure = q.sure & (x > V(-c.high));
  return q;
}

/// f'(-t) for x < 0, else 1 - f'(-t); sure for t < 11/2 only.
template <class V>
GELU_FN Quick<V> core_quick_slope(V x) {
  GELU_TABLE auto c = coefficients::core_quick();
  const CoreArgument<V> a(x, c);
  const Pair<V> h = detail::core_slope(a, c);
  const auto negative = x < V(0);
  const V one = select(negative, V(0), V(1)), sign = select(negative, V(1), V(-1));
  const V g = h.hi * sign;
  const V y = one + g;
  const V rest = fma(h.lo, sign, g - (y - one));
  const V slack = lookup16<V>(c.slope_slack, a.i);
  const V below = y + (rest - slack);
  const V above = y + (rest + slack);
  return {below, (below == above) & (abs(x) < V(c.high))};
}

}  // namespace gelu::math
