# SPDX-License-Identifier: Apache-2.0
"""gelu-accuracy as a user runs it: exit codes, records, shards, resumed runs, bounds."""

from __future__ import annotations

import csv
import json
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import PROGRAMS

from gelubench import files

ACCURACY = PROGRAMS / "gelu-accuracy"
# Exhaustive, on every machine, and done in a moment.
SMALL = ["--backends=scalar", "--quiet"]
TINY = [*SMALL, "--methods=relu,tanh_exp", "--dtypes=bf16"]
TANH = [*SMALL, "--methods=tanh_exp", "--dtypes=bf16"]

pytestmark = pytest.mark.skipif(not ACCURACY.exists(), reason=f"{ACCURACY} is not built")


def run(*args: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [ACCURACY, *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **more)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("accuracy") / "r.json"
    result = run(*TINY, f"--out-json={path}", f"--out-csv={path.with_suffix('.csv')}")
    assert result.returncode == 0, result.stderr
    with path.with_suffix(".csv").open(newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["section"] for row in rows} == {"accuracy", "special_values"}
    return files.read(path)  # strict: no NaN, no duplicate field


def rows_of(record: dict[str, Any], **fields: Any) -> list[dict[str, Any]]:
    return [r for r in record["accuracy"] if all(r[k] == v for k, v in fields.items())]


def test_every_input_is_counted_once(record: dict[str, Any]) -> None:
    own = rows_of(record, reference="own", region="all")
    assert own
    for row in own:
        assert row["exhaustive"] is True
        assert row["coverage"] == "exhaustive"
        assert row["inputs"] == 65536
        parts = [
            r
            for r in rows_of(record, reference="own", key=row["key"], **{"pass": row["pass"]})
            if r["region"] != "all"
        ]
        if row["confirmed_by"]:
            continue
        assert sum(r["inputs"] for r in parts) == 65536
        assert max(r["max_ulp"] for r in parts) == row["max_ulp"]
        assert sum(r["not_correct"] for r in parts) == row["not_correct"]
        # Binades without an error worth a line are left out; those of relu all are.
        listed = row["binades"]
        assert (listed == []) == (row["method"] == "relu")
        assert sum(b[1] for b in listed) < 65536 - 2 * 128  # infinities and NaN have none
        assert sum(b[2] for b in listed) == row["not_correct"]
        assert max((b[3] for b in listed), default=0) == row["max_ulp"]
        assert all(b[2] > 0 or b[3] > 1e-3 for b in listed)


def test_what_another_kernel_confirms_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    listed = run("--list", "--methods=tanh_exp", "--dtypes=bf16", "--passes=forward").stdout
    confirmed = {line.split("\t")[0] for line in listed.splitlines() if line.split("\t")[3]}
    run("--quiet", "--methods=tanh_exp", "--dtypes=bf16", "--passes=forward", f"--out-json={path}")
    record = files.read(path)
    details = {"binades", "ulp_histogram", "normal_weighted", "wrong_steps"}
    for row in rows_of(record, reference="own", region="all"):
        assert bool(row["confirmed_by"]) == (row["key"] in confirmed)
        assert details.isdisjoint(row) if row["confirmed_by"] else details <= row.keys()
        assert row["hash"].startswith("0x")
    told = {row["key"] for row in record["special_values"]}
    assert told == {line.split("\t")[0] for line in listed.splitlines()} - confirmed


def test_tanh_has_two_references_and_a_model_distance(record: dict[str, Any]) -> None:
    own = rows_of(record, method="tanh_exp", reference="own", region="all", **{"pass": "forward"})
    exact = rows_of(
        record, method="tanh_exp", reference="exact", region="all", **{"pass": "forward"}
    )
    assert len(own) == len(exact) > 0
    for a, b in zip(own, exact, strict=True):
        assert a["max_ulp"] < 2 < b["max_ulp"]
        assert 4.7e-4 < b["model"]["max_abs"] < 4.74e-4  # FACTS: at most 4.73e-4


def test_special_values_stand_in_the_record(record: dict[str, Any]) -> None:
    values = {
        (r["pass"], r["input"]): r for r in record["special_values"] if r["method"] == "tanh_exp"
    }
    assert values[("forward", "-inf")]["output_bits"] == "0x8000"
    assert values[("forward", "+inf")]["output"] == "inf"
    assert values[("forward", "nan")]["output"] == "nan"
    assert values[("forward", "-0")]["output_bits"] == "0x8000"


def test_relu_has_the_hash_of_the_reference_but_for_a_zero(record: dict[str, Any]) -> None:
    for row in rows_of(record, method="relu", reference="own", region="all"):
        assert row["hash_equals_reference"] == (row["not_correct"] == 0)


def test_shards_merge_to_the_same_bytes(tmp_path: Path) -> None:
    selection = [*SMALL, "--dtypes=bf16,f64", "--methods=tanh_exp"]
    whole = tmp_path / "whole"
    assert run(*selection, f"--resume={whole}").returncode == 0
    shards = [tmp_path / f"s{i}" for i in range(3)]
    for i, shard in enumerate(shards):
        assert run(*selection, f"--resume={shard}", f"--shard={i}/3").returncode == 0
        assert shard.read_bytes() != whole.read_bytes()
    for order in (shards, shards[::-1]):
        merged = tmp_path / "merged"
        assert run("merge", *order, f"--out-state={merged}").returncode == 0
        assert merged.read_bytes() == whole.read_bytes()
    twice = run("merge", shards[0], shards[0])
    assert twice.returncode == 2
    assert "in both" in twice.stderr


def test_a_resumed_run_ends_like_an_uninterrupted_one(tmp_path: Path) -> None:
    whole, part = tmp_path / "whole", tmp_path / "part"
    assert run(*TINY, f"--resume={whole}").returncode == 0
    assert run(*TINY, f"--resume={part}", "--shard=1/2").returncode == 0
    assert run(*TINY, f"--resume={part}", "--threads=2").returncode == 0
    assert part.read_bytes() == whole.read_bytes()
    other = run(*TANH, f"--resume={part}")
    assert other.returncode == 2
    assert "another selection" in other.stderr
    assert part.read_bytes() == whole.read_bytes()


def test_an_interrupt_leaves_a_state_to_go_on_from(tmp_path: Path) -> None:
    state = tmp_path / "state"
    command = [ACCURACY, "--methods=tanh_exp", "--dtypes=f32", "--backends=scalar", "--quiet"]
    command += ["--passes=forward", "--exhaustive", f"--resume={state}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as p:
        time.sleep(2)
        p.send_signal(signal.SIGINT)
        _, err = p.communicate(timeout=60)
    assert p.returncode == 130, err
    assert "--resume" in err
    groups = json.loads(state.read_text())["groups"]
    assert groups[0]["done"]
    kernel = groups[0]["kernels"][0]["certificate"]
    done = sum(last - first for first, last in groups[0]["done"])
    assert kernel["inputs"] == done * 2**14


def test_a_garbled_state_is_refused_in_one_line(tmp_path: Path) -> None:
    for text in ("", "{}", "[1, 2", '{"format": "gelu-accuracy-state", "version": 1, "groups": 3}'):
        state = tmp_path / "state"
        state.write_text(text)
        for args in (["merge", state], [*TINY, f"--resume={state}"]):
            result = run(*args)
            assert result.returncode == 2
            assert len(result.stderr.strip().splitlines()) == 1
            assert state.read_text() == text


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--help"], 0),
        (["merge", "--help"], 0),
        (["--methods=no_such_method"], 3),
        (["--methods="], 2),
        (["--no-such-flag"], 2),
        (["--quick", "--exhaustive"], 2),
        (["--shard=2/2", "--resume=x"], 2),
        (["--shard=0/2"], 2),
        (["--shard=a/b", "--resume=x"], 2),
        (["--threads=0"], 2),
        (["--out-json=/dev/full", *TINY], 2),
        (["--check-bounds=/no/such/file", *TINY], 2),
        (["merge", "/no/such/file"], 2),
    ],
)
def test_exit_codes(args: list[str], code: int, tmp_path: Path) -> None:
    result = run(*args, cwd=tmp_path)
    assert result.returncode == code, result.stderr
    if code == 2:
        assert len(result.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_composed_passes_follow_from_the_others() -> None:
    result = run("--passes=forward_backward,bias,gated")
    assert result.returncode == 3
    assert "follow from forward and backward" in result.stderr
    listed = run("--list", "--methods=relu").stdout.splitlines()
    assert {line.split("/")[1] for line in listed} == {"forward", "backward"}


def test_f32_to_bf16_is_judged_in_bf16(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    selection = ["--methods=erf_1ulp,copy", "--dtypes=f32_bf16", "--backends=scalar"]
    assert run(*selection, "--quick", "--quiet", f"--out-json={path}").returncode == 0
    record = files.read(path)
    for row in rows_of(record, reference="own", region="all"):
        assert row["coverage"] == "sample"
        assert 0.49 < row["max_ulp"] < 0.51
    for value in record["special_values"]:
        assert len(value["input_bits"]) == 2 + 8
        assert len(value["output_bits"]) == 2 + 4
        assert value["is_correct"]


def test_bounds_are_checked_both_ways(tmp_path: Path) -> None:
    table = tmp_path / "bounds.csv"
    assert run(*TANH, f"--write-bounds={table}").returncode == 0
    good = table.read_text()
    assert good.splitlines()[1].startswith("tanh_exp,")
    assert run(*TANH, f"--check-bounds={table}").returncode == 0

    def scaled(factor: float) -> subprocess.CompletedProcess[str]:
        text = re.sub(r",([\d.e+-]+),(0x\w+)", lambda m: f",{float(m[1]) * factor},{m[2]}", good)
        table.write_text(text)
        return run(*TANH, f"--check-bounds={table}")

    assert "above the bound" in scaled(0.9).stderr
    slack = scaled(1.2)
    assert slack.returncode == 1
    assert "slack" in slack.stderr
    table.write_text(good.splitlines()[0] + "\n")
    missing = run(*TANH, f"--check-bounds={table}")
    assert missing.returncode == 1
    assert "no bound" in missing.stderr


def test_bounds_are_put_beside_those_that_stand_there(tmp_path: Path) -> None:
    table = tmp_path / "bounds.csv"
    foreign = "copy,forward,f32,0,0.1,0x3f800000,0.1,0x3f800000,"
    gone = "no_such_method,forward,f32,0,1,0x3f800000,1,0x3f800000,0x00"
    header = "method,pass,dtype,fma,max_ulp,worst_ulp_x,max_abs,worst_abs_x,hash"
    table.write_text(f"{header}\n{foreign}\n{gone}\n")
    assert run(*TANH, f"--write-bounds={table}").returncode == 0
    lines = table.read_text().splitlines()
    assert foreign in lines
    assert gone not in lines
    assert any(line.startswith("tanh_exp,backward,bf16,") for line in lines)
    assert lines[1:] == sorted(lines[1:])
    sampled = run(*SMALL, "--methods=relu", "--dtypes=f32", f"--write-bounds={table}")
    assert sampled.returncode == 2
    assert "--exhaustive" in sampled.stderr
    assert table.read_text().splitlines() == lines


def test_list_names_what_promises_the_same_bits() -> None:
    lines = [line.split("\t") for line in run("--list", "--dtypes=f32").stdout.splitlines()]
    keys = {line[0] for line in lines}
    assert keys
    assert all(line[3] in keys for line in lines if line[3])
