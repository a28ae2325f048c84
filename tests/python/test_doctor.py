# SPDX-License-Identifier: Apache-2.0
"""gelu-throughput --doctor, and what a record says of its surroundings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import PROGRAMS
from test_programs import SHORT, THROUGHPUT, TINY, run

from gelubench import files

pytestmark = pytest.mark.skipif(not THROUGHPUT.exists(), reason=f"{PROGRAMS} is not built")


def fake_nvidia(folder: Path) -> dict[str, str]:
    """The only GPU that every machine has."""
    folder.mkdir()
    program = folder / "nvidia-smi"
    program.write_text("#!/bin/sh\necho '1980 MHz, 1980 MHz'\n")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


def test_doctor_names_facts_and_limits(tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    done = run("--doctor", f"--out-json={out}", env=fake_nvidia(tmp_path / "bin"))
    assert done.returncode == 0, done.stderr
    lines = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert {"governor", "boost", "smt", "load_1min", "steal_pct", "hardware_counters"} <= set(lines)
    assert 0 <= float(lines["core_shared_pct"]) <= 100
    assert lines["gpu_clocks"] == "1980 MHz, 1980 MHz"
    assert "can" in lines and "cannot" in lines and "noise" in lines
    environment = files.read(out)["environment"]
    assert environment["noise_paired_pct"] >= 0
    assert environment["noise_unpaired_pct"] >= 0


@pytest.mark.parametrize(
    "args", [["--doctor", "--out-json=/proc/nothing/r.json"], ["--doctor", "--nothing"]]
)
def test_bad_input(args: list[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_every_record_says_how_it_was(tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    done = run(*TINY, *SHORT, f"--out-json={out}")
    assert done.returncode == 0, done.stderr
    environment = files.read(out)["environment"]
    assert environment["timer_resolution_ns"] > 0
    assert environment["timer_overhead_ns"] > 0
    assert environment["hardware_counters"]
    assert "gpu_clocks" in environment
    assert environment["calibration_spread_pct"] >= 0
    assert environment["rows_repeated"] >= 0
    assert environment["samples_retaken"] >= 0
    assert 0 <= environment["samples_shared_pct"] <= 100
    assert 0 <= environment["core_shared_pct"] <= 100
