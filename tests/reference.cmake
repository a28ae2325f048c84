# SPDX-License-Identifier: Apache-2.0
# Tests of reference/. Arb is the second engine: optional, and its tests say so when it is absent.
set(checkpoints GELU_CHECKPOINTS="${PROJECT_SOURCE_DIR}/reference/checkpoints")

gelu_test(reference_test reference_test.cpp reference_formats_test.cpp SHARDS 2 LIBS gelu_reference)
target_compile_definitions(reference_test PRIVATE ${checkpoints})

# From FLINT 3 on, Arb is a part of it.
find_path(ARB_INCLUDE_DIR arb.h PATH_SUFFIXES flint)
find_library(ARB_LIBRARY NAMES flint-arb arb)
find_library(FLINT_LIBRARY flint)
if(ARB_INCLUDE_DIR AND FLINT_LIBRARY)
  if(NOT ARB_LIBRARY)
    set(ARB_LIBRARY "")
  endif()
  gelu_test(reference_arb_test reference_arb_test.cpp reference_arb.cpp SHARDS 7 LIBS gelu_reference)
  target_compile_definitions(reference_arb_test PRIVATE ${checkpoints} GELU_HAVE_ARB)
  target_include_directories(reference_arb_test SYSTEM PRIVATE ${ARB_INCLUDE_DIR})
  target_link_libraries(reference_arb_test PRIVATE ${ARB_LIBRARY} ${FLINT_LIBRARY} gmp)
else()
  gelu_test(reference_arb_test reference_arb_test.cpp LIBS gelu_reference)
  gelu_summary("absent   second engine for the reference: Arb is not installed (apt-get install \
libflint-arb-dev)")
endif()

set(hashes hashes)
if(GELU_SANITIZE)
  set(hashes narrow_hashes)
endif()
foreach(what tables checkpoints ${hashes})
  add_test(NAME reference_${what} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/reference_tables.sh
    $<TARGET_FILE:gelu-reference-tables> ${PROJECT_SOURCE_DIR} ${what})
endforeach()

if(TARGET gelu-accuracy)
  add_test(NAME reference_command COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/reference_command.sh
    $<TARGET_FILE:gelu-accuracy>)
endif()
