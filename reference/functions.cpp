// SPDX-License-Identifier: Apache-2.0
// exp and the Mills ratio in double-double arithmetic, from tables that MPFR makes at first use (a
// few milliseconds). u = 2^-53 below.
#include <array>
#include <cmath>

#include "reference/double_double.hpp"
#include "reference/evaluate.hpp"
#include "reference/real.hpp"

namespace gelu::ref {
namespace {

/// The tables need 107 bits relative to their first terms.
constexpr mpfr_prec_t k_precision = 192;

DoubleDouble round_to_pair(const Real& x) {
  const double hi = mpfr_get_d(x.get(), MPFR_RNDN);
  Real rest(k_precision);
  mpfr_sub_d(rest.get(), x.get(), hi, MPFR_RNDN);
  return {hi, mpfr_get_d(rest.get(), MPFR_RNDN)};
}

/// The leading `bits` bits of x, which is reduced by them.
double take_bits(Real& x, mpfr_prec_t bits) {
  Real top(bits);
  mpfr_set(top.get(), x.get(), MPFR_RNDZ);
  mpfr_sub(x.get(), x.get(), top.get(), MPFR_RNDN);
  return mpfr_get_d(top.get(), MPFR_RNDN);
}

struct ExpTable {
  static constexpr int k_steps = 64;
  std::array<DoubleDouble, k_steps> powers;  ///< 2^(i/64)
  DoubleDouble sixth, twenty_fourth;
  double step_high, step_middle,
      step_low;  ///< ln2/64 in pieces: k * piece is exact for the first two
  double inverse_step;

  ExpTable() {
    const WideExponents wide;
    Real x(k_precision);
    for (int i = 0; i < k_steps; ++i) {
      mpfr_set_si_2exp(x.get(), i, -6, MPFR_RNDN);
      mpfr_exp2(x.get(), x.get(), MPFR_RNDN);
      powers[static_cast<std::size_t>(i)] = round_to_pair(x);
    }
    sixth = reciprocal(6);
    twenty_fourth = reciprocal(24);
    mpfr_const_log2(x.get(), MPFR_RNDN);
    mpfr_div_2ui(x.get(), x.get(), 6, MPFR_RNDN);
    inverse_step = 1 / mpfr_get_d(x.get(), MPFR_RNDN);
    step_high = take_bits(x, 35);
    step_middle = take_bits(x, 35);
    step_low = mpfr_get_d(x.get(), MPFR_RNDN);
  }
  static DoubleDouble reciprocal(unsigned long n) {
    Real x(k_precision, 1.0);
    mpfr_div_ui(x.get(), x.get(), n, MPFR_RNDN);
    return round_to_pair(x);
  }
};

const ExpTable& exp_table() {
  static const ExpTable table;
  return table;
}

/// Taylor coefficients of R(t) = Phi(-t)/phi(t) at t = j/8. R' = t R - 1, hence
/// (k+1) R[k+1] = t R[k] + R[k-1] for k > 0. R[k] = (-1)^k E/k! with positive moments E.
struct MillsTable {
  static constexpr int k_points = 8 * 40 + 1;
  static constexpr int k_pairs = 8;   ///< coefficients that need more than a double
  static constexpr int k_terms = 20;  ///< of all coefficients
  struct Point {
    std::array<DoubleDouble, k_pairs> pairs;
    std::array<double, k_terms - k_pairs> singles;
  };
  std::array<Point, k_points> points;

  MillsTable() {
    const WideExponents wide;
    for (int j = 0; j < k_points; ++j) points[static_cast<std::size_t>(j)] = expand(j / 8.0);
  }

  static Point expand(double t) {
    // An error e in R[0] grows to e t^k/k! in R[k]: times d^k, at most 3 e. 192 bits leave plenty.
    std::array<Real, k_terms> r = [] {
      return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array<Real, k_terms>{((void)I, Real(k_precision))...};
      }
      (std::make_index_sequence<k_terms>{});
    }();
    Real z(k_precision, t), factor(k_precision, t);
    mpfr_sqr(factor.get(), factor.get(), MPFR_RNDN);
    mpfr_div_2ui(factor.get(), factor.get(), 1, MPFR_RNDN);
    mpfr_exp(factor.get(), factor.get(), MPFR_RNDN);  // exp(t^2/2)
    mpfr_div_d(z.get(), z.get(), 2, MPFR_RNDN);
    mpfr_mul(z.get(), z.get(), sqrt2().get(), MPFR_RNDN);  // t/sqrt 2
    mpfr_erfc(r[0].get(), z.get(), MPFR_RNDN);
    mpfr_mul(r[0].get(), r[0].get(), factor.get(), MPFR_RNDN);
    mpfr_const_pi(factor.get(), MPFR_RNDN);
    mpfr_div_2ui(factor.get(), factor.get(), 1, MPFR_RNDN);
    mpfr_sqrt(factor.get(), factor.get(), MPFR_RNDN);
    mpfr_mul(r[0].get(), r[0].get(), factor.get(), MPFR_RNDN);  // sqrt(pi/2) exp(t^2/2) erfc
    for (std::size_t k = 0; k + 1 < k_terms; ++k) {
      mpfr_mul_d(r[k + 1].get(), r[k].get(), t, MPFR_RNDN);
      if (k == 0) {
        mpfr_sub_ui(r[1].get(), r[1].get(), 1, MPFR_RNDN);
      } else {
        mpfr_add(r[k + 1].get(), r[k + 1].get(), r[k - 1].get(), MPFR_RNDN);
      }
      mpfr_div_ui(r[k + 1].get(), r[k + 1].get(), k + 1, MPFR_RNDN);
    }
    Point point;
    for (std::size_t k = 0; k < k_pairs; ++k) point.pairs[k] = round_to_pair(r[k]);
    for (std::size_t k = k_pairs; k < k_terms; ++k)
      point.singles[k - k_pairs] = mpfr_get_d(r[k].get(), MPFR_RNDN);
    return point;
  }
  static Real sqrt2() {
    Real root(k_precision);
    mpfr_sqrt_ui(root.get(), 2, MPFR_RNDN);
    return root;
  }
};

}  // namespace

