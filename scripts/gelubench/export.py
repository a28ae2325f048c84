# SPDX-License-Identifier: Apache-2.0
"""Records in the formats of services that draw and watch benchmarks over time."""

from __future__ import annotations

import json
from collections.abc import Callable

from gelubench.files import Record, Refused
from gelubench.kernels import row_name


def _unique(names: list[str]) -> None:
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(f"{twice} stands twice: export the runs one by one")


def github(record: Record) -> list[Record]:
    """github-action-benchmark, tool customSmallerIsBetter."""
    rows = []
    for row in record["throughput"]:
        ns = row["ns_per_element"]
        rows.append(
            {
                "name": row_name(row),
                "unit": "ns/element",
                "value": ns["median"],
                "range": f"{ns['q1']:.4g}..{ns['q3']:.4g}",
                "extra": f"n={row['n']} samples={len(row['samples'])}",
            }
        )
    for row in record.get("counts", []):
        each = row["instructions_per_element"]
        rows.append(
            {"name": f"{row['key']}/instructions", "unit": "instructions/element", "value": each}
        )
    return rows


def bencher(record: Record) -> Record:
    """Bencher Metric Format: name -> measure -> value and its bounds."""
    metrics: Record = {}
    for row in record["throughput"]:
        ns = row["ns_per_element"]
        metrics[row_name(row)] = {
            "latency": {"value": ns["median"], "lower_value": ns["q1"], "upper_value": ns["q3"]},
        }
        if "elements_per_s" in row:  # a latency row has none
            metrics[row_name(row)]["throughput"] = {"value": row["elements_per_s"]}
    for row in record.get("counts", []):
        measures = metrics.setdefault(row["key"], {})
        measures["instructions"] = {"value": row["instructions_per_element"]}
    return metrics


FORMATS: dict[str, Callable[[Record], object]] = {
    "github-action-benchmark": github,
    "bencher": bencher,
}


def export(record: Record, format_: str) -> str:
    if format_ not in FORMATS:
        raise Refused(f"--format: '{format_}' is none of {', '.join(FORMATS)}")
    names = [row_name(row) for row in record["throughput"]]
    _unique(names + [row["key"] + "/instructions" for row in record.get("counts", [])])
    out = FORMATS[format_](record)
    if not out:
        raise Refused("nothing to export: neither throughput nor counts")
    return json.dumps(out, indent=1, allow_nan=False) + "\n"
