# SPDX-License-Identifier: Apache-2.0
"""The command line of the package; scripts/bench is its usual door."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from typer.exceptions import TyperException

from gelubench import (
    ab_command,
    ab_experiment_command,
    bench,
    certificates,
    compare_command,
    convert,
    cuda_static_command,
    curves,
    export,
    files,
    history_command,
    kernel_page,
    machines,
    markdown,
    merge,
    parity,
    peers,
    pick_command,
    plot,
    ptx_command,
    slim,
    special,
    summary,
)
from gelubench.frameworks import table
from gelubench.report import command as report

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, help=__doc__, no_args_is_help=True
)
Files = Annotated[list[Path], typer.Argument(help="Result files (JSON).")]
Docs = Annotated[Path, typer.Option("--output", "-o", help="Folder of the pages.")]
Dtype = Annotated[str, typer.Option(help="Type of the elements.")]
Pass = Annotated[str, typer.Option("--pass", help="forward or backward.")]


def _console() -> Console:
    """Wide enough for the tables when stdout is no terminal."""
    return Console() if sys.stdout.isatty() else Console(width=140, force_terminal=False)


def _one(paths: list[Path]) -> files.Record:
    records = [files.read(path) for path in paths]
    return records[0] if len(records) == 1 else merge.merge(records, sys.argv)


@app.command()
def validate(paths: Files) -> None:
    """Check files against their schema."""
    for path in paths:
        files.read(path)
        print(f"{path}: valid")


@app.command("merge")
def merge_command(
    paths: Files,
    output: Annotated[Path, typer.Option("--output", "-o", help="The merged file.")],
) -> None:
    """Join the records of one machine and commit."""
    record = merge.merge([files.read(path) for path in paths], sys.argv)
    files.write(output, files.to_json(files.check(record, str(output))))


@app.command("slim")
def slim_command(
    path: Annotated[Path, typer.Argument(help="Result file (JSON).")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The smaller file.")],
) -> None:
    """Leave out per-binade lists that no picture shows."""
    slim.write(files.read(path), output)


@app.command()
def publish(
    paths: Files,
    results: Annotated[Path, typer.Option(help="Folder of committed results.")] = files.ROOT
    / "results",
) -> None:
    """Put a run of this checkout where results are committed: slim, under its machine's name."""
    print(slim.publish(_one(paths), results))


@app.command()
def add(
    paths: Files,
    results: Annotated[Path, typer.Option(help="Folder for results.")] = files.ROOT
    / "results"
    / "local",
) -> None:
    """Store the records of one run, such as a packed one, and show them."""
    record = _one(paths)
    csv = merge.merge_csv([path.with_suffix(".csv") for path in paths])
    bench.report(record, bench.keep(record, csv, results))


@app.command("summary")
def summary_command(paths: Files, dtype: Dtype = "f32", pass_: Pass = "forward") -> None:
    """For each allowed error the fastest kernel; other libraries beside ours."""
    record, console = _one(paths), _console()
    console.print(summary.summary(record, dtype, pass_))
    for others in (peers.peers(record, dtype, pass_), table.frameworks(record)):
        if others is not None:
            console.print(others)


@app.command("csv")
def csv_command(
    paths: Files,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Default: stdout.")] = None,
    table: Annotated[
        str | None, typer.Option(help="One line per row of this table, such as throughput.")
    ] = None,
) -> None:
    """CSV: one measurement per line, as the programs write it; or the rows of one table."""
    if table is not None:
        pick_command.one_of("--table", table, files.TABLES)
    records = [files.read(path) for path in paths]
    text = convert.wide(records, table) if table else convert.tidy(records)
    if output is None:
        sys.stdout.write(text)
    else:
        files.write(output, text)


@app.command("export")
def export_command(
    paths: Files,
    format_: Annotated[str, typer.Option("--format", help="github-action-benchmark, bencher.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Default: stdout.")] = None,
) -> None:
    """For services that watch benchmarks over time."""
    text = export.export(_one(paths), format_)
    if output is None:
        sys.stdout.write(text)
    else:
        files.write(output, text)


