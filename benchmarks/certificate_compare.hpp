// SPDX-License-Identifier: Apache-2.0
// Compares one kernel's outputs for a block with the truth.
#pragma once

#include <span>
#include <vector>

#include "benchmarks/certificate_truth.hpp"

namespace gelu::bench {

/// What a strip's share of a block adds to a certificate.
struct StripResult {
  Region region{};
  std::uint32_t binade = Strip::k_no_binade;
  std::uint8_t section = 0;
  std::uint64_t inputs = 0;
  Distance error, total;
  Count not_correct, sign_errors, zero_sign_errors, nan_errors, inf_errors, wrong_steps;
  std::array<std::uint64_t, k_bins> histogram{};
  std::array<double, k_sums> sums{};
};

/// A block's outputs (as f32, NaN canonical; one more than the block for the last step) and what
/// comparing them gave. Kept, so that equal outputs need no second comparison.
struct BlockResult {
  std::vector<float> outputs;
  std::vector<StripResult> strips;
  std::uint64_t hash = 0;
};

/// Fills result.strips and result.hash from result.outputs; `bits` are the outputs in the group's
/// dtype, NaN canonical.
void compare_block(const Map&, const Truth&, const std::uint32_t* bits, BlockResult& result);

/// Adds a block's result to a certificate of the same group.
void add_to(Certificate&, const Map&, const BlockResult&);

/// Distance from the formula itself (unrounded) to exact GELU over a block; rel as in Distance.
void add_model(const Truth&, const Map&, Distance& model);

}  // namespace gelu::bench
