// SPDX-License-Identifier: Apache-2.0
// XNNPACK by its operators, which choose the instruction set themselves. Debian 12's version (2022)
// has no GELU; what its users had is the sigmoid form in three operators per buffer.
#include <xnnpack.h>

#include <limits>

#include "kernels/instantiate.hpp"
#include "kernels/peers/forms.hpp"
#include "kernels/peers/text.hpp"
#include "kernels/vec/stdx.hpp"

namespace {
struct Here;
template <class T>
using V = gelu::vec::Stdx<T, Here>;

/// The operators of one thread: setting one up for a buffer changes it.
class Operators {
 public:
  Operators() {
    constexpr float k_infinity = std::numeric_limits<float>::infinity();
    ok_ =
        xnn_initialize(nullptr) == xnn_status_success &&
        xnn_create_multiply_nd_f32(-k_infinity, k_infinity, 0, &multiply_) == xnn_status_success &&
        xnn_create_sigmoid_nc_f32(1, 1, 1, 0, &sigmoid_) == xnn_status_success;
  }
  ~Operators() {
    xnn_delete_operator(multiply_);
    xnn_delete_operator(sigmoid_);
  }
  Operators(const Operators&) = delete;
  Operators& operator=(const Operators&) = delete;

  /// Leaves y as it is when XNNPACK refuses: the check before the stopwatch sees that.
  void gelu(const float* x, float* y, std::size_t n) {
    static constexpr float k_slope = 1.702F;
    ok_ = ok_ && multiply(x, n, &k_slope, 1, y);
    ok_ = ok_ && xnn_setup_sigmoid_nc_f32(sigmoid_, n, y, y, nullptr) == xnn_status_success &&
          xnn_run_operator(sigmoid_, nullptr) == xnn_status_success;
    ok_ = ok_ && multiply(x, n, y, n, y);
  }

 private:
  bool multiply(const float* a, std::size_t n, const float* b, std::size_t nb, float* y) {
    return xnn_setup_multiply_nd_f32(multiply_, 1, &n, 1, &nb, a, b, y, nullptr) ==
               xnn_status_success &&
           xnn_run_operator(multiply_, nullptr) == xnn_status_success;
  }

  xnn_operator_t multiply_ = nullptr, sigmoid_ = nullptr;
  bool ok_ = false;
};

struct xnnpack_sigmoid {
  static constexpr gelu::methods::About about = gelu::peers::forward_f32(
      "xnnpack_sigmoid", gelu::Formula::sigmoid,
      "XNNPACK " GELU_XNNPACK_VERSION
      ": operators multiply, sigmoid, multiply, set up for each buffer (it has no GELU)");
  template <class, class S>
  static void forward_array(const S* x, S* y, std::size_t n) {
    thread_local Operators operators;
    if (n != 0) operators.gelu(x, y, n);
  }
};
}  // namespace

extern "C" gelu::BackendTable GELU_DOOR() {
  return gelu::instantiate<Here, V, false, gelu::methods::List<xnnpack_sigmoid>>();
}
