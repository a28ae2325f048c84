// SPDX-License-Identifier: Apache-2.0
// Polynomials on segments of t = |x| or of x, their coefficients held in registers, and GELU from
// them. In powers of t or x itself: for an absolute error this costs nothing and saves finding the
// distance.
#pragma once

#include <cstddef>

#include "kernels/kernel.hpp"
#include "kernels/math/lookup.hpp"

namespace gelu::math {

/// The segment of t <= high has the number that the low bits of `from` + per_unit t are: no
/// conversion, no shift. From 1.5 * 2^23 on floats are one apart, so that segment k holds the t
/// nearest to k / per_unit. Above a power of two they are twice as far apart as below it: after a
/// smaller `from` segments widen there, and per_unit is 1. c[d] holds the coefficients of degree d
/// in t - center; of Degree rows, the last one holds two (`looked_up_sharing`).
template <class T, std::size_t N, std::size_t Degree, std::size_t Rows = Degree + 1>
struct Segments {
  static constexpr std::size_t size = N, degree = Degree;
  T per_unit, from, high, center;
  T c[Rows][N];
};

/// The number of t's segment, in the low bits.
template <class V, class T, std::size_t N, std::size_t D, std::size_t R>
GELU_FN typename V::Int segment_number(V t, const Segments<T, N, D, R>& s) {
  // An addition takes a port that polynomials leave free. Where t is one number, GCC would add on
  // both sides of the comparison that limits it, and then vectorise neither.
  return bits(s.per_unit == 1 && V::size > 1 ? t + V(s.from) : fma(t, V(s.per_unit), V(s.from)));
}
/// The polynomial of segment i at t.
template <class V, class T, std::size_t N, std::size_t D, std::size_t R>
GELU_FN V segmented(V t, typename V::Int i, const Segments<T, N, D, R>& s) {
  const V d = s.center == 0 ? t : t - V(s.center);
  if constexpr (R == D) {
    return looked_up_sharing(d, i, s.c);
  } else {
    return looked_up(d, i, s.c);
  }
}
/// Of t's segment.
template <class V, class T, std::size_t N, std::size_t D, std::size_t R>
GELU_FN V segmented(V t, const Segments<T, N, D, R>& s) {
  return segmented(t, segment_number(t, s), s);
}

/// An argument limited to a table's range, and its segment: what a loop of two steps prepares.
template <class V, auto Table>
struct Located {
  /// Measured: permutes of two tables gain by more.
  static constexpr std::size_t together = V::size == 16 && Table().size == 32 ? 4 : 2;
  V t;
  typename V::Int i;

  Located() = default;
  GELU_FN explicit Located(V limited) : t(limited), i(segment_number(t, Table())) {}
};

/// What a table holds of g, where f(x) = max(x, 0) - g(|x|).
enum class Holds : unsigned char { g, over_t };

/// f(x) = max(x, 0) - g(t), t = |x|, from segments of g, g(0) = +0, or of g(t) / t; at `high` they
/// are +0. max(-0, x) is x at zeros and for NaN, so that zeros keep their sign, NaN stays, and
/// -infinity gives -0 - 0 = -0.
template <auto Loss, Holds holds = Holds::g>
struct ForwardFromSegments {
  template <class V>
  struct Argument : Located<V, Loss> {
    Argument() = default;
    GELU_FN explicit Argument(V x) : Located<V, Loss>(min_abs(x, V(Loss().high))) {}

    template <class>
    GELU_FN V forward(V x) const {
      GELU_TABLE auto s = Loss();
      const V p = segmented(this->t, this->i, s), relu = max(V(-0.0F), x);
      if constexpr (holds == Holds::over_t) {
        return fma(-this->t, p, relu);
      } else {
        return relu - p;
      }
    }
  };
  /// A line is too short to gain by it.
  template <Pass P, class V>
  requires(P == Pass::forward && decltype(Loss())::degree > 1) using Prepared = Argument<V>;

  template <class V>
  GELU_FN static V forward(V x) {
    return Argument<V>(x).template forward<V>(x);
  }
};

/// The derivative: h(|x|) for x < 0, else 1 - h(|x|), from segments of -h, +0 at the far end: -0 at
/// -infinity. NaN stays NaN through t.
template <auto MinusSlope>
struct DerivativeFromSegments {
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto s = MinusSlope();
    const V p = segmented(min(V(s.high), abs(x)), s);
    return select(x < V(0), -p, V(1) + p);
  }
};

template <auto Loss, auto MinusSlope, Holds holds = Holds::g>
struct FromSegments : ForwardFromSegments<Loss, holds>, DerivativeFromSegments<MinusSlope> {};

/// f(x) = x R(x) - c[0] from segments of x itself, -high <= x <= high, segment k under number k mod
/// N: twice as many for the same width, but neither |x| nor max(x, 0) is needed. R is +0 at -high
/// and 1 at `high`; it takes x between the two, so that an infinity is multiplied by 1. A c[0] of 0
/// is subtracted, so that zeros keep their sign.
template <auto Value>
struct ForwardFromSegmentsOfX {
  template <class V>
  struct Argument : Located<V, Value> {
    Argument() = default;
    GELU_FN explicit Argument(V x) : Located<V, Value>(clamp(x, V(Value().high))) {}

    template <class>
    GELU_FN V forward(V x) const {
      GELU_TABLE auto s = Value();
      const V r = looked_up<1>(this->t, this->i, s.c);
      return fma(r, max(V(-s.high), x), -lookup<V>(s.c[0], this->i));
    }
  };
  template <Pass P, class V>
  requires(P == Pass::forward) using Prepared = Argument<V>;

  template <class V>
  GELU_FN static V forward(V x) {
    return Argument<V>(x).template forward<V>(x);
  }
};

/// f'(x) likewise: R is +0 at both ends, and c[0] -1 at `high`.
template <auto Slope>
struct DerivativeFromSegmentsOfX {
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto s = Slope();
    const V t = min(V(s.high), max(V(-s.high), x));  // NaN where x is
    const typename V::Int i = segment_number(t, s);
    return fma(looked_up<1>(t, i, s.c), t, -lookup<V>(s.c[0], i));
  }
};

template <auto Value, auto Slope>
struct FromSegmentsOfX : ForwardFromSegmentsOfX<Value>, DerivativeFromSegmentsOfX<Slope> {};

}  // namespace gelu::math
