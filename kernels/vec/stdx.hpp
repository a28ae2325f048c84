// SPDX-License-Identifier: Apache-2.0
// The vocabulary on std::experimental::simd: arithmetic, comparisons and masks are the library's,
// the rest comes from lanes.hpp.
#pragma once

#include <experimental/simd>

#include "kernels/vec/lanes.hpp"
#include "kernels/vec/scalar.hpp"

namespace gelu::vec {

template <class T, class Tag>
struct StdxMask {
  using Simd = std::experimental::native_simd<T>;
  typename Simd::mask_type v;
  GELU_FN friend StdxMask operator&(StdxMask a, StdxMask b) { return {a.v && b.v}; }
  GELU_FN friend StdxMask operator|(StdxMask a, StdxMask b) { return {a.v || b.v}; }
  GELU_FN friend StdxMask operator!(StdxMask a) { return {!a.v}; }
};
template <class T, class Tag>
GELU_FN bool any_of(StdxMask<T, Tag> m) {
  return std::experimental::any_of(m.v);
}
template <class T, class Tag>
GELU_FN bool all_of(StdxMask<T, Tag> m) {
  return std::experimental::all_of(m.v);
}

/// native_simd<T>. `Tag` gives each backend its own type, hence internal linkage.
template <class T, class Tag>
struct Stdx {
  using Simd = std::experimental::native_simd<T>;
  using value_type = T;
  using Mask = StdxMask<T, Tag>;
  using Wide = Stdx<double, Tag>;
  static constexpr int size = static_cast<int>(Simd::size());
  static constexpr std::size_t batch = size;
  using Int = LaneInt<T, size, Tag>;
  using Raw = lanes::Raw<T, size>;
  static constexpr bool has_fma = Scalar<T, Tag>::has_fma;
  Simd v;
  Stdx() = default;
  GELU_FN explicit Stdx(T c) : v(c) {}
  GELU_FN explicit Stdx(Simd s) : v(s) {}
  GELU_FN Raw raw() const { return lanes::cast<Raw>(v); }
  GELU_FN static Stdx from_raw(Raw r) { return Stdx(lanes::cast<Simd>(r)); }
  GELU_FN friend Stdx operator+(Stdx a, Stdx b) { return Stdx(a.v + b.v); }
  GELU_FN friend Stdx operator-(Stdx a, Stdx b) { return Stdx(a.v - b.v); }
  GELU_FN friend Stdx operator*(Stdx a, Stdx b) { return Stdx(a.v * b.v); }
  GELU_FN friend Stdx operator/(Stdx a, Stdx b) { return Stdx(a.v / b.v); }
  GELU_FN friend Stdx operator-(Stdx a) { return Stdx(-a.v); }
  GELU_FN friend Mask operator<(Stdx a, Stdx b) { return {a.v < b.v}; }
  GELU_FN friend Mask operator<=(Stdx a, Stdx b) { return {a.v <= b.v}; }
  GELU_FN friend Mask operator>(Stdx a, Stdx b) { return {a.v > b.v}; }
  GELU_FN friend Mask operator>=(Stdx a, Stdx b) { return {a.v >= b.v}; }
  GELU_FN friend Mask operator==(Stdx a, Stdx b) { return {a.v == b.v}; }
  GELU_FN friend Stdx select(Mask m, Stdx a, Stdx b) {
    std::experimental::where(m.v, b.v) = a.v;
    return b;
  }
};

}  // namespace gelu::vec
