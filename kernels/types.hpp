// SPDX-License-Identifier: Apache-2.0
// The words that name a row of the matrix: formula, pass, dtype. Shared by kernels, reference and
// benchmarks, so that a row means the same thing everywhere.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gelu {

/// What is computed. `erf` is exact GELU, x*Phi(x); `tanh` is
/// 0.5x(1+tanh(sqrt(2/pi)(x+0.044715x^3))); `sigmoid` is x*sigma(1.702x); `silu` is x*sigma(x);
/// `leaky_relu` has slope 0.01.
enum class Formula : std::uint8_t { erf, tanh, sigmoid, silu, relu, leaky_relu, copy };
inline constexpr std::array<std::string_view, 7> k_formula_names{
    "erf", "tanh", "sigmoid", "silu", "relu", "leaky_relu", "copy"};

/// `forward` is y = f(x); `backward` is dx = dy * f'(x). The others are made of these two, in the
/// same bits: `forward_backward` is both in one go; `bias` is y = f(x + b), one b per column;
/// `gated` is y = f(x) * g. Sum and product are formed in the type of the arithmetic (f32 for
/// 16-bit types), so that y is rounded once.
enum class Pass : std::uint8_t { forward, backward, forward_backward, bias, gated };
inline constexpr std::array<std::string_view, 5> k_pass_names{"forward", "backward",
                                                              "forward_backward", "bias", "gated"};
/// A pass with a truth of its own; the other passes inherit its certificates.
constexpr bool is_single(Pass p) { return p == Pass::forward || p == Pass::backward; }

/// Type of the elements in memory. e4m3 is e4m3fn (no infinity); f32_bf16 reads f32, writes bf16;
/// i8 are integers that stand for scale * (q - zero_point).
enum class Dtype : std::uint8_t { f64, f32, f16, bf16, e4m3, e5m2, f32_bf16, i8 };
inline constexpr std::array<std::string_view, 8> k_dtype_names{"f64",  "f32",  "f16",      "bf16",
                                                               "e4m3", "e5m2", "f32_bf16", "i8"};
inline constexpr std::array<std::size_t, 8> k_dtype_bytes{8, 4, 2, 2, 1, 1, 4, 1};

constexpr std::string_view name(Formula f) { return k_formula_names[static_cast<std::size_t>(f)]; }
constexpr std::string_view name(Pass p) { return k_pass_names[static_cast<std::size_t>(p)]; }
constexpr std::string_view name(Dtype d) { return k_dtype_names[static_cast<std::size_t>(d)]; }
/// The type of the results, and of an input's element.
constexpr Dtype output(Dtype d) { return d == Dtype::f32_bf16 ? Dtype::bf16 : d; }
constexpr Dtype input(Dtype d) { return d == Dtype::f32_bf16 ? Dtype::f32 : d; }
/// Bytes of an element of an input. Those of a result: bytes(output(d)).
constexpr std::size_t bytes(Dtype d) { return k_dtype_bytes[static_cast<std::size_t>(d)]; }

}  // namespace gelu
