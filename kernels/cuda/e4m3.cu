// SPDX-License-Identifier: Apache-2.0
// To e4m3 with a scale: from bf16 and from e4m3, computed and by table.
#include "kernels/cuda/launch.cuh"
#include "kernels/cuda/lists.hpp"

namespace gelu::cuda {
namespace {

/// Exact GELU whatever the table holds.
constexpr gelu::methods::About k_table{
    .name = "table_256", .formula = Formula::erf, .origin = Origin::portable};

template <class Shell, class... Ms>
void add_narrow_methods(Table& table, List<Ms...> /*methods*/) {
  (add<ToE4M3<Ms, BF16>, Shell>(table, "e4m3", Ms::about, "forward"), ...);
  (add<ToE4M3<Ms, E4M3>, Shell>(table, "e4m3", Ms::about, "forward"), ...);
  add<E4M3Table, Shell>(table, "e4m3", k_table, "forward");
  add<Halve<BF16>, Shell>(table, "e4m3", gelu::methods::copy::about, "forward");
  add<Merge<E4M3>, Shell>(table, "e4m3", gelu::methods::copy::about, "forward");
}

}  // namespace

void add_e4m3(Table& table) {
  add_narrow_methods<Vectors<1>>(table, NarrowMethods{});
  add_narrow_methods<Vectors<2>>(table, NarrowMethods{});
  add_narrow_methods<Striding<2>>(table, NarrowMethods{});
}

}  // namespace gelu::cuda
