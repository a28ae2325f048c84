# SPDX-License-Identifier: Apache-2.0
"""Which kernel to deploy: the fastest within a tolerance, and what speaks against the others."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from gelubench import checkout
from gelubench.files import Record, Refused
from gelubench.kernels import is_peer, ordinary
from gelubench.margin import Margin, margin
from gelubench.points import GELU
from gelubench.runs import Run
from gelubench.verdict import (
    NARROW,
    Certificates,
    Errors,
    Reason,
    Tolerance,
    against,
    judge,
    narrowed,
)

# Each runs on a processor that has the next. `fma` is scalar code for the avx2 processors.
X86 = ("sse2", "sse4", "avx", "fma", "avx2", "avx512")
CALLS = {
    "forward": "gelu_forward(k, x, y, n)",
    "backward": "gelu_backward(k, x, dy, dx, n)",
    "forward_backward": "gelu_forward_backward(k, x, dy, y, dx, n)",
    "bias": "gelu_bias(k, x, b, y, rows, columns)",
    "gated": "gelu_gated(k, x, gate, y, n)",
}
TYPES = {
    "f64": "double",
    "f32": "float",
    "f16": "16-bit IEEE floats",
    "bf16": "bfloat16",
    "f32_bf16": "float in, bfloat16 out",
}


@dataclass(frozen=True)
class Query:
    """What is asked."""

    truth: str
    dtype: str
    pass_: str
    tolerance: Tolerance
    level: str = "l2"
    threads: int = 1
    isa: str | None = None
    inputs: str = "normal2"

    def parts(self) -> list[tuple[str, str]]:
        """The certificates that it takes: what composed passes are made of, in which type.

        Bias and gate compute in f32 what they round once to a 16-bit type.
        """
        if self.pass_ == "forward_backward":
            return [("forward", self.dtype), ("backward", self.dtype)]
        if self.narrows():
            return [("forward", "f32")]
        composed = self.pass_ in ("bias", "gated")
        return [("forward" if composed else self.pass_, self.dtype)]

    def narrows(self) -> bool:
        """Whether an f32 certificate stands for results that are rounded once more."""
        return self.dtype in NARROW and self.pass_ in ("bias", "gated")

    def wanted(self, row: Record) -> bool:
        """Whether a row of any table can matter."""
        cells = ((self.pass_, self.dtype), *self.parts())
        return (row.get("pass"), row.get("dtype")) in cells

    def cell(self, row: Record) -> bool:
        return row["pass"] == self.pass_ and row["dtype"] == self.dtype

    def timed(self, row: Record) -> bool:
        """Whether it is a time of a GELU that is asked for."""
        return self.placed(row) and row["formula"] in GELU and runs_on(row["isa"], self.isa)

    def beside(self, row: Record) -> bool:
        """Whether it is a time at this place, on this data, wherever its results went."""
        same = row["level"] == self.level and row["threads"] == self.threads
        return self.cell(row) and same and row["inputs"] == self.inputs

    def placed(self, row: Record) -> bool:
        return self.beside(row) and ordinary(row)


def runs_on(isa: str, target: str | None) -> bool:
    """Whether code for `isa` runs on every processor that has `target`."""
    if target is None or isa == target:
        return True
    if isa not in X86 or target not in X86:
        return False
    return X86.index(isa) <= X86.index("avx2" if target == "fma" else target)


@dataclass
class Candidate:
    """One timed kernel and the verdict on it."""

    row: Record
    errors: list[Errors]
    reasons: list[Reason]
    times_relu: float | None = None

    @property
    def key(self) -> str:
        return self.row["key"]

    @property
    def ns(self) -> float:
        """The fastest sample: others on the machine only ever add time (docs/pick.md)."""
        return self.row["ns_per_element"]["min"]

    def error(self, metric: str) -> float | None:
        values = [errors.upper.get(metric) for errors in self.errors]
        known = [v for v in values if v is not None]
        return max(known) if known and len(known) == len(values) else None


@dataclass
class Answer:
    """All that is printed; `choice` is None when nothing is within the tolerance."""

    query: Query
    run: Run
    choice: Candidate | None
    allowed: list[Candidate]
    refused: list[Candidate]  # the faster ones; all of them when nothing is allowed
    unchecked: list[tuple[str, str]]  # failed the check before the stopwatch: key, reason
    runner_up: Candidate | None = None
    runner_up_margin: Margin | None = None
    next_method: Candidate | None = None
    next_method_margin: Margin | None = None
    nearest: Candidate | None = None
    caveats: list[str] = field(default_factory=list)


def errors_of(query: Query, of: Certificates, row: Record) -> list[Errors | None]:
    """One for each certificate that the pass takes. The tolerance does not matter."""
    found = [against(of, row, pass_, dtype, query.truth) for pass_, dtype in query.parts()]
    narrow = query.narrows()
    if not narrow and query.pass_ != "gated":
        return found
    return [e and (narrowed(e, query.dtype) if narrow else _unrounded(e)) for e in found]


def _unrounded(errors: Errors) -> Errors:
    """The factor f(x) of a gated result: rounded once more with the gate, so never bit for bit."""
    errors.not_correct, errors.basis = None, "bound"
    return errors


def _candidate(query: Query, of: Certificates, row: Record, roofs: dict[str, Record]) -> Candidate:
    errors = errors_of(query, of, row)
    reasons = [reason for e in errors for reason in judge(e, query.tolerance)]
    if is_peer(row):
        reasons.append(Reason("peer", "another library's: gelu_find does not know it"))
    if checkout.lacks(row):
        reasons.append(Reason("gone", checkout.GONE))
    found = Candidate(row, [e for e in errors if e], list(dict.fromkeys(reasons)))
    if roof := roofs.get(f"{row['backend']}-{row['isa']}"):
        found.times_relu = found.ns / roof["ns_per_element"]["min"]
    return found


def _excess(candidate: Candidate, tolerance: Tolerance) -> float:
    """How far beyond the tolerance: the largest error over its limit; unknown is infinite."""
    ratios = [1.0]
    for metric, limit in tolerance.limits.items():
        value = candidate.error(metric)
        ratios.append(math.inf if value is None else value / limit if limit else 1 + value)
    if tolerance.bit_exact:
        ulp = candidate.error("max_ulp")
        ratios.append(math.inf if ulp is None else max(ulp, 0.5) / 0.5)
    return max(ratios)


def _nearest(refused: list[Candidate], tolerance: Tolerance) -> Candidate:
    """Ours before a peer; wrong results weigh more than distance, distance more than time."""

    def order(c: Candidate) -> tuple:
        kinds = {reason.kind for reason in c.reasons}
        return (
            bool(kinds & {"peer", "gone"}),
            "uncertified" in kinds,
            len(kinds & {"nan", "inf", "sign"}),
            _excess(c, tolerance),
            sum(e.not_correct or 0 for e in c.errors) if tolerance.bit_exact else 0,
            c.ns,
        )

    return min(refused, key=order)


def _empty(query: Query, run: Run) -> Refused:
    rows = [
        r
        for r in run.record["throughput"]
        if query.cell(r) and ordinary(r) and r["formula"] in GELU
    ]
    places: dict[str, list[str]] = {}
    for r in rows:
        places.setdefault(f"{r['level']} with {r['threads']}", []).append(r["isa"])
    have = [f"{at} for {'/'.join(dict.fromkeys(isas))}" for at, isas in sorted(places.items())]
    there = f"; there are {', '.join(have)}" if have else ""
    asked = f"{query.dtype} {query.pass_} at {query.level} with threads {query.threads}"
    isa = f" for {query.isa}" if query.isa else ""
    return Refused(f"nothing was timed: {asked}{isa}, inputs {query.inputs}{there}")


def pick(query: Query, run: Run) -> Answer:
    """The answer from one run. Refused when there is nothing to choose from."""
    throughput = run.record["throughput"]
    roofs = {
        f"{r['backend']}-{r['isa']}": r
        for r in throughput
        if r["method"] == "relu" and query.placed(r)
    }
    rows = {row["key"]: row for row in reversed(throughput) if query.timed(row)}
    if not rows:
        raise _empty(query, run)
    found = [_candidate(query, run.certificates, row, roofs) for row in rows.values()]
    found.sort(key=lambda c: (c.ns, c.key))
    allowed = [c for c in found if not c.reasons]
    choice = allowed[0] if allowed else None
    refused = [c for c in found if c.reasons and (choice is None or c.ns <= choice.ns)]
    unchecked = [
        (item["key"], item["reason"])
        for item in run.record.get("refused", [])
        if item["key"].split("/")[1:3] == [query.pass_, query.dtype]
        and runs_on(item["key"].rpartition("-")[2], query.isa)
    ]
    answer = Answer(query, run, choice, allowed, refused, unchecked)
    if choice is None:
        answer.nearest = _nearest(refused, query.tolerance)
        return answer
    roof = roofs.get(f"{choice.row['backend']}-{choice.row['isa']}")
    others = [c for c in allowed if c.row["method"] != choice.row["method"]]
    if len(allowed) > 1:
        answer.runner_up = allowed[1]
        answer.runner_up_margin = margin(choice.row, allowed[1].row, roof)
    if others:
        answer.next_method = others[0]
        answer.next_method_margin = margin(choice.row, others[0].row, roof)
    return answer
