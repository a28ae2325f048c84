// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/coefficients/logistic.hpp"
#include "kernels/coefficients/packed.hpp"
#include "kernels/cuda/hardware.hpp"
#include "kernels/method.hpp"

namespace gelu::cuda::methods {

using gelu::methods::About;
using gelu::methods::k_16bit;

/// 0.5 x (1 + tanh u) on pairs, all of it in the 16-bit type: two elements for one instruction,
/// except in the special function unit, which takes them one by one. Roundings of 16 bits
/// everywhere: an absolute error of an ulp of |x|, no tail.
struct packed_tanh {
  static constexpr About about{.name = "packed_tanh",
                               .formula = Formula::tanh,
                               .origin = Origin::hardware,
                               .dtypes = k_16bit};

  template <class S>
  GELU_FN static hardware::Pair<S> forward(hardware::Pair<S> x) {
    constexpr auto c = coefficients::logistic<float>();
    constexpr float lowest = std::is_same_v<S, F16> ? -65504.0F : -0x1.fep127F;
    const auto cubic = hardware::both<S>(c.cubic[0] / 2),
               linear = hardware::both<S>(c.linear[0] / 2);
    const auto u = mul(x, fma(cubic, mul(x, x), linear));
    const auto half = mul(max_nan(x, hardware::both<S>(lowest)), hardware::both<S>(0.5F));
    return fma(half, tanh(u), half);
  }
};

/// max(x, 0) - t v Q(v), t = min(|x|, c), v = c - t, on pairs: no special function. Absolute error
/// 1.2e-3 in f16 (rounding the exact result alone: 9.8e-4), 9.2e-3 in bf16 (7.8e-3). 0 below -c.
struct packed_poly {
  static constexpr About about{.name = "packed_poly",
                               .formula = Formula::erf,
                               .origin = Origin::portable,
                               .dtypes = k_16bit};

  template <class S>
  GELU_FN static hardware::Pair<S> forward(hardware::Pair<S> x) {
    if constexpr (std::is_same_v<S, F16>) {
      return with(x, coefficients::packed_f16(), 3.75F);
    } else {
      return with(x, coefficients::packed_bf16(), 3.25F);
    }
  }

 private:
  template <class S, std::size_t N>
  GELU_FN static hardware::Pair<S> with(hardware::Pair<S> x, math::Poly<float, N> q, float limit) {
    const auto c = hardware::both<S>(limit);
    const auto t = min(abs(x), c);
    const auto v = sub(c, t);
    auto r = hardware::both<S>(q.c[N - 1]);
#pragma unroll
    for (std::size_t k = N - 1; k-- > 0;) r = fma(r, v, hardware::both<S>(q.c[k]));
    return fma(neg(mul(t, v)), r, max_nan(x, hardware::both<S>(-0.0F)));
  }
};

}  // namespace gelu::cuda::methods
