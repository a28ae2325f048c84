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
#include <stdexcept>

#include "benchmarks/disturbance.hpp"
#include "benchmarks/throughput_buffers.hpp"
#include "kernels/streaming.hpp"

namespace gelu::bench {
namespace {

using Clock = std::chrono::steady_clock;

volatile std::sig_atomic_t g_interrupted = 0;
extern "C" void on_interrupt(int signal) {
  g_interrupted = 1;
  std::signal(signal, SIG_DFL);  // a second one ends the program at once
}

double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }

/// Time of one sample. Google Benchmark aims 40 % above its minimum.
double sample_seconds(const Item& item, double min_time) {
  const double least_ns = item.level == "dram" ? 0.3 : 0;
  const double call = std::max(item.estimate_ns, least_ns) * static_cast<double>(item.n) * 1e-9;
  return call > min_time ? call : std::max(call, 1.4 * min_time);
}

/// Share of one sample that finding the number of iterations costs, on average.
constexpr double k_calibration = 0.6;

/// Progress with the time left, on stderr.
class Progress {
 public:
  Progress(double planned, std::size_t samples) : planned_(planned), samples_(samples) {}
  void add(double planned_seconds) {
    done_ += planned_seconds;
    ++taken_;
    const auto now = Clock::now();
    if (seconds(now - shown_) < (terminal_ ? 1 : 10)) return;
    shown_ = now;
    const double part = std::min(1.0, done_ / planned_);
    fmt::print(stderr, "{}{:3.0f} %  {} of {} samples, {:.0f} s left{}", terminal_ ? "\r" : "",
               100 * part, taken_, samples_, seconds(now - start_) * (1 - part) / part,
               terminal_ ? "   " : "\n");
    std::fflush(stderr);
  }
  ~Progress() {
    if (terminal_) fmt::print(stderr, "\r{:50}\r", "");
  }

 private:
  double planned_, done_ = 0;
  std::size_t samples_, taken_ = 0;
  Clock::time_point start_ = Clock::now(), shown_ = start_;
  bool terminal_ = isatty(STDERR_FILENO) != 0;
};

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

void run_arrays(const Kernel& k, const Way& way, const Arrays& a, std::size_t n) {
  if (way.stores == Stores::streaming) {
    run_streaming(k, a, n, way.prefetch_bytes);
  } else {
    run_ordinary(k, a, n);
  }
}

/// Biases are of a row, which all rows share.
void run_rows(const Kernel& k, const Way& way, const Arrays& a, std::size_t n) {
  for (std::size_t i = 0; i < n; i += k_columns) {
    Arrays row = from(k, a, i);
    row.with = a.with;
    run_arrays(k, way, row, std::min(k_columns, n - i));
  }
}

void run(const Item& item, const Slice& s) {
  const Kernel& k = item.cell->kernel;
  if (item.way.mode == Mode::latency) return k.chain(s.x, 0, s.y, item.n);
  const Arrays arrays{s.x, s.with, s.y, s.dx};
  (k.pass == Pass::bias ? run_rows : run_arrays)(k, item.way, arrays, item.n);
  if (item.way.stores == Stores::streaming) end_streaming();
}

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

  /// All repetitions of an item use the iterations that its first one ended with; calls with fewer
  /// were the search for them.
  void note(Item& item, long iterations, Clock::time_point from, Clock::time_point to,
            const Watch& watch) {
    const bool searching = iterations > item.iterations && !item.samples.empty();
    if (searching) item.samples.clear();
    item.iterations = iterations;
    const double elements = static_cast<double>(item.elements()) * static_cast<double>(iterations);
    item.samples.push_back({seconds(from - start), seconds(to - from) * 1e9 / elements});
    watch.end(item.samples.back());
    if (!searching) progress.add(sample_seconds(item, settings.min_time_s));
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
  if (item.level != "dram") run(item, slice);  // the last sample was another item's
  const Watch watch;
  auto it = state.begin();
  const auto end = state.end();  // all threads wait here for each other
  const auto from = Clock::now();
  for (; it != end; ++it) run(item, slice);
  const auto to = Clock::now();  // of thread 0: after the last thread is done
  if (state.thread_index() == 0) session.note(item, state.max_iterations, from, to, watch);
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

void drop_short_samples(std::vector<Item>& items, double min_time) {
  for (Item& item : items) {
    const double elements =
        static_cast<double>(item.elements()) * static_cast<double>(item.iterations);
    std::erase_if(item.samples, [&](const Sample& sample) {
      return sample.ns_per_element * elements * 1e-9 < 0.7 * min_time;
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
