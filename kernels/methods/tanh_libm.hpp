// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include "kernels/coefficients/logistic.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// 0.5 x (1 + tanh(u)), u = sqrt(2/pi) (x + 0.044715 x^3), as libraries write it. 1 + tanh cancels
/// for x < 0 and the result becomes 0 at x = -5 (f32); -inf gives NaN.
struct tanh_libm {
  static constexpr About about{.name = "tanh_libm",
                               .formula = Formula::tanh,
                               .origin = Origin::library,
                               .where = Where::scalar};

  template <class V>
  GELU_FN static V forward(V x) {
    return half<V>() * x * (V(1) + tanh_u(x));
  }

  /// (1 + tanh u) / 2 + x (1 - tanh^2 u) u' / 2. x^2 overflows: NaN for huge x, as in the field.
  template <class V>
  GELU_FN static V derivative(V x) {
    constexpr auto c = coefficients::logistic<typename V::value_type>();
    const V th = tanh_u(x);
    const V slope = half<V>() * (V(c.linear[0]) + V(c.cubic_times_3) * x * x);
    return half<V>() * (V(1) + th) + half<V>() * x * (V(1) - th * th) * slope;
  }

 private:
  template <class V>
  GELU_FN static V half() {
    return V(typename V::value_type(0.5));
  }
  template <class V>
  GELU_FN static V tanh_u(V x) {
    using T = typename V::value_type;
    constexpr auto c = coefficients::logistic<T>();
    const V u = V(c.linear[0] / 2) * (x + V(c.cube) * x * x * x);
    return map([](T a) { return std::tanh(a); }, u);
  }
};

}  // namespace gelu::methods
