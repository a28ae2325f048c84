// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/throughput_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

#include "benchmarks/inputs.hpp"
#include "benchmarks/int8.hpp"
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

/// Upstream gradients and gates whose product is exact, and biases, so that they are seen to be
/// read.
double with_at(Pass pass, std::size_t i) {
  if (pass == Pass::forward) return 0;
  return (i % 3 == 0 ? -2 : 1) * (pass == Pass::bias ? 0.25 : 1);
}

std::uint64_t element(const unsigned char* from, Dtype dtype, std::size_t i) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, from + i * bytes(dtype), bytes(dtype));
  return bits;
}

void put(std::vector<unsigned char>& to, Dtype dtype, double value) {
  const std::uint64_t bits = encode(input(dtype), value);
  const auto* p = reinterpret_cast<const unsigned char*>(&bits);
  to.insert(to.end(), p, p + bytes(dtype));
}

/// The reference's value of a single pass near x, in the kernel's type of results.
double near(const Kernel& k, Pass pass, double x) {
  const Dtype d = input(k.dtype);
  if (d == Dtype::i8) {
    if (k.formula == Formula::copy) return x;
    return decode(d, static_cast<std::uint8_t>(table_of_sixteenths(k.formula)[encode(d, x)]));
  }
  return decode(d, ref::rounded(k.formula, pass, d, encode(d, x)));
}

bool agrees(const Kernel& k, double x, double got, double want, bool slope) {
  if (std::isnan(want)) return std::isnan(got);
  if (exact_by_nature(k.formula) && is_single(k.pass) && k.dtype == output(k.dtype)) {
    // relu has no derivative at 0: every convention is right there.
    return got == want || (k.formula == Formula::relu && slope && x == 0);
  }
  const double absolute = slope ? k_absolute_backward : k_absolute;
  return std::abs(got - want) <= absolute + k_relative * std::abs(want);
}

/// An output surrounded by poison, itself poisoned.
class Output {
 public:
  explicit Output(Dtype dtype)
      : dtype_(dtype), bytes_(k_count * bytes(dtype) + 2 * k_guard, k_poison) {}
  unsigned char* begin() { return bytes_.data() + k_guard; }
  double at(std::size_t i) { return decode(dtype_, element(begin(), dtype_, i)); }
  bool guards_poisoned() const {
    const auto poisoned = [](unsigned char c) { return c == k_poison; };
    return std::all_of(bytes_.begin(), bytes_.begin() + k_guard, poisoned) &&
           std::all_of(bytes_.end() - k_guard, bytes_.end(), poisoned);
  }

 private:
  Dtype dtype_;
  std::vector<unsigned char> bytes_;
};

}  // namespace

const Checker::Case& Checker::case_of(const Kernel& kernel) {
  const Pass pass = kernel.pass;
  const auto key = std::tuple(kernel.formula, pass, kernel.dtype);
  if (const auto it = cases_.find(key); it != cases_.end()) return it->second;
  Case made;
  for (std::size_t i = 0; i < k_count; ++i) {
    const double with = with_at(pass, i);
    put(made.x, kernel.dtype, input_at(seed_, i));
    put(made.with, kernel.dtype, with);
    const double x = decode(input(kernel.dtype), element(made.x.data(), kernel.dtype, i));
    const double slope = pass == Pass::backward || pass == Pass::forward_backward
                             ? near(kernel, Pass::backward, x)
                             : 0;
    const double value = near(kernel, Pass::forward, pass == Pass::bias ? x + with : x);
    made.y.push_back(pass == Pass::backward ? with * slope
                     : pass == Pass::gated  ? with * value
                                            : value);
    made.dx.push_back(with * slope);
  }
  if (kernel.look_up != nullptr) {
    const auto table = table_of_sixteenths(kernel.formula);
    made.with.assign(table.begin(), table.end());
  }
  return cases_.emplace(key, std::move(made)).first->second;
}

Checker::Verdict Checker::check(const Cell& cell) {
  const Kernel& k = cell.kernel;
  const Case& test = case_of(k);
  Output y(output(k.dtype)), dx(output(k.dtype));
  const Arrays arrays{test.x.data(), test.with.data(), y.begin(), dx.begin()};
  run(k, arrays, k_count);
  if (!y.guards_poisoned() || !dx.guards_poisoned()) return {"writes outside its output"};
  const bool both = k.pass == Pass::forward_backward;
  for (std::size_t i = 0; i < k_count; ++i) {
    const double x = decode(input(k.dtype), element(test.x.data(), k.dtype, i));
    // What another library makes of NaN is told by its certificate; it is that function all the
    // same.
    if (is_peer(cell) && std::isnan(x)) continue;
    if (!agrees(k, x, y.at(i), test.y[i], k.pass == Pass::backward))
      return {fmt::format("f({}) = {}, should be near {}", x, y.at(i), test.y[i])};
    if (both && !agrees(k, x, dx.at(i), test.dx[i], true))
      return {fmt::format("dx({}) = {}, should be near {}", x, dx.at(i), test.dx[i])};
  }
  using Clock = std::chrono::steady_clock;
  double best = 1e300;
  for (int repetition = 0; repetition < 3; ++repetition) {
    const auto start = Clock::now();
    run(k, arrays, k_count);
    best = std::min(best, std::chrono::duration<double, std::nano>(Clock::now() - start).count());
  }
  return {"", best / static_cast<double>(k_count)};
}

}  // namespace gelu::bench
