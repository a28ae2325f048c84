// SPDX-License-Identifier: Apache-2.0
// Methods x dtypes x passes -> the table of one backend.
#pragma once

#include <array>
#include <concepts>
#include <type_traits>

#include "kernels/around.hpp"
#include "kernels/loops.hpp"

namespace gelu {

/// Computes whole arrays in the storage type, not element by element in V.
template <class M, class V, class S>
concept forward_array_method = requires(const S* x, S* y) {
  M::template forward_array<V, S>(x, y, 0UL);
};
template <class M, class V, class S>
concept backward_array_method = requires(const S* x, S* y) {
  M::template backward_array<V, S>(x, x, y, 0UL);
};

template <class M, class V, class S, class D>
void run_forward(const void* x, void* y, std::size_t n) {
  const auto* from = static_cast<const S*>(x);
  auto* to = static_cast<D*>(y);
  if constexpr (std::is_same_v<S, D> && forward_array_method<M, V, S>) {
    M::template forward_array<V, S>(from, to, n);
  } else {
    run_op<ForwardOf<M>, V, S, D>({{from}, {to}}, n);
  }
}

/// Whether a pass has a loop of its own that stores around the caches: forward wherever it can, the
/// others where large arrays are likely, in the types of training on processors with fma. Each
/// costs a copy of the arithmetic.
template <class Op, class V, class S>
inline constexpr bool k_around = Op::inputs == 1 || (V::has_fma && (std::is_same_v<S, float> ||
                                                                    std::is_same_v<S, BF16>));

/// Of what is computed in V; of what moves whole arrays, where V holds their type and can compute.
template <class Op, class V, class S, class D, bool array = false, bool computable = true>
constexpr Streaming streaming() {
  if constexpr (k_goes_around<V> && k_around<Op, V, S> && computable &&
                (!array || std::is_same_v<S, typename V::value_type>)) {
    return run_around<Op, V, S, D>;
  } else {
    return nullptr;
  }
}

/// A pass with two inputs: dy, bias or gate is the second.
template <class Op, class V, class S>
void run_with(const void* x, const void* with, void* y, std::size_t n) {
  run_op<Op, V, S, S>(streams<Op, S, S>({x, with, y, nullptr}), n);
}

template <class M, class V, class S>
void run_backward(const void* x, const void* dy, void* dx, std::size_t n) {
  if constexpr (backward_array_method<M, V, S>) {
    M::template backward_array<V, S>(static_cast<const S*>(x), static_cast<const S*>(dy),
                                     static_cast<S*>(dx), n);
  } else {
    run_with<BackwardOf<M>, V, S>(x, dy, dx, n);
  }
}

template <class M, class V, class S>
void run_forward_backward(const void* x, const void* dy, void* y, void* dx, std::size_t n) {
  using Op = ForwardBackwardOf<M>;
  run_op<Op, V, S, S>(streams<Op, S, S>({x, dy, y, dx}), n);
}

/// A fixed-capacity list that a constant expression can fill.
template <std::size_t N>
struct Rows {
  std::array<Kernel, N> kernels{};
  std::size_t count = 0;

  constexpr Kernel& add(const methods::About& about, Pass pass, Dtype dtype) {
    Kernel& k = kernels[count++];
    k.method = about.name;
    k.formula = about.formula;
    k.pass = pass;
    k.dtype = dtype;
    k.origin = about.origin;
    k.library = about.library;
    return k;
  }
};

template <class M, class V, class S, class D, std::size_t N>
constexpr void add_forward(Rows<N>& rows, Dtype dtype) {
  Kernel& k = rows.add(M::about, Pass::forward, dtype);
  k.forward = run_forward<M, V, S, D>;
  constexpr bool array = std::is_same_v<S, D> && forward_array_method<M, V, S>;
  constexpr bool computable = forward_method<M, V>;
  k.streaming = streaming<ForwardOf<M>, V, S, D, array, computable>();
}

/// The passes of one dtype whose results are as its inputs.
template <class M, class V, class S, std::size_t N>
constexpr void add_rows(Rows<N>& rows) {
  constexpr Dtype d = Storage<S>::dtype;
  constexpr bool forward = forward_method<M, V>, backward = backward_method<M, V>;
  if constexpr (takes<M>(Pass::forward, d) && (forward || forward_array_method<M, V, S>))
    add_forward<M, V, S, S>(rows, d);
  if constexpr (takes<M>(Pass::forward, d) && forward && d == Dtype::f32 && V::batch == V::size)
    rows.kernels[rows.count - 1].chain = run_chain<M, V>;
  if constexpr (takes<M>(Pass::backward, d) && (backward || backward_array_method<M, V, S>)) {
    Kernel& k = rows.add(M::about, Pass::backward, d);
    k.backward = run_backward<M, V, S>;
    k.streaming = streaming<BackwardOf<M>, V, S, S, backward_array_method<M, V, S>, backward>();
  }
  if constexpr (takes<M>(Pass::forward_backward, d) && forward && backward) {
    Kernel& k = rows.add(M::about, Pass::forward_backward, d);
    k.forward_backward = run_forward_backward<M, V, S>;
    k.streaming = streaming<ForwardBackwardOf<M>, V, S, S>();
  }
  if constexpr (takes<M>(Pass::bias, d) && forward) {
    Kernel& k = rows.add(M::about, Pass::bias, d);
    k.bias = run_with<BiasOf<M>, V, S>;
    k.streaming = streaming<BiasOf<M>, V, S, S>();
  }
  if constexpr (takes<M>(Pass::gated, d) && forward) {
    Kernel& k = rows.add(M::about, Pass::gated, d);
    k.gated = run_with<GatedOf<M>, V, S>;
    k.streaming = streaming<GatedOf<M>, V, S, S>();
  }
}

template <template <class> class V, bool scalar, class M, std::size_t N>
constexpr void add_method(Rows<N>& rows) {
  if constexpr (scalar || M::about.where == methods::Where::everywhere) {
    add_rows<M, V<float>, float>(rows);
    add_rows<M, V<double>, double>(rows);
    add_rows<M, V<float>, F16>(rows);
    add_rows<M, V<float>, BF16>(rows);
    if constexpr (takes<M>(Pass::forward, Dtype::f32_bf16))
      add_forward<M, V<float>, float, BF16>(rows, Dtype::f32_bf16);
  }
}

template <template <class> class V, bool scalar, class... Ms>
constexpr auto make_rows(methods::List<Ms...>) {
  Rows<21 * sizeof...(Ms)> rows;
  (add_method<V, scalar, Ms>(rows), ...);
  return rows;
}

/// All kernels of a backend whose vector of T is V<T>. `scalar` backends also take the methods that
/// call a library for every element. `Here`, a type of the backend's file, keeps `rows` local to
/// it.
template <class Here, template <class> class V, bool scalar, class All>
BackendTable instantiate() {
  static constexpr auto rows = make_rows<V, scalar>(All{});
  return {rows.kernels.data(), rows.count};
}

}  // namespace gelu
