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
