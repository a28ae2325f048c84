// SPDX-License-Identifier: Apache-2.0
// Taylor coefficients by the differential equations, in double-double; then a bound in three parts:
//
// Truncation. f is analytic, so by Cauchy |f_k| <= M(R)/R^k, M(R) = max |f| on the disc of radius R
// around the centre c, and what follows degree n is at most M(R) q^(n+1)/(1-q) with q = radius/R
// < 1. For M, with z in the disc:
//   erf: |phi(z)| <= D = phi(c) exp(|c|R + R^2/2), because Re z^2 >= c^2 - 2|c|R - R^2; and
//     |Phi(z)| <= Phi(c) + R D, the integral along the radius. f = z Phi, f' = Phi + z phi.
//   logistic: |v(z) - v(c)| <= d = R max|v'|. If d <= pi/2 then Re exp(-v) >= 0 and |1 + exp(-v)|
//   >=
//     max(1, |exp(-v)|); if |v(c)| - d >= 1 then |1 + exp(-|v|)| >= 1 - 1/e. So with K = 1
//     or 1.582: |s| <= K min(1, exp(v(c)+d)), |1-s| <= K min(1, exp(-v(c)+d)). f = z s, f' = s + z
//     s (1-s) v'.
//   The best of several R is taken.
// Coefficients. Double-double to 2^-84 of the terms, then rounded to double.
// Horner. r_k = a_k + t r_(k+1), |t| <= 1: rounding the product and the sum costs at most
// u|r_(k+1)| + u|r_k|.
#include "reference/expansion.hpp"

#include <algorithm>
#include <cmath>

#include "reference/double_double.hpp"
#include "reference/evaluate.hpp"

