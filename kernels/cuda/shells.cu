// SPDX-License-Identifier: Apache-2.0
// The launch shells that are not everybody's, and the arithmetic in registers alone.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {
namespace {

template <class S>
void add_all_shells(Table& table) {
  add_forward<S, Element>(table, "shells", ShellMethods{});
  add_forward<S, Vectors<4>>(table, "shells", ShellMethods{});
  add_forward<S, Striding<2>>(table, "shells", ShellMethods{});
}

}  // namespace

void add_shells(Table& table) {
  add_all_shells<float>(table);
  add_all_shells<BF16>(table);
  add_forward<float, Resident>(table, "shells", ResidentMethods{});
}

}  // namespace gelu::cuda
