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

/// Elements per step of the loop: a vector, or what the autovectoriser gets at once.
template <class V>
inline constexpr std::size_t k_step = V::batch;

// The one copy of a kernel's arithmetic: noinline and noclone, because a second copy of the same
// source may order the operands of an addition differently, and then give another NaN.
template <class M, class V, class S>
[[gnu::flatten, gnu::noinline, gnu::noclone]] void forward_steps(const S* x, S* y,
                                                                 std::size_t steps) {
  for (std::size_t i = 0; i < steps * k_step<V>; i += k_step<V>) {
    if constexpr (k_step<V> == V::size) {
      store_as(y + i, M::template forward<V>(load_as<V>(x + i)));
    } else {
      V in[k_step<V>];  // a copy, so that in-place calls need no other code
      for (std::size_t k = 0; k < k_step<V>; ++k) in[k] = load_as<V>(x + i + k);
      for (std::size_t k = 0; k < k_step<V>; ++k)
        store_as(y + i + k, M::template forward<V>(in[k]));
    }
  }
}

template <class M, class V, class S>
[[gnu::flatten, gnu::noinline, gnu::noclone]] void backward_steps(const S* x, const S* dy, S* dx,
                                                                  std::size_t steps) {
  for (std::size_t i = 0; i < steps * k_step<V>; i += k_step<V>) {
    if constexpr (k_step<V> == V::size) {
      store_as(dx + i, load_as<V>(dy + i) * M::template derivative<V>(load_as<V>(x + i)));
    } else {
      V in[k_step<V>], up[k_step<V>];
      for (std::size_t k = 0; k < k_step<V>; ++k) in[k] = load_as<V>(x + i + k);
      for (std::size_t k = 0; k < k_step<V>; ++k) up[k] = load_as<V>(dy + i + k);
      for (std::size_t k = 0; k < k_step<V>; ++k) {
        store_as(dx + i + k, up[k] * M::template derivative<V>(in[k]));
      }
    }
  }
}

template <class M, class V, class S>
void run_forward(const void* xv, void* yv, std::size_t n) {
  const auto* x = static_cast<const S*>(xv);
  auto* y = static_cast<S*>(yv);
  if constexpr (forward_array_method<M, V, S>) {
    M::template forward_array<V, S>(x, y, n);
  } else {
    const std::size_t rest = n % k_step<V>, whole = n - rest;
    forward_steps<M, V, S>(x, y, n / k_step<V>);
    if (rest == 0) return;
    S in[k_step<V>] = {}, out[k_step<V>];  // the same code on a padded copy: the same bits
    std::memcpy(in, x + whole, rest * sizeof(S));
    forward_steps<M, V, S>(in, out, 1);
    std::memcpy(y + whole, out, rest * sizeof(S));
  }
}

template <class M, class V, class S>
void run_backward(const void* xv, const void* dyv, void* dxv, std::size_t n) {
  const auto* x = static_cast<const S*>(xv);
  const auto* dy = static_cast<const S*>(dyv);
  auto* dx = static_cast<S*>(dxv);
  if constexpr (backward_array_method<M, V, S>) {
    M::template backward_array<V, S>(x, dy, dx, n);
  } else {
    const std::size_t rest = n % k_step<V>, whole = n - rest;
    backward_steps<M, V, S>(x, dy, dx, n / k_step<V>);
    if (rest == 0) return;
    S in[k_step<V>] = {}, up[k_step<V>] = {}, out[k_step<V>];
    std::memcpy(in, x + whole, rest * sizeof(S));
    std::memcpy(up, dy + whole, rest * sizeof(S));
    backward_steps<M, V, S>(in, up, out, 1);
    std::memcpy(dx + whole, out, rest * sizeof(S));
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
