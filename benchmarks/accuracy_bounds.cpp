// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_bounds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "reference/ulp.hpp"

namespace gelu::bench {
namespace {

constexpr const char* k_header = "method,pass,dtype,fma,max_ulp,worst_x";

const Cell* find_cell(const std::string& key) {
  for (const Cell& cell : registry())
    if (cell.key == key) return &cell;
  return nullptr;
}

/// f(cell, state, entry) for each certified portable kernel.
template <class F>
void each_promise(const std::vector<GroupState>& states, const F& f) {
  for (const GroupState& s : states) {
    for (const Entry& e : s.kernels) {
      const Cell* cell = find_cell(e.key);
      if (cell != nullptr && cell->kernel.origin == Origin::portable &&
          (e.promised_by.empty() || e.broken.n != 0))
        f(*cell, s, e);
    }
  }
}

bool same_subject(const Bound& a, const Bound& b) {
  return a.method == b.method && a.pass == b.pass && a.dtype == b.dtype && a.fma == b.fma;
}

template <class E, std::size_t N>
E named(const std::array<std::string_view, N>& names, const std::string& text) {
  const auto it = std::find(names.begin(), names.end(), text);
  if (it == names.end()) throw std::runtime_error("unknown name '" + text + "'");
  return static_cast<E>(it - names.begin());
}

Bound parse(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> fields;
  for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
  if (fields.size() != 6) throw std::runtime_error("not six fields");
  if (fields[3] != "0" && fields[3] != "1") throw std::runtime_error("fma is neither 0 nor 1");
  Bound bound{fields[0],
              named<Pass>(k_pass_names, fields[1]),
              named<Dtype>(k_dtype_names, fields[2]),
              fields[3] == "1",
              std::stod(fields[4]),
              std::stoull(fields[5], nullptr, 16)};
  if (!(bound.max_ulp >= 0)) throw std::runtime_error("max_ulp is no error");
  return bound;
}

}  // namespace

double round_up(double v) {
  if (!(v > 0) || !std::isfinite(v)) return v;
  const double unit = std::pow(10.0, std::floor(std::log10(v)) - 2);
  double up = std::ceil(v / unit) * unit;
  // Through text, so that the number in the file is the number compared with.
  const auto shortest = [](double x) { return std::stod(fmt::format("{:.6g}", x)); };
  while (shortest(up) < v) up += unit;
  return shortest(up);
}

std::string bounds_text(std::vector<Bound> known, const std::vector<GroupState>& states) {
  std::erase_if(known, [](const Bound& b) {
    return std::none_of(registry().begin(), registry().end(),
                        [&](const Cell& cell) { return b.method == cell.kernel.method; });
  });
  each_promise(states, [&](const Cell& cell, const GroupState& s, const Entry& e) {
    const Worst w = conditioned_ulp(e.certificate, s.group.dtype);
    const Bound fresh{cell.kernel.method, s.group.pass,      s.group.dtype,
                      cell.fma,           round_up(w.value), w.x == Worst::k_none ? 0 : w.x};
    std::erase_if(known, [&](const Bound& b) { return same_subject(b, fresh); });
    known.push_back(fresh);
  });
  std::vector<std::string> rows;
  rows.reserve(known.size());
  for (const Bound& b : known)
    rows.push_back(fmt::format("{},{},{},{},{:.6g},{}", b.method, name(b.pass), name(b.dtype),
                               b.fma ? 1 : 0, b.max_ulp, hex(b.worst_x, b.dtype)));
  std::sort(rows.begin(), rows.end());
  std::string text = std::string(k_header) + "\n";
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

std::vector<Bound> read_bounds(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string line;
  if (!in || !std::getline(in, line)) throw std::runtime_error(path.string() + ": cannot be read");
  if (line != k_header) throw std::runtime_error(path.string() + ": not a table of bounds");
  std::vector<Bound> bounds;
  for (int number = 2; std::getline(in, line); ++number) {
    try {
      bounds.push_back(parse(line));
    } catch (const std::exception& e) {
      throw std::runtime_error(fmt::format("{}:{}: {}", path.string(), number, e.what()));
    }
  }
  return bounds;
}

double error_at(const Cell& cell, std::uint64_t x) {
  const Kernel& k = cell.kernel;
  const std::uint64_t one = ref::encode(k.dtype, 1.0);
  std::uint64_t y = 0;
  k.pass == Pass::forward ? k.forward(&x, &y, 1) : k.backward(&x, &one, &y, 1);
  const double got = ref::decode(k.dtype, y), at = ref::decode(k.dtype, x);
  const std::uint64_t want = ref::rounded(k.formula, k.pass, k.dtype, x);
  if (ref::canonical(k.dtype, y) == want && !std::isfinite(got)) return 0;
  const ref::DoubleDouble exact = ref::evaluate(k.formula, k.pass, at);
  const bool near_zero = k.pass == Pass::backward && at >= -1 && at <= -0.5;
  const double ulp = near_zero ? std::fabs((got - exact.hi) - exact.lo) * conditioned_scale(k.dtype)
                               : std::fabs(ref::ulp_error(k.dtype, got, exact.hi, exact.lo));
  return std::isfinite(ulp) ? ulp : HUGE_VAL;
}

std::vector<std::string> check_bounds(const std::vector<Bound>& bounds,
                                      const std::vector<GroupState>& states) {
  std::vector<std::string> faults;
  each_promise(states, [&](const Cell& cell, const GroupState& s, const Entry& e) {
    const auto bound = std::find_if(bounds.begin(), bounds.end(), [&](const Bound& b) {
      return b.method == cell.kernel.method && b.pass == s.group.pass && b.dtype == s.group.dtype &&
             b.fma == cell.fma;
    });
    if (bound == bounds.end()) {
      faults.push_back(fmt::format("{}: no bound", e.key));
      return;
    }
    const Worst w = conditioned_ulp(e.certificate, s.group.dtype);
    if (w.value > bound->max_ulp)
      faults.push_back(fmt::format("{}: {:.6g} ulp at {} is above the bound {:.6g}", e.key, w.value,
                                   hex(w.x, s.group.dtype), bound->max_ulp));
    const double reached = std::max(w.value, error_at(cell, bound->worst_x));
    if (bound->max_ulp > 1.1 * reached)
      faults.push_back(fmt::format("{}: the bound {:.6g} is slack, {:.6g} ulp were reached", e.key,
                                   bound->max_ulp, reached));
  });
  return faults;
}

}  // namespace gelu::bench
