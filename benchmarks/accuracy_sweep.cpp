// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_sweep.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>
#include <thread>

#include "benchmarks/accuracy_search.hpp"
#include "benchmarks/certificate_compare.hpp"
#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "reference/vectorise.hpp"

namespace gelu::bench {

std::atomic<bool> g_stop{false};

namespace {

using ref::k_block;

/// One thread's view of a group: buffers, and certificates of its own.
class Worker {
 public:
  Worker(const Map& map, const Job& job, const GroupState& state);
  void run(std::uint64_t first);
  void merge_into(GroupState& state) const;

 private:
  void encode_inputs(std::uint64_t first);
  void outputs_of(const Cell& cell, BlockResult& result);
  void outputs_of_reference();

  const Map& map_;
  const Job& job_;
  Truth truth_;
  std::vector<std::byte> x_, dy_, y_;
  std::vector<std::uint32_t> bits_ = std::vector<std::uint32_t>(k_block + 1);
  BlockResult reference_, leader_, other_;
  Certificate reference_certificate_;
  Distance model_;
  std::vector<Certificate> certificates_;
  std::vector<Count> broken_;
  std::vector<bool> promised_;
};

Worker::Worker(const Map& map, const Job& job, const GroupState& state)
    : map_(map), job_(job), certificates_(job.cells.size()), broken_(job.cells.size()) {
  const Dtype in = job.group.in();
  const std::size_t size = bytes(in);
  for (std::vector<std::byte>* b : {&x_, &dy_}) b->resize((k_block + 1) * size);
  y_.resize((k_block + 1) * bytes(job.group.out()));
  const std::uint64_t one = ref::encode(in, 1.0);
  for (std::size_t i = 0; i <= k_block; ++i) std::memcpy(&dy_[i * size], &one, size);
  for (BlockResult* r : {&reference_, &leader_, &other_}) r->outputs.resize(k_block + 1);
  for (const Entry& e : state.kernels) promised_.push_back(!e.promised_by.empty());
}

void Worker::encode_inputs(std::uint64_t first) {
  if (job_.group.in() == Dtype::f32) {
    auto* x = reinterpret_cast<std::uint32_t*>(x_.data());
    for (std::size_t i = 0; i <= k_block; ++i) x[i] = static_cast<std::uint32_t>(first + i);
  } else {
    auto* x = reinterpret_cast<std::uint16_t*>(x_.data());
    for (std::size_t i = 0; i <= k_block; ++i) x[i] = static_cast<std::uint16_t>(first + i);
  }
}

/// NaN of any kind becomes the canonical one, so that outputs compare as memory.
void canonical_nan(float* y, std::size_t n) {
  ref::vectorised([=]() GELU_INLINE {
    const float quiet = std::bit_cast<float>(0x7fc00000U);
    for (std::size_t i = 0; i < n; ++i) y[i] = y[i] == y[i] ? y[i] : quiet;
  });
}

void Worker::outputs_of(const Cell& cell, BlockResult& result) {
  gelu::run(cell.kernel, {x_.data(), dy_.data(), y_.data(), nullptr}, k_block + 1);
  widen(job_.group.out(), y_.data(), result.outputs.data(), k_block + 1);
  canonical_nan(result.outputs.data(), k_block + 1);
}

/// Bits in the dtype for outputs that are held as f32.
void bits_of(Dtype dtype, const std::vector<float>& outputs, std::vector<std::uint32_t>& bits) {
  if (dtype == Dtype::f32) {
    std::memcpy(bits.data(), outputs.data(), outputs.size() * sizeof(float));
    return;
  }
  if (dtype == Dtype::bf16) {  // 2^32 of them, where f32 comes in
    for (std::size_t i = 0; i < outputs.size(); ++i)
      bits[i] = std::bit_cast<std::uint32_t>(outputs[i]) >> 16;
    return;
  }
  for (std::size_t i = 0; i < outputs.size(); ++i)
    bits[i] = static_cast<std::uint32_t>(ref::encode(dtype, static_cast<double>(outputs[i])));
}

void Worker::outputs_of_reference() {
  const Group& g = job_.group;
  std::copy(truth_.rounded.begin(), truth_.rounded.end(), reference_.outputs.begin());
  const std::uint64_t mask = (std::uint64_t{1} << (8 * bytes(g.in()))) - 1;
  const std::uint64_t next = (truth_.first + k_block) & mask;
  const double last = ref::decode(g.out(), ref::rounded(g.formula, g.pass, g.in(), next, g.out()));
  reference_.outputs[k_block] = static_cast<float>(last);
  canonical_nan(&reference_.outputs[k_block], 1);
}

bool same(const BlockResult& a, const BlockResult& b) {
  // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison): equal bits are what is asked for
  return std::memcmp(a.outputs.data(), b.outputs.data(), a.outputs.size() * sizeof(float)) == 0;
}

void Worker::run(std::uint64_t first) {
  truth_.fill(map_, first);
  encode_inputs(first);
  outputs_of_reference();
  bits_of(job_.group.out(), reference_.outputs, bits_);
  compare_block(map_, truth_, bits_.data(), reference_);
  add_to(reference_certificate_, map_, reference_);
  if (map_.compared()) add_model(truth_, map_, model_);
  const BlockResult* leader = nullptr;
  for (std::size_t k = 0; k < job_.cells.size(); ++k) {
    BlockResult& mine = promised_[k] ? other_ : leader_;
    outputs_of(*job_.cells[k], mine);
    const bool kept = promised_[k] && same(mine, *leader);
    const BlockResult* result = kept ? leader : same(mine, reference_) ? &reference_ : &mine;
    if (result == &mine) {
      bits_of(job_.group.out(), mine.outputs, bits_);
      compare_block(map_, truth_, bits_.data(), mine);
    }
    add_to(certificates_[k], map_, *result);
    if (!promised_[k]) {
      leader = result;
    } else if (!kept) {
      broken_[k].hit(first);
    }
  }
}

void Worker::merge_into(GroupState& state) const {
  state.reference.merge(reference_certificate_);
  state.model.take(model_);
  for (std::size_t k = 0; k < state.kernels.size(); ++k) {
    state.kernels[k].certificate.merge(certificates_[k]);
    state.kernels[k].broken.take(broken_[k]);
  }
}

/// Units of this shard that are not done yet.
std::vector<std::size_t> units_left(const SweepOptions& options, const GroupState& state) {
  std::vector<std::size_t> left;
  for (std::size_t u = 0; u < state.done.size(); ++u)
    if (!state.done[u] && u % options.shards == options.shard) left.push_back(u);
  return left;
}

}  // namespace

double work_left(const Job& job, const SweepOptions& options, const GroupState& state) {
  const double unit = state.coverage == Coverage::search ? k_search_work : double{k_block};
  return static_cast<double>(units_left(options, state).size()) * unit *
         static_cast<double>(job.cells.size() + 1);
}

void sweep(const Job& job, const SweepOptions& options, GroupState& state, Progress& progress) {
  const Map map(job.group);
  const std::vector<std::size_t> left = units_left(options, state);
  const bool search = state.coverage == Coverage::search;
  const auto plan = search ? search_plan() : block_plan(job.group, state.coverage, state.quick);
  const double work =
      (search ? k_search_work : double{k_block}) * static_cast<double>(job.cells.size() + 1);
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  const auto work_on = [&](auto make_worker) {
    auto worker = make_worker();
    std::vector<std::size_t> finished;
    while (!g_stop) {
      const std::size_t i = next.fetch_add(1);
      if (i >= left.size()) break;
      worker.run(plan[left[i]]);
      finished.push_back(left[i]);
      progress.add(work);
    }
    const std::lock_guard lock(mutex);
    worker.merge_into(state);
    for (const std::size_t unit : finished) state.done[unit] = true;
  };
  std::vector<std::jthread> threads;
  for (unsigned t = 0; t < std::max(1U, options.threads); ++t) {
    threads.emplace_back([&] {
      if (search) {
        work_on([&] { return Searcher(map, job, state); });
      } else {
        work_on([&] { return Worker(map, job, state); });
      }
    });
  }
}

void certify(const Job& job, const std::vector<std::uint64_t>& firsts, GroupState& state) {
  const Map map(job.group);
  const auto all = [&](auto worker) {
    for (const std::uint64_t first : firsts) worker.run(first);
    worker.merge_into(state);
  };
  if (state.coverage == Coverage::search) {
    all(Searcher(map, job, state));
  } else {
    all(Worker(map, job, state));
  }
}

}  // namespace gelu::bench
