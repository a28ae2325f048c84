// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace gelu::bench {

Progress::Progress(double planned_s, std::size_t samples)
    : planned_(planned_s), samples_(samples), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (terminal_) fmt::print(stderr, "\r{:50}\r", "");
}

void Progress::add(double planned_s) {
  done_ += planned_s;
  ++taken_;
  const auto now = Clock::now();
  if (seconds(now - shown_) < (terminal_ ? 1 : 10)) return;
  shown_ = now;
  const double part = std::min(1.0, done_ / planned_);
  fmt::print(stderr, "{}{:3.0f} %  {} of {} samples, {:.0f} s left{}", terminal_ ? "\r" : "",
             100 * part, taken_, samples_, seconds(now - start_) * (1 - part) / part,
             terminal_ ? "   " : "\n");
  std::fflush(stderr);
}

}  // namespace gelu::bench
