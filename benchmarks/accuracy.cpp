// SPDX-License-Identifier: Apache-2.0
// gelu-accuracy: the largest error of each kernel over every input, against the judge.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "benchmarks/accuracy_bounds.hpp"
#include "benchmarks/accuracy_carry.hpp"
#include "benchmarks/accuracy_confirm.hpp"
#include "benchmarks/accuracy_judge.hpp"
#include "benchmarks/accuracy_reference.hpp"
#include "benchmarks/accuracy_state.hpp"
#include "benchmarks/accuracy_sweep.hpp"
#include "benchmarks/certificate_rows.hpp"
#include "benchmarks/cuda_cells.hpp"
#include "benchmarks/machine.hpp"
#include "benchmarks/selection.hpp"

namespace gelu::bench {
namespace {

struct Options {
  Selection selection;
  SweepOptions sweep;
  std::string shard, resume, carry, machine, out_json, out_csv, write_bounds, check_bounds;
  std::vector<std::string> merged;
  bool list = false, quiet = false, one_backend = false;
};

constexpr const char* k_footer = R"(Inputs
  16-bit types: every one, always.   f64: a search (strata and hill-climbing).
  f32, also to bf16: a sample of every binade (default), a smaller one (--quick: forward only, and
  of the backends that promise the same bits only one), or all 2^32 (--exhaustive).
  forward_backward, bias and gated have the bits of forward and backward: no certificates of their
  own.
Other commands
  gelu-accuracy confirm --help     are these the results that were certified? seconds per kernel
  gelu-accuracy reference --help   correctly rounded values
  gelu-accuracy judge --help       certify a function of another program
  gelu-accuracy merge --help       one result from the states of shards
Exit code: 0 ok, 1 a bound or a promise of equal bits is broken, 2 usage, 3 nothing selected,
130 interrupted (--resume FILE then holds what was done).)";

void add_options(CLI::App& app, Options& o) {
  add_selection_options(app, o.selection);
  app.add_flag("--exhaustive", o.sweep.exhaustive, "every f32 input");
  app.add_flag("--quick", o.sweep.quick, "a small sample")->excludes("--exhaustive");
  app.add_flag("--one-backend", o.one_backend,
               "of the backends that promise the same bits only one (implied by --quick; for "
               "library methods also by --exhaustive)");
  app.add_option("--threads", o.sweep.threads, "threads (default: all processors)")
      ->check(CLI::Range(1U, 4096U));
  app.add_option("--seed", o.sweep.seed, "seed of the f64 search")
      ->check(CLI::Range(std::uint64_t{0}, k_seed_limit - 1));
  app.add_option("--resume", o.resume, "state file: continued when it exists, written at the end");
  app.add_option("--carry", o.carry,
                 "record: kernels whose results, all hashed, are those judged there keep their "
                 "certificate; the others are judged")
      ->excludes("--resume");
  app.add_option("--shard", o.shard, "i/n: only every n-th unit from the i-th on, i < n");
  app.add_option("--write-bounds", o.write_bounds, "put this run's errors into a table of bounds");
  app.add_option("--check-bounds", o.check_bounds, "compare this run with a table of bounds")
      ->excludes("--carry");
  app.add_flag("--quiet", o.quiet, "no progress");
  app.add_flag("--list", o.list, "print what would be measured");
}

void add_output(CLI::App& app, Options& o) {
  app.add_option("--out-json", o.out_json, "write the record");
  app.add_option("--out-csv", o.out_csv, "write it as CSV, one measurement per line");
  app.add_option("--machine", o.machine, "name of this machine (default: from its processor)")
      ->check([](const std::string& name) {
        return is_machine_name(name) ? std::string()
                                     : "a machine's name is made of letters, digits, '.', '_', '-'";
      });
}

void read_shard(Options& o) {
  if (o.shard.empty()) return;
  unsigned long long i = 0, n = 0;
  char rest = 0;
  if (std::sscanf(o.shard.c_str(), "%llu/%llu%c", &i, &n, &rest) != 2 || i >= n || n > 100000)
    throw std::invalid_argument(fmt::format("--shard: '{}' is not i/n with i < n", o.shard));
  if (o.resume.empty()) throw std::invalid_argument("--shard needs --resume FILE for its result");
  o.sweep.shard = i;
  o.sweep.shards = n;
}

/// What --quick and --one-backend leave out, and --exhaustive of the slow library methods, unless
/// it was asked for.
std::vector<const Cell*> fewer_cells(const Options& o, const std::vector<const Cell*>& cells) {
  std::vector<const Cell*> kept;
  const bool all = o.selection.backends == "*";
  const bool one = o.one_backend || (o.sweep.quick && all);
  const auto is_slow = [&](const Cell& cell) {
    return o.sweep.exhaustive && all && input(cell.kernel.dtype) == Dtype::f32 &&
           cell.kernel.origin == Origin::library;
  };
  for (const Job& job : make_jobs(cells)) {
    const GroupState state = new_state(job, o.sweep);
    if (o.sweep.quick && o.selection.passes == "*" && job.group.pass != Pass::forward) continue;
    if (o.sweep.quick && o.selection.dtypes == "*" && job.group.dtype == Dtype::f64) continue;
    for (std::size_t k = 0; k < job.cells.size(); ++k)
      if (state.kernels[k].promised_by.empty() || !(one || is_slow(*job.cells[k])))
        kept.push_back(job.cells[k]);
  }
  return kept;
}

bool same_kernels(const GroupState& a, const GroupState& b) {
  return a.kernels.size() == b.kernels.size() && a.coverage == b.coverage && a.quick == b.quick &&
         a.seed == b.seed &&
         std::equal(a.kernels.begin(), a.kernels.end(), b.kernels.begin(),
                    [](const Entry& x, const Entry& y) { return x.key == y.key; });
}

/// New states, or those of the file to be continued.
std::vector<GroupState> start_states(const Options& o, const std::vector<Job>& jobs) {
  std::vector<GroupState> states;
  states.reserve(jobs.size());
  for (const Job& job : jobs) states.push_back(new_state(job, o.sweep));
  if (o.resume.empty() || !std::filesystem::exists(o.resume)) return states;
  std::vector<GroupState> found = read_state(o.resume);
  const bool fits =
      found.size() == states.size() && std::equal(found.begin(), found.end(), states.begin(),
                                                  [](const GroupState& a, const GroupState& b) {
                                                    return a.group == b.group && same_kernels(a, b);
                                                  });
  if (!fits)
    throw std::runtime_error(o.resume + ": made with another selection, seed or set of kernels");
  return found;
}

const Cell& cell_of(const std::string& key) {
  for (const Cell& cell : registry())
    if (cell.key == key) return cell;
  throw std::runtime_error("kernel " + key + " is not on this machine");
}

void write_results(const Options& o, const std::vector<GroupState>& states, Json& record) {
  for (const GroupState& state : states) {
    const Map map(state.group);
    for (const Entry& e : state.kernels) {
      const Cell& cell = cell_of(e.key);
      append_rows(record["accuracy"], cell, state, e, map);
      const bool kept = !e.promised_by.empty() && e.broken.n == 0;
      append_special_values(record["special_values"], cell,
                            kept ? &cell_of(e.promised_by) : nullptr);
    }
  }
  bool complete = true;
  for (const GroupState& state : states) complete = complete && state.complete();
  record["complete"] = complete;
  finish_record(record);
  if (!o.out_json.empty()) write_file(o.out_json, to_json(record));
  if (!o.out_csv.empty()) write_file(o.out_csv, to_csv(record));
}

/// Kernels that promise the bits of another one and do not have them.
bool report_broken(const std::vector<GroupState>& states) {
  bool any = false;
  for (const GroupState& state : states) {
    for (const Entry& e : state.kernels) {
      if (e.broken.n == 0) continue;
      any = true;
      fmt::print(stderr, "gelu-accuracy: {} differs from {} in {} units, first from {}\n", e.key,
                 e.promised_by, e.broken.n, hex(e.broken.first, state.group.dtype));
    }
  }
  return any;
}

int judge(const Options& o, const std::vector<GroupState>& states) {
  bool failed = report_broken(states);
  if (!o.write_bounds.empty()) {
    std::vector<Bound> known;
    if (std::filesystem::exists(o.write_bounds)) known = read_bounds(o.write_bounds);
    write_file(o.write_bounds, bounds_text(std::move(known), states));
  }
  if (!o.check_bounds.empty()) {
    const std::vector<std::string> faults = check_bounds(read_bounds(o.check_bounds), states);
    for (const std::string& fault : faults) fmt::print(stderr, "gelu-accuracy: {}\n", fault);
    failed = failed || !faults.empty();
  }
  return failed ? k_failed : k_ok;
}

int list(const std::vector<Job>& jobs, const Options& o) {
  for (const Job& job : jobs) {
    const GroupState state = new_state(job, o.sweep);
    for (const Entry& e : state.kernels)
      fmt::print("{}\t{}\t{}\t{}\n", e.key, name(job.group.formula), name(state.coverage),
                 e.promised_by);
  }
  return k_ok;
}

int measure(Options& o, const std::vector<std::string>& argv) {
  read_shard(o);
  std::vector<const Cell*> cells = select(all_cells(), o.selection);
  for (const std::string& item : without_match(all_cells(), o.selection))
    fmt::print(stderr, "warning: {} matches nothing here\n", item);
  // The other passes have the bits of these two, so they inherit their certificates.
  if (std::erase_if(cells, [](const Cell* c) { return !is_single(c->kernel.pass); }) != 0 &&
      cells.empty())
    fmt::print(stderr, "forward_backward, bias and gated follow from forward and backward\n");
  cells = fewer_cells(o, cells);
  if (cells.empty()) {
    fmt::print(stderr, "nothing selected\n");
    return k_nothing;
  }
  std::vector<Job> jobs = make_jobs(cells);
  for (const Job& job : jobs)
    if (!o.write_bounds.empty() && new_state(job, o.sweep).coverage == Coverage::sample)
      throw std::invalid_argument("--write-bounds needs --exhaustive: a sample bounds nothing");
  if (o.list) return list(jobs, o);
  for (const std::string& path : {o.out_json, o.out_csv, o.resume, o.write_bounds})
    if (!path.empty()) probe_file(path);
  Json record = new_record({"gelu-accuracy", argv, o.sweep.seed, o.machine});
  if (!o.carry.empty()) {
    carry(record, o.carry, cells, o.sweep.threads, o.quiet);
    jobs = make_jobs(cells);
  }
  std::vector<GroupState> states = start_states(o, jobs);
  double work = 0;
  for (std::size_t j = 0; j < jobs.size(); ++j) work += work_left(jobs[j], o.sweep, states[j]);
  {
    Progress progress(work, o.quiet);
    for (std::size_t j = 0; j < jobs.size() && !g_stop; ++j)
      sweep(jobs[j], o.sweep, states[j], progress);
  }
  if (!o.resume.empty()) write_file(o.resume, state_text(states));
  if (!g_stop || !o.out_json.empty() || !o.out_csv.empty()) write_results(o, states, record);
  fmt::print("{}", accuracy_table(states));
  if (g_stop) {
    fmt::print(stderr, "interrupted{}\n",
               o.resume.empty() ? "" : "; the same command with --resume " + o.resume + " goes on");
    return k_interrupted;
  }
  return judge(o, states);
}

int merge(Options& o, const std::string& out_state, const std::vector<std::string>& argv) {
  std::vector<GroupState> states;
  for (const std::string& path : o.merged) merge_states(states, read_state(path));
  Json record = new_record({"gelu-accuracy", argv, states.empty() ? 0 : states[0].seed, o.machine});
  if (!out_state.empty()) write_file(out_state, state_text(states));
  if (!o.out_json.empty() || !o.out_csv.empty()) write_results(o, states, record);
  fmt::print("{}", accuracy_table(states));
  return judge(o, states);
}

int run(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "reference")
    return reference_command(argc - 1, argv + 1);
  if (argc > 1 && std::string_view(argv[1]) == "confirm")
    return confirm_command(argc - 1, argv + 1);
  if (argc > 1 && std::string_view(argv[1]) == "judge") return judge_command(argc - 1, argv + 1);
  Options options;
  std::string out_state;
  const std::vector<std::string> words(argv, argv + argc);
  CLI::App app{"Errors of the GELU kernels that this machine can run, certified input by input.",
               "gelu-accuracy"};
  add_options(app, options);
  add_output(app, options);
  app.footer(k_footer);
  CLI::App* command = app.add_subcommand("merge", "One result from the state files of shards.");
  command->add_option("states", options.merged, "state files")->required();
  command->add_option("--out-state", out_state, "write the merged state");
  add_output(*command, options);
  options.sweep.threads = std::max(1U, std::thread::hardware_concurrency());
  try {
    app.parse(argc, argv);
    return command->parsed() ? merge(options, out_state, words) : measure(options, words);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForAllHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {  // CLI's errors are std::exception too
    fmt::print(stderr, "gelu-accuracy: {}\n", error.what());
    return k_usage;
  }
}

}  // namespace
}  // namespace gelu::bench

int main(int argc, char** argv) {
  struct sigaction action {};
  action.sa_handler = [](int) { gelu::bench::g_stop = true; };
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return gelu::bench::run(argc, argv);
}
