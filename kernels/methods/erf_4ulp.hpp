// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_ratio.hpp"
#include "kernels/math/mills_segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) = max(x, 0) - t M(t) 2^(-c t^2), t = |x|, c = log2(e)/2 as a float.
/// t M on 16 segments by permutes; 2^(-c t^2) = 2^(k/8) 2^f with |f| <= 1/16 and the error of t^2
/// in f, or the tail would lose t^2 ulp. 2^64 rides along until the last operation, which rounds
/// once, so subnormal results too. No division, no branch. The segments are centred where t M is
/// nearly a float; the first one at 0, where it is zero. Error 3.61 ulp (x = -3.242): the
/// roundings of 2^(k/8), of the last steps of t M and 2^f and of their product, up to an ulp each,
/// and half an ulp by which the polynomial differs from t M.
struct erf_4ulp {
  static constexpr About about{.name = "erf_4ulp",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto product = coefficients::t_mills_segments();
    const math::MillsArgument<V> a(x, product);
    return math::relu_minus_ridden(x, math::looked_up(a.d, a.i, product.c) * power(a));
  }

  /// Phi(-t) - t phi(t) = H(t) 2^(-c t^2) at -t, one minus that at t. H has the zero at t = 0.7518.
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto product = coefficients::t_mills_segments();
    GELU_TABLE auto slope = coefficients::t_mills_slope_segments();
    return derivative_by(x, product, slope);
  }

 protected:
  template <class V, class Segments>
  GELU_FN static V derivative_by(V x, const Segments& product, const Segments& slope) {
    const math::MillsArgument<V> a(x, product);
    return math::slope_from_ridden(x, math::looked_up(a.d, a.i, slope.c) * power(a));
  }

 private:
  /// 2^(ride - c t^2).
  template <class V>
  GELU_FN static V power(const math::MillsArgument<V>& a) {
    return math::times_short_exp2(a.power, a.f);
  }
};

/// For AVX2, which permutes 8 numbers at once. The value by a division and no segments: t M = N /
/// (k N + B), where an error of N cancels the better the larger t is (coefficients/erf_ratio.hpp).
/// E = 2^(-c t^2) = power (1 + r) comes in as power, exact but for a root, and last by r; without
/// fma the roots' rests make up for more roundings. Error 3.76 ulp (x = -0.032), without fma 3.92
/// (x = -5.48). The gradient from 8 segments: a degree more than 16 take, half the permutes and no
/// blends. Its error is 3.22 ulp, without fma 3.75.
struct erf_4ulp_8 : erf_4ulp {
  static constexpr About about{.name = "erf_4ulp_8",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .crowded = bit(Pass::forward) | bit(Pass::bias) | bit(Pass::gated)};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto c = coefficients::exp2_eighths<float>();
    GELU_TABLE auto roots = math::eighth_roots(coefficients::exp2_eighths<float>().roots);
    constexpr auto ratio = coefficients::erf_ratio();
    const V t = min_abs(x, V(14.625F));
    const math::Eighths<V> z = math::minus_square(t, c.c);
    const V square = t * t;
    const V high = fma(t, V(ratio.n.c[3]), V(ratio.n.c[2]));
    const V low = fma(t, V(ratio.n.c[1]), V(ratio.n.c[0]));
    const V n = fma(square, fma(square, high, low), t);
    const V b = fma(t, math::horner(t, ratio.b), V(2));
    const V g = n * math::pow2_eighths<V>(z.k, roots) / fma(n, V(ratio.k), b);
    const V p = math::horner(z.f, c.exp2);
    const V r = V::has_fma ? z.f * p : fma(z.f, p, lookup8<V>(c.rests, z.k));
    return math::relu_minus_ridden(x, fma(g, r, g));
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto slope = coefficients::t_mills_slope_segments_8();
    return derivative_by(x, slope, slope);
  }
};

}  // namespace gelu::methods
