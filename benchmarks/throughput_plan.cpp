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

namespace gelu::bench {
namespace {

constexpr std::array k_levels{"l1", "l2", "l3", "dram"};
constexpr std::size_t k_mib = std::size_t{1} << 20;
// Every dtype, pass and thread count keeps its own buffers: up to 16 sets in memory at once.
constexpr std::size_t k_dram_least = 64 * k_mib, k_dram_most = 512 * k_mib;

/// How many backends of a method a rule takes.
enum class Breadth { all, family, best };

/// A preset is a list of rules; what the user names replaces that field in each of them.
struct Rule {
  std::string dtypes, passes, levels, threads;
  Breadth breadth;
};

std::vector<Rule> preset_rules(const std::string& preset) {
  if (preset == "quick") return {{"f32", "forward", "l1,l2", "1", Breadth::family}};
  if (preset == "full") return {{"*", "*", "*", "1,all", Breadth::all}};
  if (preset != "default")
    throw std::invalid_argument("--preset: '" + preset + "' is none of quick, default, full");
  return {{"f32", "*", "l1", "1", Breadth::all},
          {"f32", "*", "l2,l3,dram", "1", Breadth::best},
          {"f32", "forward", "l2,dram", "all", Breadth::best},
          {"!f32", "*", "l1,l2", "1", Breadth::best}};
}

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
  for (const std::string& item : globs.wanted()) {
    int count = usable_cpus();
    const char* end = item.data() + item.size();
    if (item != "all") {
      const auto [stop, error] = std::from_chars(item.data(), end, count);
      if (error != std::errc() || stop != end || count < 1 || count > 4096)
        throw std::invalid_argument("--threads: '" + item + "' is neither a number nor 'all'");
    }
    counts.insert(count);
  }
  return {counts.begin(), counts.end()};
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
  return a.cell == b.cell && a.level == b.level && a.threads == b.threads;
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

void apply(const Rule& rule, std::span<const Cell> cells, const Wishes& wishes, Plan& plan) {
  const Selection selection{wishes.methods.value_or("*"), wishes.dtypes.value_or(rule.dtypes),
                            wishes.backends.value_or("*"), wishes.passes.value_or(rule.passes)};
  const Breadth breadth = wishes.backends ? Breadth::all : rule.breadth;
  const std::vector<int> threads = parse_threads(wishes.threads.value_or(rule.threads));
  for (const Cell* cell : narrow(select(cells, selection), breadth)) {
    for (const Size& size : sizes_of(wishes, rule, plan)) {
      for (const int count : threads) {
        const Kernel& k = cell->kernel;
        Item item{cell, size.level, size.n, count, 0, 0, {}};
        if (size.n == 0) item.n = level_elements(size.level, k.dtype, k.pass, count);
        if (item.n == 0) {
          note_absent(plan, size.level);
        } else if (!contains(plan.items, item)) {
          plan.items.push_back(item);
        }
      }
    }
  }
}

bool is_roof(const Item& roof, const Item& item, const char* method) {
  const Kernel &r = roof.cell->kernel, &k = item.cell->kernel;
  return std::string_view(r.method) == method && r.pass == k.pass && r.dtype == k.dtype &&
         roof.cell->backend == item.cell->backend && roof.cell->isa == item.cell->isa &&
         roof.level == item.level && roof.threads == item.threads;
}

}  // namespace

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
