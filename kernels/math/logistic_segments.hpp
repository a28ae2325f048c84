// SPDX-License-Identifier: Apache-2.0
// G(t) of the tanh form: its derivative at -t is E G(t), E = exp(-v), and G, which carries its
// zero, is a polynomial on 16 or 8 segments, by permutes.
#pragma once

#include "kernels/coefficients/logistic_segments.hpp"
#include "kernels/math/binade_segments.hpp"

namespace gelu::math {

template <class V, std::size_t Size, std::size_t N>
GELU_FN V logistic_segment(V t, const BinadeSegments<float, Size, N>& s) {
  const typename V::Int i = segment_number(t, s);
  return looked_up(t - lookup<V>(s.middle, i), i, s.c);
}

}  // namespace gelu::math
