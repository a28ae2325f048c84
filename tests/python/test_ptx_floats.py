# SPDX-License-Identifier: Apache-2.0
"""The evaluator of PTX: arithmetic and conversions, against libm and exact fractions."""

from __future__ import annotations

import ctypes
import math
from fractions import Fraction

import numpy as np
import pytest
from ptx_snippets import F32, F64, INF, NAN, SPECIAL, U16, U32, U64, execute, f32, patterns, same

from gelubench.ptx import approximations, floats

LIBM = ctypes.CDLL("libm.so.6")
LIBM.fmaf.restype, LIBM.fmaf.argtypes = ctypes.c_float, [ctypes.c_float] * 3
LIBM.fma.restype, LIBM.fma.argtypes = ctypes.c_double, [ctypes.c_double] * 3


def three_f32():
    """Random bits, cancelling sums, ties and subnormal results."""
    random = np.random.default_rng(3)
    a, b, c = (patterns(4096, seed) for seed in (1, 2, 3))
    near = random.normal(size=(2, 4096)).astype(F32)
    cancelling = -(near[0] * near[1])
    # a * b is 2^24 + 1 halves of what c's spacing can tell; the rest decides.
    tie = [(1 + 2.0**-12, 1 + 2.0**-12, s * 2.0**e) for s in (1, -1) for e in range(-60, -20)] + [
        (2.0**-75, (1 + k / 8) * 2.0**-70, j * 2.0**-149) for k in range(8) for j in (0, 1, 3)
    ]
    grid = np.array(np.meshgrid(SPECIAL, SPECIAL, SPECIAL)).reshape(3, -1)
    parts = [(a, b, c), (near[0], near[1], cancelling), np.array(tie, F32).T, grid]
    return [np.concatenate([p[i] for p in parts]).astype(F32) for i in range(3)]


def test_fma_f32_rounds_once():
    a, b, c = three_f32()
    expected = f32(*(LIBM.fmaf(*v) for v in zip(a.tolist(), b.tolist(), c.tolist(), strict=True)))
    same(execute("fma.rn.f32 %f4, %f1, %f2, %f3;", a, b, c), expected)
    with np.errstate(all="ignore"):
        twice = (a.astype(F64) * b + c).astype(F32)
    assert (twice.view(U32) != expected.view(U32))[~np.isnan(expected)].any()  # hard cases are in


def test_fma_f32_downwards():
    a, b, c = three_f32()
    result = execute("fma.rm.f32 %f4, %f1, %f2, %f3;", a, b, c)
    finite = np.isfinite(a) & np.isfinite(b) & np.isfinite(c) & np.isfinite(result)
    assert finite.sum() > 4000
    for x, y, z, r in zip(*(v[finite].tolist() for v in (a, b, c, result)), strict=True):
        exact = Fraction(x) * Fraction(y) + Fraction(z)
        with np.errstate(over="ignore"):
            above = float(np.nextafter(F32(r), F32(INF)))
        assert Fraction(r) <= exact
        assert above == INF or Fraction(above) > exact


def test_fma_f64_rounds_once():
    random = np.random.default_rng(4)
    wide = random.integers(0, 1 << 64, (3, 2048), dtype=U64).view(F64)
    near = random.normal(size=(2, 2048))
    small = random.normal(size=(3, 2048)) * 2.0 ** random.integers(-30, 30, (3, 2048))
    grid = np.array(np.meshgrid(*[SPECIAL.astype(F64)] * 3)).reshape(3, -1)
    a, b, c = np.concatenate([wide, [*near, -near[0] * near[1]], small, grid], axis=1)
    values = zip(a.tolist(), b.tolist(), c.tolist(), strict=True)
    expected = np.array([LIBM.fma(*v) for v in values])
    same(execute("fma.rn.f64 %fd4, %fd1, %fd2, %fd3;", a, b, c), expected)
    with np.errstate(all="ignore"):
        assert ((a * b + c) != expected)[np.isfinite(expected)].any()


@pytest.mark.parametrize(
    ("operation", "function"),
    [("add", np.add), ("sub", np.subtract), ("mul", np.multiply), ("div", np.divide)],
)
def test_arithmetic(operation, function):
    a, b = np.array(np.meshgrid(SPECIAL, SPECIAL)).reshape(2, -1)
    with np.errstate(all="ignore"):
        same(execute(f"{operation}.rn.f32 %f4, %f1, %f2;", a, b), function(a, b))


def test_a_nan_that_arithmetic_makes_is_the_hardwares():
    result = execute("sub.rn.f32 %f4, %f1, %f1;", f32(INF, 1))
    assert result.view(U32).tolist() == [0x7FFFFFFF, 0]


