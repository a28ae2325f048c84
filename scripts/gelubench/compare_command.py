# SPDX-License-Identifier: Apache-2.0
"""The command line of `compare`: scripts/compare is its door."""

from __future__ import annotations

import csv
import io
import subprocess
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from gelubench import compare, files
from gelubench.files import Record, Refused, printable

app = typer.Typer(no_args_is_help=True, help="Did something get worse?")
BOUNDS = ("method", "pass", "dtype", "fma", "max_ulp", "max_abs")
# What the bits of library and hardware kernels depend on.
MACHINE = ("name", "architecture", "libc")


def _from_git(spec: str) -> bytes | None:
    """The file that REVISION:PATH names; None when it is a path."""
    revision, colon, path = spec.partition(":")
    if not colon or Path(spec).exists():
        return None
    done = subprocess.run(
        ["git", "show", "--end-of-options", f"{revision}:{path}"],
        capture_output=True, cwd=files.ROOT, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        cause = (done.stderr.decode(errors="replace").splitlines() or ["git failed"])[0]
        raise Refused(f"{printable(spec)}: {printable(cause.removeprefix('fatal: '))}")
    return done.stdout


def read_bounds(text: str, name: str) -> dict[str, Record]:
    """A table of bounds by kernel, strict: each number is one, no row stands twice."""
    reader = csv.DictReader(io.StringIO(text))
    missing = [column for column in BOUNDS if column not in (reader.fieldnames or ())]
    if missing:
        raise Refused(f"{name}: no column '{missing[0]}'")
    table: dict[str, Record] = {}
    for row in reader:
        where = f"{name}: line {reader.line_num}"
        if None in row or None in row.values():
            raise Refused(f"{where}: not as many fields as columns")
        fma = "with fma" if row["fma"] == "1" else "without fma"
        key = f"{row['method']}/{row['pass']}/{row['dtype']} {fma}"
        try:
            errors: Record = {metric: float(row[metric]) for metric in ("max_ulp", "max_abs")}
        except ValueError:
            raise Refused(f"{where}: not a number") from None
        if key in table:
            raise Refused(f"{where}: {printable(key)} stands twice")
        # Hashes came later, and a search (f64) has none.
        table[key] = errors | ({"hash": row["hash"]} if row.get("hash") else {})
    if not table:
        raise Refused(f"{name}: no rows")
    return table


def _load(spec: str) -> Record | dict[str, Record]:
    content = _from_git(spec)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(spec)
        if content is not None:
            path = Path(folder) / Path(spec.partition(":")[2]).name
            path.write_bytes(content)
        try:
            if path.suffix != ".csv":
                return files.read(path)
            return read_bounds(path.read_text(encoding="utf-8"), printable(spec))
        except (OSError, UnicodeDecodeError) as error:
            cause = error.strerror if isinstance(error, OSError) else "not text"
            raise Refused(f"{printable(spec)}: {cause}") from None


def _sides(base: Record, head: Record, portable: bool) -> tuple[compare.Side, compare.Side]:
    if base["schema_version"] != head["schema_version"]:
        raise Refused("unlike records: schema_version differs")
    unlike = [f for f in MACHINE if base["machine"][f] != head["machine"][f]]
    rows = (*base["accuracy"], *head["accuracy"])
    if unlike and not portable and any(r["origin"] != "portable" for r in rows):
        raise Refused(
            f"unlike machines: {unlike[0]} differs; --portable compares what does not depend on it"
        )
    sides = compare.Side(base, portable), compare.Side(head, portable)
    for side, name in zip(sides, ("BASE", "HEAD"), strict=True):
        if not side.keys:
            raise Refused(f"{name}: no certificates to compare")
    return sides


def _report(findings: list[compare.Finding], compared: int) -> None:
    for verdict in ("better", "changed", "worse"):
        for f in findings:
            if f.verdict == verdict:
                print(f"{verdict:8}{printable(f.key)}  {printable(f.text)}")
    counts = [
        f"{len({f.key for f in findings if f.verdict == v})} {v}" for v in ("worse", "better")
    ]
    moved = {f.key for f in findings}
    print(f"{compared} kernels compared: {', '.join(counts)}, {compared - len(moved)} unmoved")


@app.callback()
def _group() -> None:
    """Did something get worse from BASE to HEAD?"""


@app.command()
def accuracy(
    base: Annotated[str, typer.Argument(help="Record or table of bounds; REVISION:PATH too.")],
    head: Annotated[str, typer.Argument(help="The same of the later state.")],
    common: Annotated[bool, typer.Option("--common", help="Kernels of one side: list.")] = False,
    portable: Annotated[bool, typer.Option("--portable", help="Only portable bits.")] = False,
    same_bits: Annotated[bool, typer.Option("--same-bits", help="Changed bits fail.")] = False,
) -> None:
    """Certified errors, wrong results, special values, steps and hashes."""
    old, new = _load(base), _load(head)
    if ("schema_version" in old) != ("schema_version" in new):
        raise Refused("unlike files: one is a record, the other a table of bounds")
    if "schema_version" in old:
        before, after = _sides(old, new, portable)
        keys = dict.fromkeys(before.keys), dict.fromkeys(after.keys)
        findings = list(compare.records(before, after, same_bits))
    else:
        keys = dict.fromkeys(old), dict.fromkeys(new)
        findings = list(compare.bounds(old, new, same_bits))
    lonely = [("BASE", k) for k in keys[0] if k not in keys[1]]
    lonely += [("HEAD", k) for k in keys[1] if k not in keys[0]]
    for side, key in lonely:
        print(f"only in {side}: {printable(key)}")
    _report(findings, sum(k in keys[1] for k in keys[0]))
    if any(f.verdict == "worse" for f in findings):
        raise typer.Exit(1)
    if lonely and not common:
        side, key = lonely[0]
        raise Refused(
            f"{len(lonely)} kernels on one side only, such as {printable(key)} in {side}; "
            "--common compares the rest"
        )
