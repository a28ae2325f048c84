# SPDX-License-Identifier: Apache-2.0
"""scripts/bench with programs that only pretend to measure."""

import json
import os
import subprocess
import sys

import pytest
from conftest import ROOT, ladder, record

from gelubench import bench, files

FAKE = """#!/bin/sh
# Copies a prepared record to where it is asked to write, then exits as told.
echo "$0 $*" >>"{log}"
for word; do
  case $word in
    --out-json=*) cp "{json}" "${{word#*=}}" ;;
    --out-csv=*) printf 'section,value\\n{name},1\\n' >"${{word#*=}}" ;;
  esac
done
echo table
exit {code}
"""


@pytest.fixture
def programs(tmp_path):
    folder = tmp_path / "bin"
    folder.mkdir()

    def make(throughput=0, accuracy=0):
        speeds, errors = ladder(), record(accuracy=ladder()["accuracy"])
        speeds["accuracy"] = []
        errors["program"]["name"] = "gelu-accuracy"
        jobs = {"gelu-throughput": (speeds, throughput), "gelu-accuracy": (errors, accuracy)}
        for name, (content, code) in jobs.items():
            (tmp_path / f"{name}.json").write_text(files.to_json(content))
            script = folder / name
            script.write_text(
                FAKE.format(
                    log=tmp_path / "log", json=tmp_path / f"{name}.json", name=name, code=code
                )
            )
            script.chmod(0o755)
        return folder

    return make


