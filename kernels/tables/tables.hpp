// SPDX-License-Identifier: Apache-2.0
// The full 16-bit tables of tables.S: y = table[bits of x], correctly rounded.
#pragma once

#include <cstdint>

#define GELU_16BIT_TABLES(formula)                                                        \
  extern "C" {                                                                            \
  [[gnu::visibility(                                                                      \
      "hidden")]] extern const std::uint16_t gelu_table_##formula##_forward_f16[65536];   \
  [[gnu::visibility(                                                                      \
      "hidden")]] extern const std::uint16_t gelu_table_##formula##_forward_bf16[65536];  \
  [[gnu::visibility(                                                                      \
      "hidden")]] extern const std::uint16_t gelu_table_##formula##_backward_f16[65536];  \
  [[gnu::visibility(                                                                      \
      "hidden")]] extern const std::uint16_t gelu_table_##formula##_backward_bf16[65536]; \
  }
GELU_16BIT_TABLES(erf)
GELU_16BIT_TABLES(tanh)
GELU_16BIT_TABLES(sigmoid)
#undef GELU_16BIT_TABLES
