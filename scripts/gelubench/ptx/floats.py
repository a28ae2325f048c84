# SPDX-License-Identifier: Apache-2.0
"""Floating-point arithmetic that numpy lacks: fused, and to types of 16 and 8 bits.

All functions take and give arrays. A NaN that arithmetic makes is the one of the hardware.
"""

from __future__ import annotations

import ctypes

import numpy as np
from numpy.typing import NDArray

F32, F64, U16, U32, U64 = np.float32, np.float64, np.uint16, np.uint32, np.uint64
Array = NDArray
NAN = {F32: U32(0x7FFFFFFF).view(F32), F64: U64(0x7FF8000000000000).view(F64)}

_LIBM = ctypes.CDLL("libm.so.6")
_LIBM.fma.restype = ctypes.c_double
_LIBM.fma.argtypes = [ctypes.c_double] * 3


def canonical(a: Array) -> Array:
    """The same numbers, every NaN the hardware's."""
    wrong = a != a  # noqa: PLR0124 - true for NaN
    return np.where(wrong, NAN[a.dtype.type], a) if wrong.any() else a


def _two_sum(a: Array, b: Array) -> tuple[Array, Array]:
    s = a + b
    back = s - a
    return s, (a - (s - back)) + (b - back)


def odd_sum(a: Array, b: Array) -> Array:
    """a + b in double, rounded to odd: rounding that again to fewer bits errs only once."""
    s, e = _two_sum(a, b)
    bits = np.array(s, F64).view(U64)
    inexact = np.isfinite(s) & (e != 0) & (bits & U64(1) == 0)
    if not inexact.any():
        return s
    # Away from zero when the rest has the sign of the sum, else towards it.
    step = np.where((e > 0) == (s > 0), U64(1), ~U64(0))
    return np.where(inexact, bits + step, bits).view(F64)


def fma32(a: Array, b: Array, c: Array) -> Array:
    """The product is exact in double. The sum is rounded twice, which errs only where the first
    rounding gives a number half way between two floats, or a subnormal one."""
    product, c = a.astype(F64) * b, c.astype(F64)
    s = np.asarray(product + c)
    near = (s.view(U64) & U64(0x1FFFFFFF) == U64(0x10000000)) | ((np.abs(s) < 2.0**-125) & (s != 0))
    if near.any():
        product, c = np.broadcast_to(product, s.shape), np.broadcast_to(c, s.shape)
        s[near] = odd_sum(product[near], c[near])
    return canonical(s.astype(F32))


def fma32_down(a: Array, b: Array, c: Array) -> Array:
    """Rounded towards minus infinity."""
    product, c = a.astype(F64) * b, c.astype(F64)
    exact = odd_sum(product, c)
    r = exact.astype(F32)
    r = np.where(r > exact, np.nextafter(r, F32(-np.inf)), r)
    cancelled = (r == 0) & (np.signbit(product) != np.signbit(c))
    return canonical(np.where(cancelled, F32(-0.0), r))


def _split(a: Array) -> tuple[Array, Array]:
    t = a * F64(134217729.0)
    high = t - (t - a)
    return high, a - high


def fma64(a: Array, b: Array, c: Array) -> Array:
    """Boldo and Melquiond (2008); libm's where that under- or overflows."""
    a, b, c = np.broadcast_arrays(a, b, c)
    product = a * b
    trivial = (a == 0) | (b == 0) | (c == 0)  # a sum that is exact
    easy = np.ones(product.shape, bool)
    for number in (a, b, c, product):
        size = np.abs(number)
        easy &= (size > 2.0**-450) & (size < 2.0**450)
    (ah, al), (bh, bl) = _split(a), _split(b)
    rest = al * bl - (((product - ah * bh) - al * bh) - ah * bl)
    th, tl = _two_sum(c, rest)
    vh, vl = _two_sum(product, th)
    r = np.where(easy, vh + odd_sum(tl, vl), product + c)
    hard = (
        ~easy
        & ~(trivial & np.isfinite(product) & (np.abs(product) > 2.0**-900))
        & ~(((a == 0) | (b == 0)) & np.isfinite(product))
    )
    for i in np.flatnonzero(hard):
        r.flat[i] = _LIBM.fma(a.flat[i], b.flat[i], c.flat[i])
    return canonical(r)


