// SPDX-License-Identifier: Apache-2.0
// Records: strict JSON, tidy CSV, files that are whole or absent; facts about the machine.
#include "benchmarks/record.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

#include "benchmarks/machine.hpp"
#include "benchmarks/record_build.hpp"

namespace gelu::bench {
namespace {

constexpr double k_inf = std::numeric_limits<double>::infinity();
constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();

Json example() { return new_record({"gelu-throughput", {"gelu-throughput", "--quick"}, 7, "m1"}); }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of its own for each test, removed afterwards.
class RecordFiles : public testing::Test {
 protected:
  RecordFiles() {
    std::string name = (std::filesystem::temp_directory_path() / "gelu-record.XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~RecordFiles() override { std::filesystem::remove_all(folder_); }
  std::size_t entries() const {
    using Walk = std::filesystem::recursive_directory_iterator;
    return static_cast<std::size_t>(std::distance(Walk(folder_), Walk()));
  }
  std::filesystem::path folder_;
};

TEST(Record, CarriesTheWholeProvenance) {
  const Json record = example();
  for (const char* field :
       {"schema_version", "program", "created", "argv", "seed", "build", "machine", "environment",
        "absent", "throughput", "accuracy", "special_values"})
    EXPECT_TRUE(record.contains(field)) << field;
  EXPECT_EQ(record["schema_version"], 1);
  EXPECT_EQ(record["seed"], 7);
  EXPECT_EQ(record["argv"], (Json{"gelu-throughput", "--quick"}));
  EXPECT_EQ(record["machine"]["name"], "m1");
  EXPECT_FALSE(record["build"]["backends"].empty());
  const std::string commit = record["program"]["commit"];
  EXPECT_TRUE(commit == "unknown" || commit.size() == 40) << commit;
}

TEST(Record, FinishAddsWallTime) {
  Json record = example();
  EXPECT_TRUE(record["finished"].is_null());
  finish_record(record);
  EXPECT_TRUE(record["finished"].is_string());
  EXPECT_GE(record["environment"]["wall_s"].get<double>(), 0);
}

TEST(Record, NumbersThatJsonLacksBecomeText) {
  EXPECT_EQ(number(1.5), 1.5);
  EXPECT_EQ(number(k_inf), "inf");
  EXPECT_EQ(number(-k_inf), "-inf");
  EXPECT_EQ(number(k_nan), "nan");
}

TEST(Record, HexHasTheWidthOfTheType) {
  EXPECT_EQ(hex(0x1, Dtype::f64), "0x0000000000000001");
  EXPECT_EQ(hex(0xc2f00000, Dtype::f32), "0xc2f00000");
  EXPECT_EQ(hex(0x7e, Dtype::bf16), "0x007e");
}

TEST(Record, JsonIsStrictWhateverIsInIt) {
  Json record = example();
  record["throughput"].push_back({{"key", "bad \xff\xfe \"text\"\n"}, {"a", k_nan}, {"b", -k_inf}});
  const std::string text = to_json(record);
  EXPECT_EQ(text.back(), '\n');
  const Json again = Json::parse(text);  // throws on NaN, Infinity and bytes that are not UTF-8
  EXPECT_TRUE(again["throughput"][0]["a"].is_null());
  EXPECT_TRUE(again["throughput"][0]["b"].is_null());
}

TEST(Record, JsonKeepsDoublesToTheLastBit) {
  Json record = example();
  const double values[] = {0.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789.123456789};
  record["throughput"].push_back({{"samples", values}});
  const Json again = Json::parse(to_json(record));
  for (std::size_t i = 0; i < std::size(values); ++i)
    EXPECT_EQ(again["throughput"][0]["samples"][i].get<double>(), values[i]);
}

/// Splits CSV by RFC 4180.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> lines(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      lines.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      lines.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      lines.push_back({""});
    } else {
      lines.back().back() += c;
    }
  }
  lines.pop_back();
  return lines;
}

TEST(Csv, OneMeasurementPerLine) {
  Json record = example();
  record["throughput"].push_back({{"key", "relu/forward/f32/scalar-sse2"},
                                  {"level", "l1"},
                                  {"n", 64},
                                  {"ns_per_element", {{"median", 0.5}, {"max", 2}}},
                                  {"samples", {0.5, 0.25}},
                                  {"pct_of_copy", nullptr}});
  const auto lines = parse_csv(to_csv(record));
  ASSERT_EQ(lines.size(), 6U);  // header; median, max, two samples, one unknown
  for (const auto& line : lines) EXPECT_EQ(line.size(), lines[0].size());
  const auto column = [&](const char* name) {
    return static_cast<std::size_t>(std::find(lines[0].begin(), lines[0].end(), name) -
                                    lines[0].begin());
  };
  EXPECT_EQ(lines[1][column("metric")], "ns_per_element.median");
  EXPECT_EQ(lines[1][column("value")], "0.5");
  EXPECT_EQ(lines[1][column("level")], "l1");
  EXPECT_EQ(lines[1][column("machine")], "m1");
  EXPECT_EQ(lines[4][column("metric")], "samples");
  EXPECT_EQ(lines[4][column("index")], "1");
  EXPECT_EQ(lines[4][column("value")], "0.25");
  EXPECT_EQ(lines[5][column("value")], "");
}

TEST(Csv, ANumberOfInputsIsAMetricTheirNameIsNot) {
  Json record = example();
  record["throughput"].push_back({{"key", "a"}, {"inputs", "normal2"}, {"n", 1}, {"x", 1}});
  record["accuracy"].push_back({{"key", "a"}, {"inputs", 65536}});
  const auto lines = parse_csv(to_csv(record));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_NE(std::find(lines[1].begin(), lines[1].end(), "normal2"), lines[1].end());
  EXPECT_EQ(lines[2][lines[2].size() - 3], "inputs");
  EXPECT_EQ(lines[2].back(), "65536");
}

TEST(Csv, CurvesStayInTheJson) {
  Json record = example();
  record["accuracy"].push_back({{"key", "a"}, {"binades", {{1, 2}, {3, 4}}}, {"max_ulp", 1}});
  EXPECT_EQ(parse_csv(to_csv(record)).size(), 2U);
}

TEST(Csv, EmptyBinsStayInTheJson) {
  Json record = example();
  record["accuracy"].push_back({{"key", "a"}, {"ulp_histogram", {7, 0, 0, 2}}});
  const auto lines = parse_csv(to_csv(record));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[2][lines[2].size() - 2], "3");  // the index of the bin, not of the line
  EXPECT_EQ(lines[2].back(), "2");
}

