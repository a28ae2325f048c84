// SPDX-License-Identifier: Apache-2.0
// SLEEF: its function of the row's instruction set, once per vector.
#include <sleef.h>

#include "kernels/instantiate.hpp"
#include "kernels/peers/forms.hpp"
#include "kernels/peers/text.hpp"
#include "kernels/vec/stdx.hpp"

#if defined(__AVX512F__)
#define SLEEF_NAME(f, accuracy) Sleef_##f##f16_##accuracy##avx512f
using Register = __m512;
#else
#define SLEEF_NAME(f, accuracy) Sleef_##f##f8_##accuracy##avx2
using Register = __m256;
#endif
#define SLEEF_FUNCTION(f_, accuracy)                                                              \
  struct f_##_##accuracy {                                                                        \
    static constexpr const char* library =                                                        \
        "SLEEF " GELU_TEXT(SLEEF_VERSION_MAJOR) "." GELU_TEXT(SLEEF_VERSION_MINOR) "." GELU_TEXT( \
            SLEEF_VERSION_PATCHLEVEL) ": " GELU_TEXT(SLEEF_NAME(f_,                               \
                                                                accuracy)) ", once per vector";   \
    template <class V>                                                                            \
    GELU_FN static V f(V a) {                                                                     \
      return V::from_raw((typename V::Raw)SLEEF_NAME(f_, accuracy)((Register)a.raw()));           \
    }                                                                                             \
  }

namespace {
struct Here;  // gives every template below internal linkage: no code of this instruction set leaks
template <class T>
using V = gelu::vec::Stdx<T, Here>;
using gelu::Formula;
using gelu::methods::About;
using gelu::peers::forward_f32;

SLEEF_FUNCTION(erf, u10);
SLEEF_FUNCTION(erfc, u15);
SLEEF_FUNCTION(tanh, u10);
SLEEF_FUNCTION(tanh, u35);
SLEEF_FUNCTION(exp, u10);

struct sleef_erf_u10 : gelu::peers::ErfForm<erf_u10> {
  static constexpr About about = forward_f32("sleef_erf_u10", Formula::erf, erf_u10::library);
};
struct sleef_erfc_u15 : gelu::peers::ErfcForm<erfc_u15> {
  static constexpr About about = forward_f32("sleef_erfc_u15", Formula::erf, erfc_u15::library);
};
struct sleef_tanh_u10 : gelu::peers::TanhForm<tanh_u10> {
  static constexpr About about = forward_f32("sleef_tanh_u10", Formula::tanh, tanh_u10::library);
};
struct sleef_tanh_u35 : gelu::peers::TanhForm<tanh_u35> {
  static constexpr About about = forward_f32("sleef_tanh_u35", Formula::tanh, tanh_u35::library);
};
struct sleef_sigmoid_u10 : gelu::peers::SigmoidForm<exp_u10> {
  static constexpr About about =
      forward_f32("sleef_sigmoid_u10", Formula::sigmoid, exp_u10::library);
};
}  // namespace

extern "C" gelu::BackendTable GELU_DOOR() {
  return gelu::instantiate<Here, V, false,
                           gelu::methods::List<sleef_erf_u10, sleef_erfc_u15, sleef_tanh_u10,
                                               sleef_tanh_u35, sleef_sigmoid_u10>>();
}
