// SPDX-License-Identifier: Apache-2.0
// The contract of gelu.h as a checker: give it any kernel, get back the list of what it breaks.
// Used on every cell of the registry and on deliberately wrong kernels (tests/faults), which prove
// that each rule can see.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "kernels/kernel.hpp"

namespace gelu::test {

/// Computes out[i] from x[i] and, but for the forward pass, from with[i]: dy, bias or gate.
using Call = std::function<void(const void* x, const void* with, void* out, std::size_t n)>;

/// What is checked: a call of a kernel, directly or through the public interface.
struct Subject {
  Pass pass;
  Dtype dtype;
  Call call;
};
inline Subject subject(Dtype dtype, Forward f) {
  return {Pass::forward, dtype,
          [f](const void* x, const void*, void* out, std::size_t n) { f(x, out, n); }};
}
inline Subject subject(Dtype dtype, Backward f) { return {Pass::backward, dtype, f}; }

/// Names of the rules, as they appear in Violation::rule.
namespace rule {
inline constexpr const char* k_bounds = "bounds";            ///< touches memory beyond n
inline constexpr const char* k_length = "length";            ///< bits depend on n or the position
inline constexpr const char* k_alignment = "alignment";      ///< fails or differs when misaligned
inline constexpr const char* k_in_place = "in_place";        ///< out == x or out == dy differs
inline constexpr const char* k_lanes = "lanes";              ///< an element changes its neighbours
inline constexpr const char* k_input = "input";              ///< writes to its inputs
inline constexpr const char* k_repeat = "repeat";            ///< a second call differs
inline constexpr const char* k_threads = "threads";          ///< concurrent calls differ
inline constexpr const char* k_environment = "environment";  ///< changes MXCSR or FPCR, FPSR
inline constexpr const char* k_immune = "immune";  ///< the caller's rounding, FTZ or traps show
}  // namespace rule

struct Violation {
  std::string rule;
  std::string what;       ///< the first case that broke the rule
  std::size_t cases = 1;  ///< how many cases broke it
};

struct ContractOptions {
  std::size_t lanes = 0;     ///< elements of the widest vector; 0: a 512-bit vector of the dtype
  bool environment = true;   ///< check the rules `environment` and `immune`
  bool status_flags = true;  ///< sticky exception flags count as environment
  bool traps = true;         ///< also call with all exceptions unmasked
  unsigned threads = 0;      ///< 0: twice the number of processors
};

/// Every rule that the kernel breaks, once each. Empty: the contract holds on everything tried.
/// Crashes (SIGSEGV, SIGBUS, SIGFPE, SIGILL) inside the kernel are caught and reported. Not
/// reentrant: it owns these signals while it runs.
std::vector<Violation> check_contract(const Subject&, const ContractOptions& = {});

/// "rule (cases): what" lines, for a test's message.
std::string to_string(const std::vector<Violation>&);

}  // namespace gelu::test
