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
/// multiple of k_block), as doubles in out[0..k_block). Returns b with |out[i] - f(x_i)| <= b for
/// every finite x_i whose |f| exceeds 2^-1000; smaller values are returned as zeros of the right
/// sign. NaN gives NaN, infinities their limits. Costs a few tenths of a ns per element.
double evaluate_block(Formula, Pass, Dtype, std::uint64_t first_bits, double* out);

/// f(x) for one double, as an unevaluated sum hi + lo with |hi + lo - f(x)| <= 2^-80 |f(x)| (or
/// 2^-80 (Phi + |x phi|) near the zero of a gradient) where f(x) is a normal double.
struct DoubleDouble {
  double hi, lo;
};
DoubleDouble evaluate(Formula, Pass, double x);

}  // namespace gelu::ref
