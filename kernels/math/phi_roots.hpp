// SPDX-License-Identifier: Apache-2.0
// GELU from a root of Phi(-t): the smaller range a root has, the fewer and the shorter polynomials
// it needs, and a square costs one multiplication.
#pragma once

#include "kernels/coefficients/phi_roots.hpp"
#include "kernels/math/segments.hpp"

namespace gelu::math {

/// max(x, 0) - t Phi(-t), t = |x|, from segments of Phi(-t)^(2^-Squares). The last square is part
/// of the last product, so that nothing underflows. max(-0, x) is x at zeros and for NaN.
template <int Squares, class V, class T, std::size_t N, std::size_t D>
GELU_FN V relu_minus_t_power(V x, const Segments<T, N, D>& roots) {
  const V t = min_abs(x, V(roots.high));
  V p = segmented(t, roots);
  for (int k = 1; k < Squares; ++k) p = p * p;
  return fma(t * p, -p, max(V(T(-0.0)), x));
}

/// The derivative: f'(-t) = exp(-t^2/2) D(t) for x < 0, else 1 - f'(-t), from segments of
/// exp(-t^2/2)^(2^-Squares) and of D, which carries the zero. NaN stays NaN through t.
template <int Squares, class V, class T, std::size_t N, std::size_t D, std::size_t E>
GELU_FN V slope_from_roots(V x, const Segments<T, N, D>& roots, const Segments<T, N, E>& slope) {
  const V t = min(V(roots.high), abs(x));
  V p = segmented(t, roots);
  for (int k = 1; k < Squares; ++k) p = p * p;
  const V h = segmented(t, slope) * p * p;
  return select(x < V(0), h, V(1) - h);
}

/// The upper half of y's bits, rounded to nearest, ties away from zero.
template <class V>
GELU_FN V rounded_to_bf16(V y) {
  using Int = typename V::Int;
  return from_bits<V>((bits(y) + Int(0x8000)) & Int(-0x10000));
}

}  // namespace gelu::math
