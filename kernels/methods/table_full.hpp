// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>
#include <type_traits>

#include "kernels/method.hpp"
#include "kernels/storage.hpp"
#include "kernels/tables/tables.hpp"

namespace gelu::methods {

/// One load from a table of all 65,536 results: correctly rounded by construction, special values
/// included. 128 KiB per table: more than most L1 caches. The loads are plain ones; a gather is not
/// faster and reads words beyond 16 bits.
template <Formula formula>
struct table_full {
  static constexpr About about{.name = formula == Formula::erf    ? "table_full_erf"
                                       : formula == Formula::tanh ? "table_full_tanh"
                                                                  : "table_full_sigmoid",
                               .formula = formula,
                               .dtypes = k_16bit};

  template <class V, class S>
  requires(sizeof(S) == 2) GELU_FN static void forward_array(const S* x, S* y, std::size_t n) {
    const std::uint16_t* table = values<V, S, Pass::forward>();
    for (std::size_t i = 0; i < n; ++i) std::memcpy(y + i, table + word(x + i), sizeof(S));
  }

  /// dy * f'(x) in f32, rounded once more: with dy = 1 the derivative is the table's.
  template <class V, class S>
  requires(sizeof(S) == 2) GELU_FN
      static void backward_array(const S* x, const S* dy, S* dx, std::size_t n) {
    using One = vec::Scalar<float, V>;
    const std::uint16_t* table = values<V, S, Pass::backward>();
    for (std::size_t i = 0; i < n; ++i) {
      const S slope{table[word(x + i)]};
      store_as(dx + i, load_as<One>(dy + i) * load_as<One>(&slope));
    }
  }

 private:
  /// The encoding at p, which may be misaligned.
  template <class S>
  GELU_FN static std::uint16_t word(const S* p) {
    std::uint16_t bits;
    std::memcpy(&bits, p, sizeof bits);
    return bits;
  }
  template <class V, class S, Pass pass>
  GELU_FN static const std::uint16_t* values() {
    constexpr int i = (pass == Pass::forward ? 0 : 2) + (std::is_same_v<S, F16> ? 0 : 1);
#define GELU_PICK(f)                        \
  (i == 0   ? gelu_table_##f##_forward_f16  \
   : i == 1 ? gelu_table_##f##_forward_bf16 \
   : i == 2 ? gelu_table_##f##_backward_f16 \
            : gelu_table_##f##_backward_bf16)
    if constexpr (formula == Formula::erf) return GELU_PICK(erf);
    if constexpr (formula == Formula::tanh) return GELU_PICK(tanh);
    if constexpr (formula == Formula::sigmoid) return GELU_PICK(sigmoid);
#undef GELU_PICK
  }
};

}  // namespace gelu::methods
