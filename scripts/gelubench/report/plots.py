# SPDX-License-Identifier: Apache-2.0
"""The pictures of the page as SVG and PNG, without a browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import vl_convert as vlc

from gelubench.curves import FLOOR
from gelubench.files import Record, Refused, printable, write
from gelubench.report import charts, tables, themes, views
from gelubench.report.views import METRICS, State, Tables
from gelubench.runs import Run

Json = dict[str, Any]
WIDTH = 820
DIGITS = {"f64": 53, "f32": 24, "f16": 11, "bf16": 8, "f32_bf16": 8}
# The two curves that are drawn when nothing else is asked for.
BESIDE = ("erf_mills", "erf_libm")


def tables_of(run: Run) -> Tables:
    record, errors = run.record, tables.ErrorTable()
    times = [{**row, "id": i} for i, row in enumerate(tables.times([run], errors))]
    program = record["program"]
    title = f"{printable(record['machine']['cpu'])}, {program['commit'][:12]}, {record['created']}"
    return Tables(
        times,
        errors.rows,
        tables.error_curves([run]),
        tables.models([run]),
        record["machine"]["caches"],
        tables.flops(record),
        record["machine"]["name"],
        title,
    )


def _order(of: Tables, rows: Sequence[Json]) -> list[str]:
    shown = {row["method"] for row in rows}
    return [m for m in dict.fromkeys(row["method"] for row in of.times) if m in shown]


def _isas(points: Sequence[Json]) -> Json:
    seen = {point["isa_shown"] for point in points}
    colours = {isa: c for isa, c in themes.isa_colours().items() if isa in seen}
    return {"isas": list(colours), "colours": list(colours.values())}


def _pareto(of: Tables, state: State) -> tuple[Json, Json] | None:
    data = views.pareto(of, state)
    if not data["points"]:
        return None
    speed = f"elements per ns, {state.threads} thread(s), data in {state.level.upper()}"
    error = f"{METRICS[state.metric]}, against exact GELU"
    return {"error title": error, "speed title": speed, **_isas(data["points"])}, data


def _matrix(of: Tables, state: State) -> tuple[Json, Json]:
    cells = views.matrix(of, state)
    places = list(dict.fromkeys(cell["place"] for cell in cells))
    return {"methods": _order(of, cells), "places": places}, {"cells": cells}


def _sweep(of: Tables, state: State) -> tuple[Json, Json] | None:
    rows, backend = views.sweep(of, state)
    if not any(row["role"] == "front" for row in rows):
        return None
    title = f"ns per element, {backend}, {state.threads} thread(s)"
    methods = _order(of, [row for row in rows if row["role"] == "front"])
    marks = views.caches(of, [row["bytes"] for row in rows])
    return {"time title": title, "methods": methods}, {"sweep": rows, "caches": marks}


def _steps(curve: Json, metric: str) -> list[Json]:
    values = [float(v) for v in curve[metric]]
    first = -len(values) / 2
    where = f"{curve['backend']}-{curve['isa']}"
    if curve["origin"] == "portable":
        where = "fma" if curve["fma"] else "no fma"
    return [
        {
            "at": first + i,
            "middle": first + i + 0.5,
            "error": min(max(values[min(i, len(values) - 1)], FLOOR[metric]), 1e38),
            "kernel": f"{curve['method']}, {where}",
        }
        for i in range(len(values) + 1)
    ]


def _error(of: Tables, state: State) -> tuple[Json, Json] | None:
    found = [c for c in of.curves if (c["dtype"], c["pass"]) == (state.dtype, state.pass_)]
    names = [n for n in BESIDE if any(c["method"] == n for c in found)]
    shown = [c for c in found if c["method"] in (names or [c["method"] for c in found][:1])]
    if not shown:
        return None
    metric = "ulp" if state.metric == "max_ulp" else "abs"
    steps = [step for curve in shown for step in _steps(curve, metric)]
    rules = [
        {"error": 0.5, "text": "correctly rounded"},
        {"error": 2.0 ** DIGITS[state.dtype], "text": "no digit right"},
    ]
    if metric == "abs":
        rules = []
    top = 4 * max(row["error"] for row in [*steps, *rules])
    title = "largest error in the binade, " + ("ulp" if metric == "ulp" else "absolute")
    kernels = list(dict.fromkeys(step["kernel"] for step in steps))
    holes = {"error title": title, "floor": FLOOR[metric], "top": top, "kernels": kernels}
    return holes, {"steps": steps, "rules": rules}


def _roofline(of: Tables, state: State) -> tuple[Json, Json] | None:
    data = views.roofline(of, state)
    if not data["points"]:
        return None
    rate = f"Gflop/s, {state.threads} thread(s), data in {state.level.upper()}"
    titles = {"intensity title": "flops per byte moved", "rate title": rate}
    return {**titles, **_isas(data["points"])}, data


Made = tuple[Json, Json] | None
PLOTS: dict[str, tuple[str, str, Callable[[Tables, State], Made]]] = {
    "pareto_abs": ("pareto", "max_abs", _pareto),
    "pareto_ulp": ("pareto", "max_ulp", _pareto),
    "pareto_bf16": ("pareto", "bf16", _pareto),
    "error_abs": ("error", "max_abs", _error),
    "error_ulp": ("error", "max_ulp", _error),
    "matrix": ("matrix", "max_abs", _matrix),
    "sweep": ("sweep", "max_abs", _sweep),
    "roofline": ("roofline", "max_abs", _roofline),
}


def _framed(found: Json, subtitle: str, state: State) -> Json:
    """With a size and a title of its own."""
    if found.get("width") == "container":
        found["width"] = WIDTH
    text = f"GELU {state.dtype} {state.pass_}"
    title = {"text": text, "subtitle": subtitle, "anchor": "start"}
    return {**found, "title": title, "background": "white", "padding": 12}


def spec(name: str, of: Tables, state: State) -> Json | None:
    """One picture, whole; None where the run has nothing for it."""
    chart, metric, make = PLOTS[name]
    made = make(of, replace(state, metric=metric))
    if made is None:
        return None
    return _framed(charts.fill(charts.specs()[chart], *made), of.title, state)


def machines(every: Sequence[Tables], state: State) -> Json | None:
    """Machines beside each other, each against its own relu; None where there is one."""
    rows = [row for of in every for row in views.machine_rows(of, state)]
    if len({row["machine"] for row in rows}) < 2:
        return None
    methods = list(dict.fromkeys(row["method"] for row in rows))
    title = f"time of the best backend over relu's, same machine, {state.level.upper()}"
    holes = {"ratio title": title, "methods": methods, "height": 17 * len(methods)}
    names = ", ".join(dict.fromkeys(row["machine"] for row in rows))
    return _framed(charts.fill(charts.specs()["machines"], holes, {"machines": rows}), names, state)


def draw(records: Sequence[tuple[Path, Record]], folder: Path, state: State) -> list[Path]:
    """Of the newest run that has such times: FOLDER/<plot>_<dtype>_<pass>.svg and .png."""
    runs = [run for run in tables.load(records) if _timed(run.record, state)]
    if not runs:
        raise Refused(f"nothing to draw: no times of {state.dtype} {state.pass_}")
    runs.sort(key=lambda run: run.record["created"])
    newest = {run.record["machine"]["name"]: run for run in runs}
    every = [tables_of(run) for run in newest.values()]
    of = every[[*newest].index(runs[-1].record["machine"]["name"])]
    state = replace(state, level=views.level_of(of, state))
    made = {name: spec(name, of, state) for name in PLOTS} | {"machines": machines(every, state)}
    written = []
    for name, found in made.items():
        if found is None:
            continue
        stem = folder / f"{name}_{state.dtype}_{state.pass_}"
        for path, content in (
            (stem.with_suffix(".svg"), vlc.vegalite_to_svg(found)),
            (stem.with_suffix(".png"), vlc.vegalite_to_png(found, scale=2)),
        ):
            write(path, content)
            written.append(path)
    return written


def _timed(record: Record, state: State) -> bool:
    cell = (state.dtype, state.pass_)
    return any((row["dtype"], row["pass"]) == cell for row in record["throughput"])
