// SPDX-License-Identifier: Apache-2.0
// gelu-cuda: how many elements per second each CUDA kernel does, beside the copy of the same
// arrays.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <map>
#include <stdexcept>

#include "benchmarks/cuda_run.hpp"
#include "benchmarks/inputs.hpp"
#include "benchmarks/machine.hpp"
#include "benchmarks/throughput_rows.hpp"
#include "kernels/cuda/device.hpp"

namespace gelu::cuda {
double processor_clock_mhz();
}

namespace gelu::bench {
namespace {

struct Options {
  CudaWishes wishes;
  std::string machine, out_json, out_csv;
  bool list = false, check_only = false, require = false;
};

constexpr const char* k_footer =
    R"(Modes: hbm (arrays beyond the second-level cache), l2 (within it), launch (4096 elements: the cost
of a launch in a graph), resident (arithmetic in registers alone).
Shells: e1 one element per thread; v1, v2, v4 vectors of 16 bytes in flight; p2 persistent; r1 resident.
Every kernel is checked first; one that computes something else is listed under `refused`, not timed.
Without a GPU: a record that says so, exit code 0, or 2 with --require.
Exit code: 0 ok, 1 a kernel failed its check, 2 usage, 3 nothing selected.)";

void add_options(CLI::App& app, Options& o) {
  CudaWishes& w = o.wishes;
  const char* what = "What is measured (comma lists of globs; !glob takes away)";
  app.add_option("--methods", w.methods, "such as 'erf_*,!erf_libm*'")->group(what);
  app.add_option("--dtypes", w.dtypes, "f32, f16, bf16, bf16_e4m3, e4m3")->group(what);
  app.add_option("--passes", w.passes, "forward, backward, bias, gated, gated_backward")
      ->group(what);
  app.add_option("--shells", w.shells, "e1, v1, v2, v4, p2, r1")->group(what);
  app.add_option("--modes", w.modes, "hbm, l2, launch, resident")->group(what);
  app.add_option("--inputs", w.inputs, "normal2, normal1, normal4, uniform4, specials")
      ->check([](const std::string& text) {
        return is_input_name(text) ? std::string() : "unknown inputs '" + text + "'";
      });
  app.add_option("--seed", w.seed, "seed of the inputs")
      ->check(CLI::Range(std::uint64_t{0}, k_seed_limit - 1));
  app.add_option("--repetitions", w.repetitions, "samples per row")->check(CLI::Range(1, 10000));
  app.add_flag("--list", o.list, "print what would be measured");
  app.add_flag("--check-only", o.check_only, "compare with the reference, time nothing");
  app.add_flag("--require", o.require, "without a GPU: exit code 2");
  app.add_option("--out-json", o.out_json, "write the record");
  app.add_option("--out-csv", o.out_csv, "write it as CSV, one measurement per line");
  app.add_option("--machine", o.machine, "name of this machine (default: from its processor)")
      ->check([](const std::string& text) {
        return is_machine_name(text) ? std::string()
                                     : "a machine's name is made of letters, digits, '.', '_', '-'";
      });
}

Json gpu_json() {
  const cuda::Device& d = cuda::device();
  return {{"name", d.name},
          {"compute", fmt::format("{}.{}", d.major, d.minor)},
          {"processors", d.processors},
          {"clock_mhz", d.clock_mhz},
          {"memory_clock_mhz", d.memory_clock_mhz},
          {"memory_bus_bits", d.memory_bus_bits},
          {"l2_bytes", d.l2_bytes},
          {"memory_bytes", d.memory_bytes},
          {"driver", d.driver},
          {"runtime", d.runtime}};
}

int write(const Options& o, Json& record, int code) {
  finish_record(record);
  if (!o.out_json.empty()) write_file(o.out_json, to_json(record));
  if (!o.out_csv.empty()) write_file(o.out_csv, to_csv(record));
  return code;
}

/// Takes away what fails.
Json check(std::vector<CudaItem>& items, std::uint64_t seed) {
  Json refused = Json::array();
  std::map<const cuda::Kernel*, std::string> faults;
  for (CudaItem& item : items) {
    const auto [it, fresh] = faults.try_emplace(item.kernel);
    if (fresh) {
      it->second = check_cuda(*item.kernel, seed);
      if (!it->second.empty()) {
        fmt::print(stderr, "not timed: {}: {}\n", cuda::key(*item.kernel), it->second);
        refused.push_back({{"key", cuda::key(*item.kernel)}, {"reason", it->second}});
      }
    }
    item.checked = it->second.empty();
  }
  std::erase_if(items, [](const CudaItem& item) { return !item.checked; });
  return refused;
}

int measure(const Options& o, std::vector<CudaItem>& items, const std::vector<std::string>& argv) {
  Json record = new_record({"gelu-cuda", argv, o.wishes.seed, o.machine});
  record["complete"] = true;
  for (const cuda::Missing& missing : cuda::missing())
    record["absent"].push_back({{"what", "cuda " + missing.what}, {"reason", missing.reason}});
  if (const std::string& absent = cuda::device().absent; !absent.empty()) {
    fmt::print("gelu-cuda: absent: {}\n", absent);
    return write(o, record, o.require ? k_usage : k_ok);
  }
  record["gpu"] = gpu_json();
  record["refused"] = check(items, o.wishes.seed);
  const int code = record["refused"].empty() ? k_ok : k_failed;
  record["settings"] = {{"inputs", o.wishes.inputs}, {"repetitions", o.wishes.repetitions}};
  if (o.check_only) {
    fmt::print("gelu-cuda: {} kernels near the reference, {} not\n", items.size(),
               record["refused"].size());
    return write(o, record, code);
  }
  record["gpu"]["device_copy_bytes_per_s"] = device_copy_rate();
  record["gpu"]["clock_mhz_before"] = std::round(cuda::processor_clock_mhz());
  measure_cuda(items, o.wishes);
  record["gpu"]["clock_mhz_after"] = std::round(cuda::processor_clock_mhz());
  for (const CudaItem& item : items)
    record["throughput"].push_back(cuda_row(item, o.wishes.inputs));
  fmt::print("{}", throughput_table(record["throughput"]));
  return write(o, record, code);
}

int run(Options& o, const std::vector<std::string>& argv) {
  std::vector<CudaItem> items = plan_cuda(o.wishes);
  if (items.empty() && !cuda::kernels().empty()) {
    fmt::print(stderr, "nothing selected\n");
    return k_nothing;
  }
  if (o.list) {
    for (const CudaItem& item : items)
      fmt::print("{}\t{}\t{}\n", cuda::key(*item.kernel), name(item.mode),
                 item.roof == nullptr ? "" : cuda::key(*item.roof));
    return k_ok;
  }
  for (const std::string& path : {o.out_json, o.out_csv})
    if (!path.empty()) probe_file(path);
  return measure(o, items, argv);
}

}  // namespace
}  // namespace gelu::bench

int main(int argc, char** argv) {
  using namespace gelu::bench;
  Options options;
  CLI::App app{"Throughput of the CUDA kernels, against copies of the same arrays.", "gelu-cuda"};
  add_options(app, options);
  app.footer(k_footer);
  try {
    app.parse(argc, argv);
    return run(options, {argv, argv + argc});
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {  // CLI's errors are std::exception too
    fmt::print(stderr, "gelu-cuda: {}\n", error.what());
    return k_usage;
  }
}
