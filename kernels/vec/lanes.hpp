// SPDX-License-Identifier: Apache-2.0
// What Vc and std::experimental::simd lack, once for both: integer lanes, bit casts, min and max
// with a fixed order, fma, permutes, gathers, exact scaling. Written on the compiler's own vector
// types; intrinsics (lanes_x86.hpp, lanes_words.hpp, lanes_tables.hpp) only where the compiler has
// no operation for it.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "kernels/vec/config.hpp"

namespace gelu::vec {

namespace lanes {

template <class T>
using Word = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;

/// W lanes of T as the compiler's vector type; __m512 and the like convert to and from it free.
template <class T, int W>
struct RawOf {
  using type [[gnu::vector_size(sizeof(T) * W)]] = T;
};
template <class T, int W>
using Raw = typename RawOf<T, W>::type;

template <class To, class From>
GELU_FN To cast(From a) {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, a);
}

}  // namespace lanes

/// W integers as wide as T, modulo 2^bits.
template <class T, int W, class Tag>
struct LaneInt {
  using Signed = std::make_signed_t<lanes::Word<T>>;
  using Vector = lanes::Raw<lanes::Word<T>, W>;
  Vector v;
  LaneInt() = default;
  GELU_FN explicit LaneInt(Signed c) : v(Vector{} + static_cast<lanes::Word<T>>(c)) {}
  GELU_FN static LaneInt from_raw(Vector raw) {
    LaneInt i;
    i.v = raw;
    return i;
  }
  GELU_FN friend LaneInt operator+(LaneInt a, LaneInt b) { return from_raw(a.v + b.v); }
  GELU_FN friend LaneInt operator-(LaneInt a, LaneInt b) { return from_raw(a.v - b.v); }
  GELU_FN friend LaneInt operator&(LaneInt a, LaneInt b) { return from_raw(a.v & b.v); }
  GELU_FN friend LaneInt operator|(LaneInt a, LaneInt b) { return from_raw(a.v | b.v); }
  GELU_FN friend LaneInt operator^(LaneInt a, LaneInt b) { return from_raw(a.v ^ b.v); }
};
template <int K, class T, int W, class Tag>
GELU_FN LaneInt<T, W, Tag> shl(LaneInt<T, W, Tag> a) {
  return LaneInt<T, W, Tag>::from_raw(a.v << K);
}
template <int K, class T, int W, class Tag>
GELU_FN LaneInt<T, W, Tag> shr(LaneInt<T, W, Tag> a) {
  return LaneInt<T, W, Tag>::from_raw(a.v >> K);
}

}  // namespace gelu::vec

#include "kernels/vec/lanes_tables.hpp"
#include "kernels/vec/lanes_words.hpp"
#include "kernels/vec/lanes_x86.hpp"

