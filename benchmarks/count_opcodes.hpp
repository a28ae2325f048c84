// SPDX-License-Identifier: Apache-2.0
// What kind of instruction stands at an address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gelu::bench {

struct Opcode {
  std::string_view kind;               ///< one of opcode_kinds()
  bool reads = false, writes = false;  ///< memory; other than the stack of push, pop, call
};

/// Why instructions cannot be told apart in this build; empty when they can.
std::string decoder_fault();
/// The instruction at an address of this process. "unknown" when it does not decode.
Opcode opcode_at(std::uintptr_t address);
/// The kind of an x86 mnemonic in lower case, such as "vfmadd213ps"; empty when it depends on the
/// operands (moves).
std::string_view kind_of(std::string_view mnemonic);

}  // namespace gelu::bench
