// SPDX-License-Identifier: Apache-2.0
// What only a GPU has, in f32, f16 and bf16.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {
namespace {

template <class S>
void add_both(Table& table) {
  add_methods<S, Vectors<1>>(table, "hardware", HardwareMethods{});
  add_methods<S, Vectors<2>>(table, "hardware", HardwareMethods{});
}

}  // namespace

void add_hardware(Table& table) {
  add_both<float>(table);
  add_both<F16>(table);
  add_both<BF16>(table);
}

}  // namespace gelu::cuda
