# SPDX-License-Identifier: Apache-2.0
"""A record small enough to commit: the curves stay only where a picture is drawn from them."""

from __future__ import annotations

from gelubench.curves import DTYPE, FAMILIES
from gelubench.files import Record

PASSES = ("forward", "backward")
PICTURED = {m for family in FAMILIES for m in (family.method, family.contrast) if m}


def slim(record: Record) -> Record:
    """The record without the per-binade lists that no picture shows. No number changes.

    docs/ has the forward pass; the page of scripts/report has the gradient too.
    """

    def row(r: Record) -> Record:
        pictured = r["method"] in PICTURED and r["dtype"] == DTYPE and r["pass"] in PASSES
        return r if pictured else {k: v for k, v in r.items() if k != "binades"}

    return {**record, "accuracy": [row(r) for r in record["accuracy"]]}
