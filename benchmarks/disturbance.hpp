// SPDX-License-Identifier: Apache-2.0
// Was the machine itself while a sample was taken? A fixed piece of work before and after each
// sample shows its clock and its neighbours.
#pragma once

#include <functional>
#include <vector>

#include "benchmarks/machine.hpp"
#include "benchmarks/neighbours.hpp"
#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

/// Calibrations this much slower or faster than the run's usual ones disturb a sample.
inline constexpr double k_calibration_moved = 0.03;
/// Of more than this part of the rows, a repetition would find the same machine.
inline constexpr double k_too_many = 1.0 / 3;

/// Begins before a sample, ends after it.
class Watch {
 public:
  Watch() : ticks_(cpu_ticks()), before_(calibrate()) {}
  /// Of both calibrations the slower chain is kept.
  void end(Sample& sample) const;

 private:
  Ticks ticks_;
  Calibration before_;
};

/// The median of all samples' calibrations; 0 without samples.
double usual_calibration(const std::vector<Item>& items);
/// How far calibrations spread: 95th minus 5th percentile, in percent of the median.
double calibration_spread_pct(const std::vector<Item>& items);
/// Of "calibration", "steal" and "neighbour", joined by ", ", those that half of the samples or
/// more were taken in.
std::string disturbance(const Item& item, double usual_ns);

/// Takes a shared sample again until it is not, at most for so long: each time after `wait`, which
/// is given the seconds that are left and says whether nobody is beside. Returns how often.
std::size_t take_again(Sample& sample, double limit_s, const std::function<bool(double)>& wait,
                       const std::function<Sample()>& take);

/// For a record's `environment`: calibration_spread_pct, core_shared_pct (of the time before it
/// began), samples_shared_pct, samples_retaken.
Json seen(const std::vector<Item>& items);

/// Fills in `disturbed`, after measuring disturbed items once more with `again`, which replaces
/// their samples. Returns how many were measured again; too many at once are only marked.
std::size_t settle(std::vector<Item>& items, const std::function<void(std::vector<Item>&)>& again);

}  // namespace gelu::bench
