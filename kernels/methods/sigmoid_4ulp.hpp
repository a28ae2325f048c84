// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic_segments.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x sigma(1.702 x) = max(x, 0) - t E / (1 + E), t = |x|, E = 2^(t w) from a table of eight roots
/// of two and a cubic. One division; the tail lives down to the last subnormal. Error 3.66 ulp,
/// with fma or without (x = -3.60): the roundings of the root, of E, t E, 1 + E and the quotient.
struct sigmoid_4ulp {
  static constexpr About about{.name = "sigmoid_4ulp",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    const V t = min_abs(x, V(66));
    const math::Pair<V> w = math::sigmoid_exponent<V>();
    return math::relu_minus_logistic(x, t, math::lifted_exp2_eighths(t, w));
  }

  /// E G(t) at -t, one minus that at t, G by sextics on 16 segments: no division. Error 3.18 ulp
  /// with fma, 3.26 without, near the zero in ulp of the terms.
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto segments = coefficients::sigmoid_slope_segments();
    return derivative_by(x, segments);
  }

 protected:
  template <class V, class Segments>
  GELU_FN static V derivative_by(V x, const Segments& segments) {
    const V t = math::clamped(x, 66.0F);
    const V e = math::lifted_exp2_eighths(t, math::sigmoid_exponent<V>());
    return math::unlifted_slope(x, e * math::logistic_segment<true>(t, segments));
  }
};

/// The same with its gradient from 8 segments, for AVX2, which permutes 8 numbers at once: a degree
/// more, half the permutes and no blends. Its error is 3.82 ulp with fma, 3.71 without.
struct sigmoid_4ulp_8 : sigmoid_4ulp {
  static constexpr About about{.name = "sigmoid_4ulp_8",
                               .formula = Formula::sigmoid,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes};

  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto segments = coefficients::sigmoid_slope_segments_8();
    return derivative_by(x, segments);
  }
};

}  // namespace gelu::methods
