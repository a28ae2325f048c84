# SPDX-License-Identifier: Apache-2.0
"""The experiment that compares kernels with intrinsics (benchmarks/experiments): its result."""

from __future__ import annotations

import csv
from pathlib import Path
from statistics import median

from gelubench.files import Refused, printable
from gelubench.markdown import table

FIELDS = ("launch", "method", "n", "pairs", "library_ns", "by_hand_ns", "ratio")
TEXT = """\
## Parity with intrinsics

The same methods written by hand in AVX-512 intrinsics give the same bits
(`benchmarks/experiments/parity_kernels.cpp`, test `parity_of_bits_with_intrinsics`). Times of the
two, ns per element: {pairs} pairs of bursts in random order per launch, n = {n}, {launches}
launches on machine `{machine}`; *ratio* of library to by hand: median of the launches' medians,
and the launches' range. `control` is a kernel against itself.
"""


def read(path: Path) -> list[dict[str, str]]:
    """The lines of all launches. Refused when a column or a number is missing."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        for row in rows:
            for field in FIELDS:
                if field != "method":
                    float(row[field])
    except OSError as error:
        raise Refused(f"{printable(str(path))}: {error.strerror}") from None
    except (KeyError, TypeError, ValueError):
        raise Refused(f"{printable(str(path))}: no table of the parity experiment") from None
    if not rows:
        raise Refused(f"{printable(str(path))}: no launch")
    return rows


def section(path: Path) -> str:
    rows = read(path)
    lines = []
    for method in dict.fromkeys(row["method"] for row in rows):
        of = [row for row in rows if row["method"] == method]
        ours, theirs, ratios = (
            [float(row[field]) for row in of] for field in ("library_ns", "by_hand_ns", "ratio")
        )
        spread = f"{min(ratios):.3f} to {max(ratios):.3f}"
        times = [f"{median(ours):.4f}", f"{median(theirs):.4f}"]
        name = printable(method).replace("`", "")
        lines.append([f"`{name}`", *times, f"{median(ratios):.3f}", spread])
    launches = len({row["launch"] for row in rows})
    facts = {"pairs": rows[0]["pairs"], "n": rows[0]["n"], "launches": launches}
    machine = printable(path.resolve().parent.name).replace("`", "")
    text = TEXT.format(**facts, machine=machine)
    return f"{text}\n" + table(["method", "library", "by hand", "ratio", "range"], lines)
