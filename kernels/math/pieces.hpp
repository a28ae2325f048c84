// SPDX-License-Identifier: Apache-2.0
// Piecewise polynomials whose coefficients stay in registers: one permute per degree.
#pragma once

#include <cstddef>

#include "kernels/coefficients/pieces.hpp"
#include "kernels/vec/config.hpp"

namespace gelu::math {

template <std::size_t N, class V, class T>
GELU_FN V lookup(const T (&t)[N], typename V::Int i) {
  if constexpr (N == 16) {
    return lookup16<V>(t, i);
  } else {
    return lookup32<V>(t, i);
  }
}

/// The piece around the multiple of `step` next to t, 0 <= t <= (N - 1) step. Adding 1.5 * 2^p
/// leaves that multiple's number in the lowest bits, which are the index.
template <class V, class T, std::size_t N, std::size_t K>
GELU_FN V piecewise(V t, const coefficients::Pieces<T, N, K>& p) {
  constexpr T magic = sizeof(T) == 8 ? T(0x1.8p52) : T(0x1.8p23);
  const V shifted = fma(t, V(T(1) / p.step), V(magic));
  const typename V::Int i = bits(shifted);
  const V d = fma(shifted - V(magic), V(-p.step), t);
  V r = lookup<N, V>(p.c[K - 1], i);
  for (std::size_t k = K - 1; k-- > 0;) r = fma(r, d, lookup<N, V>(p.c[k], i));
  return r;
}

}  // namespace gelu::math