TEST(ToJson, HasOneRowPerLine) {
  Json record = example();
  record["accuracy"] = Json::array({{{"key", "a"}, {"list", {1, 2}}}, {{"key", "b"}}});
  record["throughput"] = Json::array();
  const std::string text = to_json(record);
  EXPECT_NE(text.find("\"accuracy\":[\n{\"key\":\"a\",\"list\":[1,2]},\n{\"key\":\"b\"}\n]"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\"throughput\":[]"), std::string::npos);
  EXPECT_EQ(Json::parse(text), record);
}

TEST(Csv, EscapesSeparatorsQuotesAndNewlines) {
  Json record = example();
  const std::string nasty = "a,\"b\"\nc";
  record["special_values"].push_back({{"key", nasty}, {"note", nasty}, {"value", k_nan}});
  const auto lines = parse_csv(to_csv(record));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].size(), lines[0].size());
  EXPECT_EQ(lines[1].back(), nasty);
  EXPECT_EQ(lines[1][7], nasty);
  EXPECT_EQ(lines[2].back(), "");
}

TEST_F(RecordFiles, WritesIntoMissingFoldersAndLeavesNothingBeside) {
  const auto path = folder_ / "a" / "b" / "r.json";
  write_file(path, "one");
  write_file(path, "two");
  EXPECT_EQ(read(path), "two");
  EXPECT_EQ(entries(), 3U);  // a, a/b and the file
}

TEST_F(RecordFiles, AProbeCreatesNoFile) {
  probe_file(folder_ / "r.json");
  EXPECT_EQ(entries(), 0U);
  write_file(folder_ / "r.json", "kept");
  probe_file(folder_ / "r.json");
  EXPECT_EQ(read(folder_ / "r.json"), "kept");
}

TEST_F(RecordFiles, FailuresNamePathAndCause) {
  const auto message = [](const std::filesystem::path& path) -> std::string {
    try {
      write_file(path, "text");
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_EQ(message("/dev/full"), "cannot write /dev/full: No space left on device");
  EXPECT_NE(message(folder_).find("Is a directory"), std::string::npos) << message(folder_);
  write_file(folder_ / "file", "x");
  const std::string below = message(folder_ / "file" / "r.json");
  EXPECT_NE(below.find("file"), std::string::npos) << below;
  EXPECT_NE(below, "no error");
  EXPECT_THROW(probe_file(folder_), std::runtime_error);
  EXPECT_THROW(probe_file(folder_ / "file" / "r.json"), std::runtime_error);
}

TEST(Machine, NamesAreFoldersThatCannotEscape) {
  for (const char* good : {"amd-epyc-2c-avx512", "A.b_c-1", "x"})
    EXPECT_TRUE(is_machine_name(good));
  for (const char* bad : {"", ".", "..", "../x", "-rf", "a/b", "a b", "a\nb", "\xc3\xa4"})
    EXPECT_FALSE(is_machine_name(bad)) << bad;
  EXPECT_FALSE(is_machine_name(std::string(65, 'a')));
}

TEST(Machine, TheDerivedNameIsOneAndSaysNoHostName) {
  const std::string name = machine_facts()["name"];
  EXPECT_TRUE(is_machine_name(name)) << name;
  char host[256] = {};
  gethostname(host, sizeof host - 1);
  if (std::string(host).size() > 3) {
    EXPECT_EQ(name.find(host), std::string::npos);
  }
}

TEST(Machine, FactsArePlausible) {
  EXPECT_GE(usable_cpus(), 1);
  EXPECT_GE(cache_sharers(1), 1);
  EXPECT_EQ(cache_bytes(0), 0U);
  EXPECT_EQ(cache_bytes(4), 0U);
  EXPECT_GT(memory_bytes(), std::size_t{1} << 20);
  const Ticks ticks = cpu_ticks();
  EXPECT_LE(ticks.stolen, ticks.all);
}

TEST(Build, BackendFlagsArePairs) {
  const BuildFacts facts = build_facts();
  EXPECT_FALSE(facts.compiler.empty());
  EXPECT_NE(facts.flags.find("-ffp-contract=off"), std::string::npos) << facts.flags;
  for (const auto& [backend, flags] : facts.backend_flags) {
    EXPECT_NE(backend.find('-'), std::string::npos) << backend;
    EXPECT_EQ(flags.find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace gelu::bench
