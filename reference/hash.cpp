// SPDX-License-Identifier: Apache-2.0
#include "reference/hash.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <stdexcept>
#include <thread>
#include <vector>

#include "reference/reference.hpp"
#include "reference/vectorise.hpp"

namespace gelu::ref {
namespace {

std::uint64_t sum_one_by_one(Formula formula, Pass pass, Dtype dtype, std::uint64_t first,
                             std::uint64_t last) {
  std::uint64_t sum = 0;
  for (std::uint64_t c = first; c < last; ++c)
    sum += hash_term(c, rounded(formula, pass, dtype, c));
  return sum;
}

/// out[i] rounded to float into bits[i] if both ends of its interval round alike. Returns how many
/// do not, NaN included, and marks them in ambiguous.
std::uint32_t round_block(const double* out, double bound, std::uint32_t* bits,
                          std::uint32_t* ambiguous) {
  std::uint32_t count = 0;
  vectorised([&]() GELU_INLINE {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < k_block; ++i) {
      // Twice 2^-53 |out|: the contract's and the rounding of these two sums.
      const double error = bound + 0x1p-52 * (out[i] < 0 ? -out[i] : out[i]);
      const auto low = static_cast<float>(out[i] - error);
      const auto high = static_cast<float>(out[i] + error);
      // As numbers: -0 and +0 agree, and the sign is that of out[i] below.
      const std::uint32_t unlike = low == high ? 0 : 1;
      ambiguous[i] = unlike;
      found += unlike;
      bits[i] = std::bit_cast<std::uint32_t>(static_cast<float>(out[i]));
    }
    count = found;
  });
  return count;
}

struct Buffers {
  std::vector<double> values = std::vector<double>(k_block);
  std::vector<std::uint32_t> bits = std::vector<std::uint32_t>(k_block);
  std::vector<std::uint32_t> ambiguous = std::vector<std::uint32_t>(k_block);
};

std::uint64_t sum_block(Formula formula, Pass pass, std::uint64_t first, Buffers& b) {
  const double bound = evaluate_block(formula, pass, Dtype::f32, first, b.values.data());
  if (round_block(b.values.data(), bound, b.bits.data(), b.ambiguous.data()) != 0)
    for (std::size_t i = 0; i < k_block; ++i)
      if (b.ambiguous[i] != 0)
        b.bits[i] = static_cast<std::uint32_t>(rounded(formula, pass, Dtype::f32, first + i));
  return hash_block(first, b.bits.data());
}

}  // namespace

std::uint64_t hash_block(std::uint64_t first, const std::uint32_t* results) {
  std::uint64_t sum = 0;
  vectorised([&]() GELU_INLINE {
    std::uint64_t local = 0;
    for (std::uint64_t i = 0; i < k_block; ++i) local += hash_term(first + i, results[i]);
    sum = local;
  });
  return sum;
}

std::uint64_t table_hash(Formula formula, Pass pass, Dtype dtype, std::uint64_t first,
                         std::uint64_t last) {
  const std::uint64_t end = dtype == Dtype::f64 ? 0 : std::uint64_t{1} << (8 * bytes(dtype));
  if (first > last || last > end)
    throw std::invalid_argument("table_hash: not a range of encodings of a type of up to 32 bits");
  if (dtype != Dtype::f32) return sum_one_by_one(formula, pass, dtype, first, last);
  Buffers buffers;
  std::uint64_t sum = 0;
  while (first < last) {
    const std::uint64_t next = (first / k_block + 1) * k_block;
    if (first % k_block == 0 && next <= last) {
      sum += sum_block(formula, pass, first, buffers);
      first = next;
    } else {
      const std::uint64_t stop = next < last ? next : last;
      sum += sum_one_by_one(formula, pass, dtype, first, stop);
      first = stop;
    }
  }
  return sum;
}

std::uint64_t table_hash(Formula formula, Pass pass, Dtype dtype, unsigned threads) {
  const std::uint64_t end = dtype == Dtype::f64 ? 0 : std::uint64_t{1} << (8 * bytes(dtype));
  if (end == 0) throw std::invalid_argument("table_hash: f64 has too many encodings");
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t shard = dtype == Dtype::f32 ? std::uint64_t{1} << 22 : end;
  threads = static_cast<unsigned>(std::min<std::uint64_t>(threads, end / shard));
  std::atomic<std::uint64_t> next{0};
  std::atomic<std::uint64_t> sum{0};
  {
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t < threads; ++t)
      workers.emplace_back([&] {
        for (std::uint64_t first = next.fetch_add(shard); first < end;
             first = next.fetch_add(shard))
          sum += table_hash(formula, pass, dtype, first, first + shard);
      });
  }
  return sum;
}

}  // namespace gelu::ref
