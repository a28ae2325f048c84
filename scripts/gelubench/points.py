# SPDX-License-Identifier: Apache-2.0
"""Speed and error of each kernel side by side: the rows of both programs joined by key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gelubench.files import Record
from gelubench.kernels import keeps_bits

LEVELS = ("l1", "l2", "l3", "dram")
# Formulas that stand for GELU; the others are roofs and neighbours.
GELU = ("erf", "tanh", "sigmoid")


@dataclass
class Point:
    """One kernel: ns per element at each level, one thread, and its errors against exact GELU."""

    key: str
    method: str
    formula: str
    backend: str  # backend-isa, as in the key
    ns: dict[str, float] = field(default_factory=dict)
    relu_ns: dict[str, float] = field(default_factory=dict)
    max_ulp: float | None = None
    max_abs: float | None = None
    exhaustive: bool = False
    faults: str = ""  # wrong in kind, not only in distance: "3 NaN, 1 sign"

    def times_relu(self, level: str) -> float | None:
        """Time as a multiple of relu's: same level, dtype, backend and isa, same run."""
        if level not in self.ns or not self.relu_ns.get(level):
            return None
        return self.ns[level] / self.relu_ns[level]


def number(value: object) -> float | None:
    """A metric of a row: JSON has no infinities, so they come as text."""
    if isinstance(value, str):
        return float(value)
    return None if value is None else float(value)  # type: ignore[arg-type]


def _backend(row: Record) -> str:
    return f"{row['backend']}-{row['isa']}"


def _error_row(row: Record, errors: dict[tuple, Record]) -> Record | None:
    """A row's certificate: its own, or that of another backend with the same bits."""
    own = errors.get((row["key"],))
    if own is None and keeps_bits(row):
        return errors.get((row["method"], row["fma"]))
    return own


def _faults(row: Record) -> str:
    counts = {
        name: row.get(f"{field}_errors", {}).get("count", 0)
        for name, field in {"NaN": "nan", "inf": "inf", "sign": "sign"}.items()
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def _errors(rows: Iterable[Record]) -> dict[tuple, Record]:
    found: dict[tuple, Record] = {}
    for row in rows:
        found[(row["key"],)] = row
        if keeps_bits(row):
            found.setdefault((row["method"], row["fma"]), row)
    return found


def points(record: Record, dtype: str = "f32", pass_: str = "forward") -> list[Point]:
    """The kernels of one dtype and pass that were timed with one thread, roofs included."""

    def here(row: Record) -> bool:
        return row["dtype"] == dtype and row["pass"] == pass_

    certified = [row for row in record["accuracy"] if here(row) and row["region"] == "all"]
    errors = _errors(row for row in certified if row["reference"] == "exact")
    own = _errors(row for row in certified if row["reference"] == "own")
    found: dict[str, Point] = {}
    for row in record["throughput"]:
        if not here(row) or row["threads"] != 1 or row["level"] not in LEVELS:
            continue
        point = found.setdefault(
            row["key"], Point(row["key"], row["method"], row["formula"], _backend(row))
        )
        point.ns[row["level"]] = row["ns_per_element"]["median"]
        certificate = _error_row(row, errors)
        if certificate is not None:
            point.max_ulp = number(certificate["max_ulp"])
            point.max_abs = number(certificate["max_abs"])
            point.exhaustive = certificate["exhaustive"]
            point.faults = _faults(_error_row(row, own) or {})
    relu = {point.backend: point.ns for point in found.values() if point.method == "relu"}
    for point in found.values():
        point.relu_ns = relu.get(point.backend, {})
    return list(found.values())


def front(candidates: Iterable[Point], error: str, level: str) -> list[Point]:
    """The points that no other beats in both time and error (`max_ulp` or `max_abs`)."""
    usable = [p for p in candidates if level in p.ns and getattr(p, error) is not None]
    usable.sort(key=lambda p: (p.ns[level], getattr(p, error), p.key))
    best: list[Point] = []
    for point in usable:
        if not best or getattr(point, error) < getattr(best[-1], error):
            best.append(point)
    return best


@dataclass(frozen=True)
class Allowed:
    """An error that a user may be ready to accept."""

    text: str
    metric: str
    limit: float


ALLOWED = (
    Allowed("0.5 ulp", "max_ulp", 0.5),
    Allowed("1 ulp", "max_ulp", 1.0),
    Allowed("4 ulp", "max_ulp", 4.0),
    Allowed("1e-6", "max_abs", 1e-6),
    Allowed("1e-4", "max_abs", 1e-4),
    Allowed("1e-3", "max_abs", 1e-3),
)


def fastest(candidates: Iterable[Point], allowed: Allowed, level: str) -> Point | None:
    """The fastest GELU whose error against exact GELU is allowed; ties go to the smaller key."""
    within = [
        p
        for p in candidates
        if p.formula in GELU
        and level in p.ns
        and (value := getattr(p, allowed.metric)) is not None
        and value <= allowed.limit
    ]
    return min(within, key=lambda p: (p.ns[level], p.key), default=None)
