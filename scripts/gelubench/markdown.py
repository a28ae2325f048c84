# SPDX-License-Identifier: Apache-2.0
"""Pages that are made from records: tables, where they come from, sections of a page."""

from __future__ import annotations

import decimal
import math
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from gelubench.files import ROOT, Record, Refused, printable


def escape(text: str) -> str:
    """Text of a record as text, whatever is in it."""
    return re.sub(r"([\\`*_{}\[\]<>()#|~&!$])", r"\\\1", printable(text))


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The cells are Markdown already. Numbers stand to the right, the first column to the left."""
    lines = [headers, ["---"] + ["--:"] * (len(headers) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def made_from(record: Record, paths: list[Path], command: str) -> str:
    """The line that says which run the numbers are from and how the page was made of it."""
    names = " ".join(
        str(full.relative_to(ROOT)) if (full := path.resolve()).is_relative_to(ROOT) else path.name
        for path in paths
    )
    program, machine = record["program"], record["machine"]
    state = {True: " with local changes", False: "", None: ""}[program["dirty"]]
    return (
        f"Made from results of machine `{machine['name']}` ({escape(machine['cpu'])}), commit "
        f"`{program['commit'][:12]}`{state}, version {program['version']}, {record['created']}, "
        f"by `scripts/results {command} {printable(names).replace('`', '')}`. Do not edit.\n"
    )


def page(title: str, source: str, *parts: str) -> str:
    return "\n".join(
        ["<!-- SPDX-License-Identifier: Apache-2.0 -->", f"# {title}\n", source, *parts]
    )


def section(text: str, name: str, body: str) -> str:
    """`text` with what stands between the marks of that name replaced."""
    begin, end = f"<!-- begin: {name} -->\n", f"<!-- end: {name} -->\n"
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise Refused(f"no section '{name}' to write into")
    return head + begin + body + end + tail


def rounded_up(value: float, digits: int = 4) -> str:
    """An upper bound in few digits: 0.5000001 must not read 0.5."""
    if not math.isfinite(value) or value == 0:
        return f"{value:g}"
    context = decimal.Context(prec=digits, rounding=decimal.ROUND_UP)
    return f"{float(context.create_decimal(repr(value))):.{digits}g}"


def hex_float(value: float | None) -> str:
    """As C writes it: -0x1.54de56p-2."""
    if value is None:
        return ""
    if not math.isfinite(value):
        return f"{value:g}"
    return re.sub(r"\.?0*p", "p", value.hex()) if value else f"{value:g}"
