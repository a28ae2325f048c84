// SPDX-License-Identifier: Apache-2.0
// gelu-reference-tables tables|hashes|narrow_hashes|erf|tanh|sigmoid: prints what docs/accuracy.md
// and reference/checkpoints/ hold; narrow_hashes are those of types below 32 bits.
#include <algorithm>
#include <cstdio>
#include <string>

#include "reference/tables.hpp"

namespace {

std::string tables() {
  return "### Extremes\n\n" + gelu::ref::extremes_table() + "\n### Thresholds\n\n" +
         gelu::ref::thresholds_table() + "\n### Inputs that are hardest to round (f32)\n\n" +
         gelu::ref::hard_cases_table();
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 2 ? argv[1] : "";
  const auto formula =
      std::find(gelu::k_formula_names.begin(), gelu::k_formula_names.begin() + 3, what);
  std::string text;
  if (what == "tables") {
    text = tables();
  } else if (what == "hashes") {
    text = gelu::ref::hashes_table();
  } else if (what == "narrow_hashes") {
    text = gelu::ref::hashes_table(2);
  } else if (formula != gelu::k_formula_names.begin() + 3) {
    text = gelu::ref::check_points(
        static_cast<gelu::Formula>(formula - gelu::k_formula_names.begin()));
  } else {
    std::fputs("usage: gelu-reference-tables tables|hashes|narrow_hashes|erf|tanh|sigmoid\n",
               stderr);
    return 2;
  }
  return std::fputs(text.c_str(), stdout) >= 0 && std::fflush(stdout) == 0 ? 0 : 2;
}
