# SPDX-License-Identifier: Apache-2.0
"""Launches a kernel of the build on arrays, as kernels/cuda/launch.cuh does on a device."""

from __future__ import annotations

import csv
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from gelubench.files import Refused
from gelubench.ptx.floats import Array
from gelubench.ptx.machine import THREADS, Machine
from gelubench.ptx.memory import Memory
from gelubench.ptx.program import Entry, Module

BITS = {"f32": np.uint32, "f16": np.uint16, "bf16": np.uint16, "e4m3": np.uint8}
POISON = 0xA5
GUARD = 64  # elements after an array that nobody may write


@dataclass(frozen=True)
class Kernel:
    """A row of kernels.tsv."""

    key: str
    file: str
    entry: str
    source: str
    to: str
    inputs: int
    outputs: int
    vector: int
    in_flight: int
    origin: str

    @property
    def method(self) -> str:
        return self.key.split("/")[0]

    @property
    def pass_(self) -> str:
        return self.key.split("/")[1]

    @property
    def shell(self) -> str:
        return self.key.rsplit("-", 1)[1]


def kernels(folder: Path) -> list[Kernel]:
    path = folder / "kernels.tsv"
    if not path.is_file():
        raise Refused(f"{path}: not there: build with the CUDA part")
    with path.open(newline="") as file:
        return [
            Kernel(
                key=r["key"],
                file=r["file"],
                entry=r["entry"],
                source=r["in"],
                to=r["out"],
                inputs=int(r["inputs"]),
                outputs=int(r["outputs"]),
                vector=int(r["vector"]),
                in_flight=int(r["in_flight"]),
                origin=r["origin"],
            )
            for r in csv.DictReader(file, delimiter="\t")
        ]


@cache
def _module(path: Path) -> Module:
    return Module(path.read_text(encoding="utf-8"))


@cache
def entry_of(folder: Path, kernel: Kernel) -> tuple[Module, Entry]:
    module = _module(folder / f"{kernel.file}.ptx")
    return module, module.entry(kernel.entry)


def _blocks(kernel: Kernel, n: int, skew: int) -> int:
    if kernel.shell == "e1":
        return -(-n // THREADS)
    blocks = -(-(n + skew) // (kernel.vector * kernel.in_flight * THREADS))
    return -(-blocks // 2) if kernel.shell.startswith("p") else blocks


def run(
    folder: Path, kernel: Kernel, inputs: list[Array], skew: int = 1,
    push: dict[str, int] | None = None, table: Array | None = None, alone: bool = False,
) -> list[Array]:  # fmt: skip
    """The bits of the outputs. `skew`: elements by which the arrays lie past a vector's boundary,
    so that what a shell does with incomplete vectors is executed too. The second input of a bias
    pass is one row. `table`: the 256 results that table_256 looks up. `alone`: as if the arrays lay
    differently, when all elements are done one by one."""
    if kernel.shell == "r1" or kernel.pass_ == "bias":
        skew = 0  # where else r1 does nothing, and a row's vectors do not lie like those of x
    n, memory, addresses, results = len(inputs[0]), Memory(), [], []
    for values in inputs:
        held = np.concatenate([np.zeros(skew, values.dtype), values])
        addresses.append(memory.add(held) + skew * values.itemsize)
    bits = BITS[kernel.to]
    for _ in range(kernel.outputs):
        held = np.full((skew + n + GUARD) * bits().itemsize, POISON, np.uint8).view(bits)
        results.append(held)
        addresses.append(memory.add(held) + skew * bits().itemsize)
    x, y = addresses[: kernel.inputs], addresses[kernel.inputs :]
    row = len(inputs[1]) if kernel.pass_ == "bias" else 0
    whole = int(not alone and row % kernel.vector == 0)
    amax = memory.add(np.zeros(1, np.uint32))
    lookup = memory.add(np.zeros(256, np.uint8) if table is None else table)
    parameters = struct.pack(
        "<3Q2QQIIQQfxxxxQQfI", *[*x, 0, 0][:3], *[*y, 0][:2], n, skew, whole, row,
        (2**64 - 1) // row + 1 if row else 0, 1.0, amax, lookup, 0.0, 1,
    )  # fmt: skip
    module, entry = entry_of(folder, kernel)
    Machine(module, entry, memory, push).run(_blocks(kernel, n, skew), parameters)
    for held in results:
        rest = np.concatenate([held[:skew], held[skew + n :]]).view(np.uint8)
        if (rest != POISON).any():
            raise Refused(f"{kernel.key}: writes outside of its array")
    return [held[skew : skew + n] for held in results]


def operations(folder: Path, kernel: Kernel) -> set[str]:
    return {i.operation for i in entry_of(folder, kernel)[1].instructions}
