// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <stdexcept>
#include <tuple>

#include "benchmarks/machine.hpp"
#include "benchmarks/throughput_rules.hpp"
#include "kernels/streaming.hpp"

namespace gelu::bench {
namespace {

constexpr std::array k_levels{"l1", "l2", "l3", "dram"};
constexpr std::size_t k_mib = std::size_t{1} << 20;
// Every dtype, pass and thread count keeps its own buffers: up to 16 sets in memory at once.
constexpr std::size_t k_dram_least = 64 * k_mib, k_dram_most = 512 * k_mib;

/// A chain of so many calls: the clock and the call of the chain are spread over them.
constexpr std::size_t k_chain_calls = 256;

/// Wider and newer first. Unknown instruction sets come last.
int isa_rank(const std::string& isa) {
  constexpr std::array k_order{"avx512", "avx2", "neon", "fma", "avx", "sse4", "sse2"};
  const auto it = std::find(k_order.begin(), k_order.end(), isa);
  return static_cast<int>(k_order.end() - it);
}

int backend_rank(const std::string& backend) {
  constexpr std::array k_order{"stdx", "vc", "autovec", "scalar"};
  const auto it = std::find(k_order.begin(), k_order.end(), backend);
  return static_cast<int>(k_order.end() - it);
}

bool better(const Cell& a, const Cell& b) {
  return std::tuple(isa_rank(a.isa), backend_rank(a.backend)) >
         std::tuple(isa_rank(b.isa), backend_rank(b.backend));
}

/// Keeps, of the cells that differ in backend alone, all, the best of each backend, or the best.
std::vector<const Cell*> narrow(const std::vector<const Cell*>& cells, Breadth breadth) {
  if (breadth == Breadth::all) return cells;
  std::vector<const Cell*> kept;
  for (const Cell* cell : cells) {
    const bool beaten = std::any_of(cells.begin(), cells.end(), [&](const Cell* other) {
      return std::string_view(other->kernel.method) == cell->kernel.method &&
             other->kernel.pass == cell->kernel.pass && other->kernel.dtype == cell->kernel.dtype &&
             (breadth == Breadth::best || other->backend == cell->backend) && better(*other, *cell);
    });
    if (!beaten) kept.push_back(cell);
  }
  return kept;
}

std::vector<int> parse_threads(const std::string& list) {
  std::set<int> counts;
  const Globs globs(list);
  const int all = usable_cpus();
  for (const std::string& item : globs.wanted()) {
    if (item == "each")
      for (int count = 1; count < all; count *= 2) counts.insert(count);
    int count = all;
    const char* end = item.data() + item.size();
    if (item != "all" && item != "each") {
      const auto [stop, error] = std::from_chars(item.data(), end, count);
      if (error != std::errc() || stop != end || count < 1 || count > 4096)
        throw std::invalid_argument("--threads: '" + item +
                                    "' is neither a number nor 'all' nor 'each'");
    }
    counts.insert(count);
  }
  return {counts.begin(), counts.end()};
}

/// The places in `names` of the items of a comma list. No globs: a typo is an error.
template <std::size_t N>
std::vector<std::size_t> places(const char* flag, const std::string& list,
                                const std::array<std::string_view, N>& names) {
  std::vector<std::size_t> found;
  const Globs items(list);
  for (const std::string& item : items.wanted()) {
    const auto at = std::find(names.begin(), names.end(), item);
    if (at == names.end())
      throw std::invalid_argument(fmt::format("{}: '{}' is none of {}", flag, item,
                                              fmt::join(names.begin(), names.end(), ", ")));
    found.push_back(static_cast<std::size_t>(at - names.begin()));
  }
  return found;
}

std::vector<Way> ways_of(const Wishes& wishes, const Rule& rule) {
  std::vector<Way> ways;
  for (const std::size_t place :
       places("--stores", wishes.stores.value_or(rule.stores), k_stores_names)) {
    if (Stores(place) == Stores::plain) {
      ways.push_back({});
    } else if (wishes.prefetch.empty()) {
      ways.push_back({.stores = Stores::streaming, .prefetch_bytes = best_prefetch()});
    } else {
      for (const std::size_t bytes : wishes.prefetch)
        ways.push_back({.stores = Stores::streaming, .prefetch_bytes = bytes});
    }
  }
  return ways;
}

/// Whether a cell can be run that way. Stores around the caches are for arrays that do not fit in
/// them: elsewhere only when named.
bool takes(const Wishes& wishes, const Way& way, const Item& item) {
  if (way.stores == Stores::plain) return true;
  return item.cell->kernel.look_up == nullptr && (wishes.stores || item.level == "dram");
}

/// A size at which items are made: a level's name, or an explicit n.
struct Size {
  std::string level;
  std::size_t n;  ///< 0: from the level
};

std::vector<Size> sizes_of(const Wishes& wishes, const Rule& rule, Plan& plan) {
  std::vector<Size> sizes;
  for (const std::size_t n : wishes.sizes) sizes.push_back({fmt::format("n{}", n), n});
  if (!sizes.empty() && !wishes.levels) return sizes;
  const Globs globs(wishes.levels.value_or(rule.levels));
  for (const char* level : k_levels)
    if (globs.matches(level)) sizes.push_back({level, 0});
  for (const std::string& glob : globs.wanted()) {
    const Globs one(glob);
    const std::string warning = fmt::format("--levels {}", glob);
    if (std::none_of(k_levels.begin(), k_levels.end(), [&](auto l) { return one.matches(l); }) &&
        std::find(plan.warnings.begin(), plan.warnings.end(), warning) == plan.warnings.end())
      plan.warnings.push_back(warning);
  }
  return sizes;
}

bool same_place(const Item& a, const Item& b) {
  return a.cell == b.cell && a.level == b.level && a.threads == b.threads && a.way == b.way;
}

bool contains(const std::vector<Item>& items, const Item& item) {
  return std::any_of(items.begin(), items.end(),
                     [&](const Item& other) { return same_place(item, other); });
}

void note_absent(Plan& plan, const std::string& level) {
  const std::string what = fmt::format("level {}", level);
  for (const Absent& known : plan.absent)
    if (known.what == what) return;
  plan.absent.push_back({what, "the machine reports no such cache"});
}

/// The item at its size, unless it stands there already or the machine has no such level.
void add(Plan& plan, Item item) {
  const Kernel& k = item.cell->kernel;
  if (item.n == 0) item.n = level_elements(item.level, k.dtype, k.pass, item.threads);
  if (item.n == 0) {
    note_absent(plan, item.level);
  } else if (!contains(plan.items, item)) {
    plan.items.push_back(std::move(item));
  }
}

void apply_throughput(const Rule& rule, const std::vector<const Cell*>& cells, const Wishes& wishes,
                      Plan& plan) {
  const std::vector<int> threads = parse_threads(wishes.threads.value_or(rule.threads));
  const std::vector<Way> ways = ways_of(wishes, rule);
  const std::vector<Size> sizes = sizes_of(wishes, rule, plan);
  for (const Cell* cell : cells) {
    for (const Size& size : sizes) {
      for (const int count : threads) {
        for (const Way& way : ways) {
          const Item item{cell, size.level, size.n, count, 0, 0, {}, way};
          if (takes(wishes, way, item)) add(plan, item);
        }
      }
    }
  }
}

void apply_latency(const std::vector<const Cell*>& cells, Plan& plan) {
  for (const Cell* cell : cells)
    if (cell->kernel.chain != nullptr)
      add(plan, {cell, "registers", k_chain_calls, 1, 0, 0, {}, {.mode = Mode::latency}});
}

/// Who names sizes, threads or stores asks for throughput.
bool about_arrays(const Wishes& w) { return w.levels || w.threads || w.stores || !w.sizes.empty(); }

void apply(const Rule& rule, std::span<const Cell> cells, const Wishes& wishes, Plan& plan) {
  const Selection selection{wishes.methods.value_or("*"), wishes.dtypes.value_or(rule.dtypes),
                            wishes.backends.value_or("*"), wishes.passes.value_or(rule.passes)};
  const std::vector<const Cell*> chosen =
      narrow(select(cells, selection), wishes.backends ? Breadth::all : rule.breadth);
  const std::string rules_mode(name(rule.mode));
  for (const std::size_t place : places("--modes", wishes.modes.value_or(rules_mode), k_mode_names))
    if (Mode(place) == Mode::throughput) {
      apply_throughput(rule, chosen, wishes, plan);
    } else if (wishes.modes || !about_arrays(wishes)) {
      apply_latency(chosen, plan);
    }
}

bool is_roof(const Item& roof, const Item& item, const char* method) {
  const Kernel &r = roof.cell->kernel, &k = item.cell->kernel;
  return std::string_view(r.method) == method && r.pass == k.pass && r.dtype == k.dtype &&
         roof.cell->backend == item.cell->backend && roof.cell->isa == item.cell->isa &&
         roof.level == item.level && roof.threads == item.threads && roof.way == item.way;
}

}  // namespace

std::string Item::name() const {
  std::string text = cell->key + "/" + level;
  if (way.stores == Stores::streaming) text += "/streaming";
  if (way.prefetch_bytes != 0) text += fmt::format("/prefetch:{}", way.prefetch_bytes);
  return text;
}

std::size_t level_elements(const std::string& level, Dtype dtype, Pass pass, int threads) {
  const auto count = static_cast<std::size_t>(threads);
  std::size_t room = 0;  // bytes for one thread
  if (level == "dram") {
    const std::size_t last = std::max({cache_bytes(3), cache_bytes(2), cache_bytes(1)});
    room = std::clamp(4 * last, k_dram_least, k_dram_most);
    room = std::min(room, std::max(memory_bytes() / 16, 8 * k_mib)) / count;
  } else {
    const int number = level.back() - '0';
    room =
        cache_bytes(number) / 2 / std::min(count, static_cast<std::size_t>(cache_sharers(number)));
  }
  return room / bytes_moved(dtype, pass) / 64 * 64;
}

Plan make_plan(std::span<const Cell> cells, const Wishes& wishes) {
  Plan plan;
  for (const Rule& rule : preset_rules(wishes.preset)) apply(rule, cells, wishes, plan);
  const Selection named{wishes.methods.value_or("*"), wishes.dtypes.value_or("*"),
                        wishes.backends.value_or("*"), wishes.passes.value_or("*")};
  for (std::string& lonely : without_match(cells, named))
    plan.warnings.push_back(std::move(lonely));
  add_roofs(cells, plan.items);
  return plan;
}

const Item* roof_of(const std::vector<Item>& items, const Item& item, const char* method) {
  for (const Item& other : items)
    if (is_roof(other, item, method)) return &other;
  return nullptr;
}

void add_roofs(std::span<const Cell> cells, std::vector<Item>& items) {
  const std::size_t selected = items.size();
  for (std::size_t i = 0; i < selected; ++i) {
    for (const char* method : {"relu", "copy"}) {
      for (const Cell& cell : cells) {
        Item roof = items[i];
        roof.cell = &cell;
        if (is_roof(roof, items[i], method) && !contains(items, roof)) items.push_back(roof);
      }
    }
  }
}

}  // namespace gelu::bench
