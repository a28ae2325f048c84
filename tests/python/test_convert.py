# SPDX-License-Identifier: Apache-2.0
"""scripts/results csv and list."""

import csv
import io
import json
import os
import subprocess

import pytest
from conftest import ROOT, ladder, record, speed
from test_programs import SHORT, THROUGHPUT, TINY

from gelubench import convert, files


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_number_stands_on_a_line():
    rows = table(convert.tidy([ladder()]))
    of = [r for r in rows if r["key"].startswith("erf_mills/") and r["level"] == "l2"]
    found = {(r["metric"], r["index"]): r["value"] for r in of}
    assert found["ns_per_element.median", ""] == "0.5"
    assert found["samples", "0"] == "0.5"
    assert ("pct_of_relu", "") in found and found["pct_of_relu", ""] == ""
    errors = {r["metric"]: r["value"] for r in rows if r["section"] == "accuracy"}
    assert errors["max_ulp"] == "4.5" and errors["inputs"] == str(1 << 32)


def test_wide_has_one_line_per_row():
    rows = table(convert.wide([ladder(), ladder()], "throughput"))
    assert len(rows) == 16
    assert rows[4]["ns_per_element.median"] == "0.4"
    assert rows[4]["machine"] == "test-2c-avx512"
    assert "samples" not in rows[0] and "pct_of_relu" not in rows[0]
    infinite = table(convert.wide([ladder()], "accuracy"))[2]
    assert infinite["max_ulp"] == "inf"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ('=HYPERLINK("a,b")', '\'=HYPERLINK("a,b")'),
        ("-inf", "-inf"),
        ("-max", "-max"),
        ("-1e-5", "-1e-5"),
        ("a,b\nc", "a,b\nc"),
    ],
)
def test_no_cell_is_a_formula(text, cell):
    of = record([speed("m/forward/f32/scalar-sse2", 1.0)])
    of["throughput"][0]["inputs"] = text
    assert table(convert.tidy([of]))[0]["inputs"] == cell
    assert table(convert.wide([of], "throughput"))[0]["inputs"] == cell


def test_commands(saved, tmp_path):
    path = saved(ladder(), "m.json")

    def results(*arguments):
        return subprocess.run(
            [ROOT / "scripts" / "results", *map(str, arguments)],
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )

    done = results("csv", path, "--table", "throughput", "-o", tmp_path / "t.csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert len(table((tmp_path / "t.csv").read_text())) == 8
    assert results("csv", path).stdout == convert.tidy([ladder()])
    done = results("list", tmp_path)
    assert "m.json" in done.stdout.replace("\n", "") and "test-2c-avx512" in done.stdout
    done = results("csv", path, "--table", "nonsense")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert results("list", tmp_path / "none").returncode == 2


@pytest.mark.skipif(not THROUGHPUT.exists(), reason=f"{THROUGHPUT} is not built")
def test_it_is_the_csv_of_the_programs(tmp_path):
    outputs = [f"--out-json={tmp_path / 'r.json'}", f"--out-csv={tmp_path / 'r.csv'}"]
    subprocess.run([THROUGHPUT, *TINY, *SHORT, *outputs], check=True, capture_output=True)
    ours = table(convert.tidy([files.read(tmp_path / "r.json")]))
    theirs = table((tmp_path / "r.csv").read_text())

    def value(row):
        try:
            return json.loads(row["value"])
        except ValueError:
            return row["value"]

    assert [{**row, "value": value(row)} for row in ours] == [
        {**row, "value": value(row)} for row in theirs
    ]
