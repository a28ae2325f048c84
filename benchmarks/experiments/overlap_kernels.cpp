// SPDX-License-Identifier: Apache-2.0
// Kernels of independent multiply-adds: no table, no branch, no long chain, next to no registers.
#include "benchmarks/experiments/overlap_kernels.hpp"

#include <utility>

#include "kernels/instantiate.hpp"
#include "kernels/methods.hpp"
#include "kernels/vec/stdx.hpp"

namespace gelu::overlap {
namespace {

struct Here;
template <class T>
using V = vec::Stdx<T, Here>;

/// max(x, 0) after N multiply-adds in four chains, whose results maxima keep alive.
template <int N>
struct Busy {
  static constexpr methods::About about{.name = "busy",
                                        .formula = Formula::relu,
                                        .dtypes = methods::bit(Dtype::f32),
                                        .passes = methods::bit(Pass::forward)};
  template <class W>
  GELU_FN static W forward(W x) {
    W a[] = {x, x, x, x};
    const W by[] = {W(0.75F), W(0.5F), W(0.375F), W(0.25F)};
#pragma GCC unroll 32
    for (int i = 0; i < N; ++i) a[i % 4] = fma(a[i % 4], by[i % 4], x);
    return max(max(max(W(0), a[0]), a[1]), max(a[2], a[3]));
  }
};

template <std::size_t... I>
BackendTable table(std::index_sequence<I...> /*unused*/) {
  return instantiate<Here, V, false, methods::List<Busy<k_operations[I]>...>>();
}

}  // namespace

BackendTable busy() { return table(std::make_index_sequence<k_operations.size()>()); }

}  // namespace gelu::overlap
