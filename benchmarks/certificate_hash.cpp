// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/certificate_hash.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "benchmarks/accuracy_sweep.hpp"
#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "reference/vectorise.hpp"

namespace gelu::bench {
namespace {

/// Elements at a time, so that inputs and results stay in L1.
constexpr std::size_t k_piece = 2048;

/// Hashes pieces of one kernel's results, whose encodings are of the types In and Out.
template <class In, class Out>
class Hasher {
 public:
  explicit Hasher(const Kernel& k)
      : kernel_(k), dy_(k_piece, static_cast<In>(ref::encode(input(k.dtype), 1.0))) {}

  std::uint64_t operator()(std::uint64_t first) {
    In* x = x_.data();
    const auto from = static_cast<In>(first);
    ref::vectorised([=]() GELU_INLINE {
      for (std::size_t i = 0; i < k_piece; ++i) x[i] = static_cast<In>(from + i);
    });
    run(kernel_, {x, dy_.data(), y_.data(), nullptr}, k_piece);
    const ref::Format format = ref::format(output(kernel_.dtype));
    const Out* y = y_.data();
    std::uint64_t sum = 0;
    ref::vectorised([=, &sum]() GELU_INLINE {
      const auto nan = static_cast<std::uint32_t>(format.nan);
      const auto infinity = static_cast<std::uint32_t>(format.overflow);
      const std::uint32_t magnitude = (std::uint32_t{1} << (format.bits - 1)) - 1;
      std::uint64_t local = 0;
      for (std::uint64_t i = 0; i < k_piece; ++i) {
        const std::uint32_t bits = y[i];
        local += ref::hash_term(first + i, (bits & magnitude) > infinity ? nan : bits);
      }
      sum = local;
    });
    return sum;
  }

 private:
  const Kernel& kernel_;
  std::vector<In> dy_, x_ = std::vector<In>(k_piece);
  std::vector<Out> y_ = std::vector<Out>(k_piece);
};

template <class In, class Out>
std::uint64_t hash_all(const Kernel& kernel, unsigned threads) {
  constexpr std::uint64_t end = std::uint64_t{1} << (8 * sizeof(In));
  constexpr std::uint64_t chunk = std::min(end, std::uint64_t{1} << 22);
  std::atomic<std::uint64_t> next{0}, sum{0};
  {
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t < std::min<std::uint64_t>(threads, end / chunk); ++t)
      workers.emplace_back([&] {
        Hasher<In, Out> hash(kernel);
        while (!g_stop) {
          const std::uint64_t begin = next.fetch_add(chunk);
          if (begin >= end) break;
          for (std::uint64_t first = begin; first < begin + chunk; first += k_piece)
            sum += hash(first);
        }
      });
  }
  return sum;
}

}  // namespace

std::uint64_t hash_of_results(const Cell& cell, unsigned threads) {
  const Dtype dtype = cell.kernel.dtype;
  if (bytes(input(dtype)) == 2) return hash_all<std::uint16_t, std::uint16_t>(cell.kernel, threads);
  return bytes(output(dtype)) == 2 ? hash_all<std::uint32_t, std::uint16_t>(cell.kernel, threads)
                                   : hash_all<std::uint32_t, std::uint32_t>(cell.kernel, threads);
}

}  // namespace gelu::bench
