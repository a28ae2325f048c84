# SPDX-License-Identifier: Apache-2.0
"""What the page embeds: plain tables made from records. No choice is made here.

Values that `pick` computes with keep all their digits; what is only shown has a few.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from gelubench import checkout, curves, special
from gelubench.files import Record
from gelubench.kernels import FORMULAS, cells, group, keeps_bits, strongest
from gelubench.pick import Query, errors_of
from gelubench.points import GELU, number
from gelubench.runs import Run
from gelubench.verdict import METRICS, Certificates, Errors, Tolerance

Json = dict[str, Any]
ANYTHING = Tolerance({})
# Follow from other fields.
DERIVED = ("key", "elements_per_s", "bytes_per_s", "checked")
QUARTILES = ("min", "q1", "median", "q3", "max")
EXACT = ("min", "median")

FLOPS = {"add": 1, "mul": 1, "fma": 2, "div": 1}


def finite(value: float | None) -> float | str | None:
    """JSON has no infinities: as text, like in the records."""
    return value if value is None or math.isfinite(value) else str(value)


def brief(value: float | None, digits: int = 4) -> float | str | None:
    """For the eye."""
    if value is None or not math.isfinite(value):
        return finite(value)
    return float(f"{value:.{digits}g}")


def column(values: Sequence[Any]) -> Any:
    """A column in the shortest of three forms: one value, an index into few values, a list."""
    if any(isinstance(v, list | dict) for v in values):
        return list(values)
    known = list(dict.fromkeys((type(v), v) for v in values))
    if len(known) == 1:
        return {"all": values[0]}
    if len(known) <= max(2, len(values) // 4):
        place = {item: i for i, item in enumerate(known)}
        return {"of": [v for _, v in known], "at": [place[type(v), v] for v in values]}
    return list(values)


def packed(rows: Sequence[Json]) -> Json:
    """Rows as columns; a field that a row lacks is null."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {
        "length": len(rows),
        "columns": {name: column([row.get(name) for row in rows]) for name in names},
    }


def flops(record: Record) -> Json:
    """Per element, by method and pass. An fma is two; what a library does is not known."""
    found = {}
    for row in record.get("operations", []):
        counts = [row["operations"], row.get("wide", {})]
        if not any("library" in count for count in counts):
            number_of = sum(count.get(k, 0) * n for count in counts for k, n in FLOPS.items())
            found[f"{row['method']}/{row['pass']}"] = number_of
    return found


def load(records: Sequence[tuple[Path, Record]]) -> list[Run]:
    """Each with the certificates of the others of its commit, as `pick` takes them."""
    found = []
    for path, record in records:
        commit = record["program"]["commit"]
        others = [
            other
            for _, other in records
            if other is not record and other["program"]["commit"] == commit != "unknown"
        ]
        found.append(Run(path, record, others))
    return found


class ErrorTable:
    """Errors of kernels against each formula; equal ones stand once."""

    def __init__(self) -> None:
        self.rows: list[Json] = []
        self._known: dict[str, int] = {}

    def add(self, errors: Errors | None) -> int | None:
        if errors is None:
            return None
        row: Json = {
            "pass": errors.pass_,
            **{f"{m}": finite(errors.upper.get(m)) for m in METRICS},
            **{f"least_{m}": errors.at_least.get(m, 0.0) for m in METRICS},
            **{f"{m}_x": finite(errors.at.get(m)) for m in METRICS},
            **{f"elsewhere_{m}": finite(errors.elsewhere.get(m)) for m in METRICS},
            "basis": errors.basis,
            "not_correct": errors.not_correct,
            "exhaustive": errors.exhaustive,
            "coverage": errors.coverage,
            "faults": {k: [c["count"], c["first_x"]] for k, c in errors.faults.items()},
            "nan_inputs": list(errors.nan_inputs),
            "notes": list(errors.notes),
        }
        text = repr(row)
        if text not in self._known:
            self._known[text] = len(self.rows)
            self.rows.append(row)
        return self._known[text]


def _error_ids(row: Record, of: Certificates, table: ErrorTable) -> Json:
    """Against each formula that can be asked for, one for each part of the pass."""
    found = {}
    for truth in GELU if row["formula"] in GELU else ():
        query = Query(truth, row["dtype"], row["pass"], ANYTHING)
        found[truth] = [table.add(errors) for errors in errors_of(query, of, row)]
    return found


