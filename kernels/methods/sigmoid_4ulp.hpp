// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/logistic.hpp"
#include "kernels/math/logistic_parts.hpp"
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
    return math::relu_minus_ridden(x, parts<false>(t).value_4ulp(t));
  }

  /// By the same division. Error 3.48 ulp, with fma or without, near its zero in ulp of the terms.
  template <class V>
  GELU_FN static V derivative(V x) {
    const V t = min_abs(x, V(66));
    return math::slope_from_ridden(x, parts<true>(t).slope_4ulp(t, math::sigmoid_slope<V>()));
  }

 private:
  template <bool rests, class V>
  GELU_FN static math::LogisticParts<V> parts(V t) {
    constexpr auto c = coefficients::exp2_eighths<float>();
    const math::Pair<V> w = math::sigmoid_exponent<V>();
    return math::LogisticParts<V>::template of<rests>(t, w, c.exp2_short);
  }
};

}  // namespace gelu::methods
