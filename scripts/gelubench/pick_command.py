# SPDX-License-Identifier: Apache-2.0
"""The command line of `pick`: scripts/pick is its door."""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from gelubench import answer, answer_text, rerun, runs
from gelubench.files import Refused, printable
from gelubench.pick import CALLS, TYPES, X86, Query, pick
from gelubench.points import GELU
from gelubench.verdict import KINDS, Tolerance

ISAS = (*X86, "neon")
INPUTS = ("normal2", "normal1", "normal4", "uniform4", "specials")


def one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise Refused(f"{option}: '{printable(value)}' is none of {', '.join(known)}")
    return value


def _tolerance(
    limits: dict[str, float | None], bit_exact: bool, exhaustive: bool, allow: str
) -> Tolerance:
    given = {name: limit for name, limit in limits.items() if limit is not None}
    for name, limit in given.items():
        if not math.isfinite(limit) or limit < 0:
            raise Refused(f"--{name.replace('_', '-')}: {limit:g} is no error to stay within")
    if not given and not bit_exact:
        raise Refused(
            "within which error? Give --max-ulp, --max-abs, --max-rel or --bit-exact-after-rounding"
        )
    kinds = [one_of("--allow", kind, tuple(KINDS)) for kind in allow.split(",") if kind]
    return Tolerance(given, bit_exact, exhaustive, frozenset(kinds))


def _query(
    truth: str,
    dtype: str,
    pass_: str,
    level: str,
    threads: int,
    isa: str | None,
    inputs: str,
    tolerance: Tolerance,
) -> Query:
    if not re.fullmatch(r"l1|l2|l3|dram|n[1-9][0-9]*", level):
        raise Refused(f"--level: '{printable(level)}' is none of l1, l2, l3, dram, n<elements>")
    if threads < 1:
        raise Refused(f"--threads: {threads} is no number of threads")
    return Query(
        one_of("--trained-with", truth, GELU),
        one_of("--dtype", dtype, tuple(TYPES)),
        one_of("--pass", pass_, tuple(CALLS)),
        tolerance,
        level,
        threads,
        isa and one_of("--isa", isa, ISAS),
        one_of("--inputs", inputs, INPUTS),
    )


def _self_test(paths: list[Path], queries: int, seed: int) -> None:
    if len(paths) != 2:
        raise Refused("--self-test takes two files: the old run and the new one")
    if queries < 1:
        raise Refused(f"--queries: {queries} is no number of questions")
    old, new = (rerun.load(path) for path in paths)
    outcomes = rerun.self_test(old, new, queries, seed)
    print("\n".join(printable(line) for line in rerun.lines(outcomes)))
    if not rerun.passed(outcomes):
        raise typer.Exit(1)


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help="Result files (JSON).")] = None,
    truth: Annotated[str, typer.Option("--trained-with", help="erf, tanh or sigmoid.")] = "erf",
    dtype: Annotated[str, typer.Option(help="Type of the elements.")] = "f32",
    pass_: Annotated[str, typer.Option("--pass", help="forward, backward, ...")] = "forward",
    max_ulp: Annotated[float | None, typer.Option(help="Largest error in ulp.")] = None,
    max_abs: Annotated[float | None, typer.Option(help="Largest absolute error.")] = None,
    max_rel: Annotated[float | None, typer.Option(help="Largest relative error.")] = None,
    bit_exact: Annotated[
        bool, typer.Option("--bit-exact-after-rounding", help="Every result correctly rounded.")
    ] = False,
    level: Annotated[str, typer.Option(help="l1, l2, l3, dram, n<elements>.")] = "l2",
    threads: Annotated[int, typer.Option(help="Threads.")] = 1,
    isa: Annotated[str | None, typer.Option(help="Runs on every processor with it.")] = None,
    exhaustive: Annotated[bool, typer.Option("--exhaustive", help="No sampled errors.")] = False,
    allow: Annotated[str, typer.Option(help="Wrong results to accept: nan,inf,sign.")] = "",
    machine: Annotated[str | None, typer.Option(help="Whose times.")] = None,
    inputs: Annotated[str, typer.Option(help="The data that was timed.")] = "normal2",
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    self_test: Annotated[bool, typer.Option("--self-test", help="OLD NEW: check choices.")] = False,
    queries: Annotated[int, typer.Option(help="Of the self-test.")] = 100,
    seed: Annotated[int, typer.Option(help="Of the self-test.")] = 1,
) -> None:
    """Which GELU to deploy: the fastest within an error, and why not a faster one."""
    if self_test:
        _self_test(paths or [], queries, seed)
        return
    limits = {"max_ulp": max_ulp, "max_abs": max_abs, "max_rel": max_rel}
    tolerance = _tolerance(limits, bit_exact, exhaustive, allow)
    query = _query(truth, dtype, pass_, level, threads, isa, inputs, tolerance)
    run = runs.choose(paths or [], machine, query.wanted, query.cell, runs.RESULTS)
    found = pick(query, run)
    if as_json:
        print(json.dumps(answer.to_json(found), indent=2, allow_nan=False))
    else:
        answer_text.show(found, Console() if sys.stdout.isatty() else Console(width=140))
    if found.choice is None:
        raise typer.Exit(1)
