# SPDX-License-Identifier: Apache-2.0
"""gelu-count: records, expectations, and a second counter that agrees."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import PRESET, PROGRAMS, ROOT

from gelubench import files

COUNT = PROGRAMS / "gelu-count"
TINY = ["--methods=relu,erf_4ulp", "--backends=scalar-sse2,stdx-avx2", "--passes=forward"]

pytestmark = [
    pytest.mark.skipif(not COUNT.exists(), reason=f"{COUNT} is not built"),
    pytest.mark.skipif(PRESET == "asan", reason="a sanitizer's instructions are not a kernel's"),
]


def run(*args: str | Path, prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [*prefix, COUNT, *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def counts(path: Path, *args: str) -> list[dict[str, Any]]:
    done = run(*args, f"--out-json={path}")
    assert done.returncode == 0, done.stderr
    record = files.read(path)
    for absent in record["absent"]:
        if absent["what"] == "counts":
            pytest.skip(absent["reason"])
    return record["counts"]


def test_a_record_fits_the_schema_and_adds_up(tmp_path: Path) -> None:
    rows = counts(tmp_path / "r.json", *TINY, f"--out-csv={tmp_path / 'r.csv'}")
    assert len(rows) >= 2
    for row in rows:
        few, many = row["instructions"]
        assert (many - few) / (row["n"][1] - row["n"][0]) == row["instructions_per_element"]
        if row["opcodes"] is not None:
            assert sum(row["opcodes"].values()) == pytest.approx(row["instructions_per_element"])
            assert "unknown" not in row["opcodes"]
            # Each element is read and written once, by vectors of whatever length.
            assert row["opcodes"]["store"] <= row["writes"] <= 1
    assert "instructions_per_element" in (tmp_path / "r.csv").read_text()


CALLGRIND = ["scalar-sse2", "autovec-sse2", "vc-sse4", "vc-avx2", "stdx-avx2"]


@pytest.mark.parametrize("backend", CALLGRIND)
def test_callgrind_counts_the_same(tmp_path: Path, backend: str) -> None:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        pytest.skip("valgrind is not installed")
    picked = [f"--backends={backend}", "--methods=erf_4ulp", "--passes=forward", "--dtypes=f32"]
    if run(*picked, "--call=64").returncode == 3:
        pytest.skip(f"{backend} is not built, or not for this processor")
    rows = counts(tmp_path / "r.json", *picked)
    tool = ("--tool=callgrind", "--toggle-collect=gelu_count_call")
    seen = []
    for n in rows[0]["n"]:
        prefix = (valgrind, *tool, f"--callgrind-out-file={tmp_path / 'callgrind'}")
        done = run(*picked, f"--call={n}", prefix=prefix)
        assert done.returncode == 0, done.stderr
        seen.append(int(re.search(r"Collected : (\d+)", done.stderr)[1]))
    few, many = rows[0]["instructions"]
    assert many - few == seen[1] - seen[0]


def test_where_stepping_does_not_work_counts_are_absent(tmp_path: Path) -> None:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        pytest.skip("valgrind is not installed")
    out = tmp_path / "r.json"
    picked = ["--methods=relu", "--backends=scalar-sse2", "--passes=forward"]
    done = run(*picked, f"--out-json={out}", prefix=(valgrind, "-q"))
    assert done.returncode == 0, done.stderr
    record = files.read(out)
    assert record["counts"] == []
    reasons = [a["reason"] for a in record["absent"] if a["what"] == "counts"]
    assert len(reasons) == 1 and "trap flag" in reasons[0]
    # Nothing was checked: that is not success.
    done = run(*picked, f"--check={ROOT / 'tests/expected'}", prefix=(valgrind, "-q"))
    assert done.returncode == 3


def test_expectations_are_made_and_kept_by_one_command(tmp_path: Path) -> None:
    counts(tmp_path / "r.json", *TINY)  # skips where nothing can be counted
    assert run(*TINY, f"--check={tmp_path}").returncode == 3
    assert run(*TINY, f"--update={tmp_path}").returncode == 0
    (path,) = tmp_path.glob("counts_*.csv")
    whole = path.read_text()
    assert run(*TINY, f"--check={tmp_path}").returncode == 0
    # Limits and the rows that were not counted stay.
    path.write_text(whole.replace(",10\n", ",7\n"))
    assert run("--methods=relu", *TINY[1:], f"--update={tmp_path}").returncode == 0
    assert path.read_text() == whole.replace(",10\n", ",7\n")
    # A fifth more than what is expected.
    key = next(line for line in whole.splitlines() if line.startswith("erf_4ulp"))
    name, expected, _ = key.split(",")
    path.write_text(whole.replace(key, f"{name},{float(expected) / 1.2},10"))
    done = run(*TINY, f"--check={tmp_path}")
    assert done.returncode == 1
    assert f"FAILED  {name}" in done.stdout
    path.write_text(whole.replace(key, f"{name},{float(expected) / 1.2},30"))
    done = run(*TINY, f"--check={tmp_path}")
    assert done.returncode == 0
    assert f"more    {name}" in done.stdout


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--methods=nothing"], 3),
        (["--nothing"], 2),
        (["--methods="], 2),
        (["--repeats=0"], 2),
        (["--call=0"], 2),
        (["--stepping=magic"], 2),
        (["--seed=-1"], 2),
        ([*TINY, "--out-json=/proc/nothing/r.json"], 2),
        ([*TINY, "--out-csv=/dev/full"], 2),
        (["--help"], 0),
    ],
)
def test_exit_codes(args: list[str], code: int) -> None:
    done = run(*args)
    assert done.returncode == code, done.stderr
    if code == 2:
        assert done.stderr.splitlines()[-1].startswith("gelu-count: ")
        assert done.stdout == ""


def test_a_broken_expectation_is_one_line(tmp_path: Path) -> None:
    counts(tmp_path / "r.json", *TINY)
    assert run(*TINY, f"--update={tmp_path}").returncode == 0
    (path,) = tmp_path.glob("counts_*.csv")
    path.write_text("key,count\n")
    for flag in ("--check", "--update"):
        done = run(*TINY, f"{flag}={tmp_path}")
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert path.read_text() == "key,count\n"
