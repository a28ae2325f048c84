// SPDX-License-Identifier: Apache-2.0
// What the passes compute with a method's functions, on the CPU and on a GPU.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/method.hpp"

namespace gelu {

template <class M, class V>
concept forward_method = requires(V x) {
  M::template forward<V>(x);
};
template <class M, class V>
concept backward_method = requires(V x) {
  M::template derivative<V>(x);
};

/// Whether a method lists this pass and dtype.
template <class M>
constexpr bool takes(Pass pass, Dtype dtype) {
  return (M::about.passes & methods::bit(pass)) != 0 &&
         (M::about.dtypes & methods::bit(dtype)) != 0;
}

/// A method that skips work where it may: M::Attempt<V> has its functions too, quick ones, and
/// takes down in `sure` which elements they hold for. The others are those of M::Otherwise<V>, made
/// of `sure`. So several vectors can be attempted before one branch.
template <class M, class V>
concept attempting_method = requires(typename M::template Attempt<V> a) {
  {typename M::template Otherwise<V>(a.sure)};
};

/// A pass P that can be taken in two steps: M::Prepared<P, V>(x), what can be had of x before the
/// coefficients are looked up, has M's function for this x, as M::Attempt<V> has it if there is
/// one, and says how many are best prepared together.
template <class Op, class V>
concept prepared_op = requires {
  typename Op::template Prepared<V>;
};

// What a pass computes of one vector of each of its inputs, with the functions of f; how many
// inputs come from memory (biases do not: their row is in a cache); whether the results are numbers
// of a 16-bit type, not to be rounded; how many vectors at once may help, and whether one is enough
// for 16 registers.
template <class M>
struct ForwardOf {
  using Method = M;
  template <class V, class N = M>
  using Prepared = typename N::template Prepared<Pass::forward, V>;
  static constexpr std::size_t inputs = 1, fetched = 1, outputs = 1;
  static constexpr bool exact = M::about.rounds;
  static constexpr std::size_t together = M::about.together;
  static constexpr bool crowded = (M::about.crowded & methods::bit(Pass::forward)) != 0;
  template <class V, class F = M>
  GELU_FN static void eval(const V (&in)[1], V (&out)[1], F&& f = F{}) {
    out[0] = f.template forward<V>(in[0]);
  }
};
template <class M>
struct BackwardOf {
  using Method = M;
  template <class V, class N = M>
  using Prepared = typename N::template Prepared<Pass::backward, V>;
  static constexpr std::size_t inputs = 2, fetched = 2, outputs = 1;
  static constexpr bool exact = false;
  static constexpr std::size_t together = M::about.together;
  static constexpr bool crowded = (M::about.crowded & methods::bit(Pass::backward)) != 0;
  template <class V, class F = M>
  GELU_FN static void eval(const V (&in)[2], V (&out)[1], F&& f = F{}) {
    out[0] = in[1] * f.template derivative<V>(in[0]);
  }
};
template <class M>
struct ForwardBackwardOf {
  using Method = M;
  static constexpr std::size_t inputs = 2, fetched = 2, outputs = 2;
  static constexpr bool exact = false;
  static constexpr std::size_t together = std::min(M::about.together, std::size_t{2});
  static constexpr bool crowded = (M::about.crowded & methods::bit(Pass::forward_backward)) != 0;
  template <class V, class F = M>
  GELU_FN static void eval(const V (&in)[2], V (&out)[2], F&& f = F{}) {
    out[0] = f.template forward<V>(in[0]);
    out[1] = in[1] * f.template derivative<V>(in[0]);
  }
};
template <class M>
struct BiasOf {
  using Method = M;
  static constexpr std::size_t inputs = 2, fetched = 1, outputs = 1;
  static constexpr bool exact = false;
  static constexpr std::size_t together = M::about.together;
  static constexpr bool crowded = (M::about.crowded & methods::bit(Pass::bias)) != 0;
  template <class V, class F = M>
  GELU_FN static void eval(const V (&in)[2], V (&out)[1], F&& f = F{}) {
    out[0] = f.template forward<V>(in[0] + in[1]);
  }
};
template <class M>
struct GatedOf {
  using Method = M;
  static constexpr std::size_t inputs = 2, fetched = 2, outputs = 1;
  static constexpr bool exact = false;
  static constexpr std::size_t together = M::about.together;
  static constexpr bool crowded = (M::about.crowded & methods::bit(Pass::gated)) != 0;
  template <class V, class F = M>
  GELU_FN static void eval(const V (&in)[2], V (&out)[1], F&& f = F{}) {
    out[0] = f.template forward<V>(in[0]) * in[1];
  }
};

}  // namespace gelu
