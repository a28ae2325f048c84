// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/correct_gelu.hpp"
#include "kernels/math/correct_slope.hpp"
#include "kernels/math/quick_slope.hpp"
#include "kernels/method.hpp"
#include "kernels/vec/scalar.hpp"

namespace gelu::methods {

/// x Phi(x), correctly rounded: 0 of 2^32 wrong. y = max(x, 0) - t Phi(-t), t = |x|, with an error
/// of about 2^-33: in pairs of floats where the vector has fma and does not permute 8 doubles, in
/// double elsewhere. Where y plus and less that error round to the same float, that is the answer;
/// if not (one element in 300), the formula runs again as a sum of two doubles, for them only.
/// The derivative in the same way.
struct erf_cr {
  static constexpr About about{.name = "erf_cr",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 1};

  template <class V>
  GELU_FN static V forward(V x) {
    if constexpr (in_pairs<V>)
      return settled<math::CorrectGelu>(math::quick_gelu(x), x);
    else
      return math::correctly_rounded<math::CorrectGelu>(x);
  }

  template <class V>
  GELU_FN static V derivative(V x) {
    if constexpr (in_pairs<V>)
      return settled<math::CorrectSlope>(math::quick_slope(x), x);
    else
      return math::correctly_rounded<math::CorrectSlope>(x);
  }

 private:
  template <class V>
  static constexpr bool in_pairs = V::has_fma&& V::size > 1 && V::Wide::size < 8;

  template <class F, class V>
  GELU_FN static V settled(const math::Quick<V>& quick, V x) {
    if (all_of(quick.sure)) [[likely]]
      return quick.y;
    return one_by_one<F, V>(quick.y.raw(), select(quick.sure, V(0), x).raw());
  }

  /// y where `left` is 0 or NaN, else the exact result for it: nearly always there is one. By value
  /// in registers, so that the caller's loop keeps nothing in memory for this call.
  template <class F, class V>
  [[gnu::cold, gnu::noinline]] static V one_by_one(typename V::Raw y, typename V::Raw left) {
    for (int k = 0; k < V::size; ++k) {
      if (left[k] < 0 || left[k] > 0)
        y[k] = F::template exact_float<vec::Scalar<double, V>>(left[k]);
    }
    return V::from_raw(y);
  }
};

}  // namespace gelu::methods
