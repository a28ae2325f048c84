// SPDX-License-Identifier: Apache-2.0
// A library of kernels that is another one (GELU_SLOW_LIBRARY), slower by GELU_SLOW_PERCENT: it
// calls the kernel again for that part of the elements. Real work, of the kernel's own kind. The
// pass must be forward. With GELU_SLOW_HIDES it lacks that many kernels at the beginning.
#include <dlfcn.h>
#include <gelu/gelu.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>

namespace {

void* library() {
  // A namespace of its own: nothing is shared with what else is loaded from that file.
  static void* const handle = dlmopen(LM_ID_NEWLM, std::getenv("GELU_SLOW_LIBRARY"), RTLD_NOW);
  if (handle == nullptr) std::abort();
  return handle;
}
template <class F>
F* of(F*, const char* name) {
  return reinterpret_cast<F*>(dlsym(library(), name));
}
#define GELU_OF(function) of(&function, #function)

/// How a kernel's debt is paid: in calls of `unit` elements, long enough that the call itself does
/// not count.
struct Debt {
  std::size_t unit = 0;
  double elements = 0;
};

double seconds(decltype(&gelu_forward) run, const gelu_kernel* k, const void* x, void* y,
               std::size_t n) {
  double best = 1;
  for (int i = 0; i < 10; ++i) {
    const auto from = std::chrono::steady_clock::now();
    for (int j = 0; j < 10; ++j) run(k, x, y, n);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - from;
    best = std::min(best, time.count() / 10);
  }
  return best;
}

}  // namespace

extern "C" {

size_t gelu_kernel_count(void) { return GELU_OF(gelu_kernel_count)() - GELU_SLOW_HIDES; }
const gelu_kernel* gelu_kernel_at(size_t i) { return GELU_OF(gelu_kernel_at)(i + GELU_SLOW_HIDES); }
const gelu_kernel* gelu_find(const char* key) { return GELU_OF(gelu_find)(key); }
const char* gelu_key(const gelu_kernel* k) { return GELU_OF(gelu_key)(k); }
const char* gelu_method(const gelu_kernel* k) { return GELU_OF(gelu_method)(k); }
const char* gelu_pass(const gelu_kernel* k) {
  static const auto pass = GELU_OF(gelu_pass);
  return pass(k);
}
const char* gelu_dtype(const gelu_kernel* k) { return GELU_OF(gelu_dtype)(k); }
const char* gelu_backend(const gelu_kernel* k) { return GELU_OF(gelu_backend)(k); }
const char* gelu_isa(const gelu_kernel* k) { return GELU_OF(gelu_isa)(k); }
int gelu_backward(const gelu_kernel*, const void*, const void*, void*, size_t) {
  return GELU_WRONG_PASS;
}

int gelu_forward(const gelu_kernel* k, const void* x, void* y, size_t n) {
  static const auto run = GELU_OF(gelu_forward);
  static std::map<const gelu_kernel*, Debt> debts;
  // Looking it up at each call would be work of another kind.
  static const gelu_kernel* last = nullptr;
  static Debt* found = nullptr;
  if (k != last) found = &debts[last = k];
  Debt& debt = *found;
  if (debt.unit == 0)
    for (debt.unit = 64; debt.unit < n && seconds(run, k, x, y, debt.unit) < 400e-9;)
      debt.unit *= 2;
  debt.elements += static_cast<double>(n) * GELU_SLOW_PERCENT / 100;
  for (; debt.elements >= static_cast<double>(debt.unit);
       debt.elements -= static_cast<double>(debt.unit))
    run(k, x, y, std::min(debt.unit, n));
  return run(k, x, y, n);
}

}  // extern "C"
