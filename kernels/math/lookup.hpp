// SPDX-License-Identifier: Apache-2.0
// Polynomials whose coefficients stand in registers: one permute per degree.
#pragma once

#include <cstddef>
#include <utility>

#include "kernels/vec/config.hpp"

namespace gelu::math {

/// t[i mod N].
template <class V, class T, std::size_t N>
GELU_FN V lookup(const T (&t)[N], typename V::Int i) {
  static_assert(N == 8 || N == 16 || N == 32);
  if constexpr (N == 8) {
    return lookup8<V>(t, i);
  } else if constexpr (N == 16) {
    return lookup16<V>(t, i);
  } else {
    return lookup32<V>(t, i);
  }
}

namespace detail {
template <class V, class T, std::size_t K, std::size_t N, std::size_t... J>
GELU_FN V unrolled(V d, typename V::Int i, const T (&c)[K][N], std::index_sequence<J...>) {
  V r = lookup<V>(c[K - 1], i);
  ((r = fma(r, d, lookup<V>(c[K - 2 - J], i))), ...);
  return r;
}
}  // namespace detail

/// At d, the polynomial with coefficients c[0][i], c[1][i], ...; or its terms from degree First on,
/// over d^First.
template <std::size_t First = 0, class V, class T, std::size_t K, std::size_t N>
GELU_FN V looked_up(V d, typename V::Int i, const T (&c)[K][N]) {
#if defined(__CUDACC__)
  // Unrolled, correct rounding would need more registers than there are.
  V r = lookup<V>(c[K - 1], i);
  for (std::size_t k = K - 1; k-- > First;) r = fma(r, d, lookup<V>(c[k], i));
  return r;
#else
  // GCC unrolls a loop too late to see that all indices are the same.
  return detail::unrolled(d, i, c, std::make_index_sequence<K - 1 - First>{});
#endif
}

}  // namespace gelu::math
