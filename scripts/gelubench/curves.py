# SPDX-License-Identifier: Apache-2.0
"""Error against x by binade: one picture per family of methods, and what is to be seen there."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from pathlib import Path

import altair as alt
import vl_convert as vlc

from gelubench.files import Record, Refused, printable, write
from gelubench.kernels import strongest
from gelubench.markdown import hex_float, rounded_up, section
from gelubench.points import number

DTYPE, PASS = "f32", "forward"
LOW, HIGH = -20, 7  # binades 2^LOW to 2^(HIGH - 1) have a bin each
BINS = HIGH - LOW + 1
# What is below is drawn at the bottom; above the top nothing happens that matters.
FLOOR = {"ulp": 1e-2, "abs": 1e-12}
TOP = {"ulp": 1e38, "abs": 10.0}
NAMES = {"ulp": "largest error in the binade, ulp", "abs": "largest error, absolute"}
COLOURS = ("#0072B2", "#E69F00", "#333333")  # Okabe and Ito, 2008
DASHES = ([1, 0], [4, 3], [1, 0])  # the second often covers the first
SUPERSCRIPTS = str.maketrans("-0123456789", "\N{SUPERSCRIPT MINUS}⁰¹²³⁴⁵⁶⁷⁸⁹")
GRAPH = {"width": 400, "height": 230}


@dataclass(frozen=True)
class Family:
    """The method that stands for a family, one to contrast it with, and what the picture shows."""

    name: str
    method: str
    text: str
    contrast: str | None = None
    contrast_text: str = ""


FAMILIES = (
    Family(
        "erf",
        "erf_mills",
        "The two metrics tell different stories. In ulp the line is level: each result keeps its "
        "digits, in the far tail too, up to where it leaves the range of the type. The absolute "
        "error only follows the size of the result.",
        "erf_libm",
        "`erf_libm`, 0.5 x (1 + erf(x/sqrt 2)), cancels: each binade below -1 costs digits until "
        "none is left. The absolute error does not show it.",
    ),
    Family(
        "tanh",
        "tanh_exp",
        "The lines are distances to the tanh formula, the truth of a model that was trained with "
        "it. The dashed line is how far that formula is from exact GELU at worst: the errors of "
        "the code are far below it, so a better tanh does not bring exact GELU nearer.",
    ),
    Family(
        "sigmoid",
        "sigmoid_exp",
        "As above, to its own formula: one exponential evaluates it to a few ulp everywhere. But "
        "the formula itself is off exact GELU by 0.02, which no ulp of the code will tell.",
    ),
    Family(
        "table",
        "table_linear_256",
        "What a table promises is an absolute error. In ulp that is more and more towards the "
        "left, where GELU gets small: beyond the table's end the result is 0, and all digits are "
        "lost.",
    ),
    Family(
        "poly",
        "poly_8",
        "A minimax polynomial spreads one absolute error over [-c, c] and waves about the true "
        "curve; in the tail that takes it in the wrong direction. Left of -c it gives 0: all "
        "digits are lost, and only the absolute error stays small. Near 0 the absolute error "
        "falls with x, but the result keeps the relative error of a slope that is not quite 1/2.",
    ),
)


def _place(x: float) -> float:
    """Left edge of the bin of the binade with that lower end."""
    if x == 0 or abs(x) < 2.0**LOW:
        return -0.5
    step = min(math.frexp(abs(x))[1] - 1, HIGH) - LOW  # 0 for the innermost binade
    return step + 0.5 if x > 0 else -step - 1.5


def _label(exponent: int, sign: str) -> str:
    power = str(2**exponent) if 0 <= exponent < 8 else f"2{str(exponent).translate(SUPERSCRIPTS)}"
    return ("\N{MINUS SIGN}" if sign == "-" else "") + power


def bins(row: Record) -> dict[float, dict[str, float]]:
    """Largest errors by left edge of the bin. Inner and outer binades share a bin.

    A binade that is not listed has no error worth a line.
    """
    found = {at - 0.5: {"ulp": 0.0, "abs": 0.0} for at in range(-BINS, BINS + 1)}
    for lower, inputs, _, ulp, absolute, _ in row["binades"]:
        if not inputs:
            continue
        worst = found[_place(number(lower))]
        worst["ulp"] = max(worst["ulp"], number(ulp))
        worst["abs"] = max(worst["abs"], number(absolute))
    return found


def _path(row: Record, label: str, metric: str) -> list[dict[str, object]]:
    """Corners of a line of steps; the last bin ends where a next one would begin."""
    shown = [
        {"at": at, "error": min(max(worst[metric], FLOOR[metric]), TOP[metric]), "kernel": label}
        for at, worst in sorted(bins(row).items())
    ]
    return [*shown, {**shown[-1], "at": shown[-1]["at"] + 1}]


def x_axis() -> alt.X:
    labels = {0.0: "0"} | {
        float(at): _label(e, sign)
        for e in (-16, -12, -8, -4, 0, 3, 6)
        for sign, at in (("+", e - LOW + 0.5), ("-", LOW - e - 0.5))
    }
    names = ", ".join(f"'{at:g}': '{text}'" for at, text in labels.items())
    axis = alt.Axis(
        values=sorted(labels),
        labelExpr=f"({{{names}}})['' + datum.value]",
        labelOverlap=False,
        labelFontSize=9,
    )
    scale = alt.Scale(domain=[-BINS - 0.5, BINS + 0.5], nice=False)
    return alt.X("at:Q", title="x, one step per binade", axis=axis, scale=scale)


def _rules(metric: str, row: Record, exact: Record | None) -> list[dict[str, object]]:
    if metric == "ulp":
        return [
            {"error": 0.5, "text": "correctly rounded"},
            {"error": 2.0**24, "text": "no digit right"},
        ]
    model = number((exact or {}).get("model", {}).get("max_abs"))
    return [{"error": model, "text": f"{row['formula']} formula to exact GELU"}] if model else []


def _panel(lines: dict[str, Record], metric: str, exact: Record | None) -> alt.LayerChart:
    points = [p for label, row in lines.items() for p in _path(row, label, metric)]
    first = next(iter(lines.values()))
    rules = _rules(metric, first, exact)
    most = max(float(p["error"]) for p in [*points, *rules]) * 4
    scale = alt.Scale(type="log", domain=[FLOOR[metric], most], nice=False, clamp=True)
    axis = alt.Axis(format=".0e", tickCount=7)
    y = alt.Y("error:Q", title=NAMES[metric], scale=scale, axis=axis)
    labels = list(lines)
    colour = alt.Color("kernel:N", title=None, legend=alt.Legend(orient="bottom"))
    dash = alt.StrokeDash("kernel:N", title=None, legend=alt.Legend(orient="bottom"))
    steps = (
        alt.Chart(alt.Data(values=points))
        .mark_line(interpolate="step-after", strokeWidth=1.4)
        .encode(
            x=x_axis(),
            y=y,
            color=colour.scale(domain=labels, range=COLOURS[: len(labels)]),
            strokeDash=dash.scale(domain=labels, range=DASHES[: len(labels)]),
        )
    )
    at = alt.Chart(alt.Data(values=rules))
    dashes = at.mark_rule(strokeDash=[5, 4], color="#555555").encode(y=y)
    said = at.mark_text(baseline="top", dy=3, color="#555555", fontSize=10)
    words = said.encode(x=alt.value(GRAPH["width"] / 2), y=y, text="text:N")
    return alt.layer(dashes, words, steps).properties(**GRAPH)


def _rows(record: Record, reference: str) -> list[Record]:
    return strongest(
        row
        for row in record["accuracy"]
        if (row["dtype"], row["pass"]) == (DTYPE, PASS)
        and row["region"] == "all"
        and row["reference"] == reference
    )


def lines_of(record: Record, family: Family) -> dict[str, Record]:
    """Rows with binades by label: the method with and without fma, and its contrast."""
    rows = [row for row in _rows(record, "own") if "binades" in row]
    found: dict[str, Record] = {}
    for fma, label in ((True, f"{family.method}, fma"), (False, f"{family.method}, no fma")):
        row = next((r for r in rows if r["method"] == family.method and r["fma"] == fma), None)
        if row is not None:
            found[label] = row
    contrast = next((row for row in rows if row["method"] == family.contrast), None)
    if found and contrast is not None:
        found[contrast["method"]] = contrast
    return found


def chart(record: Record, family: Family) -> alt.HConcatChart | None:
    """None where no row of the family has binades."""
    lines = lines_of(record, family)
    if not lines:
        return None
    key = next(iter(lines.values()))["key"]
    exact = next((row for row in _rows(record, "exact") if row["key"] == key), None)
    seen = "" if all(row["exhaustive"] for row in lines.values()) else " seen in a sample"
    title = alt.TitleParams(
        f"{family.method}: error{seen} against x, {DTYPE} {PASS}, to its own formula",
        subtitle=f"{printable(record['machine']['name'])}, {record['program']['commit'][:12]}, "
        f"{printable(record['created'])}; errors below the axis are drawn on it",
    )
    return (
        alt.hconcat(*(_panel(lines, metric, exact) for metric in NAMES))
        .properties(title=title, background="white", padding=10)
        .configure_axis(gridColor="#eeeeee")
        .configure_view(stroke="#cccccc")
    )


def _tail(row: Record) -> str:
    """Where, from 0 to the left, results of the normal range lose all digits."""
    lost = [
        number(lower)
        for lower, _, _, _, _, rel in row["binades"]
        if number(lower) < 0 and number(rel) >= 1
    ]
    if not lost:
        listed = (number(rel) for lower, *_, rel in row["binades"] if number(lower) < 0)
        worst = max(listed, default=0)
        return f"left of 0 the relative error of normal results is at most {rounded_up(worst, 2)}"
    return f"left of {max(lost):g} there are results without a correct digit"


def facts(label: str, row: Record) -> str:
    most = "at most" if row["exhaustive"] else "largest seen"
    steps = [part["count"] for part in row.get("wrong_steps", [])]
    ways = "no step in the wrong direction"
    if any(steps):
        ways = " + ".join(f"{count:,}" for count in steps)
        ways += " steps in the wrong direction, left + right of the minimum"
    return (
        f"`{label}`: {most} {rounded_up(number(row['max_ulp']), 3)} ulp "
        f"(at `{hex_float(number(row.get('max_ulp_x')))}`) and "
        f"{rounded_up(number(row['max_abs']), 3)} absolute "
        f"(at `{hex_float(number(row.get('max_abs_x')))}`); {_tail(row)}; {ways}."
    )


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 100, subsequent_indent=indent, break_on_hyphens=False) + "\n"


def words(record: Record, family: Family) -> str:
    lines = lines_of(record, family)
    contrast = f" {family.contrast_text}" if family.contrast in lines else ""
    said = "".join(_wrapped(f"- {facts(label, row)}", "  ") for label, row in lines.items())
    return (
        f"\n### {family.name}: {family.method}\n\n"
        f"![Error of {family.method} against x](error_{family.name}.svg)\n\n"
        f"{_wrapped(family.text + contrast)}\n{said}"
    )


def draw(record: Record, folder: Path, source: str) -> list[Path]:
    """Writes FOLDER/error_<family>.svg, and the section of FOLDER/accuracy.md, if there."""
    drawn = {
        folder / f"error_{family.name}.svg": found.to_json(indent=None)
        for family in FAMILIES
        if (found := chart(record, family)) is not None
    }
    if not drawn:
        raise Refused(f"nothing to draw: no kernel of {DTYPE} {PASS} has errors by binade")
    pages = {path: vlc.vegalite_to_svg(spec) for path, spec in drawn.items()}
    page = folder / "accuracy.md"
    if page.is_file():
        shown = [family for family in FAMILIES if lines_of(record, family)]
        text = source + "".join(words(record, family) for family in shown)
        pages[page] = section(page.read_text(encoding="utf-8"), "error curves", text)
    for path, text in pages.items():
        write(path, text)
    return list(pages)
