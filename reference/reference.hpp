// SPDX-License-Identifier: Apache-2.0
// What is true: the formulas and their derivatives in high precision. MPFR is the judge; a double
// path with a proven bound does the bulk.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/types.hpp"

namespace gelu::ref {

/// Bits (in the low bits of the result) of f(x) correctly rounded, ties to even, into `to`; x is
/// given by its bits in `from`. NaN gives the canonical quiet NaN; forward(-inf) = -0,
/// backward(-inf) = -0, backward(+inf) = 1. Exact for every formula, pass and dtype.
/// Uses the double path where its bound decides, MPFR with Ziv's test elsewhere. Thread-safe.
std::uint64_t rounded(Formula, Pass, Dtype from, std::uint64_t x_bits, Dtype to);
inline std::uint64_t rounded(Formula f, Pass p, Dtype d, std::uint64_t x_bits) {
  return rounded(f, p, d, x_bits, d);
}

/// The same by MPFR alone (30 to 200 us): what the fast paths are tested against.
std::uint64_t rounded_mpfr(Formula, Pass, Dtype from, std::uint64_t x_bits, Dtype to);

/// Elements of a block: consecutive encodings that share one expansion.
inline constexpr std::size_t k_block = std::size_t{1} << 14;

/// f of the k_block consecutive encodings of `dtype` (f32, f16 or bf16) from `first_bits` (a
/// multiple of k_block), as doubles in out[0..k_block). Returns b with
///   |out[i] - f(x_i)| <= b + 2^-53 |out[i]|
/// for every finite x_i with |f(x_i)| >= 2^-1000; smaller values may come as zeros of the right
/// sign. NaN gives NaN, infinities their limits. For f16 and bf16 b = 0: these are correctly
/// rounded to double. For f32 b is about 2 to 4 units 2^-53 of the block's largest |f|, where that
/// is above 2^-200. The bits are the same on every machine. Thread-safe; costs a few tenths of a ns
/// per element. Memory: up to 3 MB per (formula, pass), made as it is needed.
double evaluate_block(Formula, Pass, Dtype, std::uint64_t first_bits, double* out);

/// f(x) for one double, as an unevaluated sum hi + lo with |hi + lo - f(x)| <= 2^-80 |f(x)| (or
/// 2^-80 (Phi + |x phi|) near the zero of a gradient), not counting at most 2^-1074 where lo is
/// lost below the smallest subnormal. leaky_relu has the slope of f64. About 0.15 us. Thread-safe.
struct DoubleDouble {
  double hi, lo;
};
DoubleDouble evaluate(Formula, Pass, double x);

/// The error of `computed` (a finite f64) in ulp, signed, against f(x): as ulp.hpp defines it, also
/// where f(x) is subnormal and a DoubleDouble no longer holds enough of it.
double ulp_error_f64(Formula, Pass, double x, double computed);

/// The hash of all results of a type of at most 32 bits: the sum modulo 2^64, over its encodings c,
/// of mix((c << 32) | rounded(c)) (reference/hash.hpp). `threads` = 0 means all of the machine's.
std::uint64_t table_hash(Formula, Pass, Dtype, unsigned threads = 0);
/// The part of the sum over first <= c < last. Parts add up, modulo 2^64.
std::uint64_t table_hash(Formula, Pass, Dtype, std::uint64_t first, std::uint64_t last);

}  // namespace gelu::ref
