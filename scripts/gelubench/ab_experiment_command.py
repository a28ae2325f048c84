# SPDX-License-Identifier: Apache-2.0
"""The command line of the experiment: scripts/ab-experiment is its door."""

from __future__ import annotations

from typing import Annotated

import typer

from gelubench import ab_experiment, ab_proof, markdown
from gelubench.files import ROOT, Refused, printable, write

app = typer.Typer(no_args_is_help=True)
RAW = ROOT / "build" / "ab-experiment"
TABLE = ROOT / "docs" / "regressions.csv.gz"
PAGE = ROOT / "docs" / "regressions.md"


@app.command()
def measure(
    neighbour: Annotated[str, typer.Argument(help="none, noisy or busy")],
    first: Annotated[int, typer.Argument(help="Number of the first run.")],
    last: Annotated[int, typer.Argument(help="Number of the last run.")],
) -> None:
    """Raw times of some runs."""
    if neighbour not in ab_proof.NEIGHBOURS:
        raise Refused(f"'{printable(neighbour)}' is none of none, noisy, busy")
    if not 0 < first <= last:
        raise Refused(f"{first} to {last} are no runs")
    ab_experiment.measure(ROOT / "build" / "release", RAW, neighbour, range(first, last + 1))


@app.command()
def report() -> None:
    """Judge what was measured; write list, picture and table."""
    rows = ab_experiment.judge(RAW, TABLE)
    found = ab_proof.rates(ab_proof.read(TABLE))
    ab_proof.draw(found, TABLE.with_name("regressions.svg"))
    write(PAGE, markdown.section(PAGE.read_text(), "experiment", ab_proof.table(found)))
    print(f"{rows} comparisons")
