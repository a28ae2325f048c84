# SPDX-License-Identifier: Apache-2.0
"""The command line of `history`: scripts/history is its door."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gelubench import files, history, history_plot
from gelubench.files import Refused, printable

app = typer.Typer(no_args_is_help=True, help="Times of one machine over months.")
Store = Annotated[Path, typer.Option(help="Folder with a file per machine.")]
Machine = Annotated[str | None, typer.Option(help="Whose runs, when there are several.")]
Metric = Annotated[str, typer.Option(help="ns, or x_relu: as a multiple of relu's time.")]
STORE = files.ROOT / "results" / "local" / "history"


def _metric(metric: str) -> str:
    if metric not in history.METRICS:
        raise Refused(f"--metric: '{printable(metric)}' is none of {', '.join(history.METRICS)}")
    return metric


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Result files (JSON).")],
    store: Store = STORE,
) -> None:
    """Keep the times of these runs; those that are kept already stay as they are."""
    by_machine: dict[str, list[files.Record]] = {}
    for path in paths:
        record = files.read(path, lambda row: "ns_per_element" in row)
        line = history.line_of(record, printable(str(path)))
        by_machine.setdefault(record["machine"]["name"], []).append(line)
    for machine, lines in by_machine.items():
        path = history.path_of(store, machine)
        fresh = history.add(path, lines)
        print(f"{machine}: {fresh} added, {len(lines) - fresh} there already: {path}")


@app.command()
def check(
    store: Store = STORE,
    machine: Machine = None,
    metric: Metric = "ns",
    newest: Annotated[int, typer.Option(help="Only these last runs can fail.")] = 10,
    minimum: Annotated[float, typer.Option("--min-effect", help="Percent.")] = 3.0,
) -> None:
    """Exit 1 when a change point among the newest runs is a slowdown."""
    path = history.store_file(store, machine)
    runs = history.read(path)
    if len(runs) < history.FEWEST:
        print(
            f"{path.stem}: {len(runs)} runs; change points are sought from {history.FEWEST} on: "
            "nothing to say"
        )
        return
    found, searched = history.points(runs, _metric(metric))
    large = [p for p in found if abs(p.pct) >= minimum]
    for p in sorted(large, key=lambda p: p.age):
        word = ("slower" if p.pct > 0 else "faster") if p.age <= newest else "older "
        print(
            f"{word}  {p.name}  {p.pct:+.1f} % from {p.run['commit'][:12]} "
            f"({p.run['created']}, {p.age} runs ago) on, p = {p.p:.2g}"
        )
    slower = sum(p.pct > 0 and p.age <= newest for p in large)
    print(
        f"{path.stem}: {searched} series of {len(runs)} runs: {slower} slower among the newest "
        f"{newest} runs, {len(large)} change points of {minimum:g} % or more"
        + ("" if large else ": nothing to say")
    )
    if slower:
        raise typer.Exit(1)


@app.command()
def plot(
    output: Annotated[Path, typer.Option("--output", "-o", help="SVG.")],
    store: Store = STORE,
    machine: Machine = None,
    metric: Metric = "ns",
    most: Annotated[int, typer.Option(help="Series to draw, those that changed first.")] = 12,
) -> None:
    """Times over runs, with commits and change points."""
    path = history.store_file(store, machine)
    runs = history.read(path)
    if not runs:
        raise Refused(f"{path}: no runs")
    found = history.points(runs, _metric(metric))[0] if len(runs) >= history.FEWEST else []
    history_plot.draw(runs, found, metric, most, output)
    print(output)
