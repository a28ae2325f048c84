// SPDX-License-Identifier: Apache-2.0
// The judge: MPFR with Ziv's test. A result is computed with an error bound; when both ends of its
// interval round to the same encoding, that is the answer, else the precision doubles.
//
// None of the smooth formulas has a value that is a breakpoint of rounding at x != 0 (each is x
// times a transcendental function of an algebraic number, or close to one), so the loop ends.
#include <cstdlib>
#include <optional>

#include "reference/closed_form.hpp"
#include "reference/formats.hpp"
#include "reference/real.hpp"
#include "reference/reference.hpp"

namespace gelu::ref {
namespace {

/// A value and what its error is relative to: |value| where nothing cancels, the sum of the terms'
/// magnitudes for a derivative.
struct Term {
  Real value, scale;
};

/// Every chain below loses at most this many bits: the argument of an exponential is at most
/// 2^11 with a relative error of a few 2^-precision, and all other steps lose a few units.
constexpr int k_lost_bits = 18;

Term add(const Real& a, const Real& b) {
  const mpfr_prec_t precision = mpfr_get_prec(a.get());
  Term sum{Real(precision), Real(precision)};
  Real magnitude(precision);
  mpfr_add(sum.value.get(), a.get(), b.get(), MPFR_RNDN);
  mpfr_abs(sum.scale.get(), a.get(), MPFR_RNDU);
  mpfr_abs(magnitude.get(), b.get(), MPFR_RNDU);
  mpfr_add(sum.scale.get(), sum.scale.get(), magnitude.get(), MPFR_RNDU);
  return sum;
}

/// exact GELU: x Phi(x) with Phi(x) = erfc(-x/sqrt 2)/2; Phi(x) + x phi(x).
Term erf_formula(Pass pass, const Real& x, mpfr_prec_t precision) {
  Real z(precision);
  mpfr_set_ui(z.get(), 2, MPFR_RNDN);
  mpfr_rec_sqrt(z.get(), z.get(), MPFR_RNDN);
  mpfr_mul(z.get(), z.get(), x.get(), MPFR_RNDN);
  mpfr_neg(z.get(), z.get(), MPFR_RNDN);
  Real value(precision);
  mpfr_erfc(value.get(), z.get(), MPFR_RNDN);
  mpfr_div_2ui(value.get(), value.get(), 1, MPFR_RNDN);
  if (pass == Pass::forward) {
    mpfr_mul(value.get(), value.get(), x.get(), MPFR_RNDN);
    return {value, value};
  }
  Real density(precision);  // x phi(x); x^2 is exact at this precision
  mpfr_sqr(density.get(), x.get(), MPFR_RNDN);
  mpfr_div_si(density.get(), density.get(), -2, MPFR_RNDN);
  mpfr_exp(density.get(), density.get(), MPFR_RNDN);
  Real root(precision);
  mpfr_const_pi(root.get(), MPFR_RNDN);
  mpfr_mul_2ui(root.get(), root.get(), 1, MPFR_RNDN);
  mpfr_rec_sqrt(root.get(), root.get(), MPFR_RNDN);
  mpfr_mul(density.get(), density.get(), root.get(), MPFR_RNDN);
  mpfr_mul(density.get(), density.get(), x.get(), MPFR_RNDN);
  return add(value, density);
}

/// The others are x s(v(x)) with the logistic s: v = x (silu), 1.702 x (sigmoid), and for tanh
/// 2 sqrt(2/pi) (x + 0.044715 x^3), because (1 + tanh u)/2 = s(2u). Sets v and v'.
void inner(Formula formula, const Real& x, Real& v, Real& slope) {
  mpfr_set_ui(slope.get(), 1, MPFR_RNDN);
  if (formula == Formula::sigmoid) {
    mpfr_set_ui(slope.get(), 1702, MPFR_RNDN);
    mpfr_div_ui(slope.get(), slope.get(), 1000, MPFR_RNDN);
  }
  mpfr_mul(v.get(), slope.get(), x.get(), MPFR_RNDN);
  if (formula != Formula::tanh) return;
  const mpfr_prec_t precision = mpfr_get_prec(v.get());
  Real cubic(precision), root(precision);
  mpfr_sqr(cubic.get(), x.get(), MPFR_RNDN);
  mpfr_mul_ui(cubic.get(), cubic.get(), 44715, MPFR_RNDN);
  mpfr_div_ui(cubic.get(), cubic.get(), 1000000, MPFR_RNDN);  // 0.044715 x^2
  mpfr_const_pi(root.get(), MPFR_RNDN);
  mpfr_div_2ui(root.get(), root.get(), 3, MPFR_RNDN);
  mpfr_rec_sqrt(root.get(), root.get(), MPFR_RNDN);  // 2 sqrt(2/pi) = sqrt(8/pi)
  mpfr_mul_ui(slope.get(), cubic.get(), 3, MPFR_RNDN);
  mpfr_add_ui(slope.get(), slope.get(), 1, MPFR_RNDN);
  mpfr_mul(slope.get(), slope.get(), root.get(), MPFR_RNDN);
  mpfr_add_ui(cubic.get(), cubic.get(), 1, MPFR_RNDN);
  mpfr_mul(v.get(), cubic.get(), root.get(), MPFR_RNDN);
  mpfr_mul(v.get(), v.get(), x.get(), MPFR_RNDN);
}

/// s(v) = 1/(1 + exp(-v)): no cancellation for either sign of v.
Real logistic(const Real& v, bool negate) {
  Real s(mpfr_get_prec(v.get()));
  if (negate) {
    mpfr_set(s.get(), v.get(), MPFR_RNDN);
  } else {
    mpfr_neg(s.get(), v.get(), MPFR_RNDN);
  }
  mpfr_exp(s.get(), s.get(), MPFR_RNDN);
  mpfr_add_ui(s.get(), s.get(), 1, MPFR_RNDN);
  mpfr_ui_div(s.get(), 1, s.get(), MPFR_RNDN);
  return s;
}

/// x s; s + x s (1 - s) v', with 1 - s = s(-v) computed apart.
Term logistic_formula(Formula formula, Pass pass, const Real& x, mpfr_prec_t precision) {
  Real v(precision), slope(precision);
  inner(formula, x, v, slope);
  Real s = logistic(v, false);
  Real product(precision);
  mpfr_mul(product.get(), s.get(), x.get(), MPFR_RNDN);
  if (pass == Pass::forward) return {product, product};
  const Real rest = logistic(v, true);
  mpfr_mul(product.get(), product.get(), rest.get(), MPFR_RNDN);
  mpfr_mul(product.get(), product.get(), slope.get(), MPFR_RNDN);
  return add(s, product);
}

/// One round of Ziv's loop: the result, if this precision decides it.
std::optional<std::uint64_t> attempt(Formula formula, Pass pass, double x, Dtype to,
                                     mpfr_prec_t precision) {
  const Real exact_x(53, x);
  const Term term = formula == Formula::erf ? erf_formula(pass, exact_x, precision)
                                            : logistic_formula(formula, pass, exact_x, precision);
  Real error(term.scale);
  mpfr_abs(error.get(), error.get(), MPFR_RNDU);
  mpfr_div_2ui(error.get(), error.get(), static_cast<unsigned long>(precision - k_lost_bits),
               MPFR_RNDU);
  Real low(precision), high(precision);
  mpfr_sub(low.get(), term.value.get(), error.get(), MPFR_RNDD);
  mpfr_add(high.get(), term.value.get(), error.get(), MPFR_RNDU);
  const std::uint64_t bits = encode(to, low);
  if (bits != encode(to, high)) return std::nullopt;
  return bits;
}

}  // namespace

std::uint64_t rounded_mpfr(Formula formula, Pass pass, Dtype from, std::uint64_t x_bits, Dtype to) {
  const double x = decode(from, x_bits);
  if (const auto bits = closed_form(formula, pass, from, x, to)) return *bits;
  const WideExponents wide;
  if (!is_smooth(formula)) {  // leaky_relu of a negative double: one exact product
    Real product(106, x);
    mpfr_mul_d(product.get(), product.get(), leaky_slope(from), MPFR_RNDN);
    return encode(to, product);
  }
  for (mpfr_prec_t precision = 128; precision <= 4096; precision *= 2)
    if (const auto bits = attempt(formula, pass, x, to, precision)) return *bits;
  std::abort();  // a value within 2^-4000 of a breakpoint: there is none
}

}  // namespace gelu::ref
