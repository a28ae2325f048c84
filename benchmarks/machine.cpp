// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/machine.hpp"

#include "benchmarks/instruments.hpp"

#include <sched.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#if defined(__GLIBC__)
#include <gnu/libc-version.h>
#endif

namespace gelu::bench {
namespace {

using Json = nlohmann::ordered_json;
const std::string k_cpu_dir = "/sys/devices/system/cpu/";

/// First line of a small file, without the newline; empty when it cannot be read.
std::string first_line(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// "key : value" lines of the first processor.
std::map<std::string, std::string> cpuinfo() {
  std::map<std::string, std::string> facts;
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line) && !line.empty();) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    const std::size_t key_end = line.find_last_not_of(" \t", colon - 1);
    const std::size_t value = line.find_first_not_of(" \t", colon + 1);
    if (key_end == std::string::npos || value == std::string::npos) continue;
    facts.emplace(line.substr(0, key_end + 1), line.substr(value));
  }
  return facts;
}

std::string cpu_model(const std::map<std::string, std::string>& info) {
  if (const auto it = info.find("model name"); it != info.end()) return it->second;
  const auto implementer = info.find("CPU implementer"), part = info.find("CPU part");
  if (implementer != info.end() && part != info.end())
    return "arm " + implementer->second + " " + part->second;
  return "unknown";
}

/// What the running processor can do, asked of it (an emulator's /proc/cpuinfo is its host's).
std::vector<std::string> isa_flags() {
  std::vector<std::string> flags;
#if defined(__x86_64__)
#define GELU_FLAG(flag) \
  if (__builtin_cpu_supports(flag)) flags.emplace_back(flag)
  GELU_FLAG("sse2");
  GELU_FLAG("ssse3");
  GELU_FLAG("sse4.1");
  GELU_FLAG("sse4.2");
  GELU_FLAG("avx");
  GELU_FLAG("avx2");
  GELU_FLAG("fma");
  GELU_FLAG("avx512f");
  GELU_FLAG("avx512bw");
  GELU_FLAG("avx512dq");
  GELU_FLAG("avx512vl");
  GELU_FLAG("avx512vbmi");
  GELU_FLAG("avx512bf16");
#undef GELU_FLAG
#elif defined(__aarch64__)
  flags.emplace_back("neon");
#endif
  return flags;
}

std::string best_isa(const std::vector<std::string>& flags) {
  const auto has = [&](const char* flag) {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
  };
  if (has("avx512f")) return "avx512";
  if (has("avx2")) return "avx2";
  if (has("avx")) return "avx";
  if (has("sse4.1")) return "sse4";
  if (has("sse2")) return "sse2";
  return has("neon") ? "neon" : "baseline";
}

std::string slug(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (std::isalnum(u)) {
      out += static_cast<char>(std::tolower(u));
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.substr(0, 48);
}

int physical_cores() {
  std::set<std::pair<std::string, std::string>> cores;
  const long online = sysconf(_SC_NPROCESSORS_CONF);
  for (long cpu = 0; cpu < online; ++cpu) {
    const std::string dir = k_cpu_dir + "cpu" + std::to_string(cpu) + "/topology/";
    const std::string core = first_line(dir + "core_id");
    if (!core.empty()) cores.emplace(first_line(dir + "physical_package_id"), core);
  }
  return static_cast<int>(cores.size());
}

/// "48K" -> 49152.
std::size_t parse_size(const std::string& text) {
  std::istringstream in(text);
  std::size_t value = 0;
  char unit = 0;
  in >> value >> unit;
  return value << (unit == 'K' ? 10 : unit == 'M' ? 20 : unit == 'G' ? 30 : 0);
}

Json read_caches() {
  Json out = Json::array();
  for (int index = 0; index < 16; ++index) {
    const std::string dir = k_cpu_dir + "cpu0/cache/index" + std::to_string(index) + "/";
    const std::string level = first_line(dir + "level");
    if (level.empty()) break;
    out.push_back({{"level", std::stoi(level)},
                   {"type", first_line(dir + "type")},
                   {"bytes", parse_size(first_line(dir + "size"))},
                   {"shared_by_cpus", or_null(first_line(dir + "shared_cpu_list"))}});
  }
  return out;
}

const Json& caches() {
  static const Json known = read_caches();
  return known;
}

/// Processors in a list such as "0-3,8".
int count_cpus(const std::string& list) {
  std::istringstream in(list);
  int count = 0;
  for (std::string range; std::getline(in, range, ',');) {
    int first = 0, last = 0;
    char dash = 0;
    std::istringstream numbers(range);
    if (!(numbers >> first)) continue;
    if (!(numbers >> dash >> last)) last = first;
    count += last - first + 1;
  }
  return count;
}

/// The data cache of a level, or null.
Json data_cache(int level) {
  for (const Json& cache : caches())
    if (cache["level"] == level && cache["type"] != "Instruction") return cache;
  return {};
}

/// A number at the start of the text, or null.
Json leading_number(const std::string& text) {
  std::istringstream in(text);
  double value = 0;
  return in >> value ? Json(value) : Json();
}

Json boost() {
  const std::string boost = first_line(k_cpu_dir + "cpufreq/boost");
  if (!boost.empty()) return boost == "1";
  const std::string no_turbo = first_line(k_cpu_dir + "intel_pstate/no_turbo");
  return no_turbo.empty() ? Json() : Json(no_turbo == "0");
}

}  // namespace

