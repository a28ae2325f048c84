// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/selection.hpp"

#include <fnmatch.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <stdexcept>

namespace gelu::bench {
namespace {

bool glob_matches(const std::string& glob, std::string_view text) {
  return fnmatch(glob.c_str(), std::string(text).c_str(), 0) == 0;
}

/// The texts of a cell that one filter looks at.
using Fields = std::vector<std::string> (*)(const Cell&);

struct Filter {
  const char* flag;
  const std::string Selection::*list;
  Fields fields;
};

const Filter k_filters[] = {
    {"--methods", &Selection::methods,
     [](const Cell& c) { return std::vector<std::string>{c.kernel.method}; }},
    {"--dtypes", &Selection::dtypes,
     [](const Cell& c) { return std::vector<std::string>{std::string(name(c.kernel.dtype))}; }},
    {"--backends", &Selection::backends,
     [](const Cell& c) {
       return std::vector<std::string>{c.backend, c.backend + "-" + c.isa};
     }},
    {"--passes", &Selection::passes,
     [](const Cell& c) { return std::vector<std::string>{std::string(name(c.kernel.pass))}; }},
};

Globs parse(const Filter& filter, const Selection& selection) {
  try {
    return Globs(selection.*filter.list);
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(std::string(filter.flag) + ": " + error.what());
  }
}

/// A cell has up to two spellings of a field: wanted when one of them is, unwanted when one of them
/// is.
bool passes(const Globs& globs, const std::vector<std::string>& fields) {
  const bool wanted = std::any_of(fields.begin(), fields.end(),
                                  [&](const std::string& f) { return globs.wants(f); });
  const bool refused = std::any_of(fields.begin(), fields.end(),
                                   [&](const std::string& f) { return globs.refuses(f); });
  return wanted && !refused;
}

}  // namespace

Globs::Globs(std::string_view list) {
  if (list.empty()) throw std::invalid_argument("an empty list");
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find(',', start), list.size());
    std::string item(list.substr(start, end - start));
    const bool negated = item.starts_with('!');
    if (negated) item.erase(0, 1);
    if (item.empty()) throw std::invalid_argument("an empty item in '" + std::string(list) + "'");
    (negated ? unwanted_ : wanted_).push_back(std::move(item));
    start = end + 1;
  }
  if (wanted_.empty()) wanted_.emplace_back("*");
}

bool Globs::wants(std::string_view text) const {
  return std::any_of(wanted_.begin(), wanted_.end(),
                     [&](const std::string& glob) { return glob_matches(glob, text); });
}

bool Globs::refuses(std::string_view text) const {
  return std::any_of(unwanted_.begin(), unwanted_.end(),
                     [&](const std::string& glob) { return glob_matches(glob, text); });
}

void add_selection_options(CLI::App& app, Selection& selection) {
  const char* group = "Which cells (comma lists of globs; !glob takes away)";
  app.add_option("--methods", selection.methods, "such as 'erf_*,relu'")->group(group);
  app.add_option("--dtypes", selection.dtypes, "f64, f32, f16, bf16, f32_bf16, i8")->group(group);
  app.add_option("--backends", selection.backends, "'stdx' or 'stdx-avx512'")->group(group);
  app.add_option("--passes", selection.passes, "forward, backward, forward_backward, bias, gated")
      ->group(group);
}

std::vector<const Cell*> select(std::span<const Cell> cells, const Selection& selection) {
  std::vector<Globs> globs;
  for (const Filter& filter : k_filters) globs.push_back(parse(filter, selection));
  std::vector<const Cell*> chosen;
  for (const Cell& cell : cells) {
    bool all = true;
    for (std::size_t i = 0; i < globs.size(); ++i)
      all = all && passes(globs[i], k_filters[i].fields(cell));
    if (all) chosen.push_back(&cell);
  }
  return chosen;
}

std::vector<std::string> without_match(std::span<const Cell> cells, const Selection& selection) {
  std::vector<std::string> lonely;
  for (const Filter& filter : k_filters) {
    const Globs globs = parse(filter, selection);
    for (const std::string& glob : globs.wanted()) {
      const bool used = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
        const auto fields = filter.fields(cell);
        return std::any_of(fields.begin(), fields.end(),
                           [&](const std::string& f) { return glob_matches(glob, f); });
      });
      if (!used) lonely.push_back(std::string(filter.flag) + " " + glob);
    }
  }
  return lonely;
}

}  // namespace gelu::bench
