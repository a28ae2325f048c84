// SPDX-License-Identifier: Apache-2.0
// The loops over elements on the CPU: what a pass computes of vectors, for arrays. For arrays
// larger than the last cache there is another in around.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

#include "kernels/groups.hpp"
#include "kernels/kernel.hpp"
#include "kernels/passes.hpp"

namespace gelu {

/// Vectors of V that can be in flight together: their operations are interleaved, which hides the
/// chains of the polynomials better than the processor does. Measured; registers set the limit, and
/// AVX, which has eight lanes but no fma, spends many on a lookup.
template <class V>
inline constexpr std::size_t k_in_flight = sizeof(typename V::value_type) != 4 ? 1
                                           : V::size == 16                     ? 4
                                           : V::size == 8 && V::has_fma        ? 2
                                                                               : 1;

/// Whether the loop prepares vectors one step ahead: where several are in flight, of f32, to f32.
/// To bf16 it gained nothing, and a 16-bit x would be converted twice.
template <class Op, class V, class S, class D>
inline constexpr bool k_ahead = prepared_op<Op, V>&& std::is_same_v<S, typename V::value_type>&&
                                    std::is_same_v<S, D>&& k_in_flight<V> != 1;

/// Vectors that a step of the loop takes: one where one is enough for the registers there are.
template <class Op, class V, class S, class D>
constexpr std::size_t vectors() {
  if (std::is_same_v<S, D> && k_paired<V, S>) return 2;
  if constexpr (k_ahead<Op, V, S, D>) return Op::template Prepared<V>::together;
  if (Op::crowded && V::size < 16) return 1;
  return std::min(Op::together, k_in_flight<V>);
}
template <class Op, class V, class S, class D>
inline constexpr std::size_t k_vectors = vectors<Op, V, S, D>();

/// Elements per step of the loop: so many vectors, or what the autovectoriser gets at once.
template <class Op, class V, class S, class D>
inline constexpr std::size_t k_step = V::batch* k_vectors<Op, V, S, D>;

/// The arrays of one call: from S, to D.
template <class Op, class S, class D>
struct Streams {
  std::array<const S*, Op::inputs> in;
  std::array<D*, Op::outputs> out;
};
template <class Op, class S, class D>
Streams<Op, S, D> streams(const Arrays& a) {
  const std::array<const void*, 2> in{a.x, a.with};
  const std::array<void*, 2> out{a.y, a.dx};
  Streams<Op, S, D> s;
  for (std::size_t j = 0; j < Op::inputs; ++j) s.in[j] = static_cast<const S*>(in[j]);
  for (std::size_t j = 0; j < Op::outputs; ++j) s.out[j] = static_cast<D*>(out[j]);
  return s;
}

// What follows, down to take_group, is inlined because the loops flatten it, not always_inline as
// a kernel's own functions are: GCC optimises what that makes at every level anew, the arithmetic
// each time, which took a quarter of the time to compile a backend. As templates of V, a type of
// the backend's file, they are no shared symbols either.

/// Op of vector k of `in`, with the functions of f.
template <class Op, class V, std::size_t N, class F>
void take_vector(const V (&in)[Op::inputs][N], V (&out)[Op::outputs][N], std::size_t k, F&& f) {
  V from[Op::inputs], to[Op::outputs];
  for (std::size_t j = 0; j < Op::inputs; ++j) from[j] = in[j][k];
  Op::template eval<V>(from, to, f);
  for (std::size_t j = 0; j < Op::outputs; ++j) out[j][k] = to[j];
}

/// Apart from the loop, so that what it holds in registers stays there.
template <class Op, class V>
[[gnu::cold, gnu::noinline, gnu::flatten]] void take_otherwise(typename V::Mask sure,
                                                               const V (&in)[Op::inputs][1],
                                                               V (&out)[Op::outputs][1]) {
  take_vector<Op>(in, out, 0, typename Op::Method::template Otherwise<V>(sure));
}

/// Op of N vectors: all attempted, then one branch for all of them, so that their instructions can
/// be mixed before it.
template <class Op, class V, std::size_t N, class A>
void attempt_vectors(const V (&in)[Op::inputs][N], V (&out)[Op::outputs][N], A (&attempts)[N]) {
  // Here and below: unrolled late, the arrays would be kept in memory.
#pragma GCC unroll 4
  for (std::size_t k = 0; k < N; ++k) take_vector<Op>(in, out, k, attempts[k]);
  typename V::Mask sure = attempts[0].sure;
#pragma GCC unroll 4
  for (std::size_t k = 1; k < N; ++k) sure = sure & attempts[k].sure;
  if (all_of(sure)) [[likely]]
    return;
#pragma GCC unroll 4
  for (std::size_t k = 0; k < N; ++k) {
    if (all_of(attempts[k].sure)) continue;
    V from[Op::inputs][1], to[Op::outputs][1];
    for (std::size_t j = 0; j < Op::inputs; ++j) from[j][0] = in[j][k];
    take_otherwise<Op>(attempts[k].sure, from, to);
    for (std::size_t j = 0; j < Op::outputs; ++j)
      out[j][k] = select(attempts[k].sure, out[j][k], to[j][0]);
  }
}

/// Op of N vectors, of which `prepared` has the functions.
template <class Op, class V, std::size_t N, class P>
void take_vectors(const V (&in)[Op::inputs][N], V (&out)[Op::outputs][N], P (&prepared)[N]) {
  if constexpr (attempting_method<typename Op::Method, V>) {
    attempt_vectors<Op>(in, out, prepared);
  } else {
#pragma GCC unroll 4
    for (std::size_t k = 0; k < N; ++k) take_vector<Op>(in, out, k, prepared[k]);
  }
}

template <class Op, class V, std::size_t N>
void take_vectors(const V (&in)[Op::inputs][N], V (&out)[Op::outputs][N]) {
  if constexpr (attempting_method<typename Op::Method, V>) {
    typename Op::Method::template Attempt<V> attempts[N];
    take_vectors<Op>(in, out, attempts);
  } else {
    typename Op::Method methods[N];
    take_vectors<Op>(in, out, methods);
  }
}

/// One step's worth of elements from i on: one vector or several.
template <class Op, class V, class S, class D>
void take_group(const Streams<Op, S, D>& s, std::size_t i) {
  constexpr std::size_t n = k_vectors<Op, V, S, D>;
  V in[Op::inputs][n], out[Op::outputs][n];
  for (std::size_t j = 0; j < Op::inputs; ++j) load_group(s.in[j] + i, in[j]);
  take_vectors<Op>(in, out);
  for (std::size_t j = 0; j < Op::outputs; ++j) store_group<S, Op::exact>(s.out[j] + i, out[j]);
}

// The one copy of a kernel's arithmetic: noinline and noclone, because a second copy of the same
// source may order the operands of an addition differently, and then give another NaN.
template <class Op, class V, class S, class D>
[[gnu::flatten, gnu::noinline, gnu::noclone]] void take_steps(Streams<Op, S, D> s,
                                                              std::size_t steps) {
  constexpr std::size_t step = k_step<Op, V, S, D>, group = V::size * k_vectors<Op, V, S, D>;
  for (std::size_t i = 0; i < steps * step; i += step) {
    // An output may be an input, but then element by element: iterations do not depend on each
    // other.
#if !defined(__clang__)
#pragma GCC ivdep
#endif
    for (std::size_t k = 0; k < step; k += group) take_group<Op, V>(s, i + k);
  }
}

/// The same in two steps: while the functions of one group wait for their tables and for each
/// other, the next group is prepared. The processor's own window is too short for that.
template <class Op, class V, class S, class D>
requires k_ahead<Op, V, S, D>
[[gnu::flatten, gnu::noinline, gnu::noclone]] void take_steps(Streams<Op, S, D> s,
                                                              std::size_t steps) {
  constexpr std::size_t n = k_vectors<Op, V, S, D>, group = V::size * n;
  if (steps == 0) return;
  using Prepared = typename Op::template Prepared<V>;
  Prepared now[n], next[n];
  const auto prepare = [&s](Prepared(&prepared)[n], std::size_t i) {
#pragma GCC unroll 4
    for (std::size_t k = 0; k < n; ++k)
      prepared[k] = Prepared(load_as<V>(s.in[0] + i + k * V::size));
  };
  const std::size_t end = steps * group, last = end - group;
  prepare(now, 0);
  // The last group is prepared twice: a loop of its own would be a second copy of the arithmetic.
  std::size_t ahead = std::min(group, last);
  for (std::size_t i = 0; i < end; i += group) {
    prepare(next, ahead);
    ahead = std::min(ahead + group, last);
    V in[Op::inputs][n], out[Op::outputs][n];
    for (std::size_t j = 0; j < Op::inputs; ++j) load_group(s.in[j] + i, in[j]);
    take_vectors<Op>(in, out, now);
    for (std::size_t j = 0; j < Op::outputs; ++j) store_group<S, Op::exact>(s.out[j] + i, out[j]);
#pragma GCC unroll 4
    for (std::size_t k = 0; k < n; ++k) now[k] = next[k];
  }
}

template <class Op, class V, class S, class D>
void run_op(const Streams<Op, S, D>& s, std::size_t n) {
  constexpr std::size_t step = k_step<Op, V, S, D>;
  const std::size_t rest = n % step, whole = n - rest;
  take_steps<Op, V, S, D>(s, n / step);
  if (rest == 0) return;
  // The same code on a padded copy: the same bits.
  S in[Op::inputs][step] = {};
  D out[Op::outputs][step];
  Streams<Op, S, D> padded;
  for (std::size_t j = 0; j < Op::inputs; ++j) {
    std::memcpy(in[j], s.in[j] + whole, rest * sizeof(S));
    padded.in[j] = in[j];
  }
  for (std::size_t j = 0; j < Op::outputs; ++j) padded.out[j] = out[j];
  take_steps<Op, V, S, D>(padded, 1);
  for (std::size_t j = 0; j < Op::outputs; ++j)
    std::memcpy(s.out[j] + whole, out[j], rest * sizeof(D));
}

/// For latency: see Chain.
template <class M, class V>
[[gnu::flatten, gnu::noinline]] void run_chain(const void* x, double factor, void* y,
                                               std::size_t n) {
  using T = typename V::value_type;
  const V start = vec::load<V>(static_cast<const T*>(x)), by(static_cast<T>(factor));
  V in[1][1] = {{start}}, out[1][1];
  for (; n > 0; --n) {
    take_vectors<ForwardOf<M>>(in, out);
    in[0][0] = fma(out[0][0], by, start);
  }
  vec::store(static_cast<T*>(y), in[0][0]);
}

}  // namespace gelu
