// SPDX-License-Identifier: Apache-2.0
// Runs all kernels of a group over blocks of encodings, the truth computed once per block, and
// keeps what is needed to stop, go on, and merge shards.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/certificate_truth.hpp"
#include "kernels/registry.hpp"

namespace gelu::bench {

/// How the inputs are chosen.
enum class Coverage : std::uint8_t {
  exhaustive,  ///< every encoding: the maxima are upper bounds
  sample,      ///< some blocks of each binade: largest error seen
  search,      ///< f64: strata and hill-climbing: largest error found
};
inline constexpr std::array<std::string_view, 3> k_coverage_names{"exhaustive", "sample", "search"};
constexpr std::string_view name(Coverage c) {
  return k_coverage_names[static_cast<std::size_t>(c)];
}

/// What is known about one kernel so far.
struct Entry {
  std::string key;
  std::string promised_by;  ///< key of the kernel that must have the same bits; else empty
  Count broken;             ///< blocks where it has not, and the first encoding of the first one
  Certificate certificate;
};

/// One group's progress and results: what a state file holds.
struct GroupState {
  Group group;
  Coverage coverage = Coverage::exhaustive;
  bool quick = false;
  std::uint64_t seed = 0;
  std::vector<bool> done;  ///< per unit: a block of encodings, or a stratum of the search
  Certificate reference;   ///< of the correctly rounded function itself
  Distance model;          ///< formula to exact GELU
  std::vector<Entry> kernels;

  bool complete() const;
  void merge(const GroupState& other);  ///< throws when units or kernels do not fit together
};

/// A group, its kernels and the order in which they run.
struct Job {
  Group group;
  std::vector<const Cell*> cells;  ///< those that promise the same bits stand together
};
/// One job per group, in the order of the cells.
std::vector<Job> make_jobs(const std::vector<const Cell*>& cells);

struct SweepOptions {
  bool exhaustive = false;  ///< f32: every encoding
  bool quick = false;       ///< f32: a smaller sample
  unsigned threads = 1;
  std::uint64_t shard = 0, shards = 1;
  std::uint64_t seed = 0;
};

/// A state with nothing done, for the job.
GroupState new_state(const Job&, const SweepOptions&);
/// First encodings of the blocks of the units.
std::vector<std::uint64_t> block_plan(const Group&, Coverage, bool quick);

/// Counts work and tells how long it may take, on stderr.
class Progress {
 public:
  Progress(double total_work, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void add(double work);

 private:
  struct State;
  State* state_;
};

/// Set by the signal handler: finish the block in hand, then return.
extern std::atomic<bool> g_stop;

/// Adds to `state` the units of this shard that are not done. Returns early when g_stop is set.
void sweep(const Job&, const SweepOptions&, GroupState& state, Progress&);
/// The kernels of a job over some blocks (or strata, for f64), on this thread. The state's `done`
/// is not touched: for tests, which choose their own inputs.
void certify(const Job&, const std::vector<std::uint64_t>& firsts, GroupState& state);
/// The work of a sweep that is still to do, in kernel-elements.
double work_left(const Job&, const SweepOptions&, const GroupState&);

}  // namespace gelu::bench
