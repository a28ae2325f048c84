# SPDX-License-Identifier: Apache-2.0
"""The evaluator of PTX: choices, bits, control flow, memory, and faults."""

from __future__ import annotations

import numpy as np
import pytest
from ptx_snippets import F32, HEAD, NAN, U32, U64, execute, f32, same

from gelubench import files
from gelubench.ptx.machine import Machine
from gelubench.ptx.memory import Memory
from gelubench.ptx.program import Module


@pytest.mark.parametrize(
    ("comparison", "expected"),  # of 1, 2 and of 2, 2 and of 3, 2 and of NaN, 2
    [
        ("lt.f32", "1000"), ("le.f32", "1100"), ("gt.f32", "0010"), ("ge.f32", "0110"),
        ("eq.f32", "0100"), ("ne.f32", "1010"), ("ltu.f32", "1001"), ("geu.f32", "0111"),
        ("gtu.f32", "0011"), ("leu.f32", "1101"), ("neu.f32", "1011"), ("equ.f32", "0101"),
        ("nan.f32", "0001"), ("num.f32", "1110"),
    ],
)  # fmt: skip
def test_comparisons_and_selection(comparison, expected):
    body = f"setp.{comparison} %p1, %f1, %f2;\nselp.f32 %f4, 0f3F800000, 0f00000000, %p1;"
    result = execute(body, f32(1, 2, 3, NAN), f32(2, 2, 2, 2))
    assert "".join(str(int(v)) for v in result) == expected


def test_integer_comparisons_know_signs():
    a = np.array([0xFFFFFFFF, 1], U32)
    for type_, expected in (("u32", [0, 1]), ("s32", [1, 0])):
        body = f"setp.lt.{type_} %p1, %r1, 2;\nselp.b32 %r4, 1, 0, %p1;"
        if type_ == "s32":
            body = body.replace("%r1, 2", "%r1, 1")
        assert execute(body, a).tolist() == expected


def test_predicates_combine():
    body = "setp.lt.f32 %p1, %f1, %f2;\nsetp.gt.f32 %p2, %f1, 0f00000000;\n"
    body += "or.pred %p3, %p1, %p2;\nand.pred %p4, %p3, %p2;\nselp.f32 %f4, %f1, %f2, %p4;"
    assert execute(body, f32(-1, 1, 3), f32(2, 2, 2)).tolist() == [2, 1, 3]


def test_bits():
    a, b = np.array([0xF0F01234, 0x80000001], U32), np.array([0x0FF0FFFF, 3], U32)
    assert execute("and.b32 %r4, %r1, -65536;", a).tolist() == [0xF0F00000, 0x80000000]
    assert execute("or.b32 %r4, %r1, %r2;", a, b).tolist() == [0xFFF0FFFF, 0x80000003]
    assert execute("xor.b32 %r4, %r1, %r2;", a, b).tolist() == [0xFF00EDCB, 0x80000002]
    assert execute("shl.b32 %r4, %r1, 4;", a).tolist() == [0x0F012340, 0x10]
    assert execute("shr.u32 %r4, %r1, 31;", a).tolist() == [1, 1]
    assert execute("shl.b32 %r4, %r1, %r2;", a, np.array([32, 1], U32)).tolist() == [0, 2]
    assert execute("add.s32 %r4, %r1, -1;", a).tolist() == [0xF0F01233, 0x80000000]
    assert execute("sub.s32 %r4, 0, %r1;", a).tolist() == [0x0F0FEDCC, 0x7FFFFFFF]
    assert execute("max.u32 %r4, %r1, %r2;", a, b).tolist() == a.tolist()
    # Bytes 4, 0, 3, 2 from the lowest on; and the sign of byte 3 spread, byte 1 three times.
    assert execute("prmt.b32 %r4, %r1, %r2, 0x2304;", a, b).tolist() == [0xF0F034FF, 0x00800103]
    assert execute("prmt.b32 %r4, %r1, %r2, 4379;", a, b).tolist() == [0x121212FF, 0x000000FF]
    wide = np.array([0xFFFFFFFF00000001, 0x123456789ABCDEF0], U64)
    other = np.array([0xFEDCBA9876543210, 3], U64)
    pairs = list(zip(wide.tolist(), other.tolist(), strict=True))
    high = execute("mul.hi.u64 %rd4, %rd1, %rd2;", wide, other)
    assert high.tolist() == [(x * y) >> 64 for x, y in pairs]
    low = execute("mul.lo.s64 %rd4, %rd1, %rd2;", wide, other)
    assert low.tolist() == [(x * y) % 2**64 for x, y in pairs]


