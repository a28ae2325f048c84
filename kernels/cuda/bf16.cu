// SPDX-License-Identifier: Apache-2.0
// Every method of the list in bf16, and the roof of the backward pass.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {

void add_bf16(Table& table) {
  add_methods<BF16, Vectors<1>>(table, "bf16", gelu::methods::All{});
  add_methods<BF16, Vectors<2>>(table, "bf16", gelu::methods::All{});
  add<Merge<BF16, 2, 1>, Vectors<1>>(table, "bf16", gelu::methods::copy::about, "backward");
  add<Merge<BF16, 2, 1>, Vectors<2>>(table, "bf16", gelu::methods::copy::about, "backward");
}

}  // namespace gelu::cuda
