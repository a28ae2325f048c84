// SPDX-License-Identifier: Apache-2.0
// The check before the stopwatch, for what throughput_check does not know: e4m3, and two outputs.
#include <fmt/format.h>

#include <cmath>
#include <cstring>
#include <string_view>

#include "benchmarks/cuda_cells.hpp"
#include "benchmarks/cuda_run.hpp"
#include "benchmarks/throughput_check.hpp"
#include "kernels/cuda/device.hpp"
#include "reference/formats.hpp"
#include "reference/reference.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_checked = 4093;
constexpr double k_largest_e4m3 = 448;

struct Tensor {
  Dtype dtype;
  std::vector<unsigned char> data;
  explicit Tensor(Dtype d) : dtype(d), data(k_checked * bytes(d)) {}
  double at(std::size_t i) const {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &data[i * bytes(dtype)], bytes(dtype));
    return ref::decode(dtype, bits);
  }
  void set(std::size_t i, double value) {
    const std::uint64_t bits = ref::encode(dtype, value);
    std::memcpy(&data[i * bytes(dtype)], &bits, bytes(dtype));
  }
};

/// Within the error of a sigmoid form, and the roundings of what is stored: a sixteenth in e4m3.
bool near(double got, double want, Dtype d) {
  const double limit = d == Dtype::e4m3 ? k_largest_e4m3 : 1e300;
  const double held = std::fmin(std::fmax(want, -limit), limit);
  return std::abs(got - held) <= 0.05 + (d == Dtype::e4m3 ? 0.07 : 0.02) * std::abs(held);
}

double value(Formula f, Pass pass, double x) { return ref::evaluate(f, pass, x).hi; }

/// Nothing, or the first output that is wrong.
std::string compare(const cuda::Kernel& k, const std::vector<Tensor>& in,
                    const std::vector<Tensor>& out) {
  const bool pair = std::string_view(k.pass) == "gated_backward";
  for (std::size_t i = 0; i < k_checked; ++i) {
    const double x = in[0].at(i);
    const double f = value(k.formula, Pass::forward, x);
    std::vector<double> want{f};
    if (pair) {
      const double slope = value(k.formula, Pass::backward, x);
      want = {in[2].at(i) * in[1].at(i) * slope, in[2].at(i) * f};
    }
    for (std::size_t j = 0; j < want.size(); ++j)
      if (!near(out[j].at(i), want[j], k.out))
        return fmt::format("output {} at {} is {}, should be near {}", j, x, out[j].at(i), want[j]);
  }
  return {};
}

}  // namespace

std::string check_cuda(const cuda::Kernel& kernel, std::uint64_t seed) {
  if (const Cell* cell = cuda_cell(kernel)) return Checker(seed).check(*cell).fault;
  if (kernel.formula == Formula::copy || kernel.resident) return {};
  std::vector<Tensor> in(static_cast<std::size_t>(kernel.inputs), Tensor(kernel.in));
  std::vector<Tensor> out(static_cast<std::size_t>(kernel.outputs), Tensor(kernel.out));
  for (std::size_t i = 0; i < k_checked; ++i) {
    in[0].set(i, (static_cast<double>(i) - 2048) / 256);
    for (std::size_t j = 1; j < in.size(); ++j) in[j].set(i, (i + j) % 3 == 0 ? -2 : 1);
  }
  std::vector<std::uint8_t> table(256);
  for (std::uint64_t code = 0; code < table.size(); ++code)
    table[code] =
        static_cast<std::uint8_t>(ref::rounded(kernel.formula, Pass::forward, Dtype::e4m3, code));
  std::vector<const void*> from;
  std::vector<void*> to;
  for (const Tensor& t : in) from.push_back(t.data.data());
  for (Tensor& t : out) to.push_back(t.data.data());
  cuda::run_from_host(kernel, from.data(), to.data(), k_checked, table.data());
  return compare(kernel, in, out);
}

}  // namespace gelu::bench
