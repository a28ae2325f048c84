// SPDX-License-Identifier: Apache-2.0
// A catalogue of deliberately wrong kernels, one class of fault each, and the check that must see
// it. Every fault sits in an otherwise correctly rounded kernel: whoever misses it misses the
// class.
#pragma once

#include <span>
#include <string>

#include "kernels/kernel.hpp"

namespace gelu::test {

struct Fault {
  const char* name;
  Formula formula;
  Dtype dtype;
  Forward forward;  ///< one of the two
  Backward backward;
  const char* check;  ///< a number of the certificate (see measure), or a rule of the contract
  double at_least;    ///< what the check must show; a correct kernel shows 0, and at most 1/2 ulp
  Forward promised = nullptr;  ///< a kernel that must have the same bits
};

/// Faults in the values, seen by the certificate.
std::span<const Fault> value_faults();
/// Faults in how a kernel treats memory, lengths and the environment, seen by check_contract.
std::span<const Fault> contract_faults();

/// Correctly rounded kernels for all formulas and dtypes: they must raise no alarm.
Forward oracle_forward(Formula, Dtype);
Backward oracle_backward(Formula, Dtype);

}  // namespace gelu::test
