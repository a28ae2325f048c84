// SPDX-License-Identifier: Apache-2.0
// Tables of Phi(-t), computed while compiling.
#pragma once

#include <cstddef>

#include "kernels/coefficients/exp.hpp"
#include "kernels/coefficients/mills.hpp"

namespace gelu::math {

/// Phi(-t) for 0 <= t <= 8 to about 1e-15: more than any table below resolves. exp(-t^2/2) as the
/// 64th power of a short Taylor sum, Mills' ratio from the fit that erf_mills uses.
constexpr double phi_tail(double t) {
  constexpr auto ratio = coefficients::mills_ratio<double>();
  const double a = -t * t / 128;
  double e = 1;
  for (int k = 16; k > 0; --k) e = 1 + a / k * e;
  for (int k = 0; k < 6; ++k) e *= e;
  const double w = t / (t + 3.5) - 0.34375;
  double q = 0;
  for (std::size_t k = std::size(ratio.c); k-- > 0;) q = q * w + ratio.c[k];
  return e * q / (t + 3.5);
}

/// Phi(-t) at N + 1 points `limit`/N apart; the last is 0, and so is one more for interpolation.
template <class T, std::size_t N>
struct PhiTable {
  T values[N + 2];
};

template <class T, std::size_t N>
constexpr PhiTable<T, N> phi_table(double limit) {
  PhiTable<T, N> table{};
  for (std::size_t i = 0; i < N; ++i) {
    table.values[i] = static_cast<T>(phi_tail(limit * static_cast<double>(i) / N));
  }
  return table;
}

}  // namespace gelu::math
