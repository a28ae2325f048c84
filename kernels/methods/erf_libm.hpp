// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <numbers>

#include "kernels/method.hpp"

namespace gelu::methods {

/// 0.5 x (1 + erf(x / sqrt 2)), as textbooks and most libraries write it. 1 + erf cancels for x <
/// 0: the relative error grows to 100 % at x = -5.5 (f32), where the result becomes 0; -inf gives
/// NaN.
struct erf_libm {
  static constexpr About about{.name = "erf_libm",
                               .formula = Formula::erf,
                               .origin = Origin::library,
                               .where = Where::scalar};

  template <class V>
  GELU_FN static V forward(V x) {
    return half<V>() * x * (V(1) + erf(x));
  }

  /// Phi(x) + x phi(x), Phi as above.
  template <class V>
  GELU_FN static V derivative(V x) {
    using T = typename V::value_type;
    const V phi = V(std::numbers::inv_sqrtpi_v<T> * std::numbers::sqrt2_v<T> / 2) *
                  map([](T a) { return std::exp(a); }, -half<V>() * x * x);
    return half<V>() * (V(1) + erf(x)) + x * phi;
  }

 private:
  template <class V>
  GELU_FN static V half() {
    return V(typename V::value_type(0.5));
  }
  template <class V>
  GELU_FN static V erf(V x) {
    using T = typename V::value_type;
    return map([](T a) { return std::erf(a); }, x * V(std::numbers::sqrt2_v<T> / 2));
  }
};

}  // namespace gelu::methods
