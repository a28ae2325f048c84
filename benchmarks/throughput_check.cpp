// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

#include "benchmarks/inputs.hpp"
#include "reference/formats.hpp"
#include "reference/reference.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_count = 4093;     // odd: the remainder after the last whole vector runs too
constexpr std::size_t k_guard = 64;       // bytes around the output that must stay poisoned
constexpr unsigned char k_poison = 0xff;  // as an element: NaN, which no finite input may give
/// The sigmoid form is 0.0203 away from exact GELU: what is further off is another function.
constexpr double k_absolute = 0.025, k_relative = 0.01;
/// The slope of a coarse approximation is further off than its value.
constexpr double k_absolute_backward = 0.05;
/// Beyond this, overflow inside a form is a matter for gelu-accuracy.
constexpr double k_largest = 1e4;

bool exact_by_nature(Formula f) { return f == Formula::relu || f == Formula::copy; }

/// Inputs: a grid over the interesting range, normal deviates, special values. What is out of range
/// is replaced by a harmless value; NaN stays.
double input_at(std::uint64_t seed, std::size_t i) {
  if (i < 1024) return (static_cast<double>(i) - 512) / 32;
  const double x = input("specials", seed, i);
  return std::abs(x) > k_largest ? std::copysign(3, x) : x;
}

/// Upstream gradients whose product with the derivative is exact, so that dy is seen to be read.
double upstream(std::size_t i) { return i % 3 == 0 ? -2 : 1; }

std::uint64_t element(const unsigned char* from, Dtype dtype, std::size_t i) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, from + i * bytes(dtype), bytes(dtype));
  return bits;
}

void put(std::vector<unsigned char>& to, Dtype dtype, double value) {
  const std::uint64_t bits = ref::encode(dtype, value);
  const auto* p = reinterpret_cast<const unsigned char*>(&bits);
  to.insert(to.end(), p, p + bytes(dtype));
}

void run(const Kernel& k, const unsigned char* x, const unsigned char* dy, unsigned char* y) {
  if (k.pass == Pass::forward) {
    k.forward(x, y, k_count);
  } else {
    k.backward(x, dy, y, k_count);
  }
}

bool agrees(const Kernel& k, double x, double got, double want) {
  if (std::isnan(want)) return std::isnan(got);
  if (exact_by_nature(k.formula)) {
    // relu has no derivative at 0: every convention is right there.
    return got == want || (k.formula == Formula::relu && k.pass == Pass::backward && x == 0);
  }
  const double absolute = k.pass == Pass::forward ? k_absolute : k_absolute_backward;
  return std::abs(got - want) <= absolute + k_relative * std::abs(want);
}

}  // namespace

const Checker::Case& Checker::case_of(const Kernel& kernel) {
  const auto key = std::tuple(kernel.formula, kernel.pass, kernel.dtype);
  if (const auto it = cases_.find(key); it != cases_.end()) return it->second;
  Case made;
  for (std::size_t i = 0; i < k_count; ++i) {
    put(made.x, kernel.dtype, input_at(seed_, i));
    const double dy = kernel.pass == Pass::backward ? upstream(i) : 1;
    put(made.dy, kernel.dtype, dy);
    const std::uint64_t x = element(made.x.data(), kernel.dtype, i);
    const std::uint64_t y = ref::rounded(kernel.formula, kernel.pass, kernel.dtype, x);
    made.exact.push_back(dy * ref::decode(kernel.dtype, y));
  }
  return cases_.emplace(key, std::move(made)).first->second;
}

Checker::Verdict Checker::check(const Cell& cell) {
  const Kernel& k = cell.kernel;
  const Case& test = case_of(k);
  const std::size_t size = k_count * bytes(k.dtype);
  std::vector<unsigned char> out(size + 2 * k_guard, k_poison);
  unsigned char* y = out.data() + k_guard;
  run(k, test.x.data(), test.dy.data(), y);
  const auto poisoned = [](unsigned char c) { return c == k_poison; };
  if (!std::all_of(out.begin(), out.begin() + k_guard, poisoned) ||
      !std::all_of(out.end() - k_guard, out.end(), poisoned))
    return {"writes outside its output"};
  for (std::size_t i = 0; i < k_count; ++i) {
    const double x = ref::decode(k.dtype, element(test.x.data(), k.dtype, i));
    const double got = ref::decode(k.dtype, element(y, k.dtype, i));
    if (!agrees(k, x, got, test.exact[i]))
      return {fmt::format("f({}) = {}, should be near {}", x, got, test.exact[i])};
  }
  using Clock = std::chrono::steady_clock;
  double best = 1e300;
  for (int repetition = 0; repetition < 3; ++repetition) {
    const auto start = Clock::now();
    run(k, test.x.data(), test.dy.data(), y);
    best = std::min(best, std::chrono::duration<double, std::nano>(Clock::now() - start).count());
  }
  return {"", best / static_cast<double>(k_count)};
}

}  // namespace gelu::bench
