# SPDX-License-Identifier: Apache-2.0
"""The ladder at the end of a run: for each allowed error the fastest kernel of this machine."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from gelubench.files import Record, printable
from gelubench.kernels import PASSES
from gelubench.points import GELU, LEVELS, Allowed, Point, Rung, points, rungs

CAPTION = (
    "ns per element, one thread; x relu: with the same backend; error against exact GELU{}; wrong "
    "results: NaN, infinity or sign where the correct one has none of it"
)


def levels_of(found: list[Point]) -> list[str]:
    return [level for level in LEVELS if any(level in point.ns for point in found)]


def _error(point: Point, allowed: Allowed) -> str:
    text = f"{allowed.error(point):.3g}" + (" ulp" if allowed.metric == "max_ulp" else "")
    return text if point.exhaustive else f"{text} seen"


def _times(point: Point, levels: list[str]) -> list[str]:
    cells = []
    for level in levels:
        ratio = point.times_relu(level)
        cells.append(f"{point.ns[level]:.3f}" if level in point.ns else "")
        cells.append(f"{ratio:.1f}" if ratio is not None else "")
    return cells


def _peer(rung: Rung, level: str) -> str:
    """The best peer of a class, its time and that as a multiple of our kernel's."""
    if rung.peer is None:
        return "none"
    ratio = f", {rung.peer.ns[level] / rung.best.ns[level]:.1f} x" if rung.best else ""
    return f"{rung.peer.method} {rung.peer.ns[level]:.3f}{ratio}"


def _row(rung: Rung, levels: list[str], peers: bool) -> list[str | Text]:
    name = f"{rung.allowed.letter} {rung.allowed.text}"
    best = rung.best
    if best is None:
        cells = [name, "none measured", "", "", *[""] * (2 * len(levels))]
    else:
        kernel = Text(printable(f"{best.method} {best.backend}"))
        error = _error(best, rung.allowed)
        cells = [name, kernel, error, best.faults or "none", *_times(best, levels)]
    return [*cells, Text(printable(_peer(rung, levels[0])))] if peers else cells


def summary(record: Record, dtype: str = "f32", pass_: str = "forward") -> Table:
    """Chosen by the time at the first level that was measured (L1), one thread."""
    found = points(record, dtype, pass_)
    levels = levels_of(found)
    peers = any(point.peer for point in found)
    name = printable(record["machine"]["name"])
    table = Table(title=Text(f"Fastest GELU for each allowed error: {dtype} {pass_}, {name}"))
    table.add_column("class")
    table.add_column("kernel", no_wrap=True)
    table.add_column("largest error", justify="right")
    table.add_column("wrong results")
    for level in levels:
        table.add_column(f"{level} ns", justify="right")
        table.add_column("x relu", justify="right")
    if peers:
        table.add_column(f"best peer, {levels[0]} ns")
    for rung in rungs(found, levels[0] if levels else LEVELS[0]):
        table.add_row(*_row(rung, levels, peers))
    certified = [point for point in found if point.max_ulp is not None]
    whole = all(point.exhaustive for point in certified)
    coverage = (
        " over every input" if whole else "; 'seen': over a sample, the maximum may be larger"
    )
    near = "; ulp near the zero of the gradient: of Phi + |x phi|" if "backward" in pass_ else ""
    table.caption = CAPTION.format(coverage + near)
    return table


def ladders(record: Record, dtype: str = "f32") -> list[Table]:
    """One for each pass of a type in which a GELU was timed and certified; at least forward's."""

    def known(pass_: str) -> bool:
        return any(
            p.formula in GELU and p.max_ulp is not None for p in points(record, dtype, pass_)
        )

    return [summary(record, dtype, p) for p in PASSES if p == "forward" or known(p)]
