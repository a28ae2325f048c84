// SPDX-License-Identifier: Apache-2.0
// gelu-throughput: how many elements per second each kernel does, beside the roofs of this machine.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <stdexcept>

#include "benchmarks/disturbance.hpp"
#include "benchmarks/doctor.hpp"
#include "benchmarks/inputs.hpp"
#include "benchmarks/machine.hpp"
#include "benchmarks/operations.hpp"
#include "benchmarks/throughput_check.hpp"
#include "benchmarks/throughput_plan.hpp"
#include "benchmarks/throughput_rows.hpp"
#include "benchmarks/throughput_run.hpp"

namespace gelu::bench {
namespace {

struct Options {
  Wishes wishes;
  Settings settings;
  std::string machine, out_json, out_csv;
  bool list = false, doctor = false, operations = false, no_check = false;
};

constexpr const char* k_footer = R"(Presets
  quick    f32 forward; of each method the best scalar, autovec, vc and stdx backend; l1, l2;
           one thread; about 45 s
  default  f32, all passes, all backends at l1; the best backend of each method at l2, l3, dram,
           forward with all threads at l2 and dram, forward and backward with streaming stores at
           dram, and the latency of forward; the other dtypes, best backend, at l1, l2; about 6 min
  full     everything at every level, 1 and all threads; 90 minutes and more
--methods, --dtypes, --backends, --passes, --levels, --n, --threads, --stores, --modes
replace that part of the preset.
relu and copy, the roofs, are always measured along with what is selected.
Every flag of Google Benchmark works too: --benchmark_filter=<regex>, --benchmark_out=<file>,
--benchmark_format=<console|json|csv>, --benchmark_list_tests, --benchmark_min_time=<s>, ...
Exit code: 0 ok, 1 a kernel failed its check (and was not timed), 2 usage, 3 nothing selected,
130 interrupted (what was measured is written).)";

void add_wishes(CLI::App& app, Wishes& w) {
  const char* group = "What is measured (comma lists of globs; !glob takes away)";
  app.add_option("--methods", w.methods, "such as 'erf_*,!erf_libm*'")->group(group);
  app.add_option("--dtypes", w.dtypes, "f64, f32, f16, bf16, f32_bf16, i8")->group(group);
  app.add_option("--backends", w.backends, "'stdx', 'stdx-avx512', ...")->group(group);
  app.add_option("--passes", w.passes, "forward, backward")->group(group);
  app.add_option("--levels", w.levels, "l1, l2, l3, dram: sizes from this machine's caches")
      ->group(group);
  app.add_option("--n", w.sizes, "elements per thread, instead of levels")
      ->delimiter(',')
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 33))
      ->group(group);
  app.add_option("--threads", w.threads, "numbers, 'all', or 'each': 1, 2, 4, ... all")
      ->group(group);
  app.add_option("--stores", w.stores,
                 "plain, streaming: results by ordinary stores, or around the caches")
      ->group(group);
  app.add_option("--modes", w.modes,
                 "throughput, latency (a chain of calls in registers: f32 forward)")
      ->group(group);
  app.add_option("--prefetch", w.prefetch, "bytes that streaming passes fetch ahead")
      ->delimiter(',')
      ->check(CLI::Range(std::size_t{0}, std::size_t{1} << 30))
      ->group(group);
  app.add_option("--preset", w.preset, "quick, default, full")->group(group)->capture_default_str();
  app.add_flag_callback(
         "--full", [&w] { w.preset = "full"; }, "--preset full")
      ->group(group);
  app.add_flag_callback(
         "--quick", [&w] { w.preset = "quick"; }, "--preset quick")
      ->group(group);
}

