// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/cuda_timer.hpp"

#include <cuda_runtime.h>

#include <algorithm>
#include <stdexcept>

#include "benchmarks/inputs.hpp"
#include "benchmarks/throughput_plan.hpp"
#include "kernels/cuda/device.hpp"
#include "reference/formats.hpp"

namespace gelu::bench {
namespace {

constexpr std::size_t k_launch = 4096;
constexpr std::uint32_t k_repeats = 4096;
constexpr double k_graph_s = 1e-3;

void must(int code, const char* what) {
  if (code == cudaSuccess) return;
  throw std::runtime_error(std::string("CUDA: ") + what + ": " +
                           cudaGetErrorString(static_cast<cudaError_t>(code)));
}

class Stream {
 public:
  Stream() { must(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking), "making a stream"); }
  ~Stream() { cudaStreamDestroy(stream_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  cudaStream_t get() const { return stream_; }

 private:
  cudaStream_t stream_ = nullptr;
};

class Event {
 public:
  Event() { must(cudaEventCreate(&event_), "making an event"); }
  ~Event() { cudaEventDestroy(event_); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  cudaEvent_t get() const { return event_; }

 private:
  cudaEvent_t event_ = nullptr;
};

/// The inputs up to where they repeat. Those of e4m3 are made by the reference's rounding.
std::vector<unsigned char> pattern(const std::string& inputs, std::uint64_t seed, Dtype d) {
  std::vector<unsigned char> all(k_input_period * bytes(d));
  if (d != Dtype::e4m3) {
    fill_inputs(inputs, seed, d, k_input_period, all.data());
    return all;
  }
  for (std::size_t i = 0; i < k_input_period; ++i)
    all[i] = static_cast<unsigned char>(ref::encode(d, input(inputs, seed, i)));
  return all;
}

std::size_t bytes_per_element(const cuda::Kernel& k) {
  const int inputs = k.row ? 1 : k.inputs;
  return static_cast<std::size_t>(inputs) * bytes(k.in) +
         static_cast<std::size_t>(k.outputs) * bytes(k.out);
}

}  // namespace

struct CudaBuffers::Impl {
  std::string inputs;
  std::uint64_t seed = 0;
  std::map<std::tuple<bool, Dtype, int, std::size_t, std::size_t>, void*> arrays;
  void* amax = nullptr;
  void* table = nullptr;

  /// The `which`-th input or output array of n elements in a set.
  void* array(bool output, Dtype d, int which, std::size_t n, std::size_t set) {
    void*& p = arrays[{output, d, which, n, set}];
    if (p != nullptr) return p;
    must(cudaMalloc(&p, n * bytes(d)), "allocating memory");
    must(cudaMemset(p, 0xff, n * bytes(d)), "poisoning");
    if (output) return p;
    const auto from = pattern(inputs, seed + static_cast<std::uint64_t>(which), d);
    for (std::size_t i = 0; i < n; i += k_input_period)
      must(cudaMemcpy(static_cast<char*>(p) + i * bytes(d), from.data(),
                      std::min(k_input_period, n - i) * bytes(d), cudaMemcpyHostToDevice),
           "copying the inputs");
    return p;
  }
};

CudaBuffers::CudaBuffers(std::string inputs, std::uint64_t seed) : impl_(new Impl) {
  impl_->inputs = std::move(inputs);
  impl_->seed = seed;
  must(cudaMalloc(&impl_->amax, 4), "allocating memory");
  must(cudaMalloc(&impl_->table, 256), "allocating memory");
  must(cudaMemset(impl_->amax, 0, 4), "clearing");
  must(cudaMemset(impl_->table, 0x38, 256), "filling the table");
}

CudaBuffers::~CudaBuffers() {
  for (const auto& [key, p] : impl_->arrays) cudaFree(p);
  cudaFree(impl_->amax);
  cudaFree(impl_->table);
}

cuda::Args CudaBuffers::args(const cuda::Kernel& k, std::size_t n, std::size_t set,
                             std::size_t sets) {
  cuda::Args args{};
  for (int j = 0; j < k.inputs; ++j) args.in[j] = impl_->array(false, k.in, j, n, set % sets);
  for (int j = 0; j < k.outputs; ++j) args.out[j] = impl_->array(true, k.out, j, n, set % sets);
  args.n = n;
  cuda::set_row(args, std::min(n, k_columns));
  args.scale = 1;
  args.amax = static_cast<std::uint32_t*>(impl_->amax);
  args.table = static_cast<const std::uint8_t*>(impl_->table);
  args.repeats = k_repeats;
  return args;
}

CudaSize cuda_size(const cuda::Kernel& k, CudaMode mode) {
  const std::size_t l2 = cuda::device().l2_bytes, each = bytes_per_element(k);
  const auto whole = [](std::size_t n) { return std::max<std::size_t>(n / 4096, 1) * 4096; };
  switch (mode) {
    case CudaMode::hbm: {
      // A launch that takes some 50 us at the least: its ramps do not count.
      const std::size_t n = whole((std::size_t{256} << 20) / each);
      return {n, std::max<std::size_t>(1, (4 * l2 + n * each - 1) / (n * each))};
    }
    case CudaMode::l2:
      return {whole(l2 / 4 / each), 1};
    case CudaMode::launch:
      return {k_launch, 1};
    case CudaMode::resident:
      break;
  }
  // Every processor full of threads, each with one vector.
  return {static_cast<std::size_t>(cuda::device().processors) * 2048 *
              static_cast<std::size_t>(k.vector),
          1};
}

struct CudaTimer::Impl {
  Stream stream;
  Event from, to;
  cudaGraphExec_t graph = nullptr;
  std::size_t launches = 1;
  double elements = 0;

  double timed(std::size_t count, const auto& enqueue) {
    must(cudaEventRecord(from.get(), stream.get()), "noting the time");
    enqueue();
    must(cudaEventRecord(to.get(), stream.get()), "noting the time");
    must(cudaEventSynchronize(to.get()), "waiting");
    float ms = 0;
    must(cudaEventElapsedTime(&ms, from.get(), to.get()), "reading the time");
    return static_cast<double>(ms) * 1e-3 / static_cast<double>(count);
  }
};

CudaTimer::CudaTimer(CudaBuffers& buffers, const cuda::Kernel& k, CudaMode mode) : impl_(new Impl) {
  const CudaSize size = cuda_size(k, mode);
  std::vector<cuda::Args> args;
  for (std::size_t set = 0; set < size.sets; ++set)
    args.push_back(buffers.args(k, size.n, set, size.sets));
  Impl& me = *impl_;
  me.elements = static_cast<double>(size.n) * (k.resident ? k_repeats : 1);
  const auto enqueue = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      must(k.launch(args[i % args.size()], me.stream.get()), cuda::key(k).c_str());
  };
  me.timed(1, [&] { enqueue(1); });  // loads the code
  const double rough = me.timed(8, [&] { enqueue(8); });
  me.launches = std::clamp<std::size_t>(
      static_cast<std::size_t>(1.2 * k_graph_s / std::max(rough, 1e-7)) + 1, size.sets, 4096);
  cudaGraph_t graph = nullptr;
  must(cudaStreamBeginCapture(me.stream.get(), cudaStreamCaptureModeThreadLocal), "capturing");
  enqueue(me.launches);
  must(cudaStreamEndCapture(me.stream.get(), &graph), "capturing");
  must(cudaGraphInstantiate(&me.graph, graph, 0), "making a graph");
  must(cudaGraphDestroy(graph), "making a graph");
  sample();  // uploads the graph
}

CudaTimer::~CudaTimer() {
  if (impl_->graph != nullptr) cudaGraphExecDestroy(impl_->graph);
}

double CudaTimer::sample() {
  Impl& me = *impl_;
  return me.timed(me.launches,
                  [&] { must(cudaGraphLaunch(me.graph, me.stream.get()), "launching"); });
}
std::size_t CudaTimer::launches() const { return impl_->launches; }
double CudaTimer::elements() const { return impl_->elements; }

double device_copy_rate() {
  const std::size_t size = std::size_t{256} << 20;
  void *a = nullptr, *b = nullptr;
  must(cudaMalloc(&a, size), "allocating memory");
  must(cudaMalloc(&b, size), "allocating memory");
  must(cudaMemset(a, 1, size), "filling");
  const Stream stream;
  const Event from, to;
  std::vector<double> rates;
  for (int i = 0; i < 12; ++i) {
    must(cudaEventRecord(from.get(), stream.get()), "noting the time");
    for (int k = 0; k < 8; ++k)
      must(cudaMemcpyAsync(b, a, size, cudaMemcpyDeviceToDevice, stream.get()), "copying");
    must(cudaEventRecord(to.get(), stream.get()), "noting the time");
    must(cudaEventSynchronize(to.get()), "waiting");
    float ms = 0;
    must(cudaEventElapsedTime(&ms, from.get(), to.get()), "reading the time");
    if (i > 1)
      rates.push_back(8 * 2 * static_cast<double>(size) / (static_cast<double>(ms) * 1e-3));
  }
  cudaFree(a);
  cudaFree(b);
  std::sort(rates.begin(), rates.end());
  return rates[rates.size() / 2];
}

}  // namespace gelu::bench
