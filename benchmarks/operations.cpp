// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/operations.hpp"

#include <cmath>
#include <utility>

#include "benchmarks/inputs.hpp"
#include "kernels/methods.hpp"
#include "kernels/passes.hpp"
#include "kernels/vec/counting.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_inputs = 1024;
struct Here;
using Counting = vec::Counting<float, Here>;
using vec::Operations;

constexpr std::pair<const char*, int Operations::*> k_kinds[] = {
    {"add", &Operations::add},        {"mul", &Operations::mul},
    {"fma", &Operations::fma},        {"div", &Operations::div},
    {"minmax", &Operations::minmax},  {"round", &Operations::round},
    {"scale", &Operations::scale},    {"logic", &Operations::logic},
    {"lookup", &Operations::lookup},  {"gather", &Operations::gather},
    {"library", &Operations::library}};

Json means(const Operations& total) {
  Json row = Json::object();
  for (const auto& [kind, field] : k_kinds) {
    const double mean = std::round(100.0 * total.*field / static_cast<double>(k_inputs)) / 100;
    if (mean > 0) row[kind] = mean;
  }
  return row;
}

template <class M, class F>
void count(Json& rows, Pass pass, F eval) {
  Counting::count = {};
  Counting::Wide::count = {};
  for (std::size_t i = 0; i < k_inputs; ++i)
    eval(Counting(static_cast<float>(input("normal2", 1, i)))).plain();
  Json row{{"method", M::about.name}, {"pass", name(pass)}, {"dtype", name(Dtype::f32)}};
  row["operations"] = means(Counting::count);
  if (Json wide = means(Counting::Wide::count); !wide.empty()) row["wide"] = std::move(wide);
  rows.push_back(std::move(row));
}

template <class M>
void count_passes(Json& rows) {
  if constexpr (takes<M>(Pass::forward, Dtype::f32) && forward_method<M, Counting>)
    count<M>(rows, Pass::forward, [](Counting x) { return M::template forward<Counting>(x); });
  if constexpr (takes<M>(Pass::backward, Dtype::f32) && backward_method<M, Counting>)
    count<M>(rows, Pass::backward, [](Counting x) { return M::template derivative<Counting>(x); });
}

template <class... Ms>
Json count_all(methods::List<Ms...>) {
  Json rows = Json::array();
  (count_passes<Ms>(rows), ...);
  return rows;
}

}  // namespace

Json operations() { return count_all(methods::All{}); }

}  // namespace gelu::bench
