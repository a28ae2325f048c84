// SPDX-License-Identifier: Apache-2.0
// gelu-count: how many instructions each kernel executes per element, and of which kinds. The same
// on every run and under any load, so that a change of some percent is a change of the code.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "benchmarks/count_expected.hpp"
#include "benchmarks/count_opcodes.hpp"
#include "benchmarks/count_step.hpp"
#include "benchmarks/inputs.hpp"
#include "benchmarks/record_build.hpp"
#include "benchmarks/selection.hpp"

namespace gelu::bench {
namespace {

// Multiples of what any loop takes at once; the difference of both is counted.
constexpr std::size_t k_few = 64, k_many = 128;

struct Options {
  Selection selection{
      .methods = "*", .dtypes = "f32", .backends = "*", .passes = "forward,backward"};
  std::string stepping = "auto", machine, out_json, out_csv, check, update;
  int repeats = 1;
  std::size_t call = 0;
  std::uint64_t seed = 1;
};

constexpr const char* k_footer =
    R"(--check FOLDER compares with FOLDER/counts_<compiler>.csv: more than 2 % is told, more than the
row's hard_pct fails; kernels that the file lacks are listed as new. --update FOLDER writes that file
from what is selected (portable methods only) and keeps its other rows.
Exit code: 0 ok, 1 over the hard limit or unequal repeats, 2 usage, 3 nothing selected, or nothing
to --check because the processor cannot be stepped or no counts of this compiler are known.)";

/// One call of a kernel, as the stepping sees it.
struct Work {
  const Cell* cell;
  Arrays arrays;
  std::size_t n;
};
/// Other tools find the kernel between entry and exit of this function.
extern "C" [[gnu::noinline]] void gelu_count_call(void* data) {
  const Work& work = *static_cast<const Work*>(data);
  run(work.cell->kernel, work.arrays, work.n);
  asm volatile("" ::: "memory");  // no tail call: the function ends after the kernel
}

/// Buffers for k_many elements of any type, filled for one kernel at a time.
class Bench {
 public:
  explicit Bench(std::uint64_t seed, std::size_t n = k_many) : seed_(seed), n_(n) {
    for (auto* buffer : {&x_, &with_, &y_, &dx_}) buffer->resize(n * sizeof(double));
  }
  Work work(const Cell& cell, std::size_t n) {
    fill_inputs("normal2", seed_, input(cell.kernel.dtype), n_, x_.data());
    fill_inputs("normal1", ~seed_ % k_seed_limit, input(cell.kernel.dtype), n_, with_.data());
    return {&cell, {x_.data(), with_.data(), y_.data(), dx_.data()}, n};
  }

