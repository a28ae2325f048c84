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

/// What a record says of one kernel over all inputs. A hash only of what stands alone: where
/// another kernel confirmed a certificate, its details are in that one's rows.
struct Judged {
  std::string formula, hash;
  Json rows = Json::array();
};

/// What has one certificate, wherever it was judged: a method has the same bits on each backend
/// with the same fma support, and a hash decides.
std::string same_bits(const Json& kernel) {
  return fmt::format("{}/{}/{}/{}", kernel.at("method").get<std::string>(),
                     kernel.at("pass").get<std::string>(), kernel.at("dtype").get<std::string>(),
                     kernel.at("fma").get<bool>());
}

/// By `same_bits`: those with a hash; of several the first.
std::map<std::string, Judged> judged(const Json& record) {
  const Json& program = record.at("program");
  const Json by{{"commit", program.at("commit")},
                {"dirty", program.at("dirty")},
                {"created", record.at("created")}};
  std::map<std::string, Judged> kernels;
  std::map<std::string, std::string> first;
  for (const Json& row : record.at("accuracy")) {
    if (row.at("exhaustive") != true) continue;
    const auto key = row.at("key").get<std::string>();
    Judged& mine = kernels[key];
    mine.rows.push_back(row);
    if (row.at("reference") != "own" || row.at("region") != "all") continue;
    mine.formula = row.at("formula").get<std::string>();
    if (!row.contains("judged")) mine.rows.back()["judged"] = by;
    if (!row.at("confirmed_by").is_null()) continue;
    mine.hash = row.at("hash").get<std::string>();
    first.emplace(same_bits(row), key);
  }
  std::map<std::string, Judged> found;
  for (const auto& [what, key] : first) found.emplace(what, std::move(kernels.at(key)));
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
  const auto candidate = [&](const Cell* cell) -> const Judged* {
    const auto it = known.find(same_bits(row_of(*cell)));
    if (it == known.end() || it->second.formula != name(cell->kernel.formula)) return nullptr;
    return &it->second;
  };
  double work = 0;
  for (const Cell* cell : cells) work += candidate(cell) != nullptr ? results(*cell) : 0;
  Progress progress(work, quiet);
  const std::size_t selected = cells.size();
  std::erase_if(cells, [&](const Cell* cell) {
    const Judged* mine = candidate(cell);
    if (g_stop || mine == nullptr) return false;
    const std::uint64_t hash = hash_of_results(*cell, threads);
    progress.add(results(*cell));
    if (g_stop || fmt::format("0x{:016x}", hash) != mine->hash) return false;
    for (Json row : mine->rows) {
      row.update(row_of(*cell));
      record["accuracy"].push_back(std::move(row));
    }
    append_special_values(record["special_values"], *cell, nullptr);
    return true;
  });
  fmt::print("{} of {} kernels have the results that were judged before: {}\n",
             selected - cells.size(), selected, from.string());
}

}  // namespace gelu::bench
