// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/core_segments.hpp"
#include "kernels/methods/erf_4ulp.hpp"

namespace gelu::methods {

/// max(x, 0) - t Phi(-t), t = |x|, for -5.375 < x: Phi(-t) by a polynomial of degree 6 on each of
/// 16 segments. Elements below, and NaN, are those of erf_4ulp, which vectors that have one take
/// too; a fifth of the time is saved as long as there are none.
struct erf_4ulp_branch {
  static constexpr About about{.name = "erf_4ulp_branch",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2};

  template <class Vec>
  struct Attempt {
    typename Vec::Mask sure = Vec(0) == Vec(0);

    template <class V>
    GELU_FN V forward(V x) {
      GELU_TABLE auto s = coefficients::core_segments();
      const math::CoreArgument<V> a(x, s);
      sure = sure & (x > V(-s.high));
      return fma(-a.t, math::looked_up(a.d, a.i, s.phi), max(V(-0.0F), x));
    }

    /// f'(-t) by a polynomial around the same points at -t, one minus that at t, for t < 5.375.
    template <class V>
    GELU_FN V derivative(V x) {
      GELU_TABLE auto s = coefficients::core_segments();
      const math::CoreArgument<V> a(x, s);
      const V h = math::looked_up(a.d, a.i, s.slope);
      sure = sure & (abs(x) < V(s.high));
      return select(x < V(0), h, V(1) - h);
    }
  };

  template <class Vec>
  struct Otherwise : erf_4ulp {
    GELU_FN explicit Otherwise(typename Vec::Mask /*sure*/) {}
  };

  template <class V>
  GELU_FN static V forward(V x) {
    Attempt<V> attempt;
    const V y = attempt.forward(x);
    if (all_of(attempt.sure)) [[likely]]
      return y;
    return select(attempt.sure, y, erf_4ulp::forward(x));
  }

  template <class V>
  GELU_FN static V derivative(V x) {
    Attempt<V> attempt;
    const V y = attempt.derivative(x);
    if (all_of(attempt.sure)) [[likely]]
      return y;
    return select(attempt.sure, y, erf_4ulp::derivative(x));
  }
};

}  // namespace gelu::methods
