// SPDX-License-Identifier: Apache-2.0
// What one run of a program leaves behind: provenance, machine and measured rows in one document.
// Both programs write it; results/schema/v1.json describes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "kernels/registry.hpp"
#include "kernels/types.hpp"

namespace gelu::bench {

using Json = nlohmann::ordered_json;

inline constexpr int k_schema_version = 1;
/// Seeds stay below this, so that every JSON reader keeps them exactly.
inline constexpr std::uint64_t k_seed_limit = std::uint64_t{1} << 53;

/// Exit codes of the programs.
enum Exit : int { k_ok = 0, k_failed = 1, k_usage = 2, k_nothing = 3, k_interrupted = 130 };

struct Run {
  std::string program;            ///< "gelu-throughput"
  std::vector<std::string> argv;  ///< with argv[0]
  std::uint64_t seed = 0;
  std::string machine;  ///< name given by the user; empty: derived from the processor
};

/// Everything but the rows; "throughput", "accuracy" and "special_values" are empty arrays to
/// append to.
Json new_record(const Run& run);
/// Sets "finished" and what happened meanwhile (wall time, steal). Call before writing.
void finish_record(Json& record);

/// The fields with which a row about a kernel starts: key, method, formula, pass, dtype, backend,
/// isa, fma, origin, and of a peer library.
Json row_of(const Cell& cell);

/// The number itself when finite; else "inf", "-inf" or "nan", because JSON has no such numbers.
Json number(double value);
/// "0x" and as many digits as the type has.
std::string hex(std::uint64_t bits, Dtype dtype);

/// Strict JSON: UTF-8, no NaN, a newline at the end.
std::string to_json(const Json& record);
/// Long format, one measurement per line: who (created .. threads, region), metric, index, value.
std::string to_csv(const Json& record);

/// Writes aside, syncs file and directory, renames: at `path` there is the old text or the new one.
/// Creates missing folders. Throws std::runtime_error with one line that names path and cause.
void write_file(const std::filesystem::path& path, std::string_view text);

/// Throws like write_file when that could not write there now: to be asked before hours of
/// measuring.
void probe_file(const std::filesystem::path& path);

}  // namespace gelu::bench