Json machine_facts(std::string_view name) {
  const auto info = cpuinfo();
  const std::vector<std::string> flags = isa_flags();
  const std::string model = cpu_model(info);
  utsname os{};
  uname(&os);
  Json facts;
  facts["name"] = name.empty()
                      ? slug(model) + "-" + std::to_string(usable_cpus()) + "c-" + best_isa(flags)
                      : std::string(name);
  facts["cpu"] = model;
  for (const char* key : {"vendor_id", "cpu family", "model", "stepping"}) {
    const auto it = info.find(key);
    std::string field = key;
    std::replace(field.begin(), field.end(), ' ', '_');
    facts[field] = it == info.end() ? Json() : Json(it->second);
  }
  facts["architecture"] = os.machine;
  facts["isa"] = flags;
  facts["cpus"] = sysconf(_SC_NPROCESSORS_ONLN);
  facts["usable_cpus"] = usable_cpus();
  const int cores = physical_cores();
  facts["cores"] = cores > 0 ? Json(cores) : Json();
  facts["caches"] = caches();
  facts["memory_bytes"] = memory_bytes();
  facts["kernel"] = std::string(os.sysname) + " " + os.release;
#if defined(__GLIBC__)
  facts["libc"] = std::string("glibc ") + gnu_get_libc_version();
#else
  facts["libc"] = Json();
#endif
  return facts;
}

bool is_machine_name(std::string_view name) {
  if (name.empty() || name.size() > 64 || !std::isalnum(static_cast<unsigned char>(name[0])))
    return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-';
  });
}

Json environment_facts() {
  Json facts;
  facts["governor"] = or_null(first_line(k_cpu_dir + "cpu0/cpufreq/scaling_governor"));
  facts["boost"] = boost();
  const std::string smt = first_line(k_cpu_dir + "smt/active");
  facts["smt"] = smt.empty() ? Json() : Json(smt == "1");
  const bool hypervisor = cpuinfo()["flags"].find("hypervisor") != std::string::npos;
  facts["virtual_machine"] = hypervisor ? Json(true) : Json();
  facts["load_1min"] = leading_number(first_line("/proc/loadavg"));
  facts["transparent_hugepage"] =
      or_null(first_line("/sys/kernel/mm/transparent_hugepage/enabled"));
  facts["clock_source"] =
      or_null(first_line("/sys/devices/system/clocksource/clocksource0/current_clocksource"));
  facts["timer_resolution_ns"] = timer().resolution_ns;
  facts["timer_overhead_ns"] = timer().overhead_ns;
  facts["hardware_counters"] = hardware_counters();
  facts["gpu_clocks"] = gpu_clocks();
  return facts;
}

Ticks cpu_ticks() {
  std::istringstream in(first_line("/proc/stat"));
  std::string cpu;
  in >> cpu;
  Ticks ticks;
  // user nice system idle iowait irq softirq steal; guest time is already in user.
  unsigned long long value = 0;
  for (int field = 0; field < 8 && in >> value; ++field) {
    ticks.all += value;
    if (field == 7) ticks.stolen = value;
  }
  return ticks;
}

std::size_t cache_bytes(int level) {
  if (const Json cache = data_cache(level); !cache.is_null()) return cache["bytes"];
  const int names[] = {_SC_LEVEL1_DCACHE_SIZE, _SC_LEVEL2_CACHE_SIZE, _SC_LEVEL3_CACHE_SIZE};
  const long bytes = level >= 1 && level <= 3 ? sysconf(names[level - 1]) : 0;
  return bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
}

int cache_sharers(int level) {
  const Json cache = data_cache(level);
  if (cache.is_null() || cache["shared_by_cpus"].is_null()) return 1;
  return std::max(1, count_cpus(cache["shared_by_cpus"]));
}

std::size_t memory_bytes() {
  const long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
  return pages > 0 && page > 0 ? static_cast<std::size_t>(pages) * static_cast<std::size_t>(page)
                               : 0;
}

int usable_cpus() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
  return std::max(1, static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)));
}

}  // namespace gelu::bench
