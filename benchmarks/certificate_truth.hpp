// SPDX-License-Identifier: Apache-2.0
// What the kernels of one group (formula, pass, dtype) are compared with: where regions, binades
// and monotone sections begin, and for each block of encodings the exact values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/certificate.hpp"
#include "reference/reference.hpp"

namespace gelu::bench {

struct Group {
  Formula formula;
  Pass pass;
  Dtype dtype;
  bool operator==(const Group&) const = default;
  Dtype in() const { return input(dtype); }    ///< what is encoded, and walked through
  Dtype out() const { return output(dtype); }  ///< what is rounded to, and has the ulp
  /// tanh and sigmoid approximate exact GELU: they have a second distance.
  bool compared_to_gelu() const { return formula == Formula::tanh || formula == Formula::sigmoid; }
};
std::string to_string(const Group&);

/// Formulas without a kink: their gradients pass through zero.
constexpr bool smooth(Formula f) {
  return f == Formula::erf || f == Formula::tanh || f == Formula::sigmoid || f == Formula::silu;
}
/// Whether x is near the zero of the gradient (Region::gradient_zero).
constexpr bool near_gradient_zero(Formula f, double x) {
  return smooth(f) && (f == Formula::silu ? x >= -2 && x <= -1 : x >= -1 && x <= -0.5);
}

/// Consecutive encodings with the same sign, binade, region and monotone section.
struct Strip {
  static constexpr std::uint32_t k_no_binade = 0xffffffff;
  std::uint64_t first, last;  ///< [first, last)
  Region region;
  std::uint32_t binade;  ///< index into Certificate::binades; none for infinities and NaN
  std::uint8_t section;
  std::int8_t direction;  ///< of f along ascending encodings: 1, -1, or 0 (NaN)
  bool closes_section;    ///< the step from its last element turns: not judged
};

/// The borders of a group. Costs some milliseconds of MPFR.
class Map {
 public:
  explicit Map(const Group&);
  const Group& group() const { return group_; }
  /// Sorted, without gaps, over all encodings.
  const std::vector<Strip>& strips() const { return strips_; }
  const Strip& strip_of(std::uint64_t encoding) const;
  std::size_t binades() const { return binades_; }
  /// x where the formula turns, ascending.
  const std::vector<double>& turns() const { return turns_; }
  Region region_of(double x) const;
  std::uint8_t section_of(double x) const;
  /// Of f along ascending x in a section: 1 or -1.
  int direction_of(std::uint8_t section) const;
  bool compared() const { return group_.compared_to_gelu(); }

 private:
  Group group_;
  std::vector<double> turns_;
  double identity_, beyond_, subnormal_, tiny_;  ///< x at the borders of regions
  std::size_t binades_;
  std::vector<Strip> strips_;

  void find_turns();
  void find_regions();
  void make_strips();
};

/// Exact values of a block, in the layout the comparison reads.
struct Exact {
  std::vector<double> value;    ///< f(x)
  std::vector<double> scale;    ///< 1 / ulp
  std::vector<double> inverse;  ///< 1 / |f(x)|, 0 where f(x) is not a normal number
};

/// Truth of one block of ref::k_block encodings (<= 32 bits).
struct Truth {
  std::uint64_t first = 0;
  Exact own, gelu;             ///< gelu: only for groups compared to it
  std::vector<float> rounded;  ///< correctly rounded results, held as f32; canonical NaN
  std::vector<double> weight;  ///< mass of N(0,1)
  bool same_as_gelu = false;   ///< own and gelu are equal throughout
  bool weighted = false;       ///< weights are not all negligible

  Truth();
  void fill(const Map&, std::uint64_t first_encoding);
};

/// The values of 16-bit encodings, as f32; which NaN is open. f32 passes through.
void widen(Dtype, const void* values, float* out, std::size_t n);

}  // namespace gelu::bench
