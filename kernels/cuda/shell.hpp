// SPDX-License-Identifier: Apache-2.0
// Launch shells: how the elements of an array are dealt to threads. Plain functions of a thread's
// place, so that the host runs the same code (tests/cuda_shell_test.cpp).
//   e1          one element per thread: what many ship
//   v1, v2, v4  16-byte vectors, 1, 2, 4 of them in flight per thread
//   p2          as v2, with as many blocks as the device holds at once, striding over the array
// Any n below 2^63, in place, from any element on: an array that does not begin at a multiple of 16
// bytes has an incomplete first vector, which is done one by one, as is the incomplete last one.
#pragma once

#include "kernels/cuda/pack.hpp"

namespace gelu::cuda {

/// Threads of a block, in every launch.
inline constexpr std::uint32_t k_threads = 256;

/// Where a thread stands: blockIdx.x, gridDim.x, threadIdx.x.
struct Place {
  std::uint32_t block, blocks, thread;
};

/// What a launch passes.
struct Args {
  const void* in[3];
  void* out[2];
  std::uint64_t n;            ///< elements
  std::uint32_t skew;         ///< elements by which the arrays lie past a multiple of a vector
  std::uint32_t whole;        ///< 0: they lie differently, so nothing is done in vectors
  std::uint64_t period;       ///< bias: the length of its row, at most 2^64 / n
  std::uint64_t inverse;      ///< 2^64 / period, rounded up
  float scale;                ///< to e4m3: what is stored is scale times the result
  std::uint32_t* amax;        ///< to e4m3: the bits of the largest magnitude before scaling
  const std::uint8_t* table;  ///< of 256 results, one for each e4m3 code
  float epsilon;              ///< resident: 0, which the compiler does not know
  std::uint32_t repeats;
};

/// i modulo the period, by a multiplication.
GELU_FN std::uint64_t in_row(const Args& a, std::uint64_t i) {
#if defined(__CUDA_ARCH__)
  return a.period == 1 ? 0 : i - __umul64hi(i, a.inverse) * a.period;
#else
  __extension__ using Wide = unsigned __int128;
  if (a.period == 1) return 0;
  return i - static_cast<std::uint64_t>((Wide{i} * a.inverse) >> 64) * a.period;
#endif
}

/// Sets the length of the row of biases.
inline void set_row(Args& a, std::uint64_t period) {
  a.period = period;
  a.inverse = period == 1 ? 0 : ~std::uint64_t{0} / period + 1;
}

/// Elements in a vector of an operation: the wider of its types fills 16 bytes.
template <class Op>
inline constexpr int k_vector = 16 /
                                static_cast<int>(sizeof(typename Op::In) > sizeof(typename Op::Out)
                                                     ? sizeof(typename Op::In)
                                                     : sizeof(typename Op::Out));

/// N elements of each array of Op, from element i on.
template <class Op, int N>
struct Work {
  Pack<typename Op::In, N> in[Op::inputs];
  Pack<typename Op::Out, N> out[Op::outputs];

