// SPDX-License-Identifier: Apache-2.0
// With t = |x|: Phi(-t) = M(t) 2^(-c t^2) for GELU, f'(-t) = H(t) 2^(-c t^2) for its derivative. M
// or t M, and H, are polynomials on 16 or 8 segments, by permutes.
#pragma once

#include "kernels/coefficients/erf_segments.hpp"
#include "kernels/math/binade_segments.hpp"
#include "kernels/math/eighths.hpp"

namespace gelu::math {

/// What they need of segments s: t, up to where everything rounds to zero; d, its distance from the
/// middle of segment i; power 2^f = 2^(ride - c t^2), k the index of power.
template <class V>
struct MillsArgument {
  using T = typename V::value_type;
  V t, d, f, power;
  typename V::Int i, k;

  template <class S>
  GELU_FN MillsArgument(V x, const S& s) {
    GELU_TABLE auto roots = eighth_roots(coefficients::exp2_eighths<T>().roots);
    t = min_abs(x, V(sizeof(T) == 8 ? T(38.75) : T(14.625)));
    const Eighths<V> z = minus_square(t, coefficients::exp2_eighths<T>().c);
    f = z.f;
    k = z.k;
    power = pow2_eighths<V>(k, roots);
    i = segment_number(t, s);
    d = t - lookup<V>(s.middle, i);
  }
};

}  // namespace gelu::math
