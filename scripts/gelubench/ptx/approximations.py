# SPDX-License-Identifier: Apache-2.0
"""The special-function unit: correctly rounded, and with its documented error on top.

The bounds are those of the PTX ISA's pages of the instructions. `push` says where in its range a
result lies: 0 is the exact value, +1 and -1 are the ends, rounded to the type.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gelubench.ptx import floats
from gelubench.ptx.floats import F32, F64, Array

SMALLEST_NORMAL = 2.0**-126


def _flushed(a: Array) -> Array:
    return np.where(np.abs(a) < SMALLEST_NORMAL, np.copysign(F32(0), a), a)


def _ulp(exact: Array) -> Array:
    """Of f32, at finite values."""
    _, exponent = np.frexp(np.where(np.isfinite(exact), exact, 0))
    return np.ldexp(1.0, np.maximum(exponent - 24, -149))


def _with_ulps(exact: Array, ulps: float) -> Array:
    """Zeros and infinities stay; all others move, also where the exact result is a float."""
    moved = np.where(np.isfinite(exact) & (exact != 0), exact + ulps * _ulp(exact), exact)
    return floats.canonical(moved.astype(F32))


def ex2_ftz(a: Array, push: int) -> Array:
    """2 ulp. Subnormal arguments and results are zeros."""
    return _flushed(_with_ulps(np.exp2(_flushed(a).astype(F64)), 2 * push))


def rcp_ftz(a: Array, push: int) -> Array:
    """1 ulp. Subnormal arguments and results are zeros of their sign."""
    return _flushed(_with_ulps(1 / _flushed(a).astype(F64), push))


def tanh(a: Array, push: int) -> Array:
    """2^-11 of the result, also where that is beyond 1; infinities are exact."""
    exact = np.tanh(a.astype(F64))
    exact *= np.where(np.isinf(a), 1, 1 + push * 2.0**-11)
    return floats.canonical(exact.astype(F32))


def tanh_f16(bits: Array, push: int) -> Array:
    """2^-10.987 absolutely; zeros and infinities are exact."""
    a = floats.from_f16(bits).astype(F64)
    moved = np.tanh(a) + np.where(np.isinf(a) | (a == 0), 0, push * 2.0**-10.987)
    return floats.to_f16(moved)


def tanh_bf16(bits: Array, push: int) -> Array:
    """2^-8 of the result; infinities are exact."""
    a = floats.from_bf16(bits).astype(F64)
    return floats.to_bf16(np.tanh(a) * np.where(np.isinf(a), 1, 1 + push * 2.0**-8))


Function = Callable[[Array, int], Array]
# Operation -> its type and function.
ALL: dict[str, tuple[str, Function]] = {
    "ex2.approx.ftz.f32": ("f32", ex2_ftz),
    "rcp.approx.ftz.f32": ("f32", rcp_ftz),
    "tanh.approx.f32": ("f32", tanh),
    "tanh.approx.f16x2": ("f16x2", tanh_f16),
    "tanh.approx.bf16x2": ("bf16x2", tanh_bf16),
}
