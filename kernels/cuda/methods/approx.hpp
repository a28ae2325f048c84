// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include "kernels/coefficients/logistic.hpp"
#include "kernels/cuda/hardware.hpp"
#include "kernels/method.hpp"

namespace gelu::cuda::methods {

using gelu::methods::About;

namespace detail {
/// scale * 2u(x) = x (linear + cubic x^2) * scale, where 0.5 (1 + tanh u) = sigma(2u). The scale
/// goes into the constants.
GELU_FN V two_u(V x, double scale) {
  constexpr auto c = coefficients::logistic<double>();
  return x * gelu::vec::fma(V(static_cast<float>(scale * c.cubic[0])), x * x,
                            V(static_cast<float>(scale * c.linear[0])));
}
inline constexpr double k_log2_e = 0x1.71547652b82fep0;

/// sigma(v) from -v log2(e); 0 where the exponential overflows.
GELU_FN V sigma(V minus_v_log2_e) { return hardware::rcp(V(1) + hardware::ex2(minus_v_log2_e)); }
/// -log2(e) 1.702
inline constexpr float k_sigmoid = static_cast<float>(-1.702 * k_log2_e);
}  // namespace detail

/// 0.5 x (1 + tanh u) by the hardware's tanh: one special operation. Near -1 the hardware's error,
/// 2^-11, is larger than what is left, so there is no tail.
struct tanh_approx {
  static constexpr About about{
      .name = "tanh_approx", .formula = Formula::tanh, .origin = Origin::hardware};

  template <class W>
  GELU_FN static W forward(W x) {
    const W half = hardware::finite_below(x) * W(0.5F);
    return fma(half, hardware::tanh(detail::two_u(x, 0.5)), half);
  }
  /// (1 + th) / 2 + x (1 - th^2) u' / 2; x is held where x^2 stays finite and 1 - th^2 is 0.
  template <class W>
  GELU_FN static W derivative(W x) {
    constexpr auto c = coefficients::logistic<float>();
    const W a = hardware::max_nan(hardware::min_nan(x, W(1e6F)), W(-1e6F));
    const W th = hardware::tanh(detail::two_u(a, 0.5));
    const W slope = a * W(0.25F) * fma(W(c.cubic_times_3), a * a, W(c.linear[0]));
    return fma(slope, fma(-th, th, W(1)), fma(W(0.5F), th, W(0.5F)));
  }
};

/// x sigma(2u) by the hardware's 2^z and reciprocal.
struct tanh_ex2_rcp {
  static constexpr About about{
      .name = "tanh_ex2_rcp", .formula = Formula::tanh, .origin = Origin::hardware};

  template <class W>
  GELU_FN static W forward(W x) {
    return hardware::finite_below(x) * detail::sigma(detail::two_u(x, -detail::k_log2_e));
  }
};

/// x sigma(1.702 x), likewise.
struct sigmoid_ex2_rcp {
  static constexpr About about{
      .name = "sigmoid_ex2_rcp", .formula = Formula::sigmoid, .origin = Origin::hardware};

  template <class W>
  GELU_FN static W forward(W x) {
    return hardware::finite_below(x) * detail::sigma(x * W(detail::k_sigmoid));
  }
  /// sigma (1 + v (1 - sigma)), v = 1.702 x held where sigma is 0 or 1 already.
  template <class W>
  GELU_FN static W derivative(W x) {
    constexpr auto c = coefficients::logistic<float>();
    const W held = hardware::max_nan(x, W(-100.0F));
    const W s = detail::sigma(held * W(detail::k_sigmoid));
    return s * fma(min(held * W(c.sigmoid[0]), W(200.0F)), W(1) - s, W(1));
  }
};

/// x Phi(x) by CUDA's normcdff, as ONNX Runtime has it. -inf gives NaN.
struct normcdf {
  static constexpr About about{
      .name = "normcdf", .formula = Formula::erf, .origin = Origin::library};

  template <class W>
  GELU_FN static W forward(W x) {
    return x * map(
                   [](float a) {
#if defined(__CUDA_ARCH__)
                     return ::normcdff(a);
#else
                     return static_cast<float>(
                         std::erfc(static_cast<double>(a) * -0.70710678118654752) / 2);
#endif
                   },
                   x);
  }
};

}  // namespace gelu::cuda::methods