MIN_MAX = [(0.0, -0.0), (-0.0, 0.0), (NAN, 1.0), (1.0, NAN), (NAN, NAN), (1.0, 2.0), (-INF, 3.0)]


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("min", [-0.0, -0.0, 1, 1, NAN, 1, -INF]),
        ("max", [0.0, 0.0, 1, 1, NAN, 2, 3]),
        ("min.NaN", [-0.0, -0.0, NAN, NAN, NAN, 1, -INF]),
        ("max.NaN", [0.0, 0.0, NAN, NAN, NAN, 2, 3]),
    ],
)
def test_minimum_and_maximum(operation, expected):
    a, b = f32(*(v[0] for v in MIN_MAX)), f32(*(v[1] for v in MIN_MAX))
    same(execute(f"{operation}.f32 %f4, %f1, %f2;", a, b), f32(*expected))
    for pair, widen, narrow in (
        ("f16x2", floats.from_f16, floats.to_f16),
        ("bf16x2", floats.from_bf16, floats.to_bf16),
    ):
        packed = [narrow(v).astype(U32) * U32(0x10001) for v in (a, b)]
        result = execute(f"{operation}.{pair} %r4, %r1, %r2;", *packed)
        same(widen((result & 0xFFFF).astype(U16)), f32(*expected))
        same(widen((result >> 16).astype(U16)), f32(*expected))


def test_conversions_of_f32():
    a = f32(1.5, -1.5, 1e30, -1e30, NAN, 0.99, -0.0)
    toward_zero = execute("cvt.rzi.s32.f32 %r4, %f1;", a, out=U32).view(np.int32)
    assert toward_zero.tolist() == [1, -1, 2**31 - 1, -(2**31), 0, 0, 0]
    same(execute("cvt.rzi.f32.f32 %f4, %f1;", a), np.trunc(a))
    same(execute("cvt.sat.f32.f32 %f4, %f1;", a), f32(1, 0, 1, 0, 0, 0.99, 0))
    wide = execute("cvt.f64.f32 %fd1, %f1;\nfma.rn.f64 %fd4, %fd1, %fd1, %fd1;", a, out=F64)
    assert wide[0] == 3.75
    halfway = np.array([1 + 2.0**-24, 1 + 3 * 2.0**-24, 1 + 2.0**-24 + 2.0**-50, 1e300])
    rounded = execute("cvt.rn.f32.f64 %f4, %fd1;", halfway, out=F32)
    same(rounded, f32(1, 1 + 2.0**-22, 1 + 2.0**-23, INF))


def nearest(value, bits, smallest):
    """Of a Fraction, ties to even: independent of numpy."""
    if value == 0:
        return 0.0
    exponent = max(math.frexp(float(value))[1] - 1, smallest) - (bits - 1)
    return float(round(value / Fraction(2) ** exponent) * Fraction(2) ** exponent)


@pytest.mark.parametrize(
    ("pair", "widen", "bits", "smallest"),
    [("f16x2", floats.from_f16, 11, -14), ("bf16x2", floats.from_bf16, 8, -126)],
)
def test_arithmetic_of_pairs(pair, widen, bits, smallest):
    random = np.random.default_rng(6)
    packed = [random.integers(0, 1 << 32, 2048, dtype=U32) for _ in range(3)]
    packed[2][:512] = packed[0][:512] ^ U32(0x80008000)  # cancels where b is near 1
    packed[1][:512] = 0x3C013C01 if pair == "f16x2" else 0x3F813F81
    result = execute(f"fma.rn.{pair} %r4, %r1, %r2, %r3;", *packed)
    seen = 0
    for shift in (0, 16):
        a, b, c, r = (widen(((v >> U32(shift)) & 0xFFFF).astype(U16)) for v in (*packed, result))
        ok = np.isfinite(a) & np.isfinite(b) & np.isfinite(c) & np.isfinite(r)
        seen += ok.sum()
        for x, y, z, w in zip(*(v[ok].tolist() for v in (a, b, c, r)), strict=True):
            assert w == nearest(Fraction(x) * Fraction(y) + Fraction(z), bits, smallest)
    assert seen > 2000


def test_conversions_to_pairs():
    values = np.concatenate([patterns(4096, 8), SPECIAL, f32(65504, 65519.996, 65520, 6e-8)])
    result = execute("cvt.rn.f16x2.f32 %r4, %f1, %f2;", values, values[::-1].copy(), out=U32)
    with np.errstate(over="ignore"):
        expected = values.astype(np.float16)
    same((result >> 16).astype(U16).view(np.float16), expected)
    same((result & 0xFFFF).astype(U16).view(np.float16), expected[::-1].copy())
    same(execute("mov.u16 %rs2, %rs1;\ncvt.f32.f16 %f4, %rs2;", expected.view(U16), out=F32),
         expected.astype(F32))  # fmt: skip
    back = execute("cvt.rn.bf16x2.f32 %r4, %f1, %f1;", values, out=U32) & 0xFFFF
    for value, bits in zip(values.tolist(), back.tolist(), strict=True):
        result = float(U32(bits << 16).view(F32))
        if math.isfinite(value) and math.isfinite(result):
            assert result == nearest(Fraction(value), 8, -126)
        else:
            assert math.isnan(result) == math.isnan(value)


