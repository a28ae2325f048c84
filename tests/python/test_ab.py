# SPDX-License-Identifier: Apache-2.0
"""scripts/ab: verdicts of synthetic launches, and of libraries whose slowness is known."""

from __future__ import annotations

import ctypes
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from conftest import BUILD, ROOT, called, loadable

from gelubench import ab, ab_build, ab_run, ab_usual
from gelubench.ab import Estimate, Limits
from gelubench.files import Refused

PROGRAM, LIBRARY = BUILD / "bin" / "gelu-ab", BUILD / "lib" / "libgelu.so"
RNG = np.random.default_rng(1)


def launches(*changes_pct: float, noise: float = 0.3) -> ab.Ratios:
    """Of each launch the change as a whole, with noise within."""
    return [np.log1p(c / 100) + RNG.normal(0, noise / 100, 200) for c in changes_pct]


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ((0.1, -0.2, 0, 0.3, -0.1), "SAME"),
        ((1.2, 0.8, 1.1, 0.9, 1.0), "SAME"),
        ((5.1, 4.8, 5.3, 4.9, 5.0), "SLOWER"),
        ((-5.1, -4.8, -5.3, -4.9, -5.0), "FASTER"),
        ((2.0, 4.5, 1.0, 3.5, 2.5), "AMBIGUOUS"),
        ((0.0, 0.1, 9.0, 0.0, -0.1), "AMBIGUOUS"),  # one launch in five: chance, or not?
        ((5.1, 4.8, 0.0, 4.9, 5.0), "AMBIGUOUS"),
    ],
)
def test_verdicts(changes: tuple[float, ...], verdict: str) -> None:
    estimate = ab.estimate(launches(*changes), np.random.default_rng(2))
    assert estimate.low <= estimate.pct <= estimate.high
    assert ab.verdict(estimate, Limits(3, 0.4)) == verdict


def test_bursts_do_not_narrow_what_launches_spread() -> None:
    """The usual mistake: thousands of samples of one launch look certain."""
    spread = ab.estimate(launches(-2, 0, 2, -1, 1), np.random.default_rng(2))
    assert spread.high - spread.low > 3


def test_the_noise_floor_raises_what_counts() -> None:
    five = Estimate(5, 4.8, 5.2)
    assert ab.verdict(five, Limits(3, 0.5)) == "SLOWER"
    assert ab.verdict(five, Limits(3, 6)) == "SAME"
    assert ab.floor([Estimate(p, p, p) for p in (-6, 0.1, 0.2)]) > 5
    assert ab.floor([]) == 0


def test_a_change_must_stand_in_the_repetition_alone() -> None:
    limits = Limits(3, 0.4)
    slower, same, faster = Estimate(5, 4, 6), Estimate(0, -1, 1), Estimate(-5, -6, -4)
    assert ab.repeated(slower, slower, limits) == "SLOWER"
    assert ab.repeated(slower, same, limits) == "AMBIGUOUS"
    assert ab.repeated(faster, same, limits) == "AMBIGUOUS"
    assert ab.repeated(same, slower, limits) == "SAME"


def test_the_u_test_has_its_textbook_values() -> None:
    low, high = np.arange(9.0), np.arange(10.0, 19.0)
    assert ab_usual.u_test(low, high) == pytest.approx(2 / 48620)
    assert ab_usual.u_test(low[:3], high[:3]) == pytest.approx(0.1)
    assert ab_usual.u_test(np.array([1, 4.0]), np.array([2, 3.0])) == 1
    # U = 7 of n = m = 5: cumulative 39 of 252 (Mann and Whitney, 1947).
    a, b = np.array([1, 2, 3, 6, 9.5]), np.array([2.5, 5, 7, 8, 9])
    wrong = sum(x > y for x in a for y in b)
    assert wrong == 8
    assert ab_usual.u_test(a, b) == pytest.approx(2 * 53 / 252)


def test_usual_ways_see_what_is_large() -> None:
    base = 1 + RNG.normal(0, 0.001, 200)
    assert all(ab_usual.slower(base, base * 1.1, 3).values())
    assert not any(ab_usual.slower(base, base, 3).values())


# From here on with the built programs.
built = pytest.mark.skipif(
    not PROGRAM.exists() or not LIBRARY.exists() or not (BUILD / "lib/libgelu_slow_10.so").exists(),
    reason="gelu-ab and its test libraries are not built",
)


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GELU_SLOW_LIBRARY", str(LIBRARY.resolve()))

    def run(base: int | str, head: int | str, *more: str) -> subprocess.CompletedProcess[str]:
        slow = BUILD / "lib"
        sides = [f"--base-plugin={slow}/libgelu_slow_{base}.so"]
        sides.append(f"--plugin={slow}/libgelu_slow_{head}.so")
        small = ["--backends=scalar-sse2", "--methods=erf_4ulp,erf_mills", "--rounds=100"]
        return called("ab", f"--program={PROGRAM}", *sides, *small, *more)

    return run


