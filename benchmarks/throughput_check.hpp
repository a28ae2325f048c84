// SPDX-License-Identifier: Apache-2.0
// The check before the stopwatch: a kernel that computes something else is not timed.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "benchmarks/record.hpp"

namespace gelu::bench {

/// Runs kernels on a few thousand inputs and compares with the reference. The tolerance is that of
/// a sanity check (is it this formula at all?); how good a kernel is, gelu-accuracy says.
class Checker {
 public:
  explicit Checker(std::uint64_t seed) : seed_(seed) {}

  struct Verdict {
    std::string fault;          ///< empty: passed
    double ns_per_element = 0;  ///< a rough first time, for the schedule
  };
  Verdict check(const Cell& cell);

 private:
  struct Case {
    std::vector<unsigned char> x, with;  ///< elements in the kernel's dtype
    std::vector<double> y, dx;           ///< what should come out; dx: of forward_backward
  };
  const Case& case_of(const Kernel& kernel);

  std::uint64_t seed_;
  std::map<std::tuple<Formula, Pass, Dtype>, Case> cases_;
};

}  // namespace gelu::bench
