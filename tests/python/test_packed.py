# SPDX-License-Identifier: Apache-2.0
"""The `run` of a packed folder, with programs that only pretend to measure."""

import shutil
import struct
import subprocess
import tarfile

import pytest
from conftest import PRESET, ROOT

FAKE = """#!/bin/sh
printf '%s\\n' "$@" >"{log}.$(basename "$0")"
for word; do case $word in --out-*) echo x >"${{word#*=}}" ;; esac; done
exit {code}
"""


@pytest.fixture
def packed(tmp_path):
    folder = tmp_path / "it's packed"
    (folder / "results").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "packed" / "run", folder)
    (folder / "COMMIT").write_text("0123456789ab\n")

    def run(*arguments, throughput=0, accuracy=0):
        for name, code in {"throughput": throughput, "accuracy": accuracy}.items():
            program = folder / f"gelu-{name}"
            program.write_text(FAKE.format(log=tmp_path / "log", code=code))
            program.chmod(0o755)
        done = subprocess.run(
            [folder / "run", *arguments], capture_output=True, text=True, check=False
        )
        words = {p.suffix[6:]: p.read_text().splitlines() for p in tmp_path.glob("log.*")}
        return done, words, sorted(p.name.split("_", 1)[1] for p in (folder / "results").iterdir())

    return run


def test_both_programs_leave_json_and_csv(packed):
    done, words, left = packed()
    assert done.returncode == 0, done.stderr
    assert left == [
        f"0123456789ab.{name}.{end}"
        for name in ("accuracy", "throughput")
        for end in ("csv", "json")
    ]
    assert set(words) == {"throughput", "accuracy"}


def test_options_reach_the_right_program_unharmed(packed):
    _, words, _ = packed("--quick", "--methods", "erf_*,!erf_libm*", "--levels=l1", "--machine=a b")
    for program in words.values():
        assert "--methods=erf_*,!erf_libm*" in program and "--machine=a b" in program
    assert "--levels=l1" in words["throughput"] and "--levels=l1" not in words["accuracy"]
    assert "--preset=quick" in words["throughput"] and "--quick" in words["accuracy"]


def test_quick_certifies_what_it_times(packed):
    timed_by_default = {"--dtypes=f32", "--passes=forward"}
    assert timed_by_default <= set(packed("--quick")[1]["accuracy"])
    chosen = packed("--quick", "--dtypes=bf16")[1]["accuracy"]
    assert "--dtypes=bf16" in chosen and not timed_by_default & set(chosen)
    assert not timed_by_default & set(packed()[1]["accuracy"])


def test_only_one(packed):
    _, words, left = packed("--only", "accuracy")
    assert set(words) == {"accuracy"} and len(left) == 2


@pytest.mark.parametrize(("code", "programs"), [(1, 2), (2, 1), (3, 1), (130, 1)])
def test_exit_codes(packed, code, programs):
    done, words, _ = packed(throughput=code)
    assert (done.returncode, len(words)) == (code, programs)


@pytest.mark.parametrize(
    "arguments", [["--only", "x"], ["--levels"], ["--nonsense"], ["--methods='; touch /tmp/x '"]]
)
def test_wrong_usage(packed, arguments):
    done, words, _ = packed(*arguments)
    assert (done.returncode, words) == (2, {})
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(PRESET != "release", reason="packs build/release")
def test_the_tarball_runs_where_nothing_is_installed(tmp_path):
    done = subprocess.run(
        [ROOT / "scripts" / "pack", "--output", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with tarfile.open(done.stdout.strip()) as tar:
        names = {name.split("/", 1)[1] for name in tar.getnames() if "/" in name}
    assert {"run", "README", "LICENSE", "COMMIT", "include/gelu/gelu.h", "schema/v1.json"} <= names
    assert {"gelu-throughput", "gelu-accuracy", "lib/libgelu.so", "lib/libmpfr.so.6"} <= names
    assert not {"lib/libc.so.6", "lib/libm.so.6"} & names
    if "ran in an empty root" not in done.stderr:
        pytest.skip(done.stderr.splitlines()[-2])


BUILT = ROOT / "build" / "release" / "cuda" / "nvcc_version"


def architectures(program):
    """Compute capabilities of the machine code in a program: the entries of its fat binaries."""
    found, at = set(), 0
    while (at := program.find(struct.pack("<I", 0xBA55ED50), at)) >= 0:
        header, size = struct.unpack_from("<HQ", program, at + 6)
        entry, end = at + header, at + header + size
        while entry < end:
            kind, _, skip, payload = struct.unpack_from("<HHIQ", program, entry)
            if kind == 2:  # an ELF file
                found.add(struct.unpack_from("<I", program, entry + 28)[0])
            entry += skip + payload
        at += 4
    return found


@pytest.mark.skipif(PRESET != "release", reason="packs build/release")
@pytest.mark.skipif(not BUILT.exists(), reason="built without the CUDA toolkit")
def test_the_cuda_part_is_packed(tmp_path):
    done = subprocess.run(
        [ROOT / "scripts" / "pack", "--cuda", "--output", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with tarfile.open(done.stdout.strip()) as tar:
        names = {name.split("/", 1)[1] for name in tar.getnames() if "/" in name}
        assert sum(member.size for member in tar.getmembers()) < 40 << 20
        tar.extractall(tmp_path)
    assert {"gelu-cuda", "bin/gelu-accuracy", "gpu_check", "gpu_frameworks.py"} <= names
    folder = next(path for path in tmp_path.iterdir() if path.is_dir())
    assert {80, 90, 100, 120} <= architectures((folder / "bin" / "gelu-cuda").read_bytes())
    tried = subprocess.run([folder / "gelu-cuda"], capture_output=True, text=True, check=False)
    if "absent" in tried.stdout:
        assert (tried.returncode, tried.stdout) == (0, "gelu-cuda: absent: no CUDA driver\n")
