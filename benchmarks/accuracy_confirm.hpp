// SPDX-License-Identifier: Apache-2.0
// gelu-accuracy confirm: has this build, on this machine, the results that were certified? All of
// them are computed and hashed, without the truth: seconds per kernel.
#pragma once

namespace gelu::bench {

/// The command line after "confirm"; returns the exit code.
int confirm_command(int argc, char** argv);

}  // namespace gelu::bench
