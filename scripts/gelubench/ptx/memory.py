# SPDX-License-Identifier: Apache-2.0
"""Global memory: arrays of bytes, whose bounds and alignment are watched."""

from __future__ import annotations

import numpy as np

from gelubench.files import Refused
from gelubench.ptx.floats import U64, Array


class Memory:
    """Arrays of bytes at made-up addresses; what lies between them is nobody's."""

    def __init__(self) -> None:
        self._segments: list[tuple[int, Array]] = []
        self._next = 1 << 32

    def add(self, content: Array) -> int:
        """Takes the bytes of an array, which is shared. Its address is a multiple of 256."""
        at = self._next
        data = content.reshape(-1).view(np.uint8)
        self._segments.append((at, data))
        self._next += (len(data) + (1 << 20)) & ~255
        return at

    def _locate(self, address: Array, dtype: type, place: str) -> tuple[Array, Array]:
        size = np.dtype(dtype).itemsize
        first = int(address.flat[0])
        for at, data in self._segments:
            if at <= first < at + len(data):
                offset = (address - U64(at)).astype(np.int64)
                if offset.min() < 0 or offset.max() + size > len(data):
                    raise Refused(f"{place}: an address outside of its array")
                if (offset % size).any():
                    raise Refused(f"{place}: a misaligned address")
                return data[: len(data) // size * size].view(dtype), offset // size
        raise Refused(f"{place}: an address outside of all arrays")

    def load(self, address: Array, dtype: type, place: str) -> Array:
        data, index = self._locate(address, dtype, place)
        return data[index]

    def store(self, address: Array, values: Array, place: str) -> None:
        data, index = self._locate(address, values.dtype.type, place)
        data[index] = values
