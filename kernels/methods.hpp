// SPDX-License-Identifier: Apache-2.0
// THE LIST of methods: one include and one name each. Backends, tests, benchmarks and reports fold
// over it.
#pragma once

#include "kernels/method.hpp"
#include "kernels/methods/copy.hpp"
#include "kernels/methods/erf_mills.hpp"
#include "kernels/methods/relu.hpp"
#include "kernels/methods/sigmoid_exp.hpp"
#include "kernels/methods/tanh_exp.hpp"

namespace gelu::methods {

using All = List<copy, relu, erf_mills, tanh_exp, sigmoid_exp>;

}  // namespace gelu::methods
