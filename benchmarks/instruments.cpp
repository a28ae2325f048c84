// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/instruments.hpp"

#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>

namespace gelu::bench {
namespace {

Timer read_timer() {
  using Clock = std::chrono::steady_clock;
  std::array<Clock::time_point, 4001> readings;
  for (auto& reading : readings) reading = Clock::now();
  std::array<double, 4000> steps;
  double smallest = 1e9;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = std::chrono::duration<double, std::nano>(readings[i + 1] - readings[i]).count();
    if (steps[i] > 0) smallest = std::min(smallest, steps[i]);
  }
  const std::chrono::duration<double, std::nano> all = readings.back() - readings.front();
  std::nth_element(steps.begin(), steps.begin() + steps.size() / 2, steps.end());
  const double median = steps[steps.size() / 2];
  // A clock whose step is longer than a reading shows 0 in most of them.
  return {smallest, median > 0 ? median : all.count() / static_cast<double>(steps.size())};
}

}  // namespace

const Timer& timer() {
  static const Timer known = read_timer();
  return known;
}

std::string hardware_counters() {
  perf_event_attr attributes{};
  attributes.size = sizeof attributes;
  attributes.type = PERF_TYPE_HARDWARE;
  attributes.config = PERF_COUNT_HW_INSTRUCTIONS;
  attributes.exclude_kernel = 1;
  attributes.exclude_hv = 1;
  const long fd = syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0UL);
  if (fd < 0) return std::string("absent: ") + std::strerror(errno);
  close(static_cast<int>(fd));
  return "available";
}

nlohmann::ordered_json gpu_clocks() {
  constexpr const char* ask =
      "nvidia-smi --query-gpu=clocks.sm,clocks.max.sm --format=csv,noheader 2>/dev/null";
  static const std::string known = [] {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(ask, "r"), pclose);
    std::array<char, 256> line{};
    if (!pipe || std::fgets(line.data(), line.size(), pipe.get()) == nullptr) return std::string();
    const std::string text(line.data());
    return text.substr(0, text.find('\n'));
  }();
  return known.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(known);
}

}  // namespace gelu::bench
