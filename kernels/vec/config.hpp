// SPDX-License-Identifier: Apache-2.0
// GELU_FN marks every function that a kernel is made of: always inlined, so that no shared symbol
// can carry one backend's instructions into another, and callable on a GPU when nvcc compiles it.
#pragma once

#if defined(__CUDACC__)
#define GELU_FN __host__ __device__ __forceinline__
#else
#define GELU_FN [[gnu::always_inline]] inline
#endif

/// GELU_TABLE declares a constant that lanes index at run time. A plain `constexpr` local is built
/// on the stack for that, again and again; a static one stays in read-only memory, on a GPU in
/// global memory behind the first cache.
#define GELU_TABLE static constexpr
