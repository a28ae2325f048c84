// SPDX-License-Identifier: Apache-2.0
// Does somebody else work on this core? Its second hardware thread may be another virtual
// machine's: then the ports give up to half as much, and neither load nor stolen time says so. Only
// work that needs the whole core feels it.
#pragma once

#include <vector>

namespace gelu::bench {

/// Fixed work in nanoseconds, each the fastest of three runs, some 20 microseconds in all.
struct Calibration {
  double chain_ns;  ///< multiplications that wait for each other: the clock
  double ports_ns;  ///< additions that do not: all that the core gives in a cycle
};
Calibration calibrate();

/// A core is shared while the ports take so much longer, in cycles, than at their best.
inline constexpr double k_shared = 1.08;

/// What this process has seen of its core. Not for several threads at once.
class Neighbours {
 public:
  /// Looks for so long (once at least), to learn what the core gives when nobody is beside.
  explicit Neighbours(double look_s);
  /// Whether somebody was; learns from it.
  bool beside(const Calibration& seen);
  /// Waits until nobody is; false: somebody was all the time.
  bool wait(double limit_s);
  /// Of the first looks, in percent; by the best that is known now.
  double shared_pct() const;

 private:
  bool above(const Calibration& seen) const;
  /// The fastest of each, apart: an interrupted chain would make the best of their ratios.
  Calibration best_{1e18, 1e18};
  std::vector<Calibration> first_;
};

/// Of this process; it looked for half a second before it was first asked.
Neighbours& neighbours();

}  // namespace gelu::bench
