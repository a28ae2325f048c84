# SPDX-License-Identifier: Apache-2.0
"""Speed and error of each kernel side by side: the rows of both programs joined by key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gelubench.files import Record
from gelubench.kernels import PEERS, inputs_of, keeps_bits, ordinary, strength, strongest

LEVELS = ("l1", "l2", "l3", "dram")
# A pass without certificates of its own has those of the passes that it is made of, the worst of
# them. For bias that is what f makes of the rounded sum, so only where nothing is rounded after
# it; a gate scales the error, so no number holds for it.
MADE_OF = {"forward_backward": ("forward", "backward"), "bias": ("forward",), "gated": ()}
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
    disturbed: set[str] = field(default_factory=set)  # levels where the machine was not itself
    max_ulp: float | None = None
    max_abs: float | None = None
    # Where a gradient is judged: in ulp of Phi + |x phi| near its zero. Elsewhere max_ulp.
    class_ulp: float | None = None
    exhaustive: bool = False
    faults: str = ""  # wrong in kind, not only in distance: "3 NaN, 1 sign"

    @property
    def peer(self) -> bool:
        return self.backend.partition("-")[0] in PEERS

    def time(self, level: str) -> str:
        """For a table, `~` marking a disturbed one; empty when not timed."""
        if level not in self.ns:
            return ""
        return timed(self.ns[level], level in self.disturbed)

    def times_relu(self, level: str) -> float | None:
        """Time as a multiple of relu's: same level, dtype, backend and isa, same run.

        A peer's: of the fastest relu.
        """
        if level not in self.ns or not self.relu_ns.get(level):
            return None
        return self.ns[level] / self.relu_ns[level]


def timed(ns: float, disturbed: object) -> str:
    """A time in ns for a table, marked where it was taken while the machine was not itself."""
    return f"{ns:.3f}" + (" ~" if disturbed else "")


def number(value: object) -> float | None:
    """A metric of a row: JSON has no infinities, so they come as text."""
    if isinstance(value, str):
        return float(value)
    return None if value is None else float(value)  # type: ignore[arg-type]


def _backend(row: Record) -> str:
    return f"{row['backend']}-{row['isa']}"


def _error_row(row: Record, errors: dict[tuple, Record]) -> Record | None:
    """A row's certificate: its own, or a stronger one of another backend with the same bits."""
    own = errors.get((row["key"],))
    if not keeps_bits(row) or (own or {}).get("differs_from"):
        return own
    twin = errors.get((row["method"], row["fma"]))
    return max((own, twin), key=strength) if own and twin else own or twin


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
        if keeps_bits(row) and not row.get("differs_from"):
            bits = (row["method"], row["fma"])
            found[bits] = max((found.get(bits, row), row), key=strength)
    return found


def _certificate(row: Record, errors: dict[str, dict[tuple, Record]]) -> list[Record | None]:
    """The rows of its certificates, one for each pass that it is made of."""
    parts = MADE_OF.get(row["pass"], (row["pass"],))
    if row["pass"] == "bias" and row["dtype"] not in ("f32", "f64"):
        parts = ()
    method, _, rest = row["key"].split("/", 2)
    return [
        _error_row({**row, "key": f"{method}/{part}/{rest}"}, errors.get(part, {}))
        for part in parts
    ]


def _by_pass(rows: Iterable[Record]) -> dict[str, dict[tuple, Record]]:
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row["pass"], []).append(row)
    return {pass_: _errors(of) for pass_, of in found.items()}


def _conditioned(part: Record, own: Record | None, exact: bool) -> float | None:
    """The error of one pass by which it is classed."""
    counts = part["pass"] == "backward" and (part["formula"] == "erf" or not exact)
    value = (own or {}).get("max_ulp_conditioned") if counts else None
    return number(part["max_ulp"] if value is None else value)


