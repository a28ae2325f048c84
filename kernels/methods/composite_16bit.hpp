// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/math/phi_roots.hpp"
#include "kernels/method.hpp"

// Within one ulp of the 16-bit types with the whole tail, and nothing looked up: max(x, 0) - t
// Phi(-t), t = |x|, Phi(-t) as a polynomial squared again and again. A square doubles the relative
// error, a root halves the binades that the polynomial spans: which root is best depends on how far
// down a type's tail goes. The gradient: (t0 - t) times such a power for f'(-t), t0 its zero.
namespace gelu::methods {

/// The 16th root by a sextic: 0.794 ulp. Gradient likewise, 0.763.
struct composite_f16 {
  static constexpr About about{
      .name = "composite_f16", .formula = Formula::erf, .dtypes = bit(Dtype::f16)};

  template <class V>
  GELU_FN static V forward(V x) {
    return math::relu_minus_t_power<4>(x, coefficients::phi_root_f16());
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return math::slope_from_root<4>(x, coefficients::phi_slope_root_f16());
  }
};

/// The 64th root by a sextic: 0.714 ulp. Gradient likewise, 0.778.
struct composite_bf16 {
  static constexpr About about{.name = "composite_bf16",
                               .formula = Formula::erf,
                               .dtypes = bit(Dtype::bf16),
                               .rounds = true};

  template <class V>
  GELU_FN static V forward(V x) {
    return math::rounded_to_bf16(math::relu_minus_t_power<6>(x, coefficients::phi_root_bf16()));
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return math::slope_from_root<6>(x, coefficients::phi_slope_root_bf16());
  }
};

/// The tanh form, sigma(-2u(t)) for Phi(-t): the 32nd root by degree 7, 0.725 ulp. Gradient:
/// degree 9, 0.632.
struct tanh_composite_f16 {
  static constexpr About about{
      .name = "tanh_composite_f16", .formula = Formula::tanh, .dtypes = bit(Dtype::f16)};

  template <class V>
  GELU_FN static V forward(V x) {
    return math::relu_minus_t_power<5>(x, coefficients::tanh_root_f16());
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return math::slope_from_root<5>(x, coefficients::tanh_slope_root_f16());
  }
};

/// The 64th root by degree 9: 0.673 ulp. Gradient: degree 10, 0.608.
struct tanh_composite_bf16 {
  static constexpr About about{.name = "tanh_composite_bf16",
                               .formula = Formula::tanh,
                               .dtypes = bit(Dtype::bf16),
                               .rounds = true};

  template <class V>
  GELU_FN static V forward(V x) {
    return math::rounded_to_bf16(math::relu_minus_t_power<6>(x, coefficients::tanh_root_bf16()));
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return math::slope_from_root<6>(x, coefficients::tanh_slope_root_bf16());
  }
};

}  // namespace gelu::methods
