// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "kernels/method.hpp"
#include "kernels/storage.hpp"

namespace gelu::methods {

/// max(x, 0): the roof of every activation, one operation between load and store. -0 and NaN pass.
/// The derivative is 0 at 0, as in every framework; NaN where x is NaN.
struct relu {
  static constexpr About about{.name = "relu", .formula = Formula::relu};

  template <class V>
  GELU_FN static V forward(V x) {
    return max(V(0), x);
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return select(x > V(0), V(1), select(x <= V(0), V(0), x));
  }
};

}  // namespace gelu::methods
