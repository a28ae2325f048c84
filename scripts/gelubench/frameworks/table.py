# SPDX-License-Identifier: Apache-2.0
"""Frameworks beside our kernels: every ratio is of samples of one process."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from gelubench.files import Record, printable
from gelubench.kernels import PASSES
from gelubench.margin import paired_ratio
from gelubench.points import GELU, number

# Ours that stands beside each: the first of these that was timed in the same process.
BESIDE = ("erf_4ulp", "erf_mills", "poly_1e6")


def _beside(row: Record, rows: list[Record]) -> Record | None:
    """Our kernel of the same process, cell and size."""
    same = ("session", "pass", "dtype", "n", "threads")
    ours = {
        r["method"]: r
        for r in rows
        if r["backend"] != "framework" and all(r[name] == row[name] for name in same)
    }
    return next((ours[method] for method in BESIDE if method in ours), None)


def _cells(row: Record | None, rows: list[Record]) -> list[str]:
    if row is None:
        return ["", ""]
    ours = _beside(row, rows)
    ratio = paired_ratio(row, ours) if ours else None
    times = f"{ratio:.2f} {ours['method']}" if ours and ratio else ""
    return [f"{row['ns_per_element']['median']:.3f}", times]


def _errors(record: Record, key: str) -> list[str]:
    for row in record["accuracy"]:
        if (row["key"], row["reference"], row["region"]) == (key, "exact", "all"):
            seen = "" if row["exhaustive"] else " seen"
            return [f"{number(row[name]):.3g}{seen}" for name in ("max_ulp", "max_abs")]
    return ["", ""]


def frameworks(record: Record) -> Table | None:
    """By pass, type, threads and formula; None when the record has no framework."""
    rows = [r for r in record["throughput"] if "session" in r]
    found: dict[tuple, dict[int, Record]] = {}
    for r in rows:
        if r["backend"] == "framework":
            cell = (PASSES.index(r["pass"]), r["dtype"], r["threads"], GELU.index(r["formula"]))
            found.setdefault((*cell, r["key"]), {})[r["n"] * r["threads"]] = r
    if not found:
        return None
    sizes = sorted({n for of in found.values() for n in of})
    table = Table(title=Text(f"Frameworks: {printable(record['machine']['name'])}"))
    table.add_column("framework's", no_wrap=True)
    table.add_column("threads", justify="right")
    for n in sizes:
        table.add_column(f"n = {n:,}: ns", justify="right")
        table.add_column("x ours", justify="right")
    for metric in ("max ulp", "max abs"):
        table.add_column(metric, justify="right")
    for (*_, threads, _, key), of in sorted(found.items(), key=lambda item: item[0]):
        name = "/".join(printable(key).split("/")[:3])
        cells = [cell for n in sizes for cell in _cells(of.get(n), rows)]
        table.add_row(Text(name), str(threads), *cells, *_errors(record, key))
    table.caption = (
        "ns per element; x ours: median of ratios to the kernel named, called from Python on the "
        "same arrays in the same process (on several threads Python hands out the parts, which "
        "takes tens of microseconds a call); errors against exact GELU, whatever the formula"
    )
    return table
