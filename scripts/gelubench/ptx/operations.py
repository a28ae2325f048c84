# SPDX-License-Identifier: Apache-2.0
"""What each PTX operation does to its values. Control flow and memory: machine.py.

Registers hold bits; an operation says as which types it reads them and what it makes.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from gelubench.ptx import approximations, floats
from gelubench.ptx.floats import F32, F64, U16, U32, U64, Array

PAIRS = {"f16x2": (floats.from_f16, floats.to_f16), "bf16x2": (floats.from_bf16, floats.to_bf16)}
TYPES: dict[str, Any] = {
    "f32": F32, "f64": F64, "pred": np.bool_, "u8": np.uint8, "f16": U16, "b16": U16, "u16": U16,
    "b32": U32, "u32": U32, "s32": np.int32, "b64": U64, "u64": U64, "s64": np.int64,
} | dict.fromkeys(PAIRS, U32)  # fmt: skip


_MIN_MAX = {
    "min": floats.minimum,
    "max": floats.maximum,
    "min.NaN": floats.minimum_nan,
    "max.NaN": floats.maximum_nan,
}


@dataclass(frozen=True)
class Operation:
    reads: tuple[str, ...]
    makes: str
    run: Callable[..., Array]


def halves(a: Array) -> tuple[Array, Array]:
    return (a & U32(0xFFFF)).astype(U16), (a >> U32(16)).astype(U16)


def whole(low: Array, high: Array) -> Array:
    return low.astype(U32) | (high.astype(U32) << U32(16))


def _each_half(run: Callable[..., Array]) -> Callable[..., Array]:
    """From a function of 16-bit words to one of pairs."""

    def of_pairs(*args: Array) -> Array:
        low, high = zip(*(halves(a) for a in args), strict=True)
        return whole(run(*low), run(*high))

    return of_pairs


def _fma_16(pair: str) -> Callable[..., Array]:
    widen, narrow = PAIRS[pair]

    def run(a: Array, b: Array, c: Array) -> Array:
        product = widen(a).astype(F64) * widen(b)
        return narrow(floats.odd_sum(product, widen(c).astype(F64)))

    return _each_half(run)


def _through_f32(pair: str, of_floats: Callable[..., Array]) -> Callable[..., Array]:
    widen, narrow = PAIRS[pair]
    return _each_half(lambda *args: narrow(of_floats(*map(widen, args))))


def _from_pair(widen: Callable[[Array], Array], narrow: Callable[[Array], Array]) -> Any:
    """cvt to a pair: the first operand is the upper half."""
    return lambda high, low: whole(narrow(low), narrow(high))


def _e4m3_pair(high: Array, low: Array) -> Array:
    return floats.to_e4m3(low) | (floats.to_e4m3(high) << U16(8))


def _shift(by: Callable[..., Array], bits: int) -> Callable[..., Array]:
    """Amounts from the width on clear all bits."""

    def run(a: Array, amount: Array) -> Array:
        kept = by(a, np.minimum(amount, U32(bits - 1)).astype(a.dtype))
        return np.where(amount >= bits, a.dtype.type(0), kept)

    return run


def _permute(a: Array, b: Array, selector: Array) -> Array:
    """prmt: four bytes of eight; bit 3 of a selector spreads the byte's sign."""
    eight = a.astype(U64) | (b.astype(U64) << U64(32))
    result = U32(0)
    for i in range(4):
        code = (selector >> U32(4 * i)) & U32(15)
        byte = ((eight >> (U64(8) * (code & U32(7)).astype(U64))) & U64(255)).astype(U32)
        sign = np.where(byte & U32(128), U32(255), U32(0))
        result = result | (np.where(code & U32(8), sign, byte) << U32(8 * i))
    return result


def _high(a: Array, b: Array) -> Array:
    """The upper half of a product of 64 bits each."""
    low, shift = U64(0xFFFFFFFF), U64(32)
    al, ah, bl, bh = a & low, a >> shift, b & low, b >> shift
    middle = ah * bl + ((al * bl) >> shift)
    other = al * bh + (middle & low)
    return ah * bh + (middle >> shift) + (other >> shift)


def _sign_bits(bits_type: Any) -> tuple[Any, Any]:
    sign = bits_type(1 << (8 * bits_type().itemsize - 1))
    return sign, ~sign


def _unordered(compare: Callable[..., Array]) -> Callable[..., Array]:
    return lambda a, b: compare(a, b) | np.isnan(a) | np.isnan(b)


def _of_floats() -> dict[str, Operation]:
    table = {}
    for t, bits in (("f32", U32), ("f64", U64)):
        b = f"b{8 * bits().itemsize}"
        sign, rest = _sign_bits(bits)
        fma = floats.fma32 if t == "f32" else floats.fma64
        table[f"fma.rn.{t}"] = Operation((t, t, t), t, fma)
        for name, run in (("add", np.add), ("sub", np.subtract), ("mul", np.multiply),
                          ("div", np.divide)):  # fmt: skip
            table[f"{name}.rn.{t}"] = Operation(
                (t, t), t, lambda x, y, run=run: floats.canonical(np.asarray(run(x, y)))
            )
        for name, run in _MIN_MAX.items():
            table[f"{name}.{t}"] = Operation((t, t), t, run)
        table[f"abs.{t}"] = Operation((b,), b, lambda x, r=rest: x & r)
        table[f"neg.{t}"] = Operation((b,), b, lambda x, s=sign: x ^ s)
        table[f"copysign.{t}"] = Operation(
            (b, b), b, lambda x, y, s=sign, r=rest: (x & s) | (y & r)
        )
    one = F32(1)
    table["rcp.rn.f32"] = Operation(("f32",), "f32", lambda x: floats.canonical(one / x))
    table["fma.rm.f32"] = Operation(("f32",) * 3, "f32", floats.fma32_down)
    return table


