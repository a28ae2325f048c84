# SPDX-License-Identifier: Apache-2.0
"""What became of each kernel's certificate from one record, or table of bounds, to another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gelubench.files import Record
from gelubench.kernels import COVERAGE
from gelubench.points import number

ERRORS = ("max_ulp", "max_abs", "max_rel", "max_ulp_conditioned")
FAULTS = {
    "sign_errors": "wrong signs",
    "zero_sign_errors": "wrong signs of zero",
    "nan_errors": "wrong NaNs",
    "inf_errors": "wrong infinities",
}
# Two searches that looked elsewhere find different largest errors; a bound may be slack as much.
SEARCH_SLACK = 1.1


@dataclass(frozen=True)
class Finding:
    """One thing that moved. verdict: worse, better, or changed (neither can be said)."""

    verdict: str
    key: str
    text: str


def _rank(value: Any) -> tuple[bool, float]:
    """NaN as an error is worse than infinity."""
    n = number(value)
    return (True, 0.0) if n is None or math.isnan(n) else (False, n)


def _show(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:.6g}"


def errors(
    key: str, what: str, before: Record, after: Record, slack: float = 1, more: bool = False
) -> Iterator[Finding]:
    """Errors and counts that two rows share. `more`: the second one tried more inputs."""
    for name in (*ERRORS, "not_correct"):
        if name not in before or name not in after:
            continue
        old, new = before[name], after[name]
        if name == "not_correct" and before["inputs"] != after["inputs"]:
            continue
        text = f"{what}{name} {_show(old)} -> {_show(new)}"
        (nan_old, a), (nan_new, b) = _rank(old), _rank(new)
        if (nan_new, b) > (nan_old, a * slack):
            yield Finding("changed" if more else "worse", key, text)
        elif (nan_new, b * slack) < (nan_old, a):
            yield Finding("better", key, text)


def _steps(row: Record) -> int | None:
    return sum(s["count"] for s in row["wrong_steps"]) if "wrong_steps" in row else None


def _faults(key: str, before: Record, after: Record, more: bool) -> Iterator[Finding]:
    """Wrong results by kind, and steps against the direction of the formula."""
    counts = [
        (text, *(r.get(f, {}).get("count") for r in (before, after))) for f, text in FAULTS.items()
    ]
    counts.append(("steps the wrong way", _steps(before), _steps(after)))
    for text, old, new in counts:
        if old is None or new is None or old == new:
            continue
        # More inputs show more of the same; from none to some is a fault wherever it was found.
        verdict = "better" if new < old else "changed" if more and old else "worse"
        yield Finding(verdict, key, f"{text} {old} -> {new}")


def _bits(key: str, before: Record, after: Record, same_bits: bool) -> Iterator[Finding]:
    old, new = before.get("differs_from"), after.get("differs_from")
    if bool(old) != bool(new):
        text = f"bits differ from those of {new}" if new else f"bits equal those of {old} again"
        yield Finding("worse" if new else "better", key, text)
    old, new = before.get("hash_equals_reference"), after.get("hash_equals_reference")
    if old is not None and new is not None and old != new:
        text = "all outputs correctly rounded" if new else "outputs no longer all correctly rounded"
        yield Finding("better" if new else "worse", key, text)
    elif "hash" in before and "hash" in after and before["hash"] != after["hash"]:
        text = f"hash {before['hash']} -> {after['hash']}"
        yield Finding("worse" if same_bits else "changed", key, text)


def _search(row: Record) -> tuple[Any, ...]:
    return row["coverage"], row["inputs"], row.get("search_seed")


def _extent(row: Record) -> tuple[int, int]:
    """How much was tried, in an order that holds for samples; searches are no larger or smaller."""
    rank = COVERAGE.index(row["coverage"])
    return rank, row["inputs"] if row["coverage"] == "sample" else 0


def _certificate(key: str, before: Record, after: Record, same_bits: bool) -> Iterator[Finding]:
    less, more = _extent(after) < _extent(before), _extent(after) > _extent(before)
    all_inputs = before["region"] == "all"
    if less and all_inputs and before["reference"] == "own":
        text = f"certified over less: {before['coverage']} of {before['inputs']} inputs -> "
        yield Finding("worse", key, f"{text}{after['coverage']} of {after['inputs']}")
    what = "" if before["reference"] == "own" else "against exact GELU: "
    what += "" if all_inputs else f"{before['region']}: "
    unlike = before["coverage"] == after["coverage"] == "search" and _search(before) != _search(
        after
    )
    yield from errors(key, what, before, after, SEARCH_SLACK if unlike else 1, more)
    if before["reference"] == "own" and all_inputs:
        yield from _faults(key, before, after, more)
        yield from _bits(key, before, after, same_bits)


class Side:
    """One record's certificates; what a kernel shares with the one that confirms it, from there."""

    def __init__(self, record: Record, portable: bool) -> None:
        def wanted(rows: Iterable[Record]) -> list[Record]:
            return [r for r in rows if not portable or r["origin"] == "portable"]

        accuracy = wanted(record["accuracy"])
        self.rows = {(r["key"], r["reference"], r["region"]): r for r in accuracy}
        special = wanted(record["special_values"])
        self.special: dict[str, dict[str, Record]] = {}
        for r in special:
            self.special.setdefault(r["key"], {})[r["input_bits"]] = r
        self.keys = list(dict.fromkeys(r["key"] for r in accuracy))
        self.confirmed = {r["key"]: r["confirmed_by"] for r in accuracy if r.get("confirmed_by")}

    def row(self, key: str, reference: str, region: str) -> Record | None:
        other = self.confirmed.get(key, key)
        own = self.rows.get((key, reference, region))
        shared = self.rows.get((other, reference, region))
        # Steps and counts stand with the kernel that confirms; hashes with the kernel itself.
        return {**shared, **own} if own and shared else own or shared

    def special_rows(self, key: str) -> dict[str, Record]:
        other = self.confirmed.get(key, key)
        return {**self.special.get(other, {}), **self.special.get(key, {})}


def _special(key: str, before: Side, after: Side) -> Iterator[Finding]:
    then, now = before.special_rows(key), after.special_rows(key)
    for bits, old in then.items():
        new = now.get(bits)
        if new is None or old["output_bits"] == new["output_bits"]:
            continue
        text = f"at {new['input']}: {_show(old['output'])} -> {_show(new['output'])}"
        if old["is_correct"] == new["is_correct"]:
            yield Finding("changed", key, text)
        else:
            yield Finding("better" if new["is_correct"] else "worse", key, text)


def records(before: Side, after: Side, same_bits: bool) -> Iterator[Finding]:
    """Every finding about the kernels of both sides, in the order of the first."""
    places = list(dict.fromkeys((reference, region) for _, reference, region in before.rows))
    known = set(after.keys)
    for key in (k for k in before.keys if k in known):
        for reference, region in places:
            old, new = before.row(key, reference, region), after.row(key, reference, region)
            if old is not None and new is not None:
                yield from _certificate(key, old, new, same_bits)
        yield from _special(key, before, after)


def bounds(
    before: dict[str, Record], after: dict[str, Record], same_bits: bool
) -> Iterator[Finding]:
    for key, old in before.items():
        if key in after:
            yield from errors(key, "", old, after[key])
            yield from _bits(key, old, after[key], same_bits)
