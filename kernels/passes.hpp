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

// What a pass computes of one vector of each of its inputs, whether the results are numbers of a
// 16-bit type, not to be rounded, and how many vectors at once may help.
template <class M>
struct ForwardOf {
  static constexpr std::size_t inputs = 1, outputs = 1;
  static constexpr bool exact = M::about.rounds;
  static constexpr std::size_t together = M::about.together;
  template <class V>
  GELU_FN static void eval(const V (&in)[1], V (&out)[1]) {
    out[0] = M::template forward<V>(in[0]);
  }
};
template <class M>
struct BackwardOf {
  static constexpr std::size_t inputs = 2, outputs = 1;
  static constexpr bool exact = false;
  static constexpr std::size_t together = M::about.together;
  template <class V>
  GELU_FN static void eval(const V (&in)[2], V (&out)[1]) {
    out[0] = in[1] * M::template derivative<V>(in[0]);
  }
};
template <class M>
struct ForwardBackwardOf {
  static constexpr std::size_t inputs = 2, outputs = 2;
  static constexpr bool exact = false;
  static constexpr std::size_t together = std::min(M::about.together, std::size_t{2});
  template <class V>
  GELU_FN static void eval(const V (&in)[2], V (&out)[2]) {
    out[0] = M::template forward<V>(in[0]);
    out[1] = in[1] * M::template derivative<V>(in[0]);
  }
};
template <class M>
struct BiasOf {
  static constexpr std::size_t inputs = 2, outputs = 1;
  static constexpr bool exact = false;
  static constexpr std::size_t together = M::about.together;
  template <class V>
  GELU_FN static void eval(const V (&in)[2], V (&out)[1]) {
    out[0] = M::template forward<V>(in[0] + in[1]);
  }
};
template <class M>
struct GatedOf {
  static constexpr std::size_t inputs = 2, outputs = 1;
  static constexpr bool exact = false;
  static constexpr std::size_t together = M::about.together;
  template <class V>
  GELU_FN static void eval(const V (&in)[2], V (&out)[1]) {
    out[0] = M::template forward<V>(in[0]) * in[1];
  }
};

}  // namespace gelu
