// SPDX-License-Identifier: Apache-2.0
// "Same method, same fma support = same bits": hashes the outputs of every kernel that promises it
// (all but hardware estimates) and that this CPU can run. Needs nothing but the kernels, so that it
// also runs under an emulator.
//   hashes [--patterns 2^k]            prints "method/pass/dtype fma|no_fma hash backend" lines
//                                    (of a library: "#library ...", good for this process only)
//   hashes --check                     exit 1 when two backends of a group differ
//   hashes --expect "a-b c-d"          exit 1 unless exactly these backends run here
//   hashes --skip PREFIX ...           leaves out the methods whose name begins so
// Lines "#absent <what>: <reason>" name what is not here.
#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "kernels/registry.hpp"
#include "reference/hash.hpp"
#include "tests/call.hpp"

namespace {

using gelu::Dtype;
using gelu::Pass;

constexpr std::size_t k_chunk = 1U << 14;

std::size_t pattern_count(Dtype dtype, Pass pass, int log2_patterns) {
  if (gelu::bytes(dtype) == 2) return 1U << 16;
  // What is made of single passes has their bits (composition_test): a few patterns will do.
  if (!gelu::is_single(pass)) log2_patterns = std::min(log2_patterns, 16);
  return std::size_t{1} << (dtype == Dtype::f64 ? std::min(log2_patterns, 20) : log2_patterns);
}

/// The i-th input: every encoding of a 16-bit type; of the others the special values, then spread
/// evenly over all encodings by a multiplication with an odd number.
std::uint64_t pattern(Dtype dtype, std::size_t i) {
  if (gelu::bytes(dtype) == 2) return i;
  const bool wide = dtype == Dtype::f64;
  static constexpr std::uint64_t specials32[] = {0,          0x80000000, 1,          0x80000001,
                                                 0x7f7fffff, 0xff7fffff, 0x7f800000, 0xff800000,
                                                 0x7fc00000, 0xffc00001, 0x00800000, 0x80800000};
  if (i < std::size(specials32)) {
    const auto b = specials32[i];
    return wide ? std::bit_cast<std::uint64_t>(
                      static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(b))))
                : b;
  }
  // Half of the inputs lie in the core: exponents of 2^-8 .. 2^7 in either sign.
  std::uint64_t r = gelu::ref::mix(i);
  if (wide) {
    return (i & 1) != 0 ? r : (r & 0x800fffffffffffff) | ((1015 + ((r >> 52) & 15)) << 52);
  }
  r >>= 32;
  return (i & 1) != 0 ? r : (r & 0x807fffff) | ((119 + ((r >> 23) & 15)) << 23);
}

/// The sum's terms of count results, the first of them the base-th.
template <Dtype result, class Bits>
std::uint64_t terms(const char* results, std::size_t count, std::uint64_t base) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Bits loaded;
    std::memcpy(&loaded, results + i * sizeof(Bits), sizeof(Bits));
    const std::uint64_t bits = gelu::ref::canonical(result, loaded);
    sum += gelu::ref::mix((base + i) ^ (bits << 24) ^ (bits >> 40));
  }
  return sum;
}

std::uint64_t terms(Dtype result, const char* results, std::size_t count, std::uint64_t base) {
  switch (result) {
    case Dtype::f64:
      return terms<Dtype::f64, std::uint64_t>(results, count, base);
    case Dtype::f32:
      return terms<Dtype::f32, std::uint32_t>(results, count, base);
    case Dtype::f16:
      return terms<Dtype::f16, std::uint16_t>(results, count, base);
    default:
      return terms<Dtype::bf16, std::uint16_t>(results, count, base);
  }
}

std::uint64_t one(Dtype dtype) {
  switch (dtype) {
    case Dtype::f64:
      return 0x3ff0000000000000;
    case Dtype::f32:
    case Dtype::f32_bf16:
      return 0x3f800000;
    case Dtype::f16:
      return 0x3c00;
    default:
      return 0x3f80;
  }
}

