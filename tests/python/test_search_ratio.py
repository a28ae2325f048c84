# SPDX-License-Identifier: Apache-2.0
"""scripts/sollya/search_ratio.py: the constants of t M = N / (k N + B)."""

import re
import subprocess
import sys

import numpy as np
import pytest
from conftest import ROOT

SCRIPT = ROOT / "scripts/sollya/search_ratio.py"
sys.path.insert(0, str(SCRIPT.parent))

import search_ratio as sought  # noqa: E402

START = np.array([0.9, 0.385, 0.087, 0.009, 0.89, 0.22, 0.023, 2.5066])


def committed():
    text = (SCRIPT.parent / "erf_ratio.sollya").read_text()
    lists = re.findall(r"^[nb] = \[\|(.*)\|\];", text, re.MULTILINE)
    k = re.search(r"^k = (\S+);", text, re.MULTILINE)[1]
    return np.array([float.fromhex(v) for v in [*",".join(lists).split(","), k]])


def test_slopes_are_those_of_differences():
    slopes = sought.slopes(START)
    for i in range(len(START)):
        step = 1e-6 * np.eye(len(START))[i]
        by = (sought.errors(START + step) - sought.errors(START - step)) / 2e-6
        assert slopes[:, i] == pytest.approx(by, rel=1e-5, abs=1e-7)


def test_the_committed_constants_are_floats_and_as_good_as_the_script_says():
    x = committed()
    assert [float(np.float32(v)) for v in x] == list(x)
    assert sought.error(x) < 2**-26.3
    for i in range(len(x)):
        y = x.copy()
        y[i] = sought.moved(y[i], 40)
        assert sought.error(y) > sought.error(x)


def test_finds_constants():
    options = ["--tries", "3", "--seed", "2"]
    out = subprocess.run(
        [sys.executable, SCRIPT, *options], capture_output=True, text=True, check=True
    )
    exponent, constants = re.search(r"2\^(\S+): (.*)\n$", out.stdout).groups()
    found = np.array([float.fromhex(v) for v in constants.split(",")])
    assert sought.error(found) == pytest.approx(2 ** float(exponent), rel=0.01)
    assert float(exponent) < -25