def run(programs, tmp_path, *arguments):
    return subprocess.run(
        [
            *(sys.executable, "-m", "gelubench", "bench"),
            *(f"--programs={programs}", f"--results={tmp_path / 'results'}"),
            *arguments,
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_run_leaves_four_files_and_prints_their_names(programs, tmp_path):
    done = run(programs(), tmp_path, "--quick")
    assert done.returncode == 0, done.stderr
    stem = tmp_path / "results" / "test-2c-avx512" / "20261124T010203Z_0123456789ab"
    names = [f"{stem}{end}" for end in (".json", ".csv", ".svg", ".png")]
    assert done.stdout.splitlines()[-4:] == names
    assert sorted(str(p) for p in stem.parent.iterdir()) == sorted(names)
    assert "erf_mills" in done.stdout
    assert "\ntable\n" not in done.stdout
    merged = json.loads((stem.parent / f"{stem.name}.json").read_text())
    assert merged["throughput"] and merged["accuracy"]
    csv = (stem.parent / f"{stem.name}.csv").read_text()
    assert csv == "section,value\ngelu-throughput,1\ngelu-accuracy,1\n"


def test_publish_adds_what_is_committed(programs, tmp_path):
    done = run(programs(), tmp_path, "--quick", "--publish")
    assert done.returncode == 0, done.stderr
    path = tmp_path / "test-2c-avx512" / "20261124T010203Z_0123456789ab.json.gz"
    assert done.stdout.splitlines()[-1] == str(path)
    assert files.read(path)["throughput"]
    again = run(programs(), tmp_path, "--quick", "--publish")
    assert again.returncode == 2 and "already" in again.stderr


def test_options_reach_the_programs(programs, tmp_path):
    done = run(programs(), tmp_path, "--quick", "--methods=erf_*", "--levels=l1", "--machine=m")
    assert done.returncode == 0, done.stderr
    speed, errors = (tmp_path / "log").read_text().splitlines()
    for word in ("--quick", "--methods=erf_*", "--levels=l1", "--machine=m"):
        assert word in speed
    assert "--methods=erf_*" in errors and "--levels" not in errors


def test_only_one_program(programs, tmp_path):
    done = run(programs(), tmp_path, "--only=throughput")
    assert done.returncode == 0
    assert "--exhaustive" not in (tmp_path / "log").read_text()
    assert "--one-backend" not in (tmp_path / "log").read_text()
    assert "no plot" in done.stderr


def with_gpu(programs, code=0):
    """A gelu-cuda beside the other two, that leaves a record as told."""
    (programs.parent / "gelu-cuda.json").write_text(files.to_json(ladder()))
    script = programs / "gelu-cuda"
    log, json_file = programs.parent / "log", programs.parent / "gelu-cuda.json"
    script.write_text(FAKE.format(log=log, json=json_file, name="gelu-cuda", code=code))
    script.chmod(0o755)
    return programs


def left_by_gpu(tmp_path):
    return sorted(p.suffix for p in (tmp_path / "results" / "gpu").rglob("*") if p.is_file())


def test_kernels_of_a_gpu_are_timed_too(programs, tmp_path):
    done = run(with_gpu(programs()), tmp_path, "--quick", "--methods=erf_*")
    assert done.returncode == 0, done.stderr
    words = (tmp_path / "log").read_text().splitlines()[-1]
    assert "gelu-cuda --methods=erf_*" in words and "--modes=hbm" in words
    assert left_by_gpu(tmp_path) == [".csv", ".json"]
    assert done.stdout.splitlines()[-1].endswith(".csv")


def test_without_a_gpu_the_reason_is_said(programs, tmp_path):
    folder = with_gpu(programs())
    content = ladder()
    content["absent"].append({"what": "cuda", "reason": "no CUDA driver"})
    (tmp_path / "gelu-throughput.json").write_text(files.to_json(content))
    done = run(folder, tmp_path, "--quick")
    assert (done.returncode, left_by_gpu(tmp_path)) == (0, [])
    assert "bench: cuda: absent: no CUDA driver" in done.stderr
    (folder / "gelu-cuda").unlink()
    (tmp_path / "gelu-throughput.json").write_text(files.to_json(ladder()))
    assert "cuda: absent: gelu-cuda is not built" in run(folder, tmp_path, "--quick").stderr


@pytest.mark.parametrize(
    ("code", "seen", "count"), [(1, 1, 2), (3, 0, 0), (2, 2, 0), (130, 130, 2)]
)
def test_exit_codes_of_a_gpu_come_through(programs, tmp_path, code, seen, count):
    done = run(with_gpu(programs(), code), tmp_path, "--quick")
    assert (done.returncode, len(left_by_gpu(tmp_path))) == (seen, count), done.stderr


def test_a_selection_of_processors_leaves_the_gpu_alone():
    assert bench.gpu_job("default", {}, None).arguments == []
    assert bench.gpu_job("default", {}, "throughput") is not None
    for options in ({"backends": "stdx"}, {"levels": "l1"}, {"budget": "9"}):
        assert bench.gpu_job("default", options, None) is None
    assert bench.gpu_job("default", {}, "accuracy") is None


@pytest.mark.parametrize(("code", "files_left"), [(1, 4), (2, 0), (3, 0), (130, 2)])
def test_exit_codes_come_through(programs, tmp_path, code, files_left):
    done = run(programs(throughput=code), tmp_path)
    assert done.returncode == code
    assert done.stderr.splitlines()[-1].startswith("bench: ")
    left = [p for p in (tmp_path / "results").rglob("*") if p.is_file()]
    assert len(left) == files_left  # 130: no error was measured yet, so no plot


@pytest.mark.parametrize(
    "arguments", [["--quick", "--full"], ["--only=nothing"], ["--seed=x"], ["--unknown"]]
)
def test_wrong_usage(programs, tmp_path, arguments):
    done = run(programs(), tmp_path, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "log").exists()


def test_programs_that_are_not_built(tmp_path):
    done = run(tmp_path, tmp_path)
    assert (done.returncode, "not built" in done.stderr) == (2, True)


def test_a_program_that_writes_no_json_is_one_line(programs, tmp_path):
    folder = programs()
    (tmp_path / "gelu-accuracy.json").write_text("{")
    done = run(folder, tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "results").exists()


def test_full_asks_for_every_input():
    words = [job.arguments for job in bench.jobs("full", {}, None)]
    assert words[-1] == ["--exhaustive"]


def test_kernels_that_skip_work_are_timed_on_other_data_too():
    words = [job.arguments for job in bench.jobs("default", {"machine": "m"}, None)]
    assert [w[0] for w in words[1:-1]] == ["--inputs=normal1", "--inputs=normal4"]
    assert all("--machine=m" in w for w in words)


@pytest.mark.parametrize("options", [{"methods": "relu"}, {"levels": "l1"}])
def test_a_selection_is_all_that_is_timed(options):
    assert len(bench.jobs("default", options, None)) == 2
    assert len(bench.jobs("quick", {}, None)) == 2