def minimum(a: Array, b: Array) -> Array:
    """The other one when one is NaN; -0 is less than +0."""
    r = np.fmin(a, b)
    zeros = (a == 0) & (b == 0)
    return canonical(np.where(zeros & (np.signbit(a) | np.signbit(b)), -np.abs(r), r))


def maximum(a: Array, b: Array) -> Array:
    r = np.fmax(a, b)
    zeros = (a == 0) & (b == 0)
    return canonical(np.where(zeros & ~(np.signbit(a) & np.signbit(b)), np.abs(r), r))


def minimum_nan(a: Array, b: Array) -> Array:
    """NaN when either is."""
    nan = np.isnan(a) | np.isnan(b)
    return np.where(nan, NAN[a.dtype.type], minimum(a, b))


def maximum_nan(a: Array, b: Array) -> Array:
    nan = np.isnan(a) | np.isnan(b)
    return np.where(nan, NAN[a.dtype.type], maximum(a, b))


def to_s32(a: Array) -> Array:
    """Towards zero; saturates; 0 for NaN."""
    wide = np.trunc(np.nan_to_num(a.astype(F64), nan=0.0, posinf=2.0**31, neginf=-(2.0**31)))
    return np.clip(wide, -(2.0**31), 2.0**31 - 1).astype(np.int32)


def saturate(a: Array) -> Array:
    """To [0, 1]; +0 for NaN and for -0."""
    return np.where(a > 0, np.minimum(a, F32(1)), F32(0))


def to_f16(a: Array) -> Array:
    """Bits of the nearest."""
    bits = a.astype(np.float16).view(U16)
    return np.where(np.isnan(a), U16(0x7FFF), bits)


def from_f16(bits: Array) -> Array:
    return bits.view(np.float16).astype(F32)


def to_bf16(a: Array) -> Array:
    """Bits of the nearest; a double is first rounded to an odd float."""
    narrow = a.astype(F32)
    bits = np.array(narrow).view(U32)
    if a.dtype == F64:
        finite = np.isfinite(a)
        bits = np.where(finite & (np.abs(narrow) > np.abs(a)), bits - U32(1), bits)
        bits = np.where(finite & (narrow != a), bits | U32(1), bits)
    rounded = (bits + U32(0x7FFF) + ((bits >> U32(16)) & U32(1))) >> U32(16)
    return np.where(np.isnan(a), U16(0x7FFF), rounded.astype(U16))


def from_bf16(bits: Array) -> Array:
    return (bits.astype(U32) << U32(16)).view(F32)


def _e4m3_values() -> Array:
    code = np.arange(127)
    exponent, fraction = code >> 3, code & 7
    return np.where(
        exponent == 0, np.ldexp(fraction, -9), np.ldexp(1 + fraction / 8, exponent - 7)
    ).astype(F32)


E4M3 = _e4m3_values()  # codes 0 to 126; 127 is NaN


def to_e4m3(a: Array) -> Array:
    """The nearest finite one, ties to even codes."""
    size = np.minimum(np.abs(np.nan_to_num(a, nan=0.0)), E4M3[-1])
    above = np.clip(np.searchsorted(E4M3, size), 1, 126)
    below = above - 1
    half = (E4M3[above].astype(F64) + E4M3[below]) / 2
    up = (size > half) | ((size == half) & (above % 2 == 0))
    code = np.where(up, above, below).astype(U16) | (np.signbit(a).astype(U16) << U16(7))
    return np.where(np.isnan(a), U16(0x7F), code)


def from_e4m3(code: Array) -> Array:
    size = np.append(E4M3, NAN[F32])[code & 0x7F]
    return np.where(code & 0x80, -size, size)
