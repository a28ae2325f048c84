# SPDX-License-Identifier: Apache-2.0
# What every target of ours is compiled with.

add_library(gelu_options INTERFACE)
target_include_directories(gelu_options INTERFACE ${PROJECT_SOURCE_DIR}
                                                  ${PROJECT_SOURCE_DIR}/kernels/include)
# Fused only where `fma` is written. The other two change no value: nothing reads errno or traps.
target_compile_options(gelu_options INTERFACE -ffp-contract=off -fno-math-errno -fno-trapping-math
                                              -Wall -Wextra -Wconversion)
if(GELU_WERROR)
  target_compile_options(gelu_options INTERFACE -Werror)
endif()
if(GELU_SANITIZE)
  target_compile_options(gelu_options INTERFACE -fsanitize=${GELU_SANITIZE} -fno-sanitize-recover=all
                                                -fno-omit-frame-pointer)
  target_link_options(gelu_options INTERFACE -fsanitize=${GELU_SANITIZE})
endif()

# Beside these, what a backend's object is compiled with. A short loop across two cache lines takes a
# cycle more each time round, which halved `copy` in L1 when other code was linked before it. g++ 12
# warns of its own AVX-512 headers, which start from an undefined vector on purpose.
add_library(gelu_backend_options INTERFACE)
target_compile_options(gelu_backend_options INTERFACE -falign-loops=64 -fno-gnu-unique -fno-lto
                                                      -fvisibility=hidden -fno-exceptions
                                                      -Wno-uninitialized -Wno-maybe-uninitialized)
# A kernel is thousands of inlined calls on vectors by value: sanitizers that watch each of these, and
# each `this`, compile one backend for more than eight minutes. The arrays are watched all the same.
add_library(gelu_inlined_options INTERFACE)
target_link_libraries(gelu_backend_options INTERFACE gelu_inlined_options)
if(GELU_SANITIZE)
  target_compile_options(gelu_inlined_options INTERFACE -O1 -fno-schedule-insns --param asan-stack=0
                                                        -fno-sanitize=null,object-size)
endif()

# gelu_read_together(<target> ...): files that read the same large headers are compiled as a few.
function(gelu_read_together)
  set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
endfunction()

# gelu_plain(<target> ...): code that reads flags and writes records, or tests other code. Its own speed
# shows in no result, so it is compiled quickly.
function(gelu_plain)
  foreach(target IN LISTS ARGN)
    target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-O1>)
  endforeach()
endfunction()
