# SPDX-License-Identifier: Apache-2.0
"""scripts/history on series whose change points are known."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, called, record, speed

from gelubench import files, history

KEY = "erf_cr/forward/f32/stdx-avx512"
OTHER = "poly_1e3/forward/f32/stdx-avx512"


def run_of(number: int, ns: dict[str, float], **more: Any) -> dict[str, Any]:
    made = record([speed(key, value) for key, value in ns.items()], **more)
    made["created"] = f"2026-11-{1 + number // 24:02d}T{number % 24:02d}:00:00Z"
    made["program"] = {**made["program"], "commit": f"{number:040x}"}
    return made


@pytest.fixture
def store(tmp_path: Path) -> Callable[..., Path]:
    """A store with one run per value of the first kernel; the second one's is always the same."""

    def make(values: list[float]) -> Path:
        chance = random.Random(1)
        lines = [
            history.line_of(
                run_of(i, {KEY: v * chance.gauss(1, 0.004), OTHER: chance.gauss(0.03, 0.0001)}), "r"
            )
            for i, v in enumerate(values)
        ]
        history.add(history.path_of(tmp_path / "store", "m"), lines)
        return tmp_path / "store"

    return make


@pytest.fixture(scope="module")
def otava() -> None:
    """The environment that scripts/history makes."""
    done = subprocess.run(
        [ROOT / "scripts" / "history", "check", "--store", "/nonexistent"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if not history.OTAVA.exists():
        pytest.skip(f"no Otava: {done.stderr.splitlines()[-1:]}")


def check(store: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return called("history", "check", "--store", store, *args)


def test_a_slowdown_is_found_where_it_is(otava: None, store: Callable[..., Path]) -> None:
    done = check(store([1.0] * 15 + [1.06] * 5))
    assert done.returncode == 1, done.stdout + done.stderr
    line, summary = done.stdout.splitlines()
    assert line.startswith(f"slower  {KEY}/l1  +")
    assert f"{15:040x}"[:12] in line and "5 runs ago" in line
    assert 5 < float(line.split("%")[0].split("+")[1]) < 7
    assert "1 slower among the newest 10 runs" in summary


@pytest.mark.parametrize(
    ("values", "args", "text"),
    [
        ([1.0] * 20, [], "nothing to say"),
        ([1.0] * 15 + [0.94] * 5, [], "faster"),
        ([1.0] * 15 + [1.02] * 5, [], "nothing to say"),  # under 3 %
        ([1.0] * 12 + [1.06] * 12, [], "older"),
        ([1.0] * 18 + [1.06] * 2, [], "nothing to say"),  # two runs may be chance
        ([1.0] * 9, [], "9 runs; change points are sought from 10 on: nothing to say"),
    ],
)
def test_what_does_not_fail(
    otava: None, store: Callable[..., Path], values: list[float], args: list[str], text: str
) -> None:
    done = check(store(values), *args)
    assert done.returncode == 0, done.stdout + done.stderr
    assert text in done.stdout


def test_limits_are_options(otava: None, store: Callable[..., Path]) -> None:
    place = store([1.0] * 15 + [1.02] * 5)
    assert check(place, "--min-effect=1").returncode == 1
    assert check(place, "--min-effect=1", "--newest=3").returncode == 0


def test_plot(otava: None, store: Callable[..., Path], tmp_path: Path) -> None:
    place, out = store([1.0] * 15 + [1.06] * 5), tmp_path / "h.svg"
    done = called("history", "plot", "--store", place, "-o", out)
    assert done.returncode == 0, done.stderr
    svg = out.read_text()
    assert svg.startswith("<svg") and KEY in svg and "change points: 1" in svg


def test_add_keeps_what_is_there(saved: Callable[[Any, str], Path], tmp_path: Path) -> None:
    place = tmp_path / "store"
    paths = [saved(run_of(i, {KEY: 1.0 + i}), f"{i}.json") for i in range(3)]
    assert (
        "2 added, 0 there already" in called("history", "add", *paths[:2], "--store", place).stdout
    )
    (path,) = place.iterdir()
    before = path.read_text()
    assert "1 added, 2 there already" in called("history", "add", *paths, "--store", place).stdout
    assert path.read_text().startswith(before)
    assert [line["ns"][f"{KEY}/l1"] for line in history.read(path)] == [1.0, 2.0, 3.0]


def test_disturbed_times_are_left_out() -> None:
    made = run_of(1, {KEY: 1.0, OTHER: 2.0})
    made["throughput"][0]["disturbed"] = "steal"
    assert set(history.line_of(made, "r")["ns"]) == {f"{OTHER}/l1"}


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"machine": {**record()["machine"], "cpu": "Other CPU"}}, "unlike runs: machine differs"),
        ({"throughput": []}, "no throughput to keep"),
        ({"complete": False}, "an interrupted run"),
        ({"schema_version": 9}, "unknown schema version 9"),
    ],
)
def test_unlike_runs_are_refused(
    saved: Callable[[Any, str], Path], tmp_path: Path, change: dict[str, Any], text: str
) -> None:
    place = tmp_path / "store"
    assert (
        called(
            "history", "add", saved(run_of(1, {KEY: 1.0}), "1.json"), "--store", place
        ).returncode
        == 0
    )
    (path,) = place.iterdir()
    before = path.read_text()
    bad = saved({**run_of(2, {KEY: 1.0}), **change}, "2.json")
    done = called("history", "add", bad, "--store", place)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and text in done.stderr
    assert path.read_text() == before


def test_another_schema_version_in_the_store() -> None:
    lines = [history.line_of(run_of(i, {KEY: 1.0}), "r") for i in range(2)]
    lines[1]["schema_version"] = 2
    with pytest.raises(files.Refused, match="schema_version differs"):
        history.add(Path("/nonexistent/m.jsonl"), lines)


def test_bad_stores(tmp_path: Path) -> None:
    def refused(text: str, *args: str) -> None:
        done = check(tmp_path, *args)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1 and text in done.stderr

    refused("there: none")
    (tmp_path / "a.jsonl").write_text("{}\n")
    refused("line 1 is no run")
    (tmp_path / "b.jsonl").write_text("")
    refused("there: a, b")
    refused("no runs of 'c'", "--machine=c")
    done = called("history", "plot", "--store", tmp_path, "--machine=b", "-o", tmp_path / "x.svg")
    assert done.returncode == 2 and "no runs" in done.stderr
