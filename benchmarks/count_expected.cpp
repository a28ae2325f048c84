// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/count_expected.hpp"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace gelu::bench {
namespace {

constexpr std::string_view k_header = "key,instructions,hard_pct";

double positive(const std::string& text, const std::string& where) {
  std::istringstream in(text);
  double value = 0;
  if (!(in >> value) || !in.eof() || !std::isfinite(value) || value <= 0)
    throw std::invalid_argument(fmt::format("{}: '{}' is no count", where, text));
  return value;
}

}  // namespace

std::string expected_name(std::string_view compiler) {
  std::string name = "counts_";
  for (const char c : compiler)
    name += c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name + ".csv";
}

Expectations read_expected(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::invalid_argument(fmt::format("{}: cannot be read", path.string()));
  std::string line;
  if (!std::getline(file, line) || line != k_header)
    throw std::invalid_argument(
        fmt::format("{}: the first line is not {}", path.string(), k_header));
  Expectations expected;
  for (int number = 2; std::getline(file, line); ++number) {
    const std::string where = fmt::format("{}: line {}", path.string(), number);
    std::istringstream fields(line);
    std::string key, count, limit, more;
    std::getline(fields, key, ',');
    std::getline(fields, count, ',');
    std::getline(fields, limit, ',');
    if (key.empty() || std::getline(fields, more))
      throw std::invalid_argument(where + ": not key, instructions, hard_pct");
    if (!expected.emplace(key, Expected{positive(count, where), positive(limit, where)}).second)
      throw std::invalid_argument(fmt::format("{}: {} stands twice", where, key));
  }
  if (expected.empty()) throw std::invalid_argument(path.string() + ": no rows");
  return expected;
}

std::string expected_csv(const Expectations& expected) {
  std::string csv = fmt::format("{}\n", k_header);
  for (const auto& [key, row] : expected)
    csv += fmt::format("{},{},{}\n", key, row.instructions, row.hard_pct);
  return csv;
}

std::vector<std::string> gone(const Expectations& expected,
                              const std::set<std::string>& registered) {
  const auto backend = [](const std::string& key) { return key.substr(key.rfind('/') + 1); };
  std::set<std::string> backends;
  for (const std::string& key : registered) backends.insert(backend(key));
  std::vector<std::string> keys;
  for (const auto& [key, row] : expected)
    if (!registered.contains(key) && backends.contains(backend(key))) keys.push_back(key);
  return keys;
}

Judgement judge(const Expectations& expected, const Json& rows,
                const std::set<std::string>& registered) {
  Judgement out;
  for (const Json& row : rows) {
    const std::string key = row["key"];
    const auto it = expected.find(key);
    if (it == expected.end() && row["origin"] != name(Origin::portable)) continue;
    if (it == expected.end()) {
      out.text += fmt::format("new     {}\n", key);
      continue;
    }
    ++out.compared;
    const double now = row["instructions_per_element"], then = it->second.instructions;
    const double pct = 100 * (now / then - 1);
    const bool hard = pct > it->second.hard_pct, soft = pct > k_soft_pct, fewer = pct < -k_soft_pct;
    out.over_hard += hard;
    out.over_soft += soft && !hard;
    out.fewer += fewer;
    if (soft || hard || fewer)
      out.text += fmt::format("{} {}  {:.6g} -> {:.6g} instructions per element, {:+.1f} %{}\n",
                              hard    ? "FAILED "
                              : fewer ? "fewer  "
                                      : "more   ",
                              key, then, now, pct,
                              hard ? fmt::format(" (limit {} %)", it->second.hard_pct) : "");
  }
  for (const std::string& key : gone(expected, registered))
    out.text += fmt::format("gone    {}\n", key);
  return out;
}

}  // namespace gelu::bench
