# SPDX-License-Identifier: Apache-2.0
"""An answer of `pick` for programs, and what a user does with it: the code, the commands."""

from __future__ import annotations

import math
import shlex
from pathlib import Path
from typing import Any

from gelubench.caveats import caveats
from gelubench.files import ROOT
from gelubench.margin import Margin
from gelubench.pick import CALLS, TYPES, Answer, Candidate, Query
from gelubench.verdict import METRICS

Json = dict[str, Any]


def _finite(value: float | None) -> float | str | None:
    """JSON has no infinities: as text, like in the records."""
    if value is None or math.isfinite(value):
        return value
    return str(value)


def candidate(c: Candidate | None) -> Json | None:
    if c is None:
        return None
    samples = c.row["ns_per_element"]
    return {
        "key": c.key,
        **{name: c.row[name] for name in ("method", "formula", "backend", "isa", "origin")},
        "ns_per_element": c.ns,
        "ns_quartiles": [samples["q1"], samples["median"], samples["q3"]],
        "times_relu": c.times_relu,
        "errors": {
            "exhaustive": bool(c.errors) and all(e.exhaustive for e in c.errors),
            "basis": sorted({e.basis for e in c.errors}),
            **{metric: _finite(c.error(metric)) for metric in METRICS},
        },
        "reasons": [{"kind": r.kind, "text": r.text} for r in c.reasons],
    }


def _margin(m: Margin | None) -> Json | None:
    if m is None:
        return None
    interval = None if m.low is None else [m.low, m.high]
    return {"ratio": m.ratio, "interval_95": interval, "paired": m.paired, "clear": m.clear}


def options(query: Query) -> list[str]:
    """The options of scripts/pick that ask this."""
    tolerance, names = query.tolerance, []
    names += ["--trained-with", query.truth, "--dtype", query.dtype, "--pass", query.pass_]
    for metric, limit in tolerance.limits.items():
        names += [f"--{metric.replace('_', '-')}", f"{limit:.12g}"]
    names += ["--bit-exact-after-rounding"] if tolerance.bit_exact else []
    names += ["--exhaustive"] if tolerance.exhaustive else []
    names += ["--allow", ",".join(sorted(tolerance.allow))] if tolerance.allow else []
    names += ["--level", query.level, "--threads", str(query.threads)]
    names += ["--isa", query.isa] if query.isa else []
    return names + (["--inputs", query.inputs] if query.inputs != "normal2" else [])


def path_of(path: Path) -> str:
    full = path.resolve()
    return str(full.relative_to(ROOT)) if full.is_relative_to(ROOT) else str(path)


def commands(answer: Answer) -> list[str]:
    """What measures the numbers again, and asks again of the same file."""
    query, record = answer.query, answer.run.record
    shown = [answer.choice, answer.runner_up, answer.next_method, answer.nearest]
    found = [c for c in shown if c]
    methods = ",".join(dict.fromkeys(c.row["method"] for c in found))
    places = ",".join(dict.fromkeys(f"{c.row['backend']}-{c.row['isa']}" for c in found))
    where = ["--machine", record["machine"]["name"], "--methods", methods, "--backends", places]
    size = ["--levels", query.level]
    if query.level.startswith("n"):
        size = ["--n", query.level[1:]]
    bench = ["scripts/bench", "--only", "throughput"]
    if query.level.startswith("n") or query.inputs != "normal2":
        bench = ["build/release/bin/gelu-throughput", "--inputs", query.inputs]
    cell = ["--dtypes", query.dtype, "--passes", query.pass_, *size]
    time = [*bench, *where, *cell, "--threads", str(query.threads), "--seed", str(record["seed"])]
    whole = any(e.exhaustive for c in found for e in c.errors)
    parts = query.parts()
    certify = ["build/release/bin/gelu-accuracy", "--methods", methods]
    certify += ["--dtypes", parts[0][1], "--passes", ",".join(pass_ for pass_, _ in parts)]
    certify += ["--exhaustive", "--one-backend"] if whole and parts[0][1] == "f32" else []
    ask = ["scripts/pick", *options(query), path_of(answer.run.path)]
    checkout = ["git", "checkout", record["program"]["commit"][:12]]
    return [shlex.join(line) for line in (checkout, time, certify, ask)]


def snippet(answer: Answer) -> dict[str, str]:
    """C and C++ alike, and CMake."""
    assert answer.choice is not None
    query = answer.query
    code = (
        f"#include <gelu/gelu.h>\n\n"
        f'const gelu_kernel* k = gelu_find("{answer.choice.key}");\n'
        f"if (k == NULL) {{ /* this processor cannot run it */ }}\n"
        f"int code = {CALLS[query.pass_]}; /* {TYPES[query.dtype]}; 0, or see gelu_error(code) */\n"
    )
    cmake = (
        "find_package(gelubench REQUIRED)\n"
        "target_link_libraries(my_program PRIVATE gelu::kernels)\n"
    )
    return {"c": code, "cmake": cmake}


def to_json(answer: Answer) -> Json:
    """Everything that the text says, and every refused kernel on its own."""
    query, record = answer.query, answer.run.record
    return {
        "query": {
            "trained_with": query.truth,
            "dtype": query.dtype,
            "pass": query.pass_,
            "level": query.level,
            "threads": query.threads,
            "isa": query.isa,
            "inputs": query.inputs,
            "limits": query.tolerance.limits,
            "bit_exact_after_rounding": query.tolerance.bit_exact,
            "exhaustive": query.tolerance.exhaustive,
            "allow": sorted(query.tolerance.allow),
        },
        "record": {
            "file": path_of(answer.run.path),
            "machine": record["machine"]["name"],
            "cpu": record["machine"]["cpu"],
            "created": record["created"],
            "commit": record["program"]["commit"],
            "version": record["program"]["version"],
        },
        "choice": candidate(answer.choice),
        "runner_up": candidate(answer.runner_up),
        "margin": _margin(answer.runner_up_margin),
        "next_method": candidate(answer.next_method),
        "next_method_margin": _margin(answer.next_method_margin),
        "nearest": candidate(answer.nearest),
        "refused": [candidate(c) for c in answer.refused],
        "not_timed": [{"key": key, "reason": reason} for key, reason in answer.unchecked],
        "caveats": caveats(answer),
        "snippet": snippet(answer) if answer.choice else None,
        "reproduce": commands(answer),
    }
