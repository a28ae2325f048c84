# SPDX-License-Identifier: Apache-2.0
"""An answer of `pick` for people."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gelubench.answer import commands, snippet
from gelubench.caveats import caveats
from gelubench.files import printable
from gelubench.margin import Margin
from gelubench.pick import Answer, Candidate
from gelubench.verdict import METRICS


def _kernel(c: Candidate) -> str:
    return printable(f"{c.row['method']} {c.row['backend']}-{c.row['isa']}")


def _question(answer: Answer) -> Text:
    query, tolerance = answer.query, answer.query.tolerance
    limits = [f"{limit:g}{METRICS[m]}" for m, limit in tolerance.limits.items()]
    limits += ["correctly rounded"] if tolerance.bit_exact else []
    isa = f", processors with {query.isa}" if query.isa else ""
    threads = f"{query.threads} thread" + ("s" if query.threads > 1 else "")
    return Text(
        f"{query.dtype} {query.pass_}, trained with {query.truth}: within {' and '.join(limits)}; "
        f"{query.level}, {threads}{isa}, on {answer.run.record['machine']['name']}"
    )


def _errors(c: Candidate) -> list[str]:
    """Upper bounds; `<=` where they are derived, `seen` where not every input was tried."""
    cells = []
    for metric in METRICS:
        value = c.error(metric)
        sign = "<= " if any(e.basis == "bound" for e in c.errors) else ""
        cells.append("" if value is None else f"{sign}{value:.3g}")
    return [*cells, "every input" if all(e.exhaustive for e in c.errors) else "seen"]


def _times(c: Candidate) -> list[str]:
    return [f"{c.ns:.4f}", f"{c.times_relu:.2f}" if c.times_relu else ""]


def _allowed(answer: Answer) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("", "kernel"):
        table.add_column(name, no_wrap=True)
    for name in ("best ns", "x relu", *(m.replace("_", " ") for m in METRICS)):
        table.add_column(name, justify="right")
    table.add_column("coverage")
    lines = [("choice", answer.choice), ("runner-up", answer.runner_up)]
    if answer.next_method is not answer.runner_up:
        lines.append(("next method", answer.next_method))
    lines.append(("nearest", answer.nearest))
    for name, c in lines:
        if c is not None:
            table.add_row(name, Text(_kernel(c)), *_times(c), *_errors(c))
    return table


def _slower(name: str, c: Candidate, margin: Margin) -> Text:
    by = f"{name} {_kernel(c)}: {margin.ratio - 1:+.1%} time"
    if margin.low is None or margin.high is None:
        return Text(f"{by} (no interval)")
    how = "samples paired with relu" if margin.paired else "samples"
    return Text(f"{by} (95 % interval {margin.low - 1:+.1%} to {margin.high - 1:+.1%}, {how})")


def _refused(answer: Answer) -> Table | None:
    """The fastest of each method and reason; others of the same are counted."""
    groups: dict[tuple, list[Candidate]] = {}
    for c in answer.refused:
        groups.setdefault((c.row["method"], tuple(r.kind for r in c.reasons)), []).append(c)
    if not groups and not answer.unchecked:
        return None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("faster, refused" if answer.choice else "refused", no_wrap=True)
    table.add_column("best ns", justify="right")
    table.add_column("why")
    for of in groups.values():
        first = of[0]
        more = f" +{len(of) - 1}" if len(of) > 1 else ""
        why = "; ".join(printable(reason.text) for reason in first.reasons)
        table.add_row(Text(_kernel(first) + more), f"{first.ns:.4f}", Text(why))
    for key, reason in answer.unchecked:
        table.add_row(Text(printable(key)), "", Text(f"failed its check: {printable(reason)}"))
    return table


def show(answer: Answer, console: Console) -> None:
    """The answer, what was refused, what it does not promise, how to use and to check it."""
    console.print(_question(answer), soft_wrap=True)
    if answer.choice is not None:
        console.print(Text(f"{answer.choice.key}\n", style="bold green"), soft_wrap=True)
    else:
        console.print(Text("none is within the tolerance\n", style="bold red"))
    console.print(_allowed(answer))
    if answer.runner_up and answer.runner_up_margin:
        console.print(_slower("\nrunner-up", answer.runner_up, answer.runner_up_margin))
    other = answer.next_method
    if other and other is not answer.runner_up and answer.next_method_margin:
        console.print(_slower("next method", other, answer.next_method_margin))
    if (refused := _refused(answer)) is not None:
        console.print()
        console.print(refused)
    if notes := caveats(answer):
        console.print(Text("\nMind", style="bold"))
        for line in notes:
            console.print(Text(f"- {printable(line)}"), soft_wrap=True)
    console.print()
    if answer.choice is not None:
        console.print(Text("Use", style="bold"))
        for text in snippet(answer).values():
            for line in text.splitlines():
                console.print(Text(f"  {line}".rstrip()), soft_wrap=True)
            console.print()
    console.print(Text("Measure again", style="bold"))
    for line in commands(answer):
        console.print(Text(f"  {printable(line)}"), soft_wrap=True)
