# SPDX-License-Identifier: Apache-2.0
"""The built programs: exit codes, records that fit the schema, what stands in them."""

from __future__ import annotations

import csv
import json
import math
import signal
import statistics
import subprocess
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import PROGRAMS

from gelubench import files

THROUGHPUT = PROGRAMS / "gelu-throughput"
# A selection that every machine has and that takes well under a second.
TINY = ["--methods=relu", "--dtypes=f32", "--backends=scalar", "--n=512", "--threads=1"]
SHORT = ["--repetitions=3", "--min-time=0.05"]  # longer than a scheduler lets others run

pytestmark = pytest.mark.skipif(not THROUGHPUT.exists(), reason=f"{THROUGHPUT} is not built")


def run(*args: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [THROUGHPUT, *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **more)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("measured")
    json_path, csv_path = folder / "deep" / "r.json", folder / "r.csv"
    result = run(
        "--quick", *TINY, *SHORT, "--machine=test.m-1", "--seed=5",
        f"--out-json={json_path}", f"--out-csv={csv_path}",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert sorted(p.name for p in folder.rglob("*")) == ["deep", "r.csv", "r.json"]
    return json_path, csv_path


def test_record_fits_the_schema(measured: tuple[Path, Path]) -> None:
    record = files.read(measured[0])  # strict: no NaN, no duplicate field
    assert record["machine"]["name"] == "test.m-1"
    assert record["seed"] == 5
    assert record["complete"] is True
    assert record["refused"] == []
    assert "--quick" in record["argv"]
    assert record["build"]["backends"]


def test_rows_hold_together(measured: tuple[Path, Path]) -> None:
    rows = files.read(measured[0])["throughput"]
    assert {row["method"] for row in rows} == {"relu", "copy"}
    by_key = {row["key"]: row for row in rows}
    assert len(by_key) == len(rows)
    for row in rows:
        ns = row["ns_per_element"]
        assert (row["n"], row["threads"], row["level"]) == (512, 1, "n512")
        assert len(row["samples"]) == len(row["sample_times_s"]) == 3
        assert ns["median"] == statistics.median(row["samples"])
        assert ns["min"] == min(row["samples"])
        assert math.isclose(row["elements_per_s"], 1e9 / ns["median"])
        assert math.isclose(row["bytes_per_s"], row["bytes_per_element"] * row["elements_per_s"])
        relu = by_key[row["key"].replace("copy/", "relu/")]
        expected = 100 * relu["ns_per_element"]["median"] / ns["median"]
        assert math.isclose(row["pct_of_relu"], expected)
        # A sample lasts about as long as was asked for: iterations and times belong together. On a
        # busy machine, iterations that were counted slowly take less time later.
        assert row["iterations"] * row["n"] * row["samples"][0] > 0.2 * 50e6


def test_repetitions_are_interleaved(measured: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    run("--quick", *TINY, "--repetitions=20", "--min-time=0.0005", f"--out-json={out}")
    rows = files.read(out)["throughput"]
    order = sorted((t, row["key"]) for row in rows for t in row["sample_times_s"])
    changes = sum(a[1] != b[1] for a, b in pairwise(order))
    assert changes > 10  # one after the other would be len(rows) - 1
    assert files.read(out)["settings"]["random_order"] is True


def test_csv_says_the_same(measured: tuple[Path, Path]) -> None:
    rows = files.read(measured[0])["throughput"]
    with measured[1].open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    assert all(None not in line and None not in line.values() for line in lines)
    for row in rows:
        mine = [x for x in lines if x["key"] == row["key"] and x["metric"] == "samples"]
        assert [float(x["value"]) for x in mine] == row["samples"]
        median = [x for x in lines if x["key"] == row["key"] and x["metric"].endswith("t.median")]
        assert float(median[0]["value"]) == row["ns_per_element"]["median"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--methods=nothing"], 3),
        (["--levels=l9"], 3),
        (["--benchmark_filter=nothing"], 3),
        (["--benchmark_list_tests", "--methods=nothing"], 3),
        (["--nothing"], 2),
        (["nothing"], 2),
        (["--methods="], 2),
        (["--dtypes=f32,,f64"], 2),
        (["--threads=0"], 2),
        (["--n=0"], 2),
        (["--stores=around"], 2),
        (["--prefetch=-1"], 2),
        (["--modes=slow"], 2),
        (["--inputs=gauss"], 2),
        (["--machine=../x"], 2),
        (["--preset=fast"], 2),
        (["--repetitions=0"], 2),
        (["--seed=-1"], 2),
        (["--benchmark_nothing"], 2),
        (["--benchmark_format=xml"], 2),
        (["--benchmark_filter=("], 2),
        ([*TINY, *SHORT, "--out-json=/proc/nothing/r.json"], 2),
        ([*TINY, *SHORT, "--benchmark_out=/proc/nothing/r.json"], 2),
        ([*TINY, *SHORT, "--out-json=/dev/full"], 2),
        ([*TINY, *SHORT, "--benchmark_out=/dev/full"], 2),
        (["--help"], 0),
        ([*TINY, "--list"], 0),
    ],
)
def test_exit_codes(args: list[str], code: int) -> None:
    result = run(*args)
    assert result.returncode == code, result.stderr
    if code == 2:
        assert result.stderr.splitlines()[-1].startswith("gelu-throughput: ")
        assert result.stdout == ""


def test_a_failed_run_overwrites_nothing(tmp_path: Path) -> None:
    old = tmp_path / "r.json"
    old.write_text("old")
    assert run("--methods=nothing", f"--out-json={old}").returncode == 3
    assert run(*TINY, "--benchmark_nothing", f"--out-json={old}").returncode == 2
    assert [p.name for p in tmp_path.iterdir()] == ["r.json"]
    assert old.read_text() == "old"


def test_list_prints_the_matrix() -> None:
    lines = [line.split("\t") for line in run(*TINY, "--list").stdout.splitlines()]
    assert {line[0].split("/")[0] for line in lines} == {"relu", "copy"}
    assert all(line[2:] == ["n512", "512", "1", "throughput", "plain", "0"] for line in lines)


def test_latency_and_streaming_stand_beside_the_ordinary_rows(tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    ways = ["--stores=plain,streaming", "--prefetch=0,512", "--modes=throughput,latency"]
    assert run(*TINY, *SHORT, *ways, "--passes=forward", f"--out-json={out}").returncode == 0
    record = files.read(out)
    fields = ("method", "isa", "level", "mode", "stores", "prefetch_bytes")
    found = {tuple(row.get(field) for field in fields) for row in record["throughput"]}
    assert len(found) == len(record["throughput"])
    isas = {row["isa"] for row in record["throughput"]}
    assert found == {
        (method, isa, *way)
        for method in ("relu", "copy")
        for isa in isas
        for way in [
            ("n512", "throughput", "plain", 0),
            ("n512", "throughput", "streaming", 0),
            ("n512", "throughput", "streaming", 512),
            ("registers", "latency", None, None),
        ]
    }
    assert all(row["pct_of_relu"] > 0 for row in record["throughput"])
    counted = {(row["method"], row["pass"]): row for row in record["operations"]}
    assert counted["relu", "forward"]["operations"] == {"minmax": 1}
    printed = [json.loads(line) for line in run("--operations").stdout.splitlines()]
    assert printed == record["operations"]


def test_google_benchmark_flags_work(tmp_path: Path) -> None:
    out = tmp_path / "gb.json"
    flags = ["--benchmark_repetitions=2", "--benchmark_min_time=0.001", "--benchmark_format=csv"]
    result = run(*TINY, *flags, f"--benchmark_out={out}", "--benchmark_filter=^relu/forward")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("name,iterations,real_time")
    runs = json.loads(out.read_text())["benchmarks"]
    names = {r["run_name"].split("/")[0] for r in runs}
    assert names == {"relu", "copy"}  # the roofs come along
    assert sum(r["run_type"] == "iteration" for r in runs) == 2 * len({r["run_name"] for r in runs})
    listed = run(*TINY, "--benchmark_list_tests").stdout.split()
    assert all(name.endswith("/n512/real_time/threads:1") for name in listed)


def test_threads_share_the_work(tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    wanted = [a for a in TINY if not a.startswith("--threads")]
    result = run(*wanted, *SHORT, "--threads=1,2", f"--out-json={out}")
    assert result.returncode == 0, result.stderr
    rows = files.read(out)["throughput"]
    assert {row["threads"] for row in rows} == {1, 2}


def test_interrupt_keeps_what_was_measured(tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    args = [*TINY, "--repetitions=200", "--min-time=0.05", f"--out-json={out}"]
    with subprocess.Popen(
        [THROUGHPUT, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        time.sleep(2)
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=30)
    assert program.returncode == 130
    record = files.read(out)
    assert record["complete"] is False
    samples = [len(row["samples"]) for row in record["throughput"]]
    assert samples
    assert all(0 < count < 200 for count in samples)


def test_the_program_needs_nothing_around_it(tmp_path: Path) -> None:
    result = run(*TINY, *SHORT, cwd=tmp_path, env={})
    assert result.returncode == 0, result.stderr
    assert list(tmp_path.iterdir()) == []


def test_certificates_fit_the_schema(tmp_path: Path) -> None:
    accuracy = PROGRAMS / "gelu-accuracy"
    if not accuracy.exists():
        pytest.skip(f"{accuracy} is not built")
    out = tmp_path / "r.json"
    picked = ["--methods=relu", "--dtypes=bf16", "--backends=scalar", "--passes=forward"]
    result = subprocess.run(
        [accuracy, *picked, f"--out-json={out}"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    record = files.read(out)
    assert any(row["exhaustive"] and row["inputs"] == 65536 for row in record["accuracy"])
    assert {row["input"] for row in record["special_values"]} >= {"-inf", "nan", "-0", "+inf"}
