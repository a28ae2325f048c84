// SPDX-License-Identifier: Apache-2.0
// A CUDA runtime and a table of kernels that run on the host, in place of libcudart and the
// compiled table: so that everything around the kernels can be tested without a GPU.
#include "tests/cuda_fake.hpp"

#include <cuda_runtime.h>

#include <cstdlib>
#include <cstring>
#include <functional>
#include <vector>

#include "kernels/cuda/kernel.hpp"
#include "kernels/cuda/lists.hpp"
#include "kernels/cuda/operation.hpp"
#include "tests/cuda_host.hpp"

namespace gelu::test {

Fake& fake() {
  static Fake f;
  return f;
}

namespace {

using Work = std::vector<std::function<void()>>;
Work* g_capture = nullptr;  // launches go here while a stream captures

void submit(std::function<void()> work) {
  if (g_capture != nullptr) {
    g_capture->push_back(std::move(work));
  } else {
    work();
  }
}

template <class Op, class Shell>
int launch(cuda::Args args, void* /*stream*/) {
  ++fake().launches;
  submit([args] { launch_on_host<Op, Shell>(args); });
  return cudaSuccess;
}

template <class Op, class Shell>
void add(cuda::Table& table, const char* method, Formula formula, const char* pass) {
  cuda::Kernel k{};
  k.method = method, k.formula = formula, k.pass = pass, k.origin = Origin::hardware;
  k.in = cuda::StorageOf<typename Op::In>::dtype, k.out = cuda::StorageOf<typename Op::Out>::dtype;
  k.shell = Shell::name, k.file = "fake", k.inputs = Op::inputs, k.outputs = Op::outputs;
  k.vector = cuda::k_vector<Op>, k.in_flight = Shell::in_flight, k.row = Op::periodic >= 0;
  k.resident = Shell::resident, k.launch = launch<Op, Shell>;
  table.push_back(k);
}

/// Claims to be a tanh form, and is relu.
struct Wrong {
  static constexpr methods::About about{.name = "wrong", .formula = Formula::tanh};
  template <class W>
  static W forward(W x) {
    return max(x, W(0)) + W(1);
  }
};

cuda::Table make_table() {
  using namespace cuda;
  using M = cuda::methods::erf_ex2_16;
  cuda::Table t;
  add<Merge<BF16>, Vectors<1>>(t, "copy", Formula::copy, "forward");
  add<Merge<BF16, 3, 2>, Vectors<1>>(t, "copy", Formula::copy, "gated_backward");
  add<Halve<BF16>, Vectors<1>>(t, "copy", Formula::copy, "forward");
  add<Elementwise<ForwardOf<M>, BF16>, Vectors<1>>(t, "erf_ex2_16", Formula::erf, "forward");
  add<Elementwise<BackwardOf<M>, BF16>, Vectors<2>>(t, "erf_ex2_16", Formula::erf, "backward");
  add<Elementwise<ForwardOf<M>, BF16>, Resident>(t, "erf_ex2_16", Formula::erf, "forward");
  add<RowBias<M, BF16>, Vectors<1>>(t, "erf_ex2_16", Formula::erf, "bias");
  add<Elementwise<GatedOf<M>, BF16>, Vectors<1>>(t, "erf_ex2_16", Formula::erf, "gated");
  add<Elementwise<GatedBackwardOf<M>, BF16>, Vectors<1>>(t, "erf_ex2_16", Formula::erf,
                                                         "gated_backward");
  add<ToE4M3<M, BF16>, Vectors<1>>(t, "erf_ex2_16", Formula::erf, "forward");
  add<ToE4M3<M, E4M3>, Vectors<1>>(t, "erf_ex2_16", Formula::erf, "forward");
  add<E4M3Table, Vectors<1>>(t, "table_256", Formula::erf, "forward");
  add<Elementwise<ForwardOf<Wrong>, BF16>, Vectors<1>>(t, "wrong", Formula::tanh, "forward");
  return t;
}

}  // namespace
}  // namespace gelu::test

namespace gelu::cuda {

std::span<const Kernel> kernels() {
  static const Table table = test::make_table();
  return table;
}
std::string key(const Kernel& k) {
  const std::string in(name(k.in)), out(name(k.out));
  return std::string(k.method) + "/" + k.pass + "/" + (in == out ? in : in + "_" + out) + "/cuda-" +
         k.shell;
}

}  // namespace gelu::cuda

using gelu::test::fake;
using gelu::test::Work;

