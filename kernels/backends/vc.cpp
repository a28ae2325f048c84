// SPDX-License-Identifier: Apache-2.0
// Vc 1.4: SSE2 to AVX2.
#include "kernels/vec/vc.hpp"

#include "kernels/instantiate.hpp"
#include "kernels/methods.hpp"

namespace {
struct Here;  // gives every template below internal linkage: no code of this instruction set leaks
template <class T>
using V = gelu::vec::Vc<T, Here>;
}  // namespace

// GELU_DOOR: gelu_backend_<backend>_<isa>, from the table in kernels/CMakeLists.txt.
extern "C" gelu::BackendTable GELU_DOOR() {
  return gelu::instantiate<Here, V, false, gelu::methods::All>();
}
