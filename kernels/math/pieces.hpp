// SPDX-License-Identifier: Apache-2.0
// Piecewise polynomials whose coefficients stay in registers: one permute per degree.
#pragma once

#include <cstddef>

#include "kernels/coefficients/pieces.hpp"
#include "kernels/math/lookup.hpp"

namespace gelu::math {

/// The piece around the multiple of `step` next to t, 0 <= t <= (N - 1) step. Adding 1.5 * 2^p
/// leaves that multiple's number in the lowest bits, which are the index.
template <class V, class T, std::size_t N, std::size_t K>
GELU_FN V piecewise(V t, const coefficients::Pieces<T, N, K>& p) {
  constexpr T magic = sizeof(T) == 8 ? T(0x1.8p52) : T(0x1.8p23);
  const V shifted = fma(t, V(T(1) / p.step), V(magic));
  const typename V::Int i = bits(shifted);
  const V d = fma(shifted - V(magic), V(-p.step), t);
  return looked_up(d, i, p.c);
}

}  // namespace gelu::math
