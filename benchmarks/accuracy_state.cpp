// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "benchmarks/accuracy_search.hpp"

namespace gelu::bench {
namespace {

constexpr const char* k_format = "gelu-accuracy-state";
constexpr int k_version = 1;

/// [first, last) runs of done units.
Json ranges(const std::vector<bool>& done) {
  Json out = Json::array();
  for (std::size_t i = 0; i < done.size();) {
    if (!done[i]) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < done.size() && done[end]) ++end;
    out.push_back({i, end});
    i = end;
  }
  return out;
}

Json distance_json(const Distance& d) {
  Certificate carrier;
  carrier.error = d;
  return state_of(carrier)["error"];
}
Distance distance_from(const Json& j) {
  Json carrier = state_of(Certificate{});
  carrier["error"] = j;
  return certificate_from(carrier).error;
}

Json group_json(const GroupState& s) {
  Json j{{"formula", name(s.group.formula)},
         {"pass", name(s.group.pass)},
         {"dtype", name(s.group.dtype)},
         {"coverage", name(s.coverage)},
         {"quick", s.quick},
         {"seed", s.seed},
         {"units", s.done.size()},
         {"done", ranges(s.done)},
         {"reference", state_of(s.reference)},
         {"model", distance_json(s.model)},
         {"kernels", Json::array()}};
  for (const Entry& e : s.kernels)
    j["kernels"].push_back({{"key", e.key},
                            {"promised_by", e.promised_by},
                            {"broken", {e.broken.n, e.broken.first}},
                            {"certificate", state_of(e.certificate)}});
  return j;
}

template <class E, std::size_t N>
E named(const std::array<std::string_view, N>& names, const Json& j) {
  const auto it = std::find(names.begin(), names.end(), j.get<std::string>());
  if (it == names.end()) throw std::runtime_error("unknown name " + j.dump());
  return static_cast<E>(it - names.begin());
}

GroupState group_from(const Json& j) {
  GroupState s;
  s.group = {named<Formula>(k_formula_names, j.at("formula")),
             named<Pass>(k_pass_names, j.at("pass")), named<Dtype>(k_dtype_names, j.at("dtype"))};
  s.coverage = named<Coverage>(k_coverage_names, j.at("coverage"));
  s.quick = j.at("quick");
  s.seed = j.at("seed");
  const std::size_t units = s.coverage == Coverage::search
                                ? search_plan().size()
                                : block_plan(s.group, s.coverage, s.quick).size();
  if (j.at("units") != units) throw std::runtime_error("made by another version");
  s.done.resize(units);
  for (const Json& range : j.at("done")) {
    const auto first = range.at(0).get<std::size_t>(), last = range.at(1).get<std::size_t>();
    if (first >= last || last > units) throw std::runtime_error("a range of units is wrong");
    std::fill(s.done.begin() + static_cast<std::ptrdiff_t>(first),
              s.done.begin() + static_cast<std::ptrdiff_t>(last), true);
  }
  s.reference = certificate_from(j.at("reference"));
  s.model = distance_from(j.at("model"));
  for (const Json& k : j.at("kernels"))
    s.kernels.push_back({k.at("key"),
                         k.at("promised_by"),
                         {k.at("broken").at(0), k.at("broken").at(1)},
                         certificate_from(k.at("certificate"))});
  return s;
}

}  // namespace

std::string state_text(const std::vector<GroupState>& states) {
  Json j{{"format", k_format}, {"version", k_version}, {"groups", Json::array()}};
  for (const GroupState& s : states) j["groups"].push_back(group_json(s));
  return j.dump() + "\n";
}

std::vector<GroupState> read_state(const std::filesystem::path& path) {
  const auto refuse = [&](const std::string& why) {
    throw std::runtime_error(fmt::format("{}: {}", path.string(), why));
  };
  std::ifstream in(path, std::ios::binary);
  if (!in) refuse("cannot be read");
  std::vector<GroupState> states;
  try {
    const Json j = Json::parse(in);
    if (j.at("format") != k_format || j.at("version") != k_version)
      refuse("not a state of this version");
    for (const Json& group : j.at("groups")) states.push_back(group_from(group));
  } catch (const Json::exception& e) {
    refuse(fmt::format("not a state file ({})", e.what()));
  } catch (const std::runtime_error& e) {
    if (std::string_view(e.what()).starts_with(path.string())) throw;
    refuse(e.what());
  }
  return states;
}

void merge_states(std::vector<GroupState>& all, std::vector<GroupState> more) {
  for (GroupState& s : more) {
    const auto it = std::find_if(all.begin(), all.end(),
                                 [&](const GroupState& a) { return a.group == s.group; });
    if (it == all.end()) {
      all.push_back(std::move(s));
    } else {
      it->merge(s);
    }
  }
}

}  // namespace gelu::bench
