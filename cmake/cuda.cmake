# SPDX-License-Identifier: Apache-2.0
# gelu_cuda_source(<name> <arch> [NO_KERNELS]): kernels/cuda/<name>.cu becomes one object with code for each of
# GELU_CUDA_ARCHS, all of them from one PTX of compute_<arch>: the front end, which takes longest, runs
# once, and every GPU runs the same operations. nvcc is called directly: CMake 3.25 knows neither
# CUDA's C++20 nor this split, and its compiler check wants a GPU for `native`.

set(GELU_CUDA AUTO CACHE STRING "The CUDA part: AUTO (when nvcc is here), ON, OFF")
set_property(CACHE GELU_CUDA PROPERTY STRINGS AUTO ON OFF)
set(GELU_CUDA_ARCHS "80;90;100;120" CACHE STRING "Compute capabilities that get code")
set_property(GLOBAL PROPERTY GELU_CUDA_ROWS "")
set_property(GLOBAL PROPERTY GELU_CUDA_OBJECTS "")

# Why there is no CUDA part, or nothing.
function(gelu_cuda_find)
  set(GELU_CUDA_ABSENT "" PARENT_SCOPE)
  if(GELU_CUDA STREQUAL "OFF")
    set(GELU_CUDA_ABSENT "switched off (GELU_CUDA)" PARENT_SCOPE)
    return()
  endif()
  find_program(GELU_NVCC nvcc PATHS /usr/local/cuda/bin ENV CUDA_PATH PATH_SUFFIXES bin)
  if(CMAKE_CROSSCOMPILING)
    set(reason "cross-compiling")
  elseif(GELU_SANITIZE)
    set(reason "a build with sanitizers")
  elseif(NOT GELU_NVCC)
    set(reason "no CUDA toolkit (nvcc)")
  else()
    execute_process(COMMAND ${GELU_NVCC} --version OUTPUT_VARIABLE text ERROR_QUIET)
    string(REGEX MATCH "release ([0-9]+)\\.([0-9]+)" version "${text}")
    set(major ${CMAKE_MATCH_1})
    set(GELU_CUDA_VERSION_HERE "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}")
    set(GELU_CUDA_VERSION ${GELU_CUDA_VERSION_HERE} PARENT_SCOPE)
    # Otherwise static or hidden from 12.8 on, and cuda_list could not name the entries.
    if(GELU_CUDA_VERSION_HERE VERSION_GREATER_EQUAL 12.8)
      set(GELU_CUDA_STUBS -static-global-template-stub=false
          -device-entity-has-hidden-visibility=false PARENT_SCOPE)
    endif()
    if(GELU_CUDA_VERSION_HERE VERSION_GREATER_EQUAL 13.0)
      set(GELU_CUDA_COMPRESS --compress-mode=size PARENT_SCOPE) # a quarter of the default's
    endif()
    execute_process(COMMAND ${GELU_NVCC} --list-gpu-code OUTPUT_VARIABLE codes ERROR_QUIET)
    string(REGEX MATCHALL "[0-9]+" codes "${codes}")
    set(archs)
    foreach(arch IN LISTS GELU_CUDA_ARCHS)
      if(arch IN_LIST codes)
        list(APPEND archs ${arch})
      endif()
    endforeach()
    set(GELU_CUDA_CODES "${archs}" PARENT_SCOPE)
    # nvcc may be a script elsewhere: it names its own folder.
    execute_process(COMMAND ${GELU_NVCC} --dryrun -c -x cu /dev/null -o /dev/null ERROR_VARIABLE dryrun OUTPUT_QUIET)
    string(REGEX MATCH "_TARGET_DIR_=([^\n]*)" unused "${dryrun}")
    string(REGEX MATCH "TOP=([^\n]*)" unused "${dryrun}")
    find_library(GELU_CUDART libcudart_static.a PATHS ${CMAKE_MATCH_1} PATH_SUFFIXES lib64 lib targets/x86_64-linux/lib)
    find_path(GELU_CUDA_INCLUDE cuda_runtime.h PATHS ${CMAKE_MATCH_1} PATH_SUFFIXES include targets/x86_64-linux/include)
    if(NOT major OR major LESS 12)
      set(reason "nvcc is older than 12")
    elseif(NOT archs)
      set(reason "nvcc has no code for any of ${GELU_CUDA_ARCHS}")
    elseif(NOT GELU_CUDART OR NOT GELU_CUDA_INCLUDE)
      set(reason "the static CUDA runtime is missing")
    endif()
  endif()
  if(reason AND GELU_CUDA STREQUAL "ON")
    message(FATAL_ERROR "GELU_CUDA is ON, but: ${reason}")
  endif()
  set(GELU_CUDA_ABSENT "${reason}" PARENT_SCOPE)