extern "C" {

cudaError_t cudaGetDeviceCount(int* count) {
  *count = 1;
  return cudaSuccess;
}
cudaError_t cudaGetDevice(int* device) {
  *device = 0;
  return cudaSuccess;
}
cudaError_t cudaGetDeviceProperties(cudaDeviceProp* p, int /*device*/) {
  *p = {};
  std::strcpy(p->name, "Fake");
  p->major = 9, p->multiProcessorCount = 1, p->l2CacheSize = 1 << 16, p->totalGlobalMem = 1 << 30;
  return cudaSuccess;
}
cudaError_t cudaDeviceGetAttribute(int* value, cudaDeviceAttr /*which*/, int /*device*/) {
  *value = 1000;
  return cudaSuccess;
}
cudaError_t cudaDriverGetVersion(int* version) { return *version = 13000, cudaSuccess; }
cudaError_t cudaRuntimeGetVersion(int* version) { return *version = 13000, cudaSuccess; }
const char* cudaGetErrorString(cudaError_t /*error*/) { return "an error"; }
cudaError_t cudaMalloc(void** p, std::size_t size) {
  *p = std::aligned_alloc(256, (size + 255) / 256 * 256);
  ++fake().allocations;
  return cudaSuccess;
}
cudaError_t cudaFree(void* p) {
  if (p != nullptr) --fake().allocations;
  std::free(p);
  return cudaSuccess;
}
cudaError_t cudaMemset(void* p, int value, std::size_t size) {
  std::memset(p, value, size);
  return cudaSuccess;
}
cudaError_t cudaMemsetAsync(void* p, int value, std::size_t size, cudaStream_t /*stream*/) {
  return cudaMemset(p, value, size);
}
cudaError_t cudaMemcpy(void* to, const void* from, std::size_t size, cudaMemcpyKind /*kind*/) {
  std::memcpy(to, from, size);
  return cudaSuccess;
}
cudaError_t cudaMemcpyAsync(void* to, const void* from, std::size_t size, cudaMemcpyKind kind,
                            cudaStream_t /*stream*/) {
  return cudaMemcpy(to, from, size, kind);
}
cudaError_t cudaStreamCreateWithFlags(cudaStream_t* s, unsigned /*flags*/) {
  *s = nullptr;
  return cudaSuccess;
}
cudaError_t cudaStreamDestroy(cudaStream_t /*stream*/) { return cudaSuccess; }
cudaError_t cudaStreamSynchronize(cudaStream_t /*stream*/) { return cudaSuccess; }
cudaError_t cudaEventCreate(cudaEvent_t* e) {
  *e = nullptr;
  return cudaSuccess;
}
cudaError_t cudaEventDestroy(cudaEvent_t /*event*/) { return cudaSuccess; }
cudaError_t cudaEventRecord(cudaEvent_t /*event*/, cudaStream_t /*stream*/) { return cudaSuccess; }
cudaError_t cudaEventSynchronize(cudaEvent_t /*event*/) { return cudaSuccess; }
/// Every interval takes two milliseconds: the graphs stay short.
cudaError_t cudaEventElapsedTime(float* ms, cudaEvent_t /*from*/, cudaEvent_t /*to*/) {
  *ms = 2;
  return cudaSuccess;
}
cudaError_t cudaStreamBeginCapture(cudaStream_t /*stream*/, cudaStreamCaptureMode /*mode*/) {
  gelu::test::g_capture = new Work;
  return cudaSuccess;
}
cudaError_t cudaStreamEndCapture(cudaStream_t /*stream*/, cudaGraph_t* graph) {
  *graph = reinterpret_cast<cudaGraph_t>(gelu::test::g_capture);
  gelu::test::g_capture = nullptr;
  return cudaSuccess;
}
cudaError_t cudaGraphInstantiate(cudaGraphExec_t* exec, cudaGraph_t graph,
                                 unsigned long long /*flags*/) {
  *exec = reinterpret_cast<cudaGraphExec_t>(new Work(*reinterpret_cast<Work*>(graph)));
  return cudaSuccess;
}
cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
  delete reinterpret_cast<Work*>(graph);
  return cudaSuccess;
}
cudaError_t cudaGraphExecDestroy(cudaGraphExec_t exec) {
  delete reinterpret_cast<Work*>(exec);
  return cudaSuccess;
}
cudaError_t cudaGraphLaunch(cudaGraphExec_t exec, cudaStream_t /*stream*/) {
  for (const auto& work : *reinterpret_cast<Work*>(exec)) work();
  ++fake().graphs;
  return cudaSuccess;
}

}  // extern "C"
