// SPDX-License-Identifier: Apache-2.0
// x Phi(x) of a float, for correctly_rounded.
#pragma once

#include "kernels/coefficients/erf_cr.hpp"
#include "kernels/math/correct_rounding.hpp"
#include "kernels/math/lookup.hpp"
#include "kernels/math/pair.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

struct CorrectGelu {
  /// x Phi(x), known to 2^-34 of itself.
  template <class W>
  GELU_FN static Pair<W> bracket(W x) {
    GELU_TABLE auto c = coefficients::erf_cr();
    const GeluArgument<W> a(x);
    const W m = looked_up(a.d, a.i, c.likely);
    const W y = fma(m * times_short_exp2(a.power, a.f), -a.t, max(W(-0.0), x));
    return {y * W(1 - 0x1p-34), y * W(1 + 0x1p-34)};
  }

  /// x Phi(x) to 2^-56, rounded to odd.
  template <class W>
  GELU_FN static W exact(W x) {
    GELU_TABLE auto c = coefficients::erf_cr();
    const GeluArgument<W> a(x);
    const Pair<W> m =
        product_plus(a.d, looked_up<1>(a.d, a.i, c.last), lookup16<W>(c.last[0], a.i));
    const W q = power_rest(a);
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
  GELU_FN static float exact_float(float x) {
    if (x < -14.5F) return -0.0F;
    if (x > 10.5F) return x;
    return static_cast<float>(exact(W(static_cast<double>(x))).v);
  }
};

}  // namespace gelu::math