// y = k ln2/64 + r with |r| <= ln2/128 + 2^-40 < 2^-7.5. The products k * step_high and k *
// step_middle are exact (17 + 35 bits), k * step_low is below 2^17 2^-76 with error 2^-112; the
// sums are double-double: r has an absolute error below 2^-100. exp(r) - 1 = r + r^2/2 + r^3/6 +
// r^4/24 + r^5 q; r^5 q < 2^-44 is computed in double (error 2^-94), truncated after r^10/10!
// (error 2^-7.5*11-25 = 2^-107). The table and the products add a few u^2. Sum: below 2^-92.
ScaledExp exp(DoubleDouble y) {
  const ExpTable& table = exp_table();
  const double k = std::nearbyint(y.hi * table.inverse_step);
  const DoubleDouble r =
      ((y + -(k * table.step_high)) + -(k * table.step_middle)) + -(k * table.step_low);
  const double x = r.hi;
  const double q =
      1.0 / 120 +
      x * (1.0 / 720 + x * (1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x / 3628800))));
  const double x2 = x * x;
  DoubleDouble p = r * table.twenty_fourth + table.sixth;
  p = r * p + 0.5;
  p = r * p + 1.0;
  p = r * p + x2 * x2 * x * q;  // exp(r) - 1
  const auto n = static_cast<int>(k);
  const DoubleDouble power = table.powers[static_cast<std::size_t>(n & 63)];
  return {power + power * p, n >> 6};
}

// t = j/8 + d with |d| <= 1/16, exactly. The terms decrease at least as fast as at t = 0, where
// they are sqrt(2/pi) 2^((k-1)/2) Gamma((k+1)/2) / k! d^k of R: the first dropped one (k = 20) is
// below 2^-111, those in double (k >= 8) sum to less than 2^-40 (error 2^-93); the others have a
// few u^2.
DoubleDouble mills(double t) {
  static const MillsTable table;
  const double j = std::nearbyint(t * 8);
  const double d = t - j / 8;
  const MillsTable::Point& point = table.points[static_cast<std::size_t>(j)];
  double tail = 0;
  for (std::size_t k = point.singles.size(); k-- > 0;) tail = tail * d + point.singles[k];
  DoubleDouble sum{tail, 0};
  for (std::size_t k = point.pairs.size(); k-- > 0;) sum = point.pairs[k] + sum * d;
  return sum;
}

DoubleDouble inverse_sqrt_2pi() {
  static const DoubleDouble value = [] {
    Real x(k_precision);
    mpfr_const_pi(x.get(), MPFR_RNDN);
    mpfr_mul_2ui(x.get(), x.get(), 1, MPFR_RNDN);
    mpfr_rec_sqrt(x.get(), x.get(), MPFR_RNDN);
    return round_to_pair(x);
  }();
  return value;
}

// v = a (x + b x^3), v' = a (1 + 3 b x^2), a = sqrt(8/pi), b = 0.044715. All terms of one sign: a
// few operations, relative error below 2^-100.
Inner inner(Formula formula, double x) {
  struct Constants {
    DoubleDouble a, b, steepness;
  };
  static const Constants k = [] {
    Real a(k_precision), b(k_precision, 44715.0), steepness(k_precision, 1702.0);
    mpfr_const_pi(a.get(), MPFR_RNDN);
    mpfr_div_2ui(a.get(), a.get(), 3, MPFR_RNDN);
    mpfr_rec_sqrt(a.get(), a.get(), MPFR_RNDN);
    mpfr_div_ui(b.get(), b.get(), 1000000, MPFR_RNDN);
    mpfr_div_ui(steepness.get(), steepness.get(), 1000, MPFR_RNDN);
    return Constants{round_to_pair(a), round_to_pair(b), round_to_pair(steepness)};
  }();
  if (formula == Formula::silu) return {{x, 0}, {1, 0}, {}, {}};
  if (formula == Formula::sigmoid) return {k.steepness * x, k.steepness, {}, {}};
  const DoubleDouble cubic = k.b * two_product(x, x);
  const DoubleDouble curvature = k.a * k.b;
  return {k.a * (cubic + 1.0) * x, k.a * (cubic * 3.0 + 1.0), curvature * 3.0 * x, curvature};
}

}  // namespace gelu::ref
