// SPDX-License-Identifier: Apache-2.0
// Polynomials on segments of t = |x|, their coefficients held in registers, and GELU from them. In
// powers of t itself: for an absolute error this costs nothing and saves finding the distance.
#pragma once

#include <cstddef>

#include "kernels/math/lookup.hpp"

namespace gelu::math {

/// Segment k covers the t nearest to k / per_unit; t <= high < (N - 1/2) / per_unit. c[d] holds the
/// coefficients of degree d.
template <class T, std::size_t N, std::size_t Degree>
struct Segments {
  T per_unit, high;
  T c[Degree + 1][N];
};

/// The polynomial of t's segment at u. In 1.5 * 2^23 + k the low bits are k: no conversion, no
/// shift.
template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V segmented_at(V u, V t, const Segments<T, N, D>& s) {
  constexpr T magic = sizeof(T) == 8 ? T(0x1.8p52) : T(0x1.8p23);
  const typename V::Int i = bits(fma(t, V(s.per_unit), V(magic)));
  return looked_up(u, i, s.c);
}
template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V segmented(V t, const Segments<T, N, D>& s) {
  return segmented_at(t, t, s);
}

/// max(x, 0) - g(|x|), g in segments, g(0) = g(high) = +0. max(-0, x) is x at zeros and for NaN, so
/// that zeros keep their sign, NaN stays, and -infinity gives -0 - 0 = -0.
template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V relu_minus_segments(V x, const Segments<T, N, D>& g) {
  const V t = min_abs(x, V(g.high));
  return max(V(T(-0.0)), x) - segmented(t, g);
}

/// The same with g(t) = t q(t), q in segments, q(high) = +0.
template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V relu_minus_t_segments(V x, const Segments<T, N, D>& q) {
  const V t = min_abs(x, V(q.high));
  return fma(-t, segmented(t, q), max(V(T(-0.0)), x));
}

/// The same with q in powers of t - center.
template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V relu_minus_t_segments_around(V x, T center, const Segments<T, N, D>& q) {
  const V t = min_abs(x, V(q.high));
  return fma(-t, segmented_at(t - V(center), t, q), max(V(T(-0.0)), x));
}

/// The derivative: h(|x|) for x < 0, else 1 - h(|x|), from segments of -h, +0 at the far end: -0 at
/// -infinity. NaN stays NaN through t.
template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V slope_from_segments(V x, const Segments<T, N, D>& minus_h) {
  const V p = segmented(min(V(minus_h.high), abs(x)), minus_h);
  return select(x < V(0), -p, V(1) + p);
}

/// What a table holds of g, where f(x) = max(x, 0) - g(|x|).
enum class Holds : unsigned char { g, over_t };

/// The functions of a method whose tables are Loss() and MinusSlope().
template <auto Loss, auto MinusSlope, Holds holds = Holds::g>
struct FromSegments {
  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto s = Loss();
    if constexpr (holds == Holds::over_t) {
      return relu_minus_t_segments(x, s);
    } else {
      return relu_minus_segments(x, s);
    }
  }

  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto s = MinusSlope();
    return slope_from_segments(x, s);
  }
};

}  // namespace gelu::math
