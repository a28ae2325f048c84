// SPDX-License-Identifier: Apache-2.0
// Every method of the list in f32, and the roof of the backward pass.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {

void add_f32(Table& table) {
  add_methods<float, Vectors<1>>(table, "f32", gelu::methods::All{});
  add_methods<float, Vectors<2>>(table, "f32", gelu::methods::All{});
  add<Merge<float, 2, 1>, Vectors<1>>(table, "f32", gelu::methods::copy::about, "backward");
  add<Merge<float, 2, 1>, Vectors<2>>(table, "f32", gelu::methods::copy::about, "backward");
}

}  // namespace gelu::cuda
