# SPDX-License-Identifier: Apache-2.0
"""Runs both programs, keeps their records as one, prints the summary and draws the plot."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from gelubench import convert, files, merge, peers, plot, slim, summary
from gelubench.frameworks import runner, table

# Exit codes of a program that has written its record all the same.
KEPT = (0, 1, 130)
NOTHING_SELECTED = 3
SELECTION = ("methods", "dtypes", "backends", "passes")
# What is timed once more on numbers with a shorter and a longer tail: kernels that skip work where
# they may, and what they are compared with.
OTHER_INPUTS = ("normal1", "normal4")
SKIPPING = [
    "--methods=erf_4ulp,erf_1ulp,erf_cr,tanh_4ulp,*_branch,*_branch_32",
    "--dtypes=f32",
    *("--passes=forward,backward", "--levels=l1,l2", "--threads=1", "--budget=20"),
    *("--stores=plain", "--modes=throughput"),
]
TIMING = ("levels", "threads", "stores", "prefetch", "modes", "budget")


class Failed(Exception):
    """A program ended with an exit code; the text says which."""

    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.code = code


@dataclass
class Job:
    """One program and what it is asked."""

    program: str
    arguments: list[str]


def jobs(preset: str, options: dict[str, str | None], only: str | None) -> list[Job]:
    """The programs in order: the stopwatch first, while the machine is still cool."""
    chosen = [f"--{name}={options[name]}" for name in SELECTION if options.get(name)]
    common = [f"--{name}={options[name]}" for name in ("machine", "seed") if options.get(name)]
    timing = [f"--{name}={options[name]}" for name in TIMING if options.get(name)]
    speed = [f"--{preset}"] if preset != "default" else []
    # Every input of f32 for the whole matrix takes minutes, and backends that promise the same bits
    # (the tests hold them to it) once more each: only --full asks for that. --quick certifies what
    # it times.
    certify = [{"full": "--exhaustive", "quick": "--quick"}.get(preset, "--one-backend")]
    if preset == "quick":
        certify += [] if options.get("dtypes") else ["--dtypes=f32"]
        certify += [] if options.get("passes") else ["--passes=forward"]
    work = [Job("gelu-throughput", [*speed, *chosen, *timing, *common])]
    if preset != "quick" and not chosen and not timing:
        work += [
            Job("gelu-throughput", [f"--inputs={name}", *SKIPPING, *common])
            for name in OTHER_INPUTS
        ]
    work.append(Job("gelu-accuracy", [*certify, *chosen, *common]))
    return [job for job in work if only is None or job.program == f"gelu-{only}"]


def gpu_job(preset: str, options: dict[str, str | None], only: str | None) -> Job | None:
    """The stopwatch of CUDA kernels; None where a selection is about processors alone."""
    if only == "accuracy" or any(options.get(name) for name in ("backends", *TIMING)):
        return None
    wanted = ("methods", "dtypes", "passes", "machine", "seed")
    chosen = [f"--{name}={options[name]}" for name in wanted if options.get(name)]
    if preset == "quick":
        chosen += ["--modes=hbm", "--shells=v1"]
        chosen += [] if options.get("dtypes") else ["--dtypes=f32,bf16"]
        chosen += [] if options.get("passes") else ["--passes=forward"]
    return Job("gelu-cuda", chosen)


def without_gpu(record: files.Record, programs: Path) -> str:
    """Why there is nothing to time on a GPU; empty where there is."""
    for absent in record["absent"]:
        if absent["what"] == "cuda":
            return str(absent["reason"])
    return "" if (programs / "gelu-cuda").exists() else "gelu-cuda is not built"


def run(job: Job, programs: Path, stem: Path) -> int:
    """Runs a job; its files are STEM.json and STEM.csv. Its talk goes to stderr as it comes.

    Returns its exit code where there is something to keep: 0, 1 (a kernel failed its check),
    130 (interrupted).
    """
    command = [str(programs / job.program), *job.arguments]
    command += [f"--out-json={stem}.json", f"--out-csv={stem}.csv"]
    print(f"bench: {job.program} {' '.join(job.arguments)}".rstrip(), file=sys.stderr)
    start = time.monotonic()
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program decides what to keep
    try:
        # Both programs print a table on stdout; the summary replaces it.
        code = subprocess.run(
            command,
            stdout=subprocess.DEVNULL,
            check=False,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ).returncode
    except FileNotFoundError:
        raise Failed(f"{job.program} is not built ({command[0]})", 2) from None
    finally:
        signal.signal(signal.SIGINT, interrupt)
    if code not in KEPT:
        raise Failed(f"{job.program} ended with exit code {code}", code if code > 0 else 128 - code)
    print(f"bench: {job.program} took {time.monotonic() - start:.0f} s", file=sys.stderr)
    return code


def keep(record: files.Record, csv: str, folder: Path) -> Path:
    """Writes the run's two files; returns their common path without the ending."""
    stem = folder / record["machine"]["name"] / files.stem(record)
    files.write(stem.with_name(stem.name + ".csv"), csv)
    files.write(stem.with_name(stem.name + ".json"), files.to_json(record))
    return stem


