// SPDX-License-Identifier: Apache-2.0
// From an operation and a shell to a kernel in the table.
#pragma once

#include <cuda_runtime.h>

#include "kernels/cuda/kernel.hpp"
#include "kernels/cuda/operation.hpp"
#include "kernels/methods/copy.hpp"
#include "kernels/methods/erf_cr.hpp"

namespace gelu::cuda {

/// Blocks that a processor must be able to hold: with one, a thread may have all registers that it
/// asks for. Left to itself (0), nvcc 13 keeps to 32, which is right for up to 8 elements (a
/// processor full of threads); with more it would spill. So would any number between, with methods
/// that look up many coefficients: it loads as many ahead as fit, and then a few more.
template <class Op, class Shell>
inline constexpr int k_blocks = k_vector<Op>* Shell::in_flight > 8 ? 1 : 0;

template <class Op, class Shell>
__global__ void __launch_bounds__(k_threads, k_blocks<Op, Shell>) run(const Args args) {
  Shell::template run<Op>(Place{blockIdx.x, gridDim.x, threadIdx.x}, args);
}

/// Blocks of a kernel that the current device holds at once.
inline std::uint64_t resident_blocks(const void* entry) {
  int device = 0, processors = 0, each = 0;
  if (cudaGetDevice(&device) != cudaSuccess ||
      cudaDeviceGetAttribute(&processors, cudaDevAttrMultiProcessorCount, device) != cudaSuccess ||
      cudaOccupancyMaxActiveBlocksPerMultiprocessor(&each, entry, k_threads, 0) != cudaSuccess)
    return 0;
  return static_cast<std::uint64_t>(processors) * static_cast<std::uint64_t>(each);
}

template <class Op, class Shell>
int launch(Args args, void* stream) {
  if (args.n == 0) return cudaSuccess;
  align<Op>(args);
  std::uint64_t blocks = Shell::template blocks<Op>(args);
  if constexpr (Shell::persistent) {
    static const std::uint64_t resident =
        resident_blocks(reinterpret_cast<const void*>(run<Op, Shell>));
    if (resident == 0) return cudaErrorInvalidConfiguration;
    if (resident < blocks) blocks = resident;
  }
  if (blocks > 0x7fffffffU) return cudaErrorInvalidConfiguration;
  run<Op, Shell>
      <<<static_cast<unsigned>(blocks), k_threads, 0, static_cast<cudaStream_t>(stream)>>>(args);
  return cudaGetLastError();
}

/// Appends a kernel.
template <class Op, class Shell>
void add(Table& table, const char* file, const gelu::methods::About& about, const char* pass) {
  table.push_back({.method = about.name,
                   .formula = about.formula,
                   .pass = pass,
                   .in = StorageOf<typename Op::In>::dtype,
                   .out = StorageOf<typename Op::Out>::dtype,
                   .origin = about.origin,
                   .shell = Shell::name,
                   .file = file,
                   .inputs = Op::inputs,
                   .outputs = Op::outputs,
                   .vector = k_vector<Op>,
                   .in_flight = Shell::in_flight,
                   .row = Op::periodic >= 0,
                   .resident = Shell::resident,
                   .entry = reinterpret_cast<const void*>(run<Op, Shell>),
                   .launch = launch<Op, Shell>});
}

template <class S, class Shell, class M>
void add_forward_pass(Table& table, const char* file) {
  if constexpr (std::is_same_v<M, gelu::methods::copy>) {
    add<Merge<S>, Shell>(table, file, M::about, "forward");
  } else if constexpr (takes<M>(Pass::forward, StorageOf<S>::dtype) && forward_method<M, V>) {
    add<Elementwise<ForwardOf<M>, S>, Shell>(table, file, M::about, "forward");
  }
}
/// Sixteen gradients of erf_cr, in double, need more than the 255 registers that there are.
template <class S, class Shell, class M>
inline constexpr bool k_fits =
    !std::is_same_v<M, gelu::methods::erf_cr> || 16 / sizeof(S) * Shell::in_flight <= 8;

template <class S, class Shell, class M>
void add_backward_pass(Table& table, const char* file) {
  if constexpr (takes<M>(Pass::backward, StorageOf<S>::dtype) && backward_method<M, V> &&
                k_fits<S, Shell, M>)
    add<Elementwise<BackwardOf<M>, S>, Shell>(table, file, M::about, "backward");
}

/// The passes of the methods for which they have functions.
template <class S, class Shell, class... Ms>
void add_methods(Table& table, const char* file, gelu::methods::List<Ms...> /*methods*/) {
  (add_forward_pass<S, Shell, Ms>(table, file), ...);
  (add_backward_pass<S, Shell, Ms>(table, file), ...);
}
template <class S, class Shell, class... Ms>
void add_forward(Table& table, const char* file, gelu::methods::List<Ms...> /*methods*/) {
  (add_forward_pass<S, Shell, Ms>(table, file), ...);
}

}  // namespace gelu::cuda
