// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_segments.hpp"
#include "kernels/math/eighths.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) = max(x, 0) - t Phi(-t), Phi(-t) = M(t) 2^(-c t^2) as in erf_4ulp, but t Phi(-t) is
/// rounded once: M = c0 + d r with c0 a float to 31 bits, 2^(k/8) in two parts, and each sum or
/// product of leading bits with its error. The last operation rounds again, so that for small
/// positive x two halves of an ulp can meet. 2^64 rides along until then: nothing underflows.
/// Error 0.826 ulp (x = 0.00097631). Left over is r, |d r| < 0.13 M, with an ulp or two of its own.
struct erf_1ulp {
  static constexpr About about{.name = "erf_1ulp",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    using Int = typename V::Int;
    using math::Pair;
    GELU_TABLE auto c = coefficients::erf_segments();
    GELU_TABLE auto roots = math::eighth_roots(coefficients::erf_segments().roots);
    const V t = min_abs(x, V(14.5F));
    const math::Eighths<V> z = math::minus_square(t, c.c);
    const V power = math::pow2_eighths<V>(z.k, roots);
    const V q = fma(z.f, math::horner(z.f, c.exp2_4), lookup8<V>(c.rests, z.k));
    // 2^64 t Phi(-t) = m t power (1 + q)
    const Pair<V> p = math::two_prod(t, power);
    const Int i = shr<21>(bits(t + V(1)));
    const V d = t - lookup16<V>(c.middle, i);
    V r = lookup16<V>(c.mills[k_degree], i);
    for (int k = k_degree - 1; k > 0; --k) r = fma(r, d, lookup16<V>(c.mills[k], i));
    const Pair<V> m = math::product_plus(d, r, lookup16<V>(c.mills[0], i));
    const Pair<V> g = math::two_prod(m.hi, p.hi);
    const V rest = fma(m.hi, p.lo, fma(m.lo, p.hi, g.lo));
    return fma(g.hi + fma(g.hi, q, rest), V(-0x1p-64F), max(V(-0.0F), x));
  }

 private:
  static constexpr int k_degree = 6;
};

}  // namespace gelu::methods
