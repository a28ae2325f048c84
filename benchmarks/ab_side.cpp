// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/ab_side.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace gelu::bench {
namespace {

std::runtime_error fault(const std::string& path, const char* what) {
  return std::runtime_error(fmt::format("{}: {}", path, what));
}

/// The file's content in memory of its own; returns a path that can be loaded.
std::string copy_of(const std::string& path) {
  const int from = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (from < 0) throw fault(path, std::strerror(errno));
  const int to = memfd_create("gelu-ab", MFD_CLOEXEC);
  if (to < 0) throw fault(path, std::strerror(errno));
  std::array<char, 1 << 16> block;
  for (;;) {
    const ssize_t got = read(from, block.data(), block.size());
    if (got == 0) break;
    if (got < 0 || write(to, block.data(), static_cast<std::size_t>(got)) != got)
      throw fault(path, std::strerror(errno));
  }
  close(from);
  return fmt::format("/proc/self/fd/{}", to);  // stays open, as the library does
}

void* load(const std::string& path) {
  void* library = dlopen(copy_of(path).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* text = dlerror();
    const std::string_view all = text != nullptr ? text : "cannot be loaded";
    const std::size_t colon = all.find(": ");  // the copy's name says nothing
    throw fault(path, std::string(all.substr(colon + 2)).c_str());
  }
  return library;
}

/// The library's function of that name; null when it has none and may lack it.
template <class F>
void look_up(void* library, const std::string& path, const char* name, F& function, bool needed) {
  function = reinterpret_cast<F>(dlsym(library, name));
  if (function == nullptr && needed)
    throw fault(path, fmt::format("no function {}: not a library of GELU kernels", name).c_str());
}

}  // namespace

Side::Side(const std::string& name_and_path) {
  const std::size_t equals = name_and_path.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == name_and_path.size())
    throw std::runtime_error(fmt::format("--side {}: not NAME=LIBRARY.so", name_and_path));
  name_ = name_and_path.substr(0, equals);
  const std::string path = name_and_path.substr(equals + 1);
  void* library = load(path);
  look_up(library, path, "gelu_find", find_, true);
  look_up(library, path, "gelu_dtype", dtype_, true);
  look_up(library, path, "gelu_pass", pass_, true);
  look_up(library, path, "gelu_forward", forward_, true);
  look_up(library, path, "gelu_backward", backward_, true);
  // Older revisions have no such passes.
  look_up(library, path, "gelu_forward_backward", forward_backward_, false);
  look_up(library, path, "gelu_bias", bias_, false);
  look_up(library, path, "gelu_gated", gated_, false);
  decltype(&gelu_kernel_count) count = nullptr;
  look_up(library, path, "gelu_kernel_count", count, true);
  read_kernels(library);
}

void Side::read_kernels(void* library) {
  const auto get = [&](const char* name) {
    return reinterpret_cast<decltype(&gelu_key)>(dlsym(library, name));
  };
  const auto count =
      reinterpret_cast<decltype(&gelu_kernel_count)>(dlsym(library, "gelu_kernel_count"));
  const auto at = reinterpret_cast<decltype(&gelu_kernel_at)>(dlsym(library, "gelu_kernel_at"));
  const auto key = get("gelu_key"), method = get("gelu_method"), backend = get("gelu_backend"),
             isa = get("gelu_isa");
  if (!at || !key || !method || !backend || !isa)
    throw std::runtime_error(fmt::format("{}: lacks functions of gelu.h", name_));
  for (std::size_t i = 0; i < count(); ++i) {
    const gelu_kernel* k = at(i);
    SideKernel entry{key(k), method(k), pass_(k), dtype_(k), backend(k), isa(k)};
    const bool known = entry.pass == "forward" || entry.pass == "backward" ||
                       (entry.pass == "forward_backward" && forward_backward_) ||
                       (entry.pass == "bias" && bias_) || (entry.pass == "gated" && gated_);
    if (known) kernels_.push_back(std::move(entry));
  }
}

void Side::run(const gelu_kernel* kernel, const Buffers4& b, std::size_t n) const {
  switch (const std::string_view pass = pass_(kernel); pass[0]) {
    case 'g':
      gated_(kernel, b.x, b.with, b.y, n);
      break;
    case 'b':
      pass == "bias" ? bias_(kernel, b.x, b.with, b.y, 1, n)
                     : backward_(kernel, b.x, b.with, b.y, n);
      break;
    default:
      pass == "forward" ? forward_(kernel, b.x, b.y, n)
                        : forward_backward_(kernel, b.x, b.with, b.y, b.dx, n);
  }
}

}  // namespace gelu::bench
