# SPDX-License-Identifier: Apache-2.0
"""scripts/report without a browser: what is embedded, the pictures, the command."""

import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET

import pytest
from conftest import ROOT, error
from test_pick import five

from gelubench import files, runs
from gelubench.files import Refused
from gelubench.report import charts, command, page, plots, tables, themes
from gelubench.report.views import State

CURVE = [[-2.0, 8, 4, 3.0, 1e-7, 1e-7], [1.0, 8, 0, 0.5, 1e-7, 1e-7]]
COUNTS = [
    {"method": "erf_4ulp", "pass": "forward", "operations": {"fma": 10, "lookup": 2}},
    {"method": "erf_cr", "pass": "forward", "operations": {"mul": 1}, "wide": {"add": 2, "fma": 3}},
    {"method": "erf_libm", "pass": "forward", "operations": {"mul": 1, "library": 1}},
]


def whole():
    """Times at two levels, a certificate after bf16, errors by binade."""
    of = five()
    of["throughput"] += [{**row, "level": "l1", "n": 512} for row in of["throughput"]]
    rounded = error("erf_4ulp/forward/f32_bf16/stdx-avx512", 0.51, 1e-3, reference="own")
    curve = {"binades": CURVE, "reference": "own"}
    of["accuracy"] += [rounded, error("erf_mills/forward/f32/stdx-avx512", 3.0, 1e-7, **curve)]
    of["machine"]["caches"] = [
        {"level": 1, "type": "Data", "bytes": 32768, "shared_by_cpus": None},
        {"level": 1, "type": "Instruction", "bytes": 32768, "shared_by_cpus": None},
    ]
    return of


def unpacked(table):
    """As data.js does it."""

    def cell(column, i):
        if isinstance(column, list):
            return column[i]
        return column["of"][column["at"][i]] if "at" in column else column["all"]

    names = table["columns"]
    return [{n: cell(names[n], i) for n in names} for i in range(table["length"])]


def test_packing_loses_nothing():
    rows = [{"a": 1, "b": True, "c": [1.5]}, {"a": 1.0, "b": 1, "c": None}] * 5
    rows += [{"a": "x", "b": 0, "c": {"d": 1}}]
    found = unpacked(tables.packed(rows))
    assert found == rows
    assert [type(row["b"]) for row in found] == [type(row["b"]) for row in rows]
    assert tables.packed([]) == {"length": 0, "columns": {}}


def test_what_pick_computes_with_keeps_its_digits():
    of = whole()
    of["throughput"][2]["samples"][0] = 0.1234567890123456
    found = unpacked(page.data([(ROOT / "r.json", of)])["times"])
    for row, shown in zip(of["throughput"], found, strict=True):
        assert shown["samples"] == row["samples"]
        assert shown["sample_times_s"] == row["sample_times_s"]
        assert shown["median"] == row["ns_per_element"]["median"]
    rounded = {row["method"]: row["bf16_ulp"] for row in found}
    assert rounded["erf_4ulp"] == 0.51 and rounded["erf_cr"] is None


def test_flops_count_an_fma_twice_and_no_library():
    found = tables.flops({"operations": COUNTS})
    assert found == {"erf_4ulp/forward": 20, "erf_cr/forward": 9}


def test_pictures_have_no_hole_left():
    of = plots.tables_of(runs.Run(ROOT / "r.json", {**whole(), "operations": COUNTS}))
    for name in plots.PLOTS:
        made = plots.spec(name, of, State())
        assert made is not None, name
        assert not re.search(r'"@[a-z ]+@"', json.dumps(made)), name


def test_every_hole_of_the_page_has_a_name_that_is_filled():
    own = set(themes.INKS["dark"])
    scripts = "\n".join(path.read_text() for path in page.PAGE.glob("*.js"))
    for name, spec in charts.specs().items():
        for hole in re.findall(r'"@([a-z ]+)@"', json.dumps(spec)):
            given = re.search(rf'("{hole}":|\b{hole}[:,] |\b{hole} \}}|{{ {hole}\b)', scripts)
            assert hole in own or given, f"{name}: {hole}"


def test_machines_are_drawn_beside_each_other():
    def of(name, relu):
        record = whole()
        record["machine"]["name"] = name
        record["throughput"][0]["ns_per_element"] = {"median": relu, "min": relu, "max": relu}
        record["throughput"][0]["ns_per_element"] |= {"q1": relu, "q3": relu}
        return plots.tables_of(runs.Run(ROOT / "r.json", record))

    state = State(level="l2")
    made = plots.machines([of("a", 0.03), of("b", 0.06)], state)
    rows = made["datasets"]["machines"]
    ratios = {(r["machine"], r["method"]): r["times_relu"] for r in rows}
    assert ratios["a", "erf_4ulp"] == pytest.approx(0.2 / 0.03)
    assert ratios["b", "erf_4ulp"] == pytest.approx(0.2 / 0.06)
    assert not re.search(r'"@[a-z ]+@"', json.dumps(made))
    assert plots.machines([of("a", 0.03), of("a", 0.06)], state) is None


def report(*arguments, cwd):
    return subprocess.run(
        [ROOT / "scripts" / "report", *map(str, arguments)],
        env=os.environ,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_command_writes_a_page_and_its_pictures(saved, tmp_path):
    saved(whole(), "m.json")
    done = report(tmp_path, "-o", "page.html", "--plots", "pictures", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "default-src 'none'" in text
    elements = re.findall(r"<(?:link|img|script|iframe|base)\b[^>]*", text[: text.index("<body")])
    assert elements == ['<link rel="icon" href="data:,"']
    assert len(re.findall("<script", text)) == 3 + text.count('"<script')
    drawn = sorted((tmp_path / "pictures").iterdir())
    names = {path.stem.removesuffix("_f32_forward") for path in drawn}
    assert names == set(plots.PLOTS) - {"roofline"}
    for path in drawn:
        if path.suffix == ".svg":
            assert ET.fromstring(path.read_text()).tag.endswith("svg")
        else:
            assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "arguments",
    [
        ("none.json",),
        ("empty",),
        ("m.json", "--dtype", "f31"),
        ("m.json", "--plots", "p", "--pass", "bias"),
    ],
)
def test_what_cannot_be_used_is_one_line(saved, tmp_path, arguments):
    saved(whole(), "m.json")
    (tmp_path / "empty").mkdir()
    done = report(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_folders_are_searched_but_for_schemas(tmp_path):
    for name in ("m/1.json", "m/2.json.gz", "local/k/3.json", "schema/v1.json", "m/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [str(path.relative_to(tmp_path)) for path in command.found_in(tmp_path)]
    assert found == ["local/k/3.json", "m/1.json", "m/2.json.gz"]
    (tmp_path / "none").mkdir()
    with pytest.raises(Refused):
        command.found_in(tmp_path / "none")


def test_a_record_without_certificates_still_makes_a_page(saved):
    of = whole()
    of["accuracy"] = []
    path = saved(of)
    data = page.data([(path, files.read(path))])
    times = unpacked(data["times"])
    assert all(row["errors"]["erf"] == [None] for row in times if row["formula"] == "erf")
