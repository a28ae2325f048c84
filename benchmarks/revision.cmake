# SPDX-License-Identifier: Apache-2.0
# cmake -DSOURCE=<dir> -DOUT=<header> -P revision.cmake: writes commit and dirty flag, and touches the
# header only when they changed, so that a build without a new commit compiles nothing.
set(commit "unknown")
set(dirty "unknown")
find_program(git git)
if(git)
  execute_process(COMMAND ${git} -C ${SOURCE} rev-parse HEAD
    OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
  if(NOT failed)
    set(commit ${head})
    execute_process(COMMAND ${git} -C ${SOURCE} --no-optional-locks status --porcelain
      OUTPUT_VARIABLE changes RESULT_VARIABLE failed ERROR_QUIET)
    if(NOT failed)
      string(COMPARE NOTEQUAL "${changes}" "" changed)
      if(changed)
        set(dirty "true")
      else()
        set(dirty "false")
      endif()
    endif()
  endif()
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT [[
// Written at each build by benchmarks/revision.cmake.
#pragma once
namespace gelu::bench::build {
inline constexpr const char* k_commit = "@commit@";
inline constexpr const char* k_dirty = "@dirty@";
}  // namespace gelu::bench::build
]] @ONLY)
