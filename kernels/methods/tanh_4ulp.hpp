// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic.hpp"
#include "kernels/math/logistic_parts.hpp"
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
    return math::relu_minus_ridden(x, parts(t).value_4ulp(t));
  }

  /// E G(t) at -t, one minus that at t, G by sextics on 16 segments: no division. Error 3.07 ulp
  /// with fma, 3.17 without, near the zero in ulp of the terms.
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto segments = coefficients::tanh_slope_segments();
    return derivative_by(x, segments);
  }

 protected:
  template <class V, class Segments>
  GELU_FN static V derivative_by(V x, const Segments& segments) {
    const V t = min_abs(x, V(11));
    return math::slope_from_ridden(x, parts(t).e * math::logistic_segment(t, segments));
  }

 private:
  template <class V>
  GELU_FN static math::LogisticParts<V> parts(V t) {
    constexpr auto c = coefficients::exp2_eighths<float>();
    const math::Pair<V> w = math::tanh_exponent(math::two_prod(t, t));
    return math::LogisticParts<V>::template of<true>(t, w, c.exp2_short);
  }
};

/// The same with its gradient from 8 segments, for AVX2, which permutes 8 numbers at once: a degree
/// more, half the permutes and no blends. Its error is 3.00 ulp with fma, 3.56 without.
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
