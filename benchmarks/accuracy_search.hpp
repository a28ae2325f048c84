// SPDX-License-Identifier: Apache-2.0
// f64 has too many inputs: a search instead. Each stratum (an eighth of a binade where the formula
// is not trivial, else a whole one) is sampled with its own seed, the same points for every kernel;
// then each kernel's worst points are climbed from. Strata are independent: they shard and merge.
#pragma once

#include <random>
#include <vector>

#include "benchmarks/accuracy_sweep.hpp"

namespace gelu::bench {

/// First encodings of the strata.
std::vector<std::uint64_t> search_plan();
/// Rough work per stratum and kernel, in elements of a sweep.
inline constexpr double k_search_work = 40000;

class Searcher {
 public:
  Searcher(const Map& map, const Job& job, const GroupState& state);
  void run(std::uint64_t first);
  void merge_into(GroupState& state) const;

 private:
  struct Point {
    std::uint64_t x, next;  ///< encodings of neighbours
    ref::DoubleDouble own, gelu;
    std::uint64_t rounded;
    double weight;
  };
  Point point(std::uint64_t x) const;
  std::vector<Point> sample(std::uint64_t first);
  std::vector<double> run_kernel(const Cell&, const std::vector<std::uint64_t>& x);
  double judge(Certificate&, const Point&, double y, bool sampled) const;
  void judge_step(Certificate&, const Point&, double y, double next) const;
  void search_kernel(const Cell&, const std::vector<Point>&, Certificate&);
  void climb(const Cell&, std::uint64_t from, double error, Certificate&);

  const Map& map_;
  const Job& job_;
  std::uint64_t seed_;
  std::uint64_t first_ = 0, last_ = 0;  ///< the stratum
  std::mt19937_64 random_;
  Certificate reference_;
  Distance model_;
  std::vector<Certificate> certificates_;
  std::vector<Count> broken_;
  std::vector<bool> promised_;
};

}  // namespace gelu::bench
