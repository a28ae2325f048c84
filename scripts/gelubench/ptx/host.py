# SPDX-License-Identifier: Apache-2.0
"""The kernels of libgelu.so, by key, on arrays of bits."""

from __future__ import annotations

import ctypes
from pathlib import Path

import numpy as np

from gelubench.files import Refused
from gelubench.ptx.floats import Array


class Library:
    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise Refused(f"{path}: not there: build the library")
        self._library = ctypes.CDLL(str(path))
        self._library.gelu_find.restype = ctypes.c_void_p
        self._library.gelu_find.argtypes = [ctypes.c_char_p]

    def has(self, key: str) -> bool:
        return self._library.gelu_find(key.encode()) is not None

    def formula(self, key: str) -> str:
        name = self._library.gelu_formula
        name.restype, name.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
        return name(self._library.gelu_find(key.encode())).decode()

    def run(self, key: str, inputs: list[Array]) -> Array:
        """forward, backward and gated, which take one and two arrays."""
        kernel = ctypes.c_void_p(self._library.gelu_find(key.encode()))
        call = getattr(self._library, f"gelu_{key.split('/')[1]}")
        inputs = [np.ascontiguousarray(a) for a in inputs]
        y = np.empty_like(inputs[0])
        arrays = [ctypes.c_void_p(a.ctypes.data) for a in (*inputs, y)]
        if code := call(kernel, *arrays, ctypes.c_size_t(len(y))):
            raise Refused(f"{key}: error {code}")
        return y
