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
