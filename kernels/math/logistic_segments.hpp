// SPDX-License-Identifier: Apache-2.0
// The derivative of x sigma(v(x)) without a division: at -t it is E G(t), E = exp(-v), and G, which
// carries its zero, is a polynomial on 16 or 8 segments, by permutes.
#pragma once

#include "kernels/coefficients/logistic_segments.hpp"
#include "kernels/math/binade_segments.hpp"
#include "kernels/math/logistic.hpp"

namespace gelu::math {

/// G(t) for t where segments are, or for any t where the last one is a straight line and `far` says
/// so.
template <bool far = false, class V, std::size_t Size, std::size_t N>
GELU_FN V logistic_segment(V t, const BinadeSegments<float, Size, N>& s) {
  const typename V::Int i = segment_number(far ? min(t, V(14)) : t, s);
  return looked_up(t - lookup<V>(s.middle, i), i, s.c);
}

}  // namespace gelu::math
