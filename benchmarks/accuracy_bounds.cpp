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

constexpr const char* k_header =
    "method,pass,dtype,fma,max_ulp,worst_ulp_x,max_abs,worst_abs_x,hash";

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
  if (line.ends_with(',')) fields.emplace_back();
  if (fields.size() != 9) throw std::runtime_error("not nine fields");
  if (fields[3] != "0" && fields[3] != "1") throw std::runtime_error("fma is neither 0 nor 1");
  const auto limit = [&](std::size_t at) {
    const Limit l{std::stod(fields[at]), std::stoull(fields[at + 1], nullptr, 16)};
    if (!(l.max >= 0)) throw std::runtime_error("'" + fields[at] + "' is no error");
    return l;
  };
  return {fields[0],
          named<Pass>(k_pass_names, fields[1]),
          named<Dtype>(k_dtype_names, fields[2]),
          fields[3] == "1",
          limit(4),
          limit(6),
          fields[8].empty() ? std::nullopt : std::optional(std::stoull(fields[8], nullptr, 16))};
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

namespace {

Limit limit_of(const Worst& w) { return {round_up(w.value), w.x == Worst::k_none ? 0 : w.x}; }

/// What is wrong with one limit, if anything. `at` is the error at the limit's own x.
void judge(const std::string& what, const Worst& measured, const Limit& limit, double at,
           const std::string& x, std::vector<std::string>& faults) {
  if (measured.value > limit.max)
    faults.push_back(fmt::format("{}: {:.6g} at {} is above the bound {:.6g}", what, measured.value,
                                 x, limit.max));
  const double reached = std::max(measured.value, at);
  if (limit.max > 1.1 * reached)
    faults.push_back(
        fmt::format("{}: the bound {:.6g} is slack, {:.6g} was reached", what, limit.max, reached));
}

/// Of all results, where all were judged.
std::optional<std::uint64_t> hash_of(const GroupState& s, const Entry& e) {
  if (s.coverage != Coverage::exhaustive || !s.complete()) return std::nullopt;
  return e.certificate.hash;
}

}  // namespace

std::string bounds_text(std::vector<Bound> known, const std::vector<GroupState>& states) {
  std::erase_if(known, [](const Bound& b) {
    return std::none_of(registry().begin(), registry().end(),
                        [&](const Cell& cell) { return b.method == cell.kernel.method; });
  });
  each_promise(states, [&](const Cell& cell, const GroupState& s, const Entry& e) {
    const Bound fresh{cell.kernel.method,
                      s.group.pass,
                      s.group.dtype,
                      cell.fma,
                      limit_of(conditioned_ulp(e.certificate, s.group.dtype)),
                      limit_of(e.certificate.error.abs),
                      hash_of(s, e)};
    std::erase_if(known, [&](const Bound& b) { return same_subject(b, fresh); });
    known.push_back(fresh);
  });
  std::vector<std::string> rows;
  rows.reserve(known.size());
  for (const Bound& b : known)
    rows.push_back(fmt::format("{},{},{},{},{:.6g},{},{:.6g},{},{}", b.method, name(b.pass),
                               name(b.dtype), b.fma ? 1 : 0, b.ulp.max, hex(b.ulp.worst_x, b.dtype),
                               b.abs.max, hex(b.abs.worst_x, b.dtype),
                               b.hash ? fmt::format("0x{:016x}", *b.hash) : ""));
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

const Bound* find_bound(const std::vector<Bound>& bounds, const Cell& cell) {
  const Kernel& k = cell.kernel;
  const auto it = std::find_if(bounds.begin(), bounds.end(), [&](const Bound& b) {
    return b.method == k.method && b.pass == k.pass && b.dtype == k.dtype && b.fma == cell.fma;
  });
  return it == bounds.end() ? nullptr : &*it;
}

PointError error_at(const Cell& cell, std::uint64_t x) {
  const Kernel& k = cell.kernel;
  const Dtype in = input(k.dtype), out = output(k.dtype);
  const std::uint64_t one = ref::encode(in, 1.0);
  std::uint64_t y = 0;
  run(k, {&x, &one, &y, nullptr}, 1);
  const double got = ref::decode(out, y), at = ref::decode(in, x);
  const std::uint64_t want = ref::rounded(k.formula, k.pass, in, x, out);
  if (ref::canonical(out, y) == want && !std::isfinite(got)) return {0, 0};
  const ref::DoubleDouble exact = ref::evaluate(k.formula, k.pass, at);
  const bool near_zero = k.pass == Pass::backward && near_gradient_zero(k.formula, at);
  const double abs = std::fabs((got - exact.hi) - exact.lo);
  const double ulp = near_zero ? abs * conditioned_scale(k.dtype)
                     : k.dtype == Dtype::f64
                         ? std::fabs(ref::ulp_error_f64(k.formula, k.pass, at, got))
                         : std::fabs(ref::ulp_error(out, got, exact.hi, exact.lo));
  if (!std::isfinite(ulp)) return {HUGE_VAL, HUGE_VAL};
  return {ulp, abs};
}

std::vector<std::string> check_bounds(const std::vector<Bound>& bounds,
                                      const std::vector<GroupState>& states) {
  std::vector<std::string> faults;
  each_promise(states, [&](const Cell& cell, const GroupState& s, const Entry& e) {
    const Bound* bound = find_bound(bounds, cell);
    if (bound == nullptr) {
      faults.push_back(fmt::format("{}: no bound", e.key));
      return;
    }
    const Worst ulp = conditioned_ulp(e.certificate, s.group.dtype);
    const Worst& abs = e.certificate.error.abs;
    const Dtype d = s.group.dtype;
    judge(e.key + ", ulp", ulp, bound->ulp, error_at(cell, bound->ulp.worst_x).ulp, hex(ulp.x, d),
          faults);
    judge(e.key + ", absolute", abs, bound->abs, error_at(cell, bound->abs.worst_x).abs,
          hex(abs.x, d), faults);
    const auto hash = hash_of(s, e);
    if (hash && bound->hash && *hash != *bound->hash)
      faults.push_back(fmt::format("{}: results changed, hash 0x{:016x} -> 0x{:016x}", e.key,
                                   *bound->hash, *hash));
  });
  return faults;
}

}  // namespace gelu::bench
