// SPDX-License-Identifier: Apache-2.0
// How bits in memory become a vector and back. f32 and f64 are computed as they are; f16 and bf16
// are widened to f32, computed there, and rounded to nearest even on store.
#pragma once

#include <cstdint>

#include "kernels/types.hpp"
#include "kernels/vec/scalar.hpp"
#if !defined(__CUDACC__)
#include "kernels/vec/lanes.hpp"
#endif

namespace gelu {

struct F16 {
  std::uint16_t bits;
};
struct BF16 {
  std::uint16_t bits;
};

/// The type that a storage type is computed in, and its dtype.
template <class S>
struct Storage;
template <>
struct Storage<double> {
  using Compute = double;
  static constexpr Dtype dtype = Dtype::f64;
};
template <>
struct Storage<float> {
  using Compute = float;
  static constexpr Dtype dtype = Dtype::f32;
};
template <>
struct Storage<F16> {
  using Compute = float;
  static constexpr Dtype dtype = Dtype::f16;
};
template <>
struct Storage<BF16> {
  using Compute = float;
  static constexpr Dtype dtype = Dtype::bf16;
};

namespace storage {

/// binary16 to f32. The product with 2^112 moves the exponent and normalises subnormals, exactly.
template <class V>
GELU_FN V widen_f16(typename V::Int h) {
  using Int = typename V::Int;
  const Int sign = shl<16>(h & Int(0x8000));
  const V p = from_bits<V>(shl<13>(h & Int(0x7fff))) * V(0x1p112F);
  const V special = from_bits<V>(bits(p) | Int(0x7f800000));
  return from_bits<V>(bits(select(p >= V(0x1p16F), special, p)) | sign);
}

/// f32 to binary16, ties to even. Adding 0.5 rounds a subnormal result at its unit, 2^-24.
template <class V>
GELU_FN typename V::Int narrow_f16(V a) {
  using Int = typename V::Int;
  const V t = abs(a);
  const Int b = bits(t);
  const V tiny = from_bits<V>(bits(t + V(0.5F)) - Int(0x3f000000));
  const Int even = shr<13>(b) & Int(1);
  const V normal = from_bits<V>(shr<13>(b + Int(0xfff - (112 << 23)) + even));
  const V finite = select(t < V(0x1p-14F), tiny, normal);
  const V infinite = from_bits<V>(Int(0x7c00));
  const V r = select(t >= V(0x1p16F), infinite, finite);
  const V quiet = from_bits<V>(Int(0x7e00));
  return bits(select(a == a, r, quiet)) | (shr<16>(bits(a)) & Int(0x8000));
}

template <class V>
GELU_FN V widen_bf16(typename V::Int h) {
  return from_bits<V>(shl<16>(h));
}

/// f32 to bfloat16 in the upper halves, ties to even; the lower halves are left over. In integers:
/// the hardware's conversion flushes subnormals. Not for a NaN whose lower half is not zero.
template <class V>
GELU_FN typename V::Int rounded_bf16(V a) {
  using Int = typename V::Int;
  const Int b = bits(a);
  return b + Int(0x7fff) + (shr<16>(b) & Int(1));
}
/// The same for any NaN, which becomes the positive quiet one.
template <class V>
GELU_FN typename V::Int rounded_or_nan_bf16(V a) {
  const V quiet = from_bits<V>(typename V::Int(0x7fc00000));
  return bits(select(a == a, from_bits<V>(rounded_bf16(a)), quiet));
}
template <class V>
GELU_FN typename V::Int narrow_bf16(V a) {
  return shr<16>(rounded_or_nan_bf16(a));
}

#if !defined(__CUDACC__)
/// rounded_bf16 of two vectors as words: of `even` in the lower halves, of `odd` in the upper ones.
template <class V>
GELU_FN typename V::Int rounded_words_bf16(V even, V odd) {
  using Int = typename V::Int;
  if constexpr (vec::lanes::k_rounds_words<V::size>) {
    return Int::from_raw(vec::lanes::rounded_words<V::size>(bits(even).v, bits(odd).v));
  } else {
    return shr<16>(rounded_bf16(even)) | (rounded_bf16(odd) & Int(-0x10000));
  }
}

template <class V>
concept has_f16_hardware = vec::lane_vector<V> && vec::lanes::k_has_f16<V::size>;
#endif

}  // namespace storage

/// V::size elements of S at p, in V's type.
template <class V, class S>
GELU_FN V load_as(const S* p) {
  if constexpr (std::is_same_v<S, F16>) {
    const auto* words = reinterpret_cast<const std::uint16_t*>(p);
#if !defined(__CUDACC__)
    if constexpr (storage::has_f16_hardware<V>)
      return V::from_raw(vec::lanes::load_f16<V::size>(words));
#endif
    return storage::widen_f16<V>(vec::load16<V>(words));
  } else if constexpr (std::is_same_v<S, BF16>) {
    return storage::widen_bf16<V>(vec::load16<V>(reinterpret_cast<const std::uint16_t*>(p)));
  } else {
    return vec::load<V>(p);
  }
}

/// V::size elements to p, rounded to S, ties to even.
template <class V, class S>
GELU_FN void store_as(S* p, V a) {
  if constexpr (std::is_same_v<S, F16>) {
    auto* words = reinterpret_cast<std::uint16_t*>(p);
#if !defined(__CUDACC__)
    if constexpr (storage::has_f16_hardware<V>)
      return vec::lanes::store_f16<V::size>(words, a.raw());
#endif
    vec::store16<V>(words, storage::narrow_f16(a));
  } else if constexpr (std::is_same_v<S, BF16>) {
    vec::store16<V>(reinterpret_cast<std::uint16_t*>(p), storage::narrow_bf16(a));
  } else {
    vec::store(p, a);
  }
}

}  // namespace gelu
