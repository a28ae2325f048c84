// SPDX-License-Identifier: Apache-2.0
// THE LIST of methods: one include and one name each. Backends, tests, benchmarks and reports fold
// over it.
#pragma once

#include "kernels/method.hpp"
#include "kernels/methods/composite.hpp"
#include "kernels/methods/composite_16bit.hpp"
#include "kernels/methods/copy.hpp"
#include "kernels/methods/erf_1ulp.hpp"
#include "kernels/methods/erf_1ulp_branch.hpp"
#include "kernels/methods/erf_4ulp.hpp"
#include "kernels/methods/erf_4ulp_branch.hpp"
#include "kernels/methods/erf_4ulp_branch_32.hpp"
#include "kernels/methods/erf_bf16.hpp"
#include "kernels/methods/erf_cr.hpp"
#include "kernels/methods/erf_exp.hpp"
#include "kernels/methods/erf_f16.hpp"
#include "kernels/methods/erf_libm.hpp"
#include "kernels/methods/erf_libm_erfc.hpp"
#include "kernels/methods/erf_mills.hpp"
#include "kernels/methods/erf_rational.hpp"
#include "kernels/methods/leaky_relu.hpp"
#include "kernels/methods/poly.hpp"
#include "kernels/methods/poly_1e3.hpp"
#include "kernels/methods/poly_1e4.hpp"
#include "kernels/methods/poly_1e6.hpp"
#include "kernels/methods/poly_piecewise.hpp"
#include "kernels/methods/relu.hpp"
#include "kernels/methods/sigmoid_1ulp.hpp"
#include "kernels/methods/sigmoid_1ulp_branch.hpp"
#include "kernels/methods/sigmoid_4ulp.hpp"
#include "kernels/methods/sigmoid_cr.hpp"
#include "kernels/methods/sigmoid_exp.hpp"
#include "kernels/methods/sigmoid_exp_rcp.hpp"
#include "kernels/methods/sigmoid_libm.hpp"
#include "kernels/methods/sigmoid_segments.hpp"
#include "kernels/methods/silu.hpp"
#include "kernels/methods/table_full.hpp"
#include "kernels/methods/table_linear.hpp"
#include "kernels/methods/table_nearest.hpp"
#include "kernels/methods/table_register.hpp"
#include "kernels/methods/tanh_1ulp.hpp"
#include "kernels/methods/tanh_1ulp_branch.hpp"
#include "kernels/methods/tanh_4ulp.hpp"
#include "kernels/methods/tanh_4ulp_branch.hpp"
#include "kernels/methods/tanh_cr.hpp"
#include "kernels/methods/tanh_exp.hpp"
#include "kernels/methods/tanh_libm.hpp"
#include "kernels/methods/tanh_rational.hpp"
#include "kernels/methods/tanh_segments.hpp"

namespace gelu::methods {

using All = List<
    // roofs and neighbours
    copy, relu, leaky_relu, silu,
    // erf: x Phi(x)
    erf_libm, erf_libm_erfc, erf_exp, erf_rational, erf_mills, erf_4ulp, erf_4ulp_8,
    erf_4ulp_branch, erf_4ulp_branch_32, erf_1ulp, erf_1ulp_8, erf_1ulp_branch, erf_cr,
    // erf for one 16-bit type
    erf_bf16, erf_bf16_8, erf_f16, erf_f16_8,
    // tanh
    tanh_libm, tanh_exp, tanh_rational, tanh_1e3, tanh_1e3_8, tanh_1e4, tanh_1e4_8, tanh_1e6,
    tanh_1e6_16, tanh_4ulp, tanh_4ulp_8, tanh_4ulp_branch, tanh_1ulp, tanh_1ulp_branch, tanh_cr,
    // sigmoid
    sigmoid_libm, sigmoid_exp, sigmoid_exp_rcp, sigmoid_1e3, sigmoid_1e3_8, sigmoid_1e4,
    sigmoid_1e4_8, sigmoid_1e6, sigmoid_1e6_16, sigmoid_4ulp, sigmoid_1ulp, sigmoid_1ulp_branch,
    sigmoid_cr,
    // tables
    table_nearest<256>, table_nearest<1024>, table_nearest<4096>, table_linear<64>,
    table_linear<256>, table_linear<1024>, table_register, table_full<Formula::erf>,
    table_full<Formula::tanh>, table_full<Formula::sigmoid>,
    // polynomials
    poly<4>, poly<6>, poly<8>, poly<10>, poly<12>, poly_piecewise, poly_1e3, poly_1e3_8, poly_1e4,
    poly_1e4_8, poly_1e6, poly_1e6_8,
    // composite polynomials
    composite_1e3, composite_1e4, composite_1e6, composite_3e7, tanh_composite_1e3,
    tanh_composite_1e4, tanh_composite_1e6, sigmoid_composite_1e3, sigmoid_composite_1e4,
    composite_f16, composite_bf16, tanh_composite_f16, tanh_composite_bf16>;

}  // namespace gelu::methods
