// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gelu::bench {

/// `gelu-accuracy reference ...`: argv[0] is a name, the rest are its arguments. Returns the exit
/// code.
int reference_command(int argc, char** argv);

}  // namespace gelu::bench
