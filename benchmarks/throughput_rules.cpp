// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_rules.hpp"

#include <stdexcept>

namespace gelu::bench {
namespace {

Rule latency(Breadth breadth) {
  return {"f32", "forward", "registers", "1", breadth, "plain", Mode::latency};
}

}  // namespace

std::vector<Rule> preset_rules(const std::string& preset) {
  if (preset == "quick") return {{"f32", "forward", "l1,l2", "1", Breadth::family}};
  if (preset == "full")
    return {{"*", "*", "*", "1,all", Breadth::all},
            {"*", "*", "dram", "1,all", Breadth::all, "streaming"},
            latency(Breadth::all)};
  if (preset != "default")
    throw std::invalid_argument("--preset: '" + preset + "' is none of quick, default, full");
  return {{"f32", "*", "l1", "1", Breadth::all},
          {"f32", "*", "l2,l3,dram", "1", Breadth::best},
          {"f32", "forward", "l2,dram", "all", Breadth::best},
          {"f32", "forward,backward,forward_backward", "dram", "1,all", Breadth::best, "streaming"},
          latency(Breadth::best),
          {"!f32", "*", "l1,l2", "1", Breadth::best}};
}

}  // namespace gelu::bench
