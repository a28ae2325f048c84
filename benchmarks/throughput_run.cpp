// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_run.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

#include "benchmarks/clock.hpp"
#include "benchmarks/disturbance.hpp"
#include "benchmarks/neighbours.hpp"
#include "benchmarks/progress.hpp"
#include "benchmarks/throughput_buffers.hpp"
#include "benchmarks/throughput_call.hpp"

namespace gelu::bench {
namespace {

volatile std::sig_atomic_t g_interrupted = 0;
extern "C" void on_interrupt(int signal) {
  g_interrupted = 1;
  std::signal(signal, SIG_DFL);  // a second one ends the program at once
}

/// Time of one sample. Google Benchmark aims 40 % above its minimum.
double sample_seconds(const Item& item, double min_time) {
  const double least_ns = item.level == "dram" ? 0.3 : 0;
  const double call = std::max(item.estimate_ns, least_ns) * static_cast<double>(item.n) * 1e-9;
  return call > min_time ? call : std::max(call, 1.4 * min_time);
}

/// A call of the search for the number of iterations is shorter than this part of a sample.
constexpr double k_whole = 0.7;
/// Neighbours come and go within fractions of a millisecond: beside them samples are short, and a
/// long one would hardly ever be alone. They are seen often when for a tenth of the time.
constexpr double k_often_shared_pct = 10, k_shared_sample_s = 2e-4, k_longest_s = 4e-3;
/// The longest wait for one sample.
constexpr double k_longest_wait_s = 0.05;

/// Share of one sample that finding the number of iterations costs, on average.
constexpr double k_calibration = 0.6;

/// Keeps a thread on one processor while it lives: its slice stays near it.
class Pin {
 public:
  Pin(bool wanted, int thread) {
    if (!wanted || sched_getaffinity(0, sizeof found_, &found_) != 0) return;
    cpu_set_t one;
    CPU_ZERO(&one);
    int skip = thread % std::max(1, CPU_COUNT(&found_));
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
      if (CPU_ISSET(cpu, &found_) && skip-- == 0) CPU_SET(cpu, &one);
    pinned_ = sched_setaffinity(0, sizeof one, &one) == 0;
  }
  ~Pin() {
    if (pinned_) sched_setaffinity(0, sizeof found_, &found_);
  }
  Pin(const Pin&) = delete;
  Pin& operator=(const Pin&) = delete;

 private:
  cpu_set_t found_{};
  bool pinned_ = false;
};

/// Google Benchmark writes to `aside`; what it wrote is checked, then moved to where it belongs.
class Out {
 public:
  explicit Out(std::string path) : path_(std::move(path)) {
    if (path_.empty()) return;
    std::string name = (std::filesystem::temp_directory_path() / "gelu-throughput.XXXXXX").string();
    const int fd = mkstemp(name.data());
    if (fd < 0) throw std::runtime_error("cannot create " + name);
    close(fd);
    aside_ = name;
  }
  ~Out() { discard(); }
  Out(const Out&) = delete;
  Out& operator=(const Out&) = delete;
  const std::string& aside() const { return aside_; }
  void discard() const {
    if (!aside_.empty()) unlink(aside_.c_str());
  }
  void deliver() const {
    if (path_.empty()) return;
    std::ifstream file(aside_, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty() || text.back() != '\n')
      throw std::runtime_error("--benchmark_out: Google Benchmark could not write its results");
    write_file(path_, text);
  }

 private:
  std::string path_, aside_;
};

/// When the process began to measure: a second session goes on counting.
Clock::time_point first_start() {
  static const Clock::time_point start = Clock::now();
  return start;
}

/// What the benchmarks of one run share.
struct Session {
  const Settings& settings;
  const Out& out;
  const std::function<int()>& on_interrupted;
  Buffers buffers;
  Progress progress;
  Clock::time_point start = first_start();
  double waited_s = 0;  ///< for neighbours to go, samples taken again included

  /// What began at `from`, after `watch` did, and ends now.
  Sample ended(const Item& item, long times, Clock::time_point from, const Watch& watch) const {
    const auto to = Clock::now();
    const double elements = static_cast<double>(item.elements()) * static_cast<double>(times);
    Sample made{seconds(from - start), seconds(to - from) * 1e9 / elements};
    watch.end(made);
    return made;
  }

  /// All repetitions of an item use the iterations that its first one ended with; calls with fewer
  /// were the search for them.
  void note(Item& item, long iterations, const Sample& sample) {
    const bool searching = iterations > item.iterations && !item.samples.empty();
    if (searching) item.samples.clear();
    item.iterations = iterations;
    item.samples.push_back(sample);
    if (!searching) progress.add(sample_seconds(item, settings.min_time_s));
  }

  /// Where somebody worked on the core as well, the last sample is taken again once they are gone,
  /// as long as the patience lasts. Google Benchmark's own output has the first time.
  void again_when_alone(Item& item, const Slice& slice) {
    Sample& last = item.samples.back();
    const double length = last.ns_per_element * 1e-9 * static_cast<double>(item.elements()) *
                          static_cast<double>(item.iterations);
    if (item.threads > 1 || length < k_whole * settings.min_time_s || length > k_longest_s) return;
    const auto from = Clock::now();
    const double allowed =
        std::min(k_longest_wait_s, settings.patience * progress.done_s() - waited_s);
    item.retaken += take_again(
        last, allowed, [](double limit_s) { return neighbours().wait(limit_s); },
        [&] {
          call(item, slice);  // the caches were theirs
          const Watch watch;
          const auto begin = Clock::now();
          call(item, slice, item.iterations);
          return ended(item, item.iterations, begin, watch);
        });
    waited_s += seconds(Clock::now() - from);
  }

