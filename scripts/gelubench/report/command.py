# SPDX-License-Identifier: Apache-2.0
"""The command line of `report`: scripts/report is its door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from gelubench import files
from gelubench.files import Refused, printable
from gelubench.pick import CALLS, TYPES
from gelubench.pick_command import one_of
from gelubench.report import page, plots
from gelubench.report.views import State
from gelubench.runs import RESULTS


def found_in(path: Path) -> list[Path]:
    """The result files of a folder; a file is itself."""
    if not path.is_dir():
        return [path]
    found = [p for p in path.rglob("*.json*") if p.name.endswith((".json", ".json.gz"))]
    found = [p for p in found if "schema" not in p.relative_to(path).parts[:-1]]
    if not found:
        raise Refused(f"{printable(str(path))}: no result files in this folder")
    return sorted(found)


def command(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Result files, or folders of them.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page.")] = Path("report.html"),
    folder: Annotated[
        Path | None, typer.Option("--plots", help="Also write each picture here, as SVG and PNG.")
    ] = None,
    dtype: Annotated[str, typer.Option(help="Type of the pictures of --plots.")] = "f32",
    pass_: Annotated[str, typer.Option("--pass", help="Pass of the pictures.")] = "forward",
    level: Annotated[str, typer.Option(help="Level of the pictures.")] = "l1",
) -> None:
    """One page that shows the results, answers like pick, and needs no network."""
    state = State(one_of("--dtype", dtype, tuple(TYPES)), one_of("--pass", pass_, tuple(CALLS)))
    given = list(dict.fromkeys(p for path in paths or [RESULTS] for p in found_in(path)))
    records = [(path, files.read(path)) for path in given]
    if not any(record["throughput"] for _, record in records):
        raise Refused("no times in these results: nothing to show")
    text = page.page(records)
    files.write(output, text)
    drawn = plots.draw(records, folder, replace(state, level=level)) if folder else []
    for path in drawn:
        print(path)
    print(f"{output}: {len(text) / 1e6:.1f} MB, {len(records)} run(s)")
