# SPDX-License-Identifier: Apache-2.0
"""The built CUDA kernels, executed on the CPU: bits, errors, and that both are noticed."""

from __future__ import annotations

import csv
import io
import shutil

import pytest
from conftest import BUILD, called, loadable

built = pytest.mark.skipif(
    not (BUILD / "cuda/kernels.tsv").exists() or not list((BUILD / "cuda").glob("*.ptx")),
    reason="no PTX: built without nvcc",
)
# Largest errors of what is not of the vocabulary, on |x| <= 16: exact approximations, and at the
# ends of their bounds. The latter let tanh.approx err by 2^-11 of x/2 (docs/cuda.md).
EXACT = {"f32": 2e-6, "f16": 2e-3, "bf16": 1e-2, "bf16_e4m3": 0.501, "e4m3": 0.07}
BOUND = {"f32": 4e-6, "f16": 2e-3, "bf16": 1e-2, "bf16_e4m3": 0.501, "e4m3": 0.07}


def executed(only, build=BUILD):
    run = called("ptx", build, "--only", only)
    return run, list(csv.DictReader(io.StringIO(run.stdout)))


@built
@loadable
def test_one_vector_per_thread_on_all_inputs():
    run, rows = executed("cuda-v1$")
    assert run.returncode == 0, run.stderr
    compared = [row for row in rows if row["different_bits"]]
    assert len(compared) >= 130
    assert all(row["different_bits"] == "0" for row in compared)
    assert {row["inputs"] for row in compared} == {"327698", "65536"}
    assert all(row["different_alone"] == "0" for row in rows)
    for row in rows:
        assert row["nan_lost"] in ("", "0"), row
        dtype = row["kernel"].split("/")[2]
        if row["different_bits"] or not row["max_abs"]:
            continue
        assert float(row["max_abs"]) <= EXACT[dtype], row
        if "tanh.approx" not in row["approximations"]:
            assert float(row["bound_abs"]) <= BOUND[dtype], row
        assert float(row["bound_abs"]) <= max(0.25, BOUND[dtype]), row
        assert float(row["bound_abs"]) >= float(row["max_abs"]) * 0.5, row


@built
@loadable
@pytest.mark.parametrize("shell", ["e1", "v2", "v4", "p2", "r1"])
def test_other_shells(shell):
    run, rows = executed(f"^(copy|relu|poly_1e4|erf_4ulp|erf_ex2|packed_poly)/.*cuda-{shell}$")
    assert run.returncode == 0, run.stderr
    assert rows
    assert any(row["different_bits"] == "0" or row["max_abs"] for row in rows)


@pytest.fixture
def changed(tmp_path):
    """A build with one kernel whose PTX is edited."""

    def change(entry, old, new):
        (tmp_path / "cuda").mkdir()
        (tmp_path / "lib").symlink_to(BUILD / "lib")
        shutil.copy(BUILD / "cuda/kernels.tsv", tmp_path / "cuda")
        text = (BUILD / "cuda/f32.ptx").read_text()
        start = text.index(f".visible .entry {entry}(")
        head, body = text[:start], text[start:]
        assert old in body
        (tmp_path / "cuda/f32.ptx").write_text(head + body.replace(old, new, 1))
        return tmp_path

    return change


def entry(key):
    with (BUILD / "cuda/kernels.tsv").open(newline="") as file:
        return next(r["entry"] for r in csv.DictReader(file, delimiter="\t") if r["key"] == key)


@built
@loadable
@pytest.mark.parametrize(
    ("key", "old", "new", "code", "cause"),
    [
        ("poly_4/forward/f32/cuda-v1", "fma.rn.f32", "fma.rm.f32", 1, "when done one by one"),
        ("erf_exp/forward/f32/cuda-v1", "add.rn.f32", "sub.rn.f32", 1, "when done one by one"),
        ("copy/forward/f32/cuda-v1", "+12], %r12", "+4096], %r12", 2, "outside of its array"),
        ("copy/forward/f32/cuda-v1", "ld.global.v4.u32", "ld.global.v4.u3", 2, "cannot execute"),
    ],
)  # fmt: skip
def test_a_wrong_kernel_is_noticed(changed, key, old, new, code, cause):
    run, _ = executed(f"^{key}$", changed(entry(key), old, new))
    assert run.returncode == code, run.stderr
    assert cause in run.stderr


def test_what_is_not_there_is_named(tmp_path):
    assert "build with the CUDA part" in called("ptx", tmp_path).stderr
    assert called("ptx", tmp_path).returncode == 2
    (tmp_path / "cuda").mkdir()
    (tmp_path / "cuda/kernels.tsv").write_text("key\tfile\n")
    assert "no kernel" in called("ptx", tmp_path).stderr
    assert called("ptx", tmp_path, "--only", "(").returncode == 2
