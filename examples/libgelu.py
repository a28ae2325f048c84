# SPDX-License-Identifier: Apache-2.0
"""The kernels of libgelu.so from Python, by ctypes. Needs nothing but the library.

    gelu = Library("build/release/lib/libgelu.so")
    kernel = gelu.find("erf_4ulp", "forward", "f32")   # the widest vectors of this machine
    kernel.forward(x_address, y_address, n)

Addresses are integers: numpy's `x.ctypes.data`, PyTorch's `x.data_ptr()`. The global interpreter
lock is not held during a call.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

PLACES = ("stdx-avx512", "stdx-avx2", "vc-avx2", "stdx-neon", "vc-avx", "vc-sse4", "vc-sse2")
SCALAR = ("scalar-fma", "scalar-sse2", "scalar-neon")


class Kernel:
    """One kernel; `forward` or `backward` fits its pass."""

    def __init__(self, lib: ctypes.CDLL, handle: int) -> None:
        self._lib, self._handle = lib, handle
        self.key: str = lib.gelu_key(handle).decode()
        self.formula: str = lib.gelu_formula(handle).decode()

    def _check(self, code: int) -> None:
        if code != 0:
            raise ValueError(f"{self.key}: {self._lib.gelu_error(code).decode()}")

    def forward(self, x: int, y: int, n: int) -> None:
        """y[i] = f(x[i]) for n elements at these addresses."""
        self._check(self._lib.gelu_forward(self._handle, x, y, n))

    def backward(self, x: int, dy: int, dx: int, n: int) -> None:
        """dx[i] = dy[i] f'(x[i])."""
        self._check(self._lib.gelu_backward(self._handle, x, dy, dx, n))


class Library:
    """libgelu.so; without a path, the one that GELU_LIBRARY names or that this checkout built."""

    def __init__(self, path: str | Path | None = None) -> None:
        built = Path(__file__).resolve().parents[1] / "build" / "release" / "lib" / "libgelu.so"
        self._lib = ctypes.CDLL(str(path or os.environ.get("GELU_LIBRARY") or built))
        size, pointer = ctypes.c_size_t, ctypes.c_void_p
        for name, result, arguments in (
            ("gelu_find", pointer, [ctypes.c_char_p]),
            ("gelu_key", ctypes.c_char_p, [pointer]),
            ("gelu_formula", ctypes.c_char_p, [pointer]),
            ("gelu_error", ctypes.c_char_p, [ctypes.c_int]),
            ("gelu_forward", ctypes.c_int, [pointer, pointer, pointer, size]),
            ("gelu_backward", ctypes.c_int, [pointer, pointer, pointer, pointer, size]),
        ):
            function = getattr(self._lib, name)
            function.restype, function.argtypes = result, arguments

    def find(self, method: str, pass_: str, dtype: str, place: str | None = None) -> Kernel | None:
        """On `place`, such as "stdx-avx2", or on the best of this machine; None when absent."""
        for at in (place,) if place else (*PLACES, *SCALAR):
            handle = self._lib.gelu_find(f"{method}/{pass_}/{dtype}/{at}".encode())
            if handle:
                return Kernel(self._lib, handle)
        return None
