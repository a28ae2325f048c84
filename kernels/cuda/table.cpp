// SPDX-License-Identifier: Apache-2.0
// All kernels of the CUDA part: one add_<file> per row of the table in kernels/cuda/CMakeLists.txt.
#include "kernels/cuda/kernel.hpp"
#include "kernels/cuda/lists.hpp"
#include "kernels/passes.hpp"

#define GELU_CUDA_FILE(name)     \
  namespace gelu::cuda {         \
  void add_##name(Table& table); \
  }
#define GELU_CUDA_MISSING(what, reason)
#include "gelu_cuda_files.inc"
#undef GELU_CUDA_FILE
#undef GELU_CUDA_MISSING

namespace gelu::cuda {
namespace {

Table all() {
  Table table;
#define GELU_CUDA_FILE(name) add_##name(table);
#define GELU_CUDA_MISSING(what, reason)
#include "gelu_cuda_files.inc"
#undef GELU_CUDA_FILE
#undef GELU_CUDA_MISSING
  return table;
}

/// A method that computes whole arrays has no form for one element.
template <class M>
void note_missing(std::vector<Missing>& list) {
  if constexpr (!forward_method<M, V>)
    list.push_back({M::about.name, "computes whole arrays from a table in the host's memory"});
}
template <class... Ms>
void note_missing_methods(std::vector<Missing>& list, List<Ms...> /*methods*/) {
  (note_missing<Ms>(list), ...);
}

std::vector<Missing> all_missing() {
  std::vector<Missing> list;
  note_missing_methods(list, gelu::methods::All{});
  list.push_back({"f64", "the GPU part is of f32 and narrower types"});
  list.push_back({"forward_backward, f32_bf16", "no kernel yet"});
  list.push_back({"erf_cr/backward/f16/cuda-v2", "16 elements need more than 255 registers"});
  list.push_back({"erf_cr/backward/bf16/cuda-v2", "16 elements need more than 255 registers"});
#define GELU_CUDA_FILE(name)
#define GELU_CUDA_MISSING(what, reason) list.push_back({what, reason});
#include "gelu_cuda_files.inc"
#undef GELU_CUDA_FILE
#undef GELU_CUDA_MISSING
  return list;
}

}  // namespace

std::string key(const Kernel& k) {
  const std::string in(name(k.in)), out(name(k.out));
  return std::string(k.method) + "/" + k.pass + "/" + (in == out ? in : in + "_" + out) + "/cuda-" +
         k.shell;
}

std::span<const Kernel> kernels() {
  static const Table table = all();
  return table;
}

std::span<const Missing> missing() {
  static const std::vector<Missing> list = all_missing();
  return list;
}

}  // namespace gelu::cuda
