// SPDX-License-Identifier: Apache-2.0
// The C interface: checks the arguments, sets the floating-point environment, runs the kernel.
#include <gelu/gelu.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kernels/environment.hpp"
#include "kernels/int8.hpp"
#include "kernels/registry.hpp"
#include "kernels/streaming.hpp"

namespace {

using gelu::Pass;

struct Range {
  const void* p;
  std::size_t bytes;
};

/// Apart is allowed; equal is, where elements are as large; anything between is not.
bool overlap(Range a, Range b) {
  const auto p = reinterpret_cast<std::uintptr_t>(a.p);
  const auto q = reinterpret_cast<std::uintptr_t>(b.p);
  if (p == q) return a.bytes != b.bytes;
  return p < q ? q - p < a.bytes : p - q < b.bytes;
}

/// Whether the kernel computes this pass, and n elements fit into the address space.
int check(const gelu_kernel* k, Pass pass, std::size_t n) {
  if (k == nullptr) return GELU_NULL_POINTER;
  if (k->kernel.pass != pass || k->kernel.look_up != nullptr) return GELU_WRONG_PASS;
  if (n > PTRDIFF_MAX / gelu::bytes(k->kernel.dtype)) return GELU_TOO_LARGE;
  return GELU_OK;
}

/// Checks the buffers of n > 0 elements.
int check_buffers(const gelu_kernel* k, const gelu::Arrays& a, std::size_t n) {
  const Pass pass = k->kernel.pass;
  const bool two = pass != Pass::forward, both = pass == Pass::forward_backward;
  if (a.x == nullptr || a.y == nullptr || (two && a.with == nullptr) || (both && a.dx == nullptr))
    return GELU_NULL_POINTER;
  const std::size_t in = n * gelu::bytes(k->kernel.dtype);
  const std::size_t out = n * gelu::bytes(gelu::output(k->kernel.dtype));
  if (overlap({a.x, in}, {a.y, out}) || (two && overlap({a.with, in}, {a.y, out})))
    return GELU_OVERLAP;
  if (both && (overlap({a.x, in}, {a.dx, out}) || overlap({a.with, in}, {a.dx, out}) ||
               a.y == a.dx || overlap({a.y, out}, {a.dx, out})))
    return GELU_OVERLAP;
  return GELU_OK;
}

/// Where results go, and how far ahead inputs are fetched.
struct Way {
  bool streaming = false;
  std::size_t prefetch_bytes = 0;
};

/// One call of n elements, or of rows with the same `with`.
void run(const gelu::Kernel& k, const gelu::Arrays& a, std::size_t n, std::size_t rows, Way way) {
  const gelu::DefaultEnvironment guard;
  for (std::size_t r = 0; r < rows; ++r) {
    gelu::Arrays row = gelu::from(k, a, r * n);
    row.with = a.with;
    if (way.streaming) {
      gelu::run_streaming(k, row, n, way.prefetch_bytes);
    } else {
      gelu::run_ordinary(k, row, n);
    }
  }
  if (way.streaming) gelu::end_streaming();
}

int run(const gelu_kernel* k, Pass pass, const gelu::Arrays& a, std::size_t n, Way way = {}) {
  if (const int code = check(k, pass, n)) return code;
  if (n == 0) return GELU_OK;
  if (const int code = check_buffers(k, a, n)) return code;
  run(k->kernel, a, n, 1, way);
  return GELU_OK;
}

int run_bias(const gelu_kernel* k, const gelu::Arrays& a, std::size_t rows, std::size_t columns,
             Way way = {}) {
  if (const int code = check(k, Pass::bias, columns)) return code;
  const std::size_t row = columns * gelu::bytes(k->kernel.dtype);
  if (rows == 0 || columns == 0) return GELU_OK;
  if (rows > PTRDIFF_MAX / row) return GELU_TOO_LARGE;
  if (a.x == nullptr || a.with == nullptr || a.y == nullptr) return GELU_NULL_POINTER;
  // Every row reads the biases: not even an equal range may be written.
  if (overlap({a.x, rows * row}, {a.y, rows * row}) || a.with == a.y ||
      overlap({a.with, row}, {a.y, rows * row}))
    return GELU_OVERLAP;
  run(k->kernel, a, columns, rows, way);
  return GELU_OK;
}

}  // namespace

