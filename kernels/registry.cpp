// SPDX-License-Identifier: Apache-2.0
#include "kernels/registry.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

// One GELU_BACKEND(door, backend, isa, fma, needs, features) per row of the table in
// kernels/CMakeLists.txt, and where peers are linked of that in kernels/peers; `needs` is an
// expression that asks this CPU (and its operating system) for the instruction set, `features` is
// its text.
#define GELU_BACKEND(door, backend, isa, fma, needs, features) \
  extern "C" gelu::BackendTable gelu_backend_##door##_##isa();
#define GELU_BACKEND_ABSENT(what, reason)
#include "gelu_backends.inc"
#undef GELU_BACKEND_ABSENT
#undef GELU_BACKEND

namespace gelu {
namespace {

bool is_int8(const Cell& c) { return c.kernel.dtype == Dtype::i8; }

struct Registry {
  std::vector<Cell> cells;
  std::vector<Absent> absent;

  void add(const std::string& backend, const std::string& isa, bool fma, BackendTable table) {
    for (const Kernel& k : std::span(table.kernels, table.count)) {
      std::string key = std::string(k.method) + "/" + std::string(name(k.pass)) + "/" +
                        std::string(name(k.dtype)) + "/" + backend + "-" + isa;
      cells.push_back({k, backend, isa, std::move(key), fma});
    }
    if (table.lacks != nullptr) absent.push_back({table.lacks, table.reason});
  }

  Registry() {
#if defined(__x86_64__)
    __builtin_cpu_init();
#endif
#define GELU_BACKEND(door, backend, isa, fma, needs, features)              \
  if (needs) {                                                              \
    add(#backend, #isa, fma, gelu_backend_##door##_##isa());                \
  } else {                                                                  \
    absent.push_back({#door "-" #isa, "this CPU lacks one of: " features}); \
  }
#define GELU_BACKEND_ABSENT(what, reason) absent.push_back({what, reason});
#include "gelu_backends.inc"
#undef GELU_BACKEND
#undef GELU_BACKEND_ABSENT
    std::ranges::stable_partition(cells, [](const Cell& c) { return !is_int8(c); });
  }
};

const Registry& instance() {
  static const Registry r;
  return r;
}

}  // namespace

std::span<const Cell> full_registry() { return instance().cells; }
std::span<const Cell> registry() {
  const std::span<const Cell> all = full_registry();
  return {all.begin(), std::ranges::find_if(all, is_int8)};
}
std::span<const Absent> absent() { return instance().absent; }

}  // namespace gelu
