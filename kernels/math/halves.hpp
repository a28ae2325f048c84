// SPDX-License-Identifier: Apache-2.0
// GELU from one half: with t = |x| and g(t) = t * Phi(-t), f(x) = max(x, 0) - g(|x|), and for the
// derivative f'(-t) = h(t), f'(t) = 1 - h(t). The same holds for every x * sigma(v(x)) with odd v.
// Each special value is right by construction, without a branch.
#pragma once

#include "kernels/vec/config.hpp"

namespace gelu::math {

/// |x|, at most `limit`. NaN becomes `limit`: an index made of it is in range, and NaN comes back
/// through x in relu_minus.
template <class V>
GELU_FN V clamped(V x, typename V::value_type limit) {
  return min(abs(x), V(limit));
}

/// The same, but NaN stays NaN.
template <class V>
GELU_FN V clamped_or_nan(V x, typename V::value_type limit) {
  return min(V(limit), abs(x));
}

/// max(x, 0) - g with the sign of x: -0 where g underflows, and at -0. max(0, NaN) is NaN.
template <class V>
GELU_FN V relu_minus(V x, V g) {
  return copysign(max(V(0), x) - g, x);
}

/// h for x < 0, else 1 - h.
template <class V>
GELU_FN V one_minus_if_positive(V x, V h) {
  return select(x < V(0), h, V(1) - h);
}

}  // namespace gelu::math
