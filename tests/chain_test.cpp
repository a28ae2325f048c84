// SPDX-License-Identifier: Apache-2.0
// A chain of calls, for latency rows: each call takes the result of the one before, by the kernel's
// own arithmetic.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "kernels/registry.hpp"

namespace gelu::test {
namespace {

using Sixteen = std::array<float, 16>;  // the largest vector

Sixteen plus(const Sixteen& x, const Sixteen& y) {
  Sixteen sum;
  std::transform(x.begin(), x.end(), y.begin(), sum.begin(), std::plus());
  return sum;
}

Sixteen forward(const Cell& cell, const Sixteen& x) {
  Sixteen y;
  cell.kernel.forward(x.data(), y.data(), y.size());
  return y;
}

/// How many elements are those wanted, when the others are untouched.
std::size_t vector_size(const Sixteen& y, const Sixteen& want, float untouched) {
  const auto [end, ignored] = std::mismatch(y.begin(), y.end(), want.begin());
  EXPECT_TRUE(std::all_of(end, y.end(), [&](float e) { return e == untouched; }));
  return static_cast<std::size_t>(end - y.begin());
}

TEST(Chain, FeedsEachCallWithTheResultOfTheOneBefore) {
  constexpr float untouched = 77;
  Sixteen x;
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i) / 8 - 1.0625F;
  std::size_t chains = 0;
  for (const Cell& cell : registry()) {
    if (cell.kernel.chain == nullptr) continue;
    SCOPED_TRACE(cell.key);
    ++chains;
    const Sixteen once = plus(forward(cell, x), x), twice = plus(forward(cell, once), x);
    std::size_t sizes[3];
    for (std::size_t calls = 0; calls < 3; ++calls) {
      Sixteen y;
      y.fill(untouched);
      cell.kernel.chain(x.data(), 1, y.data(), calls);
      sizes[calls] = vector_size(y, calls == 0 ? x : calls == 1 ? once : twice, untouched);
    }
    EXPECT_GE(sizes[0], 1U);
    EXPECT_EQ(sizes[1], sizes[0]);
    EXPECT_EQ(sizes[2], sizes[0]);
    Sixteen y = x;
    cell.kernel.chain(x.data(), 0, y.data(), 1000);
    EXPECT_EQ(y, x);  // what is timed
  }
  EXPECT_GT(chains, 0U);
}

TEST(Chain, IsThereForF32ForwardOfEveryVectorBackend) {
  for (const Cell& cell : registry()) {
    const Kernel& k = cell.kernel;
    if (k.origin != Origin::portable || cell.backend == "autovec") continue;
    EXPECT_EQ(k.chain != nullptr, k.pass == Pass::forward && k.dtype == Dtype::f32) << cell.key;
  }
}

}  // namespace
}  // namespace gelu::test
