// SPDX-License-Identifier: Apache-2.0
// Every method of the list in f16, and the roof of the backward pass.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {

void add_f16(Table& table) {
  add_methods<F16, Vectors<1>>(table, "f16", gelu::methods::All{});
  add_methods<F16, Vectors<2>>(table, "f16", gelu::methods::All{});
  add<Merge<F16, 2, 1>, Vectors<1>>(table, "f16", gelu::methods::copy::about, "backward");
  add<Merge<F16, 2, 1>, Vectors<2>>(table, "f16", gelu::methods::copy::about, "backward");
}

}  // namespace gelu::cuda
