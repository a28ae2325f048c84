# SPDX-License-Identifier: Apache-2.0
"""Kernels that skip work where they may: their times on data with a shorter and a longer tail."""

from __future__ import annotations

from gelubench.files import Record
from gelubench.kernels import inputs_of
from gelubench.markdown import table
from gelubench.points import Point, points

TEXT = """\
## Data

A branch skips work where no element of a vector needs it, so that times depend on the data; no
result does. f32, one thread, data in L1, ns per element of normally distributed numbers, and in
brackets the multiple of relu on the same data. Sigma 2 is what all other times are of.
"""
SIGMAS = {"normal1": "sigma 1", "normal2": "sigma 2", "normal4": "sigma 4"}
SHOWN = ("avx512", "avx2")
LEVEL = "l1"


def _cell(point: Point | None) -> str:
    ratio = point.times_relu(LEVEL) if point else None
    if point is None or LEVEL not in point.ns:
        return ""
    return point.time(LEVEL) + (f" ({ratio:.1f})" if ratio is not None else "")


def skipping(record: Record) -> str:
    """Empty when only the usual data were timed. A method on its fastest backend of each set."""
    usual = inputs_of(record)
    timed = {row["inputs"] for row in record["throughput"]}
    names = [name for name in SIGMAS if name in timed]
    lines = []
    for pass_ in ("forward", "backward"):
        by = {n: {p.key: p for p in points(record, "f32", pass_, "own", n)} for n in names}
        other = {key for n in names if n != usual for key in by[n]}
        for isa in SHOWN:
            best: dict[str, Point] = {}
            for key in sorted(other & by.get(usual, {}).keys()):
                point = by[usual][key]
                if point.method in ("relu", "copy") or not point.backend.endswith(f"-{isa}"):
                    continue
                known = best.setdefault(point.method, point)
                if point.ns.get(LEVEL, 0) < known.ns.get(LEVEL, 0):
                    best[point.method] = point
            lines += [
                [f"`{p.method}`", p.backend, pass_, *(_cell(by[n].get(p.key)) for n in names)]
                for p in sorted(best.values(), key=lambda p: p.ns.get(LEVEL, 0))
            ]
    columns = ["kernel", "backend", "pass", *(SIGMAS[name] for name in names)]
    return f"{TEXT}\n{table(columns, lines)}" if lines else ""
