// SPDX-License-Identifier: Apache-2.0
// Which cells of the matrix a run is about: comma lists of globs over the fields of a key.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernels/registry.hpp"

namespace CLI {
class App;
}

namespace gelu::bench {

/// A comma list of globs (`*`, `?`, `[..]`), such as "erf_*,tanh_exp,!erf_libm*". A text matches
/// when a glob matches and no glob behind `!` does; a list of only `!` globs starts from
/// everything.
class Globs {
 public:
  /// Throws std::invalid_argument when the list or one of its items is empty.
  explicit Globs(std::string_view list = "*");
  bool matches(std::string_view text) const { return wants(text) && !refuses(text); }
  bool wants(std::string_view text) const;
  bool refuses(std::string_view text) const;
  const std::vector<std::string>& wanted() const { return wanted_; }

 private:
  std::vector<std::string> wanted_, unwanted_;
};

/// The four filters. `backends` matches "stdx" (every isa) as well as "stdx-avx512".
struct Selection {
  std::string methods = "*", dtypes = "*", backends = "*", passes = "*";
};

/// Adds --methods, --dtypes, --backends and --passes.
void add_selection_options(CLI::App& app, Selection& selection);

/// The cells that pass all four filters, in the registry's order. Throws std::invalid_argument for
/// a malformed list. An empty result is the caller's exit code 3.
std::vector<const Cell*> select(std::span<const Cell> cells, const Selection& selection);

/// Items of the filters that match no cell of `cells`, such as "--methods erf_mils": for a warning.
std::vector<std::string> without_match(std::span<const Cell> cells, const Selection& selection);

}  // namespace gelu::bench
