// SPDX-License-Identifier: Apache-2.0
// MKL's vector math, which chooses the instruction set itself, in its three accuracies: HA (high),
// LA (low), EP (enhanced performance). It takes arrays: called on blocks that stay in the first
// cache, with the rest of the formula in loops around it.
#include <mkl_version.h>
#include <mkl_vml.h>

#include <algorithm>
#include <numbers>

#include "kernels/instantiate.hpp"
#include "kernels/peers/forms.hpp"
#include "kernels/peers/text.hpp"
#include "kernels/vec/stdx.hpp"

#define MKL_LIBRARY(call)                                                           \
  "MKL " GELU_TEXT(__INTEL_MKL__) "." GELU_TEXT(__INTEL_MKL_MINOR__) "." GELU_TEXT( \
      __INTEL_MKL_UPDATE__) ": " call ", once per 2048 elements"

namespace {
struct Here;  // gives every template below internal linkage: no code of this instruction set leaks
template <class T>
using V = gelu::vec::Stdx<T, Here>;
using gelu::Formula;
using gelu::peers::forward_f32;

constexpr std::size_t k_block = 2048;

/// M::block(x, y, n) for blocks of at most k_block elements.
template <class M>
struct Blocks {
  template <class, class S>
  static void forward_array(const S* x, S* y, std::size_t n) {
    for (std::size_t i = 0; i < n; i += k_block)
      M::block(x + i, y + i, static_cast<MKL_INT>(std::min(k_block, n - i)));
  }
};

template <MKL_INT64 mode>
struct Erf {
  static void block(const float* x, float* y, MKL_INT n) {
    float t[k_block];
    for (MKL_INT i = 0; i < n; ++i) t[i] = x[i] * (std::numbers::sqrt2_v<float> / 2);
    vmsErf(n, t, t, mode);
    for (MKL_INT i = 0; i < n; ++i) y[i] = 0.5F * x[i] * (1.0F + t[i]);
  }
};
template <MKL_INT64 mode>
struct CdfNorm {
  static void block(const float* x, float* y, MKL_INT n) {
    float t[k_block];
    vmsCdfNorm(n, x, t, mode);
    for (MKL_INT i = 0; i < n; ++i) y[i] = x[i] * t[i];
  }
};
template <MKL_INT64 mode>
struct Tanh {
  static void block(const float* x, float* y, MKL_INT n) {
    constexpr auto c = gelu::coefficients::logistic<float>();
    float t[k_block];
    for (MKL_INT i = 0; i < n; ++i) t[i] = c.linear[0] / 2 * (x[i] + c.cube * x[i] * x[i] * x[i]);
    vmsTanh(n, t, t, mode);
    for (MKL_INT i = 0; i < n; ++i) y[i] = 0.5F * x[i] * (1.0F + t[i]);
  }
};

#define MKL_METHOD(name, formula, form, mode, text)                                        \
  struct name : form<mode>, Blocks<name> {                                                 \
    static constexpr auto about = forward_f32(#name, Formula::formula, MKL_LIBRARY(text)); \
  }
MKL_METHOD(mkl_erf_ha, erf, Erf, VML_HA, "vmsErf (HA)");
MKL_METHOD(mkl_erf_la, erf, Erf, VML_LA, "vmsErf (LA)");
MKL_METHOD(mkl_erf_ep, erf, Erf, VML_EP, "vmsErf (EP)");
MKL_METHOD(mkl_cdfnorm_ha, erf, CdfNorm, VML_HA, "x * vmsCdfNorm (HA)");
MKL_METHOD(mkl_cdfnorm_la, erf, CdfNorm, VML_LA, "x * vmsCdfNorm (LA)");
MKL_METHOD(mkl_cdfnorm_ep, erf, CdfNorm, VML_EP, "x * vmsCdfNorm (EP)");
MKL_METHOD(mkl_tanh_ha, tanh, Tanh, VML_HA, "vmsTanh (HA)");
MKL_METHOD(mkl_tanh_la, tanh, Tanh, VML_LA, "vmsTanh (LA)");
MKL_METHOD(mkl_tanh_ep, tanh, Tanh, VML_EP, "vmsTanh (EP)");
}  // namespace

extern "C" gelu::BackendTable GELU_DOOR() {
  using All =
      gelu::methods::List<mkl_erf_ha, mkl_erf_la, mkl_erf_ep, mkl_cdfnorm_ha, mkl_cdfnorm_la,
                          mkl_cdfnorm_ep, mkl_tanh_ha, mkl_tanh_la, mkl_tanh_ep>;
  return gelu::instantiate<Here, V, false, All>();
}
