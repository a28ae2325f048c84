// SPDX-License-Identifier: Apache-2.0
// Was the machine itself while a sample was taken? A fixed piece of work before and after each
// sample shows its clock and its neighbours.
#pragma once

#include <functional>
#include <vector>

#include "benchmarks/machine.hpp"
#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

/// Calibrations this much slower or faster than the run's usual ones disturb a sample.
inline constexpr double k_calibration_moved = 0.03;
/// Of more than this part of the rows, a repetition would find the same machine.
inline constexpr double k_too_many = 1.0 / 3;

/// Nanoseconds of the fixed work: a chain of multiplications, no memory; the fastest of three.
double calibration_ns();

/// Begins before a sample, ends after it.
class Watch {
 public:
  Watch() : ticks_(cpu_ticks()), before_ns_(calibration_ns()) {}
  /// Of both calibrations the one further from usual is kept when that is known: the slower one.
  void end(Sample& sample) const;

 private:
  Ticks ticks_;
  double before_ns_;
};

/// The median of all samples' calibrations; 0 without samples.
double usual_calibration(const std::vector<Item>& items);
/// How far calibrations spread: 95th minus 5th percentile, in percent of the median.
double calibration_spread_pct(const std::vector<Item>& items);
/// "calibration", "steal" or "calibration, steal" when half of the samples or more were taken so.
std::string disturbance(const Item& item, double usual_ns);

/// Fills in `disturbed`, after measuring disturbed items once more with `again`, which replaces
/// their samples. Returns how many were measured again; too many at once are only marked.
std::size_t settle(std::vector<Item>& items, const std::function<void(std::vector<Item>&)>& again);

}  // namespace gelu::bench
