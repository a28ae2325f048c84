# SPDX-License-Identifier: Apache-2.0
"""gelu-accuracy --carry: what has not changed keeps the certificate that it has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from test_accuracy import ACCURACY, run

from gelubench import files

pytestmark = pytest.mark.skipif(not ACCURACY.exists(), reason=f"{ACCURACY} is not built")

CHOSEN = ["--methods=tanh_exp,erf_cr", "--dtypes=bf16", "--backends=scalar", "--one-backend"]
KEYS = {
    f"{method}/{pass_}/bf16/scalar-{isa}"
    for method in ("tanh_exp", "erf_cr")
    for pass_ in ("forward", "backward")
    for isa in ("sse2", "fma")
}


def certify(path: Path, *more: str) -> tuple[dict[str, Any], str]:
    done = run(*CHOSEN, "--quiet", f"--out-json={path}", *more)
    assert done.returncode == 0, done.stderr
    return files.read(path), done.stdout


def by_row(record: dict[str, Any]) -> dict[tuple[str, ...], dict[str, Any]]:
    return {(r["key"], r["reference"], r["region"]): r for r in record["accuracy"]}


def without_origin(record: dict[str, Any]) -> dict[tuple[str, ...], dict[str, Any]]:
    drop = lambda row: {k: v for k, v in row.items() if k != "judged"}  # noqa: E731
    return {place: drop(row) for place, row in by_row(record).items()}


def judged(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["key"]: row["judged"] for row in record["accuracy"] if "judged" in row}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("carry") / "first.json"
    record, _ = certify(path)
    assert not judged(record)
    return path


def test_unchanged_results_keep_their_certificates(first: Path, tmp_path: Path) -> None:
    old = files.read(first)
    keys = {row["key"] for row in old["accuracy"]}
    assert keys <= KEYS
    new, said = certify(tmp_path / "second.json", f"--carry={first}")
    assert f"{len(keys)} of {len(keys)} kernels have the results that were judged before" in said
    assert without_origin(new) == without_origin(old)
    assert new["special_values"] == old["special_values"]
    origin = {"created": old["created"]} | {k: old["program"][k] for k in ("commit", "dirty")}
    assert judged(new) == dict.fromkeys(keys, origin)
    # Carried once more, it is still the first build that judged.
    third, _ = certify(tmp_path / "third.json", f"--carry={tmp_path / 'second.json'}")
    assert judged(third) == judged(new)


def test_certificates_travel_to_other_backends(first: Path, tmp_path: Path) -> None:
    record = json.loads(first.read_text())
    for row in record["accuracy"]:
        row |= {"key": row["key"].replace("scalar-", "vc-"), "backend": "vc", "isa": "mmx"}
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text(json.dumps(record))
    new, said = certify(tmp_path / "new.json", f"--carry={elsewhere}")
    assert len(judged(new)) == len({row["key"] for row in record["accuracy"]})
    assert f"{len(judged(new))} of {len(judged(new))} kernels" in said
    assert without_origin(new) == without_origin(files.read(first))


def test_changed_results_are_judged(first: Path, tmp_path: Path) -> None:
    record = json.loads(first.read_text())
    own = [r for r in record["accuracy"] if r["reference"] == "own" and r["region"] == "all"]
    changed, another, confirmed, seen = own[0], own[1], own[2], own[3]
    changed["hash"] = f"0x{int(changed['hash'], 16) ^ 1:016x}"
    another["formula"] = "sigmoid"
    confirmed["confirmed_by"] = own[4]["key"]
    seen["exhaustive"] = False
    changed["max_ulp"] = another["max_ulp"] = confirmed["max_ulp"] = seen["max_ulp"] = 12345.0
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(record))
    new, said = certify(tmp_path / "new.json", f"--carry={edited}")
    again = {row["key"] for row in (changed, another, confirmed, seen)}
    assert {row["key"] for row in own} - set(judged(new)) == again
    assert f"{len(own) - 4} of {len(own)} kernels" in said
    assert without_origin(new) == without_origin(files.read(first))


def test_bounds_of_carried_kernels_stay(first: Path, tmp_path: Path) -> None:
    bounds = tmp_path / "bounds.csv"
    certify(tmp_path / "a.json", f"--write-bounds={bounds}")
    before = bounds.read_text()
    certify(tmp_path / "b.json", f"--write-bounds={bounds}", f"--carry={first}")
    assert bounds.read_text() == before


@pytest.mark.parametrize(
    ("content", "more", "text"),
    [
        (None, [], "cannot be read"),
        ("no JSON", [], "no record of schema version 1"),
        ("[]", [], "no record of schema version 1"),
        ('{"schema_version": 2}', [], "no record of schema version 1"),
        ('{"schema_version": 1}', [], "'program' not found"),
        ('{"schema_version": "1"}', [], "no record of schema version 1"),
        ("{}", ["--resume=x"], "--resume"),
        ("{}", ["--check-bounds=x"], "--carry"),
    ],
)
def test_carry_refuses(tmp_path: Path, content: str | None, more: list[str], text: str) -> None:
    path = tmp_path / "old.json"
    if content is not None:
        path.write_text(content)
    done = run(*CHOSEN, f"--carry={path}", *more)
    assert done.returncode == 2
    assert text in done.stderr
    assert len(done.stderr.splitlines()) == 1
