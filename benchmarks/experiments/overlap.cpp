// SPDX-License-Identifier: Apache-2.0
// How much arithmetic hides behind memory? Throughput from DRAM, streaming, as a part of relu's, of
// loops that only keep the ports busy, against the time that they take in the first cache; kernels
// of the library beside them. A kernel below the line of the busy loops loses something in its own
// ways; one on the line can only be helped by fewer operations. Run by hand; docs/method.md has a
// result.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <random>

#include "benchmarks/experiments/overlap_kernels.hpp"
#include "benchmarks/experiments/samples.hpp"
#include "benchmarks/throughput_buffers.hpp"
#include "benchmarks/throughput_plan.hpp"
#include "kernels/streaming.hpp"

namespace gelu::overlap {
namespace {

constexpr int k_skipped = 77;
constexpr std::size_t k_n = 2048;  // x and y in the first cache
constexpr int k_calls = 200;

struct Row {
  std::string name;
  const Kernel* kernel;
  std::vector<double> l1{}, dram{}, of_relu{};
};

std::vector<Row> rows() {
  std::vector<Row> found;
  for (const char* method : {"relu", "poly_1e3", "poly_1e4", "poly_1e6", "erf_4ulp_branch_32",
                             "erf_4ulp", "erf_1ulp_branch"})
    found.push_back({method, experiments::avx512(method)});
  if (found.front().kernel == nullptr) return {};
  const BackendTable table = busy();
  for (std::size_t i = 0; i < table.count; ++i)
    found.push_back({"fma x " + std::to_string(k_operations[i]), table.kernels + i});
  return found;
}

double stream(const Kernel& k, const bench::Slice& s, std::size_t n) {
  return experiments::ns_per_element(n, 1, [&] {
    run_streaming(k, {s.x, nullptr, s.y, nullptr}, n, best_prefetch());
    end_streaming();
  });
}

/// Each row beside relu, in random order: a disturbance hits both, or is one outlier.
void measure(std::vector<Row>& rows, int rounds) {
  const std::size_t n = bench::level_elements("dram", Dtype::f32, Pass::forward, 1);
  bench::Buffers buffers("normal2", 1);
  const bench::Slice large = buffers.slice(Dtype::f32, Pass::forward, n, 0);
  const bench::Slice small = buffers.slice(Dtype::f32, Pass::forward, k_n, 0);
  std::mt19937 random(1);
  for (int round = 0; round < rounds; ++round) {
    std::shuffle(rows.begin(), rows.end(), random);
    for (Row& row : rows) {
      const double roof = stream(*experiments::avx512("relu"), large, n);
      row.dram.push_back(stream(*row.kernel, large, n));
      row.of_relu.push_back(100 * roof / row.dram.back());
      const auto call = [&] { row.kernel->forward(small.x, small.y, k_n); };
      call();
      row.l1.push_back(experiments::ns_per_element(k_n, k_calls, call));
    }
  }
}

int run(int argc, char** argv) {
  int rounds = 41;
  const bool named = argc == 3 && std::strcmp(argv[1], "--rounds") == 0;
  const char* last = named ? argv[2] + std::strlen(argv[2]) : nullptr;
  if (argc != 1 && !(named && std::from_chars(argv[2], last, rounds).ptr == last && rounds > 0)) {
    std::fputs("Usage: overlap [--rounds N]\nCSV: ns per element, and percent of relu.\n", stderr);
    return 2;
  }
  std::vector<Row> all = rows();
  if (all.empty()) {
    std::fputs("overlap: no stdx-avx512 on this machine\n", stderr);
    return k_skipped;
  }
  measure(all, rounds);
  using experiments::at;
  std::ranges::sort(all, {}, [](const Row& row) { return at(row.l1, 0.5); });
  std::puts("kernel,l1_ns,dram_ns,of_relu,of_relu_q1,of_relu_q3");
  for (const Row& row : all)
    std::printf("%s,%.4f,%.4f,%.1f,%.1f,%.1f\n", row.name.c_str(), at(row.l1, 0.5),
                at(row.dram, 0.5), at(row.of_relu, 0.5), at(row.of_relu, 0.25),
                at(row.of_relu, 0.75));
  return 0;
}

}  // namespace
}  // namespace gelu::overlap

int main(int argc, char** argv) { return gelu::overlap::run(argc, argv); }
