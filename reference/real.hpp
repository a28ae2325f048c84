// SPDX-License-Identifier: Apache-2.0
// An MPFR number that frees itself, and its rounding to the formats of the matrix.
#pragma once

#include <mpfr.h>

#include <cstdint>

#include "reference/formats.hpp"

namespace gelu::ref {

class Real {
 public:
  explicit Real(mpfr_prec_t precision) { mpfr_init2(value_, precision); }
  Real(mpfr_prec_t precision, double x) : Real(precision) { mpfr_set_d(value_, x, MPFR_RNDN); }
  Real(const Real& other) : Real(mpfr_get_prec(other.value_)) {
    mpfr_set(value_, other.value_, MPFR_RNDN);
  }
  Real& operator=(const Real& other) {
    if (this != &other) {
      mpfr_set_prec(value_, mpfr_get_prec(other.value_));
      mpfr_set(value_, other.value_, MPFR_RNDN);
    }
    return *this;
  }
  ~Real() { mpfr_clear(value_); }
  mpfr_ptr get() { return value_; }
  mpfr_srcptr get() const { return value_; }

 private:
  mpfr_t value_;
};

/// MPFR's exponent range is a variable of the thread, and a host program may have narrowed it. This
/// widens it to the limit for a scope, so that exp(-x^2/2) keeps its sign and size.
class WideExponents {
 public:
  WideExponents() : min_(mpfr_get_emin()), max_(mpfr_get_emax()) {
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_set_emax(mpfr_get_emax_max());
    // MPFR keeps pi and log 2 per thread: to be freed when the thread ends.
    struct Caches {
      ~Caches() { mpfr_free_cache2(MPFR_FREE_LOCAL_CACHE); }
    };
    static thread_local const Caches caches;
    static_cast<void>(&caches);
  }
  WideExponents(const WideExponents&) = delete;
  WideExponents& operator=(const WideExponents&) = delete;
  ~WideExponents() {
    mpfr_set_emin(min_);
    mpfr_set_emax(max_);
  }

 private:
  mpfr_exp_t min_, max_;
};

/// A finite number rounded once to `to`, ties to even.
inline std::uint64_t encode(Dtype to, const Real& x) {
  if (mpfr_zero_p(x.get()) != 0) return mpfr_signbit(x.get()) != 0 ? sign_bit(to) : 0;
  // Truncated to 62 bits, with a sticky bit for the rest: encode_magnitude rounds.
  Real top(62);
  const bool sticky = mpfr_abs(top.get(), x.get(), MPFR_RNDZ) != 0;
  const mpfr_exp_t exponent = mpfr_get_exp(top.get()) - 62;
  mpfr_set_exp(top.get(), 62);
  const std::uint64_t significand = mpfr_get_ui(top.get(), MPFR_RNDZ);
  // Exponents beyond these bounds all round to zero or overflow alike.
  const mpfr_exp_t bounded = exponent < -4000 ? -4000 : exponent > 4000 ? 4000 : exponent;
  const std::uint64_t bits = encode_magnitude(to, significand, static_cast<int>(bounded), sticky);
  if (bits == format(to).nan) return bits;
  return mpfr_signbit(x.get()) != 0 ? bits | sign_bit(to) : bits;
}

}  // namespace gelu::ref
