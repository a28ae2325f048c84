// SPDX-License-Identifier: Apache-2.0
// The counting type computes what Scalar computes, and counts what a method's file says.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "kernels/methods.hpp"
#include "kernels/passes.hpp"
#include "kernels/vec/counting.hpp"

namespace gelu::test {
namespace {

struct Here;
using Counting = vec::Counting<float, Here>;

template <class M>
void count(std::map<std::string, vec::Operations>& all) {
  if constexpr (forward_method<M, Counting>) {
    Counting::count = {};
    Counting::Wide::count = {};
    const float y = M::template forward<Counting>(Counting(-1.5F)).v;
    // Methods that widen their elements do their arithmetic there.
    all[M::about.name] =
        Counting::Wide::count.flops() > 0 ? Counting::Wide::count : Counting::count;
    // On this x no method of the list is further than 0.05 from the value of its formula.
    EXPECT_NEAR(y,
                M::about.formula == Formula::leaky_relu ? -0.015F
                : M::about.formula == Formula::silu     ? -0.27363F
                : M::about.formula == Formula::relu     ? 0
                : M::about.formula == Formula::copy     ? -1.5F
                                                        : -0.1F,
                0.05F)
        << M::about.name;
  }
}

template <class... Ms>
std::map<std::string, vec::Operations> count_all(methods::List<Ms...>) {
  std::map<std::string, vec::Operations> all;
  (count<Ms>(all), ...);
  return all;
}

TEST(Operations, ANegationThatFusesIsFree) {
  const Counting x(3), y(5);
  const auto logic = [](auto f) {
    Counting::count = {};
    f().plain();
    return Counting::count.logic;
  };
  EXPECT_EQ(logic([&] { return fma(-x, y, -x); }), 0);
  EXPECT_EQ(logic([&] { return x + -y; }), 0);
  EXPECT_EQ(logic([&] { return -x * y; }), 1);
  EXPECT_EQ(logic([&] { return select(x < y, -x, y); }), 3);
  EXPECT_EQ(logic([&] { return -x; }), 1);
  EXPECT_EQ(logic([&] { return - -x; }), 0);
}

TEST(Operations, AreThoseOfTheMethodsFile) {
  auto all = count_all(methods::All{});
  EXPECT_GT(all.size(), 20U);
  EXPECT_EQ(all["relu"].flops(), 0);
  EXPECT_EQ(all["relu"].minmax, 1);
  EXPECT_EQ(all["erf_mills"].div, 1);    // s = t / (t + 4)
  EXPECT_EQ(all["poly_1e3"].lookup, 2);  // the coefficients of a line
  EXPECT_EQ(all["poly_1e4"].logic, 0);   // the minus of its last addend fuses
  EXPECT_EQ(all["poly_1e6"].lookup, 3);  // of a cubic: two share a number
  EXPECT_EQ(all["table_linear_64"].gather, 2);
  EXPECT_EQ(all["poly_12"].div, 0);
  EXPECT_EQ(all["tanh_libm"].library, 1);
  EXPECT_GT(all["poly_12"].fma, all["poly_4"].fma);
  EXPECT_EQ(all["copy"].flops(), 0);
  all.erase("copy");
  all.erase("relu");
  for (const auto& [name, operations] : all) EXPECT_GT(operations.flops(), 0) << name;
}

}  // namespace
}  // namespace gelu::test
