// SPDX-License-Identifier: Apache-2.0
// Certificates as rows of a record: one row for each reference and region, the rest beside the row
// "own formula, all inputs".
#pragma once

#include "benchmarks/accuracy_sweep.hpp"

namespace gelu::bench {

/// Appends all rows of a kernel to record["accuracy"].
void append_rows(Json& rows, const Cell&, const GroupState&, const Entry&, const Map&);
/// Appends the results at the special inputs to record["special_values"]; where there is a kernel
/// that has the same bits, only what differs from its results.
void append_special_values(Json& rows, const Cell&, const Cell* same);
/// A line per kernel for people.
std::string accuracy_table(const std::vector<GroupState>&);

}  // namespace gelu::bench
