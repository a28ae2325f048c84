// SPDX-License-Identifier: Apache-2.0
// What is known about the error of one kernel: plain data that merges in any order.
// docs/accuracy.md explains each number.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "benchmarks/certificate_sum.hpp"
#include "benchmarks/record.hpp"
#include "kernels/types.hpp"

namespace gelu::bench {

/// The largest of something and the input that gave it; among equals the smallest encoding.
struct Worst {
  static constexpr std::uint64_t k_none = std::numeric_limits<std::uint64_t>::max();
  double value = 0;
  std::uint64_t x = k_none;

  void take(double v, std::uint64_t at) {
    if (v > value || (v == value && at < x)) value = v, x = at;
  }
  void take(const Worst& w) { take(w.value, w.x); }
  bool operator==(const Worst&) const = default;
};

/// How often, and the smallest encoding where.
struct Count {
  std::uint64_t n = 0;
  std::uint64_t first = Worst::k_none;

  void take(const Count& c) {
    n += c.n;
    if (c.first < first) first = c.first;
  }
  void hit(std::uint64_t at) { take({1, at}); }
  bool operator==(const Count&) const = default;
};

/// One distance: to the own formula, or to exact GELU. ulp of the dtype at the exact value; rel
/// only where the exact value is a normal number (below, every result has a relative error up to
/// 1).
struct Distance {
  Worst ulp, abs, rel;
  void take(const Distance& d) {
    ulp.take(d.ulp);
    abs.take(d.abs);
    rel.take(d.rel);
  }
  bool operator==(const Distance&) const = default;
};

/// Where x lies, by what the formula does there.
enum class Region : std::uint8_t {
  beyond,          ///< the exact result rounds to zero
  subnormal_tail,  ///< to a subnormal number
  tail,            ///< x < -4
  middle,          ///< [-4, -1)
  gradient_zero,   ///< [-1, -0.5] (silu: [-2, -1]), backward only: the derivative changes its sign
  core,            ///< from -1 up
  tiny,            ///< |x| so small that the result is subnormal
  identity,        ///< f(x) rounds to x (forward), to 1 (backward)
};
inline constexpr std::array<std::string_view, 8> k_region_names{
    "beyond", "subnormal_tail", "tail", "middle", "gradient_zero", "core", "tiny", "identity"};
constexpr std::string_view name(Region r) { return k_region_names[static_cast<std::size_t>(r)]; }

/// A part of the inputs: a region, or one binade of one sign.
struct Part {
  std::uint64_t inputs = 0, not_correct = 0;
  Distance error;
  bool operator==(const Part&) const = default;
};

/// Histogram of errors in ulp: [0, 1/2], (1/2, 1], (1, 2], (2, 4] ... (2^29, 2^30], above.
inline constexpr std::size_t k_bins = 33;
/// The bin of a finite error.
std::size_t bin_of(double ulp);

/// Sums over inputs, weighted by the mass of N(0,1) that falls to each encoding.
enum Sum : std::uint8_t { mass, abs_error, signed_error, square_error, ulp_error, square_ulp };
inline constexpr std::size_t k_sums = 6;

/// A function has up to three monotone sections (a gradient).
inline constexpr std::size_t k_sections = 3;

struct Certificate {
  std::uint64_t inputs = 0;
  Distance error;                             ///< implementation: to the own formula
  Distance total;                             ///< to exact GELU; only where `compared_to_gelu`
  Count not_correct;                          ///< differs from the correctly rounded value
  Count sign_errors;                          ///< not zero, and of the wrong sign
  Count zero_sign_errors;                     ///< zero, and of the wrong sign
  Count nan_errors;                           ///< NaN instead of a number or the other way round
  Count inf_errors;                           ///< infinite instead of finite or the other way round
  std::array<Count, k_sections> wrong_steps;  ///< neighbours in the wrong order, per section
  std::array<std::uint64_t, k_bins> histogram{};
  std::array<ExactSum, k_sums> sums;
  std::uint64_t hash = 0;  ///< sum of ref::hash_term over all inputs
  std::array<Part, k_region_names.size()> regions;
  std::vector<Part> binades;  ///< [sign * fields + exponent field]

  /// Associative and commutative; the same inputs must not be in both.
  void merge(const Certificate&);
};

/// The largest error in ulp where, near the zero of a gradient, the ulp is that of the sum of its
/// terms' sizes, Phi + |x phi|: a relative error there says little. That sum lies in [1/4, 1/2) in
/// all of Region::gradient_zero, for each formula. For the forward pass simply the largest error.
Worst conditioned_ulp(const Certificate&, Dtype);
/// The factor from an absolute error in that region to such ulps.
double conditioned_scale(Dtype);

/// Everything, so that certificate_from gives an equal certificate. Parts without inputs are left
/// out.
Json state_of(const Certificate&);
Certificate certificate_from(const Json& state);

}  // namespace gelu::bench
