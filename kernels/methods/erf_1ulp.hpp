// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_segments.hpp"
#include "kernels/math/eighths.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) with Phi(-t) = M(t) 2^(-c t^2) as in erf_4ulp, but as a sum of two floats, so that only
/// the last rounding counts: M = c0 + d r with c0 in two parts, 2^(k/8) in two parts, and the sums
/// and products that carry the leading bits with their errors. Then y = x Phi, Phi = 1 - Phi(-t)
/// for x > 0. In the tail 2^64 rides along until the result is scaled; only subnormal results round
/// twice. Left over: r, |d r| < 0.13 M, with an ulp or two of its own.
struct erf_1ulp {
  static constexpr About about{
      .name = "erf_1ulp", .formula = Formula::erf, .dtypes = bit(Dtype::f32) | k_16bit};

  template <class V>
  GELU_FN static V forward(V x) {
    using Int = typename V::Int;
    using math::Pair;
    GELU_TABLE auto c = coefficients::erf_segments();
    GELU_TABLE auto roots = math::eighth_roots(coefficients::erf_segments().roots);
    const V t = min_abs(x, V(14.5F));
    const Int i = shr<21>(bits(t + V(1)));
    const V d = t - lookup16<V>(c.middle, i);
    V r = lookup16<V>(c.mills[k_degree], i);
    for (int k = k_degree - 1; k > 0; --k) r = fma(r, d, lookup16<V>(c.mills[k], i));
    const Pair<V> m = math::product_plus(d, r, lookup16<V>(c.mills[0], i));

    const math::Eighths<V> z = math::minus_square(t, c.c);
    const V power = math::pow2_eighths<V>(z.k, roots);
    const V q = fma(z.f, math::horner(z.f, c.exp2_4), lookup8<V>(c.rests, z.k));
    const Pair<V> a = math::two_prod(m.hi, power);
    const V s = fma(a.hi, q, fma(m.lo, power, a.lo));
    const V tail = a.hi + s;  // 2^64 Phi(-t), with its rest
    const V tail_rest = (a.hi - tail) + s;

    const Pair<V> upper = math::product_plus(tail, V(-0x1p-64F), V(1));
    const auto negative = x < V(0);
    const V hi = select(negative, tail, upper.hi);
    const V lo = select(negative, tail_rest, fma(tail_rest, V(-0x1p-64F), upper.lo));
    const V left = max(V(-14.5F), x);
    const V y = math::product_plus_small(left, hi, min(left, V(14.5F)) * lo);
    const V scaled = copysign(select(negative, y * V(0x1p-64F), y), x);
    // Without fma, the parts of an infinite product are NaN.
    return V::has_fma ? scaled : select(x < V(15), scaled, x);
  }

 private:
  static constexpr int k_degree = 6;
};

}  // namespace gelu::methods