def test_signs():
    a, b = f32(1.5, -2, -0.0, NAN), f32(-3, 4, 5, -6)
    assert execute("copysign.f32 %f4, %f2, %f1;", a, b)[:3].tolist() == [-1.5, 2, 0]
    same(execute("neg.f32 %f4, %f1;", a), -a)
    same(execute("abs.f32 %f4, %f1;", a), np.abs(a))


def test_packing():
    body = "cvt.u16.u32 %rs1, %r1;\ncvt.u16.u32 %rs2, %r2;\nmov.b32 %r4, {%rs1, %rs2};"
    a, b = np.array([0x12345678], U32), np.array([0x9ABCDEF0], U32)
    assert execute(body, a, b).tolist() == [0xDEF05678]
    body = "mov.b32 {%rs1, %rs2}, %r1;\ncvt.u32.u16 %r4, %rs2;"
    assert execute(body, a).tolist() == [0x1234]


def test_lookup_in_a_constant():
    body = "mov.u64 %rd1, table;\nmul.wide.u32 %rd2, %r1, 4;\nadd.s64 %rd3, %rd1, %rd2;\n"
    body += "ld.global.nc.f32 %f4, [%rd3+-4];"
    index = np.array([3, 1, 2, 1], U32)
    assert execute(body, index, out=F32).tolist() == [3, 1, 2, 1]
    with pytest.raises(files.Refused, match="an address outside"):
        execute(body, np.array([1, 6], U32), out=F32)
    with pytest.raises(files.Refused, match="misaligned"):
        execute(body.replace("+-4", "+-2"), index, out=F32)


LOOP = """
	mov.f32 	%f4, 0f00000000;
	mov.u32 	%r1, 0;
$L_1:
	setp.geu.f32 	%p1, %f4, %f1;
	@%p1 bra 	$L_2;
	add.rn.f32 	%f4, %f4, 0f40000000;
	add.s32 	%r1, %r1, 1;
	setp.lt.u32 	%p2, %r1, 100;
	@%p2 bra 	$L_1;
	bra.uni 	$L_3;
$L_2:
	neg.f32 	%f4, %f4;
$L_3:
	@!%p1 add.rn.f32 	%f4, %f4, 0f3F000000;
"""


def test_threads_part_and_meet():
    """Loops of different lengths, a branch that some never take, a guard on an operation."""
    result = execute(LOOP, f32(0, 1, 4, 7, 1e9, NAN))
    assert result.tolist() == [0, -2, -4, -8, 200.5, 0]


def test_vectors_of_memory():
    module = Module(
        HEAD
        + """ld.param.u64 %rd1, [k_param_0];
ld.param.v2.u32 {%r1, %r2}, [k_param_0+8];
shl.b64 %rd2, %rd22, 4;
add.s64 %rd3, %rd1, %rd2;
ld.global.v4.f32 {%f1, %f2, %f3, %f4}, [%rd3];
add.s32 %r3, %r1, %r2;
st.global.u32 [%rd3+4], %r3;
st.global.v2.f32 [%rd3+8], {%f4, %f3};
ret;
}"""
    )
    data = np.arange(1024, dtype=F32)
    memory = Memory()
    parameters = np.array([memory.add(data), 5 + (7 << 32), 0, 0, 0], U64).tobytes()
    Machine(module, module.entry("k"), memory).run(1, parameters)
    assert data[:4].tolist() == [0, float(U32(12).view(F32)), 3, 2]
    assert data[-4:].tolist() == [1020, float(U32(12).view(F32)), 1023, 1022]


def test_reduction_over_a_warp():
    body = "redux.sync.max.u32 %r4, %r1, %r2;"
    a = np.arange(512, dtype=U32)
    assert execute(body, a, a).tolist() == [32 * (i // 32) + 31 for i in range(512)]


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("sin.approx.f32 %f4, %f1;", "cannot execute sin.approx.f32"),
        ("add.rn.f32 %f4, %f1;", "cannot execute add.rn.f32"),
        ("add.rn.f32 %f4, %f1, 0x;", "not a number"),
        ("1 + 1;", "cannot be read"),
        ("ld.global.f32 %f4, [%rd11+1048576];", "outside of"),
    ],
)
def test_what_cannot_be_executed_is_refused(body, cause):
    with pytest.raises(files.Refused, match=cause):
        execute(body, f32(1))


def test_a_copy_keeps_its_value_when_some_threads_change_the_original():
    body = "add.rn.f32 %f3, %f1, %f1;\nmov.f32 %f2, %f3;\nsetp.gt.f32 %p1, %f1, 0f40000000;\n"
    body += "@%p1 mov.f32 %f3, 0f00000000;\nsub.rn.f32 %f4, %f2, %f3;"
    assert execute(body, f32(1, 2, 3, 4)).tolist() == [0, 0, 6, 8]
