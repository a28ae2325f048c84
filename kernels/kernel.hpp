// SPDX-License-Identifier: Apache-2.0
// One cell of the matrix: a method for one pass and dtype, as one backend compiles it.
#pragma once

#include <cstddef>
#include <span>

#include "kernels/types.hpp"

namespace gelu {

/// y[i] = f(x[i]). In place (y == x) allowed; any alignment, any n.
using Forward = void (*)(const void* x, void* y, std::size_t n);
/// dx[i] = dy[i] * f'(x[i]). In place (dx == x or dx == dy) allowed.
using Backward = void (*)(const void* x, const void* dy, void* dx, std::size_t n);

/// y[i] = f(x[i]), dx[i] = dy[i] * f'(x[i]): the bits of the two passes. y and dx are apart; each
/// may be x or dy.
using ForwardBackward = void (*)(const void* x, const void* dy, void* y, void* dx, std::size_t n);
/// y[i] = f(x[i] + b[i]). In place (y == x) allowed.
using Bias = void (*)(const void* x, const void* b, void* y, std::size_t n);
/// y[i] = f(x[i]) * gate[i]. In place (y == x or y == gate) allowed.
using Gated = void (*)(const void* x, const void* gate, void* y, std::size_t n);

/// The buffers of one call.
struct Arrays {
  const void* x;
  const void* with;  ///< dy, bias or gate; forward reads it only to look up in it
  void* y;           ///< dx of a backward pass
  void* dx;          ///< written by forward_backward alone
};
/// Any pass for the first of n elements, all but a few, whose number is returned. Inputs are
/// fetched `ahead` bytes ahead. Results go by ordinary stores, or `around` the caches: then they
/// begin at a line of 64 bytes.
using Streaming = std::size_t (*)(const Arrays&, std::size_t n, std::size_t ahead, bool around);

/// n calls on one vector, each on the result of the one before, in registers: v = x, then n times
/// v = f(v) * factor + x; y = v. With a factor of 0, which the compiler does not know, the
/// arguments stay what they are. Reads and writes one vector of the backend, at most 64 bytes.
using Chain = void (*)(const void* x, double factor, void* y, std::size_t n);

/// y[i] = table[x[i]] for 8-bit integers, the index taken as unsigned. In place (y == x) allowed.
using LookUp = void (*)(const void* x, const void* table, void* y, std::size_t n);

/// Where the bits of a method come from, hence what its error can be: promised or only observed.
enum class Origin : std::uint8_t {
  portable,  ///< written in the vocabulary: same fma support, same bits on every backend
  library,   ///< calls the C library for every element: observed, per machine
  hardware,  ///< uses a hardware estimate: observed, per processor
};
/// Whether all backends with the same fma support give the same bits within one process: there a
/// name of the C library is one function, whoever calls it.
constexpr bool same_bits_in_a_process(Origin o) { return o != Origin::hardware; }
inline constexpr std::array<std::string_view, 3> k_origin_names{"portable", "library", "hardware"};
constexpr std::string_view name(Origin o) { return k_origin_names[static_cast<std::size_t>(o)]; }

/// What a backend instantiates. Strings live as long as the program.
struct Kernel {
  const char* method;
  Formula formula;
  Pass pass;
  Dtype dtype;
  Origin origin;
  // The one of the pass; the others are null. A forward pass is either a function of x or, for i8,
  // of a table.
  Forward forward = nullptr;
  Backward backward = nullptr;
  ForwardBackward forward_backward = nullptr;
  Bias bias = nullptr;
  Gated gated = nullptr;
  // Of f32 forward, where one call of the method is one vector; else null.
  Chain chain = nullptr;
  LookUp look_up = nullptr;
  // Where vectors can be stored so; else null.
  Streaming streaming = nullptr;
  const char* library = nullptr;  ///< of a peer: name, version and how it is called
};

inline void run(const Kernel& k, const Arrays& a, std::size_t n) {
  switch (k.pass) {
    case Pass::forward:
      return k.look_up ? k.look_up(a.x, a.with, a.y, n) : k.forward(a.x, a.y, n);
    case Pass::backward:
      return k.backward(a.x, a.with, a.y, n);
    case Pass::forward_backward:
      return k.forward_backward(a.x, a.with, a.y, a.dx, n);
    case Pass::bias:
      return k.bias(a.x, a.with, a.y, n);
    case Pass::gated:
      return k.gated(a.x, a.with, a.y, n);
  }
}

/// The arrays from element i on.
inline Arrays from(const Kernel& k, const Arrays& a, std::size_t i) {
  const auto input_at = [&](const void* p) -> const void* {
    return p == nullptr ? p : static_cast<const std::byte*>(p) + i * bytes(input(k.dtype));
  };
  const auto output_at = [&](void* p) -> void* {
    return p == nullptr ? p : static_cast<std::byte*>(p) + i * bytes(output(k.dtype));
  };
  return {input_at(a.x), input_at(a.with), output_at(a.y), output_at(a.dx)};
}

/// The one door of a backend's object file.
struct BackendTable {
  const Kernel* kernels;
  std::size_t count;
  // What the table lacks on this machine alone, and the reason in one line; else null.
  const char* lacks = nullptr;
  const char* reason = nullptr;
};

}  // namespace gelu
