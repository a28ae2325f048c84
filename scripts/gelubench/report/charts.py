# SPDX-License-Identifier: Apache-2.0
"""The pictures as Vega-Lite, made with Altair: once, for the page and for PNG and SVG.

Data have names and come later. A string "@name@" is a hole that `fill` (here and in charts.js)
fills with a value; ["@name@"] is one for a list. Colours come from themes.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import altair as alt

from gelubench.curves import BINS, x_axis
from gelubench.plot import SHAPES
from gelubench.points import GELU
from gelubench.report.themes import INKS, THEMES

Json = dict[str, Any]
TOOLTIP = {"content": "data"}


def named(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def _log(field: str, hole: str, **more: Any) -> dict[str, Any]:
    scale = {"type": "log", "nice": False, **more}
    return {"shorthand": f"{field}:Q", "title": f"@{hole}@", "scale": alt.Scale(**scale)}


def _colour(field: str = "isa_shown") -> alt.Color:
    scale = alt.Scale(domain=["@isas@"], range=["@colours@"])
    return alt.Color(f"{field}:N", title="runs on", scale=scale)


def _roof_names(roofs: alt.Chart, y: alt.Y) -> list[alt.Chart]:
    """Above the line at its right end for relu, below it at the left one for copy."""
    sides = (
        ("relu", {"align": "right", "baseline": "bottom", "dy": -4}, "width"),
        ("copy", {"align": "left", "baseline": "top", "dy": 5}, 4),
    )
    return [
        roofs.transform_filter(f"datum.method == '{method}'")
        .mark_text(color="@roof@", **how)
        .encode(x=alt.value(at), y=y, text="name:N")
        for method, how, at in sides
    ]


def pareto() -> alt.LayerChart:
    """Throughput against error; `front` is what no other beats in both."""
    x = alt.X(**_log("error", "error title", padding=56)).axis(format="~e", tickCount=4)
    y = alt.Y(**_log("speed", "speed title", padding=18)).axis(format="~g", tickCount=3)
    shape = alt.Shape("formula:N", title="formula").scale(domain=GELU, range=SHAPES)
    rows = named("points")
    dot = {"filled": True, "tooltip": TOOLTIP, "cursor": "pointer"}
    faded = rows.transform_filter("!datum.front").mark_point(size=46, opacity=0.3, **dot)
    best = rows.transform_filter("datum.front")
    bright = best.mark_point(size=95, opacity=1, **dot)
    peers = rows.transform_filter("datum.peer").mark_point(
        size=150, filled=False, shape="diamond", strokeWidth=1.6, color="@ink@", tooltip=TOOLTIP
    )
    line = best.mark_line(interpolate="step-after", strokeWidth=1.4, color="@ink@")
    names = best.mark_text(align="right", baseline="bottom", dx=-7, dy=-2, color="@ink@")
    peer_names = rows.transform_filter("datum.peer && !datum.front").mark_text(
        align="left", baseline="middle", dx=9, color="@faint@"
    )
    roofs = named("roofs")
    rules = roofs.mark_rule(strokeDash=[6, 4], strokeWidth=1.3, color="@roof@").encode(y=y)
    return alt.layer(
        rules,
        *_roof_names(roofs, y),
        line.encode(x=x, y=y),
        faded.encode(x=x, y=y, color=_colour(), shape=shape),
        bright.encode(x=x, y=y, color=_colour(), shape=shape),
        peers.encode(x=x, y=y),
        names.encode(x=x, y=y, text="method:N"),
        peer_names.encode(x=x, y=y, text="method:N"),
    ).properties(width="container", height=440)


def error_against_x() -> alt.LayerChart:
    """Largest error per binade, on an axis that is logarithmic to both sides of zero."""
    limits = alt.Scale(
        type="log",
        domain=["@floor@", "@top@"],
        nice=False,
        clamp=True,
    )
    y = alt.Y("error:Q", title="@error title@", scale=limits).axis(format="~e", tickCount=5)
    colour = alt.Color("kernel:N", title=None, sort=["@kernels@"])
    dash = alt.StrokeDash("kernel:N", legend=None, sort=["@kernels@"])
    steps = named("steps").mark_line(interpolate="step-after", strokeWidth=1.8)
    grip = named("steps").mark_point(size=70, opacity=0, filled=True, tooltip=TOOLTIP)
    middle = alt.X("middle:Q", scale=alt.Scale(domain=[-BINS - 0.5, BINS + 0.5], nice=False))
    rules = named("rules").mark_rule(strokeDash=[5, 4], color="@faint@").encode(y=y)
    words = named("rules").mark_text(align="left", baseline="bottom", dx=4, dy=-3, color="@faint@")
    return alt.layer(
        rules,
        words.encode(x=alt.value(0), y=y, text="text:N"),
        steps.encode(x=x_axis(), y=y, color=colour, strokeDash=dash),
        grip.encode(x=middle, y=y),
    ).properties(width="container", height=340)


def matrix() -> alt.LayerChart:
    """Method x backend: time, as a multiple of the fastest of its backend's relu."""
    x = alt.X("place:N", title=None, sort=["@places@"]).axis(
        orient="top", labelAngle=-35, labelLimit=140
    )
    y = alt.Y("method:N", title=None, sort=["@methods@"]).axis(labelLimit=160)
    scale = alt.Scale(type="log", scheme="viridis", reverse=True)
    cells = named("cells")
    colour = alt.Color("ns:Q", title="ns per element", scale=scale).legend(
        format="~g", gradientLength=220
    )
    boxes = cells.mark_rect(cornerRadius=2, tooltip=TOOLTIP, cursor="pointer")
    dark = alt.condition("datum.bright", alt.value("#10161d"), alt.value("#ffffff"))
    text = cells.mark_text(fontSize=10, tooltip=TOOLTIP).encode(x=x, y=y, text="text:N", color=dark)
    return alt.layer(boxes.encode(x=x, y=y, color=colour), text).properties(
        width=alt.Step(64), height=alt.Step(19)
    )


