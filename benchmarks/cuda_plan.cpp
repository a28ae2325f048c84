// SPDX-License-Identifier: Apache-2.0
// What gelu-cuda measures, and the rows that come of it.
#include <algorithm>

#include "benchmarks/cuda_run.hpp"
#include "benchmarks/selection.hpp"
#include "benchmarks/throughput_rows.hpp"
#include "kernels/cuda/device.hpp"

namespace gelu::bench {
namespace {

std::string dtype_of(const cuda::Kernel& k) {
  const std::string in(name(k.in)), out(name(k.out));
  return in == out ? in : in + "_" + out;
}

/// Inputs that are as long as the outputs.
int streams(const cuda::Kernel& k) { return k.row ? 1 : k.inputs; }

bool fits(const cuda::Kernel& k, CudaMode mode) {
  return k.resident == (mode == CudaMode::resident);
}

}  // namespace

const cuda::Kernel* cuda_roof(const cuda::Kernel& kernel) {
  if (kernel.resident) return nullptr;
  const cuda::Kernel* found = nullptr;
  for (const cuda::Kernel& k : cuda::kernels()) {
    if (k.formula != Formula::copy || k.resident || k.in != kernel.in || k.out != kernel.out ||
        k.inputs != streams(kernel) || k.outputs != kernel.outputs)
      continue;
    if (std::string_view(k.shell) == kernel.shell) return &k;
    if (found == nullptr) found = &k;
  }
  return found;
}

std::vector<CudaItem> plan_cuda(const CudaWishes& wishes) {
  const Globs methods(wishes.methods), dtypes(wishes.dtypes), passes(wishes.passes);
  const Globs shells(wishes.shells), modes(wishes.modes);
  std::vector<CudaItem> items;
  for (const cuda::Kernel& k : cuda::kernels()) {
    if (!methods.matches(k.method) || !dtypes.matches(dtype_of(k)) || !passes.matches(k.pass) ||
        !shells.matches(k.shell))
      continue;
    for (const CudaMode mode :
         {CudaMode::hbm, CudaMode::l2, CudaMode::launch, CudaMode::resident}) {
      if (!modes.matches(name(mode)) || !fits(k, mode)) continue;
      CudaItem& item = items.emplace_back();
      item.kernel = &k;
      item.mode = mode;
      item.roof = cuda_roof(k);
    }
  }
  return items;
}

Json cuda_row(const CudaItem& item, const std::string& inputs) {
  const cuda::Kernel& k = *item.kernel;
  const Quartiles ns = quartiles(item.ns_per_element);
  const double moved = static_cast<double>(streams(k)) * static_cast<double>(bytes(k.in)) +
                       static_cast<double>(k.outputs) * static_cast<double>(bytes(k.out));
  Json row{{"key", cuda::key(k)},
           {"method", k.method},
           {"formula", name(k.formula)},
           {"pass", k.pass},
           {"dtype", dtype_of(k)},
           {"backend", "cuda"},
           {"isa", k.shell},
           {"fma", true},
           {"origin", name(k.origin)},
           {"level", name(item.mode)},
           {"n", item.n},
           {"threads", 1},
           {"inputs", inputs},
           {"checked", item.checked},
           {"bytes_per_element", static_cast<std::size_t>(moved)},
           {"iterations", item.launches}};
  row["ns_per_element"] = {
      {"min", ns.min}, {"q1", ns.q1}, {"median", ns.median}, {"q3", ns.q3}, {"max", ns.max}};
  row["elements_per_s"] = 1e9 / ns.median;
  row["bytes_per_s"] = moved * 1e9 / ns.median;
  row["pct_of_relu"] = Json();
  row["pct_of_relu_paired"] = Json();
  row["pct_of_copy"] = Json();
  row["pct_of_copy_paired"] = Json();
  if (!item.pct_of_roof.empty()) {
    const Quartiles pct = quartiles(item.pct_of_roof);
    row["pct_of_copy"] = pct.median;
    row["pct_of_copy_paired"] = {{"q1", pct.q1}, {"median", pct.median}, {"q3", pct.q3}};
  }
  row["samples"] = item.ns_per_element;
  row["sample_times_s"] = item.at_s;
  return row;
}

}  // namespace gelu::bench
