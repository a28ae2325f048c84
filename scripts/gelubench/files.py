# SPDX-License-Identifier: Apache-2.0
"""Result files: read, checked against the schema, written whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
import re
import tempfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "results" / "schema"
TABLES = ("throughput", "accuracy", "special_values", "counts")
Record = dict[str, Any]


class Refused(Exception):
    """Input that cannot be used; the text is one line that names the file and the cause."""


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a field stands twice in one object")
    return record


def printable(text: str) -> str:
    """One line, whatever is in it: text of a foreign file must not move the cursor."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)[:300]


def _is_curve(curve: Any) -> bool:
    """What the schema says of a per-binade list."""
    return isinstance(curve, list) and all(
        isinstance(point, list)
        and len(point) == 6
        and all(type(v) in (int, float) or v in ("inf", "-inf", "nan") for v in point)
        for point in curve
    )


def _short(record: Record) -> Record:
    """The record with one point of each sound curve: millions would take minutes."""
    rows = record.get("accuracy")
    if not isinstance(rows, list):
        return record

    def short(row: Any) -> Any:
        sound = isinstance(row, dict) and "binades" in row and _is_curve(row["binades"])
        return {**row, "binades": row["binades"][:1]} if sound else row

    return {**record, "accuracy": [short(row) for row in rows]}


def _fault(record: Record, layout: Record) -> str:
    """What is wrong with a record that is not valid. Slow, and good at naming the place."""
    validator = jsonschema.Draft202012Validator(layout)
    error = jsonschema.exceptions.best_match(validator.iter_errors(_short(record)))
    if error is None:  # the two engines differ in little, such as a line end after a name
        return "not valid to the schema"
    return f"{printable(error.json_path)}: {printable(error.message)}"


def check(record: Any, name: str) -> Record:
    """The record, when it is one of a known schema version; else Refused."""
    if not isinstance(record, dict) or "schema_version" not in record:
        raise Refused(f"{name}: not a result file (no schema_version)")
    version = record["schema_version"]
    if type(version) is not int or not (schema := SCHEMAS / f"v{version}.json").is_file():
        raise Refused(f"{name}: unknown schema version {printable(repr(version))}")
    layout = json.loads(schema.read_text())
    try:
        valid = jsonschema_rs.Draft202012Validator(layout).is_valid(record)
    except ValueError as error:  # such as too many levels
        raise Refused(f"{name}: {printable(str(error))}") from None
    if not valid:
        raise Refused(f"{name}: {_fault(record, layout)}")
    return record


def _only(record: Any, wanted: Callable[[Record], bool]) -> Any:
    """The record with the rows that are wanted; what is no table of rows stays, to be refused."""
    if not isinstance(record, dict):
        return record

    def some(rows: Any) -> Any:
        if not isinstance(rows, list):
            return rows
        return [row for row in rows if not isinstance(row, dict) or wanted(row)]

    return {name: some(v) if name in TABLES else v for name, v in record.items()}


def read(path: Path, wanted: Callable[[Record], bool] | None = None) -> Record:
    """A record from .json or .json.gz. Strict: no NaN, no duplicate fields, valid to the schema.

    Rows that are not `wanted` are left out before the check.
    """
    name = printable(str(path))
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
        record = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
        if re.search(r"\\u[dD][89a-fA-F]", text):  # halves of a character: fine in pairs only
            json.dumps(record, ensure_ascii=False).encode()
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise Refused(f"{name}: not a whole gzip file") from None
    except OSError as error:
        raise Refused(f"{name}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{name}: {printable(str(error))}") from None
    return check(record if wanted is None else _only(record, wanted), name)


def write(path: Path, content: str | bytes) -> None:
    """Aside, synced, renamed: at `path` there is the old text or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def to_json(record: Record) -> str:
    """JSON with one row of a table per line: small, and readable as a difference."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    fields = []
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            fields.append(f"{text(name)}:[\n" + ",\n".join(text(row) for row in value) + "\n]")
        else:
            fields.append(f"{text(name)}:{text(value)}")
    return "{\n" + ",\n".join(fields) + "\n}\n"


def now() -> str:
    """The time as records write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stem(record: Record) -> str:
    """<stamp>_<commit>: what a run's files are called."""
    stamp = re.sub(r"[-:]", "", record["created"])
    commit = record["program"]["commit"][:12]
    return f"{stamp}_{commit}" + ("-dirty" if record["program"]["dirty"] else "")
