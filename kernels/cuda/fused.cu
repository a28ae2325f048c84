// SPDX-License-Identifier: Apache-2.0
// GELU with its neighbours: a bias in front, a gate behind (GEGLU), and the gradient of that.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {
namespace {

template <class S, class Shell, class M>
void add_fused_passes(Table& table) {
  add<RowBias<M, S>, Shell>(table, "fused", M::about, "bias");
  add<Elementwise<GatedOf<M>, S>, Shell>(table, "fused", M::about, "gated");
  add<Elementwise<GatedBackwardOf<M>, S>, Shell>(table, "fused", M::about, "gated_backward");
}

template <class S, class Shell, class... Ms>
void add_fused_methods(Table& table, List<Ms...> /*methods*/) {
  (add_fused_passes<S, Shell, Ms>(table), ...);
  add<Merge<S, 2, 1>, Shell>(table, "fused", gelu::methods::copy::about, "gated");
  add<Merge<S, 3, 2>, Shell>(table, "fused", gelu::methods::copy::about, "gated_backward");
}

}  // namespace

void add_fused(Table& table) {
  add_fused_methods<BF16, Vectors<1>>(table, FusedMethods{});
  add_fused_methods<BF16, Vectors<2>>(table, FusedMethods{});
  add_fused_methods<F16, Vectors<1>>(table, FusedMethods{});
}

}  // namespace gelu::cuda
