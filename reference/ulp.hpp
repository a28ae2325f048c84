// SPDX-License-Identifier: Apache-2.0
// The one definition of ulp (unit in the last place) in this project:
//
//   error = |computed - exact| / spacing of the target type at |exact|
//
// The spacing is that of the binade [2^k, 2^(k+1)) that holds |exact|, before any rounding; never
// below the smallest subnormal, never above the spacing of the largest finite binade. No half ulp
// is taken off: a correctly rounded result scores at most 0.5. (Muller et al. 2018, section 2.3,
// call this Goldberg's ulp extended to reals.)
//
// Everything here is branch-free on integers and doubles, so that a loop over elements vectorises.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

#include "reference/formats.hpp"

namespace gelu::ref {

/// The exponent k of the binade that gives the spacing of D at |exact|. Infinity counts as the
/// largest finite binade.
template <Dtype D>
constexpr std::int64_t ulp_binade(double exact) {
  constexpr Format f = format(D);
  const auto field =
      static_cast<std::int64_t>((std::bit_cast<std::uint64_t>(exact) >> 52) & 0x7ff) - 1023;
  const std::int64_t floored = field < f.min_exponent ? f.min_exponent : field;
  return floored > f.max_exponent ? f.max_exponent : floored;
}

/// Spacing of D at |exact|, a power of two. For f64 it may be a subnormal double.
template <Dtype D>
constexpr double ulp(double exact) {
  const std::int64_t k = ulp_binade<D>(exact) - (format(D).precision - 1);
  if constexpr (D == Dtype::f64) {
    // 2^-1074 to 2^-1023 have no exponent field: build them as integers.
    return k < -1022 ? std::bit_cast<double>(std::uint64_t{1} << (k + 1074))
                     : pow2(static_cast<int>(k));
  } else {
    return pow2(static_cast<int>(k));
  }
}

/// difference / spacing of D at |exact|, signed. The scaling by a power of two is exact.
template <Dtype D>
constexpr double in_ulp(double difference, double exact) {
  const std::int64_t up = format(D).precision - 1 - ulp_binade<D>(exact);
  if constexpr (D == Dtype::f64) {
    // up reaches 1074: two factors. The first leaves every difference that matters normal.
    const std::int64_t half = up / 2;
    return difference * pow2(static_cast<int>(half)) * pow2(static_cast<int>(up - half));
  } else {
    return difference * pow2(static_cast<int>(up));
  }
}

/// Signed error of `computed` (a value of D, as a double) in ulp. `exact` need only be a double
/// near the true value: for 32 bits and less its own rounding costs at most 2^-29 ulp. NaN and
/// infinities are a matter of classes, not of ulp: this gives NaN or an infinity for them.
template <Dtype D>
constexpr double ulp_error(double computed, double exact) {
  return in_ulp<D>(computed - exact, exact);
}

/// A double in the binade of hi + lo. That is hi, unless hi was rounded up to a power of two.
constexpr double binade_of_sum(double hi, double lo) {
  const bool rounded_up = lo != 0 && (lo < 0) != (hi < 0) &&
                          (std::bit_cast<std::uint64_t>(hi) & 0x000fffffffffffff) == 0;
  return rounded_up ? std::bit_cast<double>(std::bit_cast<std::uint64_t>(hi) - 1) : hi;
}

/// The same with the true value as an unevaluated sum hi + lo: what f64 needs. computed - hi is
/// exact when they are within a factor of two of each other (Sterbenz).
template <Dtype D>
constexpr double ulp_error(double computed, double hi, double lo) {
  return in_ulp<D>((computed - hi) - lo, binade_of_sum(hi, lo));
}

/// The same for a dtype known at run time. Slower: for single values.
constexpr double ulp_error(Dtype dtype, double computed, double hi, double lo = 0) {
  switch (dtype) {
    case Dtype::f64:
      return ulp_error<Dtype::f64>(computed, hi, lo);
    case Dtype::f32:
      return ulp_error<Dtype::f32>(computed, hi, lo);
    case Dtype::f16:
      return ulp_error<Dtype::f16>(computed, hi, lo);
    case Dtype::bf16:
      return ulp_error<Dtype::bf16>(computed, hi, lo);
    case Dtype::e4m3:
      return ulp_error<Dtype::e4m3>(computed, hi, lo);
    case Dtype::e5m2:
      return ulp_error<Dtype::e5m2>(computed, hi, lo);
    case Dtype::f32_bf16:
    case Dtype::i8:
      break;
  }
  throw std::invalid_argument("f32_bf16 and i8 are no number formats");
}

}  // namespace gelu::ref
