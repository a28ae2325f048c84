// SPDX-License-Identifier: Apache-2.0
// Where the reference is probed: borders, and random points that favour the parts where something
// happens. Same seed, same points, on every machine.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "reference/formats.hpp"

namespace gelu::test {

inline constexpr std::array k_dtypes{Dtype::f64,  Dtype::f32,  Dtype::f16,
                                     Dtype::bf16, Dtype::e4m3, Dtype::e5m2};

inline std::string label(Formula formula, Pass pass) {
  return std::string(name(formula)) + "_" + std::string(name(pass));
}

/// Encodings of all finite numbers of a small type, else of the borders and `count` random numbers.
inline std::vector<std::uint64_t> points(Formula formula, Dtype dtype, std::size_t count,
                                         std::uint64_t seed) {
  std::vector<std::uint64_t> result;
  const auto add = [&](std::uint64_t bits) {
    if (std::isfinite(ref::decode(dtype, bits)) && ref::decode(dtype, bits) != 0)
      result.push_back(bits);
  };
  const std::uint64_t all = bytes(dtype) < 8 ? std::uint64_t{1} << (8 * bytes(dtype)) : 0;
  if (all != 0 && all <= count) {
    for (std::uint64_t bits = 0; bits < all; ++bits) add(bits);
    return result;
  }
  // Powers of two; minimum of GELU, zeros of the gradients' neighbourhoods, ends of the tails.
  std::vector<double> centres{0.7517915246935645,
                              0.752,
                              1.702,
                              5.1,
                              5.54,
                              8.3,
                              10.06,
                              13.2,
                              14.2,
                              37.5,
                              38.485,
                              40,
                              24,
                              52,
                              480,
                              800};
  for (int e = -1074; e<1024; e += e> - 80 && e < 10 ? 1 : 25)
    centres.push_back(std::ldexp(1.0, e));
  for (const double centre : centres)
    for (const std::uint64_t sign : {std::uint64_t{0}, ref::sign_bit(dtype)})
      for (std::uint64_t step = 0; step < 5; ++step)
        add((ref::encode(dtype, centre) + step - 2) | sign);
  std::mt19937_64 random(seed * 1000 + static_cast<std::uint64_t>(formula));
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  while (result.size() < count) {
    const std::uint64_t sign = random() % 2 != 0 ? ref::sign_bit(dtype) : 0;
    switch (random() % 4) {
      case 0:
        add(random() >> (64 - 8 * bytes(dtype)));
        break;  // any encoding
      case 1:
        add(ref::encode(dtype, std::exp2(-30 + 37 * uniform())) | sign);
        break;  // any binade
      case 2:
        add(ref::encode(dtype, 4 * uniform()) | sign);
        break;  // the core
      default:
        add(ref::encode(dtype, 4 + 40 * uniform()) | sign);
        break;  // the tails
    }
  }
  return result;
}

/// A line of reference/checkpoints/<formula>.csv.
struct CheckPoint {
  Formula formula;
  Pass pass;
  Dtype dtype;
  std::uint64_t x, y;
  std::string line;
};

inline std::vector<CheckPoint> check_points(const std::string& folder) {
  std::vector<CheckPoint> result;
  const auto index = [](const auto& names, const std::string& text) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), text) - names.begin());
  };
  for (const char* formula : {"erf", "tanh", "sigmoid"}) {
    std::ifstream file(folder + "/" + formula + ".csv");
    std::string line;
    std::getline(file, line);  // the names of the columns
    while (std::getline(file, line)) {
      std::array<std::string, 6> field;
      std::istringstream fields(line);
      for (std::string& f : field) std::getline(fields, f, ',');
      result.push_back({static_cast<Formula>(index(k_formula_names, field[0])),
                        static_cast<Pass>(index(k_pass_names, field[1])),
                        static_cast<Dtype>(index(k_dtype_names, field[2])),
                        std::stoull(field[3], nullptr, 16), std::stoull(field[4], nullptr, 16),
                        line});
    }
  }
  return result;
}

}  // namespace gelu::test
