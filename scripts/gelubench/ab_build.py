# SPDX-License-Identifier: Apache-2.0
"""The shared library of a revision, built once and kept."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from gelubench.files import ROOT, Refused, printable

CACHE = ROOT / "build" / "ab"


def _git(*args: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *args], cwd=ROOT, capture_output=True, check=False)


def commit_of(revision: str) -> str:
    done = _git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if done.returncode != 0:
        raise Refused(f"unknown revision '{printable(revision)}' (a shallow clone lacks most)")
    return done.stdout.decode().strip()


def processor() -> set[str]:
    """Features that Linux names of the first processor."""
    try:
        found = re.search(r"^(?:flags|Features)\s*:(.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        return set()
    return set(found[1].split()) if found else set()


def best_backend() -> str:
    flags = processor()
    if "avx512dq" in flags:
        return "stdx-avx512"
    return "stdx-avx2" if "avx2" in flags else "stdx-neon" if "asimd" in flags else "scalar-sse2"


def backends_to_build(selected: str) -> list[str]:
    """Exact names can be built alone; for a glob, all are built."""
    names = selected.split(",")
    exact = all(re.fullmatch(r"[a-z0-9]+-[a-z0-9]+", name) for name in names)
    return sorted(names) if exact else []


def _compile(source: Path, folder: Path, backends: list[str], what: str) -> Path:
    """Builds the library of the sources; what the tools say goes into a file."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder.with_name(folder.name + ".log")
    configure = [
        "cmake", "-S", source, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
        "-DGELU_BUILD_PROGRAMS=OFF", "-DGELU_BUILD_TESTS=OFF",
        f"-DGELU_BACKENDS={';'.join(backends)}",
    ]  # fmt: skip
    build = ["cmake", "--build", folder, "--target", "gelu", "--parallel", str(os.cpu_count())]
    print(f"ab: building {what}", file=sys.stderr, flush=True)
    with log.open("wb") as out:
        for command in (configure, build):
            if subprocess.run(command, stdout=out, stderr=out, check=False).returncode != 0:
                raise Refused(f"building {what} failed: see {log}")
    return (folder / "lib" / "libgelu.so").resolve()


def _unpack(commit: str, folder: Path) -> None:
    archive, source = folder / "source.tar", folder / "source"
    source.mkdir()
    for command in (
        ["git", "archive", "--format=tar", f"--output={archive}", commit],
        ["tar", "-xf", archive, "-C", source],
    ):
        if subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode != 0:
            raise Refused(f"cannot take {commit} out of git: {command[0]} failed")


def of_revision(revision: str, backends: list[str]) -> Path:
    commit = commit_of(revision)
    kept = CACHE / f"{commit[:12]}-{'_'.join(backends) or 'all'}.so"
    if kept.is_file():
        return kept
    CACHE.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{commit[:12]}-", dir=CACHE))
    try:
        _unpack(commit, folder)
        what = f"{printable(revision)} ({commit[:12]})"
        try:
            library = _compile(folder / "source", folder / "build", backends, what)
        except Refused as error:
            log = CACHE / f"{commit[:12]}.log"
            shutil.copyfile(folder / "build.log", log)
            raise Refused(f"building {what} failed: see {log}") from error
        aside = folder / kept.name
        shutil.copyfile(library, aside)
        aside.replace(kept)  # whole, or not there
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return kept


def of_worktree(backends: list[str]) -> Path:
    """The sources as they are; built again where they changed."""
    folder = CACHE / f"worktree-{'_'.join(backends) or 'all'}"
    return _compile(ROOT, folder, backends, "the working tree")
