# SPDX-License-Identifier: Apache-2.0
import gzip
import json

import pytest
from conftest import error, record

from gelubench import files, slim

CURVE = [[1.0, 8, 0, 0.5, 1e-7, 1e-7]]


def test_only_pictured_curves_stay_and_no_number_changes():
    rows = [
        error("erf_mills/forward/f32/vc-avx2", 3.0, 1e-7, binades=CURVE),
        error("erf_cr/forward/f32/vc-avx2", 0.5, 1e-7, binades=CURVE),
        error("erf_mills/backward/f32/vc-avx2", 3.0, 1e-7, binades=CURVE),
        error("erf_mills/forward/bf16/vc-avx2", 3.0, 1e-7, binades=CURVE),
    ]
    full = record(accuracy=rows)
    small = json.loads(files.to_json(slim.slim(full)))
    files.check(small, "small")
    for i, shown in enumerate((True, False, True, False)):
        bare = {k: v for k, v in rows[i].items() if k != "binades"}
        assert small["accuracy"][i] == (rows[i] if shown else bare)
    assert {k: v for k, v in small.items() if k != "accuracy"} == {
        k: v for k, v in full.items() if k != "accuracy"
    }
    assert full["accuracy"][1]["binades"] == CURVE


def test_times_have_six_digits_and_errors_all():
    row = {
        "samples": [0.12345678912345, 1e-9],
        "ns": {"min": 123456789.0},
        "n": 12345678,
        "disturbed": None,
    }
    short = {
        "samples": [0.123457, 1e-9],
        "ns": {"min": 123457000.0},
        "n": 12345678,
        "disturbed": None,
    }
    assert slim.six_digits(row) == short
    full = record(accuracy=[error("erf_cr/forward/f32/vc-avx2", 0.12345678912345, 1e-7)])
    full["throughput"] = [row]
    small = slim.slim(full)
    assert small["throughput"] == [short]
    assert small["accuracy"] == full["accuracy"]
    assert slim.slim(small) == small


def test_folders_of_this_machine_stay_here():
    argv = ["/home/me/bin/gelu-accuracy", "--out-json=/tmp/x/r.json", "a/b", "1/2", "-o", "/x/y"]
    shown = ["gelu-accuracy", "--out-json=r.json", "a/b", "1/2", "-o", "y"]
    assert slim.without_folders(argv) == shown
    full = record(argv=argv)
    assert slim.slim(full)["argv"] == shown
    assert full["argv"] == argv


@pytest.mark.parametrize(
    "point", [[1.0, 8, 0, 0.5, 1e-7], [1.0, 8, 0, 0.5, 1e-7, "0x1p+0"], 1, None]
)
def test_unsound_curves_are_refused(point):
    row = error("erf_mills/forward/f32/vc-avx2", 3.0, 1e-7, binades=[*CURVE, point])
    with pytest.raises(files.Refused, match="binades"):
        files.check(record(accuracy=[row]), "curve")


def test_a_compressed_record_is_the_same_and_a_torn_one_is_refused(tmp_path):
    full = record(accuracy=[error("erf_mills/forward/f32/vc-avx2", 3.0, 1e-7)])
    path = tmp_path / "r.json.gz"
    packed = gzip.compress(files.to_json(full).encode())
    path.write_bytes(packed)
    assert files.read(path) == full
    for torn in (packed[:-20], b"no gzip"):
        path.write_bytes(torn)
        with pytest.raises(files.Refused, match="gzip"):
            files.read(path)


def test_only_whole_runs_of_clean_sources_are_published_and_once(tmp_path):
    full = record(accuracy=[error("erf_cr/forward/f32/vc-avx2", 0.5, 1e-7, binades=CURVE)])
    path = slim.publish(full, tmp_path)
    assert path == tmp_path / "test-2c-avx512" / "20261124T010203Z_0123456789ab.json.gz"
    assert files.read(path) == slim.slim(full)
    with pytest.raises(files.Refused, match="already"):
        slim.publish(full, tmp_path)
    for spoilt in (
        record(complete=False),
        record(program={**full["program"], "dirty": True}),
        record(program={**full["program"], "dirty": None}),
        record(program={**full["program"], "commit": "unknown"}),
    ):
        with pytest.raises(files.Refused):
            slim.publish({**spoilt, "created": "2026-11-25T01:02:03Z"}, tmp_path)
    assert len(list(tmp_path.rglob("*.gz"))) == 1
