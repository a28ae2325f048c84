// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <numbers>

#include "kernels/method.hpp"

namespace gelu::methods {

/// 0.5 x erfc(-x / sqrt 2): does not cancel, so the tail survives; but rounding x / sqrt 2 costs
/// x^2 ulp there (199 at the end of f32). -inf gives NaN, as -inf * 0 does.
struct erf_libm_erfc {
  static constexpr About about{.name = "erf_libm_erfc",
                               .formula = Formula::erf,
                               .origin = Origin::library,
                               .where = Where::scalar};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    const V z = x * V(-(std::numbers::sqrt2_v<T> / 2));
    return V(T(0.5)) * x * map([](T a) { return std::erfc(a); }, z);
  }
};

}  // namespace gelu::methods
