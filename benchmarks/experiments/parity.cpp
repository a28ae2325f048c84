// SPDX-License-Identifier: Apache-2.0
// Does the vocabulary cost anything? Kernels of the library against the same methods written by
// hand in AVX-512 intrinsics: the same bits, and paired times. Run by hand; docs/kernels.md has the
// result.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "benchmarks/experiments/parity_kernels.hpp"
#include "benchmarks/experiments/samples.hpp"

namespace gelu::parity {
namespace {

using experiments::at;
using experiments::avx512;

constexpr int k_skipped = 77;
constexpr std::size_t k_n = 2048;  // x and y in the first cache
constexpr int k_pairs = 400;
constexpr double k_burst_ns =
    75e3;  // shorter than most disturbances, longer than the clock's grain

/// How many of `count` bit patterns, spread evenly over all floats, give other bits.
std::uint32_t different(Forward a, Forward b, std::uint32_t count) {
  constexpr std::uint32_t block = 4096 - 3;  // a rest after the last whole vector
  std::uint32_t found = 0;
  std::vector<std::uint32_t> x(block), y(block), z(block);
  const auto step = static_cast<std::uint32_t>((std::uint64_t{1} << 32) / count);
  for (std::uint32_t done = 0; done < count; done += block) {
    const std::uint32_t n = std::min(block, count - done);
    for (std::uint32_t i = 0; i < n; ++i) x[i] = (done + i) * step + (done + i) % step;
    a(x.data(), y.data(), n);
    b(x.data(), z.data(), n);
    for (std::uint32_t i = 0; i < n; ++i) found += y[i] != z[i];
  }
  return found;
}

int check() {
  int code = 0;
  for (const ByHand* hand = by_hand(); hand != by_hand() + k_methods; ++hand) {
    const std::uint32_t found = different(avx512(hand->method)->forward, hand->run, 1U << 26);
    std::printf("%s: %u of 2^26 patterns differ\n", hand->method, found);
    if (found != 0) code = 1;
  }
  return code;
}

/// One burst: ns per element.
double burst(Forward f, const float* x, float* y, int calls) {
  return experiments::ns_per_element(k_n, calls, [=] { f(x, y, k_n); });
}

/// Paired bursts in random order: a disturbance hits both, or is one outlier among the ratios.
void compare(const char* name, int launch, Forward a, Forward b, std::mt19937& random) {
  std::vector<float> x(k_n), y(k_n);
  std::normal_distribution<float> normal(0, 2);
  for (float& e : x) e = normal(random);
  burst(a, x.data(), y.data(), 100);
  const int calls =
      std::max(1, static_cast<int>(k_burst_ns / k_n / burst(b, x.data(), y.data(), 100)));
  std::vector<double> first, second, ratio;
  for (int pair = 0; pair < k_pairs; ++pair) {
    const bool swapped = random() % 2 != 0;
    const double one = burst(swapped ? b : a, x.data(), y.data(), calls);
    const double two = burst(swapped ? a : b, x.data(), y.data(), calls);
    first.push_back(swapped ? two : one);
    second.push_back(swapped ? one : two);
    ratio.push_back(first.back() / second.back());
  }
  std::printf("%d,%s,%zu,%d,%.5f,%.5f,%.4f,%.4f,%.4f\n", launch, name, k_n, k_pairs, at(first, 0.5),
              at(second, 0.5), at(ratio, 0.5), at(ratio, 0.25), at(ratio, 0.75));
}

int time_all(int launch) {
  std::mt19937 random(static_cast<unsigned>(launch));
  if (launch == 1) std::puts("launch,method,n,pairs,library_ns,by_hand_ns,ratio,ratio_q1,ratio_q3");
  const Kernel* same = avx512("poly_1e4");
  compare("control", launch, same->forward, same->forward, random);  // what chance alone gives
  for (const ByHand* hand = by_hand(); hand != by_hand() + k_methods; ++hand)
    compare(hand->method, launch, avx512(hand->method)->forward, hand->run, random);
  return 0;
}

constexpr const char* k_usage =
    "Usage: parity --check | --launch N\n"
    "--check: the bits of library and by hand on 2^26 patterns; exit code 1 when they differ.\n"
    "--launch N: CSV of paired times; N numbers the launch and seeds the order. Code and pages "
    "lie\n"
    "elsewhere in each launch: take at least five.\n";

int run(int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  int launch = 0;
  const bool times =
      word == "--launch" && argc == 3 &&
      std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), launch).ec == std::errc() &&
      launch > 0;
  if (!times && !(word == "--check" && argc == 2)) {
    std::fputs(k_usage, stderr);
    return 2;
  }
  for (const ByHand* hand = by_hand(); hand != by_hand() + k_methods; ++hand) {
    if (avx512(hand->method) != nullptr) continue;
    std::fprintf(stderr, "parity: no %s for stdx-avx512 on this machine\n", hand->method);
    return k_skipped;
  }
  return times ? time_all(launch) : check();
}

}  // namespace
}  // namespace gelu::parity

int main(int argc, char** argv) { return gelu::parity::run(argc, argv); }
