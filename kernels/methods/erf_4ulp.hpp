// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_segments.hpp"
#include "kernels/math/eighths.hpp"
#include "kernels/math/polynomial.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) = max(x, 0) - t M(t) 2^(-c t^2), t = |x|, c = log2(e)/2 as a float.
/// M on 16 segments by permutes; 2^(-c t^2) = 2^(k/8) 2^f with |f| <= 1/16 and the error of t^2 in
/// f, or the tail would lose t^2 ulp. 2^64 rides along until the last operation, which rounds once,
/// so subnormal results too. No division, no branch; NaN and zeros pass through max(-0, x).
/// M's segments are centred where M is nearly a float. Error 3.71 ulp (x = -6.19): the roundings of
/// 2^(k/8), of M's and 2^f's last steps and of two products, up to an ulp each.
struct erf_4ulp {
  static constexpr About about{.name = "erf_4ulp",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    using Int = typename V::Int;
    GELU_TABLE auto c = coefficients::erf_segments();
    GELU_TABLE auto roots = math::eighth_roots(coefficients::erf_segments().roots);
    const V t = min_abs(x, V(14.5F));
    const math::Eighths<V> z = math::minus_square(t, c.c);
    const V power = math::pow2_eighths<V>(z.k, roots);
    const V te = t * power;
    // The segment's number: exponent and two bits of t + 1.
    const Int i = shr<21>(bits(t + V(1)));
    const V d = t - lookup16<V>(c.middle, i);
    V m = lookup16<V>(c.mills[k_degree], i);
    for (int k = k_degree - 1; k >= 0; --k) m = fma(m, d, lookup16<V>(c.mills[k], i));
    const V g = m * fma(te * z.f, math::horner(z.f, c.exp2), te);
    return fma(g, V(-0x1p-64F), max(V(-0.0F), x));
  }

 private:
  static constexpr int k_degree = 6;
};

}  // namespace gelu::methods
