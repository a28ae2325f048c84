// SPDX-License-Identifier: Apache-2.0
// What gelu-throughput measures: cells x levels x threads, with the roofs that each needs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/record.hpp"
#include "benchmarks/selection.hpp"

namespace gelu::bench {

/// What the user asked for; an empty optional leaves the choice to the preset.
struct Wishes {
  std::string preset = "default";  ///< quick, default or full
  std::optional<std::string> methods{}, dtypes{}, backends{}, passes{};
  std::optional<std::string> levels{};   ///< comma list of globs over l1, l2, l3, dram
  std::optional<std::string> threads{};  ///< comma list of numbers, "all" and "each"
  std::vector<std::size_t> sizes{};      ///< --n: explicit sizes instead of levels
  std::optional<std::string> stores{};   ///< comma list over k_stores_names
  std::vector<std::size_t> prefetch{};   ///< bytes, of streaming passes
  std::optional<std::string> modes{};    ///< comma list over k_mode_names
};

/// Elements per second, or the time from one call's argument to its result.
enum class Mode : std::uint8_t { throughput, latency };
inline constexpr std::array<std::string_view, 2> k_mode_names{"throughput", "latency"};
constexpr std::string_view name(Mode m) { return k_mode_names[static_cast<std::size_t>(m)]; }

/// Where the results go: by ordinary stores, or around the caches (gelu_forward_streaming).
enum class Stores : std::uint8_t { plain, streaming };
inline constexpr std::array<std::string_view, 2> k_stores_names{"plain", "streaming"};
constexpr std::string_view name(Stores s) { return k_stores_names[static_cast<std::size_t>(s)]; }

/// How a cell is run. Rows and their roofs are alike in it.
struct Way {
  Mode mode = Mode::throughput;
  Stores stores = Stores::plain;
  std::size_t prefetch_bytes = 0;  ///< how far ahead a streaming pass fetches its input
  bool operator==(const Way&) const = default;
};

/// One measured time of one item.
struct Sample {
  double at_s;                ///< start, in seconds since the measuring began
  double ns_per_element;      ///< wall time over elements of all threads
  double calibration_ns = 0;  ///< of fixed work beside it, the slower of before and after
  bool stolen = false;        ///< the hypervisor took time meanwhile
  bool shared = false;        ///< somebody else worked on the core before or after it
};

/// One benchmark: a cell at one size and thread count.
struct Item {
  const Cell* cell = nullptr;
  std::string level;  ///< l1 .. dram, "n<elements>", or "registers" (latency)
  std::size_t n = 0;  ///< elements per thread; latency: calls in a chain
  int threads = 1;
  double estimate_ns = 0;  ///< per element, from the check; guides the schedule only
  long iterations = 0;     ///< kernel calls per sample
  std::vector<Sample> samples;
  Way way{};
  std::string disturbed{};  ///< see disturbance(); empty: it was not
  std::size_t retaken = 0;  ///< samples that others replaced, taken when nobody shared the core

  std::size_t elements() const { return n * static_cast<std::size_t>(threads); }
  /// Key and level, and what is not ordinary:
  /// relu/forward/f32/stdx-avx2/dram/streaming/prefetch:512
  std::string name() const;
  /// As Google Benchmark prints it, and as its filter sees it.
  std::string full_name() const { return name() + "/real_time/threads:" + std::to_string(threads); }
};

struct Plan {
  std::vector<Item> items;
  std::vector<Absent> absent;         ///< levels that this machine does not have
  std::vector<std::string> warnings;  ///< parts of the wishes that match nothing
};

/// Elements of a row of biases, or fewer where there are not as many.
inline constexpr std::size_t k_columns = 4096;

/// Bytes that one element moves, read and written. The bias row stays in a cache and counts not.
constexpr std::size_t bytes_moved(Dtype dtype, Pass pass) {
  const std::size_t in = bytes(dtype), out = bytes(output(dtype));
  switch (pass) {
    case Pass::backward:
    case Pass::gated:
      return 2 * in + out;
    case Pass::forward_backward:
      return 2 * in + 2 * out;
    default:
      return in + out;
  }
}

/// Elements per thread so that all streams together fill half of the level (dram: at least four
/// times the last level), a multiple of 64; 0 when the machine has no such level.
std::size_t level_elements(const std::string& level, Dtype dtype, Pass pass, int threads);

/// The items, roofs included, in the registry's order, without repetition. Throws
/// std::invalid_argument for malformed wishes. No items: nothing was selected.
Plan make_plan(std::span<const Cell> cells, const Wishes& wishes);

/// The roof of an item: `method` ("relu" or "copy") at the same pass, dtype, backend, isa, level,
/// threads and way; null when there is none.
const Item* roof_of(const std::vector<Item>& items, const Item& item, const char* method);

/// Appends the roofs of the items, where the registry has them and the list does not.
void add_roofs(std::span<const Cell> cells, std::vector<Item>& items);

}  // namespace gelu::bench
