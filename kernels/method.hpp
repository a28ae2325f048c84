// SPDX-License-Identifier: Apache-2.0
// How a method describes itself, and the list type that backends fold over.
#pragma once

#include "kernels/kernel.hpp"
#include "kernels/vec/config.hpp"

namespace gelu::methods {

/// Which backends can take a method.
enum class Where : std::uint8_t {
  everywhere,
  scalar,  ///< scalar and autovec only: one library call per element gains nothing in a vector
};

/// A set of dtypes, one bit each.
using Dtypes = unsigned;
constexpr Dtypes bit(Dtype d) { return 1U << static_cast<unsigned>(d); }
inline constexpr Dtypes k_16bit = bit(Dtype::f16) | bit(Dtype::bf16);
inline constexpr Dtypes k_all_dtypes = bit(Dtype::f64) | bit(Dtype::f32) | k_16bit;
/// What a method for inference and training in f32 and below takes.
inline constexpr Dtypes k_f32_and_16bit = bit(Dtype::f32) | bit(Dtype::f32_bf16) | k_16bit;

/// A set of passes. A method takes those of them that it has functions for.
using Passes = unsigned;
constexpr Passes bit(Pass p) { return 1U << static_cast<unsigned>(p); }
inline constexpr Passes k_single_passes = bit(Pass::forward) | bit(Pass::backward);
/// What a layer calls in training; a method of a ladder has these at least.
inline constexpr Passes k_training_passes = k_single_passes | bit(Pass::forward_backward);
inline constexpr Passes k_all_passes = k_training_passes | bit(Pass::bias) | bit(Pass::gated);

/// The head of every method file.
struct About {
  const char* name;
  Formula formula;
  Origin origin = Origin::portable;
  Dtypes dtypes = k_all_dtypes;
  Where where = Where::everywhere;
  Passes passes = k_single_passes;
  bool rounds = false;            ///< forward results are numbers of its one dtype already
  std::size_t together = 4;       ///< most vectors to compute at once; 1 where a branch skips work
  Passes crowded = 0;             ///< of which one vector alone fills 16 registers
  const char* library = nullptr;  ///< of a peer: name, version and how it is called
};

template <class... Ms>
struct List {};

}  // namespace gelu::methods
