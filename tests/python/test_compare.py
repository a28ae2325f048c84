# SPDX-License-Identifier: Apache-2.0
"""scripts/compare accuracy: what is worse fails, and only that."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Record, called, cell, record

KEY = "erf_cr/forward/f32/stdx-avx512"
LIBM = "erf_libm/forward/f32/scalar-fma"
NONE = {"count": 0, "first_x": None, "first_x_bits": None}
SOME = {"count": 3, "first_x": 1.0, "first_x_bits": "0x3f800000"}
HEADER = "method,pass,dtype,fma,max_ulp,worst_ulp_x,max_abs,worst_abs_x\n"


def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """What scripts/compare runs, without the second that a new interpreter takes."""
    return called("compare", "accuracy", *args)


def certificate(key: str = KEY, **more: Any) -> Record:
    row = {
        **cell(key, origin="library" if "libm" in key else "portable"),
        "reference": "own", "region": "all", "coverage": "exhaustive", "exhaustive": True,
        "inputs": 1 << 32, "max_ulp": 0.5, "max_abs": 1e-7, "max_rel": 1e-7, "not_correct": 0,
        "sign_errors": NONE, "zero_sign_errors": NONE, "nan_errors": NONE, "inf_errors": NONE,
        "wrong_steps": [{**NONE, "from": "-inf", "to": "inf"}], "hash": "0x12",
        "hash_equals_reference": True, "confirmed_by": None, "differs_from": None,
    }  # fmt: skip
    return {**row, **more}


def special(output: float, bits: str, correct: bool, key: str = KEY) -> Record:
    return {
        **cell(key), "input": "-inf", "input_bits": "0xff800000", "output": output,
        "output_bits": bits, "correct": -0.0, "correct_bits": "0x80000000", "is_correct": correct,
    }  # fmt: skip


Save = Callable[[Any, str], Path]


def compared(
    saved: Save, before: list[Record], after: list[Record], *flags: str, **more: Any
) -> subprocess.CompletedProcess[str]:
    base = saved(record(accuracy=before, **more.get("base", {})), "base.json")
    head = saved(record(accuracy=after, **more.get("head", {})), "head.json")
    return run(base, head, *flags)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"max_ulp": 0.5000001}, "max_ulp 0.5 -> 0.5"),
        ({"max_ulp": "inf"}, "max_ulp 0.5 -> inf"),
        ({"max_abs": "nan"}, "max_abs 1e-07 -> nan"),
        ({"max_rel": 2e-7}, "max_rel"),
        ({"not_correct": 1}, "not_correct 0 -> 1"),
        ({"sign_errors": SOME}, "wrong signs 0 -> 3"),
        ({"zero_sign_errors": SOME}, "wrong signs of zero 0 -> 3"),
        ({"nan_errors": SOME}, "wrong NaNs 0 -> 3"),
        ({"inf_errors": SOME}, "wrong infinities 0 -> 3"),
        ({"wrong_steps": [{**SOME, "from": "-inf", "to": "inf"}]}, "steps the wrong way 0 -> 3"),
        ({"hash_equals_reference": False}, "no longer all correctly rounded"),
        ({"differs_from": "erf_cr/forward/f32/scalar-fma"}, "bits differ from those of"),
    ],
)
def test_each_way_to_get_worse_fails(saved: Save, change: Record, text: str) -> None:
    done = compared(saved, [certificate()], [certificate(**change)])
    assert done.returncode == 1, done.stderr
    assert f"worse   {KEY}  " in done.stdout
    assert text in done.stdout
    back = compared(saved, [certificate(**change)], [certificate()])
    assert back.returncode == 0, back.stdout
    assert f"better  {KEY}  " in back.stdout


def test_the_same_is_the_same(saved: Save) -> None:
    done = compared(saved, [certificate()], [certificate()])
    assert done.returncode == 0
    assert done.stdout == "1 kernels compared: 0 worse, 0 better, 1 unmoved\n"


def test_other_bits_are_told_and_fail_on_request(saved: Save) -> None:
    before, after = ([certificate(hash=h, hash_equals_reference=False)] for h in ("0x1", "0x2"))
    done = compared(saved, before, after)
    assert done.returncode == 0
    assert f"changed {KEY}  hash 0x1 -> 0x2" in done.stdout
    assert compared(saved, before, after, "--same-bits").returncode == 1


def test_special_values(saved: Save) -> None:
    right, wrong = special(-0.0, "0x80000000", True), special(0.0, "0x00000000", False)
    rows = [certificate()]
    done = compared(
        saved, rows, rows, base={"special_values": [right]}, head={"special_values": [wrong]}
    )
    assert done.returncode == 1
    assert "at -inf: -0 -> 0" in done.stdout
    done = compared(
        saved, rows, rows, base={"special_values": [wrong]}, head={"special_values": [right]}
    )
    assert done.returncode == 0


def test_a_weaker_certificate_is_worse_and_a_stronger_one_proves_nothing(saved: Save) -> None:
    sample = {"coverage": "sample", "exhaustive": False, "inputs": 1000}
    weaker = compared(saved, [certificate()], [certificate(**sample)])
    assert weaker.returncode == 1
    assert "certified over less" in weaker.stdout
    stronger = compared(saved, [certificate(**sample)], [certificate(max_ulp=0.6)])
    assert stronger.returncode == 0
    assert "changed" in stronger.stdout
    fault = compared(saved, [certificate(**sample)], [certificate(nan_errors=SOME)])
    assert fault.returncode == 1


@pytest.mark.parametrize(("error", "code"), [(0.54, 0), (0.56, 1)])
def test_another_search_may_find_a_little_more(saved: Save, error: float, code: int) -> None:
    search = {"coverage": "search", "exhaustive": False, "inputs": 1000}
    before = certificate(**search, search_seed=1)
    after = certificate(**search, search_seed=2, max_ulp=error)
    assert compared(saved, [before], [after]).returncode == code


def test_what_a_kernel_shares_is_found_with_the_one_that_confirms_it(saved: Save) -> None:
    other = KEY.replace("stdx-avx512", "scalar-fma")
    tail = {"region": "tail", "reference": "exact"}
    before = [certificate(), certificate(**tail), certificate(other), certificate(other, **tail)]
    after = [
        certificate(),
        certificate(**tail, max_ulp=9),
        certificate(other, confirmed_by=KEY),
    ]
    done = compared(saved, before, after)
    assert done.returncode == 1
    assert f"worse   {other}  against exact GELU: tail: max_ulp 0.5 -> 9" in done.stdout


def test_bounds(tmp_path: Path) -> None:
    base, head = tmp_path / "base.csv", tmp_path / "head.csv"
    base.write_text(HEADER + "erf_cr,forward,f32,1,0.5,0x0,1e-7,0x0\n")
    head.write_text(HEADER + "erf_cr,forward,f32,1,0.6,0x0,9e-8,0x0\n")
    done = run(base, head)
    assert done.returncode == 1
    assert "worse   erf_cr/forward/f32 with fma  max_ulp 0.5 -> 0.6" in done.stdout
    assert "better  erf_cr/forward/f32 with fma  max_abs 1e-07 -> 9e-08" in done.stdout
    assert run(base, base).returncode == 0


def test_bounds_tell_when_results_changed(tmp_path: Path) -> None:
    header = HEADER.replace("\n", ",hash\n")
    rows = "erf_cr,forward,f32,1,0.5,0x0,1e-7,0x0,{}\nerf_cr,forward,f64,1,0.5,0x0,1e-7,0x0,\n"
    without, base, head = (tmp_path / f"{name}.csv" for name in ("without", "base", "head"))
    without.write_text(HEADER + "erf_cr,forward,f32,1,0.5,0x0,1e-7,0x0\n")
    base.write_text(header + rows.format("0x01"))
    head.write_text(header + rows.format("0x02"))
    done = run(base, head)
    assert done.returncode == 0
    assert "changed erf_cr/forward/f32 with fma  hash 0x01 -> 0x02" in done.stdout
    assert run(base, head, "--same-bits").returncode == 1
    assert run(base, base, "--same-bits").returncode == 0
    assert run(without, base, "--common", "--same-bits").returncode == 0


def test_the_script_takes_a_file_out_of_git(tmp_path: Path) -> None:
    command = [ROOT / "scripts" / "compare", "accuracy", *["HEAD:kernels/bounds.csv"] * 2]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(" unmoved\n")


def refused(done: subprocess.CompletedProcess[str], text: str) -> None:
    assert done.returncode == 2, done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert text in done.stderr


def test_kernels_of_one_side(saved: Save) -> None:
    rows = [certificate(), certificate(KEY.replace("erf_cr", "erf_1ulp"))]
    for before, after, side in ((rows, rows[:1], "BASE"), (rows[:1], rows, "HEAD")):
        done = compared(saved, before, after)
        refused(done, "1 kernels on one side only")
        assert f"only in {side}: erf_1ulp" in done.stdout
        assert compared(saved, before, after, "--common").returncode == 0


def test_unlike_machines(saved: Save) -> None:
    rows = [certificate(), certificate(LIBM)]
    machine = {**record()["machine"], "libc": "glibc 2.41"}
    refused(compared(saved, rows, rows, head={"machine": machine}), "unlike machines: libc")
    done = compared(saved, rows, rows, "--portable", head={"machine": machine})
    assert done.returncode == 0
    assert done.stdout.startswith("1 kernels compared")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("", "no column 'method'"),
        (HEADER, "no rows"),
        (HEADER + "a,forward,f32,1,x,0,0,0\n", "line 2: not a number"),
        (HEADER + "a,forward\n", "line 2: not as many fields"),
        (HEADER + "a,forward,f32,1,0,0,0,0\n" * 2, "line 3: a/forward/f32 with fma stands twice"),
    ],
)
def test_bad_bounds(tmp_path: Path, content: str, text: str) -> None:
    path = tmp_path / "b.csv"
    path.write_text(content)
    refused(run(path, path), text)


def test_bad_arguments(saved: Save, tmp_path: Path) -> None:
    good = saved(record(accuracy=[certificate()]), "good.json")
    bounds = tmp_path / "b.csv"
    bounds.write_text(HEADER + "a,forward,f32,1,0,0,0,0\n")
    refused(run(good, tmp_path / "none.json"), "No such file")
    refused(run(good, bounds), "one is a record")
    refused(run("nothing:kernels/bounds.csv", good), "nothing")
    refused(run(good, saved(record(), "empty.json")), "HEAD: no certificates")
    refused(run(good, saved({**record(), "schema_version": 9}, "v9.json")), "unknown schema")
    refused(run(good), "Missing argument 'head'")
    refused(run(good, good, "--nonsense"), "--nonsense")
