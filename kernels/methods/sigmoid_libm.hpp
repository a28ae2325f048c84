// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include "kernels/coefficients/logistic.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x / (1 + exp(-1.702 x)), as libraries write it. exp overflows at x = -52.1 (f32), -417 (f64),
/// and the result becomes -0 where the true one is still a normal number. -inf gives NaN.
struct sigmoid_libm {
  static constexpr About about{.name = "sigmoid_libm",
                               .formula = Formula::sigmoid,
                               .origin = Origin::library,
                               .where = Where::scalar};

  template <class V>
  GELU_FN static V forward(V x) {
    return x / denominator(x);
  }

  /// sigma(v) (1 + v (1 - sigma(v))), v = 1.702 x.
  template <class V>
  GELU_FN static V derivative(V x) {
    constexpr auto c = coefficients::logistic<typename V::value_type>();
    const V sigma = V(1) / denominator(x);
    return sigma * (V(1) + V(c.sigmoid[0]) * x * (V(1) - sigma));
  }

 private:
  template <class V>
  GELU_FN static V denominator(V x) {
    using T = typename V::value_type;
    constexpr auto c = coefficients::logistic<T>();
    return V(1) + map([](T a) { return std::exp(a); }, V(-c.sigmoid[0]) * x);
  }
};

}  // namespace gelu::methods
