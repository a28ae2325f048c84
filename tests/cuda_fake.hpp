// SPDX-License-Identifier: Apache-2.0
// What the fake runtime has counted.
#pragma once

namespace gelu::test {

struct Fake {
  long launches = 0, graphs = 0, allocations = 0;
};
Fake& fake();

}  // namespace gelu::test
