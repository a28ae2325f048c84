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

Data from DRAM, f32. *stores*: `streaming` puts the results around the caches
(`gelu_forward_streaming` and its like), with the bytes that inputs are fetched ahead, if any. *% of
relu*: of the throughput of relu with the same pass, backend, threads and stores, median over pairs
of samples near in time. *% of best copy*: of the fastest `copy` of the record with as many threads,
whatever its backend and stores; forward only. *alone*: what the arithmetic takes without the
memory, the time in L1 divided by the threads. Where that is more than the roof takes, no kind of
stores helps.
"""
PASSES = ("forward", "backward", "forward_backward")
ROOFS = ("copy", "relu")
PERCENT = ("% of relu", "% of best copy")


def _stores(row: Record) -> str:
    ahead = row.get("prefetch_bytes", 0)
    return row.get("stores", "plain") + (f", {ahead} ahead" if ahead else "")


def _dram(record: Record, pass_: str) -> list[Record]:
    usual = inputs_of(record)
    return [
        r
        for r in record["throughput"]
        if (r["dtype"], r["pass"], r["level"], r["inputs"]) == ("f32", pass_, "dram", usual)
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


def _lines(rows: list[Record], alone: dict[str, float], order: list[str]) -> list[list[str]]:
    copy = _best(rows)
    shown = [r for r in rows if r["method"] in order]
    shown.sort(key=lambda r: (r["threads"], order.index(r["method"]), r["key"], _stores(r)))
    lines = []
    for row in shown:
        ns = row["ns_per_element"]["median"]
        paired = row["pct_of_relu_paired"]
        line = [
            f"`{row['method']}`",
            f"{row['backend']}-{row['isa']}",
            str(row["threads"]),
            _stores(row),
            timed(ns, row.get("disturbed")),
            f"{alone[row['key']] / row['threads']:.3f}" if row["key"] in alone else "",
            f"{paired['median']:.0f}" if paired else "",
        ]
        if copy:
            line.append(f"{100 * copy[row['threads']] / ns:.0f}" if row["threads"] in copy else "")
        lines.append(line)
    return lines


def large(record: Record, methods: list[str]) -> str:
    """Empty when nothing was timed there. Forward is shown wherever it was timed, another pass
    where it was with stores around the caches."""
    alone, parts = _alone(record), []
    for pass_ in PASSES:
        rows = _dram(record, pass_)
        if pass_ != "forward" and all(_stores(r) == "plain" for r in rows):
            continue
        lines = _lines(rows, alone, [*ROOFS, *methods])
        columns = ["kernel", "backend", "threads", "stores", "ns", "alone", *PERCENT]
        if lines:
            parts.append(f"### {pass_}\n\n{table(columns[: len(lines[0])], lines)}")
    return "\n\n".join([TEXT.rstrip(), *parts]) if parts else ""
