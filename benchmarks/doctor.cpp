// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

#include "benchmarks/neighbours.hpp"
#include "benchmarks/throughput_buffers.hpp"
#include "benchmarks/throughput_rows.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_n = 2048;
constexpr double k_burst_ns = 75e3, k_sample_ns = 5e6;

/// The registry's last forward f32 kernel that does some work: the widest backend's.
const Cell& subject() {
  const auto cells = registry();
  const auto fits = [](const Cell& cell) {
    return cell.kernel.pass == Pass::forward && cell.kernel.dtype == Dtype::f32 &&
           cell.kernel.formula == Formula::erf;
  };
  const auto last = std::find_if(cells.rbegin(), cells.rend(), fits);
  return last != cells.rend() ? *last : cells.back();
}

struct Bench {
  const Kernel& kernel;
  Slice slice;

  /// One copy of the loop: two, inlined at different places, differ by percents.
  [[gnu::noinline]] double time_ns(long calls) const {
    const auto from = std::chrono::steady_clock::now();
    for (long i = 0; i < calls; ++i) run(kernel, {slice.x, slice.with, slice.y, slice.dx}, k_n);
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - from)
        .count();
  }
  long calls_for(double ns) const {
    double best = time_ns(16) / 16;
    for (int i = 0; i < 20; ++i) best = std::min(best, time_ns(16) / 16);
    return std::max(1L, std::lround(ns / best));
  }
};

double median(std::vector<double> values) { return quartiles(std::move(values)).median; }

/// Medians of 7 samples, as a row of a record has them.
double unpaired(const Bench& bench, double budget_ns) {
  const long calls = bench.calls_for(k_sample_ns);
  std::vector<double> medians;
  const auto rows = static_cast<int>(std::clamp(budget_ns / (7 * k_sample_ns), 4.0, 40.0));
  for (int row = 0; row < rows; ++row) {
    std::vector<double> samples(7);
    for (double& sample : samples) sample = bench.time_ns(calls);
    medians.push_back(median(samples));
  }
  const auto [least, most] = std::minmax_element(medians.begin(), medians.end());
  return 100 * (*most / *least - 1);
}

double paired(const Bench& bench, double budget_ns) {
  const long calls = bench.calls_for(k_burst_ns);
  std::mt19937 random(1);
  double largest = 0;
  const auto comparisons = static_cast<int>(std::clamp(budget_ns / (400 * k_burst_ns), 4.0, 40.0));
  for (int comparison = 0; comparison < comparisons; ++comparison) {
    std::vector<double> ratios(200);
    for (double& ratio : ratios) {
      const double first = bench.time_ns(calls), second = bench.time_ns(calls);
      ratio = random() % 2 == 0 ? first / second : second / first;
    }
    largest = std::max(largest, std::abs(100 * (median(ratios) - 1)));
  }
  return largest;
}

std::string text_of(const Json& value) {
  if (value.is_null()) return "unknown";
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_string()) return value.get<std::string>();
  return fmt::format("{:.4g}", value.get<double>());
}

}  // namespace

Noise measure_noise(double budget_s) {
  const Cell& cell = subject();
  Buffers buffers("normal2", 1);
  const Bench bench{cell.kernel, buffers.slice(cell.kernel.dtype, cell.kernel.pass, k_n, 0)};
  return {unpaired(bench, budget_s * 0.5e9), paired(bench, budget_s * 0.5e9)};
}

Json doctor_record(const Run& run, std::string& text) {
  Json record = new_record(run);
  const Noise noise = measure_noise();
  finish_record(record);
  record["environment"]["core_shared_pct"] = neighbours().shared_pct();
  text = doctor_text(record["environment"], noise);
  record["environment"]["noise_unpaired_pct"] = noise.unpaired_pct;
  record["environment"]["noise_paired_pct"] = noise.paired_pct;
  return record;
}

std::string doctor_text(const Json& environment, const Noise& noise) {
  std::string text;
  for (const auto& [name, value] : environment.items())
    text += fmt::format("{:22} {}\n", name, text_of(value));
  text += fmt::format("{:22} {:.2f} % between two rows of one run, {:.2f} % in pairs\n",
                      "noise floor (A/A)", noise.unpaired_pct, noise.paired_pct);
  const auto row = [&](const char* what, const char* how, double floor) {
    text += fmt::format("{:22} {} differences above {:.1f} %\n", what, how, floor);
  };
  row("can resolve", "gelu-throughput, within a run:", std::max(0.1, 2 * noise.unpaired_pct));
  row("can resolve", "scripts/ab, two builds:", std::max(1.0, 2 * noise.paired_pct));
  text += fmt::format("{:22} two runs, two days or two machines by their times alone\n",
                      "cannot tell apart");
  if (noise.paired_pct > 3)
    text += fmt::format("{:22} this machine is too disturbed even for pairs\n", "verdict");
  return text;
}

}  // namespace gelu::bench
