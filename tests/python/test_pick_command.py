# SPDX-License-Identifier: Apache-2.0
"""scripts/pick as it is called, the runs it reads, its test on two runs."""

import json
import os
import subprocess

import pytest
from conftest import ROOT, record
from test_pick import AT, ask, five, kinds

from gelubench import files, rerun, runs
from gelubench.pick import Query, pick
from gelubench.verdict import Tolerance

COMMITTED = sorted((ROOT / "results").glob("*/*.json.gz"))


def unlike(of, name, created):
    return {**of, "created": created, "machine": {**of["machine"], "name": name}}


def test_one_machine_and_one_run_are_used(saved):
    query = Query("erf", "f32", "forward", Tolerance({"max_ulp": 4.0}))
    a = saved(unlike(five(), "a", "2026-11-24T01:02:03Z"), "a.json")
    newer = saved(unlike(five(), "a", "2026-11-25T01:02:03Z"), "newer.json")
    b = saved(unlike(five(), "b", "2026-11-26T01:02:03Z"), "b.json")

    def choose(paths, machine=None):
        return runs.choose(paths, machine, query.wanted, query.cell, ROOT)

    run = choose([a, newer, b], "a")
    assert run.path == newer
    assert any("older run" in note for note in run.notes)
    assert any("unlike machines" in note and "b" in note for note in run.notes)
    with pytest.raises(files.Refused, match="several machines"):
        choose([a, b])
    with pytest.raises(files.Refused, match="no results of machine 'c'"):
        choose([a, b], "c")


def test_certificates_come_from_another_run_of_the_same_commit(saved):
    query = Query("erf", "f32", "forward", Tolerance({"max_ulp": 4.0}))
    speeds, errors = five(), five()
    speeds["accuracy"], errors["throughput"] = [], []
    elsewhere = unlike(errors, "other", "2026-11-26T01:02:03Z")
    paths = [saved(speeds, "1.json"), saved(elsewhere, "2.json")]
    run = runs.choose(paths, "test-2c-avx512", query.wanted, query.cell, ROOT)
    found = pick(query, run)
    assert found.choice.row["method"] == "erf_4ulp"
    assert kinds(found)["erf_libm"] == {"uncertified"}  # another machine's library
    elsewhere["program"] = {**elsewhere["program"], "commit": "f" * 40}
    run = runs.choose(
        [paths[0], saved(elsewhere, "3.json")], "test-2c-avx512", query.wanted, query.cell, ROOT
    )
    assert pick(query, run).choice is None


def test_folders_are_searched(saved, tmp_path):
    for folder in ("m", "local/m", "local/k", "schema"):
        (tmp_path / folder).mkdir(parents=True)
    for path in ("m/1.json.gz", "local/m/2.json", "local/k/1.json", "schema/v1.json"):
        (tmp_path / path).touch()
    found = runs.found_in(tmp_path, None)
    assert {name: [p.name for p in of] for name, of in found.items()} == {
        "m": ["2.json", "1.json.gz"],
        "k": ["1.json"],
    }


def test_what_was_not_timed_says_what_was():
    with pytest.raises(files.Refused, match=r"for sse4, .*there are l2 with 1 for avx512/avx2$"):
        ask(five(), max_ulp=4.0, isa="sse4")


def test_a_disturbed_median_does_not_choose():
    of = five()
    of["throughput"][2]["ns_per_element"] |= {"median": 0.5, "q3": 0.6}  # erf_4ulp, once in a while
    found = ask(of, max_ulp=4.0)
    assert found.choice.key == f"erf_4ulp/{AT}"
    assert found.choice.ns == 0.2


def test_the_self_test_sees_good_and_bad_choices():
    good = rerun.self_test(five(), five(), 50)
    assert len(good) == 50 and rerun.passed(good)
    new = five()
    for row in new["throughput"]:
        row["ns_per_element"] = dict.fromkeys(row["ns_per_element"], 1 / row["samples"][3])
    bad = rerun.self_test(five(), new, 50)
    assert not rerun.passed(bad)
    assert "against" in rerun.lines(bad)[0]
    with pytest.raises(files.Refused, match="unlike machines"):
        rerun.self_test(five(), unlike(five(), "b", five()["created"]))
    with pytest.raises(files.Refused, match="no row in common"):
        rerun.self_test(five(), record())


@pytest.fixture
def run_pick(tmp_path):
    def run(*arguments):
        return subprocess.run(
            [ROOT / "scripts" / "pick", *map(str, arguments)],
            env=os.environ,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_command(run_pick, saved):
    path = saved(five())
    done = run_pick("--max-ulp", 4, path)
    assert done.returncode == 0, done.stderr
    for part in (
        f"erf_4ulp/{AT}",
        "NaN at -inf",
        "in the tail",
        "gelu_find",
        "find_package",
        "95 %",
    ):
        assert part in done.stdout.replace("\n", " "), part
    done = run_pick("--max-ulp", 4, "--json", path)
    found = json.loads(done.stdout)
    assert found["choice"]["key"] == f"erf_4ulp/{AT}"
    assert found["margin"]["clear"] is True
    assert {c["method"] for c in found["refused"]} == {"poly_8", "tanh_exp", "erf_libm"}
    assert found["reproduce"][-1].endswith(str(path))
    done = run_pick("--max-ulp", 0.1, path)
    assert done.returncode == 1
    assert "none is within" in done.stdout and "nearest" in done.stdout
    assert run_pick("--self-test", path, path).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--max-ulp", "x"),
        ("--max-ulp", "nan"),
        ("--max-abs", "-1"),
        ("--max-ulp", "1", "--dtype", "f31"),
        ("--max-ulp", "1", "--level", "l9"),
        ("--max-ulp", "1", "--level", "l3"),
        ("--max-ulp", "1", "--threads", "0"),
        ("--max-ulp", "1", "--allow", "rain"),
        ("--max-ulp", "1", "--machine", "elsewhere"),
        ("--max-ulp", "1", "nothing.json"),
        ("--self-test",),
        ("--nonsense",),
    ],
)
def test_bad_input_is_one_line(run_pick, saved, arguments):
    done = run_pick(saved(five()), *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not COMMITTED, reason="no committed record")
def test_the_committed_record_answers(run_pick):
    done = run_pick("--dtype", "bf16", "--max-ulp", 1, "--json", COMMITTED[0])
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["choice"]["errors"]["max_ulp"] <= 1
    assert all(c["ns_per_element"] <= found["choice"]["ns_per_element"] for c in found["refused"])
    assert all(c["reasons"] for c in found["refused"])
