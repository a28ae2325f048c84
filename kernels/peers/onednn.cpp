// SPDX-License-Identifier: Apache-2.0
// oneDNN: its eltwise primitives gelu_erf and gelu_tanh, forward and backward, which choose the
// instruction set themselves. A primitive is made once per thread and length, as its users do.
#include <omp.h>

#include <oneapi/dnnl/dnnl.hpp>

#include "kernels/instantiate.hpp"
#include "kernels/peers/text.hpp"
#include "kernels/vec/stdx.hpp"

#define ONEDNN_LIBRARY(algorithm)                                                          \
  "oneDNN " GELU_TEXT(DNNL_VERSION_MAJOR) "." GELU_TEXT(DNNL_VERSION_MINOR) "." GELU_TEXT( \
      DNNL_VERSION_PATCH) ": eltwise primitive " algorithm ", one execution per buffer"

namespace {
struct Here;
template <class T>
using V = gelu::vec::Stdx<T, Here>;
using dnnl::memory;
using gelu::Formula;
using gelu::methods::bit;

dnnl::eltwise_forward::primitive_desc describe(const dnnl::engine& engine, dnnl::prop_kind kind,
                                               dnnl::algorithm algorithm, const memory::desc& d,
                                               bool or_empty = false) {
#if DNNL_VERSION_MAJOR >= 3
  return {engine, kind, algorithm, d, d, dnnl::primitive_attr(), or_empty};
#else
  return {{kind, algorithm, d}, engine, or_empty};
#endif
}

/// Whether oneDNN has bf16 on this CPU: of 2.7 only with AVX-512.
bool takes_bf16() {
  const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  const memory::desc d({16}, memory::data_type::bf16, memory::format_tag::a);
  return static_cast<bool>(describe(engine, dnnl::prop_kind::forward_training,
                                    dnnl::algorithm::eltwise_gelu_erf, d, true));
}

/// The primitive of one thread for buffers of one length.
class Primitive {
 public:
  Primitive(dnnl::algorithm algorithm, memory::data_type type, bool backward)
      : algorithm_(algorithm), type_(type), backward_(backward) {
    omp_set_num_threads(1);  // of calls from this thread: threads are the caller's matter
  }

  void run(const void* x, const void* dy, void* y, std::size_t n) {
    if (n == 0) return;
    if (n != n_) prepare(n);
    // oneDNN's interface has no pointers to const; it does not write to its sources.
    x_.set_data_handle(const_cast<void*>(x));
    y_.set_data_handle(y);
    if (!backward_) {
      primitive_.execute(stream_, {{DNNL_ARG_SRC, x_}, {DNNL_ARG_DST, y_}});
    } else {
      dy_.set_data_handle(const_cast<void*>(dy));
      primitive_.execute(stream_,
                         {{DNNL_ARG_SRC, x_}, {DNNL_ARG_DIFF_DST, dy_}, {DNNL_ARG_DIFF_SRC, y_}});
    }
    stream_.wait();
  }

 private:
  void prepare(std::size_t n) {
    const memory::desc d({static_cast<memory::dim>(n)}, type_, memory::format_tag::a);
    const auto kind =
        backward_ ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference;
    const auto forward = describe(engine_, kind, algorithm_, d);
    if (backward_) {
#if DNNL_VERSION_MAJOR >= 3
      primitive_ = dnnl::eltwise_backward({engine_, algorithm_, d, d, d, 0, 0, forward});
#else
      primitive_ = dnnl::eltwise_backward({{algorithm_, d, d}, engine_, forward});
#endif
    } else {
      primitive_ = dnnl::eltwise_forward(forward);
    }
    for (memory* m : {&x_, &dy_, &y_}) *m = memory(d, engine_, nullptr);
    n_ = n;
  }

  dnnl::algorithm algorithm_;
  memory::data_type type_;
  bool backward_;
  std::size_t n_ = 0;
  dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream_{engine_};
  dnnl::primitive primitive_;
  memory x_, dy_, y_;
};

template <class S>
constexpr memory::data_type k_type =
    gelu::Storage<S>::dtype == gelu::Dtype::bf16 ? memory::data_type::bf16 : memory::data_type::f32;

template <dnnl::algorithm algorithm>
struct Eltwise {
  template <class, class S>
  static void forward_array(const S* x, S* y, std::size_t n) {
    thread_local Primitive primitive(algorithm, k_type<S>, false);
    primitive.run(x, nullptr, y, n);
  }
  template <class, class S>
  static void backward_array(const S* x, const S* dy, S* dx, std::size_t n) {
    thread_local Primitive primitive(algorithm, k_type<S>, true);
    primitive.run(x, dy, dx, n);
  }
};

constexpr gelu::methods::About about(const char* name, Formula formula, const char* library,
                                     bool bf16) {
  return {.name = name,
          .formula = formula,
          .origin = gelu::Origin::library,
          .dtypes = bit(gelu::Dtype::f32) | (bf16 ? bit(gelu::Dtype::bf16) : 0),
          .library = library};
}
template <bool bf16>
struct onednn_erf : Eltwise<dnnl::algorithm::eltwise_gelu_erf> {
  static constexpr auto about =
      ::about("onednn_erf", Formula::erf, ONEDNN_LIBRARY("eltwise_gelu_erf"), bf16);
};
template <bool bf16>
struct onednn_tanh : Eltwise<dnnl::algorithm::eltwise_gelu_tanh> {
  static constexpr auto about =
      ::about("onednn_tanh", Formula::tanh, ONEDNN_LIBRARY("eltwise_gelu_tanh"), bf16);
};
template <bool bf16>
using All = gelu::methods::List<onednn_erf<bf16>, onednn_tanh<bf16>>;
}  // namespace

extern "C" gelu::BackendTable GELU_DOOR() {
  if (takes_bf16()) return gelu::instantiate<Here, V, false, All<true>>();
  gelu::BackendTable table = gelu::instantiate<Here, V, false, All<false>>();
  table.lacks = "onednn-bf16";
  table.reason = "this oneDNN makes no bf16 primitive on this CPU";
  return table;
}
