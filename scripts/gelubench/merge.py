# SPDX-License-Identifier: Apache-2.0
"""Several records of one machine and commit as one."""

from __future__ import annotations

from pathlib import Path

from gelubench.files import Record, Refused

SECTIONS = ("throughput", "accuracy", "special_values")
OPTIONAL = ("counts",)  # since gelu-count; absent from older files
# What must be equal, because a record has it only once.
SAME = (("schema_version",), ("machine", "name"), ("program", "version"), ("program", "commit"))
# What each part keeps of its own.
PART = ("program", "created", "finished", "argv", "seed", "environment", "settings", "complete")


def _field(record: Record, path: tuple[str, ...]) -> object:
    value: object = record
    for name in path:
        value = value[name]  # type: ignore[index]
    return value


def _unique(items: list[Record]) -> list[Record]:
    return [item for i, item in enumerate(items) if item not in items[:i]]


def merge(records: list[Record], argv: list[str]) -> Record:
    """One record with the rows of all; the first gives build, machine and environment."""
    if not records:
        raise Refused("nothing to merge")
    first = records[0]
    for other in records[1:]:
        for path in SAME:
            if _field(first, path) != _field(other, path):
                raise Refused(f"unlike records: {'.'.join(path)} differs")
    merged = dict(first)
    dirty = [record["program"]["dirty"] for record in records]
    merged["program"] = {
        **first["program"],
        "name": "bench",
        "dirty": True if True in dirty else None if None in dirty else False,
    }
    merged["created"] = min(record["created"] for record in records)
    merged["finished"] = max((record["finished"] or "") for record in records) or None
    merged["argv"] = argv
    merged.pop("settings", None)
    merged["parts"] = [{name: r[name] for name in PART if name in r} for r in records]
    merged["complete"] = all(record.get("complete", True) for record in records)
    for notes in ("absent", "refused", "operations"):
        merged[notes] = _unique([item for record in records for item in record.get(notes, [])])
    for section in SECTIONS:
        merged[section] = [row for record in records for row in record.get(section, [])]
    for section in OPTIONAL:
        if rows := [row for record in records for row in record.get(section, [])]:
            merged[section] = rows
    return merged


def merge_csv(paths: list[Path]) -> str:
    """The lines of tidy CSV files with one header; it must be the same in all."""
    parts = [path.read_text(encoding="utf-8").partition("\n") for path in paths]
    headers = {header for header, _, _ in parts}
    if len(headers) > 1:
        raise Refused("unlike CSV files: the headers differ")
    return "".join(headers) + "\n" + "".join(lines for _, _, lines in parts)
