// SPDX-License-Identifier: Apache-2.0
// A plain loop, compiled for several vector widths, chosen at run time. Nothing is contracted (the
// whole project is built so), hence every width computes the same bits. Own dispatch rather than
// target_clones: resolvers of ifuncs run before sanitizers are ready, and other compilers lack it.
#pragma once

/// Behind a lambda's parameter list: its body is compiled anew inside each caller.
#define GELU_INLINE __attribute__((always_inline))

namespace gelu::ref {

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)

template <class Body>
__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,prefer-vector-width=512"), noinline)) void
with_avx512(const Body& body) {
  body();
}
template <class Body>
__attribute__((target("avx2"), noinline)) void with_avx2(const Body& body) {
  body();
}

/// Runs body(), a lambda marked GELU_INLINE, compiled for the widest vectors of this machine.
template <class Body>
void vectorised(const Body& body) {
  static const bool avx512 =
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  static const bool avx2 = __builtin_cpu_supports("avx2");
  if (avx512) return with_avx512(body);
  if (avx2) return with_avx2(body);
  body();
}

#else

template <class Body>
void vectorised(const Body& body) {
  body();
}

#endif

}  // namespace gelu::ref
