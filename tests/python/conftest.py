# SPDX-License-Identifier: Apache-2.0
"""Synthetic records: the least that the schema allows, with rows to taste."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Record = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
PRESET = os.environ.get("GELU_PRESET", "release")
BUILD = ROOT / "build" / PRESET
PROGRAMS = Path(os.environ.get("GELU_PROGRAMS", BUILD / "bin"))
# A sanitizer must be the first library of its process, and be there once.
loadable = pytest.mark.skipif(
    PRESET == "asan", reason="a library with a sanitizer cannot be loaded into a running program"
)
COMMITTED = sorted((ROOT / "results").glob("*/*.json.gz"), key=lambda path: path.name)


def called(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """`python -m gelubench ARGS...` within this process."""
    from gelubench import cli  # noqa: PLC0415

    words, out, err = [str(arg) for arg in args], io.StringIO(), io.StringIO()
    before, sys.argv = sys.argv, ["gelubench", *words]
    code: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            cli.main()
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.argv = before
    return subprocess.CompletedProcess(words, int(str(code)), out.getvalue(), err.getvalue())


def cell(key: str, formula: str = "erf", origin: str = "portable") -> Record:
    method, pass_, dtype, place = key.rsplit("/", 3)
    backend, isa = place.split("-")
    return {
        "key": key,
        "method": method,
        "formula": formula,
        "pass": pass_,
        "dtype": dtype,
        "backend": backend,
        "isa": isa,
        "fma": isa in ("fma", "avx2", "avx512", "neon"),
        "origin": origin,
        **({"library": "Lib 1: call"} if backend in ("peer", "framework") else {}),
    }


def speed(
    key: str, ns: float, level: str = "l1", formula: str = "erf", threads: int = 1, **more: Any
) -> Record:
    quartiles = dict.fromkeys(("min", "q1", "median", "q3", "max"), ns)
    return {
        **cell(key, formula),
        "level": level,
        "n": 4096,
        "threads": threads,
        "inputs": "normal2",
        "checked": True,
        "bytes_per_element": 8,
        "iterations": 10,
        "ns_per_element": quartiles,
        "elements_per_s": 1e9 / ns,
        "bytes_per_s": 8e9 / ns,
        "pct_of_relu": None,
        "pct_of_relu_paired": None,
        "pct_of_copy": None,
        "pct_of_copy_paired": None,
        "samples": [ns],
        "sample_times_s": [0.0],
        **more,
    }


def error(key: str, max_ulp: Any, max_abs: Any, formula: str = "erf", **more: Any) -> Record:
    return {
        **cell(key, formula),
        "reference": "exact",
        "region": "all",
        "coverage": "exhaustive",
        "exhaustive": True,
        "inputs": 1 << 32,
        "max_ulp": max_ulp,
        "max_abs": max_abs,
        "max_rel": max_abs,
        **more,
    }


def record(
    throughput: list[Record] | None = None, accuracy: list[Record] | None = None, **more: Any
) -> Record:
    return {
        "schema_version": 1,
        "program": {
            "name": "gelu-throughput",
            "version": "0.1.0",
            "commit": "0123456789abcdef0123456789abcdef01234567",
            "dirty": False,
        },
        "created": "2026-11-24T01:02:03Z",
        "finished": "2026-11-24T01:03:03Z",
        "argv": ["gelu-throughput", "--quick"],
        "seed": 1,
        "build": {"compiler": "GNU 12.2.0", "type": "Release", "flags": "-O2", "backends": {}},
        "machine": {
            "name": "test-2c-avx512",
            "cpu": "Test CPU",
            "vendor_id": None,
            "cpu_family": None,
            "model": None,
            "stepping": None,
            "architecture": "x86_64",
            "isa": ["sse2", "avx2"],
            "cpus": 2,
            "usable_cpus": 2,
            "cores": 2,
            "caches": [],
            "memory_bytes": 1 << 34,
            "kernel": "Linux 6.1",
            "libc": "glibc 2.36",
        },
        "environment": {
            "governor": None,
            "boost": None,
            "smt": None,
            "virtual_machine": True,
            "load_1min": 0.5,
            "transparent_hugepage": None,
            "clock_source": "tsc",
            "wall_s": 60.0,
            "steal_pct": 0.0,
            "load_1min_end": 1.0,
        },
        "absent": [],
        "throughput": throughput or [],
        "accuracy": accuracy or [],
        "special_values": [],
        **more,
    }


def ladder() -> Record:
    """Four kernels: a correctly rounded one, two on the front, one dominated; and the roofs."""
    at = "forward/f32/stdx-avx512"
    return record(
        [
            speed(f"relu/{at}", 0.05, formula="relu"),
            speed(f"copy/{at}", 0.04, formula="copy"),
            speed(f"relu/{at}", 0.1, "l2", formula="relu"),
            speed(f"erf_cr/{at}", 1.6),
            speed(f"erf_mills/{at}", 0.4),
            speed(f"erf_mills/{at}", 0.5, "l2"),
            speed(f"poly_p8/{at}", 0.1),
            speed(f"erf_slow/{at}", 2.0),
        ],
        [
            error(f"erf_cr/{at}", 0.5, 1e-7),
            error(f"erf_mills/{at}", 3.9, 2e-7),
            error(f"poly_p8/{at}", "inf", 1e-4),
            error(f"erf_slow/{at}", 4.5, 3e-7),
        ],
    )


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Any, str], Path]:
    """Writes a record (or any text) to a file."""
    from gelubench import files  # noqa: PLC0415

    def save(content: Any, name: str = "r.json") -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str) else files.to_json(content)
        path.write_text(text, encoding="utf-8")
        return path

    return save


@pytest.fixture(scope="session")
def browser() -> Any:
    """Chromium; only for tests that are marked with needs_browser."""
    from browser import Page  # noqa: PLC0415

    found = Page()
    yield found
    found.close()


@pytest.fixture(scope="session")
def committed() -> list[tuple[Path, Record]]:
    """The newest committed record. Where it counts no operations, with made-up counts."""
    from gelubench import files  # noqa: PLC0415

    of = files.read(COMMITTED[-1])
    cells = {(row["method"], row["pass"]) for row in of["throughput"]}
    counts = [
        {"method": m, "pass": p, "dtype": "f32", "operations": {"fma": 1 + len(m), "add": 2.5}}
        for m, p in sorted(cells)
    ]
    return [(COMMITTED[-1], {"operations": counts, **of})]


@pytest.fixture(scope="session")
def report_page(committed: list, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page."""
    from gelubench.report import page  # noqa: PLC0415

    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page.page(committed), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, report_page: Path) -> Any:
    """The page in the browser, as it opens."""
    browser.emulate()
    browser.open(report_page)
    return browser