 private:
  std::uint64_t seed_;
  std::size_t n_;
  std::vector<std::byte> x_, with_, y_, dx_;
};

/// times(many) - times(few) by address.
std::map<std::uintptr_t, double> difference(const Visits& few, const Visits& many) {
  std::map<std::uintptr_t, double> out;
  for (const Visit& visit : many) out[visit.address] += static_cast<double>(visit.times);
  for (const Visit& visit : few) out[visit.address] -= static_cast<double>(visit.times);
  return out;
}

/// Fills in opcodes, reads and writes, all per element.
void add_opcodes(Json& row, const Visits& few, const Visits& many, double elements) {
  for (const char* field : {"opcodes", "reads", "writes"}) row[field] = Json();
  if (!decoder_fault().empty()) return;
  std::map<std::string, double> kinds;
  double reads = 0, writes = 0;
  for (const auto& [address, times] : difference(few, many)) {
    if (times == 0) continue;
    const Opcode opcode = opcode_at(address);
    kinds[std::string(opcode.kind)] += times / elements;
    reads += opcode.reads ? times / elements : 0;
    writes += opcode.writes ? times / elements : 0;
  }
  std::erase_if(kinds, [](const auto& kind) { return kind.second == 0; });
  row["opcodes"] = kinds;
  row["reads"] = reads;
  row["writes"] = writes;
}

Json count(const Cell& cell, Stepping how, Bench& bench) {
  Work few = bench.work(cell, k_few), many = bench.work(cell, k_many);
  gelu_count_call(&many);  // once unseen: what happens at a first call only
  const Visits a = step(how, gelu_count_call, &few), b = step(how, gelu_count_call, &many);
  const auto more = static_cast<double>(total(b)) - static_cast<double>(total(a));
  const double each = more / static_cast<double>(k_many - k_few);
  Json row = row_of(cell);
  row["stepping"] = name(how);
  row["n"] = {k_few, k_many};
  row["instructions"] = {total(a), total(b)};
  row["instructions_per_element"] = each;
  add_opcodes(row, a, b, static_cast<double>(k_many - k_few));
  return row;
}

/// The way that works, or the reason why none does.
Stepping choose_stepping(const std::string& wanted, std::string& fault) {
  std::vector<Stepping> ways;
  if (wanted != "ptrace") ways.push_back(Stepping::trap_flag);
  if (wanted != "trap_flag") ways.push_back(Stepping::ptrace);
  for (const Stepping how : ways) {
    const std::string reason = stepping_fault(how);
    if (reason.empty()) {
      fault.clear();
      return how;
    }
    fault += fmt::format("{}{}: {}", fault.empty() ? "" : "; ", name(how), reason);
  }
  return ways.front();
}

/// Counts all cells; false when a repetition differs from the first.
bool count_all(const std::vector<const Cell*>& cells, Stepping how, const Options& o, Json& rows) {
  Bench bench(o.seed);
  int unequal = 0;
  for (const Cell* cell : cells) {
    const Json row = count(*cell, how, bench);
    for (int i = 1; i < o.repeats; ++i)
      if (count(*cell, how, bench) != row) {
        ++unequal;
        fmt::print(stderr, "repetition {} differs: {}\n", i + 1, cell->key);
      }
    rows.push_back(row);
  }
  if (o.repeats > 1)
    fmt::print(stderr, "{} repetitions of {} kernels: {} differences\n", o.repeats, cells.size(),
               unequal);
  return unequal == 0;
}

std::string table(const Json& rows) {
  std::size_t width = 3;
  for (const Json& row : rows) width = std::max(width, row["key"].get<std::string>().size());
  std::string text = fmt::format("{:{}} {:>12}  of these\n", "key", width, "instr/elem");
  for (const Json& row : rows) {
    std::vector<std::pair<double, std::string>> kinds;
    if (row["opcodes"].is_object())
      for (const auto& [kind, times] : row["opcodes"].items()) kinds.emplace_back(times, kind);
    std::sort(kinds.rbegin(), kinds.rend());
    text += fmt::format("{:{}} {:>12.4f} ", row["key"].get<std::string>(), width,
                        row["instructions_per_element"].get<double>());
    for (const auto& [times, kind] : kinds) text += fmt::format(" {} {:.3g}", kind, times);
    text += '\n';
  }
  return text;
}

std::filesystem::path expected_path(const std::string& folder) {
  return std::filesystem::path(folder) / expected_name(build_facts().compiler);
}

std::set<std::string> registered() {
  std::set<std::string> keys;
  for (const Cell& cell : registry()) keys.insert(cell.key);
  return keys;
}

void update(const std::string& folder, const Json& rows) {
  const std::filesystem::path path = expected_path(folder);
  Expectations expected;
  if (std::filesystem::exists(path)) expected = read_expected(path);
  for (const std::string& key : gone(expected, registered())) expected.erase(key);
  for (const Json& row : rows)
    if (row["origin"] == name(Origin::portable))
      expected[row["key"]].instructions = row["instructions_per_element"];
  write_file(path, expected_csv(expected));
  fmt::print(stderr, "{}: {} kernels\n", path.string(), expected.size());
}

int check(const std::string& folder, const Json& rows) {
  const std::filesystem::path path = expected_path(folder);
  if (!std::filesystem::exists(path)) {
    fmt::print(stderr, "nothing to compare: {} does not exist (--update {} makes it)\n",
               path.string(), folder);
    return k_nothing;
  }
  const Judgement judged = judge(read_expected(path), rows, registered());
  fmt::print("{}{} kernels compared: {} over the hard limit, {} over {} %, {} fewer\n", judged.text,
             judged.compared, judged.over_hard, judged.over_soft, k_soft_pct, judged.fewer);
  return judged.over_hard > 0 ? k_failed : k_ok;
}

int call_only(const std::vector<const Cell*>& cells, const Options& o) {
  Bench bench(o.seed, std::max(o.call, k_many));
  for (const Cell* cell : cells) {
    Work work = bench.work(*cell, o.call);
    gelu_count_call(&work);
  }
  return k_ok;
}

int count_program(const Options& o, const std::vector<std::string>& argv) {
  for (const std::string& warning : without_match(registry(), o.selection))
    fmt::print(stderr, "warning: {} matches nothing here\n", warning);
  std::vector<const Cell*> cells = select(registry(), o.selection);
  // Other libraries choose or make their code at the first call, and some start threads then.
  std::erase_if(cells, [](const Cell* cell) { return is_peer(*cell); });
  if (cells.empty()) {
    fmt::print(stderr, "nothing selected\n");
    return k_nothing;
  }
  if (o.call > 0) return call_only(cells, o);
  for (const std::string& path : {o.out_json, o.out_csv})
    if (!path.empty()) probe_file(path);
  Json record = new_record({"gelu-count", argv, o.seed, o.machine});
  record["counts"] = Json::array();
  std::string fault;
  const Stepping how = choose_stepping(o.stepping, fault);
  if (!fault.empty()) {
    record["absent"].push_back({{"what", "counts"}, {"reason", fault}});
    fmt::print(stderr, "absent: counts: {}\n", fault);
  }
  if (!decoder_fault().empty())
    record["absent"].push_back({{"what", "opcodes"}, {"reason", decoder_fault()}});
  const bool equal = !fault.empty() || count_all(cells, how, o, record["counts"]);
  finish_record(record);
  if (!o.out_json.empty()) write_file(o.out_json, to_json(record));
  if (!o.out_csv.empty()) write_file(o.out_csv, to_csv(record));
  if (!equal) return k_failed;
  if (!fault.empty()) return o.check.empty() && o.update.empty() ? k_ok : k_nothing;
  if (!o.update.empty()) update(o.update, record["counts"]);
  if (!o.check.empty()) return check(o.check, record["counts"]);
  if (o.update.empty()) fmt::print("{}", table(record["counts"]));
  return k_ok;
}

void add_options(CLI::App& app, Options& o) {
  add_selection_options(app, o.selection);
  app.add_option("--check", o.check, "folder of the expected counts");
  app.add_option("--update", o.update, "folder of the expected counts");
  app.add_option("--stepping", o.stepping, "auto, trap_flag or ptrace")
      ->check(CLI::IsMember({"auto", "trap_flag", "ptrace"}));
  app.add_option("--repeats", o.repeats, "count each kernel that often; all must agree")
      ->check(CLI::Range(1, 1000));
  app.add_option("--call", o.call, "call each kernel once with N elements, count nothing")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 24));
  app.add_option("--seed", o.seed, "seed of the inputs")
      ->check(CLI::Range(std::uint64_t{0}, k_seed_limit - 1));
  app.add_option("--out-json", o.out_json, "write the record");
  app.add_option("--out-csv", o.out_csv, "write it as CSV, one measurement per line");
  app.add_option("--machine", o.machine, "name of this machine (default: from its processor)");
}

}  // namespace
}  // namespace gelu::bench

int main(int argc, char** argv) {
  using namespace gelu::bench;
  Options options;
  CLI::App app{"Instructions that each GELU kernel executes per element.", "gelu-count"};
  add_options(app, options);
  app.footer(k_footer);
  try {
    app.parse(argc, argv);
    return count_program(options, {argv, argv + argc});
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {  // CLI's errors are std::exception too
    fmt::print(stderr, "gelu-count: {}\n", error.what());
    return k_usage;
  }
}
