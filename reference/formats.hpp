// SPDX-License-Identifier: Apache-2.0
// The number formats of the matrix as data, and the way between their bits and double. Every value
// of every format is a double, so that one decoder and one encoder serve all of them.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "kernels/types.hpp"

namespace gelu::ref {

/// A binary format: sign bit, exponent field, precision - 1 fraction bits.
struct Format {
  int bits;                  ///< width in memory
  int precision;             ///< significant bits, the hidden one included
  int min_exponent;          ///< of the smallest normal number, 2^min_exponent
  int max_exponent;          ///< of the largest finite number
  std::uint64_t max_finite;  ///< bits of the largest finite number
  std::uint64_t overflow;  ///< bits of what rounds beyond it: infinity, or NaN where there is none
  std::uint64_t nan;       ///< bits of the canonical quiet NaN
};

/// f32_bf16 and i8 throw.
constexpr Format format(Dtype dtype) {
  switch (dtype) {
    case Dtype::f64:
      return {64, 53, -1022, 1023, 0x7fefffffffffffff, 0x7ff0000000000000, 0x7ff8000000000000};
    case Dtype::f32:
      return {32, 24, -126, 127, 0x7f7fffff, 0x7f800000, 0x7fc00000};
    case Dtype::f16:
      return {16, 11, -14, 15, 0x7bff, 0x7c00, 0x7e00};
    case Dtype::bf16:
      return {16, 8, -126, 127, 0x7f7f, 0x7f80, 0x7fc0};
    case Dtype::e4m3:
      // OCP fp8: no infinity, exponent 15 is in use, only all ones is NaN. Beyond 448: NaN.
      return {8, 4, -6, 8, 0x7e, 0x7f, 0x7f};
    case Dtype::e5m2:
      return {8, 3, -14, 15, 0x7b, 0x7c, 0x7e};
    case Dtype::f32_bf16:  // is two formats: ask for its input's or its output's
    case Dtype::i8:        // means what its scale says
      break;
  }
  throw std::invalid_argument("f32_bf16 and i8 are no number formats");
}

constexpr std::uint64_t sign_bit(Dtype dtype) {
  return std::uint64_t{1} << (format(dtype).bits - 1);
}
/// All bits but the sign.
constexpr std::uint64_t magnitude(Dtype dtype, std::uint64_t bits) {
  return bits & (sign_bit(dtype) - 1);
}
constexpr bool is_nan(Dtype dtype, std::uint64_t bits) {
  const Format f = format(dtype);
  return magnitude(dtype, bits) > (dtype == Dtype::e4m3 ? f.max_finite : f.overflow);
}

/// 2^e as a double, for e of a normal double.
constexpr double pow2(int e) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(e + 1023) << 52);
}

/// The value of the encoding `bits`, exactly. Any NaN gives the canonical quiet NaN.
constexpr double decode(Dtype dtype, std::uint64_t bits) {
  if (is_nan(dtype, bits)) return std::numeric_limits<double>::quiet_NaN();
  if (dtype == Dtype::f64) return std::bit_cast<double>(bits);
  const Format f = format(dtype);
  const std::uint64_t magnitude_bits = magnitude(dtype, bits);
  const bool negative = bits != magnitude_bits;
  const int fraction_bits = f.precision - 1;
  const auto field = static_cast<int>(magnitude_bits >> fraction_bits);
  const std::uint64_t hidden = std::uint64_t{1} << fraction_bits;
  const std::uint64_t significand =
      (magnitude_bits & (hidden - 1)) | (field == 0 ? std::uint64_t{0} : hidden);
  // The quantum of f32 is 2^-149: both factors are exact doubles and so is the product.
  double value = static_cast<double>(significand) *
                 pow2((field == 0 ? 1 : field) - 1 + f.min_exponent - fraction_bits);
  if (magnitude_bits > f.max_finite) value = std::numeric_limits<double>::infinity();
  return negative ? -value : value;
}

/// The magnitude (significand + sticky) * 2^exponent, where sticky is a positive amount below one,
/// rounded to the nearest encoding, ties to even. significand < 2^63.
constexpr std::uint64_t encode_magnitude(Dtype dtype, std::uint64_t significand, int exponent,
                                         bool sticky) {
  const Format f = format(dtype);
  if (significand == 0) return 0;  // a lone sticky amount would be below every quantum in use
  const int top = static_cast<int>(std::bit_width(significand)) - 1 + exponent;
  if (top > f.max_exponent) return f.overflow;
  const int clamped = top < f.min_exponent ? f.min_exponent : top;
  const int shift = clamped - (f.precision - 1) - exponent;  // from units of 2^exponent to quanta
  std::uint64_t quanta = 0;
  if (shift <= 0) {
    quanta = significand << -shift;
  } else if (shift < 64) {
    const std::uint64_t half = std::uint64_t{1} << (shift - 1);
    const std::uint64_t rest = significand & (2 * half - 1);
    quanta = significand >> shift;
    const bool tie = rest == half && !sticky;
    if (rest > half || (rest == half && sticky) || (tie && (quanta & 1) != 0)) ++quanta;
  }
  // A carry out of the significand runs into the exponent field, as it should.
  const std::uint64_t bits =
      (static_cast<std::uint64_t>(clamped - f.min_exponent) << (f.precision - 1)) + quanta;
  return bits > f.max_finite ? f.overflow : bits;
}

/// A double rounded once to `dtype`, ties to even. NaN gives the canonical quiet NaN.
constexpr std::uint64_t encode(Dtype dtype, double value) {
  if (value != value) return format(dtype).nan;
  const auto all = std::bit_cast<std::uint64_t>(value);
  const std::uint64_t double_magnitude = all & ~(std::uint64_t{1} << 63);
  const auto field = static_cast<int>(double_magnitude >> 52);
  const std::uint64_t hidden = std::uint64_t{1} << 52;
  const std::uint64_t significand = (double_magnitude & (hidden - 1)) | (field == 0 ? 0 : hidden);
  std::uint64_t bits = format(dtype).overflow;
  if (field != 0x7ff)
    bits = encode_magnitude(dtype, significand, (field == 0 ? 1 : field) - 1075, false);
  if (bits == format(dtype).nan) return bits;
  return all == double_magnitude ? bits : bits | sign_bit(dtype);
}

}  // namespace gelu::ref
