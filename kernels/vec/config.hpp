// SPDX-License-Identifier: Apache-2.0
// GELU_FN marks every function that a kernel is made of: always inlined, so that no shared symbol
// can carry one backend's instructions into another, and callable on a GPU when nvcc compiles it.
#pragma once

#if defined(__CUDACC__)
#define GELU_FN __host__ __device__ __forceinline__
#else
#define GELU_FN [[gnu::always_inline]] inline
#endif
