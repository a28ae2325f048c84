// SPDX-License-Identifier: Apache-2.0
// What a run leaves behind so that it can be continued or merged: a file without times or machine
// names, hence equal to the byte however the work was split.
#pragma once

#include <filesystem>
#include <vector>

#include "benchmarks/accuracy_sweep.hpp"

namespace gelu::bench {

std::string state_text(const std::vector<GroupState>&);
/// Throws std::runtime_error with one line that names the file and what is wrong with it.
std::vector<GroupState> read_state(const std::filesystem::path&);
/// Adds `more` to `all`; groups that `all` lacks are appended.
void merge_states(std::vector<GroupState>& all, std::vector<GroupState> more);

}  // namespace gelu::bench
