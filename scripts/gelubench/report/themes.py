# SPDX-License-Identifier: Apache-2.0
"""Colours of the pictures, for light and for dark grounds."""

from __future__ import annotations

from typing import Any

from gelubench.plot import ISAS

Json = dict[str, Any]
INK = {"light": "#16202c", "dark": "#e6edf3"}
FAINT = {"light": "#5b6773", "dark": "#9aa7b4"}
GRID = {"light": "#e7eaee", "dark": "#26303b"}
ROOF = {"light": "#8a4b08", "dark": "#f0b35e"}
# Okabe and Ito (2008), as in ISAS, for what has no colour of its own.
CATEGORY = (
    *("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#B9A70E", "#8C8C8C"),
    *("#6A51A3", "#A6761D", "#66A61E", "#E7298A"),
)
OTHER = "#888888"
BLUE = {"light": "#0072B2", "dark": "#7B86FF"}


def _lifted(colour: str, name: str) -> str:
    return BLUE[name] if colour == BLUE["light"] else colour


def theme(name: str) -> Json:
    ink, faint, grid = (of[name] for of in (INK, FAINT, GRID))
    return {
        "background": "transparent" if name == "dark" else None,
        "font": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
        "axis": {
            "labelColor": faint,
            "titleColor": ink,
            "gridColor": grid,
            "domainColor": grid,
            "tickColor": grid,
            "titleFontWeight": 500,
            "labelFontSize": 11,
            "titleFontSize": 12,
            "titlePadding": 8,
        },
        "legend": {
            "labelColor": ink,
            "titleColor": faint,
            "titleFontWeight": 500,
            "orient": "top",
            "labelLimit": 260,
            "symbolStrokeWidth": 1.5,
            "symbolOpacity": 1,
            "symbolBaseFillColor": faint,
        },
        "title": {"color": ink, "subtitleColor": faint, "anchor": "start", "fontWeight": 600},
        "header": {"labelColor": ink, "titleColor": faint, "labelFontWeight": 600},
        "view": {"stroke": None},
        "range": {"category": [_lifted(colour, name) for colour in CATEGORY]},
    }


THEMES = {name: theme(name) for name in ("light", "dark")}
# Holes that the theme fills.
INKS = {
    name: {"ink": INK[name], "faint": FAINT[name], "roof": ROOF[name]} for name in ("light", "dark")
}


def isa_colours(name: str = "light") -> Json:
    """One blue is too dark for a dark ground."""
    found = {**ISAS, "other": OTHER}
    return {isa: _lifted(colour, name) for isa, colour in found.items()}
