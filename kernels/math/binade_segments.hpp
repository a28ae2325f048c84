// SPDX-License-Identifier: Apache-2.0
// Polynomials on segments that are as wide as t is large, their coefficients by permutes.
#pragma once

#include "kernels/math/lookup.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// Segments are cut in u = per_unit t + first: 16 of [1, 16), four to a binade, or 8 up to 14, two
/// to a binade and cut a quarter later.
template <class T, std::size_t Size, std::size_t N>
struct BinadeSegments {
  static constexpr std::size_t size = Size;
  T per_unit, first;
  T middle[Size];  ///< where segment j is centred
  T c[N][Size];    ///< the polynomial around it; first index: degree
};

/// The number of t's segment, in the low bits: the exponent of u, and two bits more or one.
template <class V, class T, std::size_t Size, std::size_t N>
GELU_FN typename V::Int segment_number(V t, const BinadeSegments<T, Size, N>& s) {
  static_assert(Size == 16 || Size == 8);
  constexpr int digits = sizeof(T) == 8 ? 52 : 23;
  const V u = s.per_unit == 1 ? t + V(s.first) : fma(t, V(s.per_unit), V(s.first));
  if constexpr (Size == 16) return shr<digits - 2>(bits(u));
  if constexpr (Size == 8) {
    static_assert(digits == 23);
    return shr<digits - 1>(bits(u) - typename V::Int(1 << (digits - 2)));
  }
}

}  // namespace gelu::math