def sweep() -> alt.LayerChart:
    """Time against the size of the data, with the caches and the roofs."""
    text = (
        "datum.value < 1048576 ? format(datum.value / 1024, '~r') + ' KiB' : "
        "format(datum.value / 1048576, '~r') + ' MiB'"
    )
    scale = alt.Scale(type="log", base=2, nice=False, padding=20)
    x = alt.X("bytes:Q", title="working set, all streams together", scale=scale).axis(
        labelExpr=text, tickCount=8, labelOverlap=True
    )
    y = alt.Y(**_log("ns", "time title", padding=12)).axis(format="~g", tickCount=6)
    rows = named("sweep")
    colour = alt.Color("method:N", title=None, sort=["@methods@"])
    grey = rows.transform_filter("datum.role == 'other'").mark_line(
        strokeWidth=1, opacity=0.35, color="@faint@"
    )
    lines = rows.transform_filter("datum.role == 'front'").mark_line(strokeWidth=2)
    dots = rows.transform_filter("datum.role == 'front'").mark_point(
        filled=True, size=50, tooltip=TOOLTIP, cursor="pointer", opacity=1
    )
    roofs = rows.transform_filter("datum.role == 'roof'").mark_line(
        strokeDash=[6, 4], strokeWidth=1.6, color="@roof@"
    )
    first = rows.transform_filter("datum.role == 'roof' && datum.first")
    above = first.transform_filter("datum.method == 'relu'").mark_text(
        align="left", baseline="bottom", dy=-5, color="@roof@"
    )
    below = first.transform_filter("datum.method == 'copy'").mark_text(
        align="left", baseline="top", dy=6, color="@roof@"
    )
    caches = named("caches")
    marks = caches.mark_rule(strokeDash=[2, 3], color="@faint@").encode(x=x)
    names = caches.mark_text(align="left", baseline="top", dx=4, dy=2, color="@faint@")
    return alt.layer(
        marks,
        names.encode(x=x, y=alt.value(0), text="name:N"),
        grey.encode(x=x, y=y, detail="key:N"),
        roofs.encode(x=x, y=y, detail="key:N"),
        above.encode(x=x, y=y, text="method:N"),
        below.encode(x=x, y=y, text="method:N"),
        lines.encode(x=x, y=y, color=colour, detail="key:N"),
        dots.encode(x=x, y=y, color=colour),
    ).properties(width="container", height=380)


