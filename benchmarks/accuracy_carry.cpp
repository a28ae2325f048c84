// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_carry.hpp"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "benchmarks/accuracy_sweep.hpp"
#include "benchmarks/certificate_hash.hpp"
#include "benchmarks/certificate_rows.hpp"

namespace gelu::bench {
namespace {

/// What a record says of one kernel over all inputs. No hash: nothing that stands alone, since the
/// details of a certificate that another kernel confirmed are in that one's rows.
struct Judged {
  std::string formula, hash;
  Json rows = Json::array();
};

std::map<std::string, Judged> judged(const Json& record) {
  const Json& program = record.at("program");
  const Json by{{"commit", program.at("commit")},
                {"dirty", program.at("dirty")},
                {"created", record.at("created")}};
  std::map<std::string, Judged> found;
  for (const Json& row : record.at("accuracy")) {
    if (row.at("exhaustive") != true) continue;
    Judged& mine = found[row.at("key").get<std::string>()];
    mine.rows.push_back(row);
    if (row.at("reference") != "own" || row.at("region") != "all") continue;
    mine.formula = row.at("formula").get<std::string>();
    if (row.at("confirmed_by").is_null()) mine.hash = row.at("hash").get<std::string>();
    if (!row.contains("judged")) mine.rows.back()["judged"] = by;
  }
  return found;
}

std::map<std::string, Judged> read_judged(const std::filesystem::path& from) {
  std::ifstream file(from);
  if (!file) throw std::runtime_error(from.string() + ": cannot be read");
  const Json record = Json::parse(file, nullptr, false);
  try {
    if (record.is_object() && record.at("schema_version") == k_schema_version)
      return judged(record);
  } catch (const Json::exception& error) {
    throw std::runtime_error(fmt::format("{}: {}", from.string(), error.what()));
  }
  throw std::runtime_error(fmt::format("{}: no record of schema version {} (gzip -d unpacks one)",
                                       from.string(), k_schema_version));
}

double results(const Cell& cell) {
  return std::ldexp(1, static_cast<int>(8 * bytes(input(cell.kernel.dtype))));
}

}  // namespace

void carry(Json& record, const std::filesystem::path& from, std::vector<const Cell*>& cells,
           unsigned threads, bool quiet) {
  const std::map<std::string, Judged> known = read_judged(from);
  const auto candidate = [&](const Cell* cell) {
    const auto it = known.find(cell->key);
    return it != known.end() && !it->second.hash.empty() &&
           it->second.formula == name(cell->kernel.formula);
  };
  double work = 0;
  for (const Cell* cell : cells) work += candidate(cell) ? results(*cell) : 0;
  Progress progress(work, quiet);
  const std::size_t selected = cells.size();
  std::erase_if(cells, [&](const Cell* cell) {
    if (g_stop || !candidate(cell)) return false;
    const std::uint64_t hash = hash_of_results(*cell, threads);
    progress.add(results(*cell));
    const Judged& mine = known.at(cell->key);
    if (g_stop || fmt::format("0x{:016x}", hash) != mine.hash) return false;
    for (const Json& row : mine.rows) record["accuracy"].push_back(row);
    append_special_values(record["special_values"], *cell, nullptr);
    return true;
  });
  fmt::print("{} of {} kernels have the results that were judged before: {}\n",
             selected - cells.size(), selected, from.string());
}

}  // namespace gelu::bench
