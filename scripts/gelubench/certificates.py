# SPDX-License-Identifier: Apache-2.0
"""docs/certificates.md: what is certified of each kernel."""

from __future__ import annotations

import math

from gelubench.files import Record, Refused
from gelubench.kernels import Group, cells, group, strongest
from gelubench.markdown import hex_float, rounded_up, table
from gelubench.points import number

TITLE = "Certificates"
LEGEND = """\
One row per method and fma support: a method gives the same bits on each backend with the same fma
support, so it is certified on one (`on`; `+5`: confirmed on five more). What the C library gives is
*observed*: it holds for this machine. What a hardware estimate gives is too, and differs between
instruction sets.
[accuracy.md](accuracy.md) defines every term.

- *coverage*: `exhaustive` is every input, and the errors are maxima. A `sample` tells the largest
  seen, a `search` the largest found: a lower bound.
- *max ulp*, *at x*, *max abs*: distance to the method's own formula. *total ulp*, *total abs*:
  distance to exact GELU, whatever the formula. All rounded up. *cond. ulp* (smooth gradients): in
  ulp of Phi + |x phi| near the zero of the gradient, elsewhere in ulp.
- *correct*: percent of the inputs tried with the correctly rounded result, rounded down.
- *sign*, *zero sign*, *NaN*, *inf*: how many results have the wrong sign, are zeros with the wrong
  sign, or are NaN (infinite) where the correct one is not, or the reverse.
- *wrong steps*: neighbouring inputs whose results go against the direction of the formula, for each
  section between its turning points, from the left.
- *hash*: of all outputs. `=`: that of the reference, so every result is correctly rounded.
"""
DISTANCES = ["max ulp", "at x", "max abs", "total ulp", "total abs"]
COLUMNS = ["method", "fma", "on", "coverage", *DISTANCES]
COUNTS = ["correct", "sign", "zero sign", "NaN", "inf", "wrong steps", "hash"]
# What makes two observed rows tell the same.
COUNTED = ("sign_errors", "zero_sign_errors", "nan_errors", "inf_errors")
FACTS = ("max_ulp", "max_abs", "not_correct", "hash", *COUNTED)


def _same(row: Record) -> object:
    """Rows of the same bits; `confirmed_by` names the kernel with the same bits."""
    if row["origin"] == "portable":
        return row.get("confirmed_by") or row["key"]
    return repr([row.get(fact) for fact in FACTS])


def _up(value: object) -> str:
    found = number(value)
    return "" if found is None else rounded_up(found)


def _correct(row: Record) -> str:
    if (percent := row.get("correct_pct")) is None:
        return ""
    if row.get("not_correct") == 0:
        return "100"
    return f"{math.floor(percent * 1e4) / 1e4:.4f}"


def _steps(row: Record) -> str:
    counts = [section["count"] for section in row.get("wrong_steps", [])]
    return " + ".join(map(str, counts)) if any(counts) else "0" if counts else ""


def _hash(row: Record) -> str:
    if not row["exhaustive"] or "hash" not in row:
        return ""
    return f"`{row['hash'][2:]}`" + (" =" if row.get("hash_equals_reference") else "")


def _line(kernel: Group, exact: Record | None, backward: bool) -> list[str]:
    row = kernel.row
    coverage = row["coverage"]
    if coverage == "exhaustive" and not row["exhaustive"]:
        coverage = "exhaustive, not complete"
    total = [_up(exact["max_ulp"]), _up(exact["max_abs"])] if exact else ["", ""]
    counts = [str(row[name]["count"]) if name in row else "" for name in COUNTED]
    method = f"`{row['method']}`" + (" **differs**" if row.get("differs_from") else "")
    line = [method, "yes" if row["fma"] else "no", kernel.place, coverage]
    at = number(row.get("max_ulp_x"))
    line += [_up(row["max_ulp"]), f"`{hex_float(at)}`" if at is not None else ""]
    line += [_up(row["max_abs"])]
    line += [*total, _correct(row), *counts, _steps(row), _hash(row)]
    if backward:
        line.insert(5, _up(row.get("max_ulp_conditioned")))
    return line


def _model(rows: dict[str, Record]) -> str:
    """How far the formulas themselves are from exact GELU."""
    models = {row["formula"]: row["model"] for row in rows.values() if "model" in row}
    said = [
        f"{formula} {_up(m['max_abs'])} at {hex_float(number(m.get('max_abs_x')))}"
        for formula, m in models.items()
    ]
    return f"\nThe formulas themselves are off exact GELU by: {', '.join(said)}.\n" if said else ""


def _search(rows: list[Record]) -> str:
    """How many points a search tried: it promises no maximum."""
    found = [row for row in rows if row["coverage"] == "search"]
    if not found:
        return ""
    points = sorted({row["inputs"] for row in found})
    seeds = ", ".join(map(str, sorted({row["search_seed"] for row in found})))
    tried = f"{points[0]:,}" + (f" to {points[-1]:,}" if len(points) > 1 else "")
    return f"\nSearched: {tried} points per kernel, seed {seeds}. The errors are lower bounds.\n"


def body(record: Record) -> list[str]:
    rows = [row for row in record["accuracy"] if row["region"] == "all"]
    own = cells(strongest(row for row in rows if row["reference"] == "own"))
    if not own:
        raise Refused("no certificates: no rows of gelu-accuracy")
    exact = cells(strongest(row for row in rows if row["reference"] == "exact"))
    parts = [LEGEND]
    for (dtype, pass_), found in own.items():
        total = {row["key"]: row for row in exact.get((dtype, pass_), [])}
        backward = pass_ != "forward"
        columns = [*COLUMNS, *COUNTS]
        if backward:
            columns.insert(5, "cond. ulp")
        kernels = group(sorted(found, key=lambda row: bool(row.get("confirmed_by"))), _same)
        lines = [_line(kernel, total.get(kernel.row["key"]), backward) for kernel in kernels]
        notes = _search(found) + _model(total)
        parts.append(f"## {dtype} {pass_}\n\n{table(columns, lines)}{notes}")
    return parts
