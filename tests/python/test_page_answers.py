# SPDX-License-Identifier: Apache-2.0
"""The page of scripts/report answers like scripts/pick."""

import json
import math
import random

import pytest
from browser import needs_browser
from conftest import COMMITTED, ROOT
from test_pick import AT, certificate, five, on_other_data, times

from gelubench import answer, files, runs
from gelubench.files import Refused
from gelubench.pick import CALLS, X86, Query, pick
from gelubench.points import GELU
from gelubench.report import page as report
from gelubench.rerun import LIMITS
from gelubench.verdict import KINDS, Tolerance

QUERIES = 220
pytestmark = [needs_browser, pytest.mark.skipif(not COMMITTED, reason="no committed record")]


def drawn_query(cells, isas, rng):
    """As odd as the command line allows."""
    dtype, pass_, level, threads = rng.choice(cells)
    limits = {}
    for metric in rng.sample(list(LIMITS), rng.choice([0, 1, 1, 1, 1, 1, 2])):
        low, high = LIMITS[metric]
        limits[metric] = math.exp(rng.uniform(math.log(low / 10), math.log(high * 1000)))
    allow = frozenset(kind for kind in KINDS if rng.random() < 0.2)
    bits = not limits or rng.random() < 0.1
    tolerance = Tolerance(limits, bits, rng.random() < 0.1, allow)
    isa = rng.choice([None] * 4 + isas)
    return Query(rng.choice(GELU), dtype, pass_, tolerance, level, threads, isa)


def asked(query, machine):
    tolerance = query.tolerance
    return {
        "truth": query.truth,
        "machine": machine,
        "dtype": query.dtype,
        "pass": query.pass_,
        "level": query.level,
        "threads": query.threads,
        "isa": query.isa or "",
        "inputs": query.inputs,
        "tolerance": {
            "limits": tolerance.limits,
            "bitExact": tolerance.bit_exact,
            "exhaustive": tolerance.exhaustive,
            "allow": sorted(tolerance.allow),
        },
    }


def kernel(c):
    if c is None:
        return None
    errors = {m: c["errors"][m] for m in ("max_ulp", "max_abs", "max_rel")}
    names = {"key": c["key"], "ns": c["ns_per_element"], "times_relu": c["times_relu"]}
    return {**names, "reasons": c["reasons"], "errors": errors}


def answered(query, run):
    """What the command says, but for whether it runs on the machine of the record."""
    try:
        whole = answer.to_json(pick(query, run))
    except Refused:
        return None
    kernels = ("choice", "runner_up", "next_method", "nearest")
    same = ("margin", "next_method_margin", "not_timed", "reproduce")
    return {
        "machine": whole["record"]["machine"],
        **{name: kernel(whole[name]) for name in kernels},
        **{name: whole[name] for name in same},
        "refused": [kernel(c) for c in whole["refused"]],
        "caveats": [c for c in whole["caveats"] if not c.startswith("unlike machine:")],
    }


def differences(got, want, path=""):
    """Where two trees differ: a comparison of whole answers would not show it."""
    if type(got) is type(want) and isinstance(got, dict | list) and len(got) == len(want):
        keys = want if isinstance(want, dict) else range(len(want))
        if isinstance(want, dict) and set(got) != set(want):
            return [f"{path}: fields {sorted(set(got) ^ set(want))}"]
        return [d for key in keys for d in differences(got[key], want[key], f"{path}.{key}")]
    return [] if got == want else [f"{path}: {got!r} for {want!r}"]


def test_of_several_runs_the_page_takes_the_same_one(browser, saved, tmp_path):
    """The newest of the machine, with certificates of its commit from another machine."""
    old, new, other, later = five(), five(), five(), five()
    new |= {"created": "2026-11-25T01:02:03Z", "accuracy": [], "complete": False}
    new["throughput"] = new["throughput"][:-1]
    new["throughput"][2]["disturbed"] = "steal"
    new["throughput"] += on_other_data(0.6)["throughput"][-2:]
    around = {"stores": "streaming", "mode": "throughput", "prefetch_bytes": 3072}
    new["throughput"].append({**times(f"erf_4ulp/{AT}", 0.1), **around})
    new["throughput"].append(times(f"erf_4ulp_4/{AT}", 0.05))  # gone since
    old["accuracy"].append(certificate(f"erf_4ulp_4/{AT}", 3.0, 1e-7))
    other["machine"] = {**other["machine"], "name": "other"}
    later["program"] = {**later["program"], "commit": "f" * 40, "dirty": True}
    later |= {"created": "2026-11-26T01:02:03Z", "machine": {**later["machine"], "name": "third"}}
    every = {"old": old, "new": new, "other": other, "later": later}
    paths = [saved(of, f"{name}.json") for name, of in every.items()]
    made = tmp_path / "several.html"
    made.write_text(report.page([(p, files.read(p)) for p in paths]), encoding="utf-8")
    browser.emulate()
    browser.open(made)
    query = Query("erf", "f32", "forward", Tolerance({"max_ulp": 4.0}))
    for machine in ("test-2c-avx512", "other", "third"):
        run = runs.choose(paths, machine, lambda row: True, query.cell, ROOT)
        got = browser.run("return gelubench.pick(arguments[0])", asked(query, machine))
        want = answered(query, run)
        assert differences(got, want) == []
        assert want["choice"] and any("left out" in line for line in want["caveats"])
        marked = any(line.startswith("disturbed") for line in want["caveats"])
        assert marked == (machine == "test-2c-avx512")
        assert marked == any(line.startswith("the data matter") for line in want["caveats"])
        assert marked == ("gone" in [r["kind"] for c in want["refused"] for r in c["reasons"]])
        assert marked == any("_streaming(k, x, y, n, 3072)" in line for line in want["caveats"])


def test_the_page_answers_like_the_command(page, committed):
    run = runs.Run(*committed[0])
    names = ("dtype", "pass", "level", "threads")
    cells = sorted({tuple(row[n] for n in names) for row in run.record["throughput"]})
    isas = [isa for isa in X86 if any(r["isa"] == isa for r in run.record["throughput"])]
    rng = random.Random(6)
    queries = [drawn_query(cells, isas, rng) for _ in range(QUERIES)]
    machine = run.record["machine"]["name"]
    # As text: the driver would sort the fields, and the order of the limits is that of the reasons.
    script = "return JSON.stringify(JSON.parse(arguments[0]).map(gelubench.pick))"
    found = json.loads(
        page.run(script, json.dumps([asked(q, machine) for q in queries])), parse_int=float
    )
    expected = [answered(query, run) for query in queries]
    for query, got, want in zip(queries, found, expected, strict=True):
        assert differences(got, want) == [], query
    chosen = [want for want in expected if want and want["choice"]]
    refused = {
        r["kind"] for want in expected if want for c in want["refused"] for r in c["reasons"]
    }
    # How many have an answer is up to the record: enough, or the comparison says little.
    assert len(chosen) > QUERIES / 5
    assert any(want and want["nearest"] for want in expected)
    assert refused >= {"error", "tail", "nan", "bits", "undecided", "sampled"}
    assert {q.pass_ for q in queries} <= set(CALLS)
