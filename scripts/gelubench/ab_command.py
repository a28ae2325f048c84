# SPDX-License-Identifier: Apache-2.0
"""The command line of `ab`: scripts/ab is its door."""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from gelubench import ab_build, ab_run, files
from gelubench.files import Refused, printable

ORDER = ("SLOWER", "AMBIGUOUS", "FASTER", "SAME", "ABSENT")


def _library(revision: str | None, plugin: Path | None, backends: list[str], side: str) -> Path:
    if plugin is not None:
        if revision is not None:
            raise Refused(f"{side}: a revision and a plugin, which of them?")
        if not plugin.is_file():
            raise Refused(f"{printable(str(plugin))}: no such library")
        return plugin.resolve()
    if revision is not None:
        return ab_build.of_revision(revision, backends)
    return ab_build.of_worktree(backends)


def _rows(found: ab_run.Comparison) -> list[files.Record]:
    rows = [
        {
            "key": o.key,
            "verdict": o.verdict,
            "change_pct": round(o.estimate.pct, 3),
            "interval_pct": [round(o.estimate.low, 3), round(o.estimate.high, 3)],
            "same_pct": round(o.same.pct, 3),
            "base_ns_per_element": o.ns,
            "launches": o.launches,
        }
        for o in found.outcomes
    ]
    rows += [
        {"key": lonely["key"], "verdict": "ABSENT", "only_in": lonely["only_in"]}
        for lonely in found.one_sided
    ]
    return sorted(rows, key=lambda row: (ORDER.index(row["verdict"]), row["key"]))


def _print(rows: list[files.Record], found: ab_run.Comparison) -> None:
    width = max(len(row["key"]) for row in rows)
    print(f"{'':10}{'kernel':{width}}  {'ns/elem':>8} {'change %':>9}  99 % interval     A/A %")
    for row in rows:
        head = f"{row['verdict']:10}{printable(row['key']):{width}}"
        if row["verdict"] == "ABSENT":
            side = "base" if ab_run.BASE in row["only_in"] else "head"
            print(f"{head}  only in {side}")
            continue
        low, high = row["interval_pct"]
        print(
            f"{head}  {row['base_ns_per_element']:8.4f} {row['change_pct']:+9.2f}  "
            f"[{low:+6.2f}, {high:+6.2f}]  {row['same_pct']:+6.2f}"
        )
    counts = ", ".join(f"{sum(r['verdict'] == v for r in rows)} {v}" for v in ORDER)
    print(
        f"{counts}; noise floor {found.limits.floor:.2f} %, "
        f"smallest effect that counts {found.limits.effect:.2f} %"
    )


def _check(minimum: float, launches: int, base: str | None, base_plugin: Path | None) -> None:
    if not math.isfinite(minimum) or minimum <= 0:
        raise Refused(f"--min-effect: {minimum:g} is no effect in percent")
    if launches < 5:
        raise Refused(f"--launches: {launches} are too few to resample: at least 5")
    if base is None and base_plugin is None:
        raise Refused("compared with what? Give --base REVISION or --base-plugin LIBRARY")


def command(
    program: Annotated[Path, typer.Option(hidden=True)],
    base: Annotated[str | None, typer.Option(help="Revision.")] = None,
    head: Annotated[str | None, typer.Option(help="Revision (default: the files here).")] = None,
    plugin: Annotated[Path | None, typer.Option(help="Library as head.")] = None,
    base_plugin: Annotated[Path | None, typer.Option(help="Library as base.")] = None,
    methods: Annotated[str, typer.Option(help="Comma list of globs.")] = "*",
    dtypes: Annotated[str, typer.Option(help="Comma list of globs.")] = "f32",
    passes: Annotated[str, typer.Option(help="Comma list of globs.")] = "forward",
    backends: Annotated[str | None, typer.Option(help="Such as stdx-avx2,vc-avx2.")] = None,
    n: Annotated[int, typer.Option(help="Elements per call.")] = 2048,
    rounds: Annotated[int, typer.Option(help="Bursts of each side per launch.")] = 200,
    launches: Annotated[int, typer.Option(help="At least 5.")] = 5,
    minimum: Annotated[float | None, typer.Option("--min-effect", help="Percent.")] = None,
    shared: Annotated[bool, typer.Option("--shared", help="A shared runner: 5 %.")] = False,
    common: Annotated[bool, typer.Option("--common", help="Kernels of one side: list.")] = False,
    seed: Annotated[int, typer.Option(help="Of placement, order and resampling.")] = 1,
    out: Annotated[Path | None, typer.Option("--json", help="Write the verdicts.")] = None,
) -> None:
    """Is head slower than base? In pairs, on this machine, now."""
    minimum = minimum if minimum is not None else 5.0 if shared else 3.0
    _check(minimum, launches, base, base_plugin)
    picked = backends or ab_build.best_backend()
    built = ab_build.backends_to_build(picked)
    libraries = _library(base, base_plugin, built, "base"), _library(head, plugin, built, "head")
    sides = {ab_run.BASE: libraries[0], ab_run.SAME: libraries[0], ab_run.HEAD: libraries[1]}
    options = [
        f"--methods={methods}", f"--dtypes={dtypes}", f"--passes={passes}", f"--backends={picked}",
        f"--n={n}", f"--rounds={rounds}",
    ]  # fmt: skip
    found = ab_run.compare(ab_run.Plan(program, sides, options, launches, seed), minimum)
    rows = _rows(found)
    if not rows:
        raise Refused("nothing selected: no such kernel on either side")
    _print(rows, found)
    if out is not None:
        report = {"argv": ["scripts/ab", *_shown(sys.argv[2:])], "limits_pct": vars(found.limits)}
        files.write(out, json.dumps({**report, "kernels": rows}, indent=1, allow_nan=False) + "\n")
    if any(row["verdict"] == "SLOWER" for row in rows):
        raise typer.Exit(1)
    if found.one_sided and not common:
        lonely = found.one_sided[0]
        raise Refused(
            f"{len(found.one_sided)} kernels on one side only, such as "
            f"{printable(lonely['key'])}; --common judges the rest"
        )


def _shown(words: list[str]) -> list[str]:
    return [word for word in words if not re.match(r"--program(=|$)", word)]
