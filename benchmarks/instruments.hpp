// SPDX-License-Identifier: Apache-2.0
// What this process can measure with: clock, hardware counters, a GPU's clocks.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace gelu::bench {

/// Clock: the smallest step it shows, and what one reading costs. Measured once per process.
struct Timer {
  double resolution_ns, overhead_ns;
};
const Timer& timer();

/// "available", or why instructions cannot be counted by the processor itself.
std::string hardware_counters();
/// "current, highest" SM clocks of the first GPU as nvidia-smi says; null without one.
nlohmann::ordered_json gpu_clocks();

}  // namespace gelu::bench
