// SPDX-License-Identifier: Apache-2.0
// GELU from a root of Phi(-t): the smaller range a root has, the fewer and the shorter polynomials
// it needs, and a square costs one multiplication.
#pragma once

#include "kernels/coefficients/phi_roots.hpp"
#include "kernels/math/halves.hpp"
#include "kernels/math/segments.hpp"

namespace gelu::math {

template <class V, class T, std::size_t N, std::size_t D>
GELU_FN V root_at(V t, const Segments<T, N, D>& roots) {
  return segmented(t, roots);
}
template <class V, class T, std::size_t N>
GELU_FN V root_at(V t, const coefficients::Root<T, N>& root) {
  return horner(t, root.at);
}
/// The root to the power 2^(Squares - 1): callers multiply by it twice, so that nothing underflows
/// before their last product.
template <int Squares, class V, class Roots>
GELU_FN V half_power(V t, const Roots& roots) {
  V p = root_at(t, roots);
  for (int k = 1; k < Squares; ++k) p = p * p;
  return p;
}

/// max(x, 0) - t Phi(-t), t = |x|, from Phi(-t)^(2^-Squares). max(-0, x) is x at zeros and for NaN.
template <int Squares, class V, class Roots>
GELU_FN V relu_minus_t_power(V x, const Roots& roots) {
  const V t = min_abs(x, V(roots.high));
  const V p = half_power<Squares>(t, roots);
  return fma(t * p, -p, max(V(-0.0F), x));
}

/// The derivative: f'(-t) = (zero - t) root^(2^Squares) for x < 0, else 1 - f'(-t).
template <int Squares, class V, class T, std::size_t N>
GELU_FN V slope_from_root(V x, const coefficients::Root<T, N>& root) {
  const V t = min(V(root.high), abs(x));
  const V p = half_power<Squares>(t, root);
  return one_minus_if_positive(x, (V(root.zero) - t) * p * p);
}

/// The derivative: f'(-t) = exp(-t^2/2) D(t) for x < 0, else 1 - f'(-t), from segments of
/// exp(-t^2/2)^(2^-Squares) and of D, which carries the zero. NaN stays NaN through t.
template <int Squares, class V, class T, std::size_t N, std::size_t D, std::size_t E>
GELU_FN V slope_from_roots(V x, const Segments<T, N, D>& roots, const Segments<T, N, E>& slope) {
  const V t = min(V(roots.high), abs(x));
  const V p = half_power<Squares>(t, roots);
  return one_minus_if_positive(x, segmented(t, slope) * p * p);
}

/// The upper half of y's bits, rounded to nearest, ties away from zero.
template <class V>
GELU_FN V rounded_to_bf16(V y) {
  using Int = typename V::Int;
  return from_bits<V>((bits(y) + Int(0x8000)) & Int(-0x10000));
}

}  // namespace gelu::math
