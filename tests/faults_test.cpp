// SPDX-License-Identifier: Apache-2.0
// The checks can see: every fault of the catalogue is caught by the check that is there for it, and
// correctly rounded kernels raise no alarm.
#include <gtest/gtest.h>

#include "benchmarks/accuracy_sweep.hpp"
#include "reference/formats.hpp"
#include "tests/contract.hpp"
#include "tests/faults/elementwise.hpp"
#include "tests/faults/faults.hpp"

namespace gelu::test {
namespace {

using bench::GroupState;
using bench::Job;

/// Blocks around the places where kernels go wrong, up to both infinities and NaN.
std::vector<std::uint64_t> telling_blocks(Dtype d) {
  std::vector<std::uint64_t> blocks;
  if (d != Dtype::f32 && d != Dtype::f64) return {0x0000, 0x4000, 0x8000, 0xc000};
  const auto add = [&](std::uint64_t x) {
    if (d == Dtype::f32) x -= x % ref::k_block;
    if (d == Dtype::f64) x &= ~((std::uint64_t{1} << 49) - 1);
    if (std::find(blocks.begin(), blocks.end(), x) == blocks.end()) blocks.push_back(x);
  };
  for (const double x :
       {0.0,  0.3, 0.7519, 0.999, 1.0,   1.2297, 1.4142, 2.0,  2.85, 3.7, 3.999, 4.0, 5.54,
        5.65, 8.3, 10.07,  12.97, 14.15, 14.3,   16.5,   52.2, 88.0, 2e3, 1e10,  1e20})
    for (const double v : {x, -x}) add(ref::encode(d, v));
  if (d == Dtype::f64) return blocks;
  for (const std::uint64_t x : {0x00400000U, 0x80400000U, 0x00800000U, 0x80800000U, 0x7f7fffffU,
                                0xff7fffffU, 0x7f800000U, 0xff800000U, 0xffc00000U, 0xbf9d70a4U})
    add(x);
  return blocks;
}

Cell cell(const char* method, Formula formula, Dtype dtype, Forward f, Backward b) {
  Cell c;
  c.kernel = {method, formula,          f != nullptr ? Pass::forward : Pass::backward,
              dtype,  Origin::portable, f,
              b};
  c.backend = "scalar";
  c.isa = "test";
  c.key = std::string(method) + "/test";
  c.fma = true;
  return c;
}

GroupState certify(const std::vector<const Cell*>& cells) {
  const std::vector<Job> jobs = bench::make_jobs(cells);
  GroupState state = bench::new_state(jobs.at(0), {});
  bench::certify(jobs[0], telling_blocks(state.group.dtype), state);
  return state;
}

/// What a check of the catalogue shows about the last kernel.
double measure(const std::string& check, const GroupState& state) {
  const bench::Entry& e = state.kernels.back();
  const bench::Certificate& c = e.certificate;
  std::uint64_t steps = 0;
  for (const bench::Count& s : c.wrong_steps) steps += s.n;
  if (check == "ulp") return c.error.ulp.value;
  const std::uint64_t n = check == "not_correct" ? c.not_correct.n
                          : check == "nan"       ? c.nan_errors.n
                          : check == "inf"       ? c.inf_errors.n
                          : check == "sign"      ? c.sign_errors.n
                          : check == "zero_sign" ? c.zero_sign_errors.n
                          : check == "steps"     ? steps
                          : check == "hash"      ? (c.hash != state.reference.hash ? 1U : 0U)
                          : check == "same_bits" ? e.broken.n
                                                 : ~std::uint64_t{0};
  return static_cast<double>(n);
}

std::string name_of(const testing::TestParamInfo<const Fault*>& info) { return info.param->name; }
std::vector<const Fault*> pointers(std::span<const Fault> faults) {
  std::vector<const Fault*> all;
  for (const Fault& f : faults) all.push_back(&f);
  return all;
}

class ValueFault : public testing::TestWithParam<const Fault*> {};

TEST_P(ValueFault, IsSeenByItsCheck) {
  const Fault& f = *GetParam();
  const Cell wrong = cell("fault", f.formula, f.dtype, f.forward, f.backward);
  const Cell promised = cell("fault", f.formula, f.dtype, f.promised, nullptr);
  std::vector<const Cell*> cells;
  if (f.promised != nullptr) cells.push_back(&promised);
  cells.push_back(&wrong);
  const GroupState state = certify(cells);
  EXPECT_GE(measure(f.check, state), f.at_least) << f.check;
  EXPECT_EQ(measure("hash", state), 1) << "a wrong kernel has the hash of a right one";
}
INSTANTIATE_TEST_SUITE_P(Catalogue, ValueFault, testing::ValuesIn(pointers(value_faults())),
                         name_of);

class ContractFault : public testing::TestWithParam<const Fault*> {};

TEST_P(ContractFault, IsSeenByItsRule) {
  const Fault& f = *GetParam();
  const auto violations = check_contract(f.forward != nullptr ? subject(f.dtype, f.forward)
                                                              : subject(f.dtype, f.backward));
  const bool seen = std::any_of(violations.begin(), violations.end(),
                                [&](const Violation& v) { return v.rule == f.check; });
  EXPECT_TRUE(seen) << f.check << " is not among\n" << to_string(violations);
}
INSTANTIATE_TEST_SUITE_P(Catalogue, ContractFault, testing::ValuesIn(pointers(contract_faults())),
                         name_of);

TEST(Catalogue, HasThirtyClasses) {
  EXPECT_GE(value_faults().size() + contract_faults().size(), 30U);
}

struct OracleCase {
  Formula formula;
  Pass pass;
  Dtype dtype;
};

class Oracle : public testing::TestWithParam<OracleCase> {};

TEST_P(Oracle, RaisesNoAlarm) {
  const OracleCase& o = GetParam();
  const bool forward = o.pass == Pass::forward;
  const Cell c =
      cell("oracle", o.formula, o.dtype, forward ? oracle_forward(o.formula, o.dtype) : nullptr,
           forward ? nullptr : oracle_backward(o.formula, o.dtype));
  const GroupState state = certify({&c});
  EXPECT_LE(measure("ulp", state), 0.5 + 1e-9);
  EXPECT_GT(state.kernels[0].certificate.inputs, 50000U);
  for (const char* check :
       {"not_correct", "nan", "inf", "sign", "zero_sign", "steps", "hash", "same_bits"})
    EXPECT_EQ(measure(check, state), 0) << check;
}

std::vector<OracleCase> oracle_cases() {
  std::vector<OracleCase> cases;
  for (const Formula f : {Formula::erf, Formula::tanh, Formula::sigmoid})
    for (const Dtype d : {Dtype::f64, Dtype::f32, Dtype::f16, Dtype::bf16})
      for (const Pass p : {Pass::forward, Pass::backward})
        if (p == Pass::forward || oracle_backward(f, d) != nullptr) cases.push_back({f, p, d});
  return cases;
}
INSTANTIATE_TEST_SUITE_P(Reference, Oracle, testing::ValuesIn(oracle_cases()),
                         [](const auto& info) {
                           return std::string(name(info.param.formula)) + "_" +
                                  std::string(name(info.param.pass)) + "_" +
                                  std::string(name(info.param.dtype));
                         });

float twice(float x) { return 2 * x; }

TEST(Contract, HoldsForASaneKernel) {
  const auto violations = check_contract(subject(Dtype::f32, forward_of<float, twice>));
  EXPECT_TRUE(violations.empty()) << to_string(violations);
}

}  // namespace
}  // namespace gelu::test
