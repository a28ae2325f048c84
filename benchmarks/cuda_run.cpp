// SPDX-License-Identifier: Apache-2.0
// The stopwatch of gelu-cuda.
#include "benchmarks/cuda_run.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>

namespace gelu::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// A kernel and its roof, ready to run.
struct Pair {
  CudaItem& item;
  CudaTimer kernel;
  std::unique_ptr<CudaTimer> roof;

  Pair(CudaItem& of, CudaBuffers& buffers) : item(of), kernel(buffers, *of.kernel, of.mode) {
    if (of.roof != nullptr) roof = std::make_unique<CudaTimer>(buffers, *of.roof, of.mode);
    item.n = cuda_size(*of.kernel, of.mode).n;
    item.launches = kernel.launches();
    item.elements = kernel.elements();
  }

  /// One sample of each, one right after the other: what disturbs one disturbs both.
  double take(Clock::time_point start) {
    const double at = std::chrono::duration<double>(Clock::now() - start).count();
    const double roof_ns = roof ? roof->sample() / roof->elements() * 1e9 : 0;
    const double seconds = kernel.sample();
    const double ns = seconds / item.elements * 1e9;
    item.at_s.push_back(at);
    item.ns_per_element.push_back(ns);
    if (roof) item.pct_of_roof.push_back(100 * roof_ns / ns);
    return seconds * static_cast<double>(item.launches);
  }
};

class Silent : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& /*context*/) override { return true; }
  void ReportRuns(const std::vector<Run>& /*runs*/) override {}
};

}  // namespace

void measure_cuda(std::vector<CudaItem>& items, const CudaWishes& wishes) {
  CudaBuffers buffers(wishes.inputs, wishes.seed);
  std::vector<std::unique_ptr<Pair>> pairs;
  for (CudaItem& item : items) pairs.push_back(std::make_unique<Pair>(item, buffers));
  std::vector<std::string> words{"gelu-cuda", "--benchmark_enable_random_interleaving=true",
                                 fmt::format("--benchmark_repetitions={}", wishes.repetitions)};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  int argc = static_cast<int>(argv.size());
  benchmark::Initialize(&argc, argv.data());
  const auto start = Clock::now();
  for (const auto& pair : pairs) {
    const std::string title =
        fmt::format("{}/{}", cuda::key(*pair->item.kernel), name(pair->item.mode));
    benchmark::RegisterBenchmark(title.c_str(),
                                 [p = pair.get(), start](benchmark::State& state) {
                                   for (auto _ : state) state.SetIterationTime(p->take(start));
                                 })
        ->Iterations(1)
        ->UseManualTime();
  }
  Silent silent;
  benchmark::RunSpecifiedBenchmarks(&silent);
  benchmark::ClearRegisteredBenchmarks();
}

}  // namespace gelu::bench
