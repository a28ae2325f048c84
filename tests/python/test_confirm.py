# SPDX-License-Identifier: Apache-2.0
"""gelu-accuracy confirm: are these the results that were certified?"""

from __future__ import annotations

from pathlib import Path

import pytest
from test_accuracy import ACCURACY, run

from gelubench import files

pytestmark = pytest.mark.skipif(not ACCURACY.exists(), reason=f"{ACCURACY} is not built")


def test_confirm_finds_the_results_that_were_certified(tmp_path: Path) -> None:
    table = tmp_path / "bounds.csv"
    chosen = ["--methods=tanh_exp,erf_cr", "--dtypes=f16,bf16"]
    certify = [*chosen, "--one-backend", "--quiet"]
    assert run(*certify, f"--write-bounds={table}").returncode == 0
    good = table.read_text()
    done = run("confirm", table, *chosen)  # every backend of this machine
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    n = len(lines) - 1
    assert lines[-1] == f"{n} of {n} kernels have all the results that were certified"
    assert all(line.startswith("certified  ") for line in lines[:-1])
    keys = {line.split()[1] for line in lines[:-1]}
    assert len(run("confirm", table, *chosen, "--one-backend").stdout.splitlines()) < len(lines)
    assert "erf_cr/backward/f16/scalar-sse2" in keys
    # One result more or less wrong is another hash; the bound of errors need not notice.
    row = next(line for line in good.splitlines() if line.startswith("erf_cr,forward,bf16,0"))
    other = row[:-1] + ("0" if row[-1] != "0" else "1")
    table.write_text(good.replace(row, other))
    done = run("confirm", table, *chosen, "--backends=scalar")
    assert done.returncode == 1
    differing = [line.split()[1] for line in done.stdout.splitlines() if "DIFFERS" in line]
    assert differing == ["erf_cr/forward/bf16/scalar-sse2"]
    # What the table lacks is not passed over.
    table.write_text(good.replace(row + "\n", ""))
    lacking = run("confirm", table, *chosen, "--backends=scalar")
    assert lacking.returncode == 1
    assert "NO HASH    erf_cr/forward/bf16/scalar-sse2\n" in lacking.stdout
    table.write_text(good.replace(row, other))
    assert "results changed" in run(*certify, f"--check-bounds={table}").stderr


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (["/no/such/file"], 2, "cannot be read"),
        ([], 2, "bounds is required"),
        (["TABLE", "--methods=no_such"], 3, "nothing selected that can be certified"),
        (["TABLE", "--dtypes=f64"], 3, "nothing selected that can be certified"),
        (["TABLE", "--threads=0"], 2, "--threads"),
    ],
)
def test_confirm_refuses(arguments: list[str], code: int, text: str) -> None:
    table = str(files.ROOT / "kernels" / "bounds.csv")
    done = run("confirm", *(table if a == "TABLE" else a for a in arguments))
    assert done.returncode == code
    assert text in done.stderr
    assert len(done.stderr.splitlines()) == 1
