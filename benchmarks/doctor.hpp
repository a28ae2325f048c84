// SPDX-License-Identifier: Apache-2.0
// What this machine can and cannot tell apart.
#pragma once

#include <string>

#include "benchmarks/record.hpp"

namespace gelu::bench {

/// A/A noise: the same kernel against itself, in percent.
struct Noise {
  double unpaired_pct;  ///< largest difference of two medians of 7 samples, one after the other
  double paired_pct;    ///< largest of the medians of ratios of bursts that took turns
};
Noise measure_noise(double budget_s = 3);

/// A record without rows, whose environment has the noise too; `text` is what people read.
Json doctor_record(const Run& run, std::string& text);
/// One line per fact and verdict, for people.
std::string doctor_text(const Json& environment, const Noise& noise);

}  // namespace gelu::bench
