// SPDX-License-Identifier: Apache-2.0
// The launch shells on the host: every element is written once, whatever n and wherever the arrays
// lie; nothing else is touched.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <vector>

#include "kernels/cuda/operation.hpp"
#include "kernels/methods/relu.hpp"
#include "tests/cuda_host.hpp"

namespace gelu::cuda {

/// An operation that touches no memory: it notes the elements that it would have stored.
template <class S>
struct Noted : Shape<S, S, 1, 1> {
  static inline std::vector<std::pair<std::uint64_t, int>> stores;
  template <int N>
  static void eval(const Pack<S, N> (&)[1], Pack<S, N> (&)[1], const Args&, Peak&) {}
};
template <class S, int N>
struct Work<Noted<S>, N> {
  Pack<S, N> in[1], out[1];
  void load(const Args&, std::uint64_t) {}
  void store(const Args&, std::uint64_t i) const { Noted<S>::stores.emplace_back(i, N); }
};

}  // namespace gelu::cuda

namespace gelu::test {
namespace {

using cuda::Args;
constexpr unsigned char k_poison = 0xa5;

/// What the operations below give, said differently.
template <class S>
S mixed(S a, S b, S c) {
  if constexpr (sizeof(S) == 4) {
    return std::bit_cast<S>(std::bit_cast<std::uint32_t>(a) | std::bit_cast<std::uint32_t>(b) |
                            std::bit_cast<std::uint32_t>(c));
  } else {
    return {static_cast<decltype(a.bits)>(a.bits | b.bits | c.bits)};
  }
}

template <class S>
S element(std::uint64_t i) {
  const std::uint64_t bits = (i + 1) * 0x9e3779b97f4a7c15;
  if constexpr (sizeof(S) == 4) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits >> 32));
  } else {
    return {static_cast<decltype(S::bits)>(bits >> 40)};
  }
}

/// An array at `offset` elements past a boundary of 64 bytes, in poison.
template <class S>
class Array {
 public:
  Array(std::size_t n, std::size_t offset) : n_(n), bytes_(n * sizeof(S) + 64 * 4, k_poison) {
    auto* aligned = reinterpret_cast<unsigned char*>(
        (reinterpret_cast<std::uintptr_t>(bytes_.data()) + 127) / 64 * 64);
    begin_ = reinterpret_cast<S*>(aligned) + offset;
  }
  S* data() { return begin_; }
  void fill(std::uint64_t seed) {
    for (std::size_t i = 0; i < n_; ++i) begin_[i] = element<S>(seed + i);
  }
  bool surroundings_poisoned() const {
    const auto* from = reinterpret_cast<const unsigned char*>(begin_);
    const auto poisoned = [](unsigned char c) { return c == k_poison; };
    return std::all_of(bytes_.data(), from, poisoned) &&
           std::all_of(from + n_ * sizeof(S), bytes_.data() + bytes_.size(), poisoned);
  }

 private:
  std::size_t n_;
  std::vector<unsigned char> bytes_;
  S* begin_;
};

/// Three inputs, two outputs; offsets of each; `in_place`: the outputs are the first two inputs.
template <class S, class Shell>
void check(std::size_t n, const std::array<std::size_t, 5>& offsets, bool in_place) {
  using Op = cuda::Merge<S, 3, 2>;
  Array<S> a(n, offsets[0]), b(n, offsets[1]), c(n, offsets[2]), y(n, offsets[3]), z(n, offsets[4]);
  a.fill(1), b.fill(100), c.fill(10000);
  Args args{};
  args.in[0] = a.data(), args.in[1] = b.data(), args.in[2] = c.data();
  args.out[0] = in_place ? a.data() : y.data();
  args.out[1] = in_place ? b.data() : z.data();
  args.n = n;
  launch_on_host<Op, Shell>(args);
  for (const auto* p : {&a, &b, &c, &y, &z}) ASSERT_TRUE(p->surroundings_poisoned()) << n;
  for (std::size_t i = 0; i < n; ++i) {
    const S want = mixed(element<S>(1 + i), element<S>(100 + i), element<S>(10000 + i));
    ASSERT_EQ(0, std::memcmp(static_cast<const S*>(args.out[0]) + i, &want, sizeof want))
        << "n " << n << " i " << i << " offset " << offsets[0];
    ASSERT_EQ(0, std::memcmp(static_cast<const S*>(args.out[1]) + i, &want, sizeof want));
  }
}

template <class S, class Shell>
void check_all() {
  for (const std::size_t n : {0, 1, 2, 3, 7, 8, 15, 16, 17, 255, 1023, 1024, 1025, 4099, 20011}) {
    for (std::size_t o = 0; o < 17; o += (o < 5 ? 1 : 4)) {
      check<S, Shell>(n, {o, o, o, o, o}, false);
      check<S, Shell>(n, {o, o, o, o, o}, true);
    }
    check<S, Shell>(n, {1, 0, 0, 0, 0}, false);
    check<S, Shell>(n, {0, 0, 0, 3, 0}, false);
    check<S, Shell>(n, {2, 5, 1, 1, 0}, true);
  }
}

template <class Shell>
class Shells : public testing::Test {};
using Every = testing::Types<cuda::Element, cuda::Vectors<1>, cuda::Vectors<2>, cuda::Vectors<4>,
                             cuda::Striding<2>>;
TYPED_TEST_SUITE(Shells, Every);

