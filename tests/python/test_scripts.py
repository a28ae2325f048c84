# SPDX-License-Identifier: Apache-2.0
"""The shell scripts: help, wrong usage, and systems on which something is missing."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

SCRIPTS = ROOT / "scripts"
NAMES = (
    "setup",
    "bench",
    "test",
    "pack",
    "lint",
    "results",
    "pick",
    "report",
    "compare",
    "ab",
    "ab-experiment",
    "gpu_check",
    "packed/run",
)


def run(*command, **options):
    return subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **options
    )


@pytest.mark.parametrize("name", NAMES)
def test_help_needs_nothing(name, tmp_path):
    done = run(SCRIPTS / name, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: ")
    assert "SPDX" not in done.stdout and "set -" not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("name", ("setup", "test", "pack", "lint", "gpu_check", "packed/run"))
def test_an_unknown_argument_is_one_line(name):
    done = run(SCRIPTS / name, "--nonsense")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and "--nonsense" in done.stderr


@pytest.fixture
def elsewhere(tmp_path):
    """scripts/setup on a system of a given name that has only some programs."""

    def setup(release, without, **fakes):
        folder = tmp_path / "bin"
        folder.mkdir()
        for name in (
            "dirname",
            "sed",
            "mkdir",
            "awk",
            "sort",
            "tr",
            "cat",
            "sha256sum",
            "flock",
            "comm",
            "grep",
        ):
            (folder / name).symlink_to(shutil.which(name))
        for name in {"g++", "cmake", "ninja", "git", "objcopy", "python3"} - without:
            (folder / name).symlink_to(shutil.which(name, path="/usr/bin:/bin") or "/bin/true")
        for name, text in fakes.items():
            (folder / name.replace("_", "-")).write_text(f"#!/bin/sh\n{text}\n")
            (folder / name.replace("_", "-")).chmod(0o755)
        (tmp_path / "os-release").write_text(release)
        # A copy: the checkout's own build/ stays as it is.
        shutil.copytree(SCRIPTS, tmp_path / "copy" / "scripts", dirs_exist_ok=True)
        return run(
            "/bin/bash",
            tmp_path / "copy" / "scripts" / "setup",
            env={"PATH": str(folder), "GELU_OS_RELEASE": str(tmp_path / "os-release")},
        )

    return setup


@pytest.mark.parametrize(
    ("release", "hint"),
    [
        ('ID=fedora\nVERSION_ID="40"\n', "dnf install .*cmake.*ninja-build"),
        ("ID=manjaro\nID_LIKE=arch\n", "pacman -S .*cmake.*ninja"),
        ("ID=ubuntu\nVERSION_ID=24.04\n", "Debian and Ubuntu call the packages: .*cmake"),
        ("", "unknown"),
    ],
)
def test_other_systems_are_told_what_is_missing(elsewhere, release, hint):
    done = elsewhere(release, {"cmake", "ninja"})
    assert done.returncode == 2
    assert "setup:   cmake" in done.stderr and "setup:   ninja" in done.stderr
    assert "setup:   git" not in done.stderr
    flat = done.stderr.replace("\n", " ")
    assert re.search(hint, flat)


def test_debian_without_root_or_sudo_is_told_the_command(elsewhere):
    # Like the real one, it prints what it knows and fails for the rest.
    known = "echo 'g++ installed'; echo 'cmake installed'; echo 'git not-installed'; exit 1"
    debian = 'ID=debian\nVERSION_ID="12"\n'
    done = elsewhere(debian, {"python3"}, dpkg_query=known, id="echo 1000")
    assert done.returncode == 2
    assert "as root: apt-get install " in done.stderr
    packages = done.stderr.split("apt-get install ")[1].split()
    assert {"git", "ninja-build", "libmpfr-dev", "sollya"} <= set(packages)
    assert not {"g++", "cmake"} & set(packages)


def test_nothing_to_do_is_done_quietly_and_without_a_network():
    unshare = ["unshare", "--net", "--map-root-user"]
    prefix = unshare if run(*unshare, "true").returncode == 0 else []
    done = run(*prefix, SCRIPTS / "setup", env={**os.environ, "http_proxy": "http://0.0.0.0:1"})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_python_package_is_pinned_and_hashed():
    lock = (SCRIPTS / "requirements.lock").read_text()
    names = [line for line in lock.splitlines() if line and not line.startswith(("#", " "))]
    assert all("==" in name for name in names)
    assert lock.count("--hash=sha256:") >= len(names)
    wanted = (SCRIPTS / "requirements.in").read_text().split("\n")
    for name in (w for w in wanted if w and not w.startswith("#")):
        assert any(line.startswith(f"{name}==") for line in names), name


def has_driver():
    done = run("sh", "-c", "ldconfig -p | grep -q libcuda.so.1")
    return done.returncode == 0


@pytest.mark.skipif(has_driver(), reason="there is a CUDA driver: gpu_check would run")
def test_gpu_check_stops_without_a_driver_in_one_line(tmp_path):
    done = run(SCRIPTS / "gpu_check", "--output", tmp_path / "out")
    assert (done.returncode, done.stderr) == (2, "gpu_check: no CUDA driver\n")
    assert not (tmp_path / "out").exists()


def test_frameworks_that_are_not_installed_are_written_down(tmp_path):
    script = SCRIPTS / "packed" / "gpu_frameworks.py"
    done = run(sys.executable, script, tmp_path / "f.json")
    assert done.returncode == 0, done.stderr
    record = json.loads((tmp_path / "f.json").read_text())
    absent = {row["what"] for row in record["absent"]}
    measured = {row["framework"].split()[0] for row in record["rows"]}
    assert absent | measured == {"torch", "jax"}
    assert run(sys.executable, script).returncode == 2


def test_the_sanitizer_preset_configures(tmp_path):
    command = ["cmake", "--preset", "asan", "-B", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
