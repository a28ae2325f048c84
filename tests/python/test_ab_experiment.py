# SPDX-License-Identifier: Apache-2.0
"""The experiment about scripts/ab: its judgements of synthetic times, its table and its curve."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT, called

from gelubench import ab_experiment, ab_proof
from gelubench.ab_run import BASE, SAME
from gelubench.files import Refused

KEY = "erf_cr/forward/f32/stdx-avx512"


def write_run(folder: Path, neighbour: str, run: int, off: float = 0) -> None:
    """Launches that are off by `off` percent as a whole, beside slownesses that are real."""
    chance = np.random.default_rng(run)
    arrays = {}
    for part in (0, 1):
        speed = [1 + chance.normal(0, off / 100) for _ in range(5)]
        for side in (BASE, SAME, *(f"head{p}" for p in ab_experiment.INJECTED)):
            slow = 1 + (int(side[4:]) if side.startswith("head") else 0) / 100
            arrays[f"{part}|{KEY}|{side}"] = np.array(
                [s * slow * chance.normal(1, 0.002, 50) for s in speed]
            )
    folder.mkdir(exist_ok=True)
    np.savez_compressed(folder / f"{neighbour}-{run}.npz", **arrays)


def test_pairs_see_through_launches_and_the_usual_ways_do_not(tmp_path: Path) -> None:
    """Both sides of a launch are off together: only who compares across launches is fooled."""
    for run in range(1, 9):
        write_run(tmp_path / "raw", "none", run, off=15)
    out = tmp_path / "comparisons.csv.gz"
    assert ab_experiment.judge(tmp_path / "raw", out) == 8 * 6
    found = {(r["injected"], r["way"]): r for r in ab_proof.rates(ab_proof.read(out))}
    assert found[0, "scripts/ab"]["slower"] == 0
    assert found[5, "scripts/ab"]["slower"] == found[10, "scripts/ab"]["slower"] == 8
    assert found[5, "scripts/ab"]["measured"] == pytest.approx(5, abs=0.2)
    assert found[0, "U test"]["slower"] >= 2
    assert found[5, "mean ratio"]["slower"] < 8


def test_table_and_curve(tmp_path: Path) -> None:
    write_run(tmp_path / "raw", "none", 1)
    write_run(tmp_path / "raw", "noisy", 1)
    out = tmp_path / "comparisons.csv.gz"
    ab_experiment.judge(tmp_path / "raw", out)
    first = out.read_bytes()
    ab_experiment.judge(tmp_path / "raw", out)
    assert out.read_bytes() == first  # the same times, the same verdicts
    header, *rows = gzip.decompress(first).decode().splitlines()
    assert header == ",".join(ab_experiment.FIELDS)
    assert len(rows) == 12
    found = ab_proof.rates(ab_proof.read(out))
    text = ab_proof.table(found)
    assert text.count("\n| alone |") == text.count("\n| noisy neighbour |") == 6
    ab_proof.draw(found, tmp_path / "curve.svg")
    assert "injected slowdown" in (tmp_path / "curve.svg").read_text()


def test_neighbours_come_and_go() -> None:
    with ab_experiment.neighbours(2) as found:
        assert [process.poll() for process in found] == [None, None]
    assert all(process.poll() is not None for process in found)


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (["measure", "loud", "1", "2"], "'loud' is none of"),
        (["measure", "none", "2", "1"], "2 to 1 are no runs"),
        (["measure", "none", "0", "1"], "0 to 1 are no runs"),
        (["measure", "none", "x", "1"], "for 'first'"),
    ],
)
def test_bad_arguments(args: list[str], text: str) -> None:
    done = called("ab-experiment", *args)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and text in done.stderr


def test_nothing_measured(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing measured"):
        ab_experiment.judge(tmp_path, tmp_path / "out.csv.gz")
    with pytest.raises(Refused, match="not built"):
        ab_experiment.plan(tmp_path, 1)
    assert list(tmp_path.iterdir()) == []


def test_what_is_committed_holds_what_is_promised() -> None:
    """docs/regressions.md: false alarms at most 1 %, 95 % of the slowdowns by 5 % found."""
    rates = ab_proof.rates(ab_proof.read(ROOT / "docs" / "regressions.csv.gz"))
    found = {(r["neighbour"], r["injected"]): r for r in rates if r["way"] == "scripts/ab"}
    assert sum(r["of"] for (_, percent), r in found.items() if percent == 0) >= 200
    for neighbour in ab_proof.NEIGHBOURS.values():
        assert found[neighbour, 0]["share"] <= 1
        assert found[neighbour, 5]["share"] >= 95
    section = ab_proof.table(rates)
    assert section in (ROOT / "docs" / "regressions.md").read_text()
