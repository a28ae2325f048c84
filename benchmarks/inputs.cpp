// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/inputs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>

#include "benchmarks/int8.hpp"

namespace gelu::bench {
namespace {

constexpr std::array<std::string_view, 5> k_names{"normal2", "normal1", "normal4", "uniform4",
                                                  "specials"};

/// The mixing step of splitmix64 (Steele, Lea, Flood 2014).
constexpr std::uint64_t mix(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// 64 random bits for the `attempt`-th try at element i.
constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t i, std::uint64_t attempt) {
  return mix(mix(mix(seed) + i) + attempt);
}

/// 32 bits to [-1, 1), exactly.
double symmetric(std::uint64_t bits32) { return static_cast<double>(bits32) * 0x1p-31 - 1; }

/// ln(a), 0 < a < 1, to about 1e-14, by 2 artanh((m - 1)/(m + 1)).
double log_of(double a) {
  constexpr double k_ln2 = 0x1.62e42fefa39efp-1, k_sqrt_half = 0x1.6a09e667f3bcdp-1;
  int exponent = 0;
  double m = std::frexp(a, &exponent);
  if (m < k_sqrt_half) {
    m *= 2;
    --exponent;
  }
  const double s = (m - 1) / (m + 1), s2 = s * s;
  double sum = 0;
  for (int k = 21; k >= 1; k -= 2) sum = sum * s2 + 1.0 / k;
  return exponent * k_ln2 + 2 * s * sum;
}

/// Marsaglia's polar method (1964): a point in the unit disc gives a normal deviate.
double normal(std::uint64_t seed, std::uint64_t i) {
  for (std::uint64_t attempt = 0;; ++attempt) {
    const std::uint64_t bits = random_bits(seed, i, attempt);
    const double u = symmetric(bits >> 32), v = symmetric(bits & 0xffffffff);
    const double r = u * u + v * v;
    if (r > 0 && r < 1) return u * std::sqrt(-2 * log_of(r) / r);
  }
}

constexpr double k_inf = std::numeric_limits<double>::infinity();
constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::array k_specials{
    0.0,       -0.0,    k_inf,    -k_inf, k_nan,     0x1p-149,   -0x1p-149, 0x1p-127,
    -0x1p-127, 0x1p-14, -0x1p-24, 1e-20,  -1e-20,    65504.0,    -65504.0,  1e30,
    -1e30,     -5.0,    -5.54,    -8.0,   -10.06,    -13.5,      -14.2,     -37.5,
    -0.7518,   0.5,     -0.5,     1.0,    3.4028e38, -3.4028e38, 17.0,      -17.0};

}  // namespace

std::span<const std::string_view> input_names() { return k_names; }

bool is_input_name(std::string_view name) {
  return std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

double input(std::string_view name, std::uint64_t seed, std::uint64_t i) {
  i %= k_input_period;
  if (name == "normal1") return normal(seed, i);
  if (name == "normal4") return 4 * normal(seed, i);
  if (name == "uniform4") return 4 * symmetric(random_bits(seed, i, 0) >> 32);
  if (name == "specials" && i % 8 == 3)
    return k_specials[random_bits(seed, i, 0) % k_specials.size()];
  return 2 * normal(seed, i);
}

void fill_inputs(std::string_view name, std::uint64_t seed, Dtype dtype, std::size_t n, void* out) {
  if (!is_input_name(name))
    throw std::invalid_argument("unknown inputs '" + std::string(name) + "'");
  const std::size_t size = bytes(dtype), first = std::min<std::size_t>(n, k_input_period);
  auto* to = static_cast<unsigned char*>(out);
  for (std::size_t i = 0; i < first; ++i) {
    const std::uint64_t bits = encode(gelu::input(dtype), input(name, seed, i));
    std::memcpy(to + i * size, &bits, size);  // little endian, like every machine we build for
  }
  for (std::size_t done = first; done < n;) {
    const std::size_t more = std::min(n - done, first);
    std::memcpy(to + done * size, to, more * size);
    done += more;
  }
}

}  // namespace gelu::bench
