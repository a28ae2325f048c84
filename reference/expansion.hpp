// SPDX-License-Identifier: Apache-2.0
// Taylor expansions of the smooth formulas with a proven bound on a disc: what a block of
// consecutive floats shares.
#pragma once

#include <array>

#include "kernels/types.hpp"

namespace gelu::ref {

inline constexpr int k_max_degree = 15;

/// f(centre + t * radius) ~ sum of coefficients[k] t^k for |t| <= 1.
struct Expansion {
  std::array<double, k_max_degree + 1> coefficients;
  int degree;    ///< coefficients above it are zero
  double bound;  ///< of truncation, coefficients and Horner's rule in double with or without fma
};

/// centre is a float, radius a power of two, |centre| >= 4 radius.
Expansion expand(Formula, Pass, double centre, double radius);

}  // namespace gelu::ref
