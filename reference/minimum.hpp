// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reference/double_double.hpp"

namespace gelu::ref {

/// Where a function from double to DoubleDouble, unimodal on [low, high], is smallest: golden
/// section. The minimum's value is good to a double's last bits, its place only to half of them.
template <class Function>
double minimum(Function f, double low, double high) {
  const double ratio = (std::sqrt(5.0) - 1) / 2;
  for (int i = 0; i < 90; ++i) {
    const double a = high - ratio * (high - low);
    const double b = low + ratio * (high - low);
    const DoubleDouble difference = f(a) + -f(b);
    (difference.hi < 0 ? high : low) = difference.hi < 0 ? b : a;
  }
  return (low + high) / 2;
}

/// Where a function from double to DoubleDouble that rises from negative to positive crosses zero.
template <class Function>
double crossing(Function f, double low, double high) {
  for (int i = 0; i < 80; ++i) {
    const double middle = (low + high) / 2;
    (f(middle).hi < 0 ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace gelu::ref
