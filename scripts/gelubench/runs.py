# SPDX-License-Identifier: Apache-2.0
"""Which run answers a question: one machine, one run for the times, certificates of its commit."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from gelubench import files
from gelubench.files import Record, Refused, printable
from gelubench.verdict import Certificates

RESULTS = files.ROOT / "results"
Wanted = Callable[[Record], bool]


@dataclass
class Run:
    """The record whose times are used, and records of the same commit for certificates."""

    path: Path
    record: Record
    others: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def rows(self, table: str) -> list[Record]:
        """Of accuracy or special_values. A library or an estimate is the machine's own."""
        name = self.record["machine"]["name"]
        found = list(self.record[table])
        for other in self.others:
            here = other["machine"]["name"] == name
            found += [row for row in other[table] if here or row["origin"] == "portable"]
        return found

    @cached_property
    def certificates(self) -> Certificates:
        """All that holds for its kernels; nobody changes a run's rows after asking for it."""
        return Certificates(self.rows("accuracy"), self.rows("special_values"))


def _cpuinfo() -> dict[str, str]:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    first = text.split("\n\n")[0]
    pairs = (line.partition(":") for line in first.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


def is_this_machine(machine: Record) -> bool:
    """Same processor, same number of them: what a record says of its machine, asked here."""
    info = _cpuinfo()
    same = {"vendor_id": "vendor_id", "cpu_family": "cpu family", "stepping": "stepping"}
    same |= {"model": "model", "cpu": "model name"}
    known = [(machine.get(ours), info.get(theirs)) for ours, theirs in same.items()]
    told = [(a, b) for a, b in known if a is not None and b is not None]
    return bool(told) and machine["cpus"] == os.cpu_count() and all(a == b for a, b in told)


def _stamp(path: Path) -> str:
    return path.name


def found_in(results: Path, machine: str | None) -> dict[str, list[Path]]:
    """Result files by machine (their folder), the newest first: committed ones and local ones."""
    found: dict[str, list[Path]] = {}
    for pattern in ("*/*.json", "*/*.json.gz", "local/*/*.json", "local/*/*.json.gz"):
        for path in results.glob(pattern):
            folder = path.parent.name
            if folder not in ("schema", "local") and machine in (None, folder):
                found.setdefault(folder, []).append(path)
    return {name: sorted(paths, key=_stamp, reverse=True) for name, paths in found.items()}


def _default_machine(results: Path, wanted: Wanted) -> str:
    """This machine when it has results, else the only one that has."""
    folders = found_in(results, None)
    if not folders:
        raise Refused(f"no result files in {results}: measure this machine with scripts/bench")
    if len(folders) == 1:
        return next(iter(folders))
    for name, paths in folders.items():
        if is_this_machine(files.read(paths[0], wanted)["machine"]):
            return name
    raise Refused(
        f"no results of this machine; choose one with --machine: {', '.join(sorted(folders))}"
    )


def _chosen(records: Iterable[tuple[Path, Record]], machine: str | None) -> list:
    """The records of one machine, when several were given."""
    given = list(records)
    names = sorted({record["machine"]["name"] for _, record in given})
    if machine is None and len(names) > 1:
        here = {r["machine"]["name"] for _, r in given if is_this_machine(r["machine"])}
        if len(here) != 1:
            raise Refused(f"results of several machines; choose with --machine: {', '.join(names)}")
        machine = here.pop()
    chosen = [(p, r) for p, r in given if machine in (None, r["machine"]["name"])]
    if not chosen:
        raise Refused(f"no results of machine '{printable(str(machine))}': {', '.join(names)}")
    return chosen


def _load(paths: Sequence[Path], machine: str | None, results: Path, wanted: Wanted) -> list:
    if paths:
        return [(path, files.read(path, wanted)) for path in paths]
    name = machine or _default_machine(results, wanted)
    found = found_in(results, name)
    if not found:
        have = ", ".join(sorted(found_in(results, None))) or "none"
        raise Refused(f"no results of machine '{printable(name)}'; there are: {have}")
    return [(path, files.read(path, wanted)) for path in found[name]]


def choose(
    paths: Sequence[Path], machine: str | None, wanted: Wanted, timed: Wanted, results: Path
) -> Run:
    """The newest run of the machine that has rows that are `timed`.

    Times of two runs are never compared. Certificates of another run hold where the commit is the
    same; what is not portable must be of the same machine too.
    """
    every = _load(paths, machine, results, wanted)
    mine = _chosen(every, machine)
    mine.sort(key=lambda item: item[1]["created"], reverse=True)
    with_times = [(p, r) for p, r in mine if any(timed(row) for row in r["throughput"])]
    if not with_times:
        raise Refused(f"no times for this in {', '.join(printable(str(p)) for p, _ in mine)}")
    path, record = with_times[0]
    commit = record["program"]["commit"]
    others = [
        r
        for _, r in every
        if r is not record and r["program"]["commit"] == commit and commit != "unknown"
    ]
    run = Run(path, record, others)
    if len(with_times) > 1:
        n = len(with_times) - 1
        run.notes.append(f"{n} older run{'s' * (n > 1)} left out: times of two runs do not compare")
    unlike = sorted({r["machine"]["name"] for _, r in every} - {record["machine"]["name"]})
    if unlike:
        run.notes.append(f"times of unlike machines left out: {', '.join(unlike)}")
    return run
