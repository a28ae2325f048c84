// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_4ulp.hpp"
#include "kernels/math/polynomial.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x) = max(x, 0) - t M(t) 2^(-c t^2), t = |x|, c = log2(e)/2 as a float.
/// M on 16 segments by permutes; 2^(-c t^2) = 2^(k/8) 2^f with |f| <= 1/16 and the error of t^2 in f, or
/// the tail would lose t^2 ulp. 2^64 rides along until the last operation, which rounds once, so
/// subnormal results too. No division, no branch; NaN and zeros pass through max(-0, x).
/// Error: the roundings of M, 2^(k/8), 2^f and two products; the largest are in the tail.
struct erf_4ulp {
  static constexpr About about{
      .name = "erf_4ulp", .formula = Formula::erf, .dtypes = bit(Dtype::f32) | k_16bit};

  template <class V>
  GELU_FN static V forward(V x) {
    using Int = typename V::Int;
    GELU_TABLE auto c = coefficients::erf_4ulp();
    const V t = min(abs(x), V(14.5F));
    // Number and centre of the segment, from the exponent and two bits of u = t + 1.
    const V u = t + V(1);
    const Int i = shr<21>(bits(u));
    const V middle = from_bits<V>((bits(u) & Int(~0x1fffff)) | Int(0x100000));
    const V d = t - (middle - V(1));
    V m = lookup16<V>(c.mills[5], i);
    for (int k = 4; k >= 0; --k) m = fma(m, d, lookup16<V>(c.mills[k], i));
    // -c t^2 = k/8 + f. In 1.5 * 2^20 + k/8, k stands in the low bits.
    const V square = t * t;
    const V error = square_error(t, square);
    const V magic(0x1.8p20F);
    const V shifted = fma(square, V(-c.c), magic);
    const V f = fma(error, V(-c.c), fma(square, V(-c.c), magic - shifted));
    const Int k = bits(shifted);
    // The table lacks the exponent that the low three bits of k bring with them.
    const V power = from_bits<V>(bits(lookup8<V>(k_powers.bits, k)) + shl<20>(k));
    const V e = fma(power * f, math::horner(f, c.exp2), power);
    return fma((m * e) * t, V(-0x1p-64F), max(V(-0.0F), x));
  }

 private:
  struct Powers {
    float bits[8];
  };
  static constexpr Powers k_powers = [] {
    Powers p{};
    constexpr auto c = coefficients::erf_4ulp();
    for (int j = 0; j < 8; ++j) {
      p.bits[j] = __builtin_bit_cast(
          float, __builtin_bit_cast(int, c.roots[j]) + (64 << 23) - (j << 20));
    }
    return p;
  }();

  /// t^2 - square, to first order.
  template <class V>
  GELU_FN static V square_error(V t, V square) {
    if constexpr (V::has_fma) {
      return fma(t, t, -square);
    } else {
      const V head = from_bits<V>(bits(t) & typename V::Int(~0xfff));
      const V rest = t - head;
      return ((head * head - square) + (rest * (t + head)));
    }
  }
};

}  // namespace gelu::methods