void add_settings(CLI::App& app, Options& o) {
  const char* group = "How it is measured";
  Settings& s = o.settings;
  app.add_option("--inputs", s.inputs, "normal2, normal1, normal4, uniform4, specials")
      ->check([](const std::string& name) {
        return is_input_name(name) ? std::string() : "unknown inputs '" + name + "'";
      })
      ->group(group)
      ->capture_default_str();
  app.add_option("--seed", s.seed, "seed of the inputs")
      ->check(CLI::Range(std::uint64_t{0}, k_seed_limit - 1))
      ->group(group)
      ->capture_default_str();
  app.add_option("--repetitions", s.repetitions, "samples per row, interleaved at random")
      ->check(CLI::Range(1, 10000))
      ->group(group)
      ->capture_default_str();
  app.add_option("--min-time", s.min_time_s, "seconds per sample (default: what fits the budget)")
      ->check(CLI::Range(1e-5, 60.0))
      ->group(group);
  app.add_option("--budget", s.budget_s,
                 "seconds for all samples (default: 35 quick, 330 default, 5400 full)")
      ->check(CLI::Range(0.1, 1e6))
      ->group(group);
  app.add_flag("--no-check", o.no_check, "time kernels without checking their results")
      ->group(group);
}

void add_output(CLI::App& app, Options& o) {
  const char* group = "What comes out";
  app.add_flag("--list", o.list, "print what would be measured")->group(group);
  app.add_flag("--operations", o.operations, "print what each method does per element, as JSON")
      ->group(group);
  app.add_flag("--doctor", o.doctor, "what this machine can and cannot tell apart, in seconds")
      ->group(group);
  app.add_option("--out-json", o.out_json, "write the record")->group(group);
  app.add_option("--out-csv", o.out_csv, "write it as CSV, one measurement per line")->group(group);
  app.add_option("--machine", o.machine, "name of this machine (default: from its processor)")
      ->check([](const std::string& name) {
        return is_machine_name(name) ? std::string()
                                     : "a machine's name is made of letters, digits, '.', '_', '-'";
      })
      ->group(group);
}

/// A rough time of one dependent call, for the schedule.
constexpr double k_call_ns = 20;

/// Removes the items whose kernel fails, fills in estimates. Returns the refused ones as rows.
Json check_kernels(std::vector<Item>& items, std::uint64_t seed) {
  Checker checker(seed);
  std::map<const Cell*, Checker::Verdict> verdicts;
  Json refused = Json::array();
  for (Item& item : items) {
    auto [it, fresh] = verdicts.try_emplace(item.cell);
    if (fresh) {
      it->second = checker.check(*item.cell);
      if (!it->second.fault.empty()) {
        fmt::print(stderr, "not timed: {}: {}\n", item.cell->key, it->second.fault);
        refused.push_back({{"key", item.cell->key}, {"reason", it->second.fault}});
      }
    }
    const bool latency = item.way.mode == Mode::latency;
    item.estimate_ns = latency ? k_call_ns : it->second.ns_per_element;
  }
  std::erase_if(items, [&](const Item& item) { return !verdicts[item.cell].fault.empty(); });
  return refused;
}

Json settings_json(const Options& o) {
  const Settings& s = o.settings;
  return {{"preset", o.wishes.preset},
          {"inputs", s.inputs},
          {"repetitions", s.repetitions},
          {"min_time_s", s.min_time_s},
          {"budget_s", s.budget_s},
          {"random_order", s.random_order},
          {"call", "kernel, not gelu_forward"}};
}

void write_outputs(const Options& o, const Json& record) {
  if (!o.out_json.empty()) write_file(o.out_json, to_json(record));
  if (!o.out_csv.empty()) write_file(o.out_csv, to_csv(record));
}

int print_list(const std::vector<Item>& items, bool names_only) {
  for (const Item& item : items) {
    if (names_only) {
      fmt::print("{}\n", item.full_name());
    } else {
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", item.cell->key,
                 name(item.cell->kernel.formula), item.level, item.n, item.threads,
                 name(item.way.mode), name(item.way.stores), item.way.prefetch_bytes);
    }
  }
  return k_ok;
}

/// Fills the rows in, writes and prints. Returns the exit code.
int report(const Options& o, const std::vector<Item>& items, bool table, bool complete,
           Json& record) {
  record["complete"] = complete;
  for (const Item& item : items)
    if (!item.samples.empty())
      record["throughput"].push_back(throughput_row(items, item, o.settings.inputs, !o.no_check));
  finish_record(record);
  write_outputs(o, record);
  if (table) fmt::print("{}", throughput_table(record["throughput"]));
  if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write to stdout");
  if (!complete) fmt::print(stderr, "interrupted: {} rows kept\n", record["throughput"].size());
  return !complete ? k_interrupted : record["refused"].empty() ? k_ok : k_failed;
}

