// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/count_opcodes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#ifdef GELU_HAVE_ZYDIS
#include <Zydis/Zydis.h>
#endif

namespace gelu::bench {
namespace {

/// Beginnings of mnemonics without the v of AVX, the first that fits: longer ones stand before
/// shorter ones. What costs unlike amounts of time is told apart; what does not, is not.
constexpr std::pair<std::string_view, std::string_view> k_kinds[] = {
    {"fmadd", "fma"},
    {"fmsub", "fma"},
    {"fnmadd", "fma"},
    {"fnmsub", "fma"},
    {"fixupimm", "special"},
    {"div", "divide"},
    {"idiv", "divide"},
    {"sqrt", "sqrt"},
    {"rsqrt", "estimate"},
    {"rcp", "estimate"},
    {"gather", "gather"},
    {"pgather", "gather"},
    {"scatter", "scatter"},
    {"perm", "permute"},
    {"pshuf", "shuffle"},
    {"shuf", "shuffle"},
    {"unpck", "shuffle"},
    {"punpck", "shuffle"},
    {"pack", "shuffle"},
    {"palignr", "shuffle"},
    {"align", "shuffle"},
    {"broadcast", "shuffle"},
    {"pbroadcast", "shuffle"},
    {"insert", "shuffle"},
    {"extract", "shuffle"},
    {"pinsr", "shuffle"},
    {"pextr", "shuffle"},
    {"movhlps", "shuffle"},
    {"movlhps", "shuffle"},
    {"movs", ""},
    {"blend", "blend"},
    {"pblend", "blend"},
    {"cvt", "convert"},
    {"pmovzx", "convert"},
    {"pmovsx", "convert"},
    {"pmov", "convert"},
    {"round", "round"},
    {"rndscale", "round"},
    {"scalef", "special"},
    {"range", "special"},
    {"getexp", "special"},
    {"getmant", "special"},
    {"cmp", "compare"},
    {"pcmp", "compare"},
    {"ucomis", "compare"},
    {"comis", "compare"},
    {"ptest", "compare"},
    {"max", "minmax"},
    {"min", "minmax"},
    {"pmax", "minmax"},
    {"pmin", "minmax"},
    {"addp", "add"},
    {"adds", "add"},
    {"subp", "add"},
    {"subs", "add"},
    {"mulp", "multiply"},
    {"muls", "multiply"},
    {"and", "logic"},
    {"or", "logic"},
    {"xor", "logic"},
    {"pand", "logic"},
    {"por", "logic"},
    {"pxor", "logic"},
    {"ptern", "logic"},
    {"psll", "shift"},
    {"psrl", "shift"},
    {"psra", "shift"},
    {"padd", "integer"},
    {"psub", "integer"},
    {"pmul", "integer"},
    {"pabs", "integer"},
    {"k", "mask"},
    {"mov", ""},
    {"lddqu", ""},
    {"zeroupper", "other"},
    {"ldmxcsr", "other"},
    {"stmxcsr", "other"},
    {"nop", "other"},
};
/// Scalar instructions whose names begin like a vector's.
constexpr std::string_view k_scalar[] = {"cmp", "cmpxchg", "and", "andn", "or", "xor"};

}  // namespace

std::string_view kind_of(std::string_view mnemonic) {
  if (std::ranges::find(k_scalar, mnemonic) != std::end(k_scalar)) return "scalar";
  const bool vector = mnemonic.starts_with('v');
  const std::string_view bare = mnemonic.substr(vector ? 1 : 0);
  for (const auto& [beginning, kind] : k_kinds)
    if (bare.starts_with(beginning)) return kind;
  return vector ? "other" : "scalar";
}

#ifdef GELU_HAVE_ZYDIS
namespace {

bool is_memory(const ZydisDecodedOperand& operand) {
  return operand.type == ZYDIS_OPERAND_TYPE_MEMORY && operand.mem.type != ZYDIS_MEMOP_TYPE_AGEN &&
         operand.visibility != ZYDIS_OPERAND_VISIBILITY_HIDDEN;
}

std::string_view kind_of_move(const Opcode& opcode) {
  return opcode.writes ? "store" : opcode.reads ? "load" : "move";
}

std::string_view kind_with_operands(const ZydisDecodedInstruction& instruction,
                                    const Opcode& opcode) {
  switch (instruction.meta.category) {
    case ZYDIS_CATEGORY_COND_BR:
    case ZYDIS_CATEGORY_UNCOND_BR:
    case ZYDIS_CATEGORY_CALL:
    case ZYDIS_CATEGORY_RET:
      return "branch";
    default:
      break;
  }
  const std::string_view kind = kind_of(ZydisMnemonicGetString(instruction.mnemonic));
  return kind.empty() ? kind_of_move(opcode) : kind;
}

}  // namespace

std::string decoder_fault() { return {}; }

Opcode opcode_at(std::uintptr_t address) {
  ZydisDecoder decoder;
  ZydisDecodedInstruction instruction;
  ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  // The address of the instruction comes as a number, from the signal's context.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, reinterpret_cast<const void*>(address),
                                           ZYDIS_MAX_INSTRUCTION_LENGTH, &instruction, operands)))
    return {"unknown"};
  Opcode opcode{};
  for (std::size_t i = 0; i < instruction.operand_count; ++i) {
    if (!is_memory(operands[i])) continue;
    opcode.reads |= (operands[i].actions & ZYDIS_OPERAND_ACTION_MASK_READ) != 0;
    opcode.writes |= (operands[i].actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
  }
  opcode.kind = kind_with_operands(instruction, opcode);
  return opcode;
}
#else
std::string decoder_fault() {
#if defined(__x86_64__)
  return "Zydis is not installed: apt-get install libzydis-dev";
#else
  return "only x86-64 instructions are told apart";
#endif
}
Opcode opcode_at(std::uintptr_t) { return {"unknown"}; }
#endif

}  // namespace gelu::bench