namespace gelu::ref {
namespace {

constexpr std::size_t k_terms = k_max_degree + 2;  // one more: f' needs it
using Series = std::array<DoubleDouble, k_terms>;

DoubleDouble over(DoubleDouble a, std::size_t n) {
  return a / DoubleDouble{static_cast<double>(n), 0};
}

/// A series in units of 2^exponent.
struct ScaledSeries {
  Series terms;
  int exponent;
};

/// x times `below`, or its derivative.
Series times_x(Pass pass, const Series& below, double c) {
  Series f{};
  f[0] = below[0] * c;
  for (std::size_t k = 1; k < k_terms; ++k) f[k] = below[k] * c + below[k - 1];
  if (pass == Pass::forward) return f;
  for (std::size_t k = 0; k + 1 < k_terms; ++k) f[k] = f[k + 1] * static_cast<double>(k + 1);
  return f;
}

/// phi' = -x phi, Phi' = phi. Below zero in units of the exponential, as in evaluate.
ScaledSeries erf_series(Pass pass, double c) {
  const ScaledExp e = exp(scaled(-two_product(c, c), -1));
  DoubleDouble density = e.value * inverse_sqrt_2pi();
  const DoubleDouble ratio = mills(std::abs(c));
  if (c > 0) density = scaled(density, e.exponent);
  Series phi{density};
  Series below{c > 0 ? -(density * ratio) + 1.0 : density * ratio, density};
  phi[1] = -(density * c);
  for (std::size_t k = 1; k + 1 < k_terms; ++k) {
    phi[k + 1] = over(-(phi[k] * c + phi[k - 1]), k + 1);
    below[k + 1] = over(phi[k], k + 1);
  }
  return {times_x(pass, below, c), c > 0 ? 0 : e.exponent};
}

/// E = exp(-|v|), E' = -+v' E; s = 1/(1 + E) above zero, E/(1 + E) below.
ScaledSeries logistic_series(Formula formula, Pass pass, double c) {
  const Inner in = inner(formula, c);
  const bool negative = c < 0;
  const ScaledExp e = exp(negative ? in.v : -in.v);
  const std::array<DoubleDouble, 3> slope{in.slope, in.bend * 2.0, in.twist * 3.0};
  Series power{e.value};  // E in units of 2^exponent
  for (std::size_t k = 1; k < k_terms; ++k) {
    DoubleDouble sum{0, 0};
    for (std::size_t j = 1; j <= std::min<std::size_t>(k, 3); ++j)
      sum = sum + slope[j - 1] * power[k - j];
    power[k] = over(negative ? sum : -sum, k);
  }
  Series unscaled{};
  if (e.exponent > -200)
    for (std::size_t k = 0; k < k_terms; ++k) unscaled[k] = scaled(power[k], e.exponent);
  const DoubleDouble reciprocal = DoubleDouble{1, 0} / (unscaled[0] + 1.0);
  Series s{};
  for (std::size_t k = 0; k < k_terms; ++k) {
    DoubleDouble sum = negative ? power[k] : DoubleDouble{k == 0 ? 1.0 : 0.0, 0};
    for (std::size_t j = 1; j <= k; ++j) sum = sum + -(unscaled[j] * s[k - j]);
    s[k] = sum * reciprocal;
  }
  return {times_x(pass, s, c), negative ? e.exponent : 0};
}

/// exp as a double, not the C library's: the degrees chosen below are then the same everywhere.
double plain_exp(double y) {
  const ScaledExp e = exp(DoubleDouble{y, 0});
  return std::ldexp(e.value.hi, e.exponent);
}

/// M(R) for erf, given Phi(c) and phi(c).
double erf_maximum(Pass pass, double c, double below, double density, double disc) {
  const double size = std::abs(c) + disc;
  const double spread = density * plain_exp(std::abs(c) * disc + disc * disc / 2);
  const double phi_integral = below + disc * spread;
  return pass == Pass::forward ? size * phi_integral : phi_integral + size * spread;
}

/// M(R) for the logistic formulas; infinite where the disc meets neither condition.
double logistic_maximum(Formula formula, Pass pass, double c, double disc) {
  const double size = std::abs(c) + disc;
  const double v = inner(formula, c).v.hi;
  const double slope = inner(formula, size).slope.hi;
  const double d = disc * slope;
  const bool right_half_plane = d <= 1.57;
  if (!right_half_plane && std::abs(v) - d < 1) return HUGE_VAL;
  const double factor = right_half_plane ? 1 : 1.582;
  const double s = factor * plain_exp(std::min(0.0, v + d));
  const double rest = factor * plain_exp(std::min(0.0, d - v));
  return pass == Pass::forward ? size * s : s * (1 + size * slope * rest);
}

/// Smallest M(R) q^(n+1)/(1-q) for each degree n, over R = radius * 2^j.
std::array<double, k_max_degree + 1> truncation(Formula formula, Pass pass, double c,
                                                double radius) {
  std::array<double, k_max_degree + 1> best;
  best.fill(HUGE_VAL);
  double below = 0, density = 0;
  if (formula == Formula::erf) {
    const ScaledExp e = exp(scaled(-two_product(c, c), -1));
    density = std::ldexp(e.value.hi * 0.3989422804014327, e.exponent);
    below = c > 0 ? 1.0 : density * mills(-c).hi;
  }
  for (double disc = 4 * radius; disc <= 4; disc *= 2) {
    const double maximum = formula == Formula::erf ? erf_maximum(pass, c, below, density, disc)
                                                   : logistic_maximum(formula, pass, c, disc);
    const double q = radius / disc;
    double power = 1.01 * maximum / (1 - q);  // 1.01 covers the rounding of all this
    for (double& bound : best) {
      power *= q;
      bound = std::min(bound, power);
    }
  }
  return best;
}

}  // namespace

Expansion expand(Formula formula, Pass pass, double centre, double radius) {
  constexpr double u = 0x1p-53;
  const ScaledSeries series =
      formula == Formula::erf ? erf_series(pass, centre) : logistic_series(formula, pass, centre);
  Expansion result{};
  double all = 0;  // of |coefficients|
  for (std::size_t k = 0; k <= k_max_degree; ++k) {
    result.coefficients[k] =
        std::ldexp(series.terms[k].hi, series.exponent + std::ilogb(radius) * static_cast<int>(k));
    all += std::abs(result.coefficients[k]);
  }
  const auto truncated = truncation(formula, pass, centre, radius);
  std::size_t n = 1;
  while (n < k_max_degree && truncated[n] > u / 16 * all) ++n;
  result.degree = static_cast<int>(n);
  for (std::size_t k = n + 1; k <= k_max_degree; ++k) result.coefficients[k] = 0;
  double size = 0, error = 0;
  for (std::size_t k = n + 1; k-- > 0;) {
    const double a = std::abs(result.coefficients[k]);
    error += u * size + u * a;  // the product, the coefficient
    size += a;
    error += u * size;  // the sum
  }
  // Double-double errors and second-order terms are far below one per cent; coefficients below the
  // smallest normal number are off by 2^-1075 each.
  result.bound = 1.01 * (error + truncated[n]) + 0x1p-1060;
  return result;
}

}  // namespace gelu::ref
