// SPDX-License-Identifier: Apache-2.0
// The public calls that a kernel's pass is for.
#pragma once

#include <gelu/gelu.h>

#include "kernels/registry.hpp"

namespace gelu::test {

/// Runs n elements (bias: one row of n columns) through the public interface; its code.
inline int call(const Cell& cell, const Arrays& a, std::size_t n) {
  switch (cell.kernel.pass) {
    case Pass::forward:
      return gelu_forward(&cell, a.x, a.y, n);
    case Pass::backward:
      return gelu_backward(&cell, a.x, a.with, a.y, n);
    case Pass::forward_backward:
      return gelu_forward_backward(&cell, a.x, a.with, a.y, a.dx, n);
    case Pass::bias:
      return gelu_bias(&cell, a.x, a.with, a.y, 1, n);
    case Pass::gated:
      return gelu_gated(&cell, a.x, a.with, a.y, n);
  }
  return GELU_WRONG_PASS;
}

/// The same around the caches.
inline int call_streaming(const Cell& cell, const Arrays& a, std::size_t n, std::size_t ahead) {
  switch (cell.kernel.pass) {
    case Pass::forward:
      return gelu_forward_streaming(&cell, a.x, a.y, n, ahead);
    case Pass::backward:
      return gelu_backward_streaming(&cell, a.x, a.with, a.y, n, ahead);
    case Pass::forward_backward:
      return gelu_forward_backward_streaming(&cell, a.x, a.with, a.y, a.dx, n, ahead);
    case Pass::bias:
      return gelu_bias_streaming(&cell, a.x, a.with, a.y, 1, n, ahead);
    case Pass::gated:
      return gelu_gated_streaming(&cell, a.x, a.with, a.y, n, ahead);
  }
  return GELU_WRONG_PASS;
}

}  // namespace gelu::test
