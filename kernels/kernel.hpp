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
  Forward forward;    ///< null unless pass is forward
  Backward backward;  ///< null unless pass is backward
};

/// The one door of a backend's object file.
struct BackendTable {
  const Kernel* kernels;
  std::size_t count;
};

}  // namespace gelu
