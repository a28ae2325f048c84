// SPDX-License-Identifier: Apache-2.0
// gelu-accuracy --carry: certificates of an earlier record, for kernels whose results have not
// changed since. All results are computed here and hashed; only what differs is judged again.
#pragma once

#include <filesystem>
#include <vector>

#include "benchmarks/record.hpp"
#include "kernels/registry.hpp"

namespace gelu::bench {

/// Takes out of `cells` those whose results, all of them, have the hash of an exhaustive
/// certificate in the record at `from` of the same method, pass, dtype and fma support, on whatever
/// backend, and appends that certificate's rows and the special values to `record`. The row (own,
/// all) says in `judged` which build judged. Stays with what it has after g_stop. Throws
/// std::runtime_error with one line that names the file and what is wrong with it.
void carry(Json& record, const std::filesystem::path& from, std::vector<const Cell*>& cells,
           unsigned threads, bool quiet);

}  // namespace gelu::bench
