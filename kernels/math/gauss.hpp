// SPDX-License-Identifier: Apache-2.0
// exp(-t^2/2) that keeps its relative accuracy in the tail. Rounding t^2/2 first would cost t^2/2
// ulp (200 ulp at the end of f32); so t is cut into th, short enough for an exact square, and a
// rest.
#pragma once

#include "kernels/math/exp.hpp"

namespace gelu::math {

/// exp(-t^2/2) for 0 <= t < 16 (f32), 64 (f64).
template <class V>
GELU_FN Exponential<V> gauss(V t) {
  using T = typename V::value_type;
  // Adding and subtracting 1.5 * 2^k rounds t to a multiple of 2^-8 (f32: 12 bits) or 2^-20 (f64:
  // 26 bits), with fma or without.
  constexpr T magic = sizeof(T) == 8 ? T(0x1.8p32) : T(0x1.8p15);
  const V th = (t + V(magic)) - V(magic);
  const V minus_half(T(-0.5));
  return exp(Pair<V>{minus_half * (th * th), (minus_half * (t - th)) * (t + th)});
}

}  // namespace gelu::math
