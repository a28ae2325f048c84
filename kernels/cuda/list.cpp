// SPDX-License-Identifier: Apache-2.0
// Writes the table of kernels as tab-separated text: what each entry of the PTX and cubin files is.
#include <dlfcn.h>

#include <cstdio>

#include "kernels/cuda/kernel.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: cuda_list FILE\n");
    return 2;
  }
  std::FILE* out = std::fopen(argv[1], "w");
  if (out == nullptr) {
    std::fprintf(stderr, "cuda_list: cannot write %s\n", argv[1]);
    return 2;
  }
  std::fprintf(out, "key\tfile\tentry\tin\tout\tinputs\toutputs\tvector\tin_flight\torigin\n");
  bool complete = true;
  for (const gelu::cuda::Kernel& k : gelu::cuda::kernels()) {
    Dl_info info{};
    const bool found = dladdr(k.entry, &info) != 0 && info.dli_saddr == k.entry;
    complete = complete && found;
    std::fprintf(out, "%s\t%s\t%s\t%s\t%s\t%d\t%d\t%d\t%d\t%s\n", key(k).c_str(), k.file,
                 found ? info.dli_sname : "?", gelu::name(k.in).data(), gelu::name(k.out).data(),
                 k.inputs, k.outputs, k.vector, k.in_flight, gelu::name(k.origin).data());
  }
  const bool written = std::fclose(out) == 0;
  if (!complete) std::fprintf(stderr, "cuda_list: a kernel's entry has no name\n");
  return complete && written ? 0 : 1;
}
