# SPDX-License-Identifier: Apache-2.0
"""Times over runs, one small picture per kernel, with commits and change points."""

from __future__ import annotations

from pathlib import Path

import altair as alt
import vl_convert as vlc

from gelubench.files import Record, Refused, printable, write
from gelubench.history import Point, series

AXIS = {"ns": "ns per element", "x_relu": "x relu"}


def _rows(runs: list[Record], found: list[Point], metric: str, most: int) -> list[Record]:
    changed = {p.name: abs(p.pct) for p in found}
    at = {(p.name, p.run["created"]): p.pct for p in found}
    of = series(runs, metric)
    names = sorted(of, key=lambda name: (-changed.get(name, 0), name))[:most]
    return [
        {
            "name": printable(name),
            "run": f"{number:04d} {printable(runs[number]['commit'][:7])}",
            "value": value,
            "change": at.get((name, runs[number]["created"])),
        }
        for name in names
        for number, value in of[name]
    ]


def draw(runs: list[Record], found: list[Point], metric: str, most: int, output: Path) -> None:
    rows = _rows(runs, found, metric, most)
    if not rows:
        raise Refused("nothing to draw: no times")
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("run:O", title="run and commit").axis(labelAngle=-90, labelFontSize=8)
    )
    y = alt.Y("value:Q", title=AXIS[metric]).scale(zero=False)
    line = base.mark_line(point=alt.OverlayMarkDef(size=16)).encode(y=y)
    marked = base.transform_filter(alt.datum.change != None)  # noqa: E711 - an expression, not a test
    rule = marked.mark_rule(color="#D55E00", strokeWidth=1.5)
    chart = (
        alt.layer(line, rule)
        .properties(width=max(240, 9 * len(runs)), height=110)
        .facet(facet=alt.Facet("name:N", title=None), columns=2)
        .resolve_scale(y="independent")
        .properties(
            title="change points: " + (str(len(found)) if found else "none"), background="white"
        )
    )
    write(output, vlc.vegalite_to_svg(chart.to_json()))
