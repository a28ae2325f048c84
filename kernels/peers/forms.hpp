// SPDX-License-Identifier: Apache-2.0
// GELU as users of a library write it around that library's functions: one expression, in the type
// of the data. `F`, a type with `static V f(V)`, is the library's function.
#pragma once

#include <numbers>

#include "kernels/coefficients/logistic.hpp"
#include "kernels/method.hpp"
#include "kernels/vec/config.hpp"

namespace gelu::peers {

/// The head of a peer that takes f32 and computes the forward pass.
constexpr methods::About forward_f32(const char* name, Formula formula, const char* library) {
  return {.name = name,
          .formula = formula,
          .origin = Origin::library,
          .dtypes = methods::bit(Dtype::f32),
          .passes = methods::bit(Pass::forward),
          .library = library};
}

template <class V>
GELU_FN V half() {
  return V(typename V::value_type(0.5));
}
template <class V>
GELU_FN V over_sqrt2(V x) {
  return x * V(std::numbers::sqrt2_v<typename V::value_type> / 2);
}

/// 0.5 x (1 + erf(x / sqrt 2))
template <class F>
struct ErfForm {
  template <class V>
  GELU_FN static V forward(V x) {
    return half<V>() * x * (V(1) + F::f(over_sqrt2(x)));
  }
};

/// 0.5 x erfc(-x / sqrt 2)
template <class F>
struct ErfcForm {
  template <class V>
  GELU_FN static V forward(V x) {
    return half<V>() * x * F::f(-over_sqrt2(x));
  }
};

/// 0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))
template <class F>
struct TanhForm {
  template <class V>
  GELU_FN static V forward(V x) {
    constexpr auto c = coefficients::logistic<typename V::value_type>();
    const V u = V(c.linear[0] / 2) * (x + V(c.cube) * x * x * x);
    return half<V>() * x * (V(1) + F::f(u));
  }
};

/// x / (1 + exp(-1.702 x))
template <class F>
struct SigmoidForm {
  template <class V>
  GELU_FN static V forward(V x) {
    return x / (V(1) + F::f(V(typename V::value_type(-1.702)) * x));
  }
};

}  // namespace gelu::peers
