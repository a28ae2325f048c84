// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "reference/ulp.hpp"

namespace gelu::bench {
namespace {

constexpr std::uint64_t k_sign = std::uint64_t{1} << 63;
constexpr std::uint64_t k_infinity = 0x7ff0000000000000;
constexpr unsigned k_fraction = 52;
constexpr int k_low = -60, k_high = 10;  ///< binades between which the formula is not trivial
constexpr std::size_t k_points = 1024, k_trivial_points = 64, k_climbs = 4;

int exponent_of(std::uint64_t x) { return static_cast<int>((x & ~k_sign) >> k_fraction) - 1023; }
bool trivial(std::uint64_t x) { return exponent_of(x) < k_low || exponent_of(x) > k_high; }
/// Encodings of the stratum that begins at x.
std::uint64_t width_of(std::uint64_t x) {
  return std::uint64_t{1} << (trivial(x) ? k_fraction : k_fraction - 3);
}
double as_double(std::uint64_t x) { return std::bit_cast<double>(x); }

/// So small that the low part of a sum of two doubles is cut off.
bool deep(double v) { return std::fabs(v) < 0x1p-960; }

/// y - f(x), signed. The reference scales what is deep, so that its ulp are exact too.
struct Difference {
  double ulp, value;
};
Difference difference(const Group& g, Formula formula, double x, double y,
                      const ref::DoubleDouble& f) {
  if (!deep(f.hi) || !deep(y))
    return {ref::ulp_error<Dtype::f64>(y, f.hi, f.lo), (y - f.hi) - f.lo};
  const double ulp = ref::ulp_error_f64(formula, g.pass, x, y);
  return {ulp, ulp * ref::ulp<Dtype::f64>(f.hi)};
}

void take(Distance& distance, std::uint64_t x, const Difference& d, const ref::DoubleDouble& f) {
  if (!std::isfinite(d.value)) return;
  distance.ulp.take(std::fabs(d.ulp), x);
  distance.abs.take(std::fabs(d.value), x);
  if (std::fabs(f.hi) >= 0x1p-1022) distance.rel.take(std::fabs(d.value / f.hi), x);
}

}  // namespace

std::vector<std::uint64_t> search_plan() {
  std::vector<std::uint64_t> plan;
  for (const std::uint64_t sign : {std::uint64_t{0}, k_sign})
    for (std::uint64_t x = 0; x < k_infinity; x += width_of(x)) plan.push_back(x | sign);
  return plan;
}

Searcher::Searcher(const Map& map, const Job& job, const GroupState& state)
    : map_(map),
      job_(job),
      seed_(state.seed),
      certificates_(job.cells.size()),
      broken_(job.cells.size()) {
  for (const Entry& e : state.kernels) promised_.push_back(!e.promised_by.empty());
  reference_.binades.resize(map.binades());
  for (Certificate& c : certificates_) c.binades.resize(map.binades());
}

Searcher::Point Searcher::point(std::uint64_t x) const {
  const Group& g = job_.group;
  Point p{x, x + 1, ref::evaluate(g.formula, g.pass, as_double(x)), {}, 0, 0};
  if (map_.compared()) p.gelu = ref::evaluate(Formula::erf, g.pass, as_double(x));
  p.rounded = ref::rounded(g.formula, g.pass, Dtype::f64, x);
  return p;
}

/// Both ends and random points between; these share the stratum's mass of N(0,1).
std::vector<Searcher::Point> Searcher::sample(std::uint64_t first) {
  const std::size_t n = trivial(first) ? k_trivial_points : k_points;
  std::vector<Point> points;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t x = i == 0   ? first_
                            : i == 1 ? last_ - 1
                                     : first_ + random_() % (last_ - first_);
    Point p = point(x);
    const double v = as_double(x);
    p.weight = 0.3989422804014327 * std::exp(-0.5 * v * v) *
               std::fabs(as_double(last_ - 1) - as_double(first_)) / static_cast<double>(n);
    points.push_back(p);
  }
  return points;
}

std::vector<double> Searcher::run_kernel(const Cell& cell, const std::vector<std::uint64_t>& x) {
  std::vector<double> y(x.size());
  const std::vector<double> ones(x.size(), 1.0);
  gelu::run(cell.kernel, {x.data(), ones.data(), y.data(), nullptr}, x.size());
  return y;
}

