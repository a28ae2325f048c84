// SPDX-License-Identifier: Apache-2.0
// Polynomials with compile-time lengths, unrolled. Horner needs the fewest registers and
// operations; Estrin has the shorter dependency chain.
#pragma once

#include <cstddef>
#include <utility>

#include "kernels/vec/config.hpp"

namespace gelu::math {

/// Coefficients of degree 0, 1, ..., N - 1. An aggregate, so that a `constexpr` object inside a
/// function is enough (device code has no static tables).
template <class T, std::size_t N>
struct Poly {
  T c[N];
};

namespace detail {
template <class V, class T, std::size_t N, std::size_t... I>
GELU_FN V horner(V u, const Poly<T, N>& p, std::index_sequence<I...>) {
  V r(p.c[N - 1]);
  ((r = fma(r, u, V(p.c[N - 2 - I]))), ...);
  return r;
}

/// Sum of c[First + i] u^i for i < Count; powers[k] = u^(2^k).
template <std::size_t First, std::size_t Count, class V, class T, std::size_t N, std::size_t K>
GELU_FN V estrin(const V (&powers)[K], const Poly<T, N>& p) {
  if constexpr (Count == 1) {
    return V(p.c[First]);
  } else {
    constexpr std::size_t level = [] {
      std::size_t k = 0;
      while ((std::size_t{2} << k) < Count) ++k;
      return k;
    }();
    constexpr std::size_t half = std::size_t{1} << level;
    return fma(estrin<First + half, Count - half>(powers, p), powers[level],
               estrin<First, half>(powers, p));
  }
}
}  // namespace detail

template <class V, class T, std::size_t N>
GELU_FN V horner(V u, const Poly<T, N>& p) {
  return detail::horner(u, p, std::make_index_sequence<N - 1>{});
}

template <class V, class T, std::size_t N>
GELU_FN V estrin(V u, const Poly<T, N>& p) {
  const V u2 = u * u;
  const V u4 = u2 * u2;
  const V u8 = u4 * u4;
  const V powers[] = {u, u2, u4, u8, u8 * u8};
  static_assert(N <= 32);
  return detail::estrin<0, N>(powers, p);
}

}  // namespace gelu::math
