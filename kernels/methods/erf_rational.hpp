// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/rational.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x (1/2 + 1/2 erf(x / sqrt 2)) with erf as a clamped odd rational: what inference libraries ship.
/// No exponential, one division. 1/2 + 1/2 erf cancels for x < 0: an absolute error of about an ulp
/// of |x|, no correct digit left below -5.
struct erf_rational {
  static constexpr About about{.name = "erf_rational", .formula = Formula::erf};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    constexpr auto r = coefficients::erf_rational<T>();
    constexpr T limit = sizeof(T) == 8 ? T(8.375) : T(5.5);
    const V u = copysign(math::clamped(x, limit), x);
    const V half(T(0.5));
    return math::times_half(x, fma(half, math::odd_rational(u, r), half), limit);
  }
};

}  // namespace gelu::methods
