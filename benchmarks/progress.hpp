// SPDX-License-Identifier: Apache-2.0
// How far a run is, on stderr, with the time left.
#pragma once

#include <cstddef>

#include "benchmarks/clock.hpp"

namespace gelu::bench {

class Progress {
 public:
  Progress(double planned_s, std::size_t samples);
  ~Progress();
  void add(double planned_s);
  /// What was planned for the samples so far.
  double done_s() const { return done_; }

 private:
  double planned_, done_ = 0;
  std::size_t samples_, taken_ = 0;
  Clock::time_point start_ = Clock::now(), shown_ = start_;
  bool terminal_;
};

}  // namespace gelu::bench
