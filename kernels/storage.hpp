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
template <class V>
GELU_FN typename V::Int narrow_bf16(V a) {
  const V quiet = from_bits<V>(typename V::Int(0x7fc0));
  return bits(select(a == a, from_bits<V>(shr<16>(rounded_bf16(a))), quiet));
}

#if !defined(__CUDACC__)
template <class V>
concept has_f16_hardware = vec::lane_vector<V> && vec::lanes::k_has_f16<V::size>;
#endif

}  // namespace storage

/// Whether words of a 16-bit type are taken as halves of V's integers, two vectors to a load, one
/// word of each pair in each: where V has no instruction for them.
template <class V, class S>
inline constexpr bool k_paired =
#if !defined(__CUDACC__)
    sizeof(S) == 2 && vec::lane_vector<V> &&
    !(std::is_same_v<S, F16> && storage::has_f16_hardware<V>);
#else
    false;
#endif

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

/// Vectors from p on; of paired ones, the even elements of two, then the odd ones.
template <class V, class S, std::size_t N>
GELU_FN void load_group(const S* p, V (&out)[N]) {
  if constexpr (N == 1 || !k_paired<V, S>) {
    for (std::size_t k = 0; k < N; ++k) out[k] = load_as<V>(p + k * V::size);
  } else {
    using Int = typename V::Int;
    for (std::size_t k = 0; k < N; k += 2) {
      const Int words = bits(vec::load<V>(reinterpret_cast<const float*>(p + k * V::size)));
      if constexpr (std::is_same_v<S, BF16>) {
        out[k] = from_bits<V>(shl<16>(words));
        out[k + 1] = from_bits<V>(words & Int(-0x10000));
      } else {
        out[k] = storage::widen_f16<V>(words & Int(0xffff));
        out[k + 1] = storage::widen_f16<V>(shr<16>(words));
      }
    }
  }
}

/// The inverse, rounded to S, ties to even, unless they are numbers of S already (`exact`). A NaN
/// that comes of bfloat16 has a lower half of zeros, which no arithmetic changes.
template <bool exact, class V, class S, std::size_t N>
GELU_FN void store_group(S* p, const V (&a)[N]) {
  if constexpr (N == 1 || !k_paired<V, S>) {
    for (std::size_t k = 0; k < N; ++k) store_as(p + k * V::size, a[k]);
  } else {
    using Int = typename V::Int;
    for (std::size_t k = 0; k < N; k += 2) {
      Int words;
      if constexpr (std::is_same_v<S, F16>) {
        words = storage::narrow_f16(a[k]) | shl<16>(storage::narrow_f16(a[k + 1]));
      } else {
        const Int even = exact ? bits(a[k]) : storage::rounded_bf16(a[k]);
        const Int odd = exact ? bits(a[k + 1]) : storage::rounded_bf16(a[k + 1]);
        words = shr<16>(even) | (odd & Int(-0x10000));
      }
      vec::store(reinterpret_cast<float*>(p + k * V::size), from_bits<V>(words));
    }
  }
}

}  // namespace gelu
