# SPDX-License-Identifier: Apache-2.0
"""Runs an entry: every register is an array with one number per thread (or one for all alike).

Threads that part at a branch are run by turns, those that stand at the lowest instruction first;
where they meet, they go on together.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from gelubench.files import Refused
from gelubench.ptx import operations
from gelubench.ptx.floats import U32, U64, Array
from gelubench.ptx.memory import Memory
from gelubench.ptx.program import Entry, Instruction, Module

THREADS, WARP = 256, 32
_ADDRESS = re.compile(r"\[([%$\w]+)(?:\+(-?\d+))?\]")
_WIDTHS = {"pred": np.bool_, "16": np.uint16, "32": U32, "64": U64}
Lanes = Array | slice | None  # indices; None: all


def _vector(text: str) -> list[str]:
    return [part.strip() for part in text.strip("{}").split(",")]


class Machine:
    """One launch of an entry."""

    def __init__(
        self, module: Module, entry: Entry, memory: Memory, push: dict[str, int] | None = None
    ) -> None:
        self.entry, self.memory = entry, memory
        self._push = push or {}
        constants = module.constants
        self._symbols = {
            name: memory.add(np.frombuffer(constants[name], np.uint8))
            for name in {o for i in entry.instructions for o in i.operands}
            if name in constants
        }
        self._steps = [self._compiled(i) for i in entry.instructions]
        self.registers: dict[str, Array] = {}

    def run(self, blocks: int, parameters: bytes) -> None:
        if len(parameters) != self.entry.parameters:
            raise Refused(f"{self.entry.name}: takes {self.entry.parameters} bytes")
        self._parameters = np.frombuffer(parameters, np.uint8)
        self._lanes = blocks * THREADS
        thread = np.arange(self._lanes, dtype=U32)
        self.registers = {
            "%tid.x": thread % U32(THREADS),
            "%ctaid.x": thread // U32(THREADS),
            "%nctaid.x": np.array([blocks], U32),
            "%ntid.x": np.array([THREADS], U32),
        }
        with np.errstate(all="ignore"):
            self._go({0: np.arange(self._lanes)})

    def _go(self, waiting: dict[int, Array]) -> None:
        """`waiting`: which threads stand at which instruction."""

        def arrive(at: int, lanes: Array) -> None:
            if len(lanes):
                waiting[at] = np.concatenate([waiting[at], lanes]) if at in waiting else lanes

        while waiting:
            at = min(waiting)
            lanes = waiting.pop(at)
            together = self._together(lanes)
            while True:
                if at in waiting:
                    lanes = np.concatenate([lanes, waiting.pop(at)])
                    together = self._together(lanes)
                if at >= len(self._steps):
                    break
                instruction = self.entry.instructions[at]
                base = instruction.operation.split(".")[0]
                if instruction.guard is None and base not in ("bra", "ret", "exit"):
                    self._steps[at](together)
                    at += 1
                    continue
                taken = self._guarded(instruction, lanes)
                if base == "bra":
                    arrive(self._label(instruction), lanes[taken])
                    arrive(at + 1, lanes[~taken])
                    break
                if base in ("ret", "exit"):
                    arrive(at + 1, lanes[~taken])
                    break
                if taken.any():
                    self._steps[at](self._together(lanes[taken]))
                at += 1

    def _together(self, lanes: Array) -> Lanes:
        """Neighbours as a slice, which numpy reads and writes much faster than indices."""
        if len(lanes) == self._lanes:
            return None
        first, last = int(lanes[0]), int(lanes[-1])
        if last - first + 1 == len(lanes) and (lanes[1:] > lanes[:-1]).all():
            return slice(first, last + 1)
        return lanes

    def _label(self, instruction: Instruction) -> int:
        return self.entry.labels[instruction.operands[-1]]

    def _guarded(self, instruction: Instruction, lanes: Array) -> Array:
        if instruction.guard is None:
            return np.ones(len(lanes), bool)
        p = np.broadcast_to(self.registers[instruction.guard], (self._lanes,))[lanes]
        return p if instruction.guarded_by else ~p

    # Registers

    # No two share an array: some threads may write to one of them.

    def _width(self, register: str) -> type:
        type_ = self.entry.registers[register.rstrip("0123456789")]
        return _WIDTHS[type_ if type_ == "pred" else type_[1:]]

    def _write(self, register: str, values: Array, lanes: Lanes) -> None:
        values = np.atleast_1d(values)
        width = self._width(register)
        if values.dtype.itemsize == np.dtype(width).itemsize:
            values = values.view(width)
        else:  # a narrower number is extended by zeros
            values = values.view(f"u{values.dtype.itemsize}").astype(width)
        if lanes is None:
            self.registers[register] = values
            return
        old = self.registers.get(register, np.zeros(1, width))
        if len(old) < self._lanes:
            old = np.array(np.broadcast_to(old, (self._lanes,)))
            self.registers[register] = old
        old[lanes] = values

    def _reader(self, operand: str, type_: str) -> Callable[[Lanes], Array]:
        dtype = operations.TYPES[type_]
        if not operand.startswith("%"):
            constant = self._constant(operand, dtype)
            return lambda _: constant

        def read(lanes: Lanes) -> Array:
            a = self.registers[operand]
            if lanes is not None and len(a) > 1:
                a = a[lanes]
            if a.dtype.itemsize != np.dtype(dtype).itemsize:
                a = a.astype(f"u{np.dtype(dtype).itemsize}")
            return a.view(dtype)

        return read

    def _constant(self, text: str, dtype: type) -> Array:
        if text in self._symbols:
            return np.array([self._symbols[text]], U64)
        size = np.dtype(dtype).itemsize
        if match := re.fullmatch(r"0[fdFD]([0-9A-Fa-f]+)", text):
            return np.array([int(match[1], 16)], f"u{size}").view(dtype)
        try:
            return np.array([int(text, 0) % (1 << (8 * size))], f"u{size}").view(dtype)
        except ValueError:
            raise Refused(f"{self.entry.name}: {text}: not a number") from None

    # Instructions

    def _compiled(self, instruction: Instruction) -> Callable[[Lanes], None]:
        name, operands = instruction.operation, instruction.operands
        if name.split(".")[0] in ("bra", "ret", "exit"):
            return lambda _: None
        special = self._special(name, operands)
        if special is not None:
            return special
        operation = operations.find(name, self._push)
        if operation is None or len(operands) != 1 + len(operation.reads):
            raise Refused(f"{self.entry.name}: cannot execute {name} {', '.join(operands)}")
        pairs = zip(operands[1:], operation.reads, strict=True)
        readers = [self._reader(operand, type_) for operand, type_ in pairs]
        dtype, target = operations.TYPES[operation.makes], operands[0]

        def step(lanes: Lanes) -> None:
            result = np.asarray(operation.run(*(read(lanes) for read in readers)))
            self._write(target, result.astype(dtype, copy=False), lanes)

        return step

    def _special(self, name: str, operands: tuple[str, ...]) -> Callable[[Lanes], None] | None:
        """Of memory, between threads, and of parts of registers."""
        base, *parts = name.split(".")
        step = None
        if base in ("ld", "st"):
            if parts[-1] not in operations.TYPES:
                raise Refused(f"{self.entry.name}: cannot execute {name}")
            if "param" in parts:
                step = self._load_parameter(operands, parts[-1])
            else:
                step = self._access(base, operands, parts[-1])
        elif base == "atom":
            step = self._atomic_max(name, operands)
        elif base == "redux":
            step = self._warp_max(name, operands)
        elif base == "mov" and operands[1].startswith("{"):
            step = self._pack(operands)
        elif base == "mov" and operands[0].startswith("{"):
            step = self._unpack(operands)
        return step

    def _pack(self, operands: tuple[str, ...]) -> Callable[[Lanes], None]:
        low, high = (self._reader(part, "b16") for part in _vector(operands[1]))
        return lambda lanes: self._write(
            operands[0], operations.whole(low(lanes), high(lanes)), lanes
        )

    def _unpack(self, operands: tuple[str, ...]) -> Callable[[Lanes], None]:
        read = self._reader(operands[1], "b32")

        def step(lanes: Lanes) -> None:
            for target, half in zip(
                _vector(operands[0]), operations.halves(read(lanes)), strict=True
            ):
                if target != "_":
                    self._write(target, half, lanes)

        return step

    def _address(self, operand: str) -> tuple[str, int]:
        match = _ADDRESS.fullmatch(operand)
        if not match:
            raise Refused(f"{self.entry.name}: cannot read the address {operand}")
        return match[1], int(match[2] or 0)

    def _load_parameter(self, operands: tuple[str, ...], type_: str) -> Callable[[Lanes], None]:
        _, offset = self._address(operands[1])
        dtype = np.dtype(operations.TYPES[type_])

        def step(lanes: Lanes) -> None:
            for i, target in enumerate(_vector(operands[0])):
                at = offset + i * dtype.itemsize
                self._write(target, self._parameters[at : at + dtype.itemsize].view(dtype), lanes)

        return step

    def _access(self, base: str, operands: tuple[str, ...], type_: str) -> Callable[[Lanes], None]:
        register, offset = self._address(operands[1 if base == "ld" else 0])
        parts = _vector(operands[0 if base == "ld" else 1])
        dtype = operations.TYPES[type_]
        address = self._reader(register, "u64")
        size = np.dtype(dtype).itemsize
        values = [] if base == "ld" else [self._reader(part, type_) for part in parts]

        def step(lanes: Lanes) -> None:
            start = address(lanes) + U64(offset % (1 << 64))
            if (start % U64(size * len(parts))).any():
                raise Refused(f"{self.entry.name}: a misaligned address")
            for i, target in enumerate(parts):
                at = start + U64(i * size)
                if base == "ld":
                    self._write(target, self.memory.load(at, dtype, self.entry.name), lanes)
                else:
                    self.memory.store(at, values[i](lanes), self.entry.name)

        return step

    def _atomic_max(self, name: str, operands: tuple[str, ...]) -> Callable[[Lanes], None]:
        if name != "atom.global.max.u32":
            raise Refused(f"{self.entry.name}: cannot execute {name}")
        register, offset = self._address(operands[1])
        address, value = self._reader(register, "u64"), self._reader(operands[2], "u32")

        def step(lanes: Lanes) -> None:
            at = address(lanes)[:1] + U64(offset)  # one for all
            old = self.memory.load(at, U32, self.entry.name)
            self._write(operands[0], old, lanes)
            new = np.maximum(old, value(lanes).max())
            self.memory.store(at, new, self.entry.name)

        return step

    def _warp_max(self, name: str, operands: tuple[str, ...]) -> Callable[[Lanes], None]:
        if name != "redux.sync.max.u32":
            raise Refused(f"{self.entry.name}: cannot execute {name}")
        value = self._reader(operands[1], "u32")

        def step(lanes: Lanes) -> None:
            if lanes is not None:
                raise Refused(f"{self.entry.name}: {name} without all threads")
            all_ = np.broadcast_to(value(None), (self._lanes,)).reshape(-1, WARP)
            self._write(operands[0], all_.max(axis=1).repeat(WARP), None)

        return step
