// SPDX-License-Identifier: Apache-2.0
// How often each instruction of a call is executed: the processor stops after every one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gelu::bench {

/// Who is told at each stop: a signal handler of this process (x86's trap flag), or a parent that
/// traces a copy of it (ptrace; any Linux, slower).
enum class Stepping : std::uint8_t { trap_flag, ptrace };
constexpr std::string_view name(Stepping how) {
  return how == Stepping::trap_flag ? "trap_flag" : "ptrace";
}

/// An instruction, and how often it was executed.
struct Visit {
  std::uintptr_t address;
  std::uint64_t times;
};
using Visits = std::vector<Visit>;  ///< by address
std::uint64_t total(const Visits& visits);

using Call = void (*)(void* data);

/// What call(data) executes, and the few instructions around it, which are the same each time.
/// Throws std::runtime_error when it cannot be stepped through.
Visits step(Stepping how, Call call, void* data);

/// Why this process cannot be stepped that way, in one line; empty when a loop of known length is
/// counted right.
std::string stepping_fault(Stepping how);

}  // namespace gelu::bench