  GELU_FN void load(const Args& a, std::uint64_t i) {
#pragma unroll
    for (int j = 0; j < Op::inputs; ++j) {
      const std::uint64_t at = j == Op::periodic ? in_row(a, i) : i;
      in[j] = cuda::load<N>(static_cast<const typename Op::In*>(a.in[j]) + at);
    }
  }
  GELU_FN void store(const Args& a, std::uint64_t i) const {
#pragma unroll
    for (int j = 0; j < Op::outputs; ++j)
      cuda::store(static_cast<typename Op::Out*>(a.out[j]) + i, out[j]);
  }
};

/// The largest magnitude that a thread has seen, as the bits of a float; NaN is larger than all.
struct Peak {
  std::uint32_t bits = 0;
  GELU_FN void take(V v) {
    const std::uint32_t b = vec::bits(abs(v)).v;
    if (b > bits) bits = b;
  }
  /// To where the launch wants it: an atomic operation per warp, if there is something new.
  GELU_FN void deliver(std::uint32_t* to) const {
#if defined(__CUDA_ARCH__)
    const std::uint32_t all = __reduce_max_sync(0xffffffffU, bits);
    if (threadIdx.x % 32 == 0 && all > *static_cast<volatile std::uint32_t*>(to))
      atomicMax(to, all);
#else
    if (bits > *to) *to = bits;
#endif
  }
};

template <class Op>
GELU_FN void one_element(const Args& a, std::uint64_t i, Peak& peak) {
  Work<Op, 1> work;
  work.load(a, i);
  Op::eval(work.in, work.out, a, peak);
  work.store(a, i);
}

/// U vectors, the first with number `first`, each `stride` after the one before; vector c holds the
/// elements from c * N - skew on. All are loaded before the first is used.
template <class Op, int U>
GELU_FN void vectors(const Args& a, std::uint64_t first, std::uint64_t stride, Peak& peak) {
  constexpr std::uint64_t size = k_vector<Op>;
  const std::uint64_t begin = first * size - a.skew;  // wraps below zero: then it is not < n
  const std::uint64_t last = begin + (U - 1) * stride * size;
  if (a.whole != 0 && first * size >= a.skew && last + size <= a.n) {
    Work<Op, k_vector<Op>> work[U];
#pragma unroll
    for (int k = 0; k < U; ++k) work[k].load(a, begin + k * stride * size);
#pragma unroll
    for (int k = 0; k < U; ++k) Op::eval(work[k].in, work[k].out, a, peak);
#pragma unroll
    for (int k = 0; k < U; ++k) work[k].store(a, begin + k * stride * size);
    return;
  }
#pragma unroll 1
  for (int k = 0; k < U; ++k) {
#pragma unroll 1
    for (std::uint64_t e = 0; e < size; ++e) {
      const std::uint64_t i = begin + k * stride * size + e;
      if (i < a.n) one_element<Op>(a, i, peak);
    }
  }
}

template <class Op>
GELU_FN std::uint64_t vector_count(const Args& a) {
  constexpr std::uint64_t size = k_vector<Op>;
  return a.n / size + (a.n % size + a.skew + size - 1) / size;
}

struct Element {
  static constexpr const char* name = "e1";
  static constexpr int in_flight = 1;
  static constexpr bool persistent = false, resident = false;
  /// Blocks that cover the work.
  template <class Op>
  static std::uint64_t blocks(const Args& a) {
    return a.n / k_threads + (a.n % k_threads != 0 ? 1 : 0);
  }
  template <class Op>
  GELU_FN static void run(Place p, const Args& a) {
    const std::uint64_t i = std::uint64_t{p.block} * k_threads + p.thread;
    Peak peak;
    if (i < a.n) one_element<Op>(a, i, peak);
    if constexpr (Op::has_peak) peak.deliver(a.amax);
  }
};

template <int U>
struct Vectors {
  static constexpr const char* name = U == 1 ? "v1" : U == 2 ? "v2" : "v4";
  static constexpr int in_flight = U;
  static constexpr bool persistent = false, resident = false;
  template <class Op>
  static std::uint64_t blocks(const Args& a) {
    constexpr std::uint64_t share = U * k_threads;
    return (vector_count<Op>(a) + share - 1) / share;
  }
  template <class Op>
  GELU_FN static void run(Place p, const Args& a) {
    const std::uint64_t first = std::uint64_t{p.block} * (U * k_threads) + p.thread;
    Peak peak;
    vectors<Op, U>(a, first, k_threads, peak);
    if constexpr (Op::has_peak) peak.deliver(a.amax);
  }
};

template <int U>
struct Striding {
  static constexpr const char* name = "p2";
  static constexpr int in_flight = U;
  static constexpr bool persistent = true, resident = false;
  template <class Op>
  static std::uint64_t blocks(const Args& a) {
    return Vectors<U>::template blocks<Op>(a);
  }
  template <class Op>
  GELU_FN static void run(Place p, const Args& a) {
    const std::uint64_t count = vector_count<Op>(a);
    constexpr std::uint64_t share = U * k_threads;
    Peak peak;
    for (std::uint64_t from = p.block * share; from < count; from += p.blocks * share)
      vectors<Op, U>(a, from + p.thread, k_threads, peak);
    if constexpr (Op::has_peak) peak.deliver(a.amax);
  }
};

/// Nothing but arithmetic: one vector per thread, `repeats` times over, as the cost inside another
/// kernel. v = f(v) * 0 + x0 keeps all of the work and x0, for the compiler does not know the 0.
struct Resident {
  static constexpr const char* name = "r1";
  static constexpr int in_flight = 1;
  static constexpr bool persistent = false, resident = true;
  template <class Op>
  static std::uint64_t blocks(const Args& a) {
    return Vectors<1>::template blocks<Op>(a);
  }
  /// Only whole vectors.
  template <class Op>
  GELU_FN static void run(Place p, const Args& a) {
    constexpr int size = k_vector<Op>;
    const std::uint64_t i = (std::uint64_t{p.block} * k_threads + p.thread) * size;
    if (i + size > a.n || a.whole == 0 || a.skew != 0) return;
    Work<Op, size> work;
    work.load(a, i);
    const auto start = work.in[0];
    Peak peak;
#pragma unroll 1
    for (std::uint32_t k = 0; k < a.repeats; ++k) {
      Op::eval(work.in, work.out, a, peak);
      Op::feed_back(work.out[0], a.epsilon, start, work.in[0]);
    }
    work.store(a, i);
  }
};

/// Whether the arrays lie alike, and how far past a vector's boundary. Their addresses are
/// multiples of their elements' sizes, as on a GPU they must be.
template <class Op>
void align(Args& a) {
  const auto number = [](const void* p, std::size_t size) {
    return reinterpret_cast<std::uintptr_t>(p) / size % k_vector<Op>;
  };
  a.skew = static_cast<std::uint32_t>(number(a.in[0], sizeof(typename Op::In)));
  a.whole = 1;
  for (int j = 0; j < Op::inputs; ++j) {
    const bool row = j == Op::periodic;  // begins anew inside the array: only in whole vectors
    if (row && (a.skew != 0 || a.period % k_vector<Op> != 0)) a.whole = 0;
    if (number(a.in[j], sizeof(typename Op::In)) != a.skew) a.whole = 0;
  }
  for (int j = 0; j < Op::outputs; ++j)
    if (number(a.out[j], sizeof(typename Op::Out)) != a.skew) a.whole = 0;
}

}  // namespace gelu::cuda
