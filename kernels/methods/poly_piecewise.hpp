// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/pieces.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), Phi(-t) by 32 cubics on [0, 5.3], two registers of AVX-512 per degree.
/// Below 1e-6 absolutely; 0 below -5.3.
struct poly_piecewise {
  static constexpr About about{.name = "poly_piecewise", .formula = Formula::erf};

  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto pieces = coefficients::pieces_32<typename V::value_type>();
    const V t = math::clamped(x, 31 * pieces.step);
    return math::relu_minus(x, t * math::piecewise(t, pieces));
  }
};

}  // namespace gelu::methods
