// SPDX-License-Identifier: Apache-2.0
// Odd rational functions.
#pragma once

#include "kernels/coefficients/rational.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// u P(u^2) / Q(u^2).
template <class V, class R>
GELU_FN V odd_rational(V u, const R& r) {
  const V square = u * u;
  return u * horner(square, r.p) / horner(square, r.q);
}

/// x * h where |x| < limit; beyond, the limits x and -0 themselves: h is only nearly 1 or 0 there,
/// and -inf * 0 would be NaN. NaN stays.
template <class V>
GELU_FN V times_half(V x, V h, typename V::value_type limit) {
  const V inside = select(x >= V(limit), x, x * h);
  return select(x <= V(-limit), -V(0), inside);
}

}  // namespace gelu::math
