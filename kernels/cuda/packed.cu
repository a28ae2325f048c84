// SPDX-License-Identifier: Apache-2.0
// Arithmetic on pairs of f16 and bf16.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {
namespace {

template <class S, class Shell, class... Ms>
void add_packed_methods(Table& table, List<Ms...> /*methods*/) {
  (add<Packed<Ms, S>, Shell>(table, "packed", Ms::about, "forward"), ...);
}

template <class S>
void add_shells(Table& table) {
  add_packed_methods<S, Vectors<1>>(table, PackedMethods{});
  add_packed_methods<S, Vectors<2>>(table, PackedMethods{});
  add_packed_methods<S, Striding<2>>(table, PackedMethods{});
  add_packed_methods<S, Resident>(table, PackedMethods{});
}

}  // namespace

void add_packed(Table& table) {
  add_shells<F16>(table);
  add_shells<BF16>(table);
}

}  // namespace gelu::cuda
