// SPDX-License-Identifier: Apache-2.0
// Writes the full tables of the 16-bit types: for each formula and pass, the correctly rounded
// result of all 65,536 encodings, in order, two bytes each, little endian. usage: generate FOLDER
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "reference/reference.hpp"

namespace {

std::vector<std::uint8_t> table(gelu::Formula formula, gelu::Pass pass, gelu::Dtype dtype) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(2 * 65536);
  for (std::uint64_t x = 0; x < 65536; ++x) {
    const std::uint64_t y = gelu::ref::rounded(formula, pass, dtype, x);
    bytes.push_back(static_cast<std::uint8_t>(y & 0xff));
    bytes.push_back(static_cast<std::uint8_t>(y >> 8));
  }
  return bytes;
}

bool write(const std::string& path, const std::vector<std::uint8_t>& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: generate FOLDER\n", stderr);
    return 2;
  }
  using enum gelu::Formula;
  using enum gelu::Pass;
  using enum gelu::Dtype;
  for (const auto formula : {erf, tanh, sigmoid}) {
    for (const auto pass : {forward, backward}) {
      for (const auto dtype : {f16, bf16}) {
        std::string path = argv[1];
        path.append("/").append(name(formula)).append("_").append(name(pass)).append("_");
        path.append(name(dtype)).append(".bin");
        if (!write(path, table(formula, pass, dtype))) {
          std::fprintf(stderr, "generate: cannot write %s\n", path.c_str());
          return 1;
        }
      }
    }
  }
}