endfunction()

function(gelu_cuda_missing what reason)
  set_property(GLOBAL APPEND_STRING PROPERTY GELU_CUDA_ROWS
               "GELU_CUDA_MISSING(\"${what}\", \"${reason}\")\n")
endfunction()

gelu_cuda_find()
if(GELU_CUDA_ABSENT)
  gelu_summary("absent   cuda: ${GELU_CUDA_ABSENT}")
  gelu_cuda_missing(cuda "${GELU_CUDA_ABSENT}")
else()
  list(JOIN GELU_CUDA_CODES ", sm_" text)
  gelu_summary("backend  cuda: nvcc ${GELU_CUDA_VERSION}, sm_${text}")
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/cuda)
  file(WRITE ${PROJECT_BINARY_DIR}/cuda/nvcc_version "${GELU_CUDA_VERSION}\n")
  add_library(gelu_cudart INTERFACE)
  target_link_libraries(gelu_cudart INTERFACE ${GELU_CUDART} Threads::Threads ${CMAKE_DL_LIBS} rt)
  target_include_directories(gelu_cudart SYSTEM INTERFACE ${GELU_CUDA_INCLUDE})
endif()

function(gelu_cuda_source name from)
  cmake_parse_arguments(PARSE_ARGV 2 C "NO_KERNELS" "" "")
  if(GELU_CUDA_ABSENT)
    return()
  endif()
  set(codes)
  foreach(arch IN LISTS GELU_CUDA_CODES)
    if(NOT arch LESS from)
      list(APPEND codes sm_${arch})
    endif()
  endforeach()
  if(NOT codes)
    gelu_cuda_missing(${name} "needs code for sm_${from} or later, and GELU_CUDA_ARCHS has none")
    return()
  endif()
  list(JOIN codes "," list)
  set(out ${PROJECT_BINARY_DIR}/cuda)
  set(cubins)
  foreach(code IN LISTS codes)
    list(APPEND cubins ${out}/${name}.${code}.cubin)
  endforeach()
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cu)
  # Fused only where `fma` is written, as everywhere. -O1 is for the host part; ptxas has its own -O3.
  # Intermediate files are kept: they are measured.
  add_custom_command(
    OUTPUT ${out}/${name}.o BYPRODUCTS ${out}/${name}.ptx ${cubins}
    COMMAND ${GELU_NVCC} -c ${source} -o ${out}/${name}.o -std=c++20 -O1 -fmad=false
            --expt-relaxed-constexpr ${GELU_CUDA_STUBS} ${GELU_CUDA_COMPRESS} --gpu-architecture=compute_${from} --gpu-code=${list}
            -I${PROJECT_SOURCE_DIR} -I${PROJECT_SOURCE_DIR}/kernels/include
            -Xcompiler=-fPIC,-ffp-contract=off --keep --keep-dir ${out}
            -MD -MF ${out}/${name}.d -MT ${out}/${name}.o
    DEPENDS ${source} DEPFILE ${out}/${name}.d VERBATIM COMMENT "CUDA kernels of ${name}.cu")
  set_property(GLOBAL APPEND PROPERTY GELU_CUDA_OBJECTS ${out}/${name}.o)
  if(NOT C_NO_KERNELS)
    set_property(GLOBAL APPEND_STRING PROPERTY GELU_CUDA_ROWS "GELU_CUDA_FILE(${name})\n")
  endif()
endfunction()