@built
@loadable
def test_a_slower_library_is_slower_and_the_other_way_faster(compare, tmp_path: Path) -> None:
    out = tmp_path / "ab.json"
    done = compare(0, 10, f"--json={out}")
    assert done.returncode == 1, done.stdout + done.stderr
    report = json.loads(out.read_text())
    assert [row["verdict"] for row in report["kernels"]] == ["SLOWER"] * 2
    assert all(5 < row["change_pct"] < 15 for row in report["kernels"])
    done = compare(10, 0)
    assert done.returncode == 0
    assert done.stdout.count("FASTER  ") == 2


@built
@loadable
def test_a_library_is_not_slower_than_itself(compare) -> None:
    done = compare(0, 0)
    assert done.returncode == 0, done.stdout
    assert "SLOWER  " not in done.stdout


def refused(done: subprocess.CompletedProcess[str], text: str) -> None:
    assert done.returncode == 2, done.stdout
    assert len([line for line in done.stderr.splitlines() if "once more" not in line]) == 1
    assert text in done.stderr


def first_key() -> str:
    library = ctypes.CDLL(str(LIBRARY))
    library.gelu_kernel_at.restype = library.gelu_key.restype = ctypes.c_void_p
    key = library.gelu_key(ctypes.c_void_p(library.gelu_kernel_at(ctypes.c_size_t(0))))
    return ctypes.string_at(key).decode()


@built
@loadable
def test_kernels_of_one_side(compare) -> None:
    """The hidden one is the registry's first."""
    method, pass_, dtype, backend = first_key().split("/")
    picked = [f"--methods={method},relu", f"--passes={pass_}", f"--dtypes={dtype}"]
    picked += [f"--backends={backend}", "--rounds=20"]
    done = compare(0, "hides", *picked)
    refused(done, f"1 kernels on one side only, such as {method}/")
    assert f"{first_key()}" in done.stdout and "only in base" in done.stdout
    done = compare("hides", 0, *picked, "--common")
    assert done.returncode == 0
    assert "1 ABSENT" in done.stdout


@built
@loadable
def test_bad_sides(tmp_path: Path) -> None:
    text = tmp_path / "text.so"
    text.write_text("no library")
    program, base = f"--program={PROGRAM}", f"--base-plugin={LIBRARY}"
    other = next(Path("/lib").glob("*/libm.so.6"), None)
    refused(called("ab", program, base, f"--plugin={text}"), "text.so: ")
    if other is not None:
        refused(called("ab", program, base, f"--plugin={other}"), "not a library of GELU kernels")
    refused(called("ab", program, base, f"--plugin={tmp_path}/none.so"), "no such library")
    refused(called("ab", program, base, f"--plugin={LIBRARY}", "--methods=x"), "nothing selected")


@pytest.mark.parametrize(
    ("args", "text"),
    [
        ([], "compared with what?"),
        (["--base=no-such-revision"], "unknown revision 'no-such-revision'"),
        (["--base=--help"], "unknown revision '--help'"),
        (["--base=HEAD", "--min-effect=0"], "--min-effect: 0"),
        (["--base=HEAD", "--min-effect=nan"], "--min-effect: nan"),
        (["--base=HEAD", "--launches=4"], "--launches: 4"),
        (["--base=HEAD", "--base-plugin=x.so"], "which of them?"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_bad_arguments(args: list[str], text: str, tmp_path: Path) -> None:
    out = tmp_path / "old.json"
    out.write_text("old")
    refused(called("ab", f"--program={PROGRAM}", *args, f"--json={out}"), text)
    assert out.read_text() == "old"


def test_a_side_that_does_not_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(_: str, folder: Path) -> None:
        (folder / "source").mkdir()
        (folder / "source" / "CMakeLists.txt").write_text("project(broken)\nnonsense()\n")

    monkeypatch.setattr(ab_build, "_unpack", broken)
    monkeypatch.setattr(ab_build, "CACHE", tmp_path)
    monkeypatch.setattr(ab_build, "ROOT", ROOT)
    with pytest.raises(Refused, match=r"building HEAD \([0-9a-f]{12}\) failed: see .*\.log$"):
        ab_build.of_revision("HEAD", [])
    (log,) = tmp_path.iterdir()
    assert "nonsense" in log.read_text()


def test_exact_backends_are_built_alone() -> None:
    assert ab_build.backends_to_build("vc-avx2,stdx-avx2") == ["stdx-avx2", "vc-avx2"]
    assert ab_build.backends_to_build("stdx") == []
    assert ab_build.backends_to_build("stdx-*") == []


def test_a_kept_library_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ab_build, "CACHE", tmp_path)
    kept = tmp_path / f"{ab_build.commit_of('HEAD')[:12]}-stdx-avx2.so"
    kept.write_bytes(b"library")
    assert ab_build.of_revision("HEAD", ["stdx-avx2"]) == kept


def test_launches_have_seeds_of_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seeds = []

    def launch(_: ab_run.Plan, seed: int, keys: object = None) -> dict[str, object]:
        seeds.append(seed)
        return {"one_sided": [], "kernels": []}

    monkeypatch.setattr(ab_run, "launch", launch)
    plan = ab_run.Plan(tmp_path, {}, [], 5, 7)
    ab_run.measure(plan, 0)
    ab_run.measure(plan, 5)
    assert len(set(seeds)) == 10
