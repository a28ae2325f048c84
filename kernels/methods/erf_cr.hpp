// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/core_quick.hpp"
#include "kernels/math/correct_gelu.hpp"
#include "kernels/math/correct_slope.hpp"
#include "kernels/math/quick_slope.hpp"
#include "kernels/method.hpp"
#include "kernels/vec/scalar.hpp"

namespace gelu::methods {

/// x Phi(x), correctly rounded: 0 of 2^32 wrong. y = max(x, 0) - t Phi(-t), t = |x|, with an error
/// of about 2^-33: with fma in pairs of floats, else in double. Where y plus and less that error
/// round to the same float, that is the answer; if not (one element in hundreds), the formula runs
/// again as a sum of two doubles, for them only. The derivative in the same way.
struct erf_cr {
  static constexpr About about{.name = "erf_cr",
                               .formula = Formula::erf,
                               .dtypes = k_f32_and_16bit,
                               .passes = k_all_passes,
                               .together = 2,
                               .crowded = k_all_passes};

  /// In pairs of floats. Where a permute takes 16 of them, without an exponential, but then on the
  /// core only: vectors with an element outside are computed in double.
  template <class Vec>
  requires(math::quick_in_pairs<Vec>) struct Attempt {
    typename Vec::Mask sure = Vec(0) == Vec(0);

    template <class V>
    GELU_FN V forward(V x) {
      if constexpr (math::quick_in_core<V>)
        return noted(math::core_quick_gelu(x));
      else
        return noted(math::quick_gelu(x));
    }
    template <class V>
    GELU_FN V derivative(V x) {
      if constexpr (math::quick_in_core<V>)
        return noted(math::core_quick_slope(x));
      else
        return noted(math::quick_slope(x));
    }

   private:
    template <class V>
    GELU_FN V noted(const math::Quick<V>& quick) {
      sure = sure & quick.sure;
      return quick.y;
    }
  };

  template <class Vec>
  struct Otherwise {
    static constexpr float core = coefficients::core_quick().high;
    typename Vec::Mask sure;
    GELU_FN explicit Otherwise(typename Vec::Mask m) : sure(m) {}

    template <class V>
    GELU_FN V forward(V x) {
      if (math::quick_in_core<V> && any_of(x < V(-core))) return erf_cr::forward(x);
      return one_by_one<math::CorrectGelu>(x);
    }
    template <class V>
    GELU_FN V derivative(V x) {
      if (math::quick_in_core<V> && any_of(abs(x) > V(core))) return erf_cr::derivative(x);
      return one_by_one<math::CorrectSlope>(x);
    }

   private:
    /// There are few of them.
    template <class F, class V>
    GELU_FN V one_by_one(V x) {
      typename V::Raw y = x.raw();
      const typename V::Raw left = select(sure, V(0), x).raw();
      for (int k = 0; k < V::size; ++k) {
        if (left[k] < 0 || left[k] > 0)  // not NaN: what is NaN stays
          y[k] = F::template exact_float<vec::Scalar<double, V>>(left[k]);
      }
      return V::from_raw(y);
    }
  };

  template <class V>
  GELU_FN static V forward(V x) {
    return math::correctly_rounded<math::CorrectGelu>(x);
  }

  template <class V>
  GELU_FN static V derivative(V x) {
    return math::correctly_rounded<math::CorrectSlope>(x);
  }
};

}  // namespace gelu::methods
