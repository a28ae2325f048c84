// SPDX-License-Identifier: Apache-2.0
// With t = |x|: Phi(-t) and f'(-t) on the core, where nearly all numbers are: polynomials on 16
// segments, by permutes.
#pragma once

#include "kernels/coefficients/core_segments.hpp"
#include "kernels/math/lookup.hpp"

namespace gelu::math {

/// t, at most where the core ends, and d, its distance from the middle of segment i.
template <class V>
struct CoreArgument {
  V t, d;
  typename V::Int i;

  template <class S>
  GELU_FN CoreArgument(V x, const S& s) {
    t = min_abs(x, V(s.high));
    const V u = fma(t, V(s.scale), V(s.offset));
    i = bits(fma(u, u, V(0x1.8p23F)));
    d = t - lookup16<V>(s.middle, i);
  }
};

}  // namespace gelu::math
