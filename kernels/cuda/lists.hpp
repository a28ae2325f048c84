// SPDX-License-Identifier: Apache-2.0
// THE LISTS of the CUDA part: which methods in which files. Every method of kernels/methods.hpp
// gets each dtype in one and two vectors per thread; the lists below get what differs.
#pragma once

#include "kernels/cuda/methods/approx.hpp"
#include "kernels/cuda/methods/erf_ex2.hpp"
#include "kernels/cuda/methods/packed.hpp"
#include "kernels/methods.hpp"

namespace gelu::cuda {

using gelu::methods::List;

/// What only a GPU has, element by element.
using HardwareMethods = List<methods::erf_ex2, methods::erf_ex2_16, methods::tanh_approx,
                             methods::tanh_ex2_rcp, methods::sigmoid_ex2_rcp, methods::normcdf>;

/// On pairs of 16-bit numbers.
using PackedMethods = List<methods::packed_tanh, methods::packed_poly>;

/// In all launch shells: cheap and dear, with and without lookups.
using ShellMethods = List<gelu::methods::copy, gelu::methods::relu, gelu::methods::erf_libm,
                          gelu::methods::erf_4ulp, methods::erf_ex2, methods::tanh_approx>;

/// Timed in registers alone.
using ResidentMethods =
    List<gelu::methods::relu, gelu::methods::erf_libm, gelu::methods::tanh_libm,
         gelu::methods::erf_mills, gelu::methods::erf_4ulp, gelu::methods::poly<6>,
         gelu::methods::poly<12>, methods::erf_ex2, methods::tanh_approx, methods::tanh_ex2_rcp,
         methods::sigmoid_ex2_rcp, methods::normcdf>;

/// With a bias before or a gate behind.
using FusedMethods = List<gelu::methods::erf_libm, gelu::methods::tanh_libm, methods::erf_ex2_16,
                          methods::tanh_approx>;

/// To e4m3.
using NarrowMethods = List<gelu::methods::erf_libm, methods::normcdf, gelu::methods::tanh_libm,
                           methods::erf_ex2_16, methods::tanh_approx, methods::sigmoid_ex2_rcp>;

}  // namespace gelu::cuda
