// SPDX-License-Identifier: Apache-2.0
// The presets of gelu-throughput.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

/// How many backends of a method a rule takes: all, the best of each backend, or the best.
enum class Breadth { all, family, best };

/// A preset is a list of rules; what the user names replaces that field in each of them.
struct Rule {
  std::string dtypes, passes, levels, threads;
  Breadth breadth;
  std::string stores = "plain";
  Mode mode = Mode::throughput;
};

/// Throws std::invalid_argument for an unknown preset.
std::vector<Rule> preset_rules(const std::string& preset);

}  // namespace gelu::bench
