# SPDX-License-Identifier: Apache-2.0
"""Does scripts/ab tell the truth? Libraries of known slowness are compared, in quiet and beside a
noisy neighbour, by scripts/ab's own code; scripts/ab-experiment is the door.
"""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gelubench import ab_run, ab_usual
from gelubench.ab_run import BASE, SAME, Measured, Plan
from gelubench.files import Refused, write

INJECTED = (0, 1, 2, 3, 5, 10)  # percent
KERNELS = 50
ROUNDS = 80  # fewer than scripts/ab takes: harder, and twice as many comparisons in the time
MINIMUM = 3.0
FIELDS = (
    "neighbour", "run", "key", "injected_pct", "measured_pct", "low_pct", "high_pct", "floor_pct",
    "verdict", "launches", "mean", "minimum", "u_test",
)  # fmt: skip
# Copies memory for 5 to 100 ms, sleeps as long: half of a processor, at times that nobody knows.
NEIGHBOUR = """
import random, time
import numpy as np
a = np.ones(1 << 22); b = np.empty_like(a)
while True:
    end = time.monotonic() + random.uniform(0.005, 0.1)
    while time.monotonic() < end: b[:] = a
    time.sleep(random.uniform(0.005, 0.1))
"""


@contextlib.contextmanager
def neighbours(count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    found = [subprocess.Popen([sys.executable, "-c", NEIGHBOUR]) for _ in range(count)]
    try:
        time.sleep(1 if found else 0)
        yield found
    finally:
        for process in found:
            process.kill()
            process.wait()


def plan(build: Path, run: int) -> Plan:
    """The base is the plugin too, with nothing injected: all sides differ in that alone."""
    library = {p: build / "lib" / f"libgelu_slow_{p}.so" for p in INJECTED}
    sides = {BASE: library[0], SAME: library[0], **{f"head{p}": library[p] for p in INJECTED}}
    for path in library.values():
        if not path.is_file():
            raise Refused(
                f"{path}: not built: cmake --build build/release --target {path.stem[3:]}"
            )
    os.environ["GELU_SLOW_LIBRARY"] = str((build / "lib" / "libgelu.so").resolve())
    picked = [
        "--methods=!copy,!relu,!leaky_relu,!*libm*",
        "--backends=stdx-*",
        f"--rounds={ROUNDS}",
    ]
    return Plan(build / "bin" / "gelu-ab", sides, picked, seed=run)


def kernels(of: Plan) -> list[str]:
    """The first ones, by name, of the vector backends."""
    listed = ab_run.launch(Plan(of.program, of.sides, [*of.options, "--list"]), 1)["keys"]
    return sorted(listed)[:KERNELS]


def measure(build: Path, folder: Path, neighbour: str, runs: range) -> None:
    """Each run twice, as if every kernel were suspicious; judge() takes what it needs."""
    for run in runs:
        of = plan(build, run)
        keys = kernels(of)
        with neighbours(2 if neighbour == "noisy" else 0):
            start = time.monotonic()
            parts = [ab_run.measure(of, first, keys) for first in (0, of.launches)]
        seconds = time.monotonic() - start
        arrays = {
            f"{part}|{key}|{side}": np.array(launches)
            for part, found in enumerate(parts)
            for key, sides in found.ns.items()
            for side, launches in sides.items()
        }
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(folder / f"{neighbour}-{run}.npz", **arrays)
        print(f"{neighbour} run {run}: {len(keys)} kernels, {seconds:.0f} s", flush=True)


def _load(path: Path) -> list[Measured]:
    parts = [Measured(), Measured()]
    with np.load(path) as arrays:
        for name in arrays.files:
            part, key, side = name.split("|")
            parts[int(part)].ns.setdefault(key, {})[side] = list(arrays[name])
    return parts


def judged(path: Path) -> Iterator[dict[str, object]]:
    """All comparisons of one run, by scripts/ab's rules and by the usual ones."""
    neighbour, _, run = path.stem.rpartition("-")
    first, again = _load(path)
    for percent in INJECTED:
        side = f"head{percent}"
        alone = ab_run.judge(first, None, MINIMUM, side)
        keys = ab_run.suspicious(alone)
        repeat = Measured({key: again.ns[key] for key in keys})
        for o in ab_run.judge(first, repeat, MINIMUM, side).outcomes:
            # Two programs, one after the other: launches of their own.
            base, head = first.ns[o.key][BASE][0], first.ns[o.key][side][1]
            usual = ab_usual.slower(base, head, MINIMUM)
            yield {
                "neighbour": neighbour, "run": int(run), "key": o.key, "injected_pct": percent,
                "measured_pct": round(o.estimate.pct, 3), "low_pct": round(o.estimate.low, 3),
                "high_pct": round(o.estimate.high, 3), "floor_pct": round(o.same.pct, 3),
                "verdict": o.verdict, "launches": o.launches,
                **{way: int(said) for way, said in usual.items()},
            }  # fmt: skip


def judge(folder: Path, output: Path) -> int:
    """Of a neighbour that was not measured again, the table's rows stay."""
    paths = sorted(folder.glob("*.npz"))
    if not paths:
        raise Refused(f"{folder}: nothing measured")
    again = {path.stem.rpartition("-")[0] for path in paths}
    rows: list[dict[str, object]] = []
    if output.is_file():
        with gzip.open(output, "rt", encoding="utf-8", newline="") as old:
            rows += [row for row in csv.DictReader(old) if row["neighbour"] not in again]
    for path in paths:
        rows += judged(path)
    text = io.StringIO()
    table = csv.DictWriter(text, FIELDS, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    write(output, gzip.compress(text.getvalue().encode(), mtime=0))
    return len(rows)
