# SPDX-License-Identifier: Apache-2.0
"""Throughput against error, with the Pareto front: as PNG and SVG, without a browser."""

from __future__ import annotations

from pathlib import Path

import altair as alt
import vl_convert as vlc

from gelubench.files import Record, Refused, printable, write
from gelubench.points import GELU, Point, front, points

AXES = {
    "max_ulp": "largest error against exact GELU, ulp (at most 1e9 drawn)",
    "max_abs": "largest error against exact GELU, absolute",
}
# Colour-blind safe (Okabe and Ito, 2008), one per instruction set.
ISAS = {
    "sse2": "#999999",
    "sse4": "#56B4E9",
    "avx": "#009E73",
    "fma": "#CC79A7",
    "avx2": "#E69F00",
    "avx512": "#0072B2",
    "neon": "#D55E00",
    "native": "#000000",  # a library that chooses for itself
}
# A tail that is lost can cost 1e36 ulp; beyond this every error is as bad as the other.
MOST = 1e9
WIDTH = 520
SHAPES = ("circle", "square", "triangle-up")


def _row(point: Point, level: str, error: str) -> dict[str, object]:
    return {
        "key": printable(point.key),
        "method": printable(point.method),
        "formula": point.formula,
        "peer": point.peer,
        "isa": point.backend.rsplit("-", 1)[-1],
        "speed": 1 / point.ns[level],
        "error": min(getattr(point, error), MOST),
    }


def _drawable(found: list[Point], level: str, error: str) -> list[Point]:
    """GELUs with a place on logarithmic axes."""
    return [
        p
        for p in found
        if p.formula in GELU
        and level in p.ns
        and (value := getattr(p, error)) is not None
        and value > 0
    ]


def _roofs(found: list[Point], level: str) -> list[dict[str, object]]:
    """relu and copy on the backend where relu is fastest."""
    best = min(
        (p for p in found if p.method == "relu" and level in p.ns),
        key=lambda p: p.ns[level],
        default=None,
    )
    if best is None:
        return []
    return [
        {"method": p.method, "name": f"{p.method} ({p.backend})", "speed": 1 / p.ns[level]}
        for p in found
        if p.method in ("relu", "copy") and p.backend == best.backend and level in p.ns
    ]


def _panel(found: list[Point], level: str, error: str) -> alt.LayerChart:
    x = alt.X("error:Q", title=AXES[error]).axis(format=".0e", tickCount=8)
    x = x.scale(type="log", padding=70, nice=False)
    y = alt.Y("speed:Q", title="elements per ns, one thread").scale(
        type="log", padding=20, nice=False
    )
    shown = _drawable(found, level, error)
    best = [_row(p, level, error) for p in front(shown, error, level)]
    rows = [_row(p, level, error) for p in shown]
    isas = {i: c for i, c in ISAS.items() if any(row["isa"] == i for row in rows)}
    places = {
        "x": x,
        "y": y,
        "color": alt.Color("isa:N").scale(domain=list(isas), range=list(isas.values())),
        "shape": alt.Shape("formula:N").scale(domain=GELU, range=SHAPES),
    }
    ours, others = ([row for row in rows if row["peer"] is peer] for peer in (False, True))
    dots = alt.Chart(alt.Data(values=ours)).mark_point(filled=True, size=40, opacity=0.55)
    peers = alt.Chart(alt.Data(values=others))
    hollow = peers.mark_point(filled=False, size=60, strokeWidth=1.5)
    called = peers.mark_text(align="left", baseline="middle", dx=6, fontSize=8, color="#333333")
    line = alt.Chart(alt.Data(values=best))
    # Nothing lies above and to the left of the front: there is room for names.
    steps = line.mark_line(interpolate="step-after", color="black", strokeWidth=1.2)
    names = line.mark_text(align="right", baseline="bottom", dx=-5, fontSize=10)
    roof = alt.Chart(alt.Data(values=_roofs(found, level)))
    rules = roof.mark_rule(strokeDash=[5, 4], color="#555555").encode(y=y)
    lower = min(_roofs(found, level), key=lambda r: r["speed"], default={"method": None})["method"]
    labels = [
        roof.transform_filter(alt.datum.method == method)
        .mark_text(
            align=side,
            baseline="top" if method == lower else "bottom",
            dy=3 if method == lower else -2,
            color="#555555",
        )
        .encode(x=alt.value(at), y=y, text="name:N")
        for method, side, at in (("copy", "left", 2), ("relu", "right", WIDTH - 2))
    ]
    return alt.layer(
        rules,
        *labels,
        dots.encode(**places),
        hollow.encode(**places),
        called.encode(x=x, y=y, text="method:N"),
        steps.encode(x=x, y=y),
        names.encode(x=x, y=y, text="method:N"),
    ).properties(width=WIDTH, height=420)


def chart(record: Record, dtype: str = "f32", pass_: str = "forward") -> alt.HConcatChart:
    found = points(record, dtype, pass_)
    level = next((lv for lv in ("l1", "l2", "l3", "dram") if any(lv in p.ns for p in found)), None)
    panels = {error: _drawable(found, level, error) for error in AXES} if level else {}
    if not any(panels.values()):
        raise Refused(f"nothing to draw: no kernel of {dtype} {pass_} has both speed and error")
    title = alt.TitleParams(
        f"GELU {dtype} {pass_} on {printable(record['machine']['cpu'])}",
        subtitle=f"data in {level.upper()}; the line is the front: nothing is both faster and "
        f"closer; hollow: other libraries; {printable(record['program']['commit'][:12])}, "
        f"{printable(record['created'])}",
    )
    return (
        alt.hconcat(*(_panel(found, level, error) for error in panels))
        .properties(title=title, background="white", padding=12)
        .configure_axis(gridColor="#eeeeee")
        .configure_view(stroke="#cccccc")
    )


def draw(record: Record, stem: Path, dtype: str = "f32", pass_: str = "forward") -> list[Path]:
    """Writes STEM.svg and STEM.png; returns their paths."""
    spec = chart(record, dtype, pass_).to_json()
    svg, png = stem.with_name(stem.name + ".svg"), stem.with_name(stem.name + ".png")
    write(svg, vlc.vegalite_to_svg(spec))
    write(png, vlc.vegalite_to_png(spec, scale=2))
    return [svg, png]
