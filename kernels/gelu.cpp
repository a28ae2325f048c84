// SPDX-License-Identifier: Apache-2.0
// The C interface: checks the arguments, sets the floating-point environment, runs the kernel.
#include <gelu/gelu.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "kernels/environment.hpp"
#include "kernels/registry.hpp"

namespace {

using gelu::Pass;

/// Equal ranges are allowed, apart is allowed, anything between is not.
bool overlaps(const void* a, const void* b, std::size_t bytes) {
  const auto p = reinterpret_cast<std::uintptr_t>(a);
  const auto q = reinterpret_cast<std::uintptr_t>(b);
  return p != q && std::max(p, q) - std::min(p, q) < bytes;
}

int check(const gelu_kernel* k, Pass pass, std::size_t n) {
  if (k == nullptr) return GELU_NULL_POINTER;
  if (k->kernel.pass != pass) return GELU_WRONG_PASS;
  if (n > PTRDIFF_MAX / gelu::bytes(k->kernel.dtype)) return GELU_TOO_LARGE;
  return GELU_OK;
}

}  // namespace

extern "C" {

size_t gelu_kernel_count(void) { return gelu::registry().size(); }

const gelu_kernel* gelu_kernel_at(size_t index) {
  const auto cells = gelu::registry();
  return index < cells.size() ? &cells[index] : nullptr;
}

const gelu_kernel* gelu_find(const char* key) {
  if (key == nullptr) return nullptr;
  const auto cells = gelu::registry();
  const auto it = std::ranges::find(cells, std::string_view(key), &gelu_kernel::key);
  return it != cells.end() ? &*it : nullptr;
}

const char* gelu_key(const gelu_kernel* k) { return k ? k->key.c_str() : nullptr; }
const char* gelu_method(const gelu_kernel* k) { return k ? k->kernel.method : nullptr; }
const char* gelu_formula(const gelu_kernel* k) {
  return k ? gelu::name(k->kernel.formula).data() : nullptr;
}
const char* gelu_pass(const gelu_kernel* k) {
  return k ? gelu::name(k->kernel.pass).data() : nullptr;
}
const char* gelu_dtype(const gelu_kernel* k) {
  return k ? gelu::name(k->kernel.dtype).data() : nullptr;
}
const char* gelu_backend(const gelu_kernel* k) { return k ? k->backend.c_str() : nullptr; }
const char* gelu_isa(const gelu_kernel* k) { return k ? k->isa.c_str() : nullptr; }

int gelu_forward(const gelu_kernel* k, const void* x, void* y, size_t n) {
  if (const int code = check(k, Pass::forward, n)) return code;
  if (n == 0) return GELU_OK;
  if (x == nullptr || y == nullptr) return GELU_NULL_POINTER;
  if (overlaps(x, y, n * gelu::bytes(k->kernel.dtype))) return GELU_OVERLAP;
  const gelu::DefaultEnvironment guard;
  k->kernel.forward(x, y, n);
  return GELU_OK;
}

int gelu_backward(const gelu_kernel* k, const void* x, const void* dy, void* dx, size_t n) {
  if (const int code = check(k, Pass::backward, n)) return code;
  if (n == 0) return GELU_OK;
  if (x == nullptr || dy == nullptr || dx == nullptr) return GELU_NULL_POINTER;
  const std::size_t bytes = n * gelu::bytes(k->kernel.dtype);
  if (overlaps(x, dx, bytes) || overlaps(dy, dx, bytes)) return GELU_OVERLAP;
  const gelu::DefaultEnvironment guard;
  k->kernel.backward(x, dy, dx, n);
  return GELU_OK;
}

const char* gelu_error(int code) {
  switch (code) {
    case GELU_OK:
      return "no error";
    case GELU_NULL_POINTER:
      return "null kernel, or null buffer with n > 0";
    case GELU_WRONG_PASS:
      return "the kernel computes another pass";
    case GELU_OVERLAP:
      return "buffers overlap without being equal";
    case GELU_TOO_LARGE:
      return "n elements do not fit into the address space";
    default:
      return "unknown error code";
  }
}

}  // extern "C"
