// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/certificate.hpp"

#include <cmath>
#include <stdexcept>

#include "benchmarks/certificate_compare.hpp"
#include "reference/formats.hpp"

namespace gelu::bench {

std::size_t bin_of(double ulp) {
  if (ulp <= 0.5) return 0;
  int exponent;
  const double fraction = std::frexp(ulp, &exponent);  // ulp = fraction 2^exponent, [0.5, 1)
  const int bin = fraction == 0.5 ? exponent : exponent + 1;
  return bin < static_cast<int>(k_bins) ? static_cast<std::size_t>(bin) : k_bins - 1;
}

namespace {

void merge(Part& a, const Part& b) {
  a.inputs += b.inputs;
  a.not_correct += b.not_correct;
  a.error.take(b.error);
}

Json state(const Worst& w) { return Json::array({w.value, w.x}); }
Json state(const Count& c) { return Json::array({c.n, c.first}); }
Json state(const Distance& d) { return Json::array({state(d.ulp), state(d.abs), state(d.rel)}); }

template <class T>
T get(const Json& j, std::size_t i) {
  return j.at(i).get<T>();
}
Worst worst(const Json& j) { return {get<double>(j, 0), get<std::uint64_t>(j, 1)}; }
Count count(const Json& j) { return {get<std::uint64_t>(j, 0), get<std::uint64_t>(j, 1)}; }
Distance distance(const Json& j) { return {worst(j.at(0)), worst(j.at(1)), worst(j.at(2))}; }

/// Parts as [index, inputs, not_correct, error].
template <class Parts>
Json parts(const Parts& all) {
  Json out = Json::array();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].inputs != 0)
      out.push_back({i, all[i].inputs, all[i].not_correct, state(all[i].error)});
  return out;
}
template <class Parts>
void read_parts(const Json& j, Parts& all) {
  for (const Json& p : j) {
    const auto i = get<std::size_t>(p, 0);
    if (i >= all.size()) throw std::runtime_error("a part out of range");
    all[i] = {get<std::uint64_t>(p, 1), get<std::uint64_t>(p, 2), distance(p.at(3))};
  }
}

/// Counters by name, for reading and writing alike.
template <class C, class F>
void each_count(C& c, const F& f) {
  f("not_correct", c.not_correct);
  f("sign_errors", c.sign_errors);
  f("zero_sign_errors", c.zero_sign_errors);
  f("nan_errors", c.nan_errors);
  f("inf_errors", c.inf_errors);
}

}  // namespace

void Certificate::merge(const Certificate& o) {
  inputs += o.inputs;
  error.take(o.error);
  total.take(o.total);
  not_correct.take(o.not_correct);
  sign_errors.take(o.sign_errors);
  zero_sign_errors.take(o.zero_sign_errors);
  nan_errors.take(o.nan_errors);
  inf_errors.take(o.inf_errors);
  for (std::size_t i = 0; i < k_sections; ++i) wrong_steps[i].take(o.wrong_steps[i]);
  for (std::size_t i = 0; i < k_bins; ++i) histogram[i] += o.histogram[i];
  for (std::size_t i = 0; i < k_sums; ++i) sums[i].add(o.sums[i]);
  hash += o.hash;
  for (std::size_t i = 0; i < regions.size(); ++i) bench::merge(regions[i], o.regions[i]);
  if (binades.size() < o.binades.size()) binades.resize(o.binades.size());
  for (std::size_t i = 0; i < o.binades.size(); ++i) bench::merge(binades[i], o.binades[i]);
}

double conditioned_scale(Dtype d) { return std::ldexp(1.0, ref::format(output(d)).precision + 1); }

Worst conditioned_ulp(const Certificate& c, Dtype d) {
  Worst w;
  for (std::size_t r = 0; r < c.regions.size(); ++r) {
    if (static_cast<Region>(r) == Region::gradient_zero) {
      const Worst& abs = c.regions[r].error.abs;
      w.take({abs.value * conditioned_scale(d), abs.x});
    } else {
      w.take(c.regions[r].error.ulp);
    }
  }
  return w;
}

Json state_of(const Certificate& c) {
  Json j;
  j["inputs"] = c.inputs;
  j["error"] = state(c.error);
  j["total"] = state(c.total);
  each_count(c, [&](const char* name, const Count& value) { j[name] = state(value); });
  j["wrong_steps"] = Json::array();
  for (const Count& steps : c.wrong_steps) j["wrong_steps"].push_back(state(steps));
  j["histogram"] = c.histogram;
  j["sums"] = Json::array();
  for (ExactSum sum : c.sums) {
    sum.normalise();
    j["sums"].push_back(sum.digits());
  }
  j["hash"] = c.hash;
  j["regions"] = parts(c.regions);
  j["binade_count"] = c.binades.size();
  j["binades"] = parts(c.binades);
  return j;
}

Certificate certificate_from(const Json& j) {
  Certificate c;
  c.inputs = j.at("inputs");
  c.error = distance(j.at("error"));
  c.total = distance(j.at("total"));
  each_count(c, [&](const char* name, Count& value) { value = count(j.at(name)); });
  for (std::size_t i = 0; i < k_sections; ++i) c.wrong_steps[i] = count(j.at("wrong_steps").at(i));
  c.histogram = j.at("histogram");
  for (std::size_t i = 0; i < k_sums; ++i)
    c.sums[i] = ExactSum(j.at("sums").at(i).get<ExactSum::Digits>());
  c.hash = j.at("hash");
  read_parts(j.at("regions"), c.regions);
  const auto binades = j.at("binade_count").get<std::size_t>();
  if (binades > 4096) throw std::runtime_error("too many binades");
  c.binades.resize(binades);
  read_parts(j.at("binades"), c.binades);
  return c;
}

void add_to(Certificate& c, const Map& map, const BlockResult& block) {
  if (c.binades.empty()) c.binades.resize(map.binades());
  for (const StripResult& r : block.strips) {
    c.inputs += r.inputs;
    c.error.take(r.error);
    c.total.take(r.total);
    c.not_correct.take(r.not_correct);
    c.sign_errors.take(r.sign_errors);
    c.zero_sign_errors.take(r.zero_sign_errors);
    c.nan_errors.take(r.nan_errors);
    c.inf_errors.take(r.inf_errors);
    c.wrong_steps[r.section].take(r.wrong_steps);
    for (std::size_t i = 0; i < k_bins; ++i) c.histogram[i] += r.histogram[i];
    for (std::size_t i = 0; i < k_sums; ++i) c.sums[i].add(r.sums[i]);
    const auto take = [&](Part& p) {
      p.inputs += r.inputs;
      p.not_correct += r.not_correct.n;
      p.error.take(r.error);
    };
    take(c.regions[static_cast<std::size_t>(r.region)]);
    if (r.binade != Strip::k_no_binade) take(c.binades[r.binade]);
  }
  c.hash += block.hash;
}

}  // namespace gelu::bench
