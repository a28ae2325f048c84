// SPDX-License-Identifier: Apache-2.0
// What a run is made of: jobs, units, states; and how far it is.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <stdexcept>

#include "benchmarks/accuracy_search.hpp"
#include "benchmarks/accuracy_sweep.hpp"
#include "reference/formats.hpp"

namespace gelu::bench {
namespace {

/// The quickest backends first: they are certified, the others confirmed by equal bits.
int rank(const Cell& cell) {
  const auto has = [&](std::string_view isa) { return cell.isa.find(isa) != std::string::npos; };
  int r = has("avx512") ? 0 : has("avx2") ? 2 : has("avx") ? 4 : has("sse4") ? 6 : 8;
  if (cell.backend == "scalar") r = 20;
  return r + (cell.backend == "autovec" ? 1 : 0);
}

/// A peer chooses its code by the instruction set.
bool promises_bits_of(const Cell& cell, const Cell& leader) {
  return !is_peer(cell) && !is_peer(leader) && cell.kernel.origin == leader.kernel.origin &&
         same_bits_in_a_process(cell.kernel.origin) && cell.fma == leader.fma &&
         std::string_view(cell.kernel.method) == leader.kernel.method;
}

/// Blocks of a sample: `dense` per binade where the formula is not trivial, else the first, one
/// amid and the last; infinities and one block of NaN.
std::vector<std::uint64_t> sample_blocks(std::size_t dense) {
  constexpr std::uint64_t k_binade = 1 << 23;
  std::vector<std::uint64_t> plan;
  for (const std::uint64_t sign : {0x00000000U, 0x80000000U}) {
    for (std::uint64_t field = 0; field < 255; ++field) {
      const bool trivial = field < 127 - 26 || field > 127 + 6;
      const std::size_t n = trivial ? 2 : dense;
      constexpr std::uint64_t k_blocks = k_binade / ref::k_block;
      for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t block = i * (k_blocks - 1) / (n - 1);  // both borders of the binade
        plan.push_back(sign | (field * k_binade + block * ref::k_block));
      }
    }
    plan.push_back(sign | 0x7f800000);
    plan.push_back(sign | (0x80000000 - ref::k_block));
  }
  return plan;
}

}  // namespace

std::vector<std::uint64_t> block_plan(const Group& group, Coverage coverage, bool quick) {
  if (coverage == Coverage::sample) return sample_blocks(quick ? 12 : 64);
  std::vector<std::uint64_t> plan;
  const std::uint64_t end = std::uint64_t{1} << ref::format(group.in()).bits;
  for (std::uint64_t first = 0; first < end; first += ref::k_block) plan.push_back(first);
  return plan;
}

std::vector<Job> make_jobs(const std::vector<const Cell*>& cells) {
  std::vector<Job> jobs;
  for (const Cell* cell : cells) {
    const Kernel& k = cell->kernel;
    const Group group{k.formula, k.pass, k.dtype};
    auto job =
        std::find_if(jobs.begin(), jobs.end(), [&](const Job& j) { return j.group == group; });
    if (job == jobs.end()) job = jobs.insert(jobs.end(), Job{group, {}});
    job->cells.push_back(cell);
  }
  for (Job& job : jobs) {
    std::stable_sort(job.cells.begin(), job.cells.end(), [](const Cell* a, const Cell* b) {
      const std::string_view ma = a->kernel.method, mb = b->kernel.method;
      if (ma != mb) return ma < mb;
      if (a->fma != b->fma) return a->fma;
      return rank(*a) < rank(*b);
    });
  }
  return jobs;
}

GroupState new_state(const Job& job, const SweepOptions& options) {
  GroupState state;
  state.group = job.group;
  state.seed = options.seed;
  state.coverage = job.group.dtype == Dtype::f64                         ? Coverage::search
                   : job.group.in() == Dtype::f32 && !options.exhaustive ? Coverage::sample
                                                                         : Coverage::exhaustive;
  state.quick = options.quick && state.coverage == Coverage::sample;
  const Cell* leader = nullptr;
  for (const Cell* cell : job.cells) {
    Entry entry;
    entry.key = cell->key;
    if (leader != nullptr && promises_bits_of(*cell, *leader)) {
      entry.promised_by = leader->key;
    } else {
      leader = cell;
    }
    state.kernels.push_back(std::move(entry));
  }
  state.done.assign(state.coverage == Coverage::search
                        ? search_plan().size()
                        : block_plan(job.group, state.coverage, state.quick).size(),
                    false);
  return state;
}

bool GroupState::complete() const {
  return std::all_of(done.begin(), done.end(), [](bool d) { return d; });
}

void GroupState::merge(const GroupState& o) {
  const auto refuse = [&](const std::string& why) {
    throw std::runtime_error(fmt::format("cannot merge {}: {}", to_string(group), why));
  };
  if (done.size() != o.done.size() || coverage != o.coverage || quick != o.quick || seed != o.seed)
    refuse("chosen inputs differ");
  if (kernels.size() != o.kernels.size()) refuse("kernels differ");
  for (std::size_t u = 0; u < done.size(); ++u) {
    if (done[u] && o.done[u]) refuse("some inputs are in both");
    if (o.done[u]) done[u] = true;
  }
  reference.merge(o.reference);
  model.take(o.model);
  for (std::size_t k = 0; k < kernels.size(); ++k) {
    if (kernels[k].key != o.kernels[k].key || kernels[k].promised_by != o.kernels[k].promised_by)
      refuse("kernels differ");
    kernels[k].broken.take(o.kernels[k].broken);
    kernels[k].certificate.merge(o.kernels[k].certificate);
  }
}

struct Progress::State {
  using Clock = std::chrono::steady_clock;
  std::mutex mutex;
  double total = 0, done = 0;
  bool quiet = false, terminal = isatty(STDERR_FILENO) != 0, shown = false;
  Clock::time_point start = Clock::now(), last = start;
};

Progress::Progress(double total_work, bool quiet) : state_(new State) {
  state_->total = total_work;
  state_->quiet = quiet;
}

Progress::~Progress() {
  if (state_->shown && state_->terminal) fmt::print(stderr, "\r\033[K");
  delete state_;
}

void Progress::add(double work) {
  const std::lock_guard lock(state_->mutex);
  State& s = *state_;
  s.done += work;
  const auto now = State::Clock::now();
  const double pause = s.terminal ? 0.5 : 10;
  if (s.quiet || std::chrono::duration<double>(now - s.last).count() < pause) return;
  s.last = now;
  s.shown = true;
  const double spent = std::chrono::duration<double>(now - s.start).count();
  const double left = spent / s.done * (s.total - s.done);
  fmt::print(stderr, "{}{:5.1f} %, {:.0f} s spent, about {:.0f} s left{}", s.terminal ? "\r" : "",
             100 * s.done / s.total, spent, left, s.terminal ? "\033[K" : "\n");
  std::fflush(stderr);
}

}  // namespace gelu::bench
