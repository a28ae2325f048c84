# SPDX-License-Identifier: Apache-2.0
"""Static records of the CUDA kernels: reading cubins and PTX, and the gate on instructions."""

import struct

import pytest

from gelubench import cubin, cuda_static, files

FMA, NOP = 0x223, cubin.NOP
PTX = """.version 9.0
.visible .entry one(
	.param .u64 one_param_0
)
{
	.reg .pred 	%p<2>;
	ld.param.u64 	%rd1, [one_param_0];
	fma.rn.f32 	%f1, %f2, %f3, %f4;
	@%p1 bra 	$L__BB0_2;
	fma.rn.f32 	%f1, %f2, %f3, %f4;
$L__BB0_2:
	ret;

}
.visible .entry two(
)
{
	ex2.approx.ftz.f32 	%f1, %f2;
	ret;
}
"""


def elf(kernels):
    """A cubin with just what is read: {entry: (registers, frame, operations)}."""
    names, sections = b"\0", []

    def name(text):
        nonlocal names
        names += text.encode() + b"\0"
        return len(names) - len(text) - 1

    symbols, info, texts = b"\0" * 24, b"", []
    for number, (entry, (registers, frame, operations)) in enumerate(kernels.items(), 1):
        symbols += struct.pack("<IBBHQQ", name(entry), 0, 0, 0, 0, 0)
        info += struct.pack("<BBHII", 4, 0x2F, 8, number, registers)
        info += struct.pack("<BBH", 3, 0x50, 0)  # an attribute without data
        info += struct.pack("<BBHII", 4, 0x11, 8, number, frame)
        texts.append((f".text.{entry}", b"".join(struct.pack("<QQ", op, 0) for op in operations)))
    for section, body in [(".nv.info", info), (".symtab", symbols), *texts]:
        sections.append((name(section), body))
    sections.append((name(".strtab"), None))
    sections = [(n, names if body is None else body) for n, body in sections]
    offset, blob, table = 64, b"", b""
    for at, body in sections:
        table += struct.pack("<IIQQQQIIQQ", at, 1, 0, 0, offset + len(blob), len(body), 0, 0, 0, 0)
        blob += body
    head = b"\x7fELF".ljust(0x28, b"\0") + struct.pack("<Q", offset + len(blob))
    head = head.ljust(0x3A, b"\0") + struct.pack("<HHH", 64, len(sections), len(sections) - 1)
    return head.ljust(64, b"\0") + blob + table


@pytest.fixture
def built(tmp_path):
    """One kernel in two shells: 4 elements more take 8 fma and 4 special operations."""
    code = {
        "one": (20, 0, [FMA] * 10 + [cubin.MUFU] * 4 + [NOP] * 2),
        "two": (30, 0, [FMA] * 18 + [cubin.MUFU] * 8 + [NOP] * 6),
    }
    (tmp_path / "f32.sm_90.cubin").write_bytes(elf(code))
    (tmp_path / "f32.ptx").write_text(PTX)
    (tmp_path / "kernels.tsv").write_text(
        "key\tfile\tentry\tin\tout\tinputs\toutputs\tvector\tin_flight\torigin\n"
        "m/forward/f32/cuda-v1\tf32\tone\tf32\tf32\t1\t1\t4\t1\tportable\n"
        "m/forward/f32/cuda-v2\tf32\ttwo\tf32\tf32\t1\t1\t4\t2\tportable\n"
    )
    return tmp_path


def test_a_cubin_is_read(built):
    codes = cubin.read(built / "f32.sm_90.cubin")
    assert codes["one"] == cubin.Code(registers=20, local=0, instructions=14, special=4)
    assert codes["two"] == cubin.Code(registers=30, local=0, instructions=26, special=8)


def test_what_is_no_cubin_is_refused(tmp_path):
    (tmp_path / "x").write_bytes(b"no")
    with pytest.raises(files.Refused, match="not a cubin"):
        cubin.read(tmp_path / "x")
    with pytest.raises(files.Refused, match="build with the CUDA part"):
        cuda_static.analyse(tmp_path)


def test_operations_are_counted_per_entry():
    found = cuda_static.operations(PTX)
    assert found["one"]["fma.rn.f32"] == 2
    assert found["one"]["bra"] == 1
    assert found["two"] == {"ex2.approx.ftz.f32": 1, "ret": 1}


def test_marginal_instructions_and_bound(built):
    row, other = cuda_static.analyse(built)
    assert (row["slots"], row["special"], row["bytes_per_element"]) == (3.0, 1.0, 8)
    assert "slots" not in other
    h200 = row["predicted"]["H200-SXM"]
    assert h200["limit"] == "memory"
    assert h200["pct_of_copy"] == 100.0
    assert set(row["predicted"]) == {"H100-SXM", "H200-SXM"}
    assert row["ptx"]["ex2.approx.ftz.f32"] == 0.25
    assert "static,m/forward/f32/cuda-v1,sm_90,slots,3" in cuda_static.to_csv([row]).splitlines()


def test_the_gate(built):
    rows = cuda_static.analyse(built)
    table = cuda_static.expectation(rows)
    assert table == "kernel,sm_90\nm/forward/f32,3\n"
    assert cuda_static.compare(rows, table) == ([], [])
    assert cuda_static.compare(rows, table.replace(",3", ",2.5")) == ([], [])
    failures, _ = cuda_static.compare(rows, table.replace(",3", ",2.4"))
    assert failures == ["m/forward/f32 on sm_90: 3 instructions per element, was 2.4"]
    _, notes = cuda_static.compare(rows, table.replace(",3", ",4"))
    assert notes == ["m/forward/f32 on sm_90: 3 instructions per element, was 4"]
    failures, notes = cuda_static.compare(rows, "kernel,sm_90\ngone/forward/f32,3\n")
    assert failures == ["gone/forward/f32 on sm_90: expected, not built"]
    assert notes == ["m/forward/f32: not in the expectation yet"]


def test_local_memory_is_a_fault(built):
    (built / "f32.sm_90.cubin").write_bytes(elf({"one": (20, 16, [FMA]), "two": (20, 0, [FMA])}))
    assert cuda_static.faults(cuda_static.analyse(built)) == [
        "m/forward/f32/cuda-v1 on sm_90: 16 bytes of local memory"
    ]
