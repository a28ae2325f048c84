// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/correct_rounding.hpp"
#include "kernels/math/quick_gelu.hpp"
#include "kernels/method.hpp"
#include "kernels/vec/scalar.hpp"

namespace gelu::methods {

/// x Phi(x), correctly rounded: 0 of 2^32 wrong. y = max(x, 0) - t Phi(-t), t = |x|, with an error
/// of about 2^-33: in pairs of floats where the vector has fma and does not permute 8 doubles, in
/// double elsewhere. Where y plus and less that error round to the same float, that is the answer;
/// if not (one element in 300), the formula runs again as a sum of two doubles, for them only.
struct erf_cr {
  static constexpr About about{
      .name = "erf_cr", .formula = Formula::erf, .dtypes = k_f32_and_16bit, .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
    if constexpr (V::has_fma && V::size > 1 && V::Wide::size < 8) {
      const math::QuickGelu<V> quick = math::quick_gelu(x);
      if (all_of(quick.sure)) [[likely]]
        return quick.y;
      return settled<V>(quick.y.raw(), select(quick.sure, V(0), x).raw());
    } else {
      return in_double(x);
    }
  }

 private:
  template <class V>
  GELU_FN static V in_double(V x) {
    using W = typename V::Wide;
    constexpr int parts = V::size / W::size;
    W wide[parts], below[parts], above[parts];
    widen(x, wide);
    for (int k = 0; k < parts; ++k) {
      const W y = math::likely_gelu(wide[k]);
      below[k] = y * W(1 - 0x1p-34);
      above[k] = y * W(1 + 0x1p-34);
    }
    const V low = narrow<V>(below);
    const V high = narrow<V>(above);
    const auto agreed = low == high;
    if (all_of(agreed)) [[likely]]
      return low;
    for (int k = 0; k < parts; ++k) wide[k] = math::gelu_to_odd(wide[k]);
    return select(agreed, low, narrow<V>(wide));
  }

  /// y where `left` is 0 or NaN, else the exact result for it, one by one: nearly always there is
  /// one. By value in registers, so that the caller's loop keeps nothing in memory for this call.
  template <class V>
  [[gnu::cold, gnu::noinline]] static V settled(typename V::Raw y, typename V::Raw left) {
    for (int k = 0; k < V::size; ++k) {
      if (left[k] < 0 || left[k] > 0) y[k] = math::exact_gelu<vec::Scalar<double, V>>(left[k]);
    }
    return V::from_raw(y);
  }
};

}  // namespace gelu::methods
