# SPDX-License-Identifier: Apache-2.0
"""gelu-accuracy judge: a function of another program, certified through a pipe."""

import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest
from conftest import PROGRAMS

from gelubench import convert, files

JUDGE = PROGRAMS / "gelu-accuracy"
pytestmark = pytest.mark.skipif(not JUDGE.exists(), reason=f"{JUDGE} is not built")


def judge(tmp_path: Path, key: str, formula: str, serve, *more: str):
    """Runs judge against serve(x, dy) on bf16 bits; returns exit code, record path and stderr."""
    out = tmp_path / "r.json"
    command = [JUDGE, "judge", "--key", key, "--formula", formula, "--library", "Lib 1: call"]
    command += [f"--out-json={out}", f"--out-csv={tmp_path / 'r.csv'}", *more]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        while len(head := process.stdout.read(8)) == 8 and (n := struct.unpack("=Q", head)[0]):
            x = np.frombuffer(process.stdout.read(2 * n), np.uint16)
            dy = np.frombuffer(process.stdout.read(2 * n), np.uint16) if "/backward/" in key else x
            y = serve(x, dy)
            if y is None:
                process.stdin.close()
                break
            process.stdin.write(y.tobytes())
            process.stdin.flush()
        process.stdout.close()
        stderr = process.stderr.read().decode()
    return process.returncode, out, stderr


def relu(x, _):
    nan = (x & 0x7FFF) > 0x7F80
    return np.where((x > 0x8000) & ~nan, 0, x).astype(np.uint16)  # -0 stays


def own(path):
    record = files.read(path)
    (row,) = (
        row for row in record["accuracy"] if (row["reference"], row["region"]) == ("own", "all")
    )
    return record, row


def test_a_right_function_has_a_clean_certificate(tmp_path):
    code, out, stderr = judge(tmp_path, "theirs/forward/bf16/framework-native", "relu", relu)
    assert code == 0, stderr
    record, row = own(out)
    assert (row["max_ulp"], row["not_correct"], row["exhaustive"]) == (0, 0, True)
    assert (row["origin"], row["library"]) == ("library", "Lib 1: call")
    assert len(record["special_values"]) == 16
    assert record["complete"]


def test_a_wrong_result_is_found_where_it_is(tmp_path):
    def off(x, dy):
        y = relu(x, dy).copy()
        y[x == 0x4049] ^= 1
        return y

    code, out, _ = judge(tmp_path, "theirs/forward/bf16/framework-native", "relu", off)
    assert code == 0
    row = own(out)[1]
    assert (row["max_ulp"], row["not_correct"]) == (1, 1)
    assert row["max_ulp_x_bits"] == "0x4049"


def test_backward_gets_a_gradient_of_one(tmp_path):
    seen = set()

    def slope(x, dy):
        seen.update(dy.tolist())
        nan = (x & 0x7FFF) > 0x7F80
        return np.where(nan, x, np.where((x >= 0x8000) | (x == 0), 0, dy)).astype(np.uint16)

    code, out, _ = judge(tmp_path, "theirs/backward/bf16/framework-native", "relu", slope)
    assert code == 0
    assert seen == {0x3F80}
    assert own(out)[1]["not_correct"] == 0


def test_a_program_that_goes_away_is_one_line(tmp_path):
    code, out, stderr = judge(
        tmp_path, "theirs/forward/bf16/framework-native", "relu", lambda *_: None
    )
    assert code == 2
    assert len(stderr.splitlines()) == 1 and "closed the pipe" in stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("key", "formula", "word"),
    [
        ("theirs/forward/bf16", "relu", "--key"),
        ("Their s/forward/bf16/a-b", "relu", "--key"),
        ("theirs/sideways/bf16/a-b", "relu", "sideways"),
        ("theirs/forward/f33/a-b", "relu", "f33"),
        ("theirs/bias/bf16/a-b", "relu", "forward and backward"),
        ("theirs/forward/bf16/a-b", "gelu", "gelu"),
    ],
)
def test_wrong_usage_is_one_line(tmp_path, key, formula, word):
    code, _, stderr = judge(tmp_path, key, formula, relu)
    assert code == 2
    assert len(stderr.splitlines()) == 1 and word in stderr


def test_csv_from_python_says_what_the_program_says(tmp_path):
    judge(tmp_path, "theirs/forward/bf16/framework-native", "relu", relu)

    there = (tmp_path / "r.csv").read_text(encoding="utf-8")
    assert convert.tidy([files.read(tmp_path / "r.json")]) == there
