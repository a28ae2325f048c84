// SPDX-License-Identifier: Apache-2.0
#include "kernels/cuda/device.hpp"

#include <cuda_runtime.h>

#include <array>
#include <stdexcept>

namespace gelu::cuda {
namespace {

void must(int code, const char* what) {
  if (code == cudaSuccess) return;
  throw std::runtime_error(std::string("CUDA: ") + what + ": " +
                           cudaGetErrorString(static_cast<cudaError_t>(code)));
}

int attribute(cudaDeviceAttr which, int ordinal) {
  int value = 0;
  must(cudaDeviceGetAttribute(&value, which, ordinal), "asking for an attribute");
  return value;
}

Device find() {
  Device d;
  int count = 0, ordinal = 0;
  const cudaError_t code = cudaGetDeviceCount(&count);
  if (code == cudaErrorInsufficientDriver) d.absent = "no CUDA driver";
  if (code == cudaErrorNoDevice || (code == cudaSuccess && count == 0)) d.absent = "no CUDA device";
  if (d.absent.empty() && code != cudaSuccess) d.absent = cudaGetErrorString(code);
  if (!d.absent.empty()) return d;
  cudaDeviceProp properties{};
  must(cudaGetDevice(&ordinal), "finding the device");
  must(cudaGetDeviceProperties(&properties, ordinal), "asking for properties");
  d.name = properties.name;
  d.major = properties.major;
  d.minor = properties.minor;
  d.processors = properties.multiProcessorCount;
  d.l2_bytes = static_cast<std::size_t>(properties.l2CacheSize);
  d.memory_bytes = properties.totalGlobalMem;
  d.memory_bus_bits = properties.memoryBusWidth;
  d.clock_mhz = attribute(cudaDevAttrClockRate, ordinal) * 1e-3;
  d.memory_clock_mhz = attribute(cudaDevAttrMemoryClockRate, ordinal) * 1e-3;
  must(cudaDriverGetVersion(&d.driver), "asking for the driver's version");
  must(cudaRuntimeGetVersion(&d.runtime), "asking for the runtime's version");
  return d;
}

/// Memory on the device that grows when more is asked for.
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { cudaFree(data_); }
  void* of(std::size_t bytes) {
    if (bytes > bytes_) {
      must(cudaFree(data_), "freeing memory");
      data_ = nullptr;
      must(cudaMalloc(&data_, bytes), "allocating memory");
      bytes_ = bytes;
    }
    return data_;
  }

 private:
  void* data_ = nullptr;
  std::size_t bytes_ = 0;
};

class Stream {
 public:
  Stream() { must(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking), "making a stream"); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { cudaStreamDestroy(stream_); }
  cudaStream_t get() const { return stream_; }

 private:
  cudaStream_t stream_ = nullptr;
};

}  // namespace

const Device& device() {
  static const Device found = find();
  return found;
}

void run_from_host(const Kernel& k, const void* const* in, void* const* out, std::size_t n,
                   const std::uint8_t* table) {
  thread_local const Stream stream;
  thread_local std::array<Buffer, 3> inputs;
  thread_local std::array<Buffer, 2> outputs;
  thread_local Buffer amax, results;
  Args args{};
  args.n = n;
  args.scale = 1;
  set_row(args, n);
  args.amax = static_cast<std::uint32_t*>(amax.of(sizeof(std::uint32_t)));
  must(cudaMemsetAsync(args.amax, 0, sizeof(std::uint32_t), stream.get()), "clearing");
  if (table != nullptr) {
    void* p = results.of(256);
    must(cudaMemcpyAsync(p, table, 256, cudaMemcpyHostToDevice, stream.get()), "copying a table");
    args.table = static_cast<const std::uint8_t*>(p);
  }
  const std::size_t from = n * bytes(k.in), to = n * bytes(k.out);
  for (std::size_t j = 0; j < static_cast<std::size_t>(k.inputs); ++j) {
    void* p = inputs[j].of(from);
    must(cudaMemcpyAsync(p, in[j], from, cudaMemcpyHostToDevice, stream.get()), "copying to it");
    args.in[j] = p;
  }
  for (std::size_t j = 0; j < static_cast<std::size_t>(k.outputs); ++j) {
    args.out[j] = outputs[j].of(to);
    must(cudaMemsetAsync(args.out[j], 0xff, to, stream.get()), "poisoning");
  }
  must(k.launch(args, stream.get()), key(k).c_str());
  for (std::size_t j = 0; j < static_cast<std::size_t>(k.outputs); ++j)
    must(cudaMemcpyAsync(out[j], args.out[j], to, cudaMemcpyDeviceToHost, stream.get()),
         "copying from it");
  must(cudaStreamSynchronize(stream.get()), key(k).c_str());
}

}  // namespace gelu::cuda
