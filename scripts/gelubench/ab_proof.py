# SPDX-License-Identifier: Apache-2.0
"""The experiment's table and curve, from the list of its comparisons."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import altair as alt
import numpy as np
import vl_convert as vlc

from gelubench import markdown
from gelubench.files import Record, write

NEIGHBOURS = {"none": "alone", "noisy": "noisy neighbour", "busy": "busy"}
WAYS = {
    "ab": "scripts/ab",
    "mean": "mean ratio",
    "minimum": "ratio of minima",
    "u_test": "U test",
}


def read(path: Path) -> list[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows: list[Record] = list(csv.DictReader(io.StringIO(file.read())))
    for row in rows:
        row["ab"] = int(row["verdict"] == "SLOWER")
        for way in ("mean", "minimum", "u_test"):
            row[way] = int(row[way])
        for number in ("injected_pct", "measured_pct"):
            row[number] = float(row[number])
    return rows


def rates(rows: list[Record]) -> list[Record]:
    """Per neighbour, injected slowdown and way: how many comparisons were called slower."""
    found = []
    for neighbour, text_of in NEIGHBOURS.items():
        for percent in sorted({r["injected_pct"] for r in rows}):
            some = [r for r in rows if r["neighbour"] == neighbour and r["injected_pct"] == percent]
            if not some:
                continue
            measured = float(np.median([r["measured_pct"] for r in some]))
            found += [
                {
                    "neighbour": text_of, "injected": percent, "way": text,
                    "slower": sum(r[way] for r in some), "of": len(some), "measured": measured,
                    "share": 100 * sum(r[way] for r in some) / len(some),
                }
                for way, text in WAYS.items()
            ]  # fmt: skip
    return found


def table(found: list[Record]) -> str:
    lines = []
    for neighbour in NEIGHBOURS.values():
        for percent in sorted({r["injected"] for r in found}):
            some = [r for r in found if r["neighbour"] == neighbour and r["injected"] == percent]
            if some:
                shares = [f"{r['share']:.1f} %" for r in some]
                lines.append(
                    [neighbour, f"{percent:g} %", f"{some[0]['measured']:+.2f} %",
                     str(some[0]["of"]), *shares]
                )  # fmt: skip
    headers = ["machine", "injected", "measured (median)", "comparisons", *WAYS.values()]
    return markdown.table(headers, lines)


def draw(found: list[Record], path: Path) -> None:
    x = alt.X("injected:Q", title="injected slowdown, %")
    y = alt.Y("share:Q", title="called slower, % of comparisons").scale(domain=[0, 100])
    lines = (
        alt.Chart(alt.Data(values=found))
        .mark_line(point=True)
        .encode(
            x=x,
            y=y,
            color=alt.Color("way:N", title=None).scale(
                domain=list(WAYS.values()), range=["#0072B2", "#E69F00", "#009E73", "#CC79A7"]
            ),
        )
        .properties(width=300, height=240)
        .facet(column=alt.Column("neighbour:N", title=None))
        .properties(background="white")
    )
    write(path, vlc.vegalite_to_svg(lines.to_json()))
