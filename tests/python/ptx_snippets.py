# SPDX-License-Identifier: Apache-2.0
"""Runs a few lines of PTX as a kernel of one element per thread."""

from __future__ import annotations

import numpy as np

from gelubench.ptx.machine import Machine
from gelubench.ptx.memory import Memory
from gelubench.ptx.program import Module

F32, F64, U16, U32, U64 = np.float32, np.float64, np.uint16, np.uint32, np.uint64
INF, NAN = float("inf"), float("nan")
HEAD = """.version 9.0
.target sm_90
.address_size 64
.global .align 4 .b8 table[16] = {0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128};
.visible .entry k(
	.param .align 8 .b8 k_param_0[40]
)
.maxntid 256, 1, 1
{
	.reg .pred 	%p<9>;
	.reg .b16 	%rs<9>;
	.reg .f32 	%f<9>;
	.reg .f64 	%fd<9>;
	.reg .b32 	%r<9>;
	.reg .b64 	%rd<30>;

	mov.u32 	%r7, %ctaid.x;
	mov.u32 	%r8, %tid.x;
	mul.wide.u32 	%rd20, %r7, 256;
	cvt.u64.u32 	%rd21, %r8;
	add.s64 	%rd22, %rd20, %rd21;
"""
REGISTER = {2: ("u16", "%rs"), 4: ("u32", "%r"), 8: ("u64", "%rd")}


def registers(dtype):
    if dtype in (F32, F64):
        return ("f32", "%f") if dtype == F32 else ("f64", "%fd")
    return REGISTER[np.dtype(dtype).itemsize]


def entry(body, dtypes, out):
    """One element per thread: its inputs in %x1, %x2, ...; the result is register 4."""
    text = HEAD
    for i, dtype in enumerate([*dtypes, out]):
        size = np.dtype(dtype).itemsize.bit_length() - 1
        text += f"ld.param.u64 %rd23, [k_param_0+{8 * i}];\ncvta.to.global.u64 %rd24, %rd23;\n"
        text += f"shl.b64 %rd25, %rd22, {size};\nadd.s64 %rd{10 + i}, %rd24, %rd25;\n"
        if i < len(dtypes):
            type_, name = registers(dtype)
            text += f"ld.global.{type_} {name}{i + 1}, [%rd{10 + i}];\n"
    type_, name = registers(out)
    return f"{text}{body}\nst.global.{type_} [%rd{10 + len(dtypes)}], {name}4;\nret;\n}}\n"


def execute(body, *inputs, out=None, push=None):
    """Runs `body` for all elements of the inputs, which are padded to whole blocks."""
    n = len(inputs[0])
    blocks = -(-n // 256)
    out = out or inputs[0].dtype.type
    memory = Memory()
    held = [np.resize(a, blocks * 256) for a in inputs]
    result = np.zeros(blocks * 256, out)
    at = [memory.add(a) for a in (*held, result)]
    module = Module(entry(body, [a.dtype.type for a in inputs], out))
    parameters = np.array(at + [0] * (5 - len(at)), U64).tobytes()
    Machine(module, module.entry("k"), memory, push).run(blocks, parameters)
    return result[:n]


def f32(*values):
    return np.array(values, F32)


def same(a, b):
    """In bits; any NaN is as good as any other."""
    a, b = np.asarray(a), np.asarray(b)
    bits = f"u{a.dtype.itemsize}"
    assert a.dtype == b.dtype
    np.testing.assert_array_equal(
        np.where(np.isnan(a), 0, a.view(bits)), np.where(np.isnan(b), 0, b.view(bits))
    )
    np.testing.assert_array_equal(np.isnan(a), np.isnan(b))


SPECIAL = f32(0.0, -0.0, 1, -1, 1e-45, -1e-45, 1.17549435e-38, 3.4028235e38, INF, -INF, NAN, 0.5)


def patterns(n, seed):
    return np.random.default_rng(seed).integers(0, 1 << 32, n, dtype=U32).view(F32)
