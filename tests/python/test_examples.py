# SPDX-License-Identifier: Apache-2.0
"""The examples: kernels from Python, as a PyTorch layer, as a TensorFlow function."""

import os
import subprocess
import sys

import numpy as np
import pytest
from conftest import PROGRAMS, ROOT, loadable

from gelubench.frameworks import runner

EXAMPLES = ROOT / "examples"
SHARED = PROGRAMS.parent / "lib" / "libgelu.so"
sys.path.insert(0, str(EXAMPLES))
import libgelu  # noqa: E402

pytestmark = [
    pytest.mark.skipif(not SHARED.exists(), reason=f"{SHARED} is not built"),
    loadable,
]


def test_kernels_run_on_numpy_arrays():
    library = libgelu.Library(SHARED)
    x = np.array([-3, -1, 0, 1, 3], dtype=np.float64)
    y, one = np.empty_like(x), np.ones_like(x)
    forward = library.find("erf_mills", "forward", "f64")
    forward.forward(x.ctypes.data, y.ctypes.data, x.size)
    want = [-0.0040496940948902836, -0.15865525393145707, 0, 0.8413447460685429, 2.9959503059051097]
    assert y == pytest.approx(want, rel=1e-15)
    backward = library.find("erf_mills", "backward", "f64")
    backward.backward(x.ctypes.data, one.ctypes.data, y.ctypes.data, x.size)
    assert y[2] == 0.5 and y[3] == pytest.approx(1.0833154705876864, rel=1e-15)
    assert forward.key.startswith("erf_mills/forward/f64/") and forward.formula == "erf"


def test_what_is_not_there_is_none_and_misuse_has_a_name():
    library = libgelu.Library(SHARED)
    assert library.find("erf_mils", "forward", "f64") is None
    assert library.find("erf_mills", "forward", "f64", "stdx-none") is None
    kernel = library.find("erf_mills", "backward", "f64")
    with pytest.raises(ValueError, match="another pass"):
        kernel.forward(0, 0, 0)
    with pytest.raises(OSError, match="nowhere"):
        libgelu.Library("nowhere/libgelu.so")


def example(name, module):
    """The lines that an example prints, by their first word."""
    python = os.environ.get("GELU_PEERS_PYTHON", runner.VENV / "bin" / "python")
    try:
        subprocess.run([python, "-c", f"import {module}"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"no {module}: {runner.HINT}")
    done = subprocess.run(
        [python, EXAMPLES / f"{name}_gelu.py"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GELU_LIBRARY": str(SHARED), "TF_CPP_MIN_LOG_LEVEL": "3"},
    )
    assert done.returncode == 0, done.stderr
    return {line[:12].strip(): line[12:].strip() for line in done.stdout.splitlines()}


def test_pytorch_layer():
    lines = example("torch", "torch")
    assert lines["gradcheck"] == "True"
    assert lines["bf16 strided"] == "True"
    assert lines["ours"].startswith("['-0.00404969")
    assert lines["ulp apart"].startswith("[")


def test_tensorflow_function():
    lines = example("tensorflow", "tensorflow")
    assert lines["gradcheck"] == "True"
    assert lines["bf16 graph"] == "True"
    assert lines["ours"].startswith("['-0.00404969")
