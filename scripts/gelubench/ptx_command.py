# SPDX-License-Identifier: Apache-2.0
"""The command ptx: executes the compiled CUDA kernels on the CPU and judges their results."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from gelubench import files
from gelubench.ptx import launch, sweep


def _verdict(rows: list[sweep.Row]) -> int:
    wrong = [row for row in rows if row.different_bits or row.different_alone]
    for row in wrong:
        print(
            f"ptx: {row.kernel}: bits of {row.different_bits or 0} elements differ from "
            f"scalar-fma, of {row.different_alone} when done one by one",
            file=sys.stderr,
        )
    same = sum(row.different_bits == 0 for row in rows)
    print(
        f"ptx: {len(rows)} kernels executed, {same} with the bits of scalar-fma, "
        f"{len(wrong)} wrong",
        file=sys.stderr,
    )
    return 1 if wrong else 0


def command(
    build: Annotated[Path, typer.Argument(help="A build with the CUDA part.")] = files.ROOT
    / "build/release",
    only: Annotated[str, typer.Option(help="Regular expression of keys.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Default: stdout.")] = None,
) -> int:
    """Execute the PTX of the CUDA kernels without a GPU: bits and errors, as CSV.

    Kernels of the vocabulary must have the bits of scalar-fma (exit 1). Errors are those with
    hardware approximations correctly rounded, and with their documented error on top.
    """
    try:
        wanted = re.compile(only)
    except re.error as error:
        raise files.Refused(f"--only {only}: {error}") from None
    folder = build / "cuda"
    kernels = [k for k in launch.kernels(folder) if sweep.evaluable(k) and wanted.search(k.key)]
    if not kernels:
        raise files.Refused(f"--only {only}: no kernel")
    work, rows = sweep.Sweep(folder, build / "lib/libgelu.so"), []
    for number, kernel in enumerate(kernels, 1):
        print(f"\r{number}/{len(kernels)} {kernel.key:70}", end="", file=sys.stderr)
        rows.append(work.row(kernel))
    print(file=sys.stderr)
    text = sweep.to_csv(rows)
    if output is None:
        sys.stdout.write(text)
    else:
        files.write(output, text)
    return _verdict(rows)