def _add_errors(
    point: Point, certificates: list[Record], own: list[Record | None], exact: bool
) -> None:
    point.max_ulp = max(number(c["max_ulp"]) for c in certificates)
    point.max_abs = max(number(c["max_abs"]) for c in certificates)
    pairs = zip(certificates, own, strict=True)
    point.class_ulp = max(_conditioned(part, of, exact) for part, of in pairs)
    point.exhaustive = all(c["exhaustive"] for c in certificates)
    faults = [_faults(c or {}) for c in own]
    point.faults = ", ".join(dict.fromkeys(fault for fault in faults if fault))


def _add_relu(found: Iterable[Point]) -> None:
    """A roof each: relu of the same backend; a peer has none, and takes the fastest."""
    relu = {point.backend: point.ns for point in found if point.method == "relu" and not point.peer}
    levels = {level for ns in relu.values() for level in ns}
    best = {level: min(ns[level] for ns in relu.values() if level in ns) for level in levels}
    for point in found:
        point.relu_ns = best if point.peer else relu.get(point.backend, {})


def points(
    record: Record,
    dtype: str = "f32",
    pass_: str = "forward",
    reference: str = "exact",
    inputs: str | None = None,
) -> list[Point]:
    """The kernels of one dtype and pass that were timed with one thread, roofs included.

    Errors are against exact GELU, or against each kernel's own formula. `inputs`: the data, else
    the record's usual.
    """
    certified = [r for r in record["accuracy"] if r["dtype"] == dtype and r["region"] == "all"]
    by = {
        name: _by_pass(strongest(row for row in certified if row["reference"] == name))
        for name in ("exact", "own")
    }
    found: dict[str, Point] = {}
    cell = (dtype, pass_, inputs or inputs_of(record))
    for row in record["throughput"]:
        wanted = (row["dtype"], row["pass"], row["inputs"]) == cell
        if not wanted or not ordinary(row) or row["threads"] != 1 or row["level"] not in LEVELS:
            continue
        point = found.setdefault(
            row["key"], Point(row["key"], row["method"], row["formula"], _backend(row))
        )
        point.ns[row["level"]] = row["ns_per_element"]["median"]
        if row.get("disturbed"):
            point.disturbed.add(row["level"])
        certificates = _certificate(row, by[reference])
        if certificates and all(certificates):
            _add_errors(point, certificates, _certificate(row, by["own"]), reference == "exact")
    _add_relu(found.values())
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
    """An error that a user may be ready to accept: a class of the ladder."""

    text: str
    metric: str
    limit: float
    letter: str

    def error(self, point: Point) -> float | None:
        return point.class_ulp if self.metric == "max_ulp" else point.max_abs

    def holds(self, point: Point) -> bool:
        value = self.error(point)
        return value is not None and value <= self.limit


ALLOWED = (
    Allowed("0.5 ulp", "max_ulp", 0.5, "A"),
    Allowed("1 ulp", "max_ulp", 1.0, "B"),
    Allowed("4 ulp", "max_ulp", 4.0, "C"),
    Allowed("1e-6", "max_abs", 1e-6, "D"),
    Allowed("1e-4", "max_abs", 1e-4, "E"),
    Allowed("1e-3", "max_abs", 1e-3, "F"),
)


def fastest(candidates: Iterable[Point], allowed: Allowed, level: str) -> Point | None:
    """The fastest GELU whose error is allowed; ties go to the smaller key."""
    within = [p for p in candidates if p.formula in GELU and level in p.ns and allowed.holds(p)]
    return min(within, key=lambda p: (p.ns[level], p.key), default=None)


@dataclass(frozen=True)
class Rung:
    """One class: the fastest kernel of this suite, and of the others."""

    allowed: Allowed
    best: Point | None
    peer: Point | None


def rungs(found: list[Point], level: str) -> list[Rung]:
    return [
        Rung(
            allowed,
            fastest((p for p in found if not p.peer), allowed, level),
            fastest((p for p in found if p.peer), allowed, level),
        )
        for allowed in ALLOWED
    ]
