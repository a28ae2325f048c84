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
/// r d^n + the terms of c of degree First + n - 1 to First, over d^First.
template <std::size_t First, class V, class T, std::size_t K, std::size_t N, std::size_t... J>
GELU_FN V unrolled(V r, V d, typename V::Int i, const T (&c)[K][N], std::index_sequence<J...>) {
  ((r = fma(r, d, lookup<V>(c[First + sizeof...(J) - 1 - J], i))), ...);
  return r;
}
/// For n = Terms.
template <std::size_t First, std::size_t Terms, class V, class T, std::size_t K, std::size_t N>
GELU_FN V continued(V r, V d, typename V::Int i, const T (&c)[K][N]) {
#if defined(__CUDACC__)
  // Unrolled, correct rounding would need more registers than there are.
  for (std::size_t k = First + Terms; k-- > First;) r = fma(r, d, lookup<V>(c[k], i));
  return r;
#else
  // GCC unrolls a loop too late to see that all indices are the same.
  return unrolled<First>(r, d, i, c, std::make_index_sequence<Terms>{});
#endif
}
}  // namespace detail

/// At d, the polynomial with coefficients c[0][i], c[1][i], ...; or its terms from degree First on,
/// over d^First.
template <std::size_t First = 0, class V, class T, std::size_t K, std::size_t N>
GELU_FN V looked_up(V d, typename V::Int i, const T (&c)[K][N]) {
  return detail::continued<First, K - 1 - First>(lookup<V>(c[K - 1], i), d, i, c);
}

/// The same where c[K - 1] holds two coefficients: what is looked up is that of degree K - 1, and
/// its last 16 bits, followed by zeros, are the one of degree K.
template <class V, class T, std::size_t K, std::size_t N>
GELU_FN V looked_up_sharing(V d, typename V::Int i, const T (&c)[K][N]) {
  static_assert(sizeof(T) == 4);
  const V next = lookup<V>(c[K - 1], i);
  return detail::continued<0, K - 1>(fma(from_bits<V>(shl<16>(bits(next))), d, next), d, i, c);
}

}  // namespace gelu::math
