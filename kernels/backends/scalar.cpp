// SPDX-License-Identifier: Apache-2.0
// One element at a time. Built twice per instruction set: kept scalar, and left to the compiler's
// own vectoriser (autovec).
#include "kernels/vec/scalar.hpp"

#include "kernels/instantiate.hpp"
#include "kernels/methods.hpp"

namespace {
struct Here;  // gives every template below internal linkage: no code of this instruction set leaks
template <class T>
using V = gelu::vec::Scalar<T, Here>;
}  // namespace

// GELU_DOOR: gelu_backend_<backend>_<isa>, from the table in kernels/CMakeLists.txt.
extern "C" gelu::BackendTable GELU_DOOR() {
  return gelu::instantiate<Here, V, true, gelu::methods::All>();
}
