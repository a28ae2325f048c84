// SPDX-License-Identifier: Apache-2.0
// Elements as they lie in memory, a few at a time, and their way to f32 and back. On the device by
// its own conversions, on the host by those of kernels/storage.hpp: the same values (a GPU has one
// NaN, so a NaN's bits are not among them).
#pragma once

#include <cstdint>
#include <cstring>

#include "kernels/storage.hpp"

namespace gelu::cuda {

struct Device;  // the tag of the device's vectors
using V = vec::Scalar<float, Device>;

/// e4m3fn: no infinity, largest 448.
struct E4M3 {
  std::uint8_t bits;
};

/// Every type that an array may have, with its dtype.
template <class S>
struct StorageOf : Storage<S> {};
template <>
struct StorageOf<E4M3> {
  static constexpr Dtype dtype = Dtype::e4m3;
};

/// N elements of S in whole words, the first in the lowest bits.
template <class S, int N>
struct Pack {
  static constexpr int bytes = N * static_cast<int>(sizeof(S));
  std::uint32_t w[(bytes + 3) / 4];
};

/// From p, a multiple of the pack's size: one instruction.
template <int N, class S>
GELU_FN Pack<S, N> load(const S* p) {
  Pack<S, N> a;
#if defined(__CUDA_ARCH__)
  if constexpr (a.bytes == 16) {
    const uint4 q = *reinterpret_cast<const uint4*>(p);
    a.w[0] = q.x, a.w[1] = q.y, a.w[2] = q.z, a.w[3] = q.w;
  } else if constexpr (a.bytes == 8) {
    const uint2 q = *reinterpret_cast<const uint2*>(p);
    a.w[0] = q.x, a.w[1] = q.y;
  } else if constexpr (a.bytes == 4) {
    a.w[0] = *reinterpret_cast<const std::uint32_t*>(p);
  } else if constexpr (a.bytes == 2) {
    a.w[0] = *reinterpret_cast<const std::uint16_t*>(p);
  } else {
    a.w[0] = *reinterpret_cast<const std::uint8_t*>(p);
  }
#else
  a.w[0] = 0;
  std::memcpy(a.w, p, a.bytes);
#endif
  return a;
}

template <class S, int N>
GELU_FN void store(S* p, const Pack<S, N>& a) {
#if defined(__CUDA_ARCH__)
  if constexpr (a.bytes == 16) {
    *reinterpret_cast<uint4*>(p) = make_uint4(a.w[0], a.w[1], a.w[2], a.w[3]);
  } else if constexpr (a.bytes == 8) {
    *reinterpret_cast<uint2*>(p) = make_uint2(a.w[0], a.w[1]);
  } else if constexpr (a.bytes == 4) {
    *reinterpret_cast<std::uint32_t*>(p) = a.w[0];
  } else if constexpr (a.bytes == 2) {
    *reinterpret_cast<std::uint16_t*>(p) = static_cast<std::uint16_t>(a.w[0]);
  } else {
    *reinterpret_cast<std::uint8_t*>(p) = static_cast<std::uint8_t>(a.w[0]);
  }
#else
  std::memcpy(p, a.w, a.bytes);
#endif
}

namespace detail {

GELU_FN V real(std::uint32_t bits) { return vec::from_bits<V>(V::Int::from_word(bits)); }

/// f16 in the low half of h.
GELU_FN V widen_f16(std::uint32_t h) {
#if defined(__CUDA_ARCH__)
  float f;
  asm("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(static_cast<std::uint16_t>(h)));
  return V(f);
#else
  return storage::widen_f16<V>(V::Int::from_word(h & 0xffffU));
#endif
}

/// A pair of f16 or bf16 from two floats, ties to even.
template <class S>
GELU_FN std::uint32_t narrow_pair(V low, V high) {
#if defined(__CUDA_ARCH__)
  std::uint32_t w;
  if constexpr (std::is_same_v<S, F16>) {
    asm("cvt.rn.f16x2.f32 %0, %1, %2;" : "=r"(w) : "f"(high.v), "f"(low.v));
  } else {
    asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(w) : "f"(high.v), "f"(low.v));
  }
  return w;
#else
  if constexpr (std::is_same_v<S, F16>) {
    return storage::narrow_f16(low).v | storage::narrow_f16(high).v << 16;
  } else {
    return storage::narrow_bf16(low).v | storage::narrow_bf16(high).v << 16;
  }
#endif
}

#if !defined(__CUDA_ARCH__)
/// The value of an e4m3 code.
inline float e4m3_value(std::uint32_t code) {
  const std::uint32_t magnitude = code & 0x7fU;
  const auto fraction = static_cast<float>(magnitude & 7U);
  const int exponent = static_cast<int>(magnitude >> 3);
  float f = exponent == 0 ? std::ldexp(fraction, -9) : std::ldexp(8 + fraction, exponent - 10);
  if (magnitude == 0x7fU) f = std::nanf("");
  return (code & 0x80U) != 0 ? -f : f;
}
/// Nearest e4m3, ties to even, at most +-448: what cvt.rn.satfinite does.
inline std::uint32_t e4m3_code(float f) {
  if (std::isnan(f)) return 0x7fU;
  const std::uint32_t sign = std::signbit(f) ? 0x80U : 0;
  const float t = std::fabs(f);
  if (t >= 448) return sign | 0x7eU;
  std::uint32_t low = 0, high = 0x7eU;  // codes of magnitudes are in the order of their values
  while (high - low > 1) (e4m3_value((low + high) / 2) <= t ? low : high) = (low + high) / 2;
  const float below = t - e4m3_value(low), above = e4m3_value(high) - t;  // exact
  return sign | (below < above || (below == above && (low & 1U) == 0) ? low : high);
}
#endif

/// Two e4m3 codes in the low half of w to floats.
GELU_FN void widen_e4m3_pair(std::uint32_t w, V& low, V& high) {
#if defined(__CUDA_ARCH__)
  std::uint32_t halves;
  asm("cvt.rn.f16x2.e4m3x2 %0, %1;" : "=r"(halves) : "h"(static_cast<std::uint16_t>(w)));
  low = widen_f16(halves);
  high = widen_f16(halves >> 16);
#else
  low = V(e4m3_value(w & 0xffU));
  high = V(e4m3_value(w >> 8 & 0xffU));
#endif
}

GELU_FN std::uint32_t narrow_e4m3_pair(V low, V high) {
#if defined(__CUDA_ARCH__)
  std::uint16_t w;
  asm("cvt.rn.satfinite.e4m3x2.f32 %0, %1, %2;" : "=h"(w) : "f"(high.v), "f"(low.v));
  return w;
#else
  return e4m3_code(low.v) | e4m3_code(high.v) << 8;
#endif
}

}  // namespace detail

/// The elements as floats.
template <class S, int N>
GELU_FN void unpack(const Pack<S, N>& a, V (&v)[N]) {
#pragma unroll
  for (int i = 0; i < N; ++i) {
    if constexpr (std::is_same_v<S, float>) {
      v[i] = detail::real(a.w[i]);
    } else if constexpr (std::is_same_v<S, BF16>) {
      v[i] = detail::real(i % 2 == 0 ? a.w[i / 2] << 16 : a.w[i / 2] & 0xffff0000U);
    } else if constexpr (std::is_same_v<S, F16>) {
      v[i] = detail::widen_f16(i % 2 == 0 ? a.w[i / 2] : a.w[i / 2] >> 16);
    } else if (i % 2 == 0) {
      V high;
      detail::widen_e4m3_pair(i % 4 == 0 ? a.w[i / 4] : a.w[i / 4] >> 16, v[i], high);
      if (i + 1 < N) v[i + 1 < N ? i + 1 : i] = high;
    }
  }
}

/// Rounded to S.
template <class S, int N>
GELU_FN Pack<S, N> pack(const V (&v)[N]) {
  Pack<S, N> a;
  if constexpr (std::is_same_v<S, float>) {
#pragma unroll
    for (int i = 0; i < N; ++i) a.w[i] = vec::bits(v[i]).v;
  } else if constexpr (sizeof(S) == 2) {
#pragma unroll
    for (int i = 0; i < N; i += 2)
      a.w[i / 2] = detail::narrow_pair<S>(v[i], v[i + 1 < N ? i + 1 : i]);
  } else {
#pragma unroll
    for (int i = 0; i < N; i += 2) {
      const std::uint32_t pair = detail::narrow_e4m3_pair(v[i], v[i + 1 < N ? i + 1 : i]);
      a.w[i / 4] = i % 4 == 0 ? pair : a.w[i / 4] | pair << 16;
    }
  }
  return a;
}

}  // namespace gelu::cuda
