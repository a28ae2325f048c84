# SPDX-License-Identifier: Apache-2.0
"""The table at the end of a run: for each allowed error the fastest kernel of this machine."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from gelubench.files import Record, printable
from gelubench.points import ALLOWED, LEVELS, Point, fastest, points


def levels_of(found: list[Point]) -> list[str]:
    return [level for level in LEVELS if any(level in point.ns for point in found)]


def _error(point: Point, metric: str) -> str:
    text = f"{getattr(point, metric):.3g}" + (" ulp" if metric == "max_ulp" else "")
    return text if point.exhaustive else f"{text} seen"


def _times(point: Point, levels: list[str]) -> list[str]:
    cells = []
    for level in levels:
        ratio = point.times_relu(level)
        cells.append(f"{point.ns[level]:.3f}" if level in point.ns else "")
        cells.append(f"{ratio:.1f}" if ratio is not None else "")
    return cells


def summary(record: Record, dtype: str = "f32", pass_: str = "forward") -> Table:
    """Chosen by the time at the first level that was measured (L1), one thread."""
    found = points(record, dtype, pass_)
    levels = levels_of(found)
    name = printable(record["machine"]["name"])
    table = Table(title=Text(f"Fastest GELU for each allowed error: {dtype} {pass_}, {name}"))
    table.add_column("allowed")
    table.add_column("kernel", no_wrap=True)
    table.add_column("largest error", justify="right")
    table.add_column("wrong results")
    for level in levels:
        table.add_column(f"{level} ns", justify="right")
        table.add_column("x relu", justify="right")
    for allowed in ALLOWED:
        best = fastest(found, allowed, levels[0]) if levels else None
        if best is None:
            table.add_row(allowed.text, "none measured")
            continue
        kernel = Text(printable(f"{best.method} {best.backend}"))
        error = _error(best, allowed.metric)
        table.add_row(allowed.text, kernel, error, best.faults or "none", *_times(best, levels))
    certified = [point for point in found if point.max_ulp is not None]
    coverage = (
        "over every input"
        if all(point.exhaustive for point in certified)
        else "; 'seen': over a sample, the maximum may be larger"
    )
    table.caption = (
        f"ns per element, one thread; error against exact GELU {coverage}; wrong results: NaN, "
        "infinity or sign where the correct one has none of it"
    ).replace(" ;", ";")
    return table