def gpu(job: Job, programs: Path, folder: Path) -> int:
    """Times the CUDA kernels; their record is a file of its own, beside those of scripts/gpu_check.

    Returns the exit code; a selection that no CUDA kernel is in leaves no file.
    """
    with tempfile.TemporaryDirectory(prefix="gelubench-") as work:
        part = Path(work) / job.program
        try:
            code = run(job, programs, part)
        except Failed as failed:
            if failed.code != NOTHING_SELECTED:
                raise
            print("bench: cuda: nothing selected", file=sys.stderr)
            return 0
        record = files.read(part.with_name(part.name + ".json"))
        stem = keep(record, part.with_name(part.name + ".csv").read_text(), folder)
    print(f"{stem}.json\n{stem}.csv")
    return code


def report(record: files.Record, stem: Path) -> None:
    wide = None if sys.stdout.isatty() else 140
    console = Console(width=wide)
    for ladder in summary.ladders(record):
        console.print(ladder)
    for others in (peers.peers(record), table.frameworks(record)):
        if others is not None:
            console.print(others)
    names = [f"{stem}.json", f"{stem}.csv"]
    try:
        names += [str(path) for path in plot.draw(record, stem)]
    except files.Refused as error:  # a selection without f32 forward, or without errors
        print(f"bench: no plot: {error}", file=sys.stderr)
    for name in names:
        print(name)


def command(
    programs: Annotated[Path, typer.Option(help="Folder of the built programs.")],
    results: Annotated[Path, typer.Option(help="Folder for results.")] = Path("results/local"),
    quick: Annotated[bool, typer.Option("--quick", help="f32 forward, under 90 s.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Everything; takes long.")] = False,
    only: Annotated[str | None, typer.Option(help="throughput or accuracy.")] = None,
    machine: Annotated[str | None, typer.Option(help="Name of this machine.")] = None,
    methods: Annotated[str | None, typer.Option(help="Comma list of globs.")] = None,
    dtypes: Annotated[str | None, typer.Option(help="Comma list of globs.")] = None,
    backends: Annotated[str | None, typer.Option(help="Comma list of globs.")] = None,
    passes: Annotated[str | None, typer.Option(help="Comma list of globs.")] = None,
    levels: Annotated[str | None, typer.Option(help="l1, l2, l3, dram.")] = None,
    threads: Annotated[str | None, typer.Option(help="Numbers, all, each.")] = None,
    stores: Annotated[str | None, typer.Option(help="plain, streaming.")] = None,
    prefetch: Annotated[str | None, typer.Option(help="Bytes, of streaming passes.")] = None,
    modes: Annotated[str | None, typer.Option(help="throughput, latency.")] = None,
    budget: Annotated[float | None, typer.Option(help="Seconds for all timing.")] = None,
    seed: Annotated[int | None, typer.Option(help="Seed of inputs and order.")] = None,
    publish: Annotated[
        bool, typer.Option("--publish", help="Also write what is committed, results/<machine>/.")
    ] = False,
    frameworks: Annotated[
        bool, typer.Option("--peers", help="PyTorch and others as well, from Python.")
    ] = False,
) -> None:
    """Measure this machine."""
    if quick and full:
        raise Failed("--quick and --full exclude each other", 2)
    if only not in (None, "throughput", "accuracy"):
        raise Failed(f"--only: '{only}' is neither throughput nor accuracy", 2)
    options = {
        "machine": machine,
        "methods": methods,
        "dtypes": dtypes,
        "backends": backends,
        "passes": passes,
        "levels": levels,
        "threads": threads,
        "stores": stores,
        "prefetch": prefetch,
        "modes": modes,
        "budget": None if budget is None else str(budget),
        "seed": None if seed is None else str(seed),
    }
    preset = "quick" if quick else "full" if full else "default"
    with tempfile.TemporaryDirectory(prefix="gelubench-") as work:
        parts, codes = [], []
        for job in jobs(preset, options, only):
            parts.append(Path(work) / f"{len(parts)}-{job.program}")
            codes.append(run(job, programs, parts[-1]))
            if codes[-1] == 130:
                break
        records = [files.read(part.with_name(part.name + ".json")) for part in parts]
        csv = merge.merge_csv([part.with_name(part.name + ".csv") for part in parts])
    if frameworks and 130 not in codes:
        plan = runner.Plan(preset, programs, machine, seed or 1)
        records.append(runner.run(plan, records[0]))
        csv += convert.tidy([records[-1]]).partition("\n")[2]
        codes.append(1 if records[-1]["refused"] else 0)
    record = merge.merge(records, ["scripts/bench", *sys.argv[2:]])
    stem = keep(files.check(record, "the merged record"), csv, results)
    report(record, stem)
    cuda = gpu_job(preset, options, only)
    if cuda is not None and 130 not in codes:
        if reason := without_gpu(records[0], programs):
            print(f"bench: cuda: absent: {reason}", file=sys.stderr)
        else:
            codes.append(gpu(cuda, programs, results / "gpu"))
    if max(codes) != 0:
        raise Failed(
            "interrupted" if 130 in codes else "a kernel failed a check, see above", max(codes)
        )
    if publish:
        print(slim.publish(record, results.parent))  # results/local -> results
