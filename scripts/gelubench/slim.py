# SPDX-License-Identifier: Apache-2.0
"""A record small enough to commit: the curves stay only where a picture is drawn from them."""

from __future__ import annotations

import json

from gelubench.curves import DTYPE, FAMILIES, PASS
from gelubench.files import Record

PICTURED = {m for family in FAMILIES for m in (family.method, family.contrast) if m}
LISTS = ("throughput", "accuracy", "special_values")


def slim(record: Record) -> Record:
    """The record without the per-binade lists that no picture shows. No number changes."""

    def row(r: Record) -> Record:
        pictured = r["method"] in PICTURED and r["dtype"] == DTYPE and r["pass"] == PASS
        return r if pictured else {k: v for k, v in r.items() if k != "binades"}

    return {**record, "accuracy": [row(r) for r in record["accuracy"]]}


def to_lines(record: Record) -> str:
    """JSON with one row of a table per line: small, and readable as a difference."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    fields = []
    for name, value in record.items():
        if name in LISTS and value:
            fields.append(f"{text(name)}:[\n" + ",\n".join(text(r) for r in value) + "\n]")
        else:
            fields.append(f"{text(name)}:{text(value)}")
    return "{\n" + ",\n".join(fields) + "\n}\n"
