// SPDX-License-Identifier: Apache-2.0
// Kept apart from record.cpp: this small file is all that a new commit compiles again.
#include "benchmarks/record_build.hpp"

#include <string_view>

#include "gelubench_build.hpp"
#include "gelubench_revision.hpp"

namespace gelu::bench {
namespace {

/// Backend flags travel as lines "backend-isa=flags".
std::vector<std::pair<std::string, std::string>> split(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    const std::size_t equals = line.find('=');
    if (equals != std::string_view::npos)
      out.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  }
  return out;
}

std::optional<bool> dirty(std::string_view word) {
  if (word == "unknown") return std::nullopt;
  return word == "true";
}

}  // namespace

BuildFacts build_facts() {
  return {build::k_version, build::k_commit, dirty(build::k_dirty),        build::k_compiler,
          build::k_type,    build::k_flags,  split(build::k_backend_flags)};
}

}  // namespace gelu::bench
