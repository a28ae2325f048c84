// SPDX-License-Identifier: Apache-2.0
// Methods x dtypes x passes -> the table of one backend, and the only loops over elements on the
// CPU.
#pragma once

#include <array>
#include <concepts>
#include <cstring>
#include <type_traits>

#include "kernels/method.hpp"
#include "kernels/storage.hpp"

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
template <class M, class V>
concept forward_method = requires(V x) {
  M::template forward<V>(x);
};
template <class M, class V>
concept backward_method = requires(V x) {
  M::template derivative<V>(x);
};

/// What is left of an array after the last whole vector, computed by the same code on a padded
/// copy: an element's bits do not depend on where it stands.
template <class V, class S>
struct Rest {
  S elements[V::size];
  GELU_FN Rest(const S* p, std::size_t n) : elements{} { std::memcpy(elements, p, n * sizeof(S)); }
  GELU_FN V value() const { return load_as<V>(elements); }
  GELU_FN static void put(S* p, std::size_t n, V a) {
    S out[V::size];
    store_as(out, a);
    std::memcpy(p, out, n * sizeof(S));
  }
};

template <class M, class V, class S>
[[gnu::flatten]] void run_forward(const void* xv, void* yv, std::size_t n) {
  const auto* x = static_cast<const S*>(xv);
  auto* y = static_cast<S*>(yv);
  if constexpr (forward_array_method<M, V, S>) {
    M::template forward_array<V, S>(x, y, n);
  } else {
    constexpr std::size_t w = V::size;
    std::size_t i = 0;
    for (; i + w <= n; i += w) store_as(y + i, M::template forward<V>(load_as<V>(x + i)));
    if constexpr (w > 1) {
      const std::size_t rest = n - i;
      if (rest == 0) return;
      Rest<V, S>::put(y + i, rest, M::template forward<V>(Rest<V, S>(x + i, rest).value()));
    }
  }
}

template <class M, class V, class S>
[[gnu::flatten]] void run_backward(const void* xv, const void* dyv, void* dxv, std::size_t n) {
  const auto* x = static_cast<const S*>(xv);
  const auto* dy = static_cast<const S*>(dyv);
  auto* dx = static_cast<S*>(dxv);
  if constexpr (backward_array_method<M, V, S>) {
    M::template backward_array<V, S>(x, dy, dx, n);
  } else {
    constexpr std::size_t w = V::size;
    std::size_t i = 0;
    for (; i + w <= n; i += w) {
      store_as(dx + i, load_as<V>(dy + i) * M::template derivative<V>(load_as<V>(x + i)));
    }
    if constexpr (w > 1) {
      const std::size_t rest = n - i;
      if (rest == 0) return;
      const V d = M::template derivative<V>(Rest<V, S>(x + i, rest).value());
      Rest<V, S>::put(dx + i, rest, Rest<V, S>(dy + i, rest).value() * d);
    }
  }
}

/// A fixed-capacity list that a constant expression can fill.
template <std::size_t N>
struct Rows {
  std::array<Kernel, N> kernels{};
  std::size_t count = 0;
};

template <class M, class V, class S, std::size_t N>
constexpr void add_rows(Rows<N>& rows) {
  constexpr methods::About about = M::about;
  constexpr Dtype dtype = Storage<S>::dtype;
  if constexpr ((about.dtypes & methods::bit(dtype)) != 0) {
    const Kernel row{.method = about.name,
                     .formula = about.formula,
                     .pass = Pass::forward,
                     .dtype = dtype,
                     .origin = about.origin,
                     .forward = nullptr,
                     .backward = nullptr};
    if constexpr (forward_array_method<M, V, S> || forward_method<M, V>) {
      Kernel k = row;
      k.forward = run_forward<M, V, S>;
      rows.kernels[rows.count++] = k;
    }
    if constexpr (backward_array_method<M, V, S> || backward_method<M, V>) {
      Kernel k = row;
      k.pass = Pass::backward;
      k.backward = run_backward<M, V, S>;
      rows.kernels[rows.count++] = k;
    }
  }
}

template <template <class> class V, bool scalar, class M, std::size_t N>
constexpr void add_method(Rows<N>& rows) {
  if constexpr (scalar || M::about.where == methods::Where::everywhere) {
    add_rows<M, V<float>, float>(rows);
    add_rows<M, V<double>, double>(rows);
    add_rows<M, V<float>, F16>(rows);
    add_rows<M, V<float>, BF16>(rows);
  }
}

template <template <class> class V, bool scalar, class... Ms>
constexpr auto make_rows(methods::List<Ms...>) {
  Rows<8 * sizeof...(Ms)> rows;
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
