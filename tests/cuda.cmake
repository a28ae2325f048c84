# SPDX-License-Identifier: Apache-2.0
# The CUDA part without a GPU: shells and operations on the host. Needs no CUDA toolkit.
gelu_test(cuda_shell_test cuda_shell_test.cpp LIBS gelu_static)
gelu_test(cuda_functor_test cuda_functor_test.cpp LIBS gelu_static gelu_reference gelu_inlined_options)
foreach(program cuda_shell_test cuda_functor_test)
  # The shells say `#pragma unroll` to nvcc.
  target_compile_options(${program} PRIVATE -Wno-unknown-pragmas)
endforeach()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(cuda_functor_test PRIVATE -mfma) # as the device: fma rounds once
endif()

if(GELU_HAS_CUDA)
  add_test(NAME cuda_static COMMAND ${PROJECT_SOURCE_DIR}/scripts/results cuda-static
    ${PROJECT_BINARY_DIR}/cuda --expected ${CMAKE_CURRENT_SOURCE_DIR}/expected)
  set_tests_properties(cuda_static PROPERTIES SKIP_RETURN_CODE 77)
  if(TARGET gelu-cuda)
    # Beside gelu_cuda, which holds the table and the runtime that the fake ones stand for: theirs are
    # found first, and nothing else of those archives is asked for.
    gelu_test(cuda_run_test cuda_run_test.cpp cuda_fake.cpp ${PROJECT_SOURCE_DIR}/benchmarks/cuda_check.cpp
      ${PROJECT_SOURCE_DIR}/benchmarks/cuda_plan.cpp ${PROJECT_SOURCE_DIR}/benchmarks/cuda_run.cpp
      ${PROJECT_SOURCE_DIR}/benchmarks/cuda_timer.cpp LIBS gelu_throughput)
    target_include_directories(cuda_run_test SYSTEM PRIVATE ${GELU_CUDA_INCLUDE})
    add_test(NAME cuda_device COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cuda_device.sh $<TARGET_FILE:gelu-cuda>)
    set_tests_properties(cuda_device PROPERTIES SKIP_RETURN_CODE 77 RUN_SERIAL ON)
  endif()
endif()
