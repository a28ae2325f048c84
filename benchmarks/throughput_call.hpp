// SPDX-License-Identifier: Apache-2.0
// One call of the kernel of an item, on the slice of one thread.
#pragma once

#include "benchmarks/throughput_buffers.hpp"
#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

void call(const Item& item, const Slice& slice);
/// All samples go through this loop: copies of it, inlined at different places, differ by percents.
void call(const Item& item, const Slice& slice, long times);

}  // namespace gelu::bench
