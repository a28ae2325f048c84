# SPDX-License-Identifier: Apache-2.0
"""The test of `pick`: would what it chooses from one run be the best in another one?"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from pathlib import Path

from gelubench import files
from gelubench.files import Record, Refused
from gelubench.kernels import ordinary
from gelubench.pick import X86, Query, pick
from gelubench.points import GELU
from gelubench.runs import Run
from gelubench.verdict import Tolerance

WITHIN = 0.03
SHARE = 0.95
# What people ask for, drawn log-uniformly.
LIMITS = {"max_ulp": (0.5, 1000.0), "max_abs": (1e-7, 1e-2), "max_rel": (1e-7, 1e-1)}
# A draw that leaves fewer than two kernels to choose from is drawn again, at most so often.
DRAWS = 200


@dataclass(frozen=True)
class Outcome:
    """A query, what was chosen, and its time in the new run over that of the best.

    By the fastest sample, like `pick`, and by the median.
    """

    query: Query
    choice: str
    best: str
    allowed: int
    ratio: float
    by_median: float
    clear: bool


def _place(row: Record) -> tuple:
    return tuple(row[name] for name in ("key", "level", "threads", "inputs", "n"))


def load(path: Path) -> Record:
    """Times and whole certificates."""
    return files.read(path, lambda r: "input" not in r and r.get("region", "all") == "all")


def _draw(cells: list[tuple], isas: list[str], rng: random.Random) -> Query:
    dtype, pass_, level, threads, inputs = rng.choice(cells)
    metric = rng.choice([*LIMITS, "bits"])
    limits = {}
    if metric != "bits":
        low, high = LIMITS[metric]
        limits[metric] = math.exp(rng.uniform(math.log(low), math.log(high)))
    return Query(
        truth=rng.choice(GELU),
        dtype=dtype,
        pass_=pass_,
        tolerance=Tolerance(limits, bit_exact=metric == "bits"),
        level=level,
        threads=threads,
        isa=rng.choice([None, *isas]),
        inputs=inputs,
    )


def _ask(query: Query, old: Run, times: dict[tuple, Record]) -> Outcome | None:
    try:
        answer = pick(query, old)
    except Refused:
        return None
    if answer.choice is None or answer.runner_up_margin is None:
        return None
    new = {c.key: times[_place(c.row)] for c in answer.allowed}
    key = answer.choice.key

    def best(statistic: str) -> str:
        return min(new, key=lambda key: (new[key][statistic], key))

    def ratio(statistic: str) -> float:
        return new[key][statistic] / new[best(statistic)][statistic]

    clear = answer.runner_up_margin.clear
    return Outcome(query, key, best("min"), len(new), ratio("min"), ratio("median"), clear)


def self_test(old: Record, new: Record, queries: int = 100, seed: int = 1) -> list[Outcome]:
    """Random questions with at least two allowed kernels, answered from the old run.

    Only rows that both runs have take part. The answer is compared with the fastest, in the new
    run, of the same allowed kernels.
    """
    if old["machine"]["name"] != new["machine"]["name"]:
        raise Refused("unlike machines: times of two machines do not compare")
    new_rows = filter(ordinary, new["throughput"])
    times = {_place(row): row["ns_per_element"] for row in new_rows}
    common = [row for row in old["throughput"] if ordinary(row) and _place(row) in times]
    gelu = [row for row in common if row["formula"] in GELU]
    names = ("dtype", "pass", "level", "threads", "inputs")
    cells = sorted({tuple(row[name] for name in names) for row in gelu})
    if not cells:
        raise Refused("the two runs have no row in common")
    isas = [isa for isa in X86 if any(row["isa"] == isa for row in gelu)]
    run = Run(Path("OLD"), {**old, "throughput": common})
    rng, found = random.Random(seed), []
    for _ in range(queries):
        for _ in range(DRAWS):
            outcome = _ask(_draw(cells, isas, rng), run, times)
            if outcome is not None:
                found.append(outcome)
                break
        else:
            raise Refused(f"no question with two kernels to choose from in {DRAWS} draws")
    return found


def passed(outcomes: list[Outcome]) -> bool:
    good = sum(outcome.ratio <= 1 + WITHIN for outcome in outcomes)
    return good >= SHARE * len(outcomes)


def lines(outcomes: list[Outcome]) -> list[str]:
    """The choices that were not good enough, then the sum."""
    bad = sorted((o for o in outcomes if o.ratio > 1 + WITHIN), key=lambda o: -o.ratio)
    found = [
        f"{o.choice} at {o.query.level}, {o.query.threads} thread(s): {o.ratio - 1:+.1%} against "
        f"{o.best} ({o.allowed} allowed{'' if o.clear else '; the answer says ambiguous'})"
        for o in bad
    ]
    distinct = len({(o.choice, o.query.level, o.query.threads) for o in outcomes})
    clear = [o for o in outcomes if o.clear]
    kept = sum(o.ratio <= 1 + WITHIN for o in clear)
    by_median = sum(o.by_median <= 1 + WITHIN for o in outcomes)
    return [
        *found,
        f"{len(outcomes) - len(bad)} of {len(outcomes)} choices ({distinct} distinct) are within "
        f"{WITHIN:.0%} of the best in the new run; of the {len(clear)} with a clear margin {kept}; "
        f"judged by medians {by_median} of {len(outcomes)}",
    ]
