// SPDX-License-Identifier: Apache-2.0
// Eigen: one array expression per buffer. Of erf, erfc and tanh it has vector code for erf and tanh
// in 3.4; erfc calls the C library for each element.
#include <Eigen/Core>
#include <numbers>
#include <unsupported/Eigen/SpecialFunctions>

#include "kernels/instantiate.hpp"
#include "kernels/peers/forms.hpp"
#include "kernels/peers/text.hpp"
#include "kernels/vec/stdx.hpp"

#define EIGEN_LIBRARY(call)                                                                 \
  "Eigen " GELU_TEXT(EIGEN_WORLD_VERSION) "." GELU_TEXT(EIGEN_MAJOR_VERSION) "." GELU_TEXT( \
      EIGEN_MINOR_VERSION) ": ArrayXf expression with " call

namespace {
struct Here;  // gives every template below internal linkage: no code of this instruction set leaks
template <class T>
using V = gelu::vec::Stdx<T, Here>;
using gelu::Formula;
using gelu::methods::About;
using gelu::peers::forward_f32;

constexpr float k_over_sqrt2 = std::numbers::sqrt2_v<float> / 2;

/// y = F::of(x) as an expression that Eigen evaluates.
template <class F>
struct Expression {
  template <class, class S>
  static void forward_array(const S* x, S* y, std::size_t n) {
    const auto size = static_cast<Eigen::Index>(n);
    Eigen::Map<Eigen::ArrayX<S>>(y, size) = F::of(Eigen::Map<const Eigen::ArrayX<S>>(x, size));
  }
};

struct eigen_erf : Expression<eigen_erf> {
  static constexpr About about =
      forward_f32("eigen_erf", Formula::erf, EIGEN_LIBRARY("0.5f * x * (1 + (c * x).erf())"));
  static auto of(const auto& x) { return 0.5F * x * (1.0F + (k_over_sqrt2 * x).erf()); }
};
struct eigen_erfc : Expression<eigen_erfc> {
  static constexpr About about =
      forward_f32("eigen_erfc", Formula::erf, EIGEN_LIBRARY("0.5f * x * (-c * x).erfc()"));
  static auto of(const auto& x) { return 0.5F * x * (-k_over_sqrt2 * x).erfc(); }
};
struct eigen_tanh : Expression<eigen_tanh> {
  static constexpr About about =
      forward_f32("eigen_tanh", Formula::tanh,
                  EIGEN_LIBRARY("0.5f * x * (1 + (c * (x + 0.044715f * x.cube())).tanh())"));
  static auto of(const auto& x) {
    constexpr auto c = gelu::coefficients::logistic<float>();
    return 0.5F * x * (1.0F + (c.linear[0] / 2 * (x + c.cube * x.cube())).tanh());
  }
};
}  // namespace

extern "C" gelu::BackendTable GELU_DOOR() {
  return gelu::instantiate<Here, V, false,
                           gelu::methods::List<eigen_erf, eigen_erfc, eigen_tanh>>();
}
