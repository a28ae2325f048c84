// SPDX-License-Identifier: Apache-2.0
// From samples to what is recorded and printed.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

struct Quartiles {
  double min, q1, median, q3, max;
};
/// Linear interpolation between order statistics. Not for an empty list.
Quartiles quartiles(std::vector<double> values);

/// 100 x roof time / item time, once per sample of the item, against the roof's sample nearest in
/// time: what disturbs the machine for a while disturbs both. Empty where all meet the same sample,
/// because one of the two was measured once more, after all the rest.
std::vector<double> paired_percent(const std::vector<Sample>& item,
                                   const std::vector<Sample>& roof);

/// The row of an item that has samples.
Json throughput_row(const std::vector<Item>& items, const Item& item, const std::string& inputs,
                    bool checked);

/// The rows as a table for people.
std::string throughput_table(const Json& rows);

}  // namespace gelu::bench