  /// Ends the program: Google Benchmark 1.7.1 cannot stop early (it aborts on repetitions that were
  /// skipped), and the main thread is here, so that nobody changes the samples.
  [[noreturn]] void interrupted() const {
    out.discard();
    int code = k_usage;
    try {
      code = on_interrupted();
    } catch (const std::exception& error) {
      fmt::print(stderr, "gelu-throughput: {}\n", error.what());
    }
    std::fflush(nullptr);
    std::_Exit(code);
  }
};

void body(benchmark::State& state, Item& item, Session& session) {
  if (g_interrupted && state.thread_index() == 0) session.interrupted();
  const Pin pin(item.threads > 1, state.thread_index());
  const Kernel& k = item.cell->kernel;
  const Slice slice = session.buffers.slice(k.dtype, k.pass, item.n, state.thread_index());
  if (item.level != "dram") call(item, slice);  // the last sample was another item's
  const long times = state.max_iterations;
  const bool leads = state.thread_index() == 0;
  std::optional<Watch> watch;
  if (leads) watch.emplace();
  Clock::time_point from;
  while (state.KeepRunningBatch(times)) {  // once; all threads wait for each other before and after
    from = Clock::now();
    call(item, slice, times);
  }
  if (leads) {
    session.note(item, times, session.ended(item, times, from, *watch));
    session.again_when_alone(item, slice);
  }
  const std::int64_t elements = state.iterations() * static_cast<std::int64_t>(item.n);
  state.SetItemsProcessed(elements);
  if (item.way.mode == Mode::latency) return;
  state.SetBytesProcessed(elements * static_cast<std::int64_t>(bytes_moved(k.dtype, k.pass)));
}

/// Says nothing: our own table is the output.
class Silent : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>&) override {}
};

std::vector<std::string> all_flags(const Settings& settings, const std::string& out) {
  std::vector<std::string> flags{"--benchmark_enable_random_interleaving=true",
                                 fmt::format("--benchmark_repetitions={}", settings.repetitions),
                                 fmt::format("--benchmark_min_time={}", settings.min_time_s)};
  for (const std::string& flag : settings.benchmark_flags)
    if (!flag.starts_with("--benchmark_filter=") && !flag.starts_with("--benchmark_out="))
      flags.push_back(flag);
  flags.emplace_back("--benchmark_filter=");
  if (!out.empty()) flags.push_back("--benchmark_out=" + out);
  return flags;
}

}  // namespace

double planned_seconds(const std::vector<Item>& items, const Settings& settings) {
  double sum = 0;
  for (const Item& item : items)
    sum += (settings.repetitions + k_calibration) * sample_seconds(item, settings.min_time_s);
  return sum;
}

double fitting_min_time(const std::vector<Item>& items, Settings settings) {
  double low = 1e-3, high = 0.1;
  for (int step = 0; step < 20; ++step) {
    settings.min_time_s = (low + high) / 2;
    (planned_seconds(items, settings) > settings.budget_s ? high : low) = settings.min_time_s;
  }
  return low;
}

void fit_settings(const std::vector<Item>& items, const std::string& preset, Settings& s) {
  if (s.budget_s == 0) s.budget_s = preset == "quick" ? 35 : preset == "full" ? 5400 : 330;
  const double shared_pct = neighbours().shared_pct();
  const bool often = shared_pct > k_often_shared_pct;
  if (s.min_time_s == 0) s.min_time_s = often ? k_shared_sample_s : fitting_min_time(items, s);
  const double planned = planned_seconds(items, s);
  s.patience = std::max(0.25, often ? s.budget_s / planned - 1 : 0);
  fmt::print(stderr, "{} rows, {} samples each of {:.1f} ms: about {:.0f} s\n", items.size(),
             s.repetitions, s.min_time_s * 1e3, planned);
  if (often)
    fmt::print(stderr,
               "somebody else works on this core {:.0f} % of the time: what is timed meanwhile is "
               "taken again, for up to {:.0f} s\n",
               shared_pct, s.patience * planned);
}

void drop_short_samples(std::vector<Item>& items, double min_time) {
  for (Item& item : items) {
    const double elements =
        static_cast<double>(item.elements()) * static_cast<double>(item.iterations);
    std::erase_if(item.samples, [&](const Sample& sample) {
      return sample.ns_per_element * elements * 1e-9 < k_whole * min_time;
    });
  }
}

void measure(std::vector<Item>& items, const Settings& settings, const BenchmarkFlags& flags,
             const std::function<int()>& on_interrupted) {
  const Out out(flags.out);
  initialize_benchmark(all_flags(settings, out.aside()));
  Session session{settings, out, on_interrupted, Buffers(settings.inputs, settings.seed),
                  Progress(planned_seconds(items, settings),
                           items.size() * static_cast<std::size_t>(settings.repetitions))};
  for (Item& item : items) {
    benchmark::RegisterBenchmark(
        item.name().c_str(),
        [&item, &session](benchmark::State& state) { body(state, item, session); })
        ->UseRealTime()
        ->Threads(item.threads);
  }
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  const std::unique_ptr<benchmark::BenchmarkReporter> reporter(
      flags.format.empty() ? new Silent : benchmark::CreateDefaultDisplayReporter());
  benchmark::RunSpecifiedBenchmarks(reporter.get());
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  benchmark::ClearRegisteredBenchmarks();
  out.deliver();
}

}  // namespace gelu::bench
