// SPDX-License-Identifier: Apache-2.0
// The passes that are made of forward and backward have their bits. That is why a certificate of
// forward and backward is theirs too.
#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <vector>

#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "tests/call.hpp"
#include "tests/contract_env.hpp"

namespace gelu::test {
namespace {

constexpr std::size_t k_count = (1U << 16) + 5;  // every 16-bit pattern, and a remainder

/// Elements of a dtype as encodings.
class Elements {
 public:
  explicit Elements(Dtype d) : dtype_(d), bytes_(k_count * bytes(d)) {}
  void set(std::size_t i, std::uint64_t bits) { std::memcpy(at(i), &bits, bytes(dtype_)); }
  std::uint64_t get(std::size_t i) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, at(i), bytes(dtype_));
    return bits;
  }
  double value(std::size_t i) { return ref::decode(dtype_, get(i)); }
  void* data() { return bytes_.data(); }
  /// The encoding, one for all NaN.
  std::uint64_t canonical(std::size_t i) { return ref::canonical(dtype_, get(i)); }

 private:
  void* at(std::size_t i) { return bytes_.data() + i * bytes(dtype_); }
  Dtype dtype_;
  std::vector<std::byte> bytes_;
};

/// Every encoding of a 16-bit type; of a wider one the special values, then any and ordinary ones.
Elements inputs(Dtype d) {
  Elements e(d);
  const auto special = special_bits(d);
  for (std::size_t i = 0; i < k_count; ++i) {
    const std::uint64_t any = ref::mix(i) >> (64 - 8 * bytes(d));
    const double ordinary = 8 * (static_cast<double>(ref::mix(~i) >> 11) * 0x1p-53 - 0.5);
    e.set(i, bytes(d) == 2        ? i & 0xffff
             : i < special.size() ? special[i]
             : i % 4 == 0         ? any
                                  : ref::encode(d, ordinary));
  }
  return e;
}

const Cell& sibling(const Cell& c, Pass pass, Dtype dtype) {
  const std::string key = std::string(c.kernel.method) + "/" + std::string(name(pass)) + "/" +
                          std::string(name(dtype)) + "/" + c.backend + "-" + c.isa;
  const gelu_kernel* found = gelu_find(key.c_str());
  if (found == nullptr) throw std::runtime_error("no " + key);
  return *found;
}

/// The type of the arithmetic.
Dtype compute(Dtype d) { return d == Dtype::f64 ? Dtype::f64 : Dtype::f32; }

/// a op b in the type of the arithmetic; both are values of it.
double combined(Dtype d, Pass pass, double a, double b) {
  if (d == Dtype::f64) return pass == Pass::bias ? a + b : a * b;
  const auto x = static_cast<float>(a), y = static_cast<float>(b);
  return static_cast<double>(pass == Pass::bias ? x + y : x * y);
}

class Composed : public testing::TestWithParam<const Cell*> {};

TEST_P(Composed, HasTheBitsOfItsParts) {
  const Cell& cell = *GetParam();
  const Kernel& k = cell.kernel;
  const Dtype in = input(k.dtype), out = output(k.dtype), wide = compute(in);
  Elements x = inputs(in), with(in), y(out), dx(out), want(out), want_dx(out);
  for (std::size_t i = 0; i < k_count; ++i)
    with.set(i, ref::encode(in, static_cast<double>(i % 13) * 0.375 - 2));
  ASSERT_EQ(call(cell, {x.data(), with.data(), y.data(), dx.data()}, k_count), GELU_OK);
  if (k.pass == Pass::forward_backward) {
    const Arrays slope{x.data(), with.data(), want_dx.data(), nullptr};
    ASSERT_EQ(
        call(sibling(cell, Pass::forward, in), {x.data(), nullptr, want.data(), nullptr}, k_count),
        GELU_OK);
    ASSERT_EQ(call(sibling(cell, Pass::backward, in), slope, k_count), GELU_OK);
  } else {
    Elements a(wide), f(wide);
    for (std::size_t i = 0; i < k_count; ++i)
      a.set(i, ref::encode(wide, k.pass == Pass::bias
                                     ? combined(wide, k.pass, x.value(i), with.value(i))
                                     : x.value(i)));
    ASSERT_EQ(
        call(sibling(cell, Pass::forward, wide), {a.data(), nullptr, f.data(), nullptr}, k_count),
        GELU_OK);
    for (std::size_t i = 0; i < k_count; ++i)
      want.set(i, ref::encode(out, k.pass == Pass::gated
                                       ? combined(wide, k.pass, f.value(i), with.value(i))
                                       : f.value(i)));
  }
  for (std::size_t i = 0; i < k_count; ++i) {
    ASSERT_EQ(y.canonical(i), want.canonical(i)) << cell.key << " x=" << x.value(i);
    if (k.pass == Pass::forward_backward) {
      ASSERT_EQ(dx.canonical(i), want_dx.canonical(i)) << cell.key << " x=" << x.value(i);
    }
  }
}

std::vector<const Cell*> composed_cells() {
  std::vector<const Cell*> cells;
  for (const Cell& c : registry())
    if (!is_single(c.kernel.pass) || c.kernel.dtype != output(c.kernel.dtype)) cells.push_back(&c);
  return cells;
}

INSTANTIATE_TEST_SUITE_P(Registry, Composed, testing::ValuesIn(composed_cells()),
                         [](const auto& info) {
                           std::string name = info.param->key;
                           for (char& c : name)
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           return name;
                         });

}  // namespace
}  // namespace gelu::test
