# SPDX-License-Identifier: Apache-2.0
"""Frameworks measured from Python: inputs, rows, table and CSV; the frameworks need not be here."""

import csv
import io
import json
import os
import stat
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import error, record, speed
from rich.console import Console

from gelubench import convert, files, pick, runs
from gelubench.frameworks import inputs, runner, table
from gelubench.frameworks.calls import FRAMEWORKS

OURS, THEIRS = "erf_4ulp/forward/f32/stdx-avx512", "torch_none/forward/f32/framework-native"


def test_inputs_are_those_of_the_programs():
    # tests/peers_test.cpp holds benchmarks/inputs.cpp to the same numbers.
    x = 2 * inputs.normal(1, inputs.PERIOD + 1)
    expected = ("0x1.c3369b2d7ec7dp+1", "0x1.764f75e620f1bp+0", "0x1.37eea6fdfad4dp+1")
    assert [float(x[i]).hex() for i in (0, 1, 1000)] == list(expected)
    assert float(x[1048575]).hex() == "-0x1.1cabf07c62b3fp+0"
    assert x[inputs.PERIOD] == x[0]
    assert np.array_equal(inputs.fill("normal2", 1, 3, "f32"), x[:3].astype(np.float32))


def test_bf16_is_rounded_to_even():
    x = np.array([1, 1 + 2**-8, 1 + 3 * 2**-8, -1 - 2**-8 - 2**-20], dtype=np.float32)
    assert inputs.to_bits(x, "bf16").tolist() == [0x3F80, 0x3F80, 0x3F82, 0xBF81]


def test_the_names_are_listed_once_more():
    assert tuple(FRAMEWORKS) == runner.NAMES


def found(key, ns, **more):
    fields = speed(key, 1.0)
    names = ("key", "method", "formula", "pass", "dtype", "backend", "isa", "origin")
    return {
        **{name: fields[name] for name in names},
        **({"library": "PyTorch 1: nn.GELU"} if "framework" in key else {}),
        "n": 65536,
        "threads": 1,
        "iterations": 3,
        "samples": ns,
        "sample_times_s": [float(i) for i in range(len(ns))],
        **more,
    }


def measured():
    """Theirs takes three times as long as ours, on a machine that gets slower all the time."""
    rows = [found(OURS, [1.0, 2.0, 4.0]), found(THEIRS, [3.0, 6.0, 12.0])]
    of = record([runner.row(row, "torch-1", True) for row in rows])
    of["accuracy"] = [error(THEIRS, 1.7e7, 4.5e-7, origin="library", exhaustive=False)]
    return files.check(of, "a record of frameworks")


def test_rows_fit_the_schema_and_say_from_which_process():
    ours, theirs = measured()["throughput"]
    assert theirs["session"] == ours["session"] == "torch-1"
    assert theirs["ns_per_element"]["median"] == 6.0
    assert theirs["bytes_per_element"] == 8
    assert (theirs["level"], theirs["fma"], ours["fma"]) == ("n65536", True, True)


def test_the_table_compares_within_a_process_sample_by_sample():
    of = measured()
    other = runner.row(found(OURS, [60.0, 60.0, 60.0]), "jax-1", True)  # a slower moment
    of["throughput"].insert(0, other)
    console = Console(width=160, force_terminal=False)
    with console.capture() as capture:
        console.print(table.frameworks(of))
    line = next(x for x in capture.get().splitlines() if "torch_none" in x)
    for part in ("6.000", "3.00 erf_4ulp", "1.7e+07 seen", "4.5e-07 seen"):
        assert part in line
    assert table.frameworks(record([speed(OURS, 1.0)])) is None


