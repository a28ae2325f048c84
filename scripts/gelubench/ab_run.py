# SPDX-License-Identifier: Apache-2.0
"""Launches of gelu-ab, gathered by kernel and side, and judged."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from gelubench import ab
from gelubench.ab import Estimate, Limits, Ratios
from gelubench.files import Record, Refused, printable

BASE, SAME, HEAD = "base", "same", "head"


@dataclass(frozen=True)
class Plan:
    """program: gelu-ab; sides: name -> library, the first is the base; options: its selection."""

    program: Path
    sides: dict[str, Path]
    options: list[str]
    launches: int = 5
    seed: int = 1


@dataclass
class Measured:
    """By kernel and side: per launch, ns per element of each round."""

    ns: dict[str, dict[str, list[np.ndarray]]] = field(default_factory=dict)
    one_sided: list[Record] = field(default_factory=list)

    def ratios(self, key: str, side: str) -> Ratios:
        of = self.ns[key]
        pairs = zip(of[side], of[BASE], strict=True)
        return [np.log(time / base) for time, base in pairs]

    def add(self, other: Measured) -> None:
        for key, sides in other.ns.items():
            mine = self.ns.setdefault(key, {})
            for side, launches in sides.items():
                mine.setdefault(side, []).extend(launches)


def launch(plan: Plan, seed: int, keys: list[str] | None = None) -> Record:
    command = [str(plan.program), f"--seed={seed}", *plan.options]
    command += [f"--side={name}={path}" for name, path in plan.sides.items()]
    if keys is not None:
        command.append("--keys=" + ",".join(keys))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        said = done.stderr.splitlines()
        cause = said[-1] if said else f"gelu-ab ended with exit code {done.returncode}"
        raise Refused(printable(cause.removeprefix("gelu-ab: ")))
    return json.loads(done.stdout)


def measure(plan: Plan, first: int, keys: list[str] | None = None) -> Measured:
    """`first`: number of the first launch; each has a seed of its own."""
    found = Measured()
    for number in range(first, first + plan.launches):
        result = launch(plan, plan.seed * 1000 + number, keys)
        found.one_sided = result["one_sided"]
        for row in result["kernels"]:
            sides = {side: [np.array(ns)] for side, ns in row["ns"].items()}
            found.add(Measured({row["key"]: sides}))
        if sys.stderr.isatty():
            print(f"ab: launch {number + 1}", end="\r", file=sys.stderr)
    return found


@dataclass
class Outcome:
    key: str
    verdict: str
    ns: float
    estimate: Estimate
    same: Estimate
    launches: int


@dataclass
class Comparison:
    outcomes: list[Outcome]
    limits: Limits
    one_sided: list[Record]


def _estimates(found: Measured, side: str, rng: np.random.Generator) -> dict[str, Estimate]:
    return {key: ab.estimate(found.ratios(key, side), rng) for key in found.ns}


def judge(
    first: Measured, again: Measured | None, minimum: float, head: str = HEAD, seed: int = 1
) -> Comparison:
    """`again` has the kernels that were suspicious in `first`, measured once more."""
    rng = np.random.default_rng(seed)
    same = _estimates(first, SAME, rng)
    limits = Limits(minimum, ab.floor(list(same.values())))
    outcomes = []
    for key, estimate in _estimates(first, head, rng).items():
        base = first.ns[key][BASE]
        ns = float(np.median(np.concatenate(base)))
        found = Outcome(key, ab.verdict(estimate, limits), ns, estimate, same[key], len(base))
        if again is not None and key in again.ns:
            pooled = ab.estimate(first.ratios(key, head) + again.ratios(key, head), rng)
            alone = ab.estimate(again.ratios(key, head), rng)
            found.verdict = ab.repeated(pooled, alone, limits)
            found.estimate = pooled
            found.launches += len(again.ns[key][BASE])
        outcomes.append(found)
    return Comparison(outcomes, limits, first.one_sided)


def suspicious(comparison: Comparison) -> list[str]:
    return [o.key for o in comparison.outcomes if o.verdict != "SAME"]


def compare(plan: Plan, minimum: float) -> Comparison:
    """Measures, repeats what is suspicious once, judges."""
    first = measure(plan, 0)
    comparison = judge(first, None, minimum)
    keys = suspicious(comparison)
    if keys:
        print(f"ab: {len(keys)} kernels once more", file=sys.stderr)
        comparison = judge(first, measure(plan, plan.launches, keys), minimum)
    return comparison
