// SPDX-License-Identifier: Apache-2.0
// The table of certified bounds, kernels/bounds.csv: per method, pass, dtype and fma the largest
// error in ulp to the own formula (for gradients the conditioned one), with the input that gives
// it, and the hash of all results that were judged. Portable methods only: what a library or a
// hardware estimate does is observed, not promised.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/accuracy_sweep.hpp"

namespace gelu::bench {

/// A largest error, measured and rounded up to three significant digits, and the encoding of its x.
struct Limit {
  double max;
  std::uint64_t worst_x;
};

struct Bound {
  std::string method;
  Pass pass;
  Dtype dtype;
  bool fma;
  Limit ulp, abs;  ///< a kernel without a tail is off by 2^24 ulp there: its promise is `abs`
  std::optional<std::uint64_t> hash;  ///< of all results; none where inputs were searched (f64)
};

/// v rounded up to three significant digits.
double round_up(double v);
/// The table as CSV: `known` with the rows of these results replaced or added, less the methods
/// that no longer exist.
std::string bounds_text(std::vector<Bound> known, const std::vector<GroupState>&);
/// Throws std::runtime_error with one line that names file, line and cause.
std::vector<Bound> read_bounds(const std::filesystem::path&);
/// The bound of a kernel; null when there is none.
const Bound* find_bound(const std::vector<Bound>&, const Cell&);
/// One line per broken bound: measured > bound, bound > 1.1 measured (where not exhaustive: the
/// error at worst_x is judged), other bits than those that were judged (where exhaustive), or no
/// bound for a portable kernel.
std::vector<std::string> check_bounds(const std::vector<Bound>&, const std::vector<GroupState>&);
/// The error of a kernel at one input, in ulp and absolute; infinite when a class is wrong.
struct PointError {
  double ulp, abs;
};
PointError error_at(const Cell&, std::uint64_t x);

}  // namespace gelu::bench