def test_pick_does_not_recommend_a_framework():
    tolerance = pick.Tolerance({"max_abs": 1.0}, False, False, frozenset())
    query = pick.Query("erf", "f32", "forward", tolerance, level="n65536")
    of = measured()
    of["throughput"][1]["ns_per_element"]["median"] = 0.1
    answer = pick.pick(query, runs.Run("r.json", of))
    assert answer.choice is None
    kinds = {c.row["method"]: {reason.kind for reason in c.reasons} for c in answer.refused}
    assert "peer" in kinds["torch_none"]
    assert "peer" not in kinds["erf_4ulp"]


def test_csv_has_each_sample_with_its_row():
    text = convert.tidy([measured()])
    rows = list(csv.DictReader(io.StringIO(text)))
    samples = [
        float(row["value"])
        for row in rows
        if row["metric"] == "samples" and row["key"] == THEIRS and row["n"] == "65536"
    ]
    assert samples == [3.0, 6.0, 12.0]
    assert any(row["metric"] == "ns_per_element.median" for row in rows)


def plan(tmp_path, script):
    python = tmp_path / "python"
    python.write_text(f"#!{sys.executable}\n{script}")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    return runner.Plan("quick", tmp_path / "bin", None, 1, python)


def test_what_is_missing_is_absent_with_its_reason(tmp_path):
    of = runner.run(runner.Plan("quick", tmp_path, None, 1, tmp_path / "none"), record())
    reasons = {item["what"].split(",")[0]: item["reason"] for item in of["absent"]}
    assert set(reasons) == set(runner.NAMES)
    assert all(reason == f"not installed: {runner.HINT}" for reason in reasons.values())
    assert of["throughput"] == [] and of["program"]["name"] == "frameworks"

    crash = plan(tmp_path, "import sys\nsys.exit('no\\x1b such CPU')\n")
    (reason,) = {item["reason"] for item in runner.run(crash, record())["absent"]}
    assert reason == "its process ended with 1: no\N{REPLACEMENT CHARACTER} such CPU"


def test_workers_make_the_record(tmp_path):
    answer = json.dumps(
        {"rows": [found(OURS, [1.0, 1.0]), found(THEIRS, [2.0, 2.0])], "refused": []}
    )
    script = (
        "import sys, pathlib\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--out') + 1])\n"
        "if 'certify' in sys.argv:\n"
        "    (out / (sys.argv[4] + '.json')).write_text('{\"records\": []}')\n"
        f"else:\n    out.write_text({answer!r})\n"
    )
    of = runner.run(plan(tmp_path, script), record())
    processes = len(dict.fromkeys((1, len(os.sched_getaffinity(0)))))
    assert len(of["throughput"]) == 2 * processes * len(runner.NAMES)
    assert of["absent"] == []


@pytest.mark.parametrize("preset", sorted(runner.PRESETS))
def test_the_worker_understands_what_it_is_asked(tmp_path, preset):
    """The real worker, for a framework that it does not have: it must come as far as that."""
    asked = runner.Plan(preset, tmp_path, None, 1, Path(sys.executable))
    of = {"absent": []}
    runner._certify(asked, "none_such", tmp_path, of)
    (reason,) = [item["reason"] for item in of["absent"]]
    assert "none_such" in reason


@pytest.mark.parametrize("name", sorted(FRAMEWORKS))
def test_forms_where_the_framework_is_here(name):
    try:
        forms = list(FRAMEWORKS[name](1))
    except ImportError as reason:
        pytest.skip(str(reason))
    for form in forms:
        x = inputs.to_bits(np.array([-3, -1, 0, 1, 3], dtype=np.float32), form.dtype)
        one = inputs.to_bits(np.ones(5, dtype=np.float32), form.dtype)
        y = np.asarray(form.fetch(form.prepare(x, one)()))
        y = y if form.dtype == "f32" else (y.astype(np.uint32) << 16).view(np.float32)
        want = [-0.0040497, -0.1586553, 0, 0.8413447, 2.9959503]
        if form.pass_ == "backward":
            want = [-0.0119457, -0.0833155, 0.5, 1.0833155, 1.0119457]
        assert y == pytest.approx(want, abs=2e-3 if form.dtype == "f32" else 3e-2), form.key
