# SPDX-License-Identifier: Apache-2.0
"""scripts/sollya/search_composites.py: the constants of composite polynomials."""

import re
import subprocess
import sys

import numpy as np
import pytest
from conftest import ROOT

SCRIPT = ROOT / "scripts/sollya/search_composites.py"
sys.path.insert(0, str(SCRIPT.parent))

import search_composites as sought  # noqa: E402


@pytest.mark.parametrize(("form", "gradient"), [("erf", False), ("tanh", True), ("sigmoid", True)])
def test_slopes_are_those_of_differences(form, gradient):
    composite = sought.Composite(form, gradient, 3, 2, 4.0, points=20)
    at = composite.start(np.array([0.02, -0.001]))
    _, slopes = composite.composed(at)
    for i in range(len(at)):
        step = 1e-6 * np.eye(len(at))[i]
        q = [composite.composed(at + sign * step)[0] for sign in (1, -1)]
        assert slopes[:, i] == pytest.approx((q[0] - q[1]) / 2e-6, abs=1e-6)


def test_what_is_wanted_is_gelu():
    t = np.array([0.5, 2.0])
    assert sought.cumulative("erf", t)[0] == pytest.approx([0.30853753872599, 0.02275013194818])
    h = (t + 1e-5) * sought.cumulative("tanh", t + 1e-5)[0]
    h -= (t - 1e-5) * sought.cumulative("tanh", t - 1e-5)[0]
    assert sought.derivative("tanh", t) == pytest.approx(h / 2e-5, rel=1e-6)


def test_finds_constants_and_prints_them_for_sollya():
    options = ["tanh", "value", "3", "2", "3.95", "--tries", "12"]
    out = subprocess.run(
        [sys.executable, SCRIPT, *options], capture_output=True, text=True, check=True
    )
    found, cut, *rest = re.match(
        r"error (\S+), of which the cut (\S+)\n(.*)\n(.*)\n", out.stdout
    ).groups()
    assert float(cut) <= float(found) < 2e-4
    p, added = ([float(v) for v in re.findall(r"[-+.\de]+", line)] for line in rest)
    t = np.linspace(0, 3.95, 999)
    q = np.polynomial.polynomial.polyval(t, p)
    for c in added:
        q = q * q + c
    error = t * (q - sought.cumulative("tanh", t)[0])
    assert np.abs(error).max() == pytest.approx(float(found), rel=0.02)


@pytest.mark.parametrize(
    "wrong", [["3", "2", "99"], ["0", "2", "4"], ["3", "2", "4", "--tries", "0"]]
)
def test_wrong_arguments_are_named(wrong):
    out = subprocess.run(
        [sys.executable, SCRIPT, "erf", "value", *wrong],
        check=False,
        capture_output=True,
        text=True,
    )
    assert out.returncode == 2
    assert "error: " in out.stderr.splitlines()[-1]