/// Disturbed rows once more, unless Google Benchmark writes: its output has one session.
void settle_all(const Options& o, std::vector<Item>& items, const BenchmarkFlags& flags,
                const std::function<int()>& stop, Json& record) {
  std::function<void(std::vector<Item>&)> again;
  if (flags.format.empty() && flags.out.empty())
    again = [&](std::vector<Item>& some) {
      fmt::print(stderr, "{} rows were disturbed: once more\n", some.size());
      measure(some, o.settings, flags, stop);
    };
  const std::size_t repeated = settle(items, again);
  record["environment"].update(seen(items));
  record["environment"]["rows_repeated"] = repeated;
  const auto marked = std::count_if(items.begin(), items.end(),
                                    [](const Item& item) { return !item.disturbed.empty(); });
  if (marked > 0) fmt::print(stderr, "{} rows stay marked as disturbed\n", marked);
}

int run_doctor(const Options& o, const std::vector<std::string>& argv) {
  for (const std::string& path : {o.out_json, o.out_csv})
    if (!path.empty()) probe_file(path);
  std::string text;
  write_outputs(o, doctor_record({"gelu-throughput", argv, o.settings.seed, o.machine}, text));
  fmt::print("{}", text);
  if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write to stdout");
  return k_ok;
}

int run_plan(Options& o, Plan& plan, const BenchmarkFlags& flags,
             const std::vector<std::string>& argv) {
  std::vector<Item>& items = plan.items;
  Json record = new_record({"gelu-throughput", argv, o.settings.seed, o.machine});
  for (const Absent& absent : plan.absent)
    record["absent"].push_back({{"what", absent.what}, {"reason", absent.reason}});
  record["refused"] = o.no_check ? Json::array() : check_kernels(items, o.settings.seed);
  if (!items.empty()) fit_settings(items, o.wishes.preset, o.settings);
  record["settings"] = settings_json(o);
  record["operations"] = operations();
  if (!items.empty()) {
    const auto stop = [&] {
      drop_short_samples(items, o.settings.min_time_s);
      return report(o, items, flags.format.empty(), false, record);
    };
    measure(items, o.settings, flags, stop);
    settle_all(o, items, flags, stop, record);
  }
  return report(o, items, flags.format.empty(), true, record);
}

int run_program(Options& o, const std::vector<std::string>& argv) {
  if (o.operations) {
    for (const Json& row : operations()) fmt::print("{}\n", row.dump());
    return k_ok;
  }
  if (o.doctor) return run_doctor(o, argv);
  const BenchmarkFlags flags = read_benchmark_flags(o.settings);
  Plan plan = make_plan(full_registry(), o.wishes);
  apply_filter(plan.items, flags.filter);
  add_roofs(full_registry(), plan.items);
  for (const std::string& warning : plan.warnings)
    fmt::print(stderr, "warning: {} matches nothing here\n", warning);
  if (plan.items.empty()) {
    fmt::print(stderr, "nothing selected\n");
    return k_nothing;
  }
  if (o.list || flags.list) return print_list(plan.items, flags.list);
  for (const std::string& path : {o.out_json, o.out_csv, flags.out})
    if (!path.empty()) probe_file(path);
  return run_plan(o, plan, flags, argv);
}

}  // namespace
}  // namespace gelu::bench

int main(int argc, char** argv) {
  using namespace gelu::bench;
  Options options;
  CLI::App app{"Throughput of the GELU kernels that this machine can run, against relu and copy.",
               "gelu-throughput"};
  add_wishes(app, options.wishes);
  add_settings(app, options);
  add_output(app, options);
  app.footer(k_footer);
  const std::vector<std::string> words(argv, argv + argc);
  std::vector<std::string> own;
  for (int i = argc - 1; i > 0; --i) {  // CLI11 takes its words in reverse
    const std::string word = argv[i];
    if (word.starts_with("--benchmark_")) {
      options.settings.benchmark_flags.insert(options.settings.benchmark_flags.begin(), word);
    } else {
      own.push_back(word);
    }
  }
  try {
    app.parse(own);
    return run_program(options, words);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {  // CLI's errors are std::exception too
    fmt::print(stderr, "gelu-throughput: {}\n", error.what());
    return k_usage;
  }
}
