// SPDX-License-Identifier: Apache-2.0
// libmvec, glibc's vector functions, once per vector. Compilers call them for a loop over erff when
// told -ffast-math; here they are called by name, so that nothing else is relaxed.
#include <gnu/libc-version.h>
#include <immintrin.h>

#include "kernels/instantiate.hpp"
#include "kernels/peers/forms.hpp"
#include "kernels/peers/text.hpp"
#include "kernels/vec/stdx.hpp"

#if defined(__AVX512F__)
#define MVEC_NAME(f) _ZGVeN16v_##f
using Register = __m512;
#else
#define MVEC_NAME(f) _ZGVdN8v_##f
using Register = __m256;
#endif
#define MVEC_FUNCTION(f_)                                                               \
  extern "C" Register MVEC_NAME(f_)(Register);                                          \
  namespace {                                                                           \
  struct f_ {                                                                           \
    static constexpr const char* library = "glibc " GELU_TEXT(__GLIBC__) "." GELU_TEXT( \
        __GLIBC_MINOR__) " libmvec: " GELU_TEXT(MVEC_NAME(f_)) ", once per vector";     \
    template <class V>                                                                  \
    GELU_FN static V f(V a) {                                                           \
      return V::from_raw((typename V::Raw)MVEC_NAME(f_)((Register)a.raw()));            \
    }                                                                                   \
  };                                                                                    \
  }

namespace {
struct Here;  // gives every template below internal linkage: no code of this instruction set leaks
template <class T>
using V = gelu::vec::Stdx<T, Here>;
using gelu::Formula;
using gelu::methods::About;
using gelu::peers::forward_f32;
}  // namespace

MVEC_FUNCTION(erff)
MVEC_FUNCTION(erfcf)
MVEC_FUNCTION(tanhf)
MVEC_FUNCTION(expf)

namespace {
struct mvec_erf : gelu::peers::ErfForm<erff> {
  static constexpr About about = forward_f32("mvec_erf", Formula::erf, erff::library);
};
struct mvec_erfc : gelu::peers::ErfcForm<erfcf> {
  static constexpr About about = forward_f32("mvec_erfc", Formula::erf, erfcf::library);
};
struct mvec_tanh : gelu::peers::TanhForm<tanhf> {
  static constexpr About about = forward_f32("mvec_tanh", Formula::tanh, tanhf::library);
};
struct mvec_sigmoid : gelu::peers::SigmoidForm<expf> {
  static constexpr About about = forward_f32("mvec_sigmoid", Formula::sigmoid, expf::library);
};
}  // namespace

extern "C" gelu::BackendTable GELU_DOOR() {
  return gelu::instantiate<Here, V, false,
                           gelu::methods::List<mvec_erf, mvec_erfc, mvec_tanh, mvec_sigmoid>>();
}
