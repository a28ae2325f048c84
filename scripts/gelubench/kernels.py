# SPDX-License-Identifier: Apache-2.0
"""Rows that say the same of several kernels, as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gelubench.files import Record

DTYPES = ("f64", "f32", "f32_bf16", "f16", "bf16", "e4m3", "e5m2", "i8")
PASSES = ("forward", "backward", "forward_backward", "bias", "gated")
FORMULAS = ("erf", "tanh", "sigmoid", "silu", "relu", "leaky_relu", "copy")
USUAL_INPUTS = "normal2"
PEERS = ("peer", "framework")  # other people's libraries, from C++ and from Python
COVERAGE = ("search", "sample", "exhaustive")  # the later the stronger


@dataclass
class Group:
    """Kernels of one method with the same results, and the row that speaks for them."""

    row: Record
    backends: list[str]

    @property
    def place(self) -> str:
        """`stdx-avx512 +5`: measured there, the same bits on five more backends."""
        if self.row["origin"] != "portable":
            return "observed: " + ", ".join(self.backends)
        more = len(self.backends) - 1
        return self.backends[0] + (f" +{more}" if more else "")


def row_name(row: Record) -> str:
    """Of a timed row, for tools that know only names: key, level, and what is not ordinary."""
    parts = [row["key"], row["level"]]
    if row.get("stores", "plain") != "plain":
        parts += [row["stores"], f"prefetch:{row['prefetch_bytes']}"]
    if row["threads"] > 1:
        parts.append(f"threads:{row['threads']}")
    if row["inputs"] != USUAL_INPUTS:
        parts.append(row["inputs"])
    return "/".join(parts)


def inputs_of(record: Record) -> str:
    """The data that a record's times are of; some kernels are timed on other data beside it."""
    names = [row["inputs"] for row in record["throughput"]]
    return USUAL_INPUTS if USUAL_INPUTS in names or not names else names[0]


def is_peer(row: Record) -> bool:
    """Someone else's GELU, measured beside ours: gelu_find does not know it."""
    return row["backend"] in PEERS


def keeps_bits(row: Record) -> bool:
    """Whether all backends of one machine with the same fma support give the same bits."""
    return row["origin"] != "hardware" and not is_peer(row)


def ordinary(row: Record) -> bool:
    """Whether a row of throughput times ordinary calls: no chain, no stores around the caches."""
    mode, stores = row.get("mode", "throughput"), row.get("stores", "plain")
    return (mode, stores) == ("throughput", "plain")


def backend(row: Record) -> str:
    return f"{row['backend']}-{row['isa']}"


def strongest(rows: Iterable[Record]) -> list[Record]:
    """One row per key: of several runs the one that tried most."""
    best: dict[str, Record] = {}
    for row in rows:
        known = best.get(row["key"])
        if known is None or strength(row) > strength(known):
            best[row["key"]] = row
    return list(best.values())


def strength(row: Record) -> tuple[bool, int, int]:
    return row["exhaustive"], COVERAGE.index(row["coverage"]), row["inputs"]


def group(rows: Iterable[Record], same: Callable[[Record], object]) -> list[Group]:
    """Rows of one dtype and pass, by formula and name.

    Kernels that do not promise equal bits are joined only where fma and result are equal.
    """
    found: dict[object, Group] = {}
    for row in rows:
        identity = (row["method"], row["fma"], row["origin"], same(row))
        found.setdefault(identity, Group(row, [])).backends.append(backend(row))
    return sorted(found.values(), key=lambda g: (*_by_name(g.row), not g.row["fma"]))


def _by_name(row: Record) -> tuple[int, list[str | int]]:
    """By formula, then by name with numbers as numbers: poly_8 before poly_10."""
    parts = re.split(r"(\d+)", row["method"])
    return FORMULAS.index(row["formula"]), [int(p) if p.isdigit() else p for p in parts]


def cells(rows: Iterable[Record]) -> dict[tuple[str, str], list[Record]]:
    """By (dtype, pass), in the order of the types."""
    found: dict[tuple[str, str], list[Record]] = {}
    for row in rows:
        found.setdefault((row["dtype"], row["pass"]), []).append(row)
    return dict(
        sorted(found.items(), key=lambda item: (DTYPES.index(item[0][0]), PASSES.index(item[0][1])))
    )
