// SPDX-License-Identifier: Apache-2.0
// gelu-ab: several builds of the kernels in one process, timed in bursts that take turns. One run
// of this program is one launch: placement of code, data and stack is drawn anew from the seed,
// because it moves a kernel by a percent or two; scripts/ab repeats launches and judges.
#include <alloca.h>
#include <fmt/format.h>
#include <sys/mman.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>

#include "benchmarks/ab_side.hpp"
#include "benchmarks/inputs.hpp"
#include "benchmarks/selection.hpp"

namespace gelu::bench {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;
using Random = std::mt19937_64;

struct Options {
  std::vector<std::string> sides, keys;
  Selection selection{.methods = "*", .dtypes = "f32", .backends = "*", .passes = "forward"};
  std::size_t n = 2048;
  int rounds = 200;
  double burst_us = 75;
  std::uint64_t seed = 1;
  bool list = false;
};

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// Four arrays at random places of fresh pages; the same for all sides.
class Memory {
 public:
  Memory(std::size_t n, Random& random) : stride_((n * sizeof(double) + 2 * k_page) / 64 * 64) {
    void* pages =
        mmap(nullptr, 4 * stride_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    base_ = static_cast<std::byte*>(pages);
    for (std::size_t i = 0; i < 4; ++i)
      arrays_[i] = base_ + i * stride_ + 64 * below(random, k_page / 64);
  }
  ~Memory() { munmap(base_, 4 * stride_); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  Buffers4 fill(Dtype dtype, std::size_t n, std::uint64_t seed) const {
    fill_inputs("normal2", seed % 1000, input(dtype), n, arrays_[0]);
    fill_inputs("normal1", seed % 1000 + 1000, input(dtype), n, arrays_[1]);
    return {arrays_[0], arrays_[1], arrays_[2], arrays_[3]};
  }

 private:
  static constexpr std::size_t k_page = 4096;
  std::size_t stride_;
  std::byte* base_ = nullptr;
  std::byte* arrays_[4]{};
};

double burst_ns(const Side& side, const gelu_kernel* kernel, const Buffers4& b, std::size_t n,
                long calls) {
  const auto from = Clock::now();
  for (long i = 0; i < calls; ++i) side.run(kernel, b, n);
  return std::chrono::duration<double, std::nano>(Clock::now() - from).count();
}

/// Calls that take about as long as a burst should: the fastest of some tries counts.
long calls_per_burst(const Side& side, const gelu_kernel* kernel, const Buffers4& b,
                     const Options& o) {
  long calls = 1;
  double best = burst_ns(side, kernel, b, o.n, calls);
  while (best < o.burst_us * 1e3 / 2 && calls < 1'000'000) {
    calls *= 2;
    best = burst_ns(side, kernel, b, o.n, calls);
  }
  for (int i = 0; i < 3; ++i) best = std::min(best, burst_ns(side, kernel, b, o.n, calls));
  return std::max(1L, std::lround(o.burst_us * 1e3 / best * static_cast<double>(calls)));
}

Dtype dtype_of(std::string_view name) {
  const auto it = std::ranges::find(k_dtype_names, name);
  if (it == k_dtype_names.end()) throw std::runtime_error(fmt::format("dtype {}?", name));
  return static_cast<Dtype>(it - k_dtype_names.begin());
}

/// All rounds of one kernel: in each, a burst of every side in random order.
Json measure(const std::vector<Side>& sides, const std::string& key, const Memory& memory,
             const Options& o, Random& random) {
  std::vector<const gelu_kernel*> kernels;
  for (const Side& side : sides) kernels.push_back(side.find(key));
  const Buffers4 b = memory.fill(dtype_of(sides[0].dtype(kernels[0])), o.n, o.seed);
  const long calls = calls_per_burst(sides[0], kernels[0], b, o);
  std::vector<std::size_t> order(sides.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::vector<double>> ns(sides.size());
  const double elements = static_cast<double>(calls) * static_cast<double>(o.n);
  for (int round = -1; round < o.rounds; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const std::size_t i : order) {
      const double time = burst_ns(sides[i], kernels[i], b, o.n, calls);
      // Four digits are more than a clock of nanoseconds has; the first round warms up.
      if (round >= 0) ns[i].push_back(std::round(time / elements * 1e6) / 1e6);
    }
  }
  Json row{{"key", key}, {"calls", calls}, {"ns", Json::object()}};
  for (std::size_t i = 0; i < sides.size(); ++i) row["ns"][sides[i].name()] = ns[i];
  return row;
}

/// The wanted kernels of a side.
std::set<std::string> wanted(const Side& side, const Options& o) {
  const Selection& s = o.selection;
  const Globs methods(s.methods), dtypes(s.dtypes), passes(s.passes), backends(s.backends);
  std::set<std::string> keys;
  for (const SideKernel& e : side.kernels()) {
    const std::string place = e.backend + "-" + e.isa;
    const bool picked = methods.matches(e.method) && dtypes.matches(e.dtype) &&
                        passes.matches(e.pass) && !backends.refuses(place) &&
                        !backends.refuses(e.backend) &&
                        (backends.wants(place) || backends.wants(e.backend));
    const bool named = std::ranges::find(o.keys, e.key) != o.keys.end();
    if (o.keys.empty() ? picked : named) keys.insert(e.key);
  }
  return keys;
}

/// Kernels of all sides in `common`, of some sides in the result, with the sides that have them.
Json sort_out(const std::vector<Side>& sides, const Options& o, std::vector<std::string>& common) {
  std::map<std::string, std::vector<std::string>> owners;
  for (const Side& side : sides)
    for (const std::string& key : wanted(side, o)) owners[key].push_back(side.name());
  Json lonely = Json::array();
  for (const auto& [key, names] : owners) {
    if (names.size() == sides.size()) {
      common.push_back(key);
    } else {
      lonely.push_back({{"key", key}, {"only_in", names}});
    }
  }
  return lonely;
}

[[gnu::noinline]] Json measure_all(const std::vector<Side>& sides,
                                   const std::vector<std::string>& keys, const Options& o,
                                   Random& random) {
  const Memory memory(o.n, random);
  Json rows = Json::array();
  for (const std::string& key : keys) rows.push_back(measure(sides, key, memory, o, random));
  return rows;
}

int launch(const Options& o) {
  Random random(o.seed);
  std::vector<std::size_t> order(o.sides.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::shuffle(order.begin(), order.end(), random);
  std::vector<Side> sides(o.sides.size());
  for (const std::size_t i : order) {
    // A gap that is never given back: the distance of the sides' code is drawn, too.
    (void)mmap(nullptr, 4096 * (1 + below(random, 512)), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0);
    sides[i] = Side(o.sides[i]);
  }
  std::vector<std::string> keys;
  Json out{{"seed", o.seed}, {"n", o.n}, {"rounds", o.rounds}, {"burst_us", o.burst_us}};
  out["one_sided"] = sort_out(sides, o, keys);
  std::shuffle(keys.begin(), keys.end(), random);
  if (o.list) {
    out["keys"] = keys;
  } else {
    auto* shift = static_cast<volatile char*>(alloca(16 * (1 + below(random, 256))));
    *shift = 0;
    out["kernels"] = measure_all(sides, keys, o, random);
  }
  fmt::print("{}\n", out.dump());
  if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write to stdout");
  return keys.empty() ? 3 : 0;
}

void add_options(CLI::App& app, Options& o) {
  app.add_option("--side", o.sides, "NAME=LIBRARY.so, at least two; the first is the base")
      ->required();
  app.add_option("--keys", o.keys, "these kernels, whatever is selected")->delimiter(',');
  add_selection_options(app, o.selection);
  app.add_option("--n", o.n, "elements per call")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 24));
  app.add_option("--rounds", o.rounds, "bursts of each side")->check(CLI::Range(1, 100000));
  app.add_option("--burst-us", o.burst_us, "microseconds of a burst")->check(CLI::Range(1.0, 1e6));
  app.add_option("--seed", o.seed, "of placement and order");
  app.add_flag("--list", o.list, "name the kernels, time nothing");
}

}  // namespace
}  // namespace gelu::bench

int main(int argc, char** argv) {
  using namespace gelu::bench;
  Options options;
  CLI::App app{"One launch of a comparison in pairs; writes JSON. scripts/ab judges.", "gelu-ab"};
  add_options(app, options);
  try {
    app.parse(argc, argv);
    if (options.sides.size() < 2) throw std::invalid_argument("--side: at least two");
    return launch(options);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {  // CLI's errors are std::exception too
    fmt::print(stderr, "gelu-ab: {}\n", error.what());
    return 2;
  }
}
