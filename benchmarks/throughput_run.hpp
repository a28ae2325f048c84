// SPDX-License-Identifier: Apache-2.0
// The stopwatch: runs the items of a plan under Google Benchmark and collects every sample.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "benchmarks/throughput_plan.hpp"

namespace gelu::bench {

/// How it is measured. Values that the user gave as --benchmark_* flags are read back into it.
struct Settings {
  std::string inputs = "normal2";
  std::uint64_t seed = 1;
  int repetitions = 7;
  double min_time_s = 0;     ///< per sample; 0: derived from the budget
  double budget_s = 0;       ///< wall time for all samples; 0: the preset's
  double patience = 0;       ///< times the planned time may go into samples that are taken again
  bool random_order = true;  ///< false with --benchmark_enable_random_interleaving=false
  std::vector<std::string> benchmark_flags;
};

/// Wall time that the items will take with these settings.
double planned_seconds(const std::vector<Item>& items, const Settings& settings);
/// The time per sample with which the items fit the budget, within [1 ms, 100 ms].
double fitting_min_time(const std::vector<Item>& items, Settings settings);

/// Fills in budget, time per sample and patience, and says them on stderr. On a core that is often
/// shared, samples are short and the rest of the budget is patience; else patience is on top of it.
void fit_settings(const std::vector<Item>& items, const std::string& preset, Settings& s);

/// Google Benchmark's flags, checked where its own check would end in a wrong exit code.
struct BenchmarkFlags {
  std::string filter;  ///< --benchmark_filter or its environment variable; empty: everything
  std::string format;  ///< --benchmark_format; empty: our own table
  std::string out;     ///< --benchmark_out
  bool list = false;   ///< --benchmark_list_tests
};
/// Throws std::invalid_argument for a flag that Google Benchmark does not take.
BenchmarkFlags read_benchmark_flags(Settings& settings);
/// Throws like read_benchmark_flags.
void initialize_benchmark(const std::vector<std::string>& flags);
/// Keeps the items whose full names match the filter ("-" in front: that do not).
void apply_filter(std::vector<Item>& items, const std::string& filter);

/// Measures all items, repetitions interleaved at random. On SIGINT or SIGTERM it calls
/// `on_interrupted` with the samples taken so far in place, and ends the program with its result.
/// Throws std::runtime_error when --benchmark_out cannot be written.
void measure(std::vector<Item>& items, const Settings& settings, const BenchmarkFlags& flags,
             const std::function<int()>& on_interrupted);
/// Takes away the calls of an interrupted search for the number of iterations: too short to count.
void drop_short_samples(std::vector<Item>& items, double min_time);

}  // namespace gelu::bench
