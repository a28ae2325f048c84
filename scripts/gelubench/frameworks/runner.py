# SPDX-License-Identifier: Apache-2.0
"""Runs a worker per framework and number of threads; makes one record of what they found."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gelubench import files, merge
from gelubench.files import ROOT, Record

VENV = ROOT / "build" / "peers-venv"
SIZES = (1 << 16, 1 << 24)
BYTES = {"f32": 4, "bf16": 2}
# Samples, seconds of timing per process, and how gelu-accuracy chooses inputs.
PRESETS: dict[str, tuple[int, float, list[str]]] = {
    "quick": (7, 5.0, ["--quick"]),
    "default": (15, 20.0, []),
    "full": (31, 60.0, ["--exhaustive"]),
}
NAMES = ("torch", "tensorflow", "jax", "onnxruntime", "openvino", "scipy")  # as in calls.py
HINT = "scripts/bench --peers installs it"


@dataclass
class Plan:
    """What a run of the frameworks is asked."""

    preset: str
    programs: Path
    machine: str | None
    seed: int
    python: Path = VENV / "bin" / "python"

    @property
    def library(self) -> Path:
        return self.programs.parent / "lib" / "libgelu.so"


def _call(plan: Plan, arguments: list[str]) -> str:
    """Runs a worker; returns why it failed, or nothing."""
    path = f"{ROOT / 'scripts'}{os.pathsep}{ROOT / 'examples'}"
    command = [str(plan.python), "-m", "gelubench.frameworks.worker", *arguments]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return f"not installed: {HINT}"
    if done.returncode == 0:
        return ""
    last = (done.stderr.strip().splitlines() or [""])[-1]
    return f"its process ended with {done.returncode}: {files.printable(last)}"


def _quartiles(values: list[float]) -> dict[str, float]:
    if len(values) == 1:
        return dict.fromkeys(("min", "q1", "median", "q3", "max"), values[0])
    q1, median, q3 = statistics.quantiles(values, n=4, method="inclusive")
    return {"min": min(values), "q1": q1, "median": median, "q3": q3, "max": max(values)}


def row(found: dict[str, Any], session: str, fma: bool) -> Record:
    """A worker's row as the schema has it."""
    fields = ("key", "method", "formula", "pass", "dtype", "backend", "isa")
    ns = _quartiles(found["samples"])
    moved = BYTES[found["dtype"]] * (2 if found["pass"] == "forward" else 3)
    return {
        **{name: found[name] for name in fields},
        "fma": fma if found["isa"] == "native" else found["isa"] in FMA,
        "origin": found["origin"],
        **({"library": found["library"]} if "library" in found else {}),
        "level": f"n{found['n']}",
        "n": found["n"],
        "threads": found["threads"],
        "inputs": "normal2",
        "checked": True,
        "bytes_per_element": moved,
        "iterations": found["iterations"],
        "ns_per_element": ns,
        "elements_per_s": 1e9 / ns["median"],
        "bytes_per_s": moved * 1e9 / ns["median"],
        **dict.fromkeys(("pct_of_relu", "pct_of_relu_paired"), None),
        **dict.fromkeys(("pct_of_copy", "pct_of_copy_paired"), None),
        "session": session,
        "samples": found["samples"],
        "sample_times_s": [round(t, 6) for t in found["sample_times_s"]],
    }


FMA = ("fma", "avx2", "avx512", "neon")


def _time(plan: Plan, name: str, threads: int, folder: Path, record: Record) -> None:
    samples, budget, _ = PRESETS[plan.preset]
    session, out = f"{name}-{threads}", folder / f"{name}-{threads}.json"
    print(f"bench: {name}, threads {threads}", file=sys.stderr)
    arguments = ["time", name, "--out", str(out), "--threads", str(threads)]
    arguments += ["--sizes", ",".join(map(str, SIZES)), "--samples", str(samples)]
    arguments += ["--budget", str(budget), "--seed", str(plan.seed), "--library", str(plan.library)]
    fault = _call(plan, arguments)
    found = {} if fault else json.loads(out.read_text(encoding="utf-8"))
    if fault := fault or found.get("absent", ""):
        record["absent"].append({"what": f"{name}, threads {threads}", "reason": fault})
        return
    fma = any(word in record["machine"]["isa"] for word in ("fma", "neon", "asimd"))
    record["throughput"] += [row(one, session, fma) for one in found["rows"]]
    record["refused"] += found["refused"]


def _certify(plan: Plan, name: str, folder: Path, record: Record) -> None:
    if any(item["what"].startswith(f"{name},") for item in record["absent"]):
        return
    print(f"bench: {name}, errors", file=sys.stderr)
    arguments = ["certify", name, "--out", str(folder)]
    arguments += ["--accuracy", str(plan.programs / "gelu-accuracy")]
    arguments += [f"--judge={option}" for option in PRESETS[plan.preset][2]]
    if fault := _call(plan, arguments):
        record["absent"].append({"what": f"errors of {name}", "reason": fault})
        return
    for path in json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["records"]:
        part = files.read(Path(path))
        for table in ("accuracy", "special_values"):
            record[table] += part[table]


def run(plan: Plan, header: Record) -> Record:
    """A record of the frameworks; build, machine and commit are those of `header`."""
    cores = len(os.sched_getaffinity(0))
    same = ("schema_version", "program", "created", "finished", "argv", "seed", "build")
    record: Record = {name: header[name] for name in same}
    record |= {name: header[name] for name in ("machine", "environment")}
    record["program"] = {**header["program"], "name": "frameworks"}
    record["argv"], record["seed"] = ["frameworks", f"--{plan.preset}"], plan.seed
    record["created"] = files.now()
    record["settings"] = {"sizes": list(SIZES), "preset": plan.preset}
    record |= {"complete": True, "absent": [], "refused": []}
    record |= {table: [] for table in merge.SECTIONS}
    with tempfile.TemporaryDirectory(prefix="gelubench-") as work:
        for name in NAMES:
            for threads in dict.fromkeys((1, cores)):
                _time(plan, name, threads, Path(work), record)
        for name in NAMES:
            _certify(plan, name, Path(work), record)
    record["finished"] = files.now()
    return files.check(record, "the record of the frameworks")
