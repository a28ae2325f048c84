// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/ex2.hpp"
#include "kernels/cuda/hardware.hpp"
#include "kernels/math/polynomial.hpp"
#include "kernels/method.hpp"

namespace gelu::cuda::methods {

using gelu::methods::About;
using gelu::methods::k_16bit;

namespace detail {
/// Beyond, everything rounds to zero.
inline constexpr float k_limit = 14.625F;

/// The square root of exp(-t^2/2): never subnormal for t up to the limit, so never flushed.
GELU_FN V root_of_gauss(V t) { return hardware::ex2(t * t * V(-0x1.715476p-2F)); }

/// h(t) for x < 0, else 1 - h(t).
GELU_FN V from_half(V x, V h) { return select(x < V(0), h, V(1) - h); }
}  // namespace detail

/// max(x, 0) - t 2^(2q(t)), t = |x|: exact GELU for one exponential and nothing else of the special
/// function unit. Its root is taken and squared by the last operation, so that the tail is not
/// flushed.
struct erf_ex2 {
  static constexpr About about{
      .name = "erf_ex2", .formula = Formula::erf, .origin = Origin::hardware};

  template <class W>
  GELU_FN static W forward(W x) {
    constexpr auto q = coefficients::half_log2_phi();
    const W t = min(abs(x), W(detail::k_limit));
    const W root = hardware::ex2(math::horner(t, q));
    return fma(t * root, -root, hardware::relu(x));
  }

  /// Phi(-t) - t phi(t) = 2^(-c t^2) S(t): one exponential for both terms. NaN stays through `t`.
  template <class W>
  GELU_FN static W derivative(W x) {
    constexpr auto s = coefficients::slope();
    const W t = hardware::min_nan(abs(x), W(detail::k_limit));
    const W root = detail::root_of_gauss(t);
    return detail::from_half(x, root * (root * math::horner(t, s)));
  }
};

/// The same for f16 and bf16: two degrees less, an error of about a fifth of a bf16's ulp anywhere
/// in the tail before the result is rounded.
struct erf_ex2_16 {
  static constexpr About about{
      .name = "erf_ex2_16", .formula = Formula::erf, .origin = Origin::hardware, .dtypes = k_16bit};

  template <class W>
  GELU_FN static W forward(W x) {
    constexpr auto q = coefficients::half_log2_phi_16();
    const W t = min(abs(x), W(detail::k_limit));
    const W root = hardware::ex2(math::horner(t, q));
    return fma(t * root, -root, hardware::relu(x));
  }
  template <class W>
  GELU_FN static W derivative(W x) {
    constexpr auto s = coefficients::slope_16();
    const W t = hardware::min_nan(abs(x), W(detail::k_limit));
    const W root = detail::root_of_gauss(t);
    return detail::from_half(x, root * (root * math::horner(t, s)));
  }

  /// Value and derivative from one exponential and one polynomial, R: Phi(-t) = E R,
  /// Phi(-t) - t phi(t) = E (R - t / sqrt(2 pi)).
  template <class W>
  GELU_FN static void both(W x, W& y, W& slope) {
    constexpr auto ratio = coefficients::ratio_16();
    const W t = hardware::min_nan(abs(x), W(detail::k_limit));
    const W root = detail::root_of_gauss(t);
    const W r = math::horner(t, ratio);
    y = fma(t * root, -(root * r), hardware::relu(x));
    slope = detail::from_half(x, root * (root * fma(t, W(-0x1.988454p-2F), r)));
  }
};

}  // namespace gelu::cuda::methods
