// SPDX-License-Identifier: Apache-2.0
// Unevaluated sums hi + lo of two doubles, |lo| <= ulp(hi)/2: about 106 bits. Error bounds of the
// operations after Joldes, Muller, Popescu (2017), "Tight and rigorous error bounds for basic
// building blocks of double-word arithmetic", with u = 2^-53. Compiled without contraction; nothing
// here may overflow or underflow, which the callers see to by splitting off powers of two.
#pragma once

#include <cmath>

#include "reference/reference.hpp"

namespace gelu::ref {

/// a + b exactly, for any a and b (Knuth).
constexpr DoubleDouble two_sum(double a, double b) {
  const double s = a + b;
  const double t = s - a;
  return {s, (a - (s - t)) + (b - t)};
}

/// a + b exactly, for |a| >= |b| (Dekker).
constexpr DoubleDouble fast_two_sum(double a, double b) {
  const double s = a + b;
  return {s, b - (s - a)};
}

/// a * b exactly.
inline DoubleDouble two_product(double a, double b) {
  const double p = a * b;
#if defined(__FP_FAST_FMA)
  return {p, std::fma(a, b, -p)};
#else
  // Veltkamp's splitting and Dekker's product: the same bits without a fused operation.
  constexpr double k_split = 134217729;  // 2^27 + 1
  const double at = k_split * a;
  const double bt = k_split * b;
  const double ah = at - (at - a);
  const double bh = bt - (bt - b);
  const double al = a - ah;
  const double bl = b - bh;
  return {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
#endif
}

constexpr DoubleDouble operator-(DoubleDouble a) { return {-a.hi, -a.lo}; }

/// Error <= 2u^2 relative to the result.
constexpr DoubleDouble operator+(DoubleDouble a, double b) {
  const DoubleDouble s = two_sum(a.hi, b);
  return fast_two_sum(s.hi, a.lo + s.lo);
}

/// Error <= 3u^2 / (1 - 4u) relative to the result, cancellation included.
constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble s = two_sum(a.hi, b.hi);
  const DoubleDouble t = two_sum(a.lo, b.lo);
  const DoubleDouble v = fast_two_sum(s.hi, s.lo + t.hi);
  return fast_two_sum(v.hi, t.lo + v.lo);
}

/// Error <= 2u^2 relative.
inline DoubleDouble operator*(DoubleDouble a, double b) {
  const DoubleDouble p = two_product(a.hi, b);
  return fast_two_sum(p.hi, p.lo + a.lo * b);
}

/// Error <= 7u^2 relative.
inline DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble p = two_product(a.hi, b.hi);
  return fast_two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

/// One Newton correction of the quotient of the high parts. Error <= 15u^2 relative.
inline DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double q = a.hi / b.hi;
  const DoubleDouble rest = a + -(b * q);
  return fast_two_sum(q, rest.hi / b.hi);
}

/// a * 2^e, exactly unless it leaves the range of doubles.
inline DoubleDouble scaled(DoubleDouble a, int e) {
  return {std::ldexp(a.hi, e), std::ldexp(a.lo, e)};
}

}  // namespace gelu::ref