def _of_pairs() -> dict[str, Operation]:
    table = {}
    for t, (widen, narrow) in PAIRS.items():
        table[f"fma.rn.{t}"] = Operation((t, t, t), t, _fma_16(t))
        for name, run in _MIN_MAX.items():
            table[f"{name}.{t}"] = Operation((t, t), t, _through_f32(t, run))
        table[f"cvt.rn.{t}.f32"] = Operation(("f32", "f32"), t, _from_pair(widen, narrow))
    return table


def _conversions() -> dict[str, Operation]:
    def plain(to: str) -> Callable[[Array], Array]:
        return lambda a: a.astype(TYPES[to])

    table = {
        f"cvt.{to}.{source}": Operation((source,), to, plain(to))
        for to, source in (
            ("u16", "u32"),
            ("u64", "u32"),
            ("u32", "u64"),
            ("u32", "u16"),
            ("f64", "f32"),
        )
    }
    table["cvt.rn.f32.f64"] = Operation(
        ("f64",), "f32", lambda a: floats.canonical(np.asarray(a.astype(F32)))
    )
    table["cvt.f32.f16"] = Operation(("b16",), "f32", floats.from_f16)
    table["cvt.rzi.s32.f32"] = Operation(("f32",), "s32", floats.to_s32)
    table["cvt.rzi.f32.f32"] = Operation(("f32",), "f32", np.trunc)
    table["cvt.sat.f32.f32"] = Operation(("f32",), "f32", floats.saturate)
    table["cvt.rn.satfinite.e4m3x2.f32"] = Operation(("f32", "f32"), "b16", _e4m3_pair)
    table["cvt.rn.f16x2.e4m3x2"] = Operation(
        ("b16",),
        "b32",
        lambda a: whole(*(floats.to_f16(floats.from_e4m3(h)) for h in (a & 255, a >> 8))),
    )
    return table


def _of_integers() -> dict[str, Operation]:
    table = {}
    for width in (16, 32, 64):
        b, s, u = f"b{width}", f"s{width}", f"u{width}"
        for name, run in (("and", operator.and_), ("or", operator.or_), ("xor", operator.xor)):
            table[f"{name}.{b}"] = Operation((b, b), b, run)
        table[f"shl.{b}"] = Operation((b, "u32"), b, _shift(operator.lshift, width))
        table[f"shr.{u}"] = Operation((b, "u32"), b, _shift(operator.rshift, width))
        for t in (s, u):  # two's complement: the same bits
            table[f"add.{t}"] = Operation((b, b), b, operator.add)
            table[f"sub.{t}"] = Operation((b, b), b, operator.sub)
            table[f"mul.lo.{t}"] = Operation((b, b), b, operator.mul)
        table[f"neg.{s}"] = Operation((b,), b, lambda a: a.dtype.type(0) - a)
        table[f"max.{u}"] = Operation((b, b), b, np.maximum)
        table[f"min.{u}"] = Operation((b, b), b, np.minimum)
    for name, run in (("and", operator.and_), ("or", operator.or_), ("xor", operator.xor)):
        table[f"{name}.pred"] = Operation(("pred", "pred"), "pred", run)
    table["not.pred"] = Operation(("pred",), "pred", operator.invert)
    table["mul.wide.u32"] = Operation(
        ("u32", "u32"), "u64", lambda a, b: a.astype(U64) * b.astype(U64)
    )
    table["mul.hi.u64"] = Operation(("u64", "u64"), "u64", _high)
    table["prmt.b32"] = Operation(("b32",) * 3, "b32", _permute)
    table["cvta.to.global.u64"] = Operation(("u64",), "u64", np.copy)
    return table


def _choices() -> dict[str, Operation]:
    compares = {n: getattr(operator, n) for n in ("lt", "le", "gt", "ge", "eq", "ne")}
    table = {}
    for t in TYPES.keys() - PAIRS.keys() - {"pred", "u8", "f16"}:
        table[f"selp.{t}"] = Operation((t, t, "pred"), t, lambda a, b, p: np.where(p, a, b))
        table[f"mov.{t}"] = Operation((t,), t, np.copy)
        for name, run in compares.items():
            is_float = t.startswith("f")
            ordered = (lambda a, b: (a < b) | (a > b)) if is_float and name == "ne" else run
            table[f"setp.{name}.{t}"] = Operation((t, t), "pred", ordered)
            if is_float:
                unordered = _unordered(ordered)
                table[f"setp.{name}u.{t}"] = Operation((t, t), "pred", unordered)
    for t in ("f32", "f64"):
        table[f"setp.nan.{t}"] = Operation((t, t), "pred", lambda a, b: np.isnan(a) | np.isnan(b))
        table[f"setp.num.{t}"] = Operation(
            (t, t), "pred", lambda a, b: ~(np.isnan(a) | np.isnan(b))
        )
    table["mov.pred"] = Operation(("pred",), "pred", np.copy)
    return table


ALL = _of_floats() | _of_pairs() | _conversions() | _of_integers() | _choices()


def find(name: str, push: dict[str, int]) -> Operation | None:
    """`push`: which way the approximations err (approximations.py); those not named are exact."""
    if name in approximations.ALL:
        type_, function = approximations.ALL[name]
        way = push.get(name, 0)

        def run(a: Array) -> Array:
            return function(a, way)

        return Operation((type_,), type_, run if type_ == "f32" else _each_half(run))
    return ALL.get(name)
