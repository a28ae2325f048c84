# SPDX-License-Identifier: Apache-2.0
"""Records as CSV: tidy like the programs write it, or one line per row; and what is where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from gelubench.answer import path_of
from gelubench.files import TABLES, Record, printable

RUN = ("created", "machine", "program", "version", "commit", "dirty")
# What says which measurement a row is; the rest are metrics. As in benchmarks/record_csv.cpp.
WHO = (
    *("key", "method", "formula", "pass", "dtype", "backend", "isa", "fma", "origin"),
    *("level", "n", "threads", "mode", "stores", "prefetch_bytes"),
    *("inputs", "reference", "region", "input", "input_bits"),
)

TITLES = ("times", "certificates", "special", "counts")  # of TABLES
# A number or a word, such as the inputs -inf and -max.
HARMLESS = re.compile(r"[-+]?[\w.]+(e[-+]\d+)?")


def _run(record: Record) -> list[Any]:
    program = record["program"]
    own = [program[name] for name in ("name", "version", "commit", "dirty")]
    return [record["created"], record["machine"]["name"], *own]


def _is_identity(name: str, value: Any) -> bool:
    """`inputs` is one when it names them; a number of inputs is a metric."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return name in WHO and not (name == "inputs" and number)


def _text(value: Any) -> str:
    """A cell. Text that a spreadsheet would take for a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str) or HARMLESS.fullmatch(value):
        return str(value)
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _metrics(name: str, value: Any, index: str = "") -> Iterator[tuple[str, str, Any]]:
    """Objects become dotted names, lists get an index; no lists of lists, no empty bins."""
    if isinstance(value, dict):
        for field, inner in value.items():
            yield from _metrics(f"{name}.{field}", inner, index)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            if not isinstance(inner, list) and not (name == "ulp_histogram" and inner == 0):
                yield from _metrics(name, inner, f"{index}.{i}" if index else str(i))
    else:
        yield name, index, value


def _cell(value: Any) -> str:
    text = _text(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text


def _written(lines: Iterator[Sequence[Any]]) -> str:
    return "".join(",".join(map(_cell, line)) + "\n" for line in lines)


def tidy(records: Sequence[Record]) -> str:
    """One measurement per line: who, metric, index, value."""

    def lines() -> Iterator[Sequence[Any]]:
        yield [*RUN, "section", *WHO, "metric", "index", "value"]
        for record in records:
            for section in (*TABLES, "operations"):
                for row in record.get(section, []):
                    who = [row.get(n) if _is_identity(n, row.get(n)) else None for n in WHO]
                    for name, value in row.items():
                        if not _is_identity(name, value):
                            for metric in _metrics(name, value):
                                yield [*_run(record), section, *who, *metric]

    return _written(lines())


def _flat(row: Record) -> dict[str, Any]:
    """Without lists: they have no place on one line."""
    flat = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{field}": inner for field, inner in _flat(value).items()}
        elif not isinstance(value, list):
            flat[name] = value
    return flat


def wide(records: Sequence[Record], section: str) -> str:
    """One line per row of a table, one column per number."""
    rows = [(_run(record), _flat(row)) for record in records for row in record.get(section, [])]
    names = list(dict.fromkeys(n for _, row in rows for n, v in row.items() if v is not None))

    def lines() -> Iterator[Sequence[Any]]:
        yield [*RUN, *names]
        for run, row in rows:
            yield [*run, *(row.get(name) for name in names)]

    return _written(lines())


def listing(records: Sequence[tuple[Path, Record]]) -> Table:
    """One line per file: which machine, when, of what, how much."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("file", "machine", "processor", "created", "commit"):
        table.add_column(name, no_wrap=True)
    for name in TITLES:
        table.add_column(name, justify="right")
    for path, record in records:
        program, machine = record["program"], record["machine"]
        dirty = "" if program["dirty"] is False else "+"
        cells = [
            printable(path_of(path)),
            machine["name"],
            printable(machine["cpu"]),
            record["created"],
            program["commit"][:12] + dirty,
        ]
        table.add_row(*map(Text, cells), *(str(len(record.get(name, []))) for name in TABLES))
    return table
