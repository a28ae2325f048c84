// SPDX-License-Identifier: Apache-2.0
// Kernels from functions of one element.
#pragma once

#include <cstdint>
#include <cstring>

#include "kernels/environment.hpp"
#include "reference/formats.hpp"
#include "reference/reference.hpp"

namespace gelu::test {

/// Byte address of element i; i = -1 is the one before, in unsigned arithmetic that wraps.
template <class T>
const char* at(const void* p, std::size_t i) {
  return reinterpret_cast<const char*>(reinterpret_cast<std::uintptr_t>(p) + i * sizeof(T));
}
template <class T>
T load_at(const void* p, std::size_t i) {
  T v;
  std::memcpy(&v, at<T>(p, i), sizeof(T));
  return v;
}
template <class T>
void store_at(void* p, std::size_t i, T v) {
  std::memcpy(const_cast<char*>(at<T>(p, i)), &v, sizeof(T));
}

/// y[i] = F(x[i]) in T: float, double, or the bits of a 16-bit type.
template <class T, T (*F)(T)>
[[gnu::noinline]] void loop(const void* x, void* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) store_at<T>(y, i, F(load_at<T>(x, i)));
}
/// The same, whatever the caller's rounding and flushing are.
template <class T, T (*F)(T)>
void forward_of(const void* x, void* y, std::size_t n) {
  const DefaultEnvironment guard;
  loop<T, F>(x, y, n);
}
/// dx[i] = dy[i] * F(x[i]), for float and double.
template <class T, T (*F)(T)>
void backward_of(const void* x, const void* dy, void* dx, std::size_t n) {
  const DefaultEnvironment guard;
  for (std::size_t i = 0; i < n; ++i) store_at<T>(dx, i, load_at<T>(dy, i) * F(load_at<T>(x, i)));
}

/// f(x), correctly rounded, of the type whose bits are in T.
template <Formula F, Pass P, Dtype D, class Bits>
Bits rounded_bits(Bits x) {
  return static_cast<Bits>(ref::rounded(F, P, D, x));
}
template <Formula F, Pass P>
float rounded_f32(float x) {
  return std::bit_cast<float>(rounded_bits<F, P, Dtype::f32>(std::bit_cast<std::uint32_t>(x)));
}
template <Formula F, Pass P>
double rounded_f64(double x) {
  return std::bit_cast<double>(rounded_bits<F, P, Dtype::f64>(std::bit_cast<std::uint64_t>(x)));
}

}  // namespace gelu::test
