# SPDX-License-Identifier: Apache-2.0
"""A record small enough to commit: curves only where a picture shows them, times to six digits."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from gelubench import files
from gelubench.curves import DTYPE, FAMILIES
from gelubench.files import Record, Refused

PASSES = ("forward", "backward")
PICTURED = {m for family in FAMILIES for m in (family.method, family.contrast) if m}


def without_folders(argv: list[str]) -> list[str]:
    """A command line without the folders of absolute paths: they say where, not what."""
    return [re.sub(r"(^|[=,])/(?:[^/=,]+/)*([^/=,]*)", r"\1\2", word) for word in argv]


def six_digits(value: object) -> object:
    """Every float in it to six significant digits: a time repeats to three."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, list):
        return [six_digits(item) for item in value]
    if isinstance(value, dict):
        return {name: six_digits(item) for name, item in value.items()}
    return value


def slim(record: Record) -> Record:
    """The record without the per-binade lists that no picture shows, and without folders of this
    machine. Times are shortened; no other number changes.

    docs/ has the forward pass; the page of scripts/report has the gradient too.
    """

    def row(r: Record) -> Record:
        pictured = r["method"] in PICTURED and r["dtype"] == DTYPE and r["pass"] in PASSES
        return r if pictured else {k: v for k, v in r.items() if k != "binades"}

    small = {
        **record,
        "argv": without_folders(record["argv"]),
        "throughput": [six_digits(r) for r in record["throughput"]],
        "accuracy": [row(r) for r in record["accuracy"]],
    }
    if "parts" in record:
        small["parts"] = [{**p, "argv": without_folders(p["argv"])} for p in record["parts"]]
    return small


def write(record: Record, path: Path) -> None:
    """Slim; compressed where the name says so."""
    text = files.to_json(files.check(slim(record), str(path))).encode()
    files.write(path, gzip.compress(text, mtime=0) if path.suffix == ".gz" else text)


def publish(record: Record, results: Path) -> Path:
    """Puts what is committed of a run where it is committed: whole runs of clean sources only."""
    stem = files.stem(record)
    if record["program"]["dirty"] is not False or record["program"]["commit"] == "unknown":
        raise Refused(f"{stem}: the sources differed from the commit, so nobody can repeat it")
    if not record.get("complete", True):
        raise Refused(f"{stem}: the run was interrupted")
    path = results / record["machine"]["name"] / f"{stem}.json.gz"
    if path.exists():
        raise Refused(f"{path}: is there already; results are never edited")
    write(record, path)
    return path
