// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/neighbours.hpp"

#include <algorithm>
#include <cstdint>

#include "benchmarks/clock.hpp"

namespace gelu::bench {
namespace {

// Unrolled: where a short loop lies across two cache lines, a neighbour slows the chain as well.
constexpr int k_rounds = 500, k_unroll = 8;

double since_s(Clock::time_point from) { return seconds(Clock::now() - from); }

double chain_ns() {
  const auto from = Clock::now();
  std::uint64_t x = 3;
  for (int round = 0; round < k_rounds; ++round) {
#pragma GCC unroll 8
    for (int i = 0; i < k_unroll; ++i) {
      x *= 0x9e3779b97f4a7c15;
      asm volatile("" : "+r"(x));  // each waits for the one before
    }
  }
  return 1e9 * since_s(from);
}

double ports_ns() {
  const auto from = Clock::now();
  std::uint64_t a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
  for (int round = 0; round < k_rounds; ++round) {
#pragma GCC unroll 8
    for (int i = 0; i < k_unroll; ++i) {
      ++a, ++b, ++c, ++d, ++e, ++f, ++g, ++h;
      asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f), "+r"(g), "+r"(h));
    }
  }
  return 1e9 * since_s(from);
}

}  // namespace

Calibration calibrate() {
  return {std::min({chain_ns(), chain_ns(), chain_ns()}),
          std::min({ports_ns(), ports_ns(), ports_ns()})};
}

Neighbours::Neighbours(double look_s) {
  const auto from = Clock::now();
  do {
    first_.push_back(calibrate());
    beside(first_.back());
  } while (since_s(from) < look_s);
}

double Neighbours::shared_pct() const {
  const auto shared =
      std::count_if(first_.begin(), first_.end(), [&](const Calibration& c) { return above(c); });
  return 100.0 * static_cast<double>(shared) / static_cast<double>(first_.size());
}

bool Neighbours::above(const Calibration& seen) const {
  return seen.ports_ns / best_.ports_ns > k_shared * seen.chain_ns / best_.chain_ns;
}

bool Neighbours::beside(const Calibration& seen) {
  best_.chain_ns = std::min(best_.chain_ns, seen.chain_ns);
  best_.ports_ns = std::min(best_.ports_ns, seen.ports_ns);
  return above(seen);
}

bool Neighbours::wait(double limit_s) {
  const auto from = Clock::now();
  while (beside(calibrate()))
    if (since_s(from) > limit_s) return false;
  return true;
}

Neighbours& neighbours() {
  static Neighbours known(0.5);
  return known;
}

}  // namespace gelu::bench
