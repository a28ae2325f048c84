# SPDX-License-Identifier: Apache-2.0
"""docs/special_values.md: what each kernel gives where formulas and arithmetic end."""

from __future__ import annotations

import math

from gelubench.files import Record, Refused
from gelubench.kernels import FORMULAS, Group, cells, group
from gelubench.markdown import escape, table
from gelubench.points import number

TITLE = "Special values"
CELL = ("key", "method", "formula", "pass", "dtype", "backend", "isa", "fma", "origin")
LEGEND = """\
One row per method and fma support; `on` names a backend (`+5`: five more have the same results).
Methods that call a library are *observed* on the backends named. The first row of each formula has
the correctly rounded results. **Bold** differs from them in kind: in sign, zero where they are not,
NaN, infinite. `~` is another number than theirs; only four digits are shown. `max` is the largest
finite number of the type, `min_subnormal` and `min_normal` its smallest. Gradients are for dy = 1.
"""


def shown(value: object) -> str:
    return f"{number(value):.4g}"


def kind(value: object) -> tuple[bool, bool, bool, float]:
    found = number(value)
    return math.isnan(found), math.isinf(found), found == 0, math.copysign(1, found)


def _cell(row: Record) -> str:
    text = shown(row["output"])
    if row["is_correct"]:
        return text
    return f"~{text}" if kind(row["output"]) == kind(row["correct"]) else f"**{text}**"


def kernels(rows: list[Record]) -> list[Record]:
    """One row per key: its fields, and its special values by input. A later run replaces."""
    found: dict[str, Record] = {}
    for row in rows:
        known = found.setdefault(row["key"], {**row, "values": {}})
        known["values"][row["input"]] = row
    return list(found.values())


def with_confirmed(record: Record) -> list[Record]:
    """The rows, and for each confirmed kernel those of the kernel with the same bits."""
    rows = record["special_values"]
    by_key: dict[str, list[Record]] = {}
    for row in rows:
        by_key.setdefault(row["key"], []).append(row)
    borrowed = []
    for kernel in record["accuracy"]:
        if source := kernel.get("confirmed_by"):
            cell = {name: kernel[name] for name in CELL}
            own = {row["input"] for row in by_key.get(kernel["key"], [])}
            borrowed += [{**r, **cell} for r in by_key.get(source, []) if r["input"] not in own]
    return [*rows, *borrowed]


def same(kernel: Record) -> object:
    return tuple((name, row["output_bits"]) for name, row in kernel["values"].items())


def _line(kernel: Group, inputs: list[str]) -> list[str]:
    values = kernel.row["values"]
    cells_ = [_cell(values[name]) if name in values else "" for name in inputs]
    return [
        f"`{kernel.row['method']}`",
        "yes" if kernel.row["fma"] else "no",
        kernel.place,
        *cells_,
    ]


def _table(rows: list[Record]) -> str:
    inputs = list(dict.fromkeys(row["input"] for row in rows))
    found = group(kernels(rows), same)
    lines = []
    for formula in FORMULAS:
        of = [kernel for kernel in found if kernel.row["formula"] == formula]
        if not of:
            continue
        correct = {row["input"]: row["correct"] for row in rows if row["formula"] == formula}
        right = [shown(correct[name]) if name in correct else "" for name in inputs]
        lines += [[f"*{formula}, correct*", "", "", *right]]
        lines += [_line(kernel, inputs) for kernel in of]
    return table(["method", "fma", "on", *map(escape, inputs)], lines)


def body(record: Record) -> list[str]:
    found = cells(with_confirmed(record))
    if not found:
        raise Refused("no special values: no rows of gelu-accuracy")
    return [LEGEND, *(f"## {d} {p}\n\n{_table(rows)}" for (d, p), rows in found.items())]
