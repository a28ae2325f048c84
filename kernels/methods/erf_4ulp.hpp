// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/mills_segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) = max(x, 0) - t M(t) 2^(-c t^2), t = |x|, c = log2(e)/2 as a float.
/// M on 16 segments by permutes; 2^(-c t^2) = 2^(k/8) 2^f with |f| <= 1/16 and the error of t^2 in
/// f, or the tail would lose t^2 ulp. 2^64 rides along until the last operation, which rounds once,
/// so subnormal results too. No division, no branch.
/// M's segments are centred where M is nearly a float. Error 3.71 ulp (x = -6.19): the roundings of
/// 2^(k/8), of M's and 2^f's last steps and of two products, up to an ulp each.
struct erf_4ulp {
  static constexpr About about{.name = "erf_4ulp",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto mills = coefficients::mills_segments<float>();
    const math::MillsArgument<V> a(x);
    const V m = fma(a.above_constant(mills), a.d, lookup16<V>(mills.c[0], a.i));
    return math::relu_minus_ridden(x, m * power(a, a.t * a.power));
  }

  /// Phi(-t) - t phi(t) = H(t) 2^(-c t^2) at -t, one minus that at t. H has the zero at t = 0.7518.
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto slope = coefficients::slope_segments<float>();
    const math::MillsArgument<V> a(x);
    const V h = fma(a.above_constant(slope), a.d, lookup16<V>(slope.c[0], a.i));
    return math::slope_from_ridden(x, h * power(a, a.power));
  }

 private:
  /// p 2^f.
  template <class V>
  GELU_FN static V power(const math::MillsArgument<V>& a, V p) {
    return fma(p * a.f, math::horner(a.f, coefficients::exp2_short()), p);
  }
};

}  // namespace gelu::methods
