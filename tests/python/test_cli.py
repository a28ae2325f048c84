# SPDX-License-Identifier: Apache-2.0
"""scripts/results, as it is called."""

import json
import os
import subprocess

import pytest
from conftest import ROOT, ladder, record
from test_curves import row as curve
from test_tables import value

from gelubench import files


@pytest.fixture
def results(tmp_path):
    def run(*arguments):
        return subprocess.run(
            [ROOT / "scripts" / "results", *map(str, arguments)],
            env={**os.environ, "COLUMNS": "200"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_validate(results, saved):
    good, bad = saved(ladder(), "good.json"), saved("{", "bad.json")
    done = results("validate", good.name)
    assert (done.returncode, done.stdout) == (0, "good.json: valid\n"), done.stderr
    done = results("validate", good, bad)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and "bad.json" in done.stderr


def test_summary_and_plot(results, saved, tmp_path):
    path = saved(ladder())
    assert "erf_mills" in results("summary", path).stdout
    done = results("plot", path, "-o", "picture")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "picture.png").is_file() and (tmp_path / "picture.svg").is_file()
    assert results("plot", saved(record(), "none.json"), "-o", "x").returncode == 2


def parts(saved):
    first, second = ladder(), ladder()
    first["accuracy"], second["throughput"] = [], []
    return saved(first, "1.json"), saved(second, "2.json")


def test_merge(results, saved, tmp_path):
    done = results("merge", *parts(saved), "-o", "whole.json")
    assert done.returncode == 0, done.stderr
    whole = files.read(tmp_path / "whole.json")
    assert whole["throughput"] == ladder()["throughput"]
    assert whole["accuracy"] == ladder()["accuracy"]


def test_add_keeps_what_a_packed_run_brought(results, saved, tmp_path):
    paths = parts(saved)
    for path in paths:
        path.with_suffix(".csv").write_text("a,b\n1,2\n")
    done = results("add", *paths, "--results", "kept")
    assert done.returncode == 0, done.stderr
    stem = tmp_path / "kept" / "test-2c-avx512" / "20261124T010203Z_0123456789ab"
    assert json.loads(stem.with_name(stem.name + ".json").read_text())["parts"]
    assert stem.with_name(stem.name + ".csv").read_text() == "a,b\n1,2\n1,2\n"


def test_tables_and_curves_refuse_in_one_line(results, saved, tmp_path):
    for command in ("tables", "curves"):
        done = results(command, saved(record(), "none.json"), "-o", "docs")
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "docs").exists()


def test_tables_and_curves_write_pages(results, saved, tmp_path):
    rows = [curve("erf_mills"), curve("tanh_exp", formula="tanh")]
    values = [value("erf_mills/forward/f32/stdx-avx512", "-0", -0.0, -0.0)]
    path = saved(record(accuracy=rows, special_values=values))
    done = results("tables", path, "-o", "docs")
    assert done.returncode == 0, done.stderr
    for page in done.stdout.split():
        assert "by `scripts/results tables r.json`" in (tmp_path / page).read_text()
    assert done.stdout.split() == ["docs/certificates.md", "docs/special_values.md"]
    done = results("curves", path, "-o", "docs")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["docs/error_erf.svg", "docs/error_tanh.svg"]


def test_unwritable_output_is_one_line(results, saved):
    done = results("merge", saved(ladder()), "-o", "/dev/null/x.json")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_help_and_wrong_usage(results):
    assert "Usage: scripts/results" in results("--help").stdout
    assert results("nothing").returncode == 2
