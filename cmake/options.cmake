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

# Beside these, what a backend's object is compiled with. g++ 12 warns of its own AVX-512 headers,
# which start from an undefined vector on purpose.
add_library(gelu_backend_options INTERFACE)
target_compile_options(gelu_backend_options INTERFACE -fno-gnu-unique -fno-lto -fvisibility=hidden
                                                      -fno-exceptions -Wno-maybe-uninitialized)
# A kernel is thousands of inlined calls on vectors by value: sanitizers that watch each of these, and
# each `this`, compile one backend for more than eight minutes. The arrays are watched all the same.
add_library(gelu_inlined_options INTERFACE)
target_link_libraries(gelu_backend_options INTERFACE gelu_inlined_options)
if(GELU_SANITIZE)
  target_compile_options(gelu_inlined_options INTERFACE -O1 -fno-schedule-insns --param asan-stack=0
                                                        -fno-sanitize=null,object-size)
endif()
