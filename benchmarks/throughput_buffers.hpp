// SPDX-License-Identifier: Apache-2.0
// Memory for the measured kernels. Cells of the same dtype, pass and size share their buffers, so
// that pages and inputs are no difference between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>

#include "kernels/types.hpp"

namespace gelu::bench {

/// One thread's slice: inputs filled, output poisoned.
struct Slice {
  std::byte *x = nullptr, *with = nullptr, *y = nullptr, *dx = nullptr;  ///< see gelu::Arrays
};

class Buffers {
 public:
  Buffers(std::string inputs, std::uint64_t seed) : inputs_(std::move(inputs)), seed_(seed) {}
  /// Made at the first call, which the thread that will use it should make: it touches the pages
  /// first.
  Slice slice(Dtype dtype, Pass pass, std::size_t n, int thread);

 private:
  struct Unmap {
    std::size_t size;
    void operator()(std::byte* p) const;
  };
  struct Region {
    std::unique_ptr<std::byte, Unmap> memory{nullptr, Unmap{0}};
    Slice slice;
  };
  Region make(Dtype dtype, Pass pass, std::size_t n, int thread) const;

  std::string inputs_;
  std::uint64_t seed_;
  std::mutex mutex_;
  std::map<std::tuple<Dtype, Pass, std::size_t, int>, Region> regions_;
};

}  // namespace gelu::bench
