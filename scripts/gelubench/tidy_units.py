# SPDX-License-Identifier: Apache-2.0
"""What scripts/lint gives to clang-tidy: several files in one translation unit.

Most of clang-tidy's time goes into the headers of CLI11, JSON and the standard library, once per
translation unit. So files of one folder that see the same definitions and include folders are read
together, a dozen at a time and at most one main among them, and share their names, those of unnamed
namespaces too. A file of the tests stands alone: its names are its own.
"""

import json
import re
import shlex
import sys
from pathlib import Path

# gcc's matter: Vc, std::experimental::simd and the processor's features. The kernels are templates
# on a vector type, and the scalar backend shows clang all of them.
GCC_ONLY = {
    "kernels/backends/vc.cpp",
    "kernels/backends/stdx.cpp",
    "kernels/registry.cpp",
    "benchmarks/experiments/overlap_kernels.cpp",
    "benchmarks/experiments/parity_kernels.cpp",
}
# Read with --all only: each has flags of its own, hence a unit of its own.
SELDOM = ("tests/", "kernels/peers/")
TOGETHER = 12
SEEN_BY_CLANG = re.compile(r"-(D|I|m|std=|isystem)")
MAIN = re.compile(r"^int main\(", re.MULTILINE)
INCLUDED = re.compile(r'^#include "(.+)"$', re.MULTILINE)


def flags(command: str) -> tuple[str, ...]:
    """Those of a compiler's flags that change what clang reads."""
    words, kept = iter(shlex.split(command)), []
    for word in words:
        if SEEN_BY_CLANG.match(word) and not word.endswith("_EXPORTS"):
            kept += [word, next(words)] if word == "-isystem" else [word]
    return tuple(kept)


def sources(entry: dict, root: Path) -> list[str]:
    """What one command compiles: a file, or those that CMake (UNITY_BUILD) put into one."""
    file = Path(entry["file"])
    files = INCLUDED.findall(file.read_text()) if file.parent.name == "Unity" else [file]
    return [str(Path(name).relative_to(root)) for name in files]


def groups(commands: list[dict], root: Path, everything: bool) -> list[tuple[tuple, list[str]]]:
    """(flags, files) of each translation unit; every file once."""
    seen, alike = set(), {}
    for name, command in (
        (name, entry["command"]) for entry in commands for name in sources(entry, root)
    ):
        if not name.endswith(".cpp") or name in GCC_ONLY | seen:
            continue
        if name.startswith(SELDOM) and not everything:
            continue
        seen.add(name)
        alone = name if name.startswith("tests/") else ""
        alike.setdefault((flags(command), str(Path(name).parent), alone), []).append(name)
    return [(key[0], unit) for key, names in alike.items() for unit in dealt(names, root)]


def dealt(names: list[str], root: Path) -> list[list[str]]:
    """Units of at most TOGETHER files, each with one main at most, which comes last."""
    mains = [name for name in names if MAIN.search((root / name).read_text())]
    rest = sorted(set(names) - set(mains))
    units = [rest[i : i + TOGETHER] for i in range(0, len(rest), TOGETHER)]
    units += [[] for _ in mains[len(units) :]]
    return [unit + sorted(mains)[i : i + 1] for i, unit in enumerate(units)]


def write(folder: Path, root: Path, everything: bool) -> list[str]:
    """Writes the units and their compile_commands.json into folder; their names, longest first."""
    commands = json.loads((root / "build/release/compile_commands.json").read_text())
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("unit_*.cpp"):
        old.unlink()
    database = []
    units = sorted(groups(commands, root, everything), key=lambda unit: -len(unit[1]))
    for i, (seen, names) in enumerate(units):
        unit = folder / f"unit_{i}.cpp"
        unit.write_text(
            "".join(
                f'#include "{root / name}"  // NOLINT(bugprone-suspicious-include)\n'
                for name in names
            )
        )
        arguments = ["clang++", *seen, "-c", str(unit)]
        database.append({"directory": str(root), "file": str(unit), "arguments": arguments})
    (folder / "compile_commands.json").write_text(json.dumps(database))
    return [entry["file"] for entry in database]


if __name__ == "__main__":
    print("\n".join(write(Path(sys.argv[1]).absolute(), Path.cwd(), "all" in sys.argv[2:])))
