// SPDX-License-Identifier: Apache-2.0
// The clock of the stopwatch.
#pragma once

#include <chrono>

namespace gelu::bench {

using Clock = std::chrono::steady_clock;
inline double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }

}  // namespace gelu::bench
