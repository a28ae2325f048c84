// SPDX-License-Identifier: Apache-2.0
// The derivative of x Phi(x) at a float, for correctly_rounded.
#pragma once

#include "kernels/coefficients/erf_cr.hpp"
#include "kernels/math/correct_rounding.hpp"
#include "kernels/math/lookup.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

struct CorrectSlope {
  /// The derivative, h = f'(-t) for x < 0, else 1 - h. Near its zero, h is much smaller than its
  /// terms: its error is below 2^-36 (t + 1) exp(-t^2/2). Where that is below the rounding of 1 -
  /// h, 2^-53, no float's h is so near to a border: the certificate of erf_cr is the proof.
  template <class W>
  GELU_FN static Pair<W> bracket(W x) {
    GELU_TABLE auto c = coefficients::slope_cr();
    const GeluArgument<W> a(x);
    const W h = looked_up(a.d, a.i, c.likely);
    const W e = times_short_exp2(a.power, a.f);
    // 0 or 1, but NaN for NaN.
    const W positive = min(W(1), max(W(-0.0), x) * W(0x1p150));
    const W y = fma(h * e, fma(positive, W(-2), W(1)), positive);
    const W slack = (a.u * W(0x1p-36)) * e;
    return {y - slack, y + slack};
  }

  /// The derivative to 2^-56 (t + 1) exp(-t^2/2), rounded to odd.
  template <class W>
  GELU_FN static W exact(W x) {
    GELU_TABLE auto c = coefficients::slope_cr();
    const GeluArgument<W> a(x);
    const Pair<W> m =
        product_plus(a.d, looked_up<1>(a.d, a.i, c.last), lookup16<W>(c.last[0], a.i));
    const W q = power_rest(a);
    const Pair<W> p = two_prod(m.hi, a.power);
    const W s = fma(p.hi, q, fma(m.lo + lookup16<W>(c.rests, a.i), a.power, p.lo));
    const Pair<W> h{p.hi + s, (p.hi - (p.hi + s)) + s};
    const W one = min(W(1), max(W(1), x));  // NaN for NaN
    const Pair<W> upper = product_plus(h.hi, W(-1), one);
    const auto negative = x < W(0);
    return to_odd(select(negative, h.hi, upper.hi), select(negative, h.lo, upper.lo - h.lo));
  }

  /// The derivative at one float, not NaN, as W computes it.
  template <class W>
  GELU_FN static float exact_float(float x) {
    if (x < -14.625F) return -0.0F;
    if (x > 10.5F) return 1;
    return static_cast<float>(exact(W(static_cast<double>(x))).v);
  }
};

}  // namespace gelu::math