/// Enters a result; returns its error in ulp.
double Searcher::judge(Certificate& c, const Point& p, double y, bool sampled) const {
  const double want = as_double(p.rounded), x = as_double(p.x);
  const std::uint64_t bits = ref::canonical(Dtype::f64, std::bit_cast<std::uint64_t>(y));
  ++c.inputs;
  if (bits != p.rounded) c.not_correct.hit(p.x);
  if (std::isnan(y) != std::isnan(want)) c.nan_errors.hit(p.x);
  if (!std::isnan(y) && !std::isnan(want)) {
    if (std::isinf(y) != std::isinf(want)) c.inf_errors.hit(p.x);
    if (std::signbit(y) != std::signbit(want))
      (y == 0 ? c.zero_sign_errors : c.sign_errors).hit(p.x);
  }
  const bool finite = std::isfinite(y) && std::isfinite(want);
  const Group& g = job_.group;
  Difference own{0, 0};
  Distance d;
  if (finite) take(d, p.x, own = difference(g, g.formula, x, y, p.own), p.own);
  c.error.take(d);
  if (finite && map_.compared())
    take(c.total, p.x, difference(g, Formula::erf, x, y, p.gelu), p.gelu);
  const auto enter = [&](Part& part) {
    ++part.inputs;
    part.not_correct += bits != p.rounded ? 1 : 0;
    part.error.take(d);
  };
  enter(c.regions[static_cast<std::size_t>(map_.region_of(x))]);
  enter(c.binades[p.x >> k_fraction]);
  if (sampled) {
    c.hash += ref::mix(ref::mix(p.x) + bits);
    if (finite) {
      const double e = own.value, u = d.ulp.value;
      ++c.histogram[bin_of(u)];
      const double terms[] = {1, std::fabs(e), e, e * e, u, u * u};
      for (std::size_t s = 0; s < k_sums; ++s) c.sums[s].add(p.weight * terms[s]);
    }
  }
  return d.ulp.value;
}

/// Neighbours in the wrong order; not judged next to a turn, where the formula itself is flat.
void Searcher::judge_step(Certificate& c, const Point& p, double y, double next) const {
  const double x = as_double(p.x);
  for (const double turn : map_.turns())
    if (std::fabs(x - turn) < 1e-6) return;
  const int direction = map_.direction_of(map_.section_of(x)) * (std::signbit(x) ? -1 : 1);
  if ((next - y) * direction < 0) c.wrong_steps[map_.section_of(x)].hit(p.x);
}

void Searcher::search_kernel(const Cell& cell, const std::vector<Point>& points, Certificate& c) {
  std::vector<std::uint64_t> x;
  for (const Point& p : points) {
    x.push_back(p.x);
    x.push_back(p.next);
  }
  const std::vector<double> y = run_kernel(cell, x);
  std::vector<std::pair<double, std::uint64_t>> worst;
  for (std::size_t i = 0; i < points.size(); ++i) {
    worst.emplace_back(-judge(c, points[i], y[2 * i], true), points[i].x);
    judge_step(c, points[i], y[2 * i], y[2 * i + 1]);
  }
  const std::size_t n = trivial(first_) ? 1 : k_climbs;
  std::partial_sort(worst.begin(), worst.begin() + static_cast<std::ptrdiff_t>(n), worst.end());
  for (std::size_t i = 0; i < n; ++i) {
    random_.seed(ref::mix(seed_ + worst[i].second));  // no kernel's climb depends on another's
    climb(cell, worst[i].second, -worst[i].first, c);
  }
}

/// Steps of shrinking size around the worst point so far, as long as they find a worse one.
void Searcher::climb(const Cell& cell, std::uint64_t from, double error, Certificate& c) {
  constexpr std::size_t k_tries = 4;
  for (std::uint64_t reach = (last_ - first_) / 64; reach > 0; reach /= 4) {
    std::vector<std::uint64_t> x(k_tries);
    for (std::uint64_t& candidate : x) {
      const std::uint64_t low = from - first_ > reach ? from - reach : first_;
      const std::uint64_t high = last_ - 1 - from > reach ? from + reach : last_ - 1;
      candidate = low + random_() % (high - low + 1);
    }
    const std::vector<double> y = run_kernel(cell, x);
    for (std::size_t i = 0; i < k_tries; ++i) {
      const double e = judge(c, point(x[i]), y[i], false);
      if (e > error) error = e, from = x[i];
    }
  }
}

void Searcher::run(std::uint64_t first) {
  first_ = first;
  last_ = first + width_of(first);
  random_.seed(ref::mix(seed_ ^ ref::mix(first)));
  const std::vector<Point> points = sample(first);
  for (const Point& p : points) {
    judge(reference_, p, as_double(p.rounded), true);
    if (!map_.compared() || (deep(p.own.hi) && deep(p.gelu.hi))) continue;
    // Where both are deep they are some 2^52 ulp apart at most: elsewhere it is more.
    const ref::DoubleDouble gelu{p.gelu.hi, p.gelu.lo - p.own.lo};
    take(model_, p.x, difference(job_.group, Formula::erf, as_double(p.x), p.own.hi, gelu), gelu);
  }
  std::uint64_t leader = 0;
  for (std::size_t k = 0; k < job_.cells.size(); ++k) {
    const std::uint64_t before = certificates_[k].hash;
    search_kernel(*job_.cells[k], points, certificates_[k]);
    const std::uint64_t hash = certificates_[k].hash - before;
    if (!promised_[k]) {
      leader = hash;
    } else if (leader != hash) {
      broken_[k].hit(first);
    }
  }
}

void Searcher::merge_into(GroupState& state) const {
  state.reference.merge(reference_);
  state.model.take(model_);
  for (std::size_t k = 0; k < state.kernels.size(); ++k) {
    state.kernels[k].certificate.merge(certificates_[k]);
    state.kernels[k].broken.take(broken_[k]);
  }
}

}  // namespace gelu::bench
