// SPDX-License-Identifier: Apache-2.0
// gelu-accuracy judge: certifies a function of another program, which computes on request through a
// pipe: a framework in Python, say, or any language at all.
#pragma once

namespace gelu::bench {

/// The command line after "judge"; returns the exit code.
int judge_command(int argc, char** argv);

}  // namespace gelu::bench
