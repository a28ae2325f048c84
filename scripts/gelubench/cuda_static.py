# SPDX-License-Identifier: Apache-2.0
"""What can be said of the CUDA kernels without a GPU: registers, instructions per element,
operations of the PTX, and what they let expect of a GPU.

The marginal instructions of an element: the difference between the kernel with two vectors per
thread and the one with one vector, over the elements of a vector. What a kernel needs once per
thread falls out.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gelubench import cubin, files

ONE, TWO = "/cuda-v1", "/cuda-v2"
# Of one processor and clock: instructions of 32 lanes from four schedulers; special functions.
SLOTS, SPECIAL = 128, 16
COPY_EFFICIENCY = 0.9  # of the data sheet's bandwidth, measured on an H200: 4.3 of 4.8 TB/s
BYTES = {"f32": 4, "f16": 2, "bf16": 2, "e4m3": 1}
TOLERANCE = 0.5


@dataclass(frozen=True)
class Kernel:
    """A row of kernels.tsv, which the build writes."""

    key: str
    file: str
    entry: str
    vector: int
    bytes_per_element: int

    @property
    def name(self) -> str:
        """The key without its shell."""
        return self.key.rsplit("/", 1)[0]


def kernels(folder: Path) -> list[Kernel]:
    path = folder / "kernels.tsv"
    if not path.is_file():
        raise files.Refused(f"{path}: not there: build with the CUDA part")
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Kernel(
            row["key"],
            row["file"],
            row["entry"],
            int(row["vector"]),
            # A row of biases stays in a cache.
            BYTES[row["in"]] * (1 if "/bias/" in row["key"] else int(row["inputs"]))
            + BYTES[row["out"]] * int(row["outputs"]),
        )
        for row in rows
    ]


def operations(ptx: str) -> dict[str, Counter[str]]:
    """How often each operation stands in each entry of a PTX text."""
    found: dict[str, Counter[str]] = {}
    for entry, body in re.findall(r"^\.visible \.entry (\w+)\(.*?^\{(.*?)^\}", ptx, re.M | re.S):
        lines = re.findall(r"^\s+(?:@!?%p\d+\s+)?([a-z][\w.:]*)[\s;]", body, re.M)
        found[entry] = Counter(lines)
    return found


def _bounds(row: dict[str, Any], code: str) -> dict[str, dict[str, Any]]:
    """Per GPU with this code: percent of a copy that the kernel would reach, and what limits it."""
    text = (Path(__file__).with_name("gpus.csv")).read_text().splitlines()
    bounds = {}
    for gpu in csv.DictReader(line for line in text if not line.startswith("#")):
        if gpu["code"] != code:
            continue
        clocks = int(gpu["processors"]) * float(gpu["clock_ghz"]) * 1e9
        bandwidth = COPY_EFFICIENCY * float(gpu["bandwidth_tb_s"]) * 1e12
        seconds = {
            "memory": row["bytes_per_element"] / bandwidth,
            "issue": row["slots"] / (clocks * SLOTS),
            "special": row["special"] / (clocks * SPECIAL),
        }
        limit = max(seconds, key=lambda name: seconds[name])
        bounds[gpu["name"]] = {
            "limit": limit,
            "pct_of_copy": round(100 * seconds["memory"] / seconds[limit], 1),
            "elements_per_s": round(1 / seconds[limit], -6),
        }
    return bounds


def analyse(folder: Path) -> list[dict[str, Any]]:
    """One row per kernel and code; marginal numbers where the kernel exists in both shells."""
    all_kernels = kernels(folder)
    by_key = {kernel.key: kernel for kernel in all_kernels}
    rows = []
    for name in sorted({kernel.file for kernel in all_kernels}):
        ptx = operations((folder / f"{name}.ptx").read_text())
        for path in sorted(folder.glob(f"{name}.sm_*.cubin")):
            code = path.name.split(".")[1]
            codes = cubin.read(path)
            for kernel in (k for k in all_kernels if k.file == name):
                of = codes[kernel.entry]
                row = {
                    "key": kernel.key,
                    "code": code,
                    "registers": of.registers,
                    "local_bytes": of.local,
                    "instructions": of.instructions,
                    "bytes_per_element": kernel.bytes_per_element,
                }
                two = by_key.get(kernel.name + TWO)
                if kernel.key.endswith(ONE) and two is not None:
                    more = codes[two.entry]
                    row["slots"] = (more.instructions - of.instructions) / kernel.vector
                    row["special"] = (more.special - of.special) / kernel.vector
                    extra = ptx[two.entry] - ptx[kernel.entry]
                    row["ptx"] = {op: n / kernel.vector for op, n in sorted(extra.items())}
                    row["predicted"] = _bounds(row, code)
                rows.append(row)
    return sorted(rows, key=lambda row: (row["key"], row["code"]))


def faults(rows: list[dict[str, Any]]) -> list[str]:
    """Kernels that keep something in local memory: a table on the stack, or spilled registers."""
    return [
        f"{row['key']} on {row['code']}: {row['local_bytes']} bytes of local memory"
        for row in rows
        if row["local_bytes"] > 0
    ]


def expectation(rows: list[dict[str, Any]]) -> str:
    """The committed table: instructions per element of each kernel, one column per code."""
    codes = sorted({row["code"] for row in rows}, key=lambda code: int(code[3:]))
    slots = {(row["key"], row["code"]): row["slots"] for row in rows if "slots" in row}
    lines = [",".join(["kernel", *codes])]
    for key in sorted({key for key, _ in slots}):
        cells = [f"{slots[key, code]:g}" if (key, code) in slots else "" for code in codes]
        lines.append(",".join([key.removesuffix(ONE), *cells]))
    return "\n".join(lines) + "\n"


def compare(rows: list[dict[str, Any]], expected: str) -> tuple[list[str], list[str]]:
    """What became worse, and what is new or better: (failures, notes)."""
    slots = {
        (row["key"].removesuffix(ONE), row["code"]): row["slots"] for row in rows if "slots" in row
    }
    failures, notes, known = [], [], set()
    for line in csv.DictReader(expected.splitlines()):
        kernel = line.pop("kernel")
        for code, text in line.items():
            if not text:
                continue
            known.add((kernel, code))
            now, before = slots.get((kernel, code)), float(text)
            if now is None:
                failures.append(f"{kernel} on {code}: expected, not built")
            elif abs(now - before) > TOLERANCE:
                change = f"{kernel} on {code}: {now:g} instructions per element, was {before:g}"
                (failures if now > before else notes).append(change)
    new = sorted({kernel for kernel, code in slots.keys() - known})
    notes += [f"{kernel}: not in the expectation yet" for kernel in new]
    return failures, notes


def to_csv(rows: list[dict[str, Any]]) -> str:
    """Tidy: one number per line."""
    lines = ["kind,key,code,metric,value"]
    for row in rows:
        start = f"static,{row['key']},{row['code']}"
        for metric, value in row.items():
            if metric in ("key", "code"):
                continue
            if metric == "predicted":
                lines += [
                    f"{start},predicted.{gpu}.{name},{bound[name]}"
                    for gpu, bound in value.items()
                    for name in ("limit", "pct_of_copy", "elements_per_s")
                ]
            elif metric == "ptx":
                lines += [f"{start},ptx.{op},{count:g}" for op, count in value.items()]
            else:
                lines.append(f"{start},{metric},{value:g}")
    return "\n".join(lines) + "\n"
