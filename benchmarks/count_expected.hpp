// SPDX-License-Identifier: Apache-2.0
// Committed counts of one compiler, and what became of them.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/record.hpp"

namespace gelu::bench {

/// More than this is told, and changes no exit code.
inline constexpr double k_soft_pct = 2;
/// More than this fails, unless the row says otherwise.
inline constexpr double k_hard_pct = 10;

struct Expected {
  double instructions;  ///< per element
  double hard_pct = k_hard_pct;
};
using Expectations = std::map<std::string, Expected>;  ///< by key

/// counts_<compiler>.csv: counts of two compilers are not compared.
std::string expected_name(std::string_view compiler);
/// Throws std::invalid_argument with one line for a file that is not whole.
Expectations read_expected(const std::filesystem::path& path);
std::string expected_csv(const Expectations& expected);

struct Judgement {
  std::string text;  ///< a line per kernel that moved, is new or is gone
  int over_soft = 0, over_hard = 0, fewer = 0, compared = 0;
};
/// The keys that `registered`, the kernels that this machine runs, lacks though it has others of
/// the same backend: what an instruction set that is not here would count, stays unknown.
std::vector<std::string> gone(const Expectations& expected,
                              const std::set<std::string>& registered);
/// Compares the rows of "counts" with the kernels that the file has.
Judgement judge(const Expectations& expected, const Json& rows,
                const std::set<std::string>& registered);

}  // namespace gelu::bench
