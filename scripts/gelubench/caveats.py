# SPDX-License-Identifier: Apache-2.0
"""What an answer of `pick` does not promise, in sentences."""

from __future__ import annotations

import math
from dataclasses import replace

from gelubench.files import Record, printable
from gelubench.margin import LAUNCH, LEAST
from gelubench.pick import CALLS, Answer, Candidate
from gelubench.runs import is_this_machine

COVERAGE = {
    "sample": "the largest seen over a sample; the maximum may be larger",
    "search": "the largest found by a search; a lower bound",
}
COMPOSED = {
    "bias": "errors are those of f at x + b as rounded to the computing type",
    "gated": "errors are those of the factor f(x): a gate scales them, and the product is rounded",
    "forward_backward": "errors are the larger of value and gradient, whose bits it has",
}
TEXTS = {
    "narrowed": "the error in ulp is the f32 certificate and one rounding more; absolute and "
    "relative errors are those before that rounding",
    "gradient": "near the zero of the gradient: in ulp of Phi + |x phi| (docs/accuracy.md)",
    "few": f"ambiguous: fewer than {LEAST} samples give no interval for the margin",
    "ambiguous": "ambiguous: {key} may be as fast (samples do not tell, or it is within the "
    f"{LAUNCH:.0%} by which launches differ)",
    "disturbed": "disturbed while it was timed ({why}): {key}",
    "data": "the data matter: {ratio} times as long on {inputs}",
    "around": "{call} takes {ratio} of that time: its results go around the caches",
    "dirty": "the sources differed from the commit, or it is unknown whether they did",
    "interrupted": "the run was interrupted",
}
ORIGIN = {
    "library": "observed, not promised: its error is that of this library ({libc})",
    "hardware": "observed, not promised: it uses an estimate of this processor ({cpu})",
}
BUSY = 1.0  # load beyond the run's own threads
STOLEN = 1.0  # percent
LONGER = 1.2  # what is less is not told from noise: the two were not timed in turns


def _certificate(answer: Answer, choice: Candidate) -> list[str]:
    query, found = answer.query, []
    for errors in choice.errors:
        if not errors.exhaustive:
            text = COVERAGE.get(errors.coverage, "not over every input")
            found.append(f"sampled: the {errors.pass_} error is {text}")
        found += errors.notes
    if any(e.basis == "bound" for e in choice.errors) and choice.row["formula"] != query.truth:
        found.append(
            f"bounded, not measured: distance to exact GELU plus that of the {query.truth} formula"
        )
    if query.pass_ in COMPOSED:
        found.append(COMPOSED[query.pass_])
    if query.narrows():
        found.append(TEXTS["narrowed"])
    if query.pass_ in ("backward", "forward_backward") and "max_ulp" in query.tolerance.limits:
        found.append(TEXTS["gradient"])
    return found


def _origin(choice: Candidate, machine: Record) -> list[str]:
    said = ORIGIN.get(choice.row["origin"])
    libc, cpu = printable(machine["libc"] or "unknown C library"), printable(machine["cpu"])
    return [said.format(libc=libc, cpu=cpu)] if said else []


def _margin(answer: Answer) -> list[str]:
    margin = answer.runner_up_margin
    if margin is None or margin.clear or answer.runner_up is None:
        return []
    if margin.low is None:
        return [TEXTS["few"]]
    return [TEXTS["ambiguous"].format(key=printable(answer.runner_up.key))]


def _disturbed(answer: Answer) -> list[str]:
    """What the run says of the rows that the margin is made of."""
    return [
        TEXTS["disturbed"].format(why=c.row["disturbed"], key=printable(c.key))
        for c in (answer.choice, answer.runner_up, answer.next_method)
        if c and c.row.get("disturbed")
    ]


def _data(answer: Answer, choice: Candidate) -> list[str]:
    """Other data on which it takes clearly longer, as a multiple of relu on the same data."""
    rows, found = answer.run.record["throughput"], []
    for inputs in sorted({row["inputs"] for row in rows} - {answer.query.inputs}):
        other = replace(answer.query, inputs=inputs)
        ns = {row["key"]: row["ns_per_element"]["min"] for row in rows if other.placed(row)}
        roof = ns.get(f"relu/{choice.key.partition('/')[2]}")
        if choice.key in ns and roof and choice.times_relu:
            ratio = ns[choice.key] / roof / choice.times_relu
            if ratio > LONGER:
                found.append(TEXTS["data"].format(ratio=f"{ratio:.1f}", inputs=inputs))
    return found


def _around(answer: Answer, choice: Candidate) -> list[str]:
    """Stores around the caches, where they make it clearly faster."""
    rows = [
        row
        for row in answer.run.record["throughput"]
        if row["key"] == choice.key and answer.query.beside(row)
    ]
    times = [
        (row["ns_per_element"]["min"], row["prefetch_bytes"])
        for row in rows
        if row.get("stores") == "streaming"
    ]
    ns, ahead = min(times, default=(math.inf, 0))
    if choice.ns / ns <= LONGER:
        return []
    call = CALLS[answer.query.pass_].replace("(", "_streaming(").replace(")", f", {ahead})")
    return [TEXTS["around"].format(call=call, ratio=f"{ns / choice.ns:.2f}")]


def environment(record: Record) -> Record:
    """Of the run that took the times."""
    parts = [p for p in record.get("parts", []) if p["program"]["name"] != "gelu-accuracy"]
    return (parts[0] if parts else record)["environment"]


def _run(answer: Answer) -> list[str]:
    record = answer.run.record
    machine, found = record["machine"], []
    if not is_this_machine(machine):
        cpu = printable(machine["cpu"])
        found.append(f"unlike machine: measured on {machine['name']} ({cpu}), not on this one")
    if record["program"]["dirty"] is not False:
        found.append(TEXTS["dirty"])
    if record.get("complete") is False:
        found.append(TEXTS["interrupted"])
    mood = environment(record)
    load, steal = mood.get("load_1min"), mood.get("steal_pct")
    if isinstance(load, int | float) and load > answer.query.threads + BUSY:
        found.append(f"the machine was busy: load {load:.1f} before the run")
    if isinstance(steal, int | float) and steal > STOLEN:
        found.append(f"the hypervisor took {steal:.1f} % of the time")
    return found + answer.run.notes


def caveats(answer: Answer) -> list[str]:
    """Of the choice, the margin and the run; each once."""
    found: list[str] = []
    if choice := answer.choice:
        found += _margin(answer) + _disturbed(answer) + _certificate(answer, choice)
        found += _data(answer, choice) + _around(answer, choice)
        found += _origin(choice, answer.run.record["machine"])
    return list(dict.fromkeys(found + _run(answer)))