def _after_bf16(row: Record, of: Certificates) -> float | str | None:
    """Largest error in ulp of bf16 when the f32 result is rounded to it."""
    if (row["dtype"], row["pass"]) != ("f32", "forward") or row["formula"] not in GELU:
        return None
    found = of.find(row, "forward", "f32_bf16", "exact" if row["formula"] != "erf" else "own")
    return brief(number(found["max_ulp"])) if found else None


def _time(row: Record) -> Json:
    """The row as it is in the record, flat, without what follows from the rest."""
    flat = {k: v for k, v in row.items() if k not in DERIVED and not isinstance(v, list | dict)}
    ns = row["ns_per_element"]
    return {
        **{k: brief(v) if isinstance(v, float) else v for k, v in flat.items()},
        **{name: ns[name] if name in EXACT else brief(ns[name]) for name in QUARTILES},
        **{
            f"{name}_quartiles": [brief(row[name][q]) for q in ("q1", "median", "q3")]
            for name in ("pct_of_relu_paired", "pct_of_copy_paired")
            if row.get(name)
        },
        "samples": row["samples"],
        "sample_times_s": row["sample_times_s"],
    }


def times(runs: Sequence[Run], table: ErrorTable) -> list[Json]:
    """One row for each time that was taken, its errors by number."""
    found = []
    for index, run in enumerate(runs):
        of = run.certificates
        known: dict[str, Json] = {}
        for row in run.record["throughput"]:
            if row["key"] not in known:
                ids = _error_ids(row, of, table)
                known[row["key"]] = {"errors": ids, "bf16_ulp": _after_bf16(row, of)}
                known[row["key"]] |= {"gone": True} if checkout.lacks(row) else {}
            found.append({"run": index, **_time(row), **known[row["key"]]})
    return found


def _curve(row: Record, index: int) -> Json:
    bins = [worst for _, worst in sorted(curves.bins(row).items())]
    return {
        "run": index,
        **{
            k: row[k]
            for k in ("method", "formula", "pass", "dtype", "backend", "isa", "fma", "origin")
        },
        "exhaustive": row["exhaustive"],
        **{metric: [brief(worst[metric], 3) for worst in bins] for metric in ("ulp", "abs")},
    }


def error_curves(runs: Sequence[Run]) -> list[Json]:
    """By binade, of each method with and without fma; of what keeps no bits on each backend."""
    found = []
    for index, run in enumerate(runs):
        own = [
            row
            for row in run.record["accuracy"]
            if row["reference"] == "own" and row["region"] == "all" and "binades" in row
        ]
        seen = set()
        for row in strongest(own):
            place = row["fma"] if keeps_bits(row) else f"{row['backend']}-{row['isa']}"
            name = (row["method"], row["pass"], row["dtype"], place)
            if name not in seen:
                seen.add(name)
                found.append(_curve(row, index))
    return found


def models(runs: Sequence[Run]) -> list[Json]:
    """How far each formula is from exact GELU."""
    found = {}
    for index, run in enumerate(runs):
        for row in run.record["accuracy"]:
            if "model" in row and row["region"] == "all":
                name = (index, row["formula"], row["pass"], row["dtype"])
                found[name] = brief(number(row["model"]["max_abs"]))
    names = ("run", "formula", "pass", "dtype")
    return [{**dict(zip(names, of, strict=True)), "max_abs": v} for of, v in found.items()]


def _state(row: Record) -> int:
    """0 correct, 1 another number, 2 another kind of result."""
    if row["is_correct"]:
        return 0
    return 1 if special.kind(row["output"]) == special.kind(row["correct"]) else 2


def _special(rows: Iterable[Record]) -> Json:
    rows = list(rows)
    inputs = list(dict.fromkeys(row["input"] for row in rows))
    lines = []
    for kernel in group(special.kernels(rows), special.same):
        values = kernel.row["values"]
        at = [values.get(name) for name in inputs]
        lines.append(
            {
                **{k: kernel.row[k] for k in ("method", "formula", "fma")},
                "place": kernel.place,
                "values": [special.shown(v["output"]) if v else "" for v in at],
                "states": [_state(v) if v else 0 for v in at],
            }
        )
    correct = {
        formula: {r["input"]: special.shown(r["correct"]) for r in rows if r["formula"] == formula}
        for formula in FORMULAS
    }
    right = {f: [of.get(name, "") for name in inputs] for f, of in correct.items() if of}
    return {"inputs": inputs, "correct": right, "rows": packed(lines)}


def special_tables(runs: Sequence[Run]) -> list[Json]:
    return [
        {"run": index, "dtype": dtype, "pass": pass_, **_special(rows)}
        for index, run in enumerate(runs)
        for (dtype, pass_), rows in cells(special.with_confirmed(run.record)).items()
    ]
