# SPDX-License-Identifier: Apache-2.0
"""docs/machines.md: the ladder on several machines, side by side, from a record of each."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from gelubench.files import Record, Refused
from gelubench.kernels import inputs_of
from gelubench.margin import are_near
from gelubench.markdown import escape, table
from gelubench.points import GELU, LEVELS, Point, Rung, points, rungs

TITLE = "Machines"
DTYPE = "f32"
PASSES = ("forward", "backward")
LEVEL = "l1"
LEGEND = """\
The ladder of [kernels.md](kernels.md) on several machines: for each class of error the fastest
kernel of this suite, f32, one thread, data in L1. Times of two machines are not to be divided;
multiples of `relu` with the same backend on the same machine say what the arithmetic costs there
beyond one load and one store per element. *best peer*: how many times as long the fastest kernel of
another library within the same error takes; none where no library is within it, or none was
measured. Kernels get faster: a record is of its commit. *spread*: how much longer the median of a
row's samples takes than the fastest, the median over all rows. A machine by itself has a few
percent; where others use the processor too it is more, and kernels nearer to each other than that
may change places.
"""
LARGE = """\
## From DRAM

Stores around the caches (`gelu_forward_streaming` and its like), f32, kernels of the exact formula,
each on its fastest backend: throughput as a percentage of that of `relu` with the same backend and
as many threads, the median over pairs of samples near in time. A `~`: the ratio of medians, for one
of the two was measured once more, after all the rest, and has no samples near the other's.
"""


def _roof(record: Record) -> str:
    """relu of the fastest backend, by level."""
    found: dict[str, float] = {}
    for point in points(record, DTYPE, "forward", "own"):
        if point.method == "relu" and not point.peer:
            for level, ns in point.ns.items():
                found[level] = min(ns, found.get(level, ns))
    return ", ".join(f"{found[level]:.3f}" for level in LEVELS if level in found)


def _spread(record: Record) -> str:
    times = (row["ns_per_element"] for row in record["throughput"])
    return f"{100 * median(ns['median'] / ns['min'] - 1 for ns in times):.0f} %"


def _machines(records: list[Record]) -> str:
    lines = [
        [
            f"`{r['machine']['name']}`",
            escape(r["machine"]["cpu"]),
            f"`{r['program']['commit'][:12]}`",
            r["created"][:10],
            _roof(r),
            _spread(r),
        ]
        for r in records
    ]
    levels = ", ".join(LEVELS)
    heads = ["machine", "processor", "commit", "measured", f"relu, ns: {levels}", "spread"]
    return table(heads, lines)


def _ours(rung: Rung) -> str:
    if rung.best is None:
        return "none"
    ratio = rung.best.times_relu(LEVEL)
    text = f"`{rung.best.method}` {rung.best.ns[LEVEL]:.3f}"
    seen = "" if rung.best.exhaustive else " seen"
    return (text if ratio is None else f"{text} ({ratio:.2f})") + seen


def _peer(rung: Rung) -> str:
    if rung.peer is None or rung.best is None:
        return "none"
    return f"`{rung.peer.method}` {rung.peer.ns[LEVEL] / rung.best.ns[LEVEL]:.1f} x"


def _ladder(names: list[str], found: list[list[Point]]) -> str:
    columns = zip(*(rungs(of, LEVEL) for of in found), strict=True)
    lines = [
        [
            f"{row[0].allowed.letter} {row[0].allowed.text}",
            *(cell for rung in row for cell in (_ours(rung), _peer(rung))),
        ]
        for row in columns
    ]
    heads = [text for name in names for text in (f"`{name}`: ns (x relu)", "best peer")]
    return table(["class", *heads], lines)


def _median(row: Record) -> float:
    return row["ns_per_element"]["median"]


def _roof_key(row: Record) -> tuple[object, ...]:
    kind = (row["backend"], row["isa"], row["pass"], row["threads"], row["n"])
    return (*kind, row.get("prefetch_bytes"))


def _percent(record: Record, pass_: str) -> dict[tuple[str, int], str]:
    """By method and threads."""
    best: dict[tuple[str, int], Record] = {}
    roofs: dict[tuple[object, ...], Record] = {}
    usual = inputs_of(record)
    for row in record["throughput"]:
        kind = (row["dtype"], row["pass"], row["level"], row.get("stores", "plain"), row["inputs"])
        if kind != (DTYPE, pass_, "dram", "streaming", usual):
            continue
        if row["method"] == "relu":
            roofs[_roof_key(row)] = row
        if row["pct_of_relu"] is not None:
            place = (row["method"], row["threads"])
            best[place] = min(row, best.get(place, row), key=_median)

    def percent(row: Record) -> str:
        paired = row["pct_of_relu_paired"]
        if paired and are_near(row, roofs[_roof_key(row)]):
            return f"{paired['median']:.0f}"
        return f"{row['pct_of_relu']:.0f} ~"

    return {place: percent(row) for place, row in best.items()}


def _large(names: list[str], records: list[Record], pass_: str) -> str:
    percents = [_percent(r, pass_) for r in records]
    exact = [[p for p in points(r, DTYPE, pass_, "own") if p.formula == "erf"] for r in records]
    methods = {
        rung.best.method: None for of in exact for rung in rungs(of, LEVEL) if rung.best is not None
    }
    counts = [sorted({threads for _, threads in of}) for of in percents]
    columns = [
        (of, threads, f"`{name}`, {threads} thread{'s' if threads > 1 else ''}")
        for name, of, have in zip(names, percents, counts, strict=True)
        for threads in have
    ]
    lines = [[f"`{m}`", *(of.get((m, t), "") for of, t, _ in columns)] for m in methods]
    heads = ["kernel", *(head for *_, head in columns)]
    return f"### {pass_}\n\n{table(heads, lines)}" if columns else ""


def body(records: list[Record]) -> list[str]:
    names = [r["machine"]["name"] for r in records]
    if len(set(names)) != len(names):
        raise Refused("two records of one machine: name the one that counts")
    parts = [LEGEND, _machines(records)]
    for pass_ in PASSES:
        every = [points(r, DTYPE, pass_, "own") for r in records]
        for formula in GELU:
            found = [[p for p in of if p.formula == formula] for of in every]
            if any(rung.best for of in found for rung in rungs(of, LEVEL)):
                parts.append(f"## {formula} {pass_}\n\n{_ladder(names, found)}")
    from_dram = [part for pass_ in PASSES if (part := _large(names, records, pass_))]
    return [*parts, *([LARGE, *from_dram] if from_dram else [])]


def source(paths: list[Path]) -> str:
    listed = " ".join(f"results/{p.resolve().parent.name}/{p.name}" for p in paths)
    return f"Made by `scripts/results machines {listed}`. Do not edit.\n"