extern "C" {

size_t gelu_kernel_count(void) { return gelu::full_registry().size(); }

const gelu_kernel* gelu_kernel_at(size_t index) {
  const auto cells = gelu::full_registry();
  return index < cells.size() ? &cells[index] : nullptr;
}

const gelu_kernel* gelu_find(const char* key) {
  if (key == nullptr) return nullptr;
  const auto cells = gelu::full_registry();
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
  return run(k, Pass::forward, {x, nullptr, y, nullptr}, n);
}

int gelu_backward(const gelu_kernel* k, const void* x, const void* dy, void* dx, size_t n) {
  return run(k, Pass::backward, {x, dy, dx, nullptr}, n);
}

int gelu_forward_backward(const gelu_kernel* k, const void* x, const void* dy, void* y, void* dx,
                          size_t n) {
  return run(k, Pass::forward_backward, {x, dy, y, dx}, n);
}

int gelu_bias(const gelu_kernel* k, const void* x, const void* b, void* y, size_t rows,
              size_t columns) {
  return run_bias(k, {x, b, y, nullptr}, rows, columns);
}

int gelu_gated(const gelu_kernel* k, const void* x, const void* gate, void* y, size_t n) {
  return run(k, Pass::gated, {x, gate, y, nullptr}, n);
}

int gelu_forward_streaming(const gelu_kernel* k, const void* x, void* y, size_t n,
                           size_t prefetch_bytes) {
  return run(k, Pass::forward, {x, nullptr, y, nullptr}, n, {true, prefetch_bytes});
}

int gelu_backward_streaming(const gelu_kernel* k, const void* x, const void* dy, void* dx, size_t n,
                            size_t prefetch_bytes) {
  return run(k, Pass::backward, {x, dy, dx, nullptr}, n, {true, prefetch_bytes});
}

int gelu_forward_backward_streaming(const gelu_kernel* k, const void* x, const void* dy, void* y,
                                    void* dx, size_t n, size_t prefetch_bytes) {
  return run(k, Pass::forward_backward, {x, dy, y, dx}, n, {true, prefetch_bytes});
}

int gelu_bias_streaming(const gelu_kernel* k, const void* x, const void* b, void* y, size_t rows,
                        size_t columns, size_t prefetch_bytes) {
  return run_bias(k, {x, b, y, nullptr}, rows, columns, {true, prefetch_bytes});
}

int gelu_gated_streaming(const gelu_kernel* k, const void* x, const void* gate, void* y, size_t n,
                         size_t prefetch_bytes) {
  return run(k, Pass::gated, {x, gate, y, nullptr}, n, {true, prefetch_bytes});
}

size_t gelu_best_prefetch(void) { return gelu::best_prefetch(); }

int gelu_int8_table(const char* formula, gelu_int8_format x, gelu_int8_format y,
                    signed char table[256]) {
  if (formula == nullptr || table == nullptr) return GELU_NULL_POINTER;
  const auto name = std::ranges::find(gelu::k_formula_names, std::string_view(formula));
  const auto f = static_cast<gelu::Formula>(name - gelu::k_formula_names.begin());
  const gelu::Int8Format from{x.scale, x.zero_point}, to{y.scale, y.zero_point};
  if (!gelu::has_int8_table(f) || !is_valid(from) || !is_valid(to)) return GELU_BAD_FORMAT;
  const gelu::DefaultEnvironment guard;
  std::ranges::copy(gelu::int8_table(f, from, to), table);
  return GELU_OK;
}

int gelu_forward_int8(const gelu_kernel* k, const signed char table[256], const signed char* x,
                      signed char* y, size_t n) {
  if (k == nullptr) return GELU_NULL_POINTER;
  if (k->kernel.look_up == nullptr) return GELU_WRONG_PASS;
  if (n > PTRDIFF_MAX) return GELU_TOO_LARGE;
  if (n == 0) return GELU_OK;
  if (table == nullptr || x == nullptr || y == nullptr) return GELU_NULL_POINTER;
  if (overlap({x, n}, {y, n}) || table == y || overlap({table, 256}, {y, n})) return GELU_OVERLAP;
  k->kernel.look_up(x, table, y, n);
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
    case GELU_BAD_FORMAT:
      return "unknown formula, scale not positive and finite, or zero point not in -128..127";
    default:
      return "unknown error code";
  }
}

}  // extern "C"