def roofline() -> alt.LayerChart:
    """Flops per second against flops per byte; the diagonals are what the memory gives."""
    x = alt.X(**_log("intensity", "intensity title", padding=24)).axis(format="~g", tickCount=6)
    y = alt.Y(**_log("gflops", "rate title", padding=18)).axis(format="~g", tickCount=6)
    rows = named("points")
    shape = alt.Shape("formula:N", title="formula").scale(domain=GELU, range=SHAPES)
    dots = rows.mark_point(filled=True, size=70, opacity=0.8, tooltip=TOOLTIP, cursor="pointer")
    names = rows.transform_filter("datum.named").mark_text(
        align="left", baseline="middle", dx=8, color="@ink@"
    )
    lines = named("roofs").mark_line(strokeDash=[6, 4], strokeWidth=1.4, color="@roof@")
    ends = named("roofs")
    said = ends.transform_filter("datum.first && !datum.flat").mark_text(
        align="left", baseline="bottom", dy=-5, color="@roof@"
    )
    most = ends.transform_filter("!datum.first && datum.flat").mark_text(
        align="right", baseline="bottom", dy=-5, color="@roof@"
    )
    return alt.layer(
        lines.encode(x=x, y=y, detail="name:N"),
        said.encode(x=x, y=y, text="name:N"),
        most.encode(x=x, y=y, text="name:N"),
        dots.encode(x=x, y=y, color=_colour(), shape=shape),
        names.encode(x=x, y=y, text="method:N"),
    ).properties(width="container", height=400)


def machines() -> alt.LayerChart:
    """Each method's best time as a multiple of relu's on the same machine."""
    x = alt.X(**_log("times_relu", "ratio title", padding=20)).axis(format="~g")
    y = alt.Y("method:N", title=None, sort=["@methods@"])
    rows = named("machines")
    colour = alt.Color("machine:N", title=None)
    return alt.layer(
        rows.mark_rule(color="@faint@", opacity=0.4).encode(
            x="min(times_relu):Q", x2="max(times_relu):Q", y=y
        ),
        rows.mark_point(filled=True, size=70, opacity=0.9, tooltip=TOOLTIP).encode(
            x=x, y=y, color=colour
        ),
    ).properties(width="container")


CHARTS: dict[str, Callable[[], alt.LayerChart]] = {
    "pareto": pareto,
    "error": error_against_x,
    "matrix": matrix,
    "sweep": sweep,
    "roofline": roofline,
    "machines": machines,
}


def specs() -> Json:
    """All of them, without the theme that Altair would add."""
    found = {}
    for name, chart in CHARTS.items():
        spec = chart().to_dict(validate=False)
        spec.pop("config", None)
        if name == "machines":  # as high as it has methods
            spec["height"] = "@height@"
        found[name] = spec
    return found


def fill(spec: Json, holes: Json, data: Json, name: str = "light") -> Json:
    """The picture with its data, and with every hole filled, in a theme."""
    text = json.dumps(spec)
    for hole_name, value in {**INKS[name], **holes}.items():
        hole = [f"@{hole_name}@"] if isinstance(value, list) else f"@{hole_name}@"
        text = text.replace(json.dumps(hole), json.dumps(value))
    return {**json.loads(text), "config": THEMES[name], "datasets": data}
