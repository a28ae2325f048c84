# SPDX-License-Identifier: Apache-2.0
"""Arrays that fit in no cache: each kind of stores against relu and copy, from one record."""

from __future__ import annotations

from collections.abc import Iterable

from gelubench.files import Record
from gelubench.kernels import inputs_of, ordinary
from gelubench.markdown import table
from gelubench.points import timed

TEXT = """\
## Large arrays

Data from DRAM, f32 forward. *stores*: `streaming` puts the results around the caches
(`gelu_forward_streaming`), with the bytes that x is fetched ahead, if any. *% of relu*: of the
throughput of relu with the same backend, threads and stores, median over pairs of samples near in
time. *% of best copy*: of the fastest `copy` of the record with as many threads, whatever its
backend and stores. *alone*: what the arithmetic takes without the memory, the time in L1 divided
by the threads. Where that is more than the roof takes, no kind of stores helps.
"""
ROOFS = ("copy", "relu")
PERCENT = ("% of relu", "% of best copy")


def _stores(row: Record) -> str:
    ahead = row.get("prefetch_bytes", 0)
    return row.get("stores", "plain") + (f", {ahead} ahead" if ahead else "")


def _dram(record: Record) -> list[Record]:
    usual = inputs_of(record)
    return [
        r
        for r in record["throughput"]
        if (r["dtype"], r["pass"], r["level"], r["inputs"]) == ("f32", "forward", "dram", usual)
    ]


def _best(rows: Iterable[Record]) -> dict[int, float]:
    """The fastest copy by number of threads."""
    found: dict[int, float] = {}
    for row in rows:
        if row["method"] == "copy":
            ns = row["ns_per_element"]["median"]
            found[row["threads"]] = min(ns, found.get(row["threads"], ns))
    return found


def _alone(record: Record) -> dict[str, float]:
    """Time in L1 of one thread, by key."""
    usual = inputs_of(record)
    return {
        r["key"]: r["ns_per_element"]["median"]
        for r in record["throughput"]
        if (r["level"], r["threads"], r["inputs"]) == ("l1", 1, usual) and ordinary(r)
    }


def large(record: Record, methods: list[str]) -> str:
    """Empty when nothing was timed there."""
    rows = _dram(record)
    copy, alone = _best(rows), _alone(record)
    order = [*ROOFS, *methods]
    shown = [r for r in rows if r["method"] in order]
    shown.sort(key=lambda r: (r["threads"], order.index(r["method"]), r["key"], _stores(r)))
    lines = []
    for row in shown:
        ns = row["ns_per_element"]["median"]
        paired = row["pct_of_relu_paired"]
        best = f"{100 * copy[row['threads']] / ns:.0f}" if row["threads"] in copy else ""
        lines.append(
            [
                f"`{row['method']}`",
                f"{row['backend']}-{row['isa']}",
                str(row["threads"]),
                _stores(row),
                timed(ns, row.get("disturbed")),
                f"{alone[row['key']] / row['threads']:.3f}" if row["key"] in alone else "",
                f"{paired['median']:.0f}" if paired else "",
                best,
            ]
        )
    columns = ["kernel", "backend", "threads", "stores", "ns", "alone", *PERCENT]
    return f"{TEXT}\n{table(columns, lines)}" if lines else ""
