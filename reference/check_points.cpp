// SPDX-License-Identifier: Apache-2.0
// The committed check points: what MPFR says at the places where implementations go wrong.
#include <array>
#include <cmath>
#include <cstdio>
#include <random>

#include "reference/formats.hpp"
#include "reference/reference.hpp"
#include "reference/tables.hpp"

namespace gelu::ref {
namespace {

struct Writer {
  Formula formula;
  Pass pass;
  Dtype dtype;
  std::string text;

  void add(std::uint64_t x, const char* why) {
    std::array<char, 100> line{};
    const auto digits = static_cast<int>(2 * bytes(dtype));
    const std::uint64_t y = rounded_mpfr(formula, pass, dtype, x, dtype);
    std::snprintf(line.data(), line.size(), "%s,%s,%s,%0*llx,%0*llx,%s\n", name(formula).data(),
                  name(pass).data(), name(dtype).data(), digits, static_cast<unsigned long long>(x),
                  digits, static_cast<unsigned long long>(y), why);
    text += line.data();
  }
  void add_both_signs(std::uint64_t x, const char* why) {
    add(x, why);
    add(x | sign_bit(dtype), why);
  }
};

void add_special(Writer& w) {
  const Format f = format(w.dtype);
  const std::uint64_t smallest_normal = encode(w.dtype, pow2(f.min_exponent));
  w.add(f.nan, "nan");
  if (w.dtype != Dtype::e4m3) w.add_both_signs(f.overflow, "infinity");
  w.add_both_signs(0, "zero");
  for (const std::uint64_t x : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{3}})
    w.add_both_signs(x, "subnormal");
  for (const std::uint64_t x : {smallest_normal - 1, smallest_normal, smallest_normal + 1,
                                encode(w.dtype, 2 * pow2(f.min_exponent))})
    w.add_both_signs(x, "subnormal_edge");
  w.add_both_signs(f.max_finite, "largest");
}

void add_borders(Writer& w) {
  const Thresholds t = thresholds(w.formula, w.pass, w.dtype);
  for (const std::uint64_t edge : {t.saturated, t.last_nonzero})
    for (std::uint64_t step = 0; step < 4; ++step) w.add(edge + step - 2, "border");
  const std::uint64_t bottom = encode(w.dtype, -0.752);
  for (std::uint64_t step = 0; step < 3; ++step) w.add(bottom + step - 1, "minimum");
}

void add_random(Writer& w) {
  std::mt19937_64 random(static_cast<std::uint64_t>(w.dtype) + 1);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  for (int i = 0; i < 12; ++i) {
    w.add_both_signs(encode(w.dtype, std::ldexp(1 + uniform(), 2 - 2 * i)), "binade");
    w.add_both_signs(encode(w.dtype, 6 * uniform()), "core");
    w.add_both_signs(encode(w.dtype, 6 + 34 * uniform()), "tail");
  }
}

}  // namespace

std::string check_points(Formula formula) {
  std::string text = "formula,pass,dtype,x_bits,y_bits,why\n";
  for (const Pass pass : {Pass::forward, Pass::backward})
    for (const Dtype dtype :
         {Dtype::f64, Dtype::f32, Dtype::f16, Dtype::bf16, Dtype::e4m3, Dtype::e5m2}) {
      Writer w{formula, pass, dtype, {}};
      add_special(w);
      add_borders(w);
      add_random(w);
      if (dtype == Dtype::f32)
        for (const HardCase& c : hard_cases(formula, pass, 16)) w.add(c.x, "hard");
      text += w.text;
    }
  return text;
}

}  // namespace gelu::ref
