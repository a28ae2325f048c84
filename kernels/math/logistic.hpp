// SPDX-License-Identifier: Apache-2.0
// x * sigma(v(x)) for odd, growing v, through E = exp(-v(t)) <= 1, t = |x|: no overflow, hence none
// of the early death of x / (1 + exp(-v)), which is 0 as soon as exp overflows.
// E = 2^(t w). v grows to 112 (f32) and 795 (f64), and its absolute error is the relative error of
// E: w is a sum of two numbers, and its product with t is reduced before it is rounded.
// E carries 2^ride until the last operation: nothing underflows before it, and the tail is rounded
// once.
#pragma once

#include "kernels/coefficients/logistic.hpp"
#include "kernels/math/eighths.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// w of the tanh form, linear + cubic t^2, given t^2 < 129 (f32), 590 (f64).
template <class V>
GELU_FN Pair<V> tanh_exponent(Pair<V> square) {
  constexpr auto c = coefficients::logistic_base2<typename V::value_type>();
  const Pair<V> w = product_plus(square.hi, V(c.cubic[0]), V(c.linear[0]));
  const V rest = fma(square.hi, V(c.cubic[1]), V(c.linear[1]));
  return {w.hi, w.lo + fma(square.lo, V(c.cubic[0]), rest)};
}

/// Its v' = slope + slope_cubic t^2.
template <class V>
GELU_FN Pair<V> tanh_slope(Pair<V> square) {
  constexpr auto c = coefficients::logistic_base2<typename V::value_type>();
  const Pair<V> u = product_plus(square.hi, V(c.slope_cubic[0]), V(c.slope[0]));
  const V rest = fma(square.hi, V(c.slope_cubic[1]), V(c.slope[1]));
  return {u.hi, u.lo + fma(square.lo, V(c.slope_cubic[0]), rest)};
}

/// w of the sigmoid form.
template <class V>
GELU_FN Pair<V> sigmoid_exponent() {
  constexpr auto c = coefficients::logistic_base2<typename V::value_type>();
  return {V(c.sigmoid[0]), V(c.sigmoid[1])};
}

/// Its v'.
template <class V>
GELU_FN Pair<V> sigmoid_slope() {
  constexpr auto c = coefficients::logistic<typename V::value_type>();
  return {V(c.sigmoid[0]), V(c.sigmoid[1])};
}

/// 2^(t w + ride), by a polynomial alone.
template <class V>
GELU_FN V ridden_exp2(V t, Pair<V> w) {
  using T = typename V::value_type;
  constexpr auto c = coefficients::logistic_base2<T>();
  const Eighths<V> z = product<1>(t, w);
  const V scale = from_bits<V>(shl<k_digits<T>>(z.k) + bits(V(k_ridden<T>)));
  return fma(scale * z.f, horner(z.f, c.exp2), scale);
}

/// max(x, 0) - t E / (1 + E), e = 2^ride E.
template <class V>
GELU_FN V relu_minus_logistic(V x, V t, V e) {
  using T = typename V::value_type;
  return relu_minus_ridden(x, t * e / fma(e, V(k_unridden<T>), V(T(1))));
}

/// The derivative: at -t it is sigma(-v) - t v' sigma(-v) sigma(v) = E (1 + E - t v') / (1 + E)^2.
/// The difference is formed before anything is scaled, so its zero is sharp.
template <class V>
GELU_FN V logistic_slope(V x, V t, V e, V slope_of_v) {
  using T = typename V::value_type;
  const V denominator = fma(e, V(k_unridden<T>), V(T(1)));
  const V h = fma(-t, slope_of_v, denominator) * e / (denominator * denominator);
  return slope_from_ridden(x, h);
}

}  // namespace gelu::math