def test_conversions_to_e4m3():
    values = f32(0, 1, 1.0625, 1.1875, 448, 1e9, -1e9, 2.0**-10, 2.0**-9, 3 * 2.0**-10, NAN, -0.0)
    body = "cvt.rn.satfinite.e4m3x2.f32 %rs4, %f1, %f2;"
    code = execute(body, values, f32(*[1] * len(values)), out=U16)
    assert (code & 0xFF).tolist() == [0x38] * len(values)
    expected = [0, 0x38, 0x38, 0x3A, 0x7E, 0x7E, 0xFE, 0, 1, 2, 0x7F, 0x80]
    assert (code >> 8).tolist() == expected
    both = execute("cvt.rn.f16x2.e4m3x2 %r4, %rs1;", code, out=U32)
    assert (both & 0xFFFF).tolist() == [0x3C00] * len(values)
    decoded = (both >> 16).astype(U16).view(np.float16).astype(F32)
    same(decoded, f32(0, 1, 1, 1.25, 448, 448, -448, 0, 2.0**-9, 2.0**-8, NAN, -0.0))


@pytest.mark.parametrize(
    ("name", "function", "ulps"),
    [("ex2", lambda x: 2.0**x, 2), ("rcp", lambda x: 1 / x, 1)],
)
def test_approximations_within_their_bounds(name, function, ulps):
    operation = f"{name}.approx.ftz.f32"
    x = np.linspace(-20, 20, 4000, dtype=F32)
    exact = np.array([function(v) for v in x.astype(F64).tolist()])
    spacing = np.spacing(np.abs(exact).astype(F32)).astype(F64)
    for way in (0, -1, 1):
        y = execute(f"{operation} %f4, %f1;", x, push={operation: way})
        off = (y - exact) / spacing
        assert np.abs(off - way * ulps).max() <= 1.01  # a power of 2 may lie between
        assert np.median(off) == pytest.approx(way * ulps, abs=0.2)
    special = f32(0.0, -0.0, INF, -INF, NAN, 1e-45, -1e-45, 130, -130)
    expected = {
        "ex2": f32(1, 1, INF, 0, NAN, 1, 1, INF, 0),
        "rcp": f32(INF, -INF, 0, -0.0, NAN, INF, -INF, F32(1 / 130), F32(-1 / 130)),
    }
    same(execute(f"{operation} %f4, %f1;", special), expected[name])


def test_tanh_within_its_bounds():
    x = np.concatenate([np.linspace(-9, 9, 4000, dtype=F32), f32(INF, -INF, NAN, -0.0)])
    exact = np.tanh(x.astype(F64))
    same(execute("tanh.approx.f32 %f4, %f1;", x), exact.astype(F32))
    for way in (-1, 1):
        y = execute("tanh.approx.f32 %f4, %f1;", x, push={"tanh.approx.f32": way})
        np.testing.assert_allclose(y[:4000], exact[:4000] * (1 + way * 2.0**-11), rtol=1e-7)
        assert y[4000:4002].tolist() == [1, -1]
    halves = floats.to_f16(x).astype(U32) * U32(0x10001)
    y = execute("tanh.approx.f16x2 %r4, %r1;", halves, push={"tanh.approx.f16x2": 1})
    off = floats.from_f16((y >> 16).astype(U16)) - np.tanh(floats.from_f16(floats.to_f16(x)))
    assert np.nanmax(np.abs(off[:4000] - 2.0**-10.987)) <= 2.0**-11  # half a spacing above 1
    halves = floats.to_bf16(x).astype(U32) * U32(0x10001)
    y = execute("tanh.approx.bf16x2 %r4, %r1;", halves)
    exact = np.tanh(floats.from_bf16(floats.to_bf16(x)).astype(F64))
    same(floats.from_bf16((y & 0xFFFF).astype(U16)), floats.from_bf16(floats.to_bf16(exact)))
    assert set(approximations.ALL) == {
        "ex2.approx.ftz.f32", "rcp.approx.ftz.f32",
        "tanh.approx.f32", "tanh.approx.f16x2", "tanh.approx.bf16x2",
    }  # fmt: skip
