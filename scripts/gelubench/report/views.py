# SPDX-License-Identifier: Apache-2.0
"""What each picture shows of the tables: views.js again, for pictures without a browser."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from gelubench import points
from gelubench.files import Refused
from gelubench.kernels import PEERS
from gelubench.plot import MOST
from gelubench.points import GELU, LEVELS, number
from gelubench.report import themes

Json = dict[str, Any]
ROOFS = ("relu", "copy")
METRICS = {
    "max_ulp": "largest error, ulp",
    "max_abs": "largest error, absolute",
    "max_rel": "largest error, relative",
    "bf16": "largest error after rounding to bf16, ulp of bf16",
}


@dataclass(frozen=True)
class State:
    """What the controls of the page say."""

    dtype: str = "f32"
    pass_: str = "forward"
    level: str = "l1"
    threads: int = 1
    metric: str = "max_abs"
    distance: str = "total"


@dataclass(frozen=True)
class Tables:
    """Of one run."""

    times: list[Json]
    errors: list[Json]
    curves: list[Json]
    models: list[Json]
    caches: list[Json]
    flops: Json
    machine: str
    title: str


def place(row: Json) -> str:
    return f"{row['backend']}-{row['isa']}"


def key(row: Json) -> str:
    return f"{row['method']}/{row['pass']}/{row['dtype']}/{place(row)}"


def cell_rows(of: Tables, state: State) -> list[Json]:
    """Times of the cell that is looked at, at any level."""
    wanted = (state.dtype, state.pass_, state.threads, "normal2")
    names = ("dtype", "pass", "threads", "inputs")
    plain = [row for row in of.times if row.get("mode") != "latency"]
    plain = [row for row in plain if row.get("stores", "plain") == "plain"]
    return [row for row in plain if tuple(row[name] for name in names) == wanted]


def level_of(of: Tables, state: State) -> str:
    """The level that is asked for when there are times at it, else the first that has some."""
    levels = list(dict.fromkeys(row["level"] for row in cell_rows(of, state)))
    if not levels:
        raise Refused(f"nothing to draw: no times of {state.dtype} {state.pass_}")
    order = [state.level, *LEVELS, *levels]
    return next(level for level in order if level in levels)


def shown_error(of: Tables, row: Json, state: State) -> float | None:
    """Largest error of a row in the metric that is looked at; None: unknown."""
    if state.metric == "bf16":
        return number(row["bf16_ulp"])
    ids = row["errors"].get("erf" if state.distance == "total" else row["formula"])
    values = [None if i is None else number(of.errors[i][state.metric]) for i in ids or [None]]
    return None if None in values else max(v for v in values if v is not None)


def roofs_of(rows: list[Json]) -> list[Json]:
    """relu and copy of the backend on which relu is fastest."""
    relu = [row for row in rows if row["method"] == "relu" and row["backend"] not in PEERS]
    if not relu:
        return []
    best = place(min(relu, key=lambda row: row["median"]))
    return [row for row in rows if row["method"] in ROOFS and place(row) == best]


def front_of(found: list[Json]) -> set[int]:
    """What no other beats in both time and error."""
    front, best = set(), math.inf
    for point in sorted(found, key=lambda p: (-p["speed"], p["error"], p["key"])):
        if point["error"] < best:
            front.add(point["id"])
            best = point["error"]
    return front


def pareto(of: Tables, state: State) -> Json:
    rows = [row for row in cell_rows(of, state) if row["level"] == state.level]
    found = [
        {
            "id": row["id"],
            "key": key(row),
            "method": row["method"],
            "formula": row["formula"],
            "isa_shown": row["isa"] if row["isa"] in themes.isa_colours() else "other",
            "peer": row["backend"] in PEERS,
            "speed": 1 / row["median"],
            "error": min(shown_error(of, row, state) or 0.0, MOST),
        }
        for row in rows
        if row["formula"] in points.GELU
    ]
    found = [point for point in found if point["error"] > 0]
    front = front_of(found)
    return {
        "points": [{**point, "front": point["id"] in front} for point in found],
        "roofs": [
            {"method": r["method"], "name": f"{r['method']}, {place(r)}", "speed": 1 / r["median"]}
            for r in roofs_of(rows)
        ],
    }


def matrix(of: Tables, state: State) -> list[Json]:
    rows = [row for row in cell_rows(of, state) if row["level"] == state.level]
    times = [row["median"] for row in rows]
    middle = math.sqrt(min(times) * max(times)) if times else 0.0
    return [
        {
            "id": row["id"],
            "method": row["method"],
            "place": place(row),
            "ns": row["median"],
            "text": f"{row['median']:.2g}",
            "bright": row["median"] < middle,
        }
        for row in rows
    ]


def _role(row: Json, front: set[str]) -> str:
    """Without a front, because nothing is certified, all are alike."""
    if row["method"] in ROOFS:
        return "roof"
    return "front" if not front or row["method"] in front else "other"


def sweep(of: Tables, state: State) -> tuple[list[Json], str]:
    """The rows of the backend on which relu is fastest, and its name."""
    every = cell_rows(of, state)
    best = roofs_of(every)
    backend = place(best[0]) if best else ""
    here = [p for p in pareto(of, state)["points"] if p["key"].endswith(f"/{backend}")]
    best_here = front_of(here)
    front = {p["method"] for p in here if p["id"] in best_here}
    rows = [
        {
            "id": row["id"],
            "key": key(row),
            "method": row["method"],
            "bytes": row["n"] * row["bytes_per_element"],
            "ns": row["median"],
            "role": _role(row, front),
        }
        for row in every
        if place(row) == backend and (row["method"] in ROOFS or row["formula"] in GELU)
    ]
    rows.sort(key=lambda row: row["bytes"])
    starts = {row["key"]: row["id"] for row in reversed(rows)}
    return [{**row, "first": starts[row["key"]] == row["id"]} for row in rows], backend


def caches(of: Tables, sizes: list[int]) -> list[Json]:
    return [
        {"name": f"L{cache['level']}", "bytes": cache["bytes"]}
        for cache in of.caches
        if cache["type"] != "Instruction" and min(sizes) <= cache["bytes"] <= max(sizes)
    ]


def flops_of(of: Tables, row: Json) -> float | None:
    """Per element, where the record counts them. 16-bit types compute in f32, which is counted."""
    if row["pass"] not in ("forward", "backward") or row["dtype"] == "f64":
        return None
    return of.flops.get(f"{row['method']}/{row['pass']}")


def _line(name: str, ends: tuple[float, float], rates: tuple[float, float]) -> list[Json]:
    flat = rates[0] == rates[1]
    return [
        {"name": name, "intensity": x, "gflops": rate, "first": i == 0, "flat": flat}
        for i, (x, rate) in enumerate(zip(ends, rates, strict=True))
    ]


def roofline(of: Tables, state: State) -> Json:
    """Of the level that is looked at, against the memory roof of each level."""
    every = cell_rows(of, state)
    front = {p["id"] for p in pareto(of, state)["points"] if p["front"]}
    found = [
        {
            "id": row["id"],
            "key": key(row),
            "method": row["method"],
            "formula": row["formula"],
            "isa_shown": row["isa"] if row["isa"] in themes.isa_colours() else "other",
            "intensity": flops / row["bytes_per_element"],
            "gflops": flops / row["median"],
            "named": row["id"] in front,
        }
        for row in every
        if row["level"] == state.level and row["formula"] in GELU and (flops := flops_of(of, row))
    ]
    if not found:
        return {"points": [], "roofs": []}
    at = [point["intensity"] for point in found]
    ends = (min(at) / 1.5, max(at) * 1.5)
    roofs = []
    for row in roofs_of(every):
        if row["method"] == "relu":
            rate = row["bytes_per_element"] / row["median"]
            name = f"{row['level']}: {rate:.3g} GB/s"
            roofs += _line(name, ends, (ends[0] * rate, ends[1] * rate))
    most = max(point["gflops"] for point in found)
    return {"points": found, "roofs": [*roofs, *_line("most measured here", ends, (most, most))]}


def machine_rows(of: Tables, state: State) -> list[Json]:
    """Each method's best time as a multiple of relu's on the same backend."""
    rows = [row for row in cell_rows(of, state) if row["level"] == state.level]
    relu = {place(row): row["median"] for row in rows if row["method"] == "relu"}
    best: dict[str, Json] = {}
    for row in sorted(rows, key=lambda row: row["median"]):
        if row["formula"] in GELU and (roof := relu.get(place(row))):
            cell = {"id": row["id"], "method": row["method"], "machine": of.machine}
            times = {"ns": row["median"], "times_relu": row["median"] / roof}
            best.setdefault(row["method"], {**cell, **times})
    return list(best.values())
