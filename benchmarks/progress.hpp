// SPDX-License-Identifier: Apache-2.0
// How far a run is, on stderr, with the time left.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace gelu::bench {

using Clock = std::chrono::steady_clock;
inline double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }

class Progress {
 public:
  Progress(double planned_s, std::size_t samples);
  ~Progress();
  void add(double planned_s);
  /// The samples so far, by planned time.
  double done_part() const { return std::min(1.0, done_ / planned_); }

 private:
  double planned_, done_ = 0;
  std::size_t samples_, taken_ = 0;
  Clock::time_point start_ = Clock::now(), shown_ = start_;
  bool terminal_;
};

}  // namespace gelu::bench
