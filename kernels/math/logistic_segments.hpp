// SPDX-License-Identifier: Apache-2.0
// The derivative of x sigma(v(x)) without a division: at -t it is E G(t), E = exp(-v), and G, which
// carries its zero, is a polynomial on 16 segments, by permutes.
#pragma once

#include "kernels/coefficients/logistic_segments.hpp"
#include "kernels/math/logistic.hpp"
#include "kernels/math/lookup.hpp"

namespace gelu::math {

/// G(t) for t < 15, or for any t where its last segment is a straight line and `far` says so.
template <bool far = false, class V>
GELU_FN V logistic_segment(V t, const coefficients::LogisticSegments& s) {
  // The segment's number: exponent and two bits of t + 1.
  const V u = (far ? min(t, V(14)) : t) + V(1);
  const typename V::Int i = shr<21>(bits(u));
  return looked_up(t - lookup16<V>(s.middle, i), i, s.c);
}

}  // namespace gelu::math
