# SPDX-License-Identifier: Apache-2.0
"""Runs of one machine over time: kept as lines of a file, searched for change points."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from gelubench.files import ROOT, Record, Refused, printable, write
from gelubench.kernels import row_name

OTAVA = ROOT / "build" / "otava-venv" / "bin" / "python"
FEWEST = 10  # runs in which a change point is sought
LAST = 3  # runs that must lie behind one
MAX_P = 0.001
# What must stay for times to be one machine's.
MACHINE = ("cpu", "usable_cpus", "architecture")
METRICS = ("ns", "x_relu")


def line_of(record: Record, name: str) -> Record:
    """What is kept of a run: medians in ns, and as multiples of relu's time beside them."""
    if not record["throughput"]:
        raise Refused(f"{name}: no throughput to keep")
    if record.get("complete") is False:
        raise Refused(f"{name}: an interrupted run")
    rows = [row for row in record["throughput"] if not row.get("disturbed")]
    return {
        "created": record["created"],
        "commit": record["program"]["commit"],
        "schema_version": record["schema_version"],
        "machine": {field: record["machine"][field] for field in MACHINE},
        "compiler": record["build"]["compiler"],
        "ns": {row_name(row): row["ns_per_element"]["median"] for row in rows},
        "x_relu": {
            row_name(row): 100 / row["pct_of_relu_paired"]["median"]
            for row in rows
            if row["pct_of_relu_paired"]
        },
    }


def path_of(store: Path, machine: str) -> Path:
    return store / f"{machine}.jsonl"


def read(path: Path) -> list[Record]:
    """The runs, oldest first."""
    lines = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
            ok = {"created", "commit", "machine", *METRICS} <= set(line)
        except (ValueError, TypeError):
            ok = False
        if not ok:
            raise Refused(f"{printable(str(path))}: line {number} is no run")
        lines.append(line)
    return sorted(lines, key=lambda line: line["created"])


def add(path: Path, lines: list[Record]) -> int:
    """Adds the runs that are not there yet; how many that were."""
    known = read(path) if path.exists() else []
    seen = {(line["created"], line["commit"]) for line in known}
    fresh = [line for line in lines if (line["created"], line["commit"]) not in seen]
    for line in fresh:
        for first in (known or fresh)[:1]:
            for field in ("schema_version", "machine"):
                if line[field] != first[field]:
                    raise Refused(f"{path.stem}: unlike runs: {field} differs from the oldest's")
    if fresh:
        write(path, "".join(json.dumps(line) + "\n" for line in known + fresh))
    return len(fresh)


def store_file(store: Path, machine: str | None) -> Path:
    if machine is not None:
        path = path_of(store, machine)
        if not path.is_file():
            raise Refused(f"{printable(str(store))}: no runs of '{printable(machine)}'")
        return path
    paths = sorted(store.glob("*.jsonl"))
    if len(paths) != 1:
        found = ", ".join(path.stem for path in paths) or "none"
        raise Refused(f"{printable(str(store))}: which machine? --machine; there: {found}")
    return paths[0]


@dataclass(frozen=True)
class Point:
    """A change point of one series; run: the first one with the new level."""

    name: str
    run: Record
    age: int  # runs from it to the newest, itself included
    pct: float
    p: float


def series(runs: list[Record], metric: str) -> dict[str, list[tuple[int, float]]]:
    """By name: number of the run, and value; where the run had one."""
    found: dict[str, list[tuple[int, float]]] = {}
    for number, run in enumerate(runs):
        for name, value in run[metric].items():
            found.setdefault(name, []).append((number, value))
    return found


def _ask(values: dict[str, list[float]]) -> dict[str, list[Record]]:
    question = json.dumps({"series": values, "max_p": MAX_P})
    script = Path(__file__).with_name("otava_points.py")
    done = subprocess.run(
        [OTAVA, script], input=question, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = done.stderr.splitlines()
        raise Refused(f"Otava failed: {printable(said[-1] if said else str(done.returncode))}")
    return json.loads(done.stdout)


def points(runs: list[Record], metric: str) -> tuple[list[Point], int]:
    """Change points with enough runs behind them, and how many series were long enough."""
    long = {name: of for name, of in series(runs, metric).items() if len(of) >= FEWEST}
    if not long:
        return [], 0
    found = []
    for name, changes in _ask({name: [v for _, v in of] for name, of in long.items()}).items():
        for change in changes:
            if len(long[name]) - change["index"] < LAST:
                continue
            number = long[name][change["index"]][0]
            pct = 100 * (change["after"] / change["before"] - 1)
            found.append(Point(name, runs[number], len(runs) - number, pct, change["p"]))
    return found, len(long)
