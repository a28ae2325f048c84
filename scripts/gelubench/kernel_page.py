# SPDX-License-Identifier: Apache-2.0
"""docs/kernels.md: the ladder of this suite's kernels, and what each of them is made of."""

from __future__ import annotations

from gelubench import method_file
from gelubench.arithmetic import Rates, bound, in_words
from gelubench.files import Record, Refused
from gelubench.kernels import strongest
from gelubench.large import large
from gelubench.markdown import escape, hex_float, rounded_up, table
from gelubench.points import ALLOWED, GELU, LEVELS, Allowed, Point, Rung, number, points, rungs
from gelubench.skipping import skipping

TITLE = "Kernels"
DTYPE = "f32"
PASSES = ("forward", "backward", "forward_backward")
# Methods that are the best of a class with one of these have a section.
SHOWN = ("avx512", "avx2", "neon")
LEGEND = """\
For each class of error the fastest kernel of this suite, and what it is made of. Everything is
f32, one thread, ns per element; *x relu* is a multiple of the time of `max(x, 0)` with the same
backend on the same data. A `~` behind a time: the machine was disturbed each time that it was
taken. [method.md](method.md) says how times are taken, [accuracy.md](accuracy.md) what an error is.

| class | promise over all inputs, against the kernel's own formula |
|---|---|
| A | correctly rounded |
| B, C | at most 1 ulp, 4 ulp; gradients near their zero in ulp of Phi + \\|x phi\\| |
| D, E, F | at most 1e-6, 1e-4, 1e-3 absolute |

*seen*: largest error of a sample, no promise. A pass `forward_backward` has the worse error of
its two parts. The best peer is the fastest kernel of another library within the same error, where
one was built.
"""
METHODS = """\
## Methods

What a file says of its method; then what was measured. *Operations* are counted per element by a
type that counts while it computes (a gradient's without the product with dy); a vector that takes
a branch for one of its elements takes it for all. *Bound*: a level is bound by memory where the
kernel takes at most 5 % longer than relu; else by arithmetic, and then the operations per ns in
l1 stand beside the highest rate that any kernel of the record reached with that backend and pass.
*Latency*: ns of one call that waits for the one before.
"""


def _levels(found: list[Point]) -> list[str]:
    return [level for level in LEVELS if any(level in p.ns for p in found)]


def _times(point: Point, levels: list[str]) -> list[str]:
    cells = []
    for level in levels:
        ratio = point.times_relu(level)
        cells += [point.time(level), f"{ratio:.2f}" if ratio is not None else ""]
    return cells


def _time_columns(levels: list[str]) -> list[str]:
    return [name for level in levels for name in (f"{level} ns", "x relu")]


def _error(allowed: Allowed, point: Point) -> str:
    value = allowed.error(point)
    text = rounded_up(value, 3) + (" ulp" if allowed.metric == "max_ulp" else "")
    return text + ("" if point.exhaustive else " seen")


def _peer(rung: Rung, level: str) -> str:
    if rung.peer is None:
        return "none"
    ratio = f" ({rung.peer.ns[level] / rung.best.ns[level]:.1f} x)" if rung.best else ""
    return f"`{rung.peer.method}` {rung.peer.ns[level]:.3f}{ratio}"


def ladder(found: list[Point], levels: list[str], peers: bool) -> str:
    """The table of one formula and pass."""
    columns = ["class", "kernel", "largest error", *_time_columns(levels)]
    lines = []
    for rung in rungs(found, levels[0]):
        name = f"{rung.allowed.letter} {rung.allowed.text}"
        if rung.best is None:
            line = [name, "none", "", *[""] * (2 * len(levels))]
        else:
            kernel = f"`{rung.best.method}` {rung.best.backend}"
            line = [name, kernel, _error(rung.allowed, rung.best), *_times(rung.best, levels)]
        lines.append([*line, _peer(rung, levels[0])] if peers else line)
    return table([*columns, f"best peer, {levels[0]} ns"] if peers else columns, lines)


