// SPDX-License-Identifier: Apache-2.0
// The vocabulary on Vc 1.4: arithmetic, comparisons and masks are the library's, the rest comes
// from lanes.hpp. Vc has SSE to AVX2; its successor (stdx.hpp) has AVX-512 and NEON.
#pragma once

#include <Vc/Vc>

#include "kernels/vec/lanes.hpp"
#include "kernels/vec/scalar.hpp"

namespace gelu::vec {

template <class T, class Tag>
struct VcMask {
  ::Vc::Mask<T> v;
  GELU_FN friend VcMask operator&(VcMask a, VcMask b) { return {a.v && b.v}; }
  GELU_FN friend VcMask operator|(VcMask a, VcMask b) { return {a.v || b.v}; }
  GELU_FN friend VcMask operator!(VcMask a) { return {!a.v}; }
};
template <class T, class Tag>
GELU_FN bool any_of(VcMask<T, Tag> m) {
  return ::Vc::any_of(m.v);
}
template <class T, class Tag>
GELU_FN bool all_of(VcMask<T, Tag> m) {
  return ::Vc::all_of(m.v);
}

/// Vc::Vector<T> of the widest kind that the flags allow. `Tag` as in Stdx.
template <class T, class Tag>
struct Vc {
  using Simd = ::Vc::Vector<T>;
  using value_type = T;
  using Mask = VcMask<T, Tag>;
  using Wide = Vc<double, Tag>;
  static constexpr int size = static_cast<int>(Simd::Size);
  static constexpr std::size_t batch = size;
  using Int = LaneInt<T, size, Tag>;
  using Raw = lanes::Raw<T, size>;
  static constexpr bool has_fma = Scalar<T, Tag>::has_fma;
  Simd v;
  Vc() = default;
  GELU_FN explicit Vc(T c) : v(c) {}
  GELU_FN explicit Vc(Simd s) : v(s) {}
  GELU_FN Raw raw() const { return lanes::cast<Raw>(v.data()); }
  GELU_FN static Vc from_raw(Raw r) { return Vc(Simd(lanes::cast<typename Simd::VectorType>(r))); }
  GELU_FN friend Vc operator+(Vc a, Vc b) { return Vc(a.v + b.v); }
  GELU_FN friend Vc operator-(Vc a, Vc b) { return Vc(a.v - b.v); }
  GELU_FN friend Vc operator*(Vc a, Vc b) { return Vc(a.v * b.v); }
  GELU_FN friend Vc operator/(Vc a, Vc b) { return Vc(a.v / b.v); }
  GELU_FN friend Vc operator-(Vc a) { return Vc(-a.v); }
  GELU_FN friend Mask operator<(Vc a, Vc b) { return {a.v < b.v}; }
  GELU_FN friend Mask operator<=(Vc a, Vc b) { return {a.v <= b.v}; }
  GELU_FN friend Mask operator>(Vc a, Vc b) { return {a.v > b.v}; }
  GELU_FN friend Mask operator>=(Vc a, Vc b) { return {a.v >= b.v}; }
  GELU_FN friend Mask operator==(Vc a, Vc b) { return {a.v == b.v}; }
  GELU_FN friend Vc select(Mask m, Vc a, Vc b) { return Vc(::Vc::iif(m.v, a.v, b.v)); }
};

}  // namespace gelu::vec
