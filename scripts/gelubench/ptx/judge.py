# SPDX-License-Identifier: Apache-2.0
"""Inputs, and how far results are from the formulas in double precision (formulas.py).

The reference of exact GELU errs by (16 + 2 x^2) 2^-53 of itself at most, which is 1e-6 ulp of f32;
derivatives by some 1e-16 absolutely, which counts next to their zero at -0.75 only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from gelubench import formulas
from gelubench.ptx import floats
from gelubench.ptx.floats import F32, F64, U16, U32, Array

SPECIAL = [0, 1, 0x7FFFFF, 0x800000, 0x3F800000, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FC00000]
WIDEN = {
    "f32": lambda bits: bits.view(F32),
    "f16": floats.from_f16,
    "bf16": floats.from_bf16,
    "e4m3": floats.from_e4m3,
}
# As formulas.SHAPE: bits of the significand, exponent of the smallest normal number.
SHAPE = {**formulas.SHAPE, "e4m3": (4, -6)}
NO_FORMULA = ("copy", "relu", "leaky_relu", "silu")
NEAR = 16.0


@cache
def inputs(dtype: str) -> Array:
    """All bits of the narrow types. Of f32: one of each 2^14 neighbours, 2^16 evenly on [-16, 16),
    and special values."""
    if dtype == "e4m3":
        return np.arange(256, dtype=np.uint8)
    if dtype != "f32":
        return np.arange(1 << 16, dtype=U16)
    low = np.random.default_rng(5).integers(0, 1 << 14, 1 << 18, dtype=U32)
    every = (np.arange(1 << 18, dtype=U32) << U32(14)) | low
    even = np.linspace(-NEAR, NEAR, 1 << 16, endpoint=False, dtype=F32).view(U32)
    special = np.array(SPECIAL, U32)
    return np.concatenate([every, even, special, special | U32(1 << 31)])


def formula(method: str) -> str | None:
    """By its name; what is named after no formula is exact GELU."""
    if method in NO_FORMULA:
        return None
    words = method.split("_")
    return next((f for f in ("tanh", "sigmoid") if f in words), "erf")


@cache
def reference(of: str, pass_: str, dtype: str) -> Array:
    """At the inputs; NaN where they are not finite."""
    function = formulas.FUNCTIONS[of, pass_]
    with np.errstate(invalid="ignore"):  # a signalling NaN
        x = WIDEN[dtype](inputs(dtype)).astype(F64)
    return np.array([function(v) if np.isfinite(v) else np.nan for v in x.tolist()])


def spacing(value: Array, dtype: str) -> Array:
    bits, smallest = SHAPE[dtype]
    _, exponent = np.frexp(value)
    exponent = np.where(value == 0, smallest, exponent - 1)
    return np.ldexp(1.0, np.maximum(exponent, smallest) - (bits - 1))


@dataclass(frozen=True)
class Error:
    """Largest ones: in ulp over all finite inputs, absolute where |x| <= 16."""

    ulp: float = 0.0
    absolute: float = 0.0

    def __or__(self, other: Error) -> Error:
        return Error(max(self.ulp, other.ulp), max(self.absolute, other.absolute))


def error(result: Array, right: Array, x: Array, dtype: str) -> Error:
    """`result` are bits, x numbers. A NaN that should be none is infinitely wrong."""
    finite = np.isfinite(right)
    right, x = right[finite], x[finite]
    if dtype == "e4m3":  # saturates
        right = np.clip(right, -448, 448)
    off = np.abs(WIDEN[dtype](result)[finite].astype(F64) - right)
    off[np.isnan(off)] = np.inf
    near = np.abs(x) <= NEAR
    return Error(float((off / spacing(right, dtype)).max()), float(off[near].max()))


def different(a: Array, b: Array, dtype: str) -> int:
    """How many elements differ; any NaN is as good as any other."""
    nan = np.isnan(WIDEN[dtype](a)) & np.isnan(WIDEN[dtype](b))
    return int(((a != b) & ~nan).sum())
