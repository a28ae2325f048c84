// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_buffers.hpp"

#include <sys/mman.h>

#include <cstring>
#include <new>

#include "benchmarks/inputs.hpp"
#include "benchmarks/int8.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_page = 4096, k_huge_page = std::size_t{2} << 20;
/// Streams start at different offsets within a page: at equal ones, a load near an earlier store
/// looks to many processors as if it depended on it.
constexpr std::size_t k_stagger = 21 * 64;

std::size_t round_up(std::size_t value, std::size_t to) { return (value + to - 1) / to * to; }

}  // namespace

void Buffers::Unmap::operator()(std::byte* p) const { munmap(p, size); }

Buffers::Region Buffers::make(Dtype dtype, Pass pass, std::size_t n, int thread) const {
  const std::size_t stride = round_up(n * bytes(dtype), k_page) + k_stagger;
  const std::size_t size = round_up(4 * stride, k_huge_page) + k_huge_page;
  void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  Region region;
  region.memory = {static_cast<std::byte*>(memory), Unmap{size}};
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  std::byte* base = region.memory.get() + (round_up(address, k_huge_page) - address);
  // Huge pages where the system grants them: otherwise chance places the pages in the L2 sets.
  madvise(base, size - k_huge_page, MADV_HUGEPAGE);
  const std::uint64_t seed = seed_ + static_cast<std::uint64_t>(thread);
  region.slice.x = base;
  fill_inputs(inputs_, seed, dtype, n, region.slice.x);
  region.slice.y = base + stride;
  std::memset(region.slice.y, 0xa5, n * bytes(output(dtype)));
  if (pass != Pass::forward) {
    region.slice.with = base + 2 * stride;
    fill_inputs("normal1", ~seed, dtype, n, region.slice.with);
  }
  if (dtype == Dtype::i8) {
    const auto table = table_of_sixteenths(Formula::erf);
    region.slice.with = base + 2 * stride;
    std::memcpy(region.slice.with, table.data(), table.size());
  }
  if (pass == Pass::forward_backward) {
    region.slice.dx = base + 3 * stride;
    std::memset(region.slice.dx, 0xa5, n * bytes(dtype));
  }
  return region;
}

Slice Buffers::slice(Dtype dtype, Pass pass, std::size_t n, int thread) {
  const auto key = std::tuple(dtype, pass, n, thread);
  {
    const std::lock_guard lock(mutex_);
    if (const auto it = regions_.find(key); it != regions_.end()) return it->second.slice;
  }
  Region made =
      make(dtype, pass, n, thread);  // outside the lock: threads fill their slices together
  const std::lock_guard lock(mutex_);
  return regions_.emplace(key, std::move(made)).first->second.slice;
}

}  // namespace gelu::bench
