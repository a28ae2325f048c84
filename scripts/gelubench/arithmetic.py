# SPDX-License-Identifier: Apache-2.0
"""What bounds a kernel: its operations or the memory, judged by the other rows of the record."""

from __future__ import annotations

from collections.abc import Iterable

from gelubench.files import Record
from gelubench.points import LEVELS, Point

KINDS = {
    "add": "add",
    "mul": "multiply",
    "fma": "fma",
    "div": "divide",
    "minmax": "min, max",
    "round": "round",
    "scale": "scale by 2^n",
    "logic": "bits",
    "lookup": "lookup",
    "gather": "gather",
    "library": "library call",
}
# Within that of relu's time, the arithmetic is free.
FREE = 1.05


def _listed(counts: Record) -> str:
    return ", ".join(f"{counts[kind]:g} {name}" for kind, name in KINDS.items() if kind in counts)


def in_words(row: Record) -> str:
    """14 fma, 9 lookup, ...; on doubles: ..."""
    parts = [_listed(row["operations"])] if row["operations"] else []
    parts += [f"on doubles {_listed(row['wide'])}"] if "wide" in row else []
    return "; ".join(parts) or "none"


def issued(row: Record) -> float | None:
    """Vector operations per vector of floats: one on doubles takes two. Calls are not countable."""
    if "library" in row["operations"] or "library" in row.get("wide", {}):
        return None
    return sum(row["operations"].values()) + 2 * sum(row.get("wide", {}).values())


class Rates:
    """Operations per ns and element of the kernels of one pass."""

    def __init__(self, rows: Iterable[Record], pass_: str) -> None:
        self.rows = {r["method"]: r for r in rows if (r["pass"], r["dtype"]) == (pass_, "f32")}

    def rate(self, point: Point, level: str = "l1") -> float | None:
        row = self.rows.get(point.method)
        count = issued(row) if row else None
        return count / point.ns[level] if count and level in point.ns else None

    def best(self, points: Iterable[Point], level: str = "l1") -> dict[str, float]:
        """The highest of each backend: what its ports have been seen to do."""
        found: dict[str, float] = {}
        for point in points:
            rate = self.rate(point, level)
            if rate is not None:
                found[point.backend] = max(rate, found.get(point.backend, 0))
        return found


def bound(point: Point, rates: Rates, best: dict[str, float]) -> str:
    """Which levels are bound by what, in words."""
    levels = [level for level in LEVELS if level in point.ns]
    ratios = {level: point.times_relu(level) for level in levels}
    memory = [level for level in levels if (r := ratios[level]) is not None and r <= FREE]
    ports = [level for level in levels if level not in memory]
    text = []
    if ports:
        share = ""
        if (rate := rates.rate(point)) is not None and best.get(point.backend):
            share = (
                f" ({rate:.0f} operations per ns in l1, {rate / best[point.backend]:.0%} of the "
                "highest rate of this record)"
            )
        text.append(f"{', '.join(ports)} by arithmetic{share}")
    if memory:
        text.append(f"{', '.join(memory)} by memory (within {FREE - 1:.0%} of relu)")
    return "; ".join(text)
