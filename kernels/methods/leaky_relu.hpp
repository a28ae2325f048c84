// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0.01 x): one multiplication more than relu. The derivative is 0.01 at 0.
struct leaky_relu {
  static constexpr About about{.name = "leaky_relu", .formula = Formula::leaky_relu, .together = 2};

  template <class V>
  GELU_FN static V forward(V x) {
    return max(x, slope<V>() * x);
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return select(x > V(0), V(1), select(x <= V(0), slope<V>(), x));
  }

 private:
  template <class V>
  GELU_FN static V slope() {
    using T = typename V::value_type;
    return V(T(1) / T(100));
  }
};

}  // namespace gelu::methods
