// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_confirm.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "benchmarks/accuracy_bounds.hpp"
#include "benchmarks/accuracy_sweep.hpp"
#include "benchmarks/certificate_hash.hpp"
#include "benchmarks/cuda_cells.hpp"
#include "benchmarks/record.hpp"
#include "benchmarks/selection.hpp"

namespace gelu::bench {
namespace {

struct ConfirmOptions {
  Selection selection;
  std::string bounds;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  bool one_backend = false;
};

/// The selected kernels whose results can be certified one by one: portable ones, of a type with as
/// few inputs as that, of passes that have certificates of their own.
std::vector<const Cell*> certifiable(const ConfirmOptions& o) {
  std::vector<const Cell*> kept;
  for (const Job& job : make_jobs(select(all_cells(), o.selection))) {
    const GroupState state = new_state(job, {});
    for (std::size_t k = 0; k < job.cells.size(); ++k) {
      const Cell& cell = *job.cells[k];
      if (cell.kernel.origin == Origin::portable && !is_peer(cell) && is_single(cell.kernel.pass) &&
          state.coverage != Coverage::search &&
          (state.kernels[k].promised_by.empty() || !o.one_backend))
        kept.push_back(&cell);
    }
  }
  return kept;
}

int confirm(const ConfirmOptions& o) {
  const std::vector<Bound> bounds = read_bounds(o.bounds);
  const std::vector<const Cell*> cells = certifiable(o);
  if (cells.empty()) {
    fmt::print(stderr, "nothing selected that can be certified\n");
    return k_nothing;
  }
  std::size_t confirmed = 0;
  for (const Cell* cell : cells) {
    const Bound* bound = find_bound(bounds, *cell);
    if (bound == nullptr || !bound->hash) {
      fmt::print("{:<10} {}\n", "NO HASH", cell->key);
      continue;
    }
    const std::uint64_t hash = hash_of_results(*cell, o.threads);
    if (g_stop) {
      fmt::print(stderr, "interrupted\n");
      return k_interrupted;
    }
    const bool same = hash == *bound->hash;
    confirmed += same ? 1 : 0;
    fmt::print("{:<10} {:<48} 0x{:016x} {:>9.3g} ulp {:>9.3g} absolute\n",
               same ? "certified" : "DIFFERS", cell->key, hash, bound->ulp.max, bound->abs.max);
    std::fflush(stdout);
  }
  fmt::print("{} of {} kernels have all the results that were certified\n", confirmed,
             cells.size());
  return confirmed == cells.size() ? k_ok : k_failed;
}

}  // namespace

int confirm_command(int argc, char** argv) {
  ConfirmOptions o;
  CLI::App app{
      "Are these the results that were certified? All are computed, and their hash compared.",
      "gelu-accuracy confirm"};
  app.add_option("bounds", o.bounds, "table of bounds and hashes: kernels/bounds.csv")->required();
  add_selection_options(app, o.selection);
  app.add_flag("--one-backend", o.one_backend,
               "of the backends that promise the same bits only one");
  app.add_option("--threads", o.threads, "threads (default: all processors)")
      ->check(CLI::Range(1U, 4096U));
  app.footer(
      "Exit code: 0 all have them, 1 one has not or the table lacks it, 2 usage, 3 nothing "
      "selected.");
  try {
    app.parse(argc, argv);
    return confirm(o);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {
    fmt::print(stderr, "gelu-accuracy confirm: {}\n", error.what());
    return k_usage;
  }
}

}  // namespace gelu::bench
