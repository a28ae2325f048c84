// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/pieces.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), Phi(-t) by 16 quadratics on [0, 4.2] whose coefficients fill three
/// registers of AVX-512. About 6e-5 absolutely; 0 below -4.2.
struct table_register {
  static constexpr About about{.name = "table_register", .formula = Formula::erf};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto pieces = coefficients::pieces_16<typename V::value_type>();
    const V t = math::clamped(x, 15 * pieces.step);
    return math::relu_minus(x, t * math::piecewise(t, pieces));
  }
};

}  // namespace gelu::methods
