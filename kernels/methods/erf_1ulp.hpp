// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/mills_segments.hpp"
#include "kernels/math/pair.hpp"
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
                               .dtypes = k_f32_and_16bit | bit(Dtype::f64),
                               .passes = k_all_passes,
                               .crowded = bit(Pass::forward_backward)};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto mills = coefficients::mills_segments<typename V::value_type>();
    return forward_by(x, mills);
  }

  /// f'(-t) = H(t) 2^(-c t^2), H(t) = c0 - d/2 + d r with c0 in two parts: H' is near -1/2 where H
  /// is small. t - middle is exact but for t < middle / 2: what it loses counts with the slope.
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto mills = coefficients::mills_segments<typename V::value_type>();
    GELU_TABLE auto slope = coefficients::slope_segments<typename V::value_type>();
    return derivative_by(x, mills, slope);
  }

 protected:
  template <class V, class Mills>
  GELU_FN static V forward_by(V x, const Mills& mills) {
    const math::MillsArgument<V> a(x, mills);
    // 2^64 t Phi(-t) = m t power (1 + q)
    const math::Pair<V> p = math::two_prod(a.t, a.power);
    const math::Pair<V> m = math::product_plus(a.d, math::looked_up<1>(a.d, a.i, mills.c),
                                               math::lookup<V>(mills.c[0], a.i));
    const math::Pair<V> g = math::two_prod(m.hi, p.hi);
    const V rest = fma(m.hi, p.lo, fma(m.lo, p.hi, g.lo));
    return math::relu_minus_ridden(x, g.hi + fma(g.hi, q(a), rest));
  }
  template <class V, class Mills, class Slope>
  GELU_FN static V derivative_by(V x, const Mills& mills, const Slope& slope) {
    const math::MillsArgument<V> a(x, mills);
    const V r =
        fma(fma(math::looked_up<3>(a.d, a.i, mills.c), a.d, math::lookup<V>(slope.c[2], a.i)), a.d,
            math::lookup<V>(slope.steep, a.i));
    const math::Pair<V> line = math::product_plus(a.d, V(-0.5), math::lookup<V>(slope.c[0], a.i));
    const math::Pair<V> h = math::product_plus(a.d, r, line.hi);
    const math::Pair<V> g = math::two_prod(h.hi, a.power);
    const V lost = (a.t - (a.d + math::lookup<V>(mills.middle, a.i))) * (r - V(0.5));
    const V rest = fma(h.lo + ((line.lo + math::lookup<V>(slope.rest, a.i)) + lost), a.power, g.lo);
    return math::slope_from_ridden(x, g.hi + fma(g.hi, q(a), rest));
  }

 private:
  /// 2^f - 1, and what 2^(k/8) lacks.
  template <class V>
  GELU_FN static V q(const math::MillsArgument<V>& a) {
    GELU_TABLE auto c = coefficients::exp2_eighths<typename V::value_type>();
    return fma(a.f, math::horner(a.f, c.exp2), lookup8<V>(c.rests, a.k));
  }
};

/// The same from 8 segments, for AVX2, which permutes 8 numbers at once: two degrees more. Error
/// 0.871 ulp, without fma 0.879 (x = 0.0155).
struct erf_1ulp_8 : erf_1ulp {
  static constexpr About about{.name = "erf_1ulp_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .crowded = bit(Pass::forward_backward)};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto mills = coefficients::mills_segments_8();
    return forward_by(x, mills);
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto mills = coefficients::mills_segments_8();
    GELU_TABLE auto slope = coefficients::slope_segments_8();
    return derivative_by(x, mills, slope);
  }
};

}  // namespace gelu::methods
