// SPDX-License-Identifier: Apache-2.0
// Exact GELU of a float in double: nearly always enough to round it, and once more as a sum of two
// doubles. Lookups and segments as in erf_4ulp.
#pragma once

#include "kernels/coefficients/erf_cr.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// t = |x| up to where everything rounds to zero, its segment, and c t^2 = -(k/8 + f), exactly: t
/// has 24 bits and c 5.
template <class W>
struct GeluArgument {
  W t, d, f, power;
  typename W::Int i, k;

  GELU_FN explicit GeluArgument(W x) {
    GELU_TABLE auto c = coefficients::erf_cr();
    t = min_abs(x, W(14.5));
    i = shr<50>(bits(t + W(1)));
    d = t - lookup16<W>(c.middle, i);
    const W z = (t * W(-c.c)) * t;
    const W magic(0x1.8p49);  // in magic + k/8, k stands in the low bits
    const W shifted = z + magic;
    f = z - (shifted - magic);
    k = bits(shifted);
    // The roots bring the exponent of k's low three bits with them: take it away again.
    const typename W::Int exponent = shl<49>(k - (k & typename W::Int(7)));
    power = from_bits<W>(bits(lookup8<W>(c.roots, k)) + exponent);
  }
};

/// x Phi(x), relative error below 2^-34.
template <class W>
GELU_FN W likely_gelu(W x) {
  GELU_TABLE auto c = coefficients::erf_cr();
  const GeluArgument<W> a(x);
  W m = lookup16<W>(c.likely[8], a.i);
  for (int k = 7; k >= 0; --k) m = fma(m, a.d, lookup16<W>(c.likely[k], a.i));
  const W e = fma(a.power * a.f, horner(a.f, c.exp2_likely), a.power);
  return fma(m * e, -a.t, max(W(-0.0), x));
}

/// hi + lo rounded to odd: rounding it once more, to float, gives what rounding the sum gives
/// (Boldo and Melquiond 2008).
template <class W>
GELU_FN W to_odd(W hi, W lo) {
  using Int = typename W::Int;
  const W y = hi + lo;
  const W rest = lo - (y - hi);
  const Int b = bits(y);
  // An even y moves by one towards the rest: up when the signs agree.
  const Int step = Int(1) - shl<1>(shr<63>(b ^ bits(rest)));
  return from_bits<W>(b + (step & ((b & Int(1)) - Int(1))));
}

/// x Phi(x) to 2^-56, rounded to odd.
template <class W>
GELU_FN W gelu_to_odd(W x) {
  GELU_TABLE auto c = coefficients::erf_cr();
  const GeluArgument<W> a(x);
  W r = lookup16<W>(c.last[13], a.i);
  for (int k = 12; k > 0; --k) r = fma(r, a.d, lookup16<W>(c.last[k], a.i));
  const Pair<W> m = product_plus(a.d, r, lookup16<W>(c.last[0], a.i));
  const W q = fma(a.f, horner(a.f, c.exp2), lookup8<W>(c.rests, a.k));
  const Pair<W> p = two_prod(m.hi, a.power);
  // The bias makes Phi(-t) < 1/2 < Phi(t) for the smallest t too.
  const W s = fma(p.hi, q + W(-0x1p-55), fma(m.lo, a.power, p.lo));
  const W tail = p.hi + s;
  const W tail_rest = (p.hi - tail) + s;
  const Pair<W> upper = product_plus(tail, W(-1), W(1));
  const auto negative = x < W(0);
  const Pair<W> y = two_prod(x, select(negative, tail, upper.hi));
  return to_odd(y.hi, fma(x, select(negative, tail_rest, upper.lo - tail_rest), y.lo));
}

/// x Phi(x) of one float, not NaN, as W computes it.
template <class W>
GELU_FN float exact_gelu(float x) {
  if (x < -14.5F) return -0.0F;
  if (x > 10.5F) return x;
  return static_cast<float>(gelu_to_odd(W(static_cast<double>(x))).v);
}

}  // namespace gelu::math
