// SPDX-License-Identifier: Apache-2.0
// What the build knows about itself. Values come from headers that CMake writes into the build
// folder.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gelu::bench {

struct BuildFacts {
  std::string version, commit;
  std::optional<bool> dirty;  ///< empty when it was not built from a git checkout
  std::string compiler, type, flags;
  std::vector<std::pair<std::string, std::string>> backend_flags;
};
BuildFacts build_facts();

}  // namespace gelu::bench
