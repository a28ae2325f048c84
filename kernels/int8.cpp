// SPDX-License-Identifier: Apache-2.0
#include "kernels/int8.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gelu {
namespace {

double logistic(double x, double v) { return x / (1 + std::exp(-v)); }

/// f(x), to a few ulp.
double value(Formula formula, double x) {
  switch (formula) {
    case Formula::erf: {
      const double lost = std::abs(x) * (0.5 * std::erfc(std::abs(x) / std::numbers::sqrt2));
      return std::max(x, 0.0) - lost;
    }
    case Formula::tanh:
      return logistic(x, std::sqrt(8 / std::numbers::pi) * (x + 0.044715 * x * x * x));
    case Formula::sigmoid:
      return logistic(x, 1.702 * x);
    case Formula::silu:
      return logistic(x, x);
    default:
      return std::max(x, 0.0);
  }
}

/// Whether `steps`, which are f(x) in double, half an integer, go up. A smooth f(x) is no such
/// number: it was rounded to x/2 near 0, where it is more than that, or to a large x, which it
/// stays below.
bool tie_goes_up(Formula formula, double x, double steps) {
  if (formula != Formula::relu) return std::abs(x) < 1;
  return std::fmod(std::floor(steps), 2) != 0;
}

}  // namespace

bool is_valid(Int8Format f) {
  return f.scale > 0 && std::isfinite(f.scale) && f.zero_point >= -128 && f.zero_point <= 127;
}

std::array<std::int8_t, 256> int8_table(Formula formula, Int8Format x, Int8Format y) {
  std::array<std::int8_t, 256> table{};
  for (int q = -128; q < 128; ++q) {
    const double v = static_cast<double>(x.scale) * (q - x.zero_point);  // exact
    const double steps = value(formula, v) / static_cast<double>(y.scale);
    const double down = std::floor(steps);
    const double rest = steps - down;
    const bool up = rest == 0.5 ? tie_goes_up(formula, v, steps) : rest > 0.5;
    const double nearest = down + (up ? 1 : 0) + y.zero_point;
    table[static_cast<std::uint8_t>(q)] =
        static_cast<std::int8_t>(std::clamp(nearest, -128.0, 127.0));
  }
  return table;
}

}  // namespace gelu
