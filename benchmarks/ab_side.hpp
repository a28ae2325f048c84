// SPDX-License-Identifier: Apache-2.0
// A library with the interface of <gelu/gelu.h>, loaded beside others with the same names.
#pragma once

#include <gelu/gelu.h>

#include <cstddef>
#include <string>
#include <vector>

namespace gelu::bench {

struct SideKernel {
  std::string key, method, pass, dtype, backend, isa;
};
/// What the passes read and write; see gelu.h.
struct Buffers4 {
  const void *x, *with;
  void *y, *dx;
};

class Side {
 public:
  Side() = default;
  /// "NAME=LIBRARY.so". Loads a private copy, so that one file can take several sides, each in
  /// pages of its own. It stays loaded. Throws std::runtime_error with one line.
  explicit Side(const std::string& name_and_path);

  const std::string& name() const { return name_; }
  /// Kernels whose pass the library can call.
  const std::vector<SideKernel>& kernels() const { return kernels_; }
  const gelu_kernel* find(const std::string& key) const { return find_(key.c_str()); }
  std::string dtype(const gelu_kernel* kernel) const { return dtype_(kernel); }
  /// One call; the arrays do not overlap, so there is no error to return.
  void run(const gelu_kernel* kernel, const Buffers4& b, std::size_t n) const;

 private:
  void read_kernels(void* library);

  std::string name_;
  std::vector<SideKernel> kernels_;
  decltype(&gelu_find) find_ = nullptr;
  decltype(&gelu_dtype) dtype_ = nullptr;
  decltype(&gelu_pass) pass_ = nullptr;
  decltype(&gelu_forward) forward_ = nullptr;
  decltype(&gelu_backward) backward_ = nullptr;
  decltype(&gelu_forward_backward) forward_backward_ = nullptr;
  decltype(&gelu_bias) bias_ = nullptr;
  decltype(&gelu_gated) gated_ = nullptr;
};

}  // namespace gelu::bench
