// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_call.hpp"

#include <algorithm>

#include "kernels/streaming.hpp"

namespace gelu::bench {
namespace {

void run_arrays(const Kernel& k, const Way& way, const Arrays& a, std::size_t n) {
  if (way.stores == Stores::streaming) {
    run_streaming(k, a, n, way.prefetch_bytes);
  } else {
    run_ordinary(k, a, n);
  }
}

/// Biases are of a row, which all rows share.
void run_rows(const Kernel& k, const Way& way, const Arrays& a, std::size_t n) {
  for (std::size_t i = 0; i < n; i += k_columns) {
    Arrays row = from(k, a, i);
    row.with = a.with;
    run_arrays(k, way, row, std::min(k_columns, n - i));
  }
}

}  // namespace

void call(const Item& item, const Slice& s) {
  const Kernel& k = item.cell->kernel;
  if (item.way.mode == Mode::latency) return k.chain(s.x, 0, s.y, item.n);
  const Arrays arrays{s.x, s.with, s.y, s.dx};
  (k.pass == Pass::bias ? run_rows : run_arrays)(k, item.way, arrays, item.n);
  if (item.way.stores == Stores::streaming) end_streaming();
}

[[gnu::noinline]] void call(const Item& item, const Slice& slice, long times) {
  for (long i = 0; i < times; ++i) call(item, slice);
}

}  // namespace gelu::bench
