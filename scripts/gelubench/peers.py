# SPDX-License-Identifier: Apache-2.0
"""Other people's libraries beside ours: their error, their time, and what is no worse and ours."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from gelubench.files import Record, printable
from gelubench.points import GELU, Point, points
from gelubench.summary import levels_of


def no_worse(found: list[Point], peer: Point, level: str) -> Point | None:
    """Our fastest kernel whose largest errors are both at most the peer's."""
    if peer.max_ulp is None or peer.max_abs is None:
        return None
    ours = [
        p
        for p in found
        if not p.peer
        and p.formula in GELU
        and level in p.ns
        and p.max_ulp is not None
        and p.max_abs is not None
        and p.max_ulp <= peer.max_ulp
        and p.max_abs <= peer.max_abs
    ]
    return min(ours, key=lambda p: (p.ns[level], p.key), default=None)


def _error(value: float | None, point: Point) -> str:
    return "" if value is None else f"{value:.3g}" + ("" if point.exhaustive else " seen")


def peers(record: Record, dtype: str = "f32", pass_: str = "forward") -> Table | None:
    """By time at each level; None when the record has no peer."""
    found = points(record, dtype, pass_)
    others = [p for p in found if p.peer and p.ns]
    if not others:
        return None
    levels = levels_of(found)
    name = printable(record["machine"]["name"])
    table = Table(title=Text(f"Other libraries: {dtype} {pass_}, {name}"))
    table.add_column("library's", no_wrap=True)
    for metric in ("max ulp", "max abs"):
        table.add_column(metric, justify="right")
    table.add_column("wrong results")
    for level in levels:
        table.add_column(f"{level} ns", justify="right")
        table.add_column("ours, no worse: ns", justify="right")
    for peer in sorted(others, key=lambda p: (p.formula, min(p.ns.values()), p.key)):
        cells = [_error(peer.max_ulp, peer), _error(peer.max_abs, peer), peer.faults or "none"]
        for level in levels:
            cells.append(f"{peer.ns[level]:.3f}" if level in peer.ns else "")
            ours = no_worse(found, peer, level)
            cells.append(f"{ours.method} {ours.ns[level]:.3f}" if ours else "")
        table.add_row(Text(printable(f"{peer.method} {peer.backend}")), *cells)
    table.caption = (
        "errors against exact GELU, whatever the formula; ours, no worse: our fastest kernel whose "
        "largest errors, in ulp and absolute, are both at most those"
    )
    return table
