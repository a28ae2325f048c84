// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/logistic.hpp"
#include "kernels/math/halves.hpp"
#include "kernels/math/rational.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x (1/2 + 1/2 tanh(u)) with tanh as a clamped odd rational: no exponential, one division. The sum
/// cancels for x < 0: an absolute error of about an ulp of |x|, no correct digit left below -4.
struct tanh_rational {
  static constexpr About about{.name = "tanh_rational", .formula = Formula::tanh};

  template <class V>
  GELU_FN static V forward(V x) {
    using T = typename V::value_type;
    constexpr auto c = coefficients::logistic<T>();
    constexpr auto r = coefficients::tanh_rational<T>();
    constexpr T limit = sizeof(T) == 8 ? T(7.5) : T(5.25);  // there u = 21, 9.4
    constexpr T u_limit = sizeof(T) == 8 ? 19 : 9;
    const V half(T(0.5));
    const V t = math::clamped(x, limit);
    const V u = half * t * fma(V(c.cubic[0]), t * t, V(c.linear[0]));
    const V th = copysign(math::odd_rational(math::clamped(u, u_limit), r), x);
    return math::times_half(x, fma(half, th, half), limit);
  }
};

}  // namespace gelu::methods
