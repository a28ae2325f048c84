# SPDX-License-Identifier: Apache-2.0
"""The command cuda-static: records of the CUDA kernels made without a GPU, and the gate on them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import jsonschema
import typer

from gelubench import cuda_static, files

Out = Annotated[Path | None, typer.Option(help="Write it here.")]


def _record(folder: Path, rows: list[dict]) -> files.Record:
    version = (folder / "nvcc_version").read_text().strip()
    return {"schema_version": 1, "kind": "static", "nvcc": version, "static": rows}


def command(
    folder: Annotated[Path, typer.Argument(help="<build>/cuda")] = files.ROOT
    / "build/release/cuda",
    json_: Annotated[Path | None, typer.Option("--json", help="Write the record here.")] = None,
    csv: Out = None,
    expected: Annotated[
        Path | None,
        typer.Option(help="Folder of cuda_static_<nvcc>.csv: fail when a kernel became dearer."),
    ] = None,
    update: Annotated[bool, typer.Option(help="Write the expectation instead.")] = False,
) -> int:
    """Registers, instructions per element and predicted bounds of the CUDA kernels; no GPU needed.

    Exit 1 when a kernel uses local memory or half an instruction per element more than expected; 77
    when this nvcc has no expectation yet.
    """
    rows = cuda_static.analyse(folder)
    record = _record(folder, rows)
    schema = json.loads((files.SCHEMAS / "static_v1.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(record)
    if json_ is not None:
        files.write(json_, files.to_json(record))
    if csv is not None:
        files.write(csv, cuda_static.to_csv(rows))
    failures = cuda_static.faults(rows)
    table = None if expected is None else expected / f"cuda_static_{record['nvcc']}.csv"
    if table is not None and update:
        files.write(table, cuda_static.expectation(rows))
    elif table is not None and table.is_file():
        more, notes = cuda_static.compare(rows, table.read_text())
        failures += more
        for note in notes:
            print(f"note: {note}")
    for failure in failures:
        print(f"cuda-static: {failure}", file=sys.stderr)
    summary = {"kernels": len({row["key"] for row in rows}), "rows": len(rows)}
    print(f"cuda-static: {json.dumps(summary)}, {len(failures)} failures")
    if failures:
        return 1
    if table is not None and not table.is_file():
        print(
            f"cuda-static: no expectation for nvcc {record['nvcc']}: only local memory was checked"
        )
        return 77
    return 0
