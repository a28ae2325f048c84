// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/logistic_segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// 0.5 x (1 + tanh u) = max(x, 0) - t E / (1 + E), t = |x|, E = 2^(t w) = exp(-2u(t)) from a table
/// of eight roots of two, with their rests, and a cubic. One division; the tail lives down to the
/// last subnormal. Error 3.56 ulp, with fma or without (x = -1.83): the roundings of E's last step,
/// of t E, 1 + E and the quotient.
struct tanh_4ulp {
  static constexpr About about{.name = "tanh_4ulp",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    const V t = min_abs(x, V(11));
    const math::Pair<V> w = math::tanh_exponent(math::two_prod(t, t));
    return math::relu_minus_logistic(x, t, math::lifted_exp2_eighths<V, true>(t, w));
  }

  /// E G(t) at -t, one minus that at t, G by sextics on 16 segments: no division. Error 3.40 ulp
  /// with fma, 3.52 without, near the zero in ulp of the terms.
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto segments = coefficients::tanh_slope_segments();
    return derivative_by(x, segments);
  }

 protected:
  template <class V, class Segments>
  GELU_FN static V derivative_by(V x, const Segments& segments) {
    const V t = math::clamped(x, 11.0F);
    const V e = math::lifted_exp2_eighths(t, math::tanh_exponent(math::two_prod(t, t)));
    return math::unlifted_slope(x, e * math::logistic_segment(t, segments));
  }
};

/// The same with its gradient from 8 segments, for AVX2, which permutes 8 numbers at once: a degree
/// more, half the permutes and no blends. Its error is 3.38 ulp with fma, 3.77 without.
struct tanh_4ulp_8 : tanh_4ulp {
  static constexpr About about{.name = "tanh_4ulp_8",
                               .formula = Formula::tanh,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto segments = coefficients::tanh_slope_segments_8();
    return derivative_by(x, segments);
  }
};

}  // namespace gelu::methods
