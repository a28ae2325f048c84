// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace gelu::bench {
namespace {

std::vector<double> times(const std::vector<Sample>& samples) {
  std::vector<double> out;
  out.reserve(samples.size());
  for (const Sample& sample : samples) out.push_back(sample.ns_per_element);
  return out;
}

Json to_json_object(const Quartiles& q) {
  return {{"min", q.min}, {"q1", q.q1}, {"median", q.median}, {"q3", q.q3}, {"max", q.max}};
}

void add_percent(Json& row, const std::vector<Item>& items, const Item& item, double median,
                 const char* method) {
  const std::string field = fmt::format("pct_of_{}", method);
  const Item* roof = roof_of(items, item, method);
  if (roof == nullptr || roof->samples.empty()) {
    row[field] = Json();
    row[field + "_paired"] = Json();
    return;
  }
  row[field] = 100 * quartiles(times(roof->samples)).median / median;
  const std::vector<double> percent = paired_percent(item.samples, roof->samples);
  if (percent.empty()) {
    row[field + "_paired"] = Json();
    return;
  }
  const Quartiles paired = quartiles(percent);
  row[field + "_paired"] = {{"q1", paired.q1}, {"median", paired.median}, {"q3", paired.q3}};
}

/// A number of a row in a column, or a dash.
std::string column(const Json& row, const char* field, const char* format, double factor = 1) {
  const Json value = row.value(field, Json());
  return value.is_number() ? fmt::format(fmt::runtime(format), value.get<double>() * factor) : "-";
}

}  // namespace

Quartiles quartiles(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double part) {
    const double place = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], place - static_cast<double>(below));
  };
  return {values.front(), at(0.25), at(0.5), at(0.75), values.back()};
}

std::vector<double> paired_percent(const std::vector<Sample>& item,
                                   const std::vector<Sample>& roof) {
  std::vector<double> percent;
  std::set<double> met;
  for (const Sample& sample : item) {
    const auto nearest = std::min_element(roof.begin(), roof.end(), [&](auto& a, auto& b) {
      return std::abs(a.at_s - sample.at_s) < std::abs(b.at_s - sample.at_s);
    });
    percent.push_back(100 * nearest->ns_per_element / sample.ns_per_element);
    met.insert(nearest->at_s);
  }
  const bool alone = std::min(item.size(), roof.size()) == 1;
  return alone || met.size() > 1 ? percent : std::vector<double>{};
}

Json throughput_row(const std::vector<Item>& items, const Item& item, const std::string& inputs,
                    bool checked) {
  const Kernel& k = item.cell->kernel;
  const Quartiles ns = quartiles(times(item.samples));
  const double per_second = 1e9 / ns.median;
  const std::size_t moved = bytes_moved(k.dtype, k.pass);
  Json row = row_of(*item.cell);
  row["level"] = item.level;
  row["n"] = item.n;
  row["threads"] = item.threads;
  row["mode"] = name(item.way.mode);
  row["inputs"] = inputs;
  row["checked"] = checked;
  row["iterations"] = item.iterations;
  row["ns_per_element"] = to_json_object(ns);
  if (item.way.mode == Mode::throughput) {
    row["stores"] = name(item.way.stores);
    row["prefetch_bytes"] = item.way.prefetch_bytes;
    row["bytes_per_element"] = moved;
    row["elements_per_s"] = per_second;
    row["bytes_per_s"] = per_second * static_cast<double>(moved);
  }
  add_percent(row, items, item, ns.median, "relu");
  add_percent(row, items, item, ns.median, "copy");
  if (!item.disturbed.empty()) row["disturbed"] = item.disturbed;
  row["samples"] = Json::array();
  row["sample_times_s"] = Json::array();
  for (const Sample& sample : item.samples) {
    row["samples"].push_back(sample.ns_per_element);
    row["sample_times_s"].push_back(std::round(sample.at_s * 1e6) / 1e6);
  }
  return row;
}

std::string throughput_table(const Json& rows) {
  std::size_t width = 3;
  for (const Json& row : rows)
    width = std::max(width, row["key"].get_ref<const std::string&>().size());
  std::string table =
      fmt::format("{:{}} {:>6} {:>9} {:>7} {:>10} {:>6} {:>8} {:>7} {:>7}\n", "key", width, "level",
                  "n", "threads", "ns/element", "iqr %", "GB/s", "% relu", "% copy");
  for (const Json& row : rows) {
    const Json& ns = row["ns_per_element"];
    const double spread =
        (ns["q3"].get<double>() - ns["q1"].get<double>()) / ns["median"].get<double>() * 100;
    table +=
        fmt::format("{:{}} {:>6} {:>9} {:>7} {:>10.4f} {:>6.1f} {:>8} {:>7} {:>7}\n",
                    row["key"].get<std::string>(), width, row["level"].get<std::string>(),
                    row["n"].get<std::size_t>(), row["threads"].get<int>(),
                    ns["median"].get<double>(), spread, column(row, "bytes_per_s", "{:.2f}", 1e-9),
                    column(row, "pct_of_relu", "{:.1f}"), column(row, "pct_of_copy", "{:.1f}"));
  }
  return table;
}

}  // namespace gelu::bench