TYPED_TEST(Shells, WriteEveryElementAndNothingElse) {
  check_all<float, TypeParam>();
  check_all<BF16, TypeParam>();
  check_all<cuda::E4M3, TypeParam>();
}

/// From two bytes to one: the boundaries of vectors lie at different bytes.
TYPED_TEST(Shells, MixSizes) {
  for (const std::size_t n : {1, 9, 1025, 9001}) {
    for (const std::size_t o : {0, 1, 3, 8}) {
      for (const std::size_t p : {o, o + 8, o + 1}) {
        Array<BF16> x(n, o);
        Array<cuda::E4M3> y(n, p);
        x.fill(7);
        Args args{};
        args.in[0] = x.data(), args.out[0] = y.data(), args.n = n;
        launch_on_host<cuda::Halve<BF16>, TypeParam>(args);
        ASSERT_TRUE(x.surroundings_poisoned() && y.surroundings_poisoned());
      }
    }
  }
}

/// One row of biases for every row of x, also where rows do not begin at a vector.
TYPED_TEST(Shells, RepeatTheRow) {
  using Op = cuda::RowBias<methods::relu, float>;
  for (const std::size_t columns : {1, 3, 4, 7, 64, 1000}) {
    for (const std::size_t o : {0, 1}) {
      const std::size_t n = columns * 23 + 2;
      Array<float> x(n, o), b(columns, 0), y(n, o);
      for (std::size_t i = 0; i < n; ++i) x.data()[i] = static_cast<float>(i % 11);
      for (std::size_t i = 0; i < columns; ++i) b.data()[i] = static_cast<float>(i);
      Args args{};
      args.in[0] = x.data(), args.in[1] = b.data(), args.out[0] = y.data(), args.n = n;
      cuda::set_row(args, columns);
      launch_on_host<Op, TypeParam>(args);
      for (std::size_t i = 0; i < n; ++i)
        ASSERT_EQ(y.data()[i], static_cast<float>(i % 11) + static_cast<float>(i % columns));
    }
  }
}

/// Block b covers the elements [b s - skew, (b + 1) s - skew) of an array far beyond 2^32.
TYPED_TEST(Shells, CountBeyond32Bits) {
  using Op = cuda::Noted<float>;
  constexpr bool vectors = !std::is_same_v<TypeParam, cuda::Element>;
  const std::uint64_t n = (std::uint64_t{1} << 33) + 12345;
  for (const std::uint32_t skew : {0U, 3U}) {
    Args args{};
    args.n = n, args.whole = 1, args.skew = vectors ? skew : 0;
    const std::uint64_t share =
        vectors ? cuda::k_threads * 4 * TypeParam::in_flight : cuda::k_threads;
    const std::uint64_t blocks = TypeParam::template blocks<Op>(args);
    ASSERT_EQ(blocks, (n + args.skew + share - 1) / share);
    ASSERT_LT(blocks, 0x80000000U);
    // A grid of half the blocks: a striding shell makes two trips, with the others it does not
    // show.
    const std::uint64_t grid = TypeParam::persistent ? blocks / 2 + 1 : blocks;
    for (const std::uint64_t b : {std::uint64_t{0}, std::uint64_t{1}, (1U << 31) / share,
                                  (std::uint64_t{1} << 32) / share, grid - 2, grid - 1}) {
      if (b >= grid) continue;
      Op::stores.clear();
      for (std::uint32_t t = 0; t < cuda::k_threads; ++t)
        TypeParam::template run<Op>(
            {static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(grid), t}, args);
      std::sort(Op::stores.begin(), Op::stores.end());
      std::uint64_t at = b * share < args.skew ? 0 : b * share - args.skew;
      for (const auto& [i, count] : Op::stores) {
        if (i != at) {  // the second trip
          ASSERT_TRUE(TypeParam::persistent);
          ASSERT_EQ(at, (b + 1) * share - args.skew);
          at = (b + grid) * share - args.skew;
        }
        ASSERT_EQ(i, at);
        at += static_cast<std::uint64_t>(count);
      }
      const std::uint64_t last = TypeParam::persistent && b + grid < blocks ? b + grid : b;
      ASSERT_EQ(at, std::min(n, (last + 1) * share - args.skew));
    }
  }
}

TEST(Row, IsTheRemainder) {
  for (const std::uint64_t period : {1U, 2U, 3U, 7U, 4096U, 65537U, 1000003U}) {
    Args args{};
    cuda::set_row(args, period);
    for (std::uint64_t i = 0; i < (std::uint64_t{1} << 42); i = i * 3 + 1)
      ASSERT_EQ(cuda::in_row(args, i), i % period);
    ASSERT_EQ(cuda::in_row(args, period * 1234567 - 1), period - 1);
    ASSERT_EQ(cuda::in_row(args, period * 1234567), 0U);
  }
}

TEST(Peak, IsTheLargestMagnitude) {
  std::uint32_t amax = 0;
  cuda::Peak peak;
  for (const float f : {1.0F, -3.5F, 2.0F, -0.0F}) peak.take(cuda::V(f));
  peak.deliver(&amax);
  EXPECT_EQ(std::bit_cast<float>(amax), 3.5F);
  cuda::Peak smaller;
  smaller.take(cuda::V(1));
  smaller.deliver(&amax);
  EXPECT_EQ(std::bit_cast<float>(amax), 3.5F);
}

}  // namespace
}  // namespace gelu::test
