# SPDX-License-Identifier: Apache-2.0
"""What other tools read: exports, Google Benchmark's JSON, and the workflows in docs/ci."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import PROGRAMS, ROOT, called, cell, record, speed

KEY = "erf_cr/forward/f32/stdx-avx512"
COUNTED = {
    **cell(KEY), "stepping": "trap_flag", "n": [64, 128], "instructions": [100, 200],
    "instructions_per_element": 1.5625, "opcodes": None, "reads": None, "writes": None,
}  # fmt: skip
Save = Callable[[Any, str], Path]


def run_of() -> dict[str, Any]:
    rows = [speed(KEY, 1.6), speed(KEY, 1.7, "l2"), speed(KEY, 0.9, "l2", threads=2)]
    return record(rows, counts=[COUNTED])


def test_github_action_benchmark(saved: Save) -> None:
    done = called("export", "--format=github-action-benchmark", saved(run_of(), "r.json"))
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    # What the action asks of customSmallerIsBetter.
    assert all(isinstance(r["name"], str) and isinstance(r["unit"], str) for r in rows)
    assert [(r["name"], r["unit"], r["value"]) for r in rows] == [
        (f"{KEY}/l1", "ns/element", 1.6),
        (f"{KEY}/l2", "ns/element", 1.7),
        (f"{KEY}/l2/threads:2", "ns/element", 0.9),
        (f"{KEY}/instructions", "instructions/element", 1.5625),
    ]


def test_bencher_metric_format(saved: Save, tmp_path: Path) -> None:
    out = tmp_path / "b.json"
    done = called("export", "--format=bencher", saved(run_of(), "r.json"), "-o", out)
    assert done.returncode == 0, done.stderr
    metrics = json.loads(out.read_text())
    latency = metrics[f"{KEY}/l1"]["latency"]
    assert latency == {"value": 1.6, "lower_value": 1.6, "upper_value": 1.6}
    assert metrics[KEY]["instructions"]["value"] == 1.5625


@pytest.mark.parametrize(
    ("content", "args", "text"),
    [
        (record(), ["--format=bencher"], "nothing to export"),
        (run_of(), ["--format=xml"], "'xml' is none of"),
        (run_of(), [], "Missing option '--format'"),
        (record([speed(KEY, 1), speed(KEY, 2)]), ["--format=bencher"], "stands twice"),
        ("{", ["--format=bencher"], "r.json: "),
    ],
)
def test_bad_exports(saved: Save, tmp_path: Path, content: Any, args: list[str], text: str) -> None:
    out = tmp_path / "old.json"
    out.write_text("old")
    done = called("export", *args, saved(content, "r.json"), "-o", out)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and text in done.stderr
    assert out.read_text() == "old"


@pytest.mark.skipif(not (PROGRAMS / "gelu-throughput").exists(), reason="not built")
def test_compare_py_of_google_benchmark_can_read_the_times(tmp_path: Path) -> None:
    """The fields that its tools/gbench (v1.9.0) looks at, and its rule for what is comparable."""
    picked = ["--methods=relu", "--dtypes=f32", "--backends=scalar-sse2", "--n=512"]
    flags = ["--passes=forward", "--threads=1", "--repetitions=9", "--min-time=0.001"]
    runs = []
    for number in (1, 2):
        out = tmp_path / f"{number}.json"
        command = [PROGRAMS / "gelu-throughput", *picked, *flags, f"--benchmark_out={out}"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

        def strict(word: str) -> None:
            raise AssertionError(word)

        runs.append(json.loads(out.read_text(), parse_constant=strict))
    for run in runs:
        assert run["context"].get("json_schema_version", 1) == 1
        rows = [r for r in run["benchmarks"] if r["run_type"] == "iteration"]
        assert {r["run_name"] for r in rows} == {r["name"] for r in rows}
        for row in rows:
            assert row["time_unit"] == "ns"
            assert row["real_time"] > 0 and row["cpu_time"] >= 0
            for index in ("family_index", "per_family_instance_index", "repetition_index"):
                assert isinstance(row[index], int)
        # A U test from 9 repetitions on.
        assert all(sum(r["name"] == row["name"] for r in rows) == 9 for row in rows)
        assert all("aggregate_name" in r for r in run["benchmarks"] if r not in rows)
    names = [{(r["name"], r["time_unit"]) for r in run["benchmarks"]} for run in runs]
    assert names[0] == names[1]


WORKFLOWS = sorted((ROOT / "docs" / "ci").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_workflows_call_scripts_that_know_their_options(path: Path) -> None:
    text = re.sub(r"\s#.*", "", path.read_text())
    calls = re.findall(r"scripts/(\S+)([^\n]*)", text)
    assert {name for name, _ in calls} >= {"setup", "test", "compare", "counts", "ab", "history"}
    for name, rest in calls:
        script = ROOT / "scripts" / name
        assert os.access(script, os.X_OK), name
        said = subprocess.run([script, "--help"], capture_output=True, text=True, check=True).stdout
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in said, f"{name} {option}"
    # Nothing else is run but the system's packages and git.
    commands = re.findall(r"(?:run:|^ +-) ([a-z][^:\n]*)$", text, re.M)
    assert all(c.startswith(("scripts/", "apt-get ", "git ")) for c in commands if " " in c), (
        commands
    )
