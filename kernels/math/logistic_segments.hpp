// SPDX-License-Identifier: Apache-2.0
// The derivative of x sigma(v(x)) without a division: at -t it is E G(t), E = exp(-v), and G, which
// carries its zero, is a polynomial on 16 segments, by permutes.
#pragma once

#include "kernels/coefficients/logistic_segments.hpp"
#include "kernels/math/logistic.hpp"

namespace gelu::math {

/// G(t) for t < 15, or for any t where its last segment is a straight line and `far` says so.
template <bool far = false, class V>
GELU_FN V logistic_segment(V t, const coefficients::LogisticSegments& s) {
  // The segment's number: exponent and two bits of t + 1.
  const V u = (far ? min(t, V(14)) : t) + V(1);
  const typename V::Int i = shr<21>(bits(u));
  const V d = t - lookup16<V>(s.middle, i);
  constexpr int degree = sizeof s.c / sizeof s.c[0] - 1;  // NOLINT(bugprone-sizeof-expression)
  V g = lookup16<V>(s.c[degree], i);
  for (int j = degree - 1; j >= 0; --j) g = fma(g, d, lookup16<V>(s.c[j], i));
  return g;
}

}  // namespace gelu::math
