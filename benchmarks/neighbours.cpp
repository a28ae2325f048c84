// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/neighbours.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace gelu::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int k_steps = 4000;

double ns_since(Clock::time_point from) {
  return std::chrono::duration<double, std::nano>(Clock::now() - from).count();
}

double chain_ns() {
  const auto from = Clock::now();
  std::uint64_t x = 3;
  for (int i = 0; i < k_steps; ++i) {
    x *= 0x9e3779b97f4a7c15;
    asm volatile("" : "+r"(x));  // each waits for the one before
  }
  return ns_since(from);
}

double ports_ns() {
  const auto from = Clock::now();
  std::uint64_t a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
  for (int i = 0; i < k_steps; ++i) {
    ++a, ++b, ++c, ++d, ++e, ++f, ++g, ++h;
    asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f), "+r"(g), "+r"(h));
  }
  return ns_since(from);
}

}  // namespace

Calibration calibrate() {
  return {std::min({chain_ns(), chain_ns(), chain_ns()}),
          std::min({ports_ns(), ports_ns(), ports_ns()})};
}

Neighbours::Neighbours(double look_s) {
  std::vector<double> seen;
  for (const auto from = Clock::now(); ns_since(from) < look_s * 1e9;)
    seen.push_back(calibrate().contention());
  least_ = *std::min_element(seen.begin(), seen.end());
  const auto shared = std::count_if(seen.begin(), seen.end(), [&](double c) { return above(c); });
  shared_pct_ = 100.0 * static_cast<double>(shared) / static_cast<double>(seen.size());
}

bool Neighbours::beside(const Calibration& seen) {
  least_ = std::min(least_, seen.contention());
  return above(seen.contention());
}

bool Neighbours::wait(double limit_s) {
  const auto from = Clock::now();
  while (beside(calibrate()))
    if (ns_since(from) > limit_s * 1e9) return false;
  return true;
}

Neighbours& neighbours() {
  static Neighbours known(1.0 / 3);
  return known;
}

}  // namespace gelu::bench
