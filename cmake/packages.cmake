# SPDX-License-Identifier: Apache-2.0
# Everything taken from elsewhere, found once. Debian 12 has all of it; scripts/setup installs it.

option(GELU_BUILD_REFERENCE "The high-precision reference; the programs and most tests need it" ON)
option(GELU_BUILD_PROGRAMS "gelu-throughput and gelu-accuracy" ${GELU_BUILD_REFERENCE})
option(GELU_BUILD_TESTS "Tests that need GoogleTest and the reference" ${GELU_BUILD_REFERENCE})

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

if(GELU_BUILD_REFERENCE)
  # MPFR has no CMake package.
  find_path(MPFR_INCLUDE_DIR mpfr.h)
  find_library(MPFR_LIBRARY mpfr)
  find_library(GMP_LIBRARY gmp)
  if(NOT MPFR_INCLUDE_DIR OR NOT MPFR_LIBRARY OR NOT GMP_LIBRARY)
    message(FATAL_ERROR "MPFR is missing: apt-get install libmpfr-dev libgmp-dev")
  endif()
  add_library(MPFR::MPFR INTERFACE IMPORTED)
  target_include_directories(MPFR::MPFR INTERFACE ${MPFR_INCLUDE_DIR})
  target_link_libraries(MPFR::MPFR INTERFACE ${MPFR_LIBRARY} ${GMP_LIBRARY})
endif()

# Vc's own CMake package probes the host's CPU and sets flags; the header and the archive are all we want.
find_path(VC_INCLUDE_DIR Vc/Vc)
find_library(VC_LIBRARY libVc.a)

# Peers: other people's GELU, to be measured beside ours.
set(GELU_PEERS AUTO CACHE STRING "Other libraries to measure: AUTO takes those that are installed, OFF none")
set_property(CACHE GELU_PEERS PROPERTY STRINGS AUTO OFF)
set(GELU_PEERS_ROOT "" CACHE PATH "Environment of scripts/bench --peers, which may have MKL")
if(NOT GELU_PEERS MATCHES "^(AUTO|OFF)$")
  message(FATAL_ERROR "GELU_PEERS is neither AUTO nor OFF: ${GELU_PEERS}")
endif()
if(GELU_PEERS STREQUAL "AUTO" AND NOT CMAKE_CROSSCOMPILING)
  include(CheckCXXSourceCompiles)
  find_path(SLEEF_INCLUDE_DIR sleef.h)
  find_library(SLEEF_LIBRARY sleef)
  find_package(Eigen3 3.4 QUIET NO_MODULE)
  find_path(XNNPACK_INCLUDE_DIR xnnpack.h)
  find_path(PTHREADPOOL_INCLUDE_DIR pthreadpool.h) # which xnnpack.h includes
  find_library(XNNPACK_LIBRARY XNNPACK)
  find_path(DNNL_INCLUDE_DIR oneapi/dnnl/dnnl.hpp)
  find_library(DNNL_LIBRARY dnnl)
  find_library(GOMP_LIBRARY gomp PATHS ${CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES}) # tells it: one thread
  # From scripts/bench --peers, which names the folder each time: not kept when it is gone.
  set(MKL_LIBRARIES)
  if(GELU_PEERS_ROOT)
    find_path(MKL_INCLUDE_DIR mkl_vml.h PATHS ${GELU_PEERS_ROOT}/include NO_DEFAULT_PATH NO_CACHE)
    foreach(part intel_lp64 sequential core)
      file(GLOB found ${GELU_PEERS_ROOT}/lib/libmkl_${part}.so.[0-9]*)
      list(APPEND MKL_LIBRARIES ${found})
    endforeach()
  endif()
  if(XNNPACK_LIBRARY AND NOT XNNPACK_VERSION) # neither header nor library tells it
    execute_process(COMMAND dpkg-query -W -f \${Version} libxnnpack-dev OUTPUT_VARIABLE found
                    RESULT_VARIABLE code ERROR_QUIET)
    if(NOT code EQUAL 0)
      set(found "of unknown version")
    endif()
    set(XNNPACK_VERSION "${found}" CACHE STRING "What the record says of XNNPACK's version")
  endif()
  set(CMAKE_REQUIRED_LIBRARIES mvec m)
  check_cxx_source_compiles("#include <emmintrin.h>
extern \"C\" __m128 _ZGVbN4v_erff(__m128);
int main() { return _mm_cvtss_si32(_ZGVbN4v_erff(_mm_setzero_ps())); }" GELU_HAS_MVEC)
  unset(CMAKE_REQUIRED_LIBRARIES)
endif()

# Apart, so that another peer compiles no backend anew.
set(GELU_BACKEND_INCLUDES)
set(GELU_PEER_INCLUDES)
if(VC_INCLUDE_DIR)
  set(GELU_BACKEND_INCLUDES ${VC_INCLUDE_DIR})
endif()
foreach(folder SLEEF_INCLUDE_DIR EIGEN3_INCLUDE_DIRS XNNPACK_INCLUDE_DIR DNNL_INCLUDE_DIR MKL_INCLUDE_DIR)
  if(${folder})
    list(APPEND GELU_PEER_INCLUDES ${${folder}})
  endif()
endforeach()
list(REMOVE_DUPLICATES GELU_PEER_INCLUDES)

if(GELU_BUILD_PROGRAMS)
  find_package(fmt REQUIRED CONFIG)
  find_package(CLI11 REQUIRED CONFIG)
  find_package(nlohmann_json REQUIRED CONFIG)
  find_package(benchmark REQUIRED CONFIG)
endif()

# gelu-count tells instructions apart with it; it has no CMake package in Debian.
find_path(ZYDIS_INCLUDE_DIR Zydis/Zydis.h)
find_library(ZYDIS_LIBRARY Zydis)

if(GELU_BUILD_TESTS)
  find_package(GTest REQUIRED)
endif()
