// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/cuda_cells.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "kernels/cuda/device.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_most = 1024;  // kernels that get a function of their own

/// A cell's function has no room for a kernel: there is one function per place in the table.
void run(std::size_t index, const void* x, const void* with, void* y, std::size_t n) noexcept {
  const void* in[] = {x, with};
  void* out[] = {y};
  cuda::run_from_host(cuda::kernels()[index], in, out, n);  // a GPU that fails ends the program
}
template <std::size_t I>
void run_forward(const void* x, void* y, std::size_t n) {
  run(I, x, nullptr, y, n);
}
template <std::size_t I>
void run_with(const void* x, const void* with, void* y, std::size_t n) {
  run(I, x, with, y, n);
}

struct Functions {
  Forward forward;
  Backward with;
};
template <std::size_t... I>
constexpr std::array<Functions, k_most> make_functions(std::index_sequence<I...> /*all*/) {
  return {{{run_forward<I>, run_with<I>}...}};
}
constexpr std::array<Functions, k_most> k_functions =
    make_functions(std::make_index_sequence<k_most>{});

std::optional<Pass> pass_of(std::string_view text) {
  for (const Pass pass : {Pass::forward, Pass::backward, Pass::bias, Pass::gated})
    if (name(pass) == text) return pass;
  return std::nullopt;
}

/// Is it a kernel that the matrix knows? The roofs of more than one input compute nothing in it.
bool fits(const cuda::Kernel& k) {
  return k.in == k.out && k.in != Dtype::e4m3 && !k.resident && k.outputs == 1 && pass_of(k.pass) &&
         (k.formula != Formula::copy || k.inputs == 1);
}

std::vector<Cell> make_cells() {
  std::vector<Cell> cells;
  if (!cuda::device().absent.empty()) return cells;
  if (cuda::kernels().size() > k_most) throw std::logic_error("more CUDA kernels than k_most");
  for (std::size_t i = 0; i < cuda::kernels().size(); ++i) {
    const cuda::Kernel& k = cuda::kernels()[i];
    if (!fits(k)) continue;
    const Origin origin = k.origin == Origin::portable ? k.origin : Origin::hardware;
    Kernel cell{k.method, k.formula, *pass_of(k.pass), k.in, origin};
    switch (cell.pass) {
      case Pass::forward:
        cell.forward = k_functions[i].forward;
        break;
      case Pass::backward:
        cell.backward = k_functions[i].with;
        break;
      case Pass::bias:
        cell.bias = k_functions[i].with;
        break;
      default:
        cell.gated = k_functions[i].with;
    }
    cells.push_back({cell, "cuda", k.shell, cuda::key(k), true});
  }
  return cells;
}

}  // namespace

const std::vector<Cell>& cuda_cells() {
  static const std::vector<Cell> cells = make_cells();
  return cells;
}

const Cell* cuda_cell(const cuda::Kernel& kernel) {
  const std::string key = cuda::key(kernel);
  const auto& cells = cuda_cells();
  const auto it = std::find_if(cells.begin(), cells.end(), [&](auto& c) { return c.key == key; });
  return it == cells.end() ? nullptr : &*it;
}

const std::vector<Cell>& all_cells() {
  static const std::vector<Cell> cells = [] {
    std::vector<Cell> all(registry().begin(), registry().end());
    all.insert(all.end(), cuda_cells().begin(), cuda_cells().end());
    return all;
  }();
  return cells;
}

}  // namespace gelu::bench