@app.command("list")
def list_command(paths: Annotated[list[Path] | None, typer.Argument()] = None) -> None:
    """Which results there are; default: all under results/."""
    given = [p for path in paths or [files.ROOT / "results"] for p in report.found_in(path)]
    table = convert.listing([(path, files.read(path)) for path in given])
    (Console() if sys.stdout.isatty() else Console(width=400)).print(table)


@app.command("plot")
def plot_command(
    paths: Files,
    output: Annotated[Path, typer.Option("--output", "-o", help="Path without .svg and .png.")],
    dtype: Dtype = "f32",
    pass_: Pass = "forward",
) -> None:
    """Throughput against error, with the Pareto front, as SVG and PNG."""
    for path in plot.draw(_one(paths), output, dtype, pass_):
        print(path)


@app.command()
def tables(paths: Files, output: Docs = files.ROOT / "docs") -> None:
    """Certificates and special values of all kernels, as Markdown."""
    record = _one(paths)
    source = markdown.made_from(record, paths, "tables")
    pages = {
        output / f"{name}.md": markdown.page(part.TITLE, source, *part.body(record))
        for name, part in (("certificates", certificates), ("special_values", special))
    }
    for path, text in pages.items():
        files.write(path, text)
        print(path)


@app.command("kernels")
def kernels_command(
    paths: Files,
    parity_csv: Annotated[
        Path | None, typer.Option("--parity", help="Lines of the parity experiment.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page.")] = files.ROOT
    / "docs"
    / "kernels.md",
) -> None:
    """The ladder and what each of its kernels is made of, as Markdown."""
    record = _one(paths)
    beside = parity.section(parity_csv) if parity_csv else None
    named = [*paths, Path("--parity"), parity_csv] if parity_csv else paths
    source = markdown.made_from(record, named, "kernels")
    files.write(output, markdown.page(kernel_page.TITLE, source, *kernel_page.body(record, beside)))
    print(output)


@app.command("machines")
def machines_command(
    paths: Files,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page.")] = files.ROOT
    / "docs"
    / "machines.md",
) -> None:
    """The ladder on several machines, a record of each, as Markdown."""
    parts = machines.body([files.read(path) for path in paths])
    files.write(output, markdown.page(machines.TITLE, machines.source(paths), *parts))
    print(output)


@app.command("curves")
def curves_command(paths: Files, output: Docs = files.ROOT / "docs") -> None:
    """Error against x for one method of each family, as SVG, and their section of accuracy.md."""
    record = _one(paths)
    for path in curves.draw(record, output, markdown.made_from(record, paths, "curves")):
        print(path)


app.add_typer(compare_command.app, name="compare")
app.add_typer(history_command.app, name="history")
app.add_typer(ab_experiment_command.app, name="ab-experiment")
app.command("ab", context_settings={"help_option_names": ["-h", "--help"]})(ab_command.command)
app.command("pick", context_settings={"help_option_names": ["-h", "--help"]})(pick_command.command)
app.command("report", context_settings={"help_option_names": ["-h", "--help"]})(report.command)
app.command("cuda-static")(cuda_static_command.command)
app.command("ptx")(ptx_command.command)
app.command("bench", context_settings={"help_option_names": ["-h", "--help"]})(bench.command)


def main() -> None:
    """Exit 2 with one line for what cannot be used; the programs' own code when one failed."""
    try:
        code = app(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except TyperException as error:  # wrong usage
        print(f"gelubench: {error.format_message()}", file=sys.stderr)
        sys.exit(2)
    except files.Refused as error:
        print(f"gelubench: {error}", file=sys.stderr)
        sys.exit(2)
    except bench.Failed as error:
        print(f"bench: {error}", file=sys.stderr)
        sys.exit(error.code)
    except OSError as error:
        print(f"gelubench: {error.filename}: {error.strerror}", file=sys.stderr)
        sys.exit(2)
