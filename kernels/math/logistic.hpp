// SPDX-License-Identifier: Apache-2.0
// x * sigma(v(x)) for odd, growing v, through E = exp(-v(|x|)) <= 1: no overflow, hence none of the
// early death of x / (1 + exp(-v)), which is 0 as soon as exp overflows.
#pragma once

#include "kernels/math/exp.hpp"

namespace gelu::math {

/// t * sigma(-v) = t * E / (1 + E), given v >= 0 at t >= 0. E is scaled last: below 2^-60 it does
/// not touch 1 + E, so its own underflow there does no harm.
template <class V>
GELU_FN V logistic_tail(V t, Pair<V> v) {
  const Exponential<V> e = exp(Pair<V>{-v.hi, -v.lo});
  const V denominator = V(1) + scale_pow2(V(1) + e.less_one, e.exponent);
  return scale_pow2(times(t, e) / denominator, e.exponent);
}

/// Its derivative at -t: sigma(-v) - t v' sigma(-v) sigma(v) = E ((1 + E) - t v') / (1 + E)^2,
/// given tv = t v'(t). The difference is formed before anything is scaled, so its zero is sharp.
template <class V>
GELU_FN V logistic_slope(Pair<V> v, V tv) {
  const Exponential<V> e = exp(Pair<V>{-v.hi, -v.lo});
  const V denominator = V(1) + scale_pow2(V(1) + e.less_one, e.exponent);
  const V numerator = times(denominator - tv, e);
  return scale_pow2(numerator / (denominator * denominator), e.exponent);
}

}  // namespace gelu::math
