// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/erf_cr.hpp"
#include "kernels/math/correct_rounding.hpp"
#include "kernels/method.hpp"

namespace gelu::methods {

/// x Phi(x), correctly rounded: 0 of 2^32 wrong. In double, Phi(-t) = 2^(-c t^2) M(t), M on 16
/// segments, y = max(x, 0) - t Phi(-t) with a relative error below 2^-34. Where y (1 - 2^-34) and
/// y (1 + 2^-34) round to the same float, that is the answer; elsewhere (a vector in a few hundred)
/// the same formula runs once more as a sum of two doubles, and only those lanes take its result.
/// Odd subnormals are ties but for the term x^2 / sqrt(2 pi): a bias below the error decides them.
struct erf_cr {
  static constexpr About about{
      .name = "erf_cr", .formula = Formula::erf, .dtypes = k_f32_and_16bit, .passes = k_all_passes};

  template <class V>
  GELU_FN static V forward(V x) {
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
};

}  // namespace gelu::methods