class Page:
    """The parts of the page, from one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.points = {pass_: points(record, DTYPE, pass_, "own") for pass_ in PASSES}
        self.rates = {pass_: Rates(record.get("operations", []), pass_) for pass_ in PASSES}
        self.best = {pass_: self.rates[pass_].best(of) for pass_, of in self.points.items()}
        own = [
            r
            for r in record["accuracy"]
            if (r["dtype"], r["reference"], r["region"]) == (DTYPE, "own", "all")
        ]
        self.certificates = {(r["method"], r["pass"], r["fma"]): r for r in strongest(own)}
        self.latencies = {
            r["key"]: r["ns_per_element"]["median"]
            for r in record["throughput"]
            if r.get("mode") == "latency"
        }

    def ladders(self) -> tuple[str, list[str]]:
        """The tables, and the methods that are the best of a class with some instruction set."""
        parts, methods = [], []
        for pass_, every in self.points.items():
            for formula in GELU:
                found = [p for p in every if p.formula == formula]
                if not any(p.max_ulp is not None for p in found):
                    continue
                levels = _levels(found)
                peers = any(p.peer for p in every)
                rows = ladder(found, levels, peers)
                parts.append(f"### {formula} {pass_}\n\n{rows}")
                for isa in SHOWN:
                    on = [p for p in found if p.backend.endswith(f"-{isa}")]
                    best = [rung.best.method for rung in rungs(on, levels[0]) if rung.best]
                    methods += best
        if not parts:
            raise Refused(f"no times and certificates of {DTYPE} in one record")
        return "## The ladder\n\n" + "\n".join(parts), list(dict.fromkeys(methods))

    def _promise(self, point: Point, pass_: str) -> tuple[str, str]:
        """The smallest class that holds, with its error; and the worst input."""
        allowed = next((a for a in ALLOWED if a.holds(point)), None)
        if allowed is None:
            return "none of the classes", ""
        fma = next((r["fma"] for r in self.record["throughput"] if r["key"] == point.key), True)
        row = self.certificates.get((point.method, pass_, fma), {})
        place = "max_ulp_x" if allowed.metric == "max_ulp" else "max_abs_x"
        conditioned = point.class_ulp != point.max_ulp and allowed.metric == "max_ulp"
        at = None if conditioned else number(row.get(place))
        worst = "" if at is None else f"`{hex_float(at)}`"
        return f"{allowed.letter}, {_error(allowed, point)}", worst

    def _shown(self, method: str, pass_: str) -> list[Point]:
        """The method on its fastest backend of each instruction set with vectors of its own."""
        found = [
            p for p in self.points[pass_] if p.method == method and not p.peer and "l1" in p.ns
        ]
        best: dict[str, Point] = {}
        for point in sorted(found, key=lambda p: p.ns["l1"]):
            best.setdefault(point.backend.rpartition("-")[2], point)
        return [p for isa in (*SHOWN, "sse4") if (p := best.get(isa))]

    def _lines(self, method: str) -> tuple[list[list[str]], list[str]]:
        rows, notes = [], []
        levels = _levels([p for of in self.points.values() for p in of])
        for pass_ in PASSES:
            for point in self._shown(method, pass_):
                latency = self.latencies.get(point.key)
                promise, worst = self._promise(point, pass_)
                times = _times(point, levels)
                shown = f"{latency:.1f}" if latency else ""
                rows.append([pass_, point.backend, promise, worst, *times, shown])
            if first := self._shown(method, pass_):
                words = bound(first[0], self.rates[pass_], self.best[pass_])
                notes.append(f"Bound, {pass_} {first[0].backend}: {words}.")
        return rows, notes

    def method(self, name: str) -> str:
        heads = [escape(text) for text in method_file.heads(name)]
        rows, notes = self._lines(name)
        levels = _levels([p for of in self.points.values() for p in of])
        columns = ["pass", "backend", "class, error", "worst x", *_time_columns(levels), "latency"]
        counted = [
            f"Operations, {pass_}: {in_words(row)}."
            for pass_ in PASSES
            if (row := self.rates[pass_].rows.get(name))
        ]
        text = "\n\n".join([*heads, table(columns, rows).rstrip("\n")])
        lists = "".join(f"- {line}\n" for line in [*counted, *notes])
        return f"### `{name}`\n\n{text}\n\n{lists}"


def body(record: Record, parity: str | None = None) -> list[str]:
    page = Page(record)
    ladders, methods = page.ladders()
    parts = [LEGEND, ladders]
    parts += [part for part in (skipping(record), large(record, methods), parity) if part]
    return [*parts, METHODS, *(page.method(name) for name in methods)]
