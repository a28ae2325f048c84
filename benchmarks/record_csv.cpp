// SPDX-License-Identifier: Apache-2.0
// The record as tidy CSV. Works from the rows' own fields, so that a new column needs no change
// here.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "benchmarks/record.hpp"

namespace gelu::bench {
namespace {

/// Fields that say which measurement a row is, in the order of the columns. Other fields are
/// metrics.
constexpr std::array k_row_columns{"key",     "method",    "formula", "pass",   "dtype",
                                   "backend", "isa",       "fma",     "origin", "level",
                                   "n",       "threads",   "mode",    "stores", "prefetch_bytes",
                                   "inputs",  "reference", "region",  "input",  "input_bits"};
constexpr std::array k_sections{"throughput", "accuracy", "special_values", "counts", "operations"};

std::string escape(const std::string& field) {
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string text(const Json& value) {
  if (value.is_null() || (value.is_number_float() && !std::isfinite(value.get<double>())))
    return {};
  if (value.is_string()) return escape(value.get<std::string>());
  return value.dump();
}

/// Whether a field says which measurement it is. `inputs` does when it names them; a number of
/// inputs is a metric.
bool is_identity(const std::string& field, const Json& value) {
  if (value.is_structured() || (field == "inputs" && value.is_number())) return false;
  return std::any_of(k_row_columns.begin(), k_row_columns.end(),
                     [&](const char* column) { return field == column; });
}

/// Appends "who,metric,index,value" for a value; objects become dotted metrics, lists get an index.
/// Lists of lists (the curve over binades) stay in the JSON: they would be most of the file. So do
/// the empty bins of a histogram.
void append(std::string& csv, const std::string& who, const std::string& metric,
            const std::string& index, const Json& value) {
  if (value.is_object()) {
    for (const auto& [field, inner] : value.items())
      append(csv, who, fmt::format("{}.{}", metric, field), index, inner);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      if (!value[i].is_array() && !(metric == "ulp_histogram" && value[i] == 0))
        append(csv, who, metric,
               index.empty() ? fmt::format("{}", i) : fmt::format("{}.{}", index, i), value[i]);
  } else {
    csv += fmt::format("{},{},{},{}\n", who, escape(metric), index, text(value));
  }
}

std::string field_or_empty(const Json& row, const char* field) {
  const auto it = row.find(field);
  return it != row.end() && is_identity(field, *it) ? text(*it) : std::string();
}

}  // namespace

std::string to_csv(const Json& record) {
  std::string csv = "created,machine,program,version,commit,dirty,section";
  for (const char* column : k_row_columns) csv += fmt::format(",{}", column);
  csv += ",metric,index,value\n";
  const Json& program = record.at("program");
  const std::string run = fmt::format("{},{},{},{},{},{}", text(record.at("created")),
                                      text(record.at("machine").at("name")),
                                      text(program.at("name")), text(program.at("version")),
                                      text(program.at("commit")), text(program.at("dirty")));
  for (const char* section : k_sections) {
    if (!record.contains(section)) continue;
    for (const Json& row : record.at(section)) {
      std::string who = fmt::format("{},{}", run, section);
      for (const char* column : k_row_columns)
        who += fmt::format(",{}", field_or_empty(row, column));
      for (const auto& [field, value] : row.items())
        if (!is_identity(field, value)) append(csv, who, field, {}, value);
    }
  }
  return csv;
}

}  // namespace gelu::bench
