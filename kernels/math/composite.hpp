// SPDX-License-Identifier: Apache-2.0
// GELU from composite polynomials: a short one, squared again and again, with a constant added each
// time. Falling like a Gaussian is what repeated squares do by themselves; nothing is looked up.
#pragma once

#include "kernels/math/halves.hpp"
#include "kernels/math/polynomial.hpp"

namespace gelu::math {

/// q(t) for 0 <= t <= high: the polynomial p of t, and so many times q^2 + added. q(high) < 0
/// stands for the tail, which is cut to 0. The derivative is (zero - t) q(t).
template <class T, std::size_t Degree, std::size_t Squares>
struct Composite {
  T high, zero;
  Poly<T, Degree + 1> p;
  T added[Squares];
};

template <class V, class T, std::size_t D, std::size_t K>
GELU_FN V composite(V t, const Composite<T, D, K>& s) {
  V q = horner(t, s.p);
  for (std::size_t k = 0; k < K; ++k) q = fma(q, q, V(s.added[k]));
  return max(V(0), q);  // NaN where q is
}

/// f(x) = max(x, 0) - t Q(t), t = |x|, from a composite polynomial for Q. max(-0, x) is x at zeros
/// and for NaN, so that zeros keep their sign, NaN stays, and -infinity gives -0 - 0 = -0.
template <auto Q>
struct FromComposite {
  template <class V>
  GELU_FN static V forward(V x) {
    GELU_TABLE auto s = Q();
    const V t = min_abs(x, V(s.high));
    return fma(-t, composite(t, s), max(V(-0.0F), x));
  }
};

/// The derivative too: h(t) = (zero - t) Slope(t) for x < 0, else 1 - h(t); -0 at -infinity.
template <auto Q, auto Slope>
struct FromComposites : FromComposite<Q> {
  template <class V>
  GELU_FN static V derivative(V x) {
    GELU_TABLE auto s = Slope();
    const V t = min(V(s.high), abs(x));  // NaN where x is
    return one_minus_if_positive(x, (V(s.zero) - t) * composite(t, s));
  }
};

}  // namespace gelu::math
