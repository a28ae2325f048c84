// SPDX-License-Identifier: Apache-2.0
// 8-bit integers. Whatever the formula and the scales, there are 256 results: a table serves all.
#include "kernels/vec/bytes.hpp"

#include <cstring>
#include <iterator>

#include "kernels/kernel.hpp"

namespace {

using gelu::vec::Bytes;

/// y = f(x), a vector at a time; the rest on a padded copy.
template <class F>
[[gnu::always_inline]] inline void each(const void* x, void* y, std::size_t n, const F& f) {
  const auto* from = static_cast<const char*>(x);
  auto* to = static_cast<char*>(y);
  Bytes b = {};
  std::size_t i = 0;
  for (; i + sizeof b <= n; i += sizeof b) {
    std::memcpy(&b, from + i, sizeof b);
    b = f(b);
    std::memcpy(to + i, &b, sizeof b);
  }
  if (i == n) return;
  std::memcpy(&b, from + i, n - i);
  b = f(b);
  std::memcpy(to + i, &b, n - i);
}

void copy(const void* x, void* y, std::size_t n) {
  each(x, y, n, [](Bytes b) { return b; });
}
void relu(const void* x, void* y, std::size_t n) {
  each(x, y, n, [](Bytes b) { return static_cast<Bytes>(b > 0 ? b : Bytes{}); });
}
void look_up(const void* x, const void* table, void* y, std::size_t n) {
  const gelu::vec::ByteTable t(static_cast<const std::uint8_t*>(table));
  each(x, y, n, [&t](Bytes b) { return t[b]; });
}

constexpr gelu::Kernel k_kernels[] = {
    {.method = "copy",
     .formula = gelu::Formula::copy,
     .pass = gelu::Pass::forward,
     .dtype = gelu::Dtype::i8,
     .origin = gelu::Origin::portable,
     .forward = copy},
    {.method = "relu",
     .formula = gelu::Formula::relu,
     .pass = gelu::Pass::forward,
     .dtype = gelu::Dtype::i8,
     .origin = gelu::Origin::portable,
     .forward = relu},
    // Of the formula that its table is of.
    {.method = "table_int8",
     .formula = gelu::Formula::erf,
     .pass = gelu::Pass::forward,
     .dtype = gelu::Dtype::i8,
     .origin = gelu::Origin::portable,
     .look_up = look_up},
};

}  // namespace

// GELU_DOOR: gelu_backend_<backend>_<isa>, from the table in kernels/CMakeLists.txt.
extern "C" gelu::BackendTable GELU_DOOR() { return {k_kernels, std::size(k_kernels)}; }
