// SPDX-License-Identifier: Apache-2.0
// A function of a float correctly rounded: in double, nearly always enough to round it, and once
// more as a sum of two doubles. Lookups and segments as in erf_4ulp.
#pragma once

#include "kernels/coefficients/erf_cr.hpp"
#include "kernels/math/eighths.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// 2^(k/8) in double. With shifted roots, an operation less, registers run short: on a GPU erf_cr
/// spills, with stdx-avx2 the gradient of tanh_cr takes 1.06 of the time (with vc-avx2 0.95).
template <class W>
GELU_FN W pow2_eighths_wide(typename W::Int k) {
  GELU_TABLE auto c = coefficients::exp2_eighths<double>();
  // The exponent less k's low three bits, for which the roots stand.
  const typename W::Int exponent = shl<49>(k - (k & typename W::Int(7)));
  return from_bits<W>(bits(lookup8<W>(c.roots, k)) + exponent);
}

/// t = |x| up to where everything rounds to zero, its segment, and c t^2 = -(k/8 + f), exactly: t
/// has 24 bits and c 5.
template <class W>
struct GeluArgument {
  W t, u, d, f, power;
  typename W::Int i, k;

  GELU_FN explicit GeluArgument(W x) {
    GELU_TABLE auto c = coefficients::erf_cr();
    t = min_abs(x, W(14.625));
    u = t + W(1);
    i = shr<50>(bits(u));
    d = t - lookup16<W>(c.middle, i);
    const W z = (t * W(-c.c)) * t;
    const W magic(0x1.8p49);  // in magic + k/8, k stands in the low bits
    const W shifted = z + magic;
    f = z - (shifted - magic);
    k = bits(shifted);
    power = pow2_eighths_wide<W>(k);
  }
};

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

/// 2^(-c t^2) / power - 1.
template <class W>
GELU_FN W power_rest(const GeluArgument<W>& a) {
  GELU_TABLE auto c = coefficients::exp2_eighths<double>();
  return fma(a.f, horner(a.f, c.exp2), lookup8<W>(c.rests, a.k));
}

/// Op of x correctly rounded. Where its bracket's ends round to the same float, that is the answer;
/// if not (one element in some hundreds), once more, for those only.
template <class Op, class V>
GELU_FN V correctly_rounded(V x) {
  using W = typename V::Wide;
  constexpr int parts = V::size / W::size;
  W wide[parts], below[parts], above[parts];
  widen(x, wide);
  for (int k = 0; k < parts; ++k) {
    const Pair<W> ends = Op::bracket(wide[k]);
    below[k] = ends.hi;
    above[k] = ends.lo;
  }
  const V low = narrow<V>(below);
  const V high = narrow<V>(above);
  const auto agreed = low == high;
  if (all_of(agreed)) [[likely]]
    return low;
  for (int k = 0; k < parts; ++k) wide[k] = Op::exact(wide[k]);
  return select(agreed, low, narrow<V>(wide));
}

}  // namespace gelu::math
