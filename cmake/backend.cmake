# SPDX-License-Identifier: Apache-2.0
# gelu_backend(<backend> <isa> SOURCE <file> FMA <true|false> [NEEDS <cpu features>] [FLAGS <flags>]
#              [LIBRARY <archive>]): one row of the matrix's table becomes one object file with one
# visible symbol; what it needs of the archive goes in.
#
# Why so strict: a weak symbol (std::floor, say) that one instruction set emits may be picked by the
# linker for everybody, and then an older CPU dies of SIGILL far from any kernel. So comdat groups are
# dissolved and every symbol but the door is made local.

set_property(GLOBAL PROPERTY GELU_BACKEND_ROWS "")
set_property(GLOBAL PROPERTY GELU_BACKEND_OBJECTS "")
set_property(GLOBAL PROPERTY GELU_BACKEND_FLAGS "")
set_property(GLOBAL PROPERTY GELU_SUMMARY "")

function(gelu_summary line)
  set_property(GLOBAL APPEND PROPERTY GELU_SUMMARY "${line}")
endfunction()

function(gelu_backend_absent what reason)
  set_property(GLOBAL APPEND_STRING PROPERTY GELU_BACKEND_ROWS
               "GELU_BACKEND_ABSENT(\"${what}\", \"${reason}\")\n")
  gelu_summary("absent   ${what}: ${reason}")
endfunction()

function(gelu_backend backend isa)
  cmake_parse_arguments(PARSE_ARGV 2 B "" "FMA;SOURCE;LIBRARY" "NEEDS;FLAGS")
  set(what ${backend}-${isa})
  if(GELU_BACKENDS AND NOT what IN_LIST GELU_BACKENDS)
    gelu_backend_absent(${what} "left out by GELU_BACKENDS")
    return()
  endif()
  set(needs "true")
  foreach(feature IN LISTS B_NEEDS)
    string(APPEND needs " && __builtin_cpu_supports(\"${feature}\")")
  endforeach()
  string(REPLACE "true && " "" needs "${needs}")

  string(JOIN " " flags ${B_FLAGS})
  string(JOIN " " features ${B_NEEDS})
  set(target gelu_backend_${backend}_${isa})
  add_library(${target}_object OBJECT ${B_SOURCE})
  target_link_libraries(${target}_object PRIVATE gelu_options)
  target_compile_definitions(${target}_object PRIVATE GELU_DOOR=${target} Vc_NO_VERSION_CHECK)
  # g++ 12 warns of its own AVX-512 headers, which start from an undefined vector on purpose.
  target_compile_options(${target}_object PRIVATE ${B_FLAGS} -fno-gnu-unique -fno-lto
                                                  -fvisibility=hidden -fno-exceptions
                         -Wno-maybe-uninitialized)
  if(VC_INCLUDE_DIR)
    target_include_directories(${target}_object SYSTEM PRIVATE ${VC_INCLUDE_DIR})
  endif()

  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}.o)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_LINKER} -r --force-group-allocation -o ${out}.all
            $<TARGET_OBJECTS:${target}_object> ${B_LIBRARY}
    COMMAND ${CMAKE_OBJCOPY} --keep-global-symbol=${target} ${out}.all ${out}
    DEPENDS $<TARGET_OBJECTS:${target}_object> COMMAND_EXPAND_LISTS VERBATIM
    COMMENT "One door for ${what}")
  set_property(GLOBAL APPEND PROPERTY GELU_BACKEND_OBJECTS ${out})
  set_property(GLOBAL APPEND_STRING PROPERTY GELU_BACKEND_ROWS
               "GELU_BACKEND(${backend}, ${isa}, ${B_FMA}, ${needs}, \"${features}\")\n")
  set_property(GLOBAL APPEND PROPERTY GELU_BACKEND_FLAGS "${what}=${flags}")
  gelu_summary("backend  ${what}: ${flags}")
endfunction()

function(gelu_print_summary)
  get_property(lines GLOBAL PROPERTY GELU_SUMMARY)
  foreach(line IN LISTS lines)
    message(STATUS "${line}")
  endforeach()
endfunction()