namespace gelu::vec {

/// A vector type of a library, with its lanes readable as a compiler vector.
template <class V>
concept lane_vector = requires(V a) {
  { a.raw() } -> std::same_as<typename V::Raw>;
  V::from_raw(a.raw());
};

template <lane_vector V>
GELU_FN typename V::Int bits(V a) {
  return V::Int::from_raw(lanes::cast<typename V::Int::Vector>(a.raw()));
}
template <lane_vector V>
GELU_FN V from_bits(typename V::Int i) {
  return V::from_raw(lanes::cast<typename V::Raw>(i.v));
}
template <lane_vector V>
GELU_FN V fma(V a, V b, V c) {
  if constexpr (V::has_fma) {
    return V::from_raw(lanes::fma<typename V::value_type, V::size>(a.raw(), b.raw(), c.raw()));
  } else {
    return a * b + c;
  }
}
template <lane_vector V>
GELU_FN typename V::Int sign_bit() {
  return bits(V(typename V::value_type(-0.0)));
}
template <lane_vector V>
GELU_FN V abs(V a) {
  return V::from_raw(lanes::cast<typename V::Raw>(bits(a).v & ~sign_bit<V>().v));
}
template <lane_vector V>
GELU_FN V copysign(V a, V s) {
  const auto sign = sign_bit<V>().v;
  return V::from_raw(lanes::cast<typename V::Raw>((bits(a).v & ~sign) | (bits(s).v & sign)));
}
template <lane_vector V>
GELU_FN V min(V a, V b) {
  return V::from_raw(lanes::min<typename V::value_type, V::size>(a.raw(), b.raw()));
}
template <lane_vector V>
GELU_FN V max(V a, V b) {
  return V::from_raw(lanes::max<typename V::value_type, V::size>(a.raw(), b.raw()));
}
template <lane_vector V>
GELU_FN V min_abs(V a, V c) {
  return V::from_raw(lanes::min_abs<typename V::value_type, V::size>(a.raw(), c.raw()));
}
template <lane_vector V>
GELU_FN V clamp(V a, V c) {
  return V::from_raw(lanes::clamp<typename V::value_type, V::size>(a.raw(), c.raw()));
}
template <lane_vector V>
GELU_FN V round(V a) {
  return V::from_raw(lanes::round<typename V::value_type, V::size>(a.raw()));
}
/// 1.5 * 2^p: the bits of magic + i are those of magic plus i.
template <class T>
inline constexpr T k_int_magic = sizeof(T) == 8 ? T(0x1.8p52) : T(0x1.8p23);

template <lane_vector V>
GELU_FN typename V::Int to_int(V a) {
  const V magic(k_int_magic<typename V::value_type>);
  return bits(a + magic) - bits(magic);
}
template <lane_vector V>
GELU_FN V to_real(typename V::Int i) {
  const V magic(k_int_magic<typename V::value_type>);
  return from_bits<V>(i + bits(magic)) - magic;
}
template <lane_vector V>
GELU_FN V lookup8(const typename V::value_type (&t)[8], typename V::Int i) {
  return V::from_raw(lanes::lookup8<typename V::value_type, V::size>(t, i.v));
}
template <lane_vector V>
GELU_FN V lookup16(const typename V::value_type (&t)[16], typename V::Int i) {
  return V::from_raw(lanes::lookup16<typename V::value_type, V::size>(t, i.v));
}
template <lane_vector V>
GELU_FN V lookup32(const typename V::value_type (&t)[32], typename V::Int i) {
  return V::from_raw(lanes::lookup32<typename V::value_type, V::size>(t, i.v));
}
template <lane_vector V>
GELU_FN V gather(const typename V::value_type* p, typename V::Int i) {
  return V::from_raw(lanes::gather<typename V::value_type, V::size>(p, i.v));
}
template <lane_vector V>
GELU_FN V scale_pow2(V a, V n) {
  if constexpr (lanes::k_has_scalef<typename V::value_type, V::size>) {
    return V::from_raw(lanes::scalef<typename V::value_type, V::size>(a.raw(), n.raw()));
  } else {
    return scale_pow2_twice(a, n);
  }
}
template <lane_vector V>
GELU_FN V recip_estimate(V a) {
  return V::from_raw(lanes::recip_estimate<typename V::value_type, V::size>(a.raw()));
}
template <lane_vector V, class F>
GELU_FN V map(F f, V a) {
  auto r = a.raw();
  for (int k = 0; k < V::size; ++k) r[k] = f(r[k]);
  return V::from_raw(r);
}

/// Float lanes as two vectors of doubles, the lower lanes first, and back, rounded to nearest.
template <lane_vector V>
GELU_FN void widen(V a, typename V::Wide (&w)[2]) {
  w[0] = V::Wide::from_raw(lanes::widen_half<0, V::size>(a.raw()));
  w[1] = V::Wide::from_raw(lanes::widen_half<1, V::size>(a.raw()));
}
template <lane_vector V>
GELU_FN V narrow(const typename V::Wide (&w)[2]) {
  return V::from_raw(lanes::narrow<V::size>(w[0].raw(), w[1].raw()));
}

template <lane_vector V>
GELU_FN V load(const typename V::value_type* p) {
  typename V::Raw r;
  std::memcpy(&r, p, sizeof r);
  return V::from_raw(r);
}
template <lane_vector V>
GELU_FN void store(typename V::value_type* p, V a) {
  const typename V::Raw r = a.raw();
  std::memcpy(p, &r, sizeof r);
}
template <lane_vector V>
GELU_FN typename V::Int load16(const std::uint16_t* p) {
  return V::Int::from_raw(lanes::load16<V::size>(p));
}
template <lane_vector V>
GELU_FN void store16(std::uint16_t* p, typename V::Int i) {
  lanes::store16<V::size>(p, i.v);
}
template <lane_vector V>
GELU_FN void store16_high(std::uint16_t* p, typename V::Int a, typename V::Int b) {
  lanes::store16_high<V::size>(p, a.v, b.v);
}

}  // namespace gelu::vec
