// SPDX-License-Identifier: Apache-2.0
// The tables of docs/accuracy.md.
#include "reference/tables.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "reference/formats.hpp"
#include "reference/minimum.hpp"
#include "reference/reference.hpp"

namespace gelu::ref {
namespace {

constexpr std::array k_formulas{Formula::erf, Formula::tanh, Formula::sigmoid};
constexpr std::array k_passes{Pass::forward, Pass::backward};
constexpr std::array k_dtypes{Dtype::f64,  Dtype::f32,  Dtype::f16,
                              Dtype::bf16, Dtype::e4m3, Dtype::e5m2};

template <class... Values>
std::string format_text(const char* pattern, Values... values) {
  std::array<char, 300> text{};
  std::snprintf(text.data(), text.size(), pattern, values...);
  return text.data();
}

/// A value as decimal and bits.
std::string value_cell(Dtype dtype, std::uint64_t bits) {
  const int digits = dtype == Dtype::f64 ? 17 : dtype == Dtype::f32 ? 9 : 6;
  return format_text("%.*g (`%0*llx`)", digits, decode(dtype, bits),
                     static_cast<int>(2 * bytes(dtype)), static_cast<unsigned long long>(bits));
}

/// The place of the largest |f(x) - g(x)| on [low, high]: on a grid, then by golden section.
double largest_difference(Formula f, Pass pass, double low, double high) {
  const auto negated = [&](double x) {
    const DoubleDouble d = evaluate(f, pass, x) + -evaluate(Formula::erf, pass, x);
    return d.hi > 0 ? -d : d;
  };
  constexpr double k_step = 1.0 / 1024;
  double best = low;
  for (double x = low; x <= high; x += k_step)
    if (negated(x).hi < negated(best).hi) best = x;
  return minimum(negated, best - k_step, best + k_step);
}

}  // namespace

std::string extremes_table() {
  std::string text = "| formula | quantity | at x | value |\n|---|---|---|---|\n";
  const auto row = [&](Formula f, const char* what, double x, DoubleDouble value) {
    text += format_text("| %s | %s | %.10g | %.16g |\n", name(f).data(), what, x, value.hi);
  };
  for (const Formula f : k_formulas) {
    const auto gradient = [&](double x) { return evaluate(f, Pass::backward, x); };
    const double bottom = crossing(gradient, -1.2, -0.3);
    text += format_text("| %s | zero of the gradient | %.17g | 0 |\n", name(f).data(), bottom);
    row(f, "minimum", bottom, evaluate(f, Pass::forward, bottom));
    const double low = minimum(gradient, -3, 0);
    row(f, "minimum of the gradient", low, gradient(low));
    const double high = minimum([&](double x) { return -gradient(x); }, 0, 4);
    row(f, "maximum of the gradient", high, gradient(high));
    if (f == Formula::erf) continue;
    for (const Pass pass : k_passes) {
      const double x = largest_difference(f, pass, -8, 8);
      const DoubleDouble d = evaluate(f, pass, x) + -evaluate(Formula::erf, pass, x);
      row(f, pass == Pass::forward ? "largest distance to erf" : "largest distance of gradients", x,
          {std::abs(d.hi), 0});
    }
  }
  return text;
}

std::string thresholds_table() {
  std::string text =
      "| formula | pass | dtype | same as at +infinity from | last non-zero | smallest result | "
      "largest result "
      "|\n|---|---|---|---|---|---|---|\n";
  for (const Formula f : k_formulas)
    for (const Pass pass : k_passes)
      for (const Dtype d : k_dtypes) {
        const Thresholds t = thresholds(f, pass, d);
        text += "| " + std::string(name(f)) + " | " + std::string(name(pass)) + " | " +
                std::string(name(d)) + " | " + value_cell(d, t.saturated) + " | " +
                value_cell(d, t.last_nonzero) + " | " + value_cell(d, t.lowest) + " | " +
                (pass == Pass::forward ? "" : value_cell(d, t.highest)) + " |\n";
      }
  return text;
}

std::string hashes_table(std::size_t widest) {
  std::string text = "formula,pass,dtype,hash\n";
  for (std::size_t f = 0; f < k_formula_names.size(); ++f)
    for (const Pass pass : k_passes)
      for (const Dtype d : k_dtypes) {
        if (d == Dtype::f64 || bytes(d) > widest) continue;
        const auto formula = static_cast<Formula>(f);
        text += format_text("%s,%s,%s,%016llx\n", name(formula).data(), name(pass).data(),
                            name(d).data(),
                            static_cast<unsigned long long>(table_hash(formula, pass, d)));
      }
  return text;
}

std::string hard_cases_table() {
  std::string text =
      "| formula | pass | x | bits | distance to a midpoint, ulp |\n|---|---|---|---|---|\n";
  for (const Formula f : k_formulas)
    for (const Pass pass : k_passes)
      for (const HardCase& c : hard_cases(f, pass, 3))
        text += format_text("| %s | %s | %a | `%08x` | %.2e |\n", name(f).data(), name(pass).data(),
                            decode(Dtype::f32, c.x), c.x, c.distance);
  return text;
}

}  // namespace gelu::ref
