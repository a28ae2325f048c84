# SPDX-License-Identifier: Apache-2.0
# gelu_backend(<backend> <isa> SOURCE <file> FMA <true|false> [NEEDS <cpu features>] [FLAGS <flags>]
#              [LIBRARY <archive>]): one row of the matrix's table becomes one object file with one
# visible symbol; what it needs of the archive goes in.
# gelu_peer(<peer> <isa> SOURCE <file> [NEEDS ...] [FLAGS ...]): the same for a row of the table of
# peers; its kernels have the backend `peer`.
#
# Why so strict: a weak symbol (std::floor, say) that one instruction set emits may be picked by the
# linker for everybody, and then an older CPU dies of SIGILL far from any kernel. So comdat groups are
# dissolved and every symbol but the door is made local.

foreach(kind BACKEND PEER)
  set_property(GLOBAL PROPERTY GELU_${kind}_ROWS "")
  set_property(GLOBAL PROPERTY GELU_${kind}_OBJECTS "")
endforeach()
set_property(GLOBAL PROPERTY GELU_BACKEND_FLAGS "")
set_property(GLOBAL PROPERTY GELU_SUMMARY "")

function(gelu_summary line)
  set_property(GLOBAL APPEND PROPERTY GELU_SUMMARY "${line}")
endfunction()

function(gelu_absent kind what reason)
  set_property(GLOBAL APPEND_STRING PROPERTY GELU_${kind}_ROWS
               "GELU_BACKEND_ABSENT(\"${what}\", \"${reason}\")\n")
  gelu_summary("absent   ${what}: ${reason}")
endfunction()

macro(gelu_backend_absent what reason)
  gelu_absent(BACKEND ${what} "${reason}")
endmacro()
macro(gelu_peer_absent what reason)
  gelu_absent(PEER ${what} "${reason}")
endmacro()

# One object with one visible symbol, ${target}, at ${out}.
function(gelu_one_door target out)
  cmake_parse_arguments(PARSE_ARGV 2 B "" "SOURCE;LIBRARY" "FLAGS;INCLUDES")
  add_library(${target}_object OBJECT ${B_SOURCE})
  target_link_libraries(${target}_object PRIVATE gelu_options gelu_backend_options)
  target_compile_definitions(${target}_object PRIVATE GELU_DOOR=${target} Vc_NO_VERSION_CHECK)
  target_compile_options(${target}_object PRIVATE ${B_FLAGS})
  target_include_directories(${target}_object SYSTEM PRIVATE ${B_INCLUDES})
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_LINKER} -r --force-group-allocation -o ${out}.all
            $<TARGET_OBJECTS:${target}_object> ${B_LIBRARY}
    COMMAND ${CMAKE_OBJCOPY} --keep-global-symbol=${target} ${out}.all ${out}
    DEPENDS $<TARGET_OBJECTS:${target}_object> COMMAND_EXPAND_LISTS VERBATIM
    COMMENT "One door for ${target}")
endfunction()

# gelu_row(<BACKEND|PEER> <name> <isa> ...): the row, its object, its line in the summary.
function(gelu_row kind name isa)
  cmake_parse_arguments(PARSE_ARGV 3 B "" "FMA;SOURCE;LIBRARY" "NEEDS;FLAGS")
  set(what ${name}-${isa})
  if(GELU_BACKENDS AND NOT what IN_LIST GELU_BACKENDS)
    gelu_absent(${kind} ${what} "left out by GELU_BACKENDS")
    return()
  endif()
  set(needs "true")
  foreach(feature IN LISTS B_NEEDS)
    string(APPEND needs " && __builtin_cpu_supports(\"${feature}\")")
  endforeach()
  string(REPLACE "true && " "" needs "${needs}")
  string(JOIN " " flags ${B_FLAGS})
  string(JOIN " " features ${B_NEEDS})
  set(target gelu_backend_${name}_${isa})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}.o)
  gelu_one_door(${target} ${out} SOURCE ${B_SOURCE} LIBRARY ${B_LIBRARY} FLAGS ${B_FLAGS}
    INCLUDES ${GELU_${kind}_INCLUDES})
  set(backend ${name})
  if(kind STREQUAL PEER)
    set(backend peer)
  endif()
  string(TOLOWER ${kind} word)
  set_property(GLOBAL APPEND PROPERTY GELU_${kind}_OBJECTS ${out})
  set_property(GLOBAL APPEND_STRING PROPERTY GELU_${kind}_ROWS
    "GELU_BACKEND(${name}, ${backend}, ${isa}, (${B_FMA}), (${needs}), \"${features}\")\n")
  set_property(GLOBAL APPEND PROPERTY GELU_BACKEND_FLAGS "${what}=${flags}")
  string(SUBSTRING "${word}       " 0 8 word)
  gelu_summary("${word} ${what}: ${flags}")
endfunction()

macro(gelu_backend)
  gelu_row(BACKEND ${ARGN})
endmacro()
# A library that chooses its instructions itself (isa `native`) uses fma where the processor has it.
macro(gelu_peer)
  gelu_row(PEER ${ARGN} FMA "__builtin_cpu_supports(\"fma\") != 0")
endmacro()

function(gelu_print_summary)
  get_property(lines GLOBAL PROPERTY GELU_SUMMARY)
  foreach(line IN LISTS lines)
    message(STATUS "${line}")
  endforeach()
endfunction()
