// SPDX-License-Identifier: Apache-2.0
// The launch shim: the shells and operations of kernels/cuda run on the host, thread by thread.
#pragma once

#include "kernels/cuda/shell.hpp"

namespace gelu::test {

/// As many blocks as a small device would hold at once.
inline constexpr std::uint64_t k_resident = 3;

template <class Op, class Shell>
void launch_on_host(cuda::Args args) {
  if (args.n == 0) return;
  cuda::align<Op>(args);
  std::uint64_t blocks = Shell::template blocks<Op>(args);
  if (Shell::persistent && blocks > k_resident) blocks = k_resident;
  for (std::uint32_t block = 0; block < blocks; ++block)
    for (std::uint32_t thread = 0; thread < cuda::k_threads; ++thread)
      Shell::template run<Op>({block, static_cast<std::uint32_t>(blocks), thread}, args);
}

}  // namespace gelu::test
