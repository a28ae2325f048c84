// SPDX-License-Identifier: Apache-2.0
// Google Benchmark's command line. Version 1.7.1 ends with exit code 0 on some wrong values and
// when a filter matches nothing; here that is found before it gets the chance.
#include <benchmark/benchmark.h>
#include <regex.h>

#include <algorithm>
#include <stdexcept>

#include "benchmarks/throughput_run.hpp"

namespace gelu::bench {
namespace {

/// The value of the last "--<name>=value" among the flags, or null.
const std::string* last_value(const std::vector<std::string>& flags, const std::string& name,
                              std::string& value) {
  for (auto it = flags.rbegin(); it != flags.rend(); ++it) {
    if (it->starts_with("--" + name + "=")) {
      value = it->substr(name.size() + 3);
      return &value;
    }
  }
  return nullptr;
}

/// A POSIX extended regular expression. (std::regex does not compile under -Werror and UBSan.)
class Pattern {
 public:
  explicit Pattern(const std::string& text) {
    if (regcomp(&compiled_, text.c_str(), REG_EXTENDED | REG_NOSUB) != 0)
      throw std::invalid_argument("--benchmark_filter: not a regular expression: " + text);
  }
  ~Pattern() { regfree(&compiled_); }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  bool found_in(const std::string& text) const {
    return regexec(&compiled_, text.c_str(), 0, nullptr, 0) == 0;
  }

 private:
  regex_t compiled_{};
};

void check_format(const std::vector<std::string>& flags, const std::string& name) {
  std::string value;
  if (last_value(flags, name, value) && value != "console" && value != "json" && value != "csv")
    throw std::invalid_argument("--" + name + ": '" + value + "' is none of console, json, csv");
}

}  // namespace

BenchmarkFlags read_benchmark_flags(Settings& settings) {
  const std::vector<std::string>& flags = settings.benchmark_flags;
  check_format(flags, "benchmark_format");
  check_format(flags, "benchmark_out_format");
  std::string value;
  if (last_value(flags, "benchmark_color", value) && value.empty())
    throw std::invalid_argument("--benchmark_color: no value");
  initialize_benchmark(flags);
  BenchmarkFlags read;
  read.filter = benchmark::GetBenchmarkFilter();
  last_value(flags, "benchmark_format", read.format);
  last_value(flags, "benchmark_out", read.out);
  read.list = std::any_of(flags.begin(), flags.end(), [](const std::string& flag) {
    return flag == "--benchmark_list_tests" || flag == "--benchmark_list_tests=true" ||
           flag == "--benchmark_list_tests=1";
  });
  if (last_value(flags, "benchmark_repetitions", value)) settings.repetitions = std::stoi(value);
  if (last_value(flags, "benchmark_min_time", value)) settings.min_time_s = std::stod(value);
  if (last_value(flags, "benchmark_enable_random_interleaving", value))
    settings.random_order = value != "false" && value != "0" && value != "no" && value != "off";
  if (settings.repetitions < 1) throw std::invalid_argument("repetitions: at least 1");
  if (!(settings.min_time_s >= 0)) throw std::invalid_argument("min time: a negative number");
  return read;
}

void initialize_benchmark(const std::vector<std::string>& flags) {
  static char program[] = "gelu-throughput";  // Google Benchmark keeps a pointer to it
  std::vector<std::string> words = flags;
  std::vector<char*> argv{program};
  for (std::string& word : words) argv.push_back(word.data());
  int argc = static_cast<int>(argv.size());
  argv.push_back(nullptr);
  benchmark::Initialize(&argc, argv.data());
  if (argc > 1) throw std::invalid_argument(std::string("unknown or malformed flag ") + argv[1]);
}

void apply_filter(std::vector<Item>& items, const std::string& filter) {
  if (filter.empty() || filter == "all") return;
  const bool negative = filter.front() == '-';
  const Pattern pattern(filter.substr(negative ? 1 : 0));
  std::erase_if(items,
                [&](const Item& item) { return pattern.found_in(item.full_name()) == negative; });
}

}  // namespace gelu::bench
