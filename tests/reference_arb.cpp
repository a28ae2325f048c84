// SPDX-License-Identifier: Apache-2.0
#include "tests/reference_arb.hpp"

#include <arb.h>
#include <arb_hypgeom.h>

#include <array>
#include <cstdlib>
#include <optional>

#include "reference/formats.hpp"

namespace gelu::test {
namespace {

/// Owns a ball.
class Ball {
 public:
  Ball() { arb_init(ball_); }
  explicit Ball(double x) : Ball() { arb_set_d(ball_, x); }
  Ball(const Ball&) = delete;
  Ball& operator=(const Ball&) = delete;
  ~Ball() { arb_clear(ball_); }
  arb_ptr get() { return ball_; }
  arb_srcptr get() const { return ball_; }

 private:
  arb_t ball_;
};

/// x Phi(x), Phi(x) + x exp(-x^2/2)/sqrt(2 pi), with Phi(x) = erfc(-x/sqrt 2)/2.
void erf_formula(Ball& f, Pass pass, const Ball& x, slong precision) {
  Ball root, z;
  arb_sqrt_ui(root.get(), 2, precision);
  arb_div(z.get(), x.get(), root.get(), precision);
  arb_neg(z.get(), z.get());
  arb_hypgeom_erfc(f.get(), z.get(), precision);
  arb_mul_2exp_si(f.get(), f.get(), -1);
  if (pass == Pass::forward) {
    arb_mul(f.get(), f.get(), x.get(), precision);
    return;
  }
  Ball density;
  arb_sqr(density.get(), z.get(), precision);
  arb_neg(density.get(), density.get());
  arb_exp(density.get(), density.get(), precision);
  arb_const_pi(root.get(), precision);
  arb_mul_2exp_si(root.get(), root.get(), 1);
  arb_sqrt(root.get(), root.get(), precision);
  arb_div(density.get(), density.get(), root.get(), precision);
  arb_addmul(f.get(), density.get(), x.get(), precision);
}

/// x/2 (1 + tanh u); (1 + tanh u)/2 + x/2 (1 - tanh^2 u) u'. For sigmoid, u = 0.851 x.
void tanh_formula(Ball& f, Formula formula, Pass pass, const Ball& x, slong precision) {
  Ball u, slope, cube;
  if (formula == Formula::sigmoid) {
    arb_set_ui(slope.get(), 851);
    arb_div_ui(slope.get(), slope.get(), 1000, precision);
    arb_mul(u.get(), slope.get(), x.get(), precision);
  } else {
    Ball factor, square;
    arb_const_pi(factor.get(), precision);
    arb_ui_div(factor.get(), 2, factor.get(), precision);
    arb_sqrt(factor.get(), factor.get(), precision);
    arb_sqr(square.get(), x.get(), precision);
    arb_mul_ui(square.get(), square.get(), 44715, precision);
    arb_div_ui(square.get(), square.get(), 1000000, precision);
    arb_add_ui(u.get(), square.get(), 1, precision);
    arb_mul(u.get(), u.get(), x.get(), precision);
    arb_mul(u.get(), u.get(), factor.get(), precision);
    arb_mul_ui(slope.get(), square.get(), 3, precision);
    arb_add_ui(slope.get(), slope.get(), 1, precision);
    arb_mul(slope.get(), slope.get(), factor.get(), precision);
  }
  Ball tanh;
  arb_tanh(tanh.get(), u.get(), precision);
  arb_add_ui(f.get(), tanh.get(), 1, precision);
  if (pass == Pass::forward) {
    arb_mul(f.get(), f.get(), x.get(), precision);
  } else {
    arb_sqr(tanh.get(), tanh.get(), precision);
    arb_sub_ui(tanh.get(), tanh.get(), 1, precision);
    arb_neg(tanh.get(), tanh.get());
    arb_mul(tanh.get(), tanh.get(), slope.get(), precision);
    arb_addmul(f.get(), tanh.get(), x.get(), precision);
  }
  arb_mul_2exp_si(f.get(), f.get(), -1);
}

void formula_value(Ball& f, Formula formula, Pass pass, const Ball& x, slong precision) {
  if (formula == Formula::erf) {
    erf_formula(f, pass, x, precision);
  } else {
    tanh_formula(f, formula, pass, x, precision);
  }
}

/// A non-zero number to the nearest encoding: in units of the quantum of its binade, to an integer.
std::uint64_t round_arf(const arf_t value, Dtype to) {
  const ref::Format format = ref::format(to);
  const std::uint64_t sign = arf_sgn(value) < 0 ? std::uint64_t{1} << (format.bits - 1) : 0;
  slong binade = arf_abs_bound_lt_2exp_si(value) - 1;
  if (binade > format.max_exponent) binade = format.max_exponent + 1;
  if (binade < format.min_exponent) binade = format.min_exponent;
  const slong quantum = binade - format.precision + 1;
  arf_t scaled;
  fmpz_t integer;
  arf_init(scaled);
  fmpz_init(integer);
  arf_mul_2exp_si(scaled, value, -quantum);
  arf_abs(scaled, scaled);
  std::uint64_t bits = format.overflow;
  if (binade <= format.max_exponent) {
    arf_get_fmpz(integer, scaled, ARF_RND_NEAR);  // ties to even
    bits = fmpz_get_ui(integer);
    const std::uint64_t hidden = std::uint64_t{1} << (format.precision - 1);
    bits += static_cast<std::uint64_t>(binade - format.min_exponent) * hidden;
    if (bits > format.max_finite) bits = format.overflow;
  }
  arf_clear(scaled);
  fmpz_clear(integer);
  return bits == format.nan ? bits : bits | sign;
}

/// The result if both ends of the ball round to it.
std::optional<std::uint64_t> decide(const Ball& f, double x, Dtype to) {
  arf_t low, high;
  arf_init(low);
  arf_init(high);
  arb_get_lbound_arf(low, f.get(), 4000);
  arb_get_ubound_arf(high, f.get(), 4000);
  // exp(-10^600) is a ball around 0. The functions are negative below -2: this is what remains.
  if (x < -2 && arf_sgn(high) >= 0 && arf_cmpabs_2exp_si(high, -2000) < 0)
    arf_set_si_2exp_si(high, -1, -2000);
  std::optional<std::uint64_t> bits;
  if (arf_sgn(low) * arf_sgn(high) > 0 && round_arf(low, to) == round_arf(high, to))
    bits = round_arf(low, to);
  arf_clear(low);
  arf_clear(high);
  return bits;
}

}  // namespace

std::uint64_t rounded_by_arb(Formula formula, Pass pass, double x, Dtype to) {
  const Ball exact(x);
  Ball f;
  for (slong precision = 100; precision < 100000; precision *= 2) {
    formula_value(f, formula, pass, exact, precision);
    if (const auto bits = decide(f, x, to)) return *bits;
  }
  std::abort();
}

double distance_by_arb(Formula formula, Pass pass, double x, double hi, double lo, double unit) {
  const Ball exact(x), high(hi), low(lo), one(unit);
  Ball f;
  formula_value(f, formula, pass, exact, 4000);
  arb_sub(f.get(), f.get(), high.get(), 4000);
  arb_sub(f.get(), f.get(), low.get(), 4000);
  arb_div(f.get(), f.get(), one.get(), 64);
  arf_t bound;
  arf_init(bound);
  arb_get_abs_ubound_arf(bound, f.get(), 53);
  const double distance = arf_get_d(bound, ARF_RND_UP);
  arf_clear(bound);
  return distance;
}

}  // namespace gelu::test
