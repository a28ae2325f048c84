# SPDX-License-Identifier: Apache-2.0
"""The kernels of this checkout: their names, and the bits of their certified results.

A record may be older: a kernel in it may be gone since, or compute something else by now.
"""

from __future__ import annotations

import csv
from functools import cache

from gelubench.files import ROOT, Record
from gelubench.kernels import is_peer

BOUNDS = ROOT / "kernels" / "bounds.csv"
GONE = "this checkout has it no longer: gelu_find does not know it"
CHANGED = "changed since: this checkout's results differ ({pass_} {dtype}, kernels/bounds.csv)"


@cache
def _hashes() -> dict[tuple[str, str, str, bool], str]:
    """Of all results, by method, pass, type and fma; empty where there is no hash, as in f64."""
    if not BOUNDS.exists():
        return {}
    with BOUNDS.open(encoding="utf-8", newline="") as lines:
        return {
            (row["method"], row["pass"], row["dtype"], row["fma"] == "1"): row["hash"]
            for row in csv.DictReader(lines)
        }


@cache
def _methods() -> dict[str, set[str]]:
    """With bounds, by type."""
    found: dict[str, set[str]] = {}
    for method, _, dtype, _ in _hashes():
        found.setdefault(dtype, set()).add(method)
    return found


def lacks(row: Record) -> bool:
    """Whether a timed kernel is none of this checkout's. Of i8 and what is not portable it has no
    bounds: there nobody knows."""
    if row["origin"] != "portable" or is_peer(row):
        return False
    return row["method"] not in _methods().get(row["dtype"], {row["method"]})


def differs(certificate: Record) -> bool:
    """Whether the kernel gives other results here, of all inputs, than when it was certified."""
    names = ("method", "pass", "dtype", "fma")
    here = _hashes().get(tuple(certificate[name] for name in names))  # type: ignore[arg-type]
    then = certificate.get("hash") if certificate["exhaustive"] else None
    return bool(here and then) and here != then
