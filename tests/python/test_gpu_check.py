# SPDX-License-Identifier: Apache-2.0
"""scripts/gpu_check in a packed folder, with a driver and programs that only pretend."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

from gelubench.frameworks import runner

FAKE = """#!/bin/sh
echo "$(basename "$0") $*" >>"{log}"
case "$*" in *{fails}*) exit {code} ;; esac
for word; do
  case $word in --out-json) take=1 ;; *) [ -z "$take" ] || echo x >"$word"; take= ;; esac
done
"""


@pytest.fixture
def packed(tmp_path):
    folder = tmp_path / "it is packed"
    (folder / "bin").mkdir(parents=True)
    for script in ("gpu_check", "packed/gpu_frameworks.py"):
        shutil.copy(ROOT / "scripts" / script, folder)
    driver = tmp_path / "driver"
    driver.mkdir()
    (driver / "libcuda.so.1").touch()

    def run(*arguments, fails="nothing", code=1):
        log = tmp_path / "log"
        for name in ("gelu-cuda", "gelu-accuracy", "bin/gelu-cuda"):
            program = folder / name
            program.write_text(FAKE.format(log=log, fails=fails, code=code))
            program.chmod(0o755)
        done = subprocess.run(
            [folder / "gpu_check", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LD_LIBRARY_PATH": str(driver)},
        )
        return done, log.read_text().splitlines() if log.exists() else [], folder / "results/gpu"

    return run


def test_every_part_runs_and_leaves_its_files(packed):
    done, calls, results = packed("--machine", "m")
    assert done.returncode == 0, done.stderr
    for part in ("kernels against the reference", "certificates of f16 and bf16", "throughput"):
        assert f"gpu_check: {part}: passed" in done.stderr
    assert any("--exhaustive --backends cuda-v1 --dtypes f32 --machine=m" in call for call in calls)
    names = {path.name for path in results.iterdir()}
    assert {"check.json", "accuracy.json", "accuracy16.json", "throughput.json"} <= names
    assert "frameworks.json" in names or "absent: frameworks" in done.stderr


def test_quick_takes_samples(packed):
    done, calls, _ = packed("--quick")
    assert done.returncode == 0, done.stderr
    assert not any("--exhaustive" in call for call in calls)
    assert any("gelu-accuracy --quick" in call for call in calls)


def test_a_part_that_fails_is_named_and_the_others_run(packed):
    done, _, _ = packed(fails="--exhaustive")
    assert done.returncode == 1
    assert "gpu_check: certificates of f32: FAILED with 1" in done.stderr
    assert "gpu_check: throughput: passed" in done.stderr


def test_a_driver_without_a_gpu_ends_it(packed):
    done, calls, _ = packed(fails="--require", code=2)
    assert done.returncode == 2
    assert len(calls) == 1


def test_a_layer_with_its_gelu_inside_gives_what_both_give_apart():
    """On the CPU, where PyTorch puts the exact form inside: 4.7e-4 from the tanh form."""
    python = Path(os.environ.get("GELU_PEERS_PYTHON", runner.VENV / "bin" / "python"))
    code = """
import torch, gpu_frameworks
calls = gpu_frameworks.layer_calls(torch, (64, 32, 48), torch.float32, "cpu")
x = torch.randn(64, 32)
apart, inside = calls["linear, gelu tanh"](x), calls["linear with gelu tanh"](x)
assert apart.shape == inside.shape == (64, 48)
assert (apart - inside).abs().max() < 5e-4, (apart - inside).abs().max()
assert (apart - calls["linear"](x)).abs().max() > 0.1
"""
    asked = [python, "-c", "import torch"]
    if not python.exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip(f"no torch: {runner.HINT}")
    done = subprocess.run(
        [python, "-c", code],
        cwd=ROOT / "scripts/packed",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
