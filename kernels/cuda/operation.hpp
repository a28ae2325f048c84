// SPDX-License-Identifier: Apache-2.0
// What a kernel computes of one vector of each of its inputs: eval, for any number of elements.
#pragma once

#include "kernels/cuda/hardware.hpp"
#include "kernels/cuda/shell.hpp"
#include "kernels/passes.hpp"

namespace gelu::cuda {

/// The members that most operations have alike.
template <class S, class D, int I, int O>
struct Shape {
  using In = S;
  using Out = D;
  static constexpr int inputs = I, outputs = O;
  static constexpr int periodic = -1;      ///< the input that is one row, repeated
  static constexpr bool has_peak = false;  ///< notes the largest magnitude of its results
};

/// A pass of a method of the vocabulary, element by element in f32: from S, to D.
template <class Of, class S, class D = S>
struct Elementwise : Shape<S, D, static_cast<int>(Of::inputs), static_cast<int>(Of::outputs)> {
  static constexpr int I = static_cast<int>(Of::inputs), O = static_cast<int>(Of::outputs);

  template <int N>
  GELU_FN static void eval(const Pack<S, N> (&in)[I], Pack<D, N> (&out)[O], const Args& /*args*/,
                           Peak& /*peak*/) {
    V x[I][N], y[O][N];
#pragma unroll
    for (int j = 0; j < I; ++j) unpack(in[j], x[j]);
#pragma unroll
    for (int i = 0; i < N; ++i) {
      V from[I], to[O];
#pragma unroll
      for (int j = 0; j < I; ++j) from[j] = x[j][i];
      Of::template eval<V>(from, to);
      // Rounding by integers carries the GPU's NaN, 0x7fffffff, over into -0.
      if constexpr (requires { requires Of::exact; })
        to[0] = select(from[0] == from[0], to[0], from[0]);
#pragma unroll
      for (int j = 0; j < O; ++j) y[j][i] = to[j];
    }
#pragma unroll
    for (int j = 0; j < O; ++j) out[j] = pack<D, N>(y[j]);
  }

  /// next = y * epsilon + start.
  template <int N>
  GELU_FN static void feed_back(const Pack<D, N>& y, float epsilon, const Pack<S, N>& start,
                                Pack<S, N>& next) {
    V a[N], b[N];
    unpack(y, a);
    unpack(start, b);
#pragma unroll
    for (int i = 0; i < N; ++i) a[i] = fma(a[i], V(epsilon), b[i]);
    next = pack<S, N>(a);
  }
};

/// f(x + b) with one b per column.
template <class M, class S>
struct RowBias : Elementwise<BiasOf<M>, S> {
  static constexpr int periodic = 1;
};

/// Of y = f(x) * gate: dx = dy * gate * f'(x), dgate = dy * f(x), from x, gate and dy.
template <class M>
struct GatedBackwardOf {
  static constexpr std::size_t inputs = 3, outputs = 2;
  template <class W>
  GELU_FN static void eval(const W (&in)[3], W (&out)[2]) {
    W y, slope;
    if constexpr (requires { M::template both<W>(in[0], y, slope); }) {
      M::template both<W>(in[0], y, slope);
    } else {
      y = M::template forward<W>(in[0]);
      slope = M::template derivative<W>(in[0]);
    }
    out[0] = in[2] * in[1] * slope;
    out[1] = in[2] * y;
  }
};

/// The roof: the bitwise or of the inputs, to every output; one input is a copy.
template <class S, int I = 1, int O = 1>
struct Merge : Shape<S, S, I, O> {
  template <int N>
  GELU_FN static void eval(const Pack<S, N> (&in)[I], Pack<S, N> (&out)[O], const Args& /*args*/,
                           Peak& /*peak*/) {
    Pack<S, N> all = in[0];
    constexpr int words = sizeof(all.w) / 4;
#pragma unroll
    for (int j = 1; j < I; ++j) {
#pragma unroll
      for (int k = 0; k < words; ++k) all.w[k] |= in[j].w[k];
    }
#pragma unroll
    for (int j = 0; j < O; ++j) out[j] = all;
  }
};

/// The roof from bf16 to e4m3: half of the bits.
template <class S>
struct Halve : Shape<S, E4M3, 1, 1> {
  template <int N>
  GELU_FN static void eval(const Pack<S, N> (&in)[1], Pack<E4M3, N> (&out)[1], const Args& /*args*/,
                           Peak& /*peak*/) {
    constexpr int from = sizeof(in[0].w) / 4, to = sizeof(out[0].w) / 4;
#pragma unroll
    for (int k = 0; k < to; ++k) out[0].w[k] = in[0].w[k] ^ in[0].w[k + to < from ? k + to : k];
  }
};

/// From S, e4m3 of scale * f(x), and the largest |f(x)|.
template <class M, class S>
struct ToE4M3 : Shape<S, E4M3, 1, 1> {
  static constexpr bool has_peak = true;
  template <int N>
  GELU_FN static void eval(const Pack<S, N> (&in)[1], Pack<E4M3, N> (&out)[1], const Args& args,
                           Peak& peak) {
    V v[N];
    unpack(in[0], v);
#pragma unroll
    for (int i = 0; i < N; ++i) {
      v[i] = M::template forward<V>(v[i]);
      peak.take(v[i]);
      v[i] = v[i] * V(args.scale);
    }
    out[0] = pack<E4M3, N>(v);
  }
};

/// From e4m3 to e4m3 by a table of all results.
struct E4M3Table : Shape<E4M3, E4M3, 1, 1> {
  template <int N>
  GELU_FN static void eval(const Pack<E4M3, N> (&in)[1], Pack<E4M3, N> (&out)[1], const Args& args,
                           Peak& /*peak*/) {
    constexpr int words = sizeof(in[0].w) / 4;
#pragma unroll
    for (int k = 0; k < words; ++k) {
      const std::uint32_t w = in[0].w[k];
      std::uint32_t r = args.table[w & 0xffU];
      if constexpr (N > 1) {
        r |= static_cast<std::uint32_t>(args.table[w >> 8 & 0xffU]) << 8;
        r |= static_cast<std::uint32_t>(args.table[w >> 16 & 0xffU]) << 16;
        r |= static_cast<std::uint32_t>(args.table[w >> 24]) << 24;
      }
      out[0].w[k] = r;
    }
  }
};

/// A method on pairs of S in one word, in the arithmetic of S.
template <class M, class S>
struct Packed : Shape<S, S, 1, 1> {
  using Pair = hardware::Pair<S>;
  template <int N>
  GELU_FN static void eval(const Pack<S, N> (&in)[1], Pack<S, N> (&out)[1], const Args& /*args*/,
                           Peak& /*peak*/) {
    constexpr int words = sizeof(in[0].w) / 4;
#pragma unroll
    for (int k = 0; k < words; ++k) out[0].w[k] = M::forward(Pair{in[0].w[k]}).w;
  }
  template <int N>
  GELU_FN static void feed_back(const Pack<S, N>& y, float epsilon, const Pack<S, N>& start,
                                Pack<S, N>& next) {
    constexpr int words = sizeof(y.w) / 4;
#pragma unroll
    for (int k = 0; k < words; ++k)
      next.w[k] = fma(Pair{y.w[k]}, hardware::both<S>(epsilon), Pair{start.w[k]}).w;
  }
};

}  // namespace gelu::cuda