/// n inputs of a dtype, made once.
const std::vector<char>& inputs(Dtype dtype, std::size_t n) {
  static std::map<std::pair<Dtype, std::size_t>, std::vector<char>> made;
  std::vector<char>& x = made[{dtype, n}];
  const std::size_t bytes = gelu::bytes(dtype);
  if (x.empty()) {
    x.resize(n * bytes);
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint64_t bits = pattern(dtype, i);
      std::memcpy(&x[i * bytes], &bits, bytes);
    }
  }
  return x;
}

std::uint64_t hash(const gelu::Cell& cell, int log2_patterns) {
  const Dtype dtype = cell.kernel.dtype;
  const std::size_t bytes = gelu::bytes(dtype);
  const Dtype result = gelu::output(dtype);
  const std::size_t out_bytes = gelu::bytes(result);
  std::vector<char> with(k_chunk * bytes), y(k_chunk * out_bytes), dx(k_chunk * out_bytes);
  const std::uint64_t unit = one(dtype);
  for (std::size_t i = 0; i < k_chunk; ++i) std::memcpy(&with[i * bytes], &unit, bytes);
  const std::size_t n = pattern_count(dtype, cell.kernel.pass, log2_patterns);
  const std::vector<char>& x = inputs(dtype, n);
  std::uint64_t sum = 0;
  for (std::size_t base = 0; base < n; base += k_chunk) {
    const std::size_t count = std::min(k_chunk, n - base);
    const char* from = &x[base * bytes];
    if (gelu::test::call(cell, {from, with.data(), y.data(), dx.data()}, count) != GELU_OK)
      return 0;
    sum += terms(result, y.data(), count, base);
    if (cell.kernel.pass == Pass::forward_backward)
      sum += terms(result, dx.data(), count, (std::uint64_t{1} << 40) + base);
  }
  return sum;
}

int expect(const std::string& list) {
  std::set<std::string> wanted, found;
  std::istringstream in(list);
  for (std::string s; in >> s;) wanted.insert(s);
  for (const auto& c : gelu::registry()) found.insert(c.backend + "-" + c.isa);
  if (wanted == found) return 0;
  std::string text;
  for (const auto& s : found) text += " " + s;
  std::fprintf(stderr, "expected '%s', found '%s'\n", list.c_str(), text.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  bool check = false;
  int log2_patterns = 16;
  int status = 0;
  std::vector<std::string> skip;
  for (int i = 1; i < argc; ++i) {
    const std::string a = argv[i];
    if (a == "--check") {
      check = true;
    } else if (a == "--patterns" && i + 1 < argc) {
      log2_patterns = std::atoi(argv[++i]);
    } else if (a == "--skip" && i + 1 < argc) {
      skip.emplace_back(argv[++i]);
    } else if (a == "--expect" && i + 1 < argc) {
      status |= expect(argv[++i]);
    } else {
      std::fprintf(
          stderr,
          "usage: hashes [--check] [--patterns LOG2] [--expect BACKENDS] [--skip PREFIX]\n");
      return 2;
    }
  }
  std::map<std::string, std::pair<std::uint64_t, std::string>> first;
  for (const gelu::Cell& c : gelu::registry()) {
    if (!gelu::same_bits_in_a_process(c.kernel.origin)) continue;
    if (std::ranges::any_of(skip, [&](const std::string& prefix) {
          return std::string(c.kernel.method).starts_with(prefix);
        }))
      continue;
    const std::string group = c.key.substr(0, c.key.rfind('/')) + (c.fma ? " fma" : " no_fma");
    const std::uint64_t h = hash(c, log2_patterns);
    const std::string backend = c.backend + "-" + c.isa;
    const auto [it, is_new] = first.try_emplace(group, h, backend);
    if (is_new) {
      std::printf("%s%s %016llx %s\n", c.kernel.origin == gelu::Origin::library ? "#library " : "",
                  group.c_str(), static_cast<unsigned long long>(h), backend.c_str());
    } else if (check && it->second.first != h) {
      std::fprintf(stderr, "%s: %s differs from %s\n", group.c_str(), backend.c_str(),
                   it->second.second.c_str());
      status = 1;
    }
  }
  for (const auto& a : gelu::absent())
    std::printf("#absent %s: %s\n", a.what.c_str(), a.reason.c_str());
  if (first.empty()) {
    std::fprintf(stderr, "no kernels\n");
    return 1;
  }
  return status;
}
