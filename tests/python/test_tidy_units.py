# SPDX-License-Identifier: Apache-2.0
"""scripts/lint reads several files at once: each once, and what is wrong in one is still told."""

import json
import shutil
import subprocess
from itertools import chain

import pytest
from conftest import ROOT

from gelubench import tidy_units


@pytest.fixture
def tree(tmp_path):
    """A project of some files with the flags of each."""

    def make(files):
        commands = []
        for name, (flags, text) in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            commands.append(
                {"file": str(file), "command": f"g++ {flags} -O3 -o {name}.o -c {file}"}
            )
        build = tmp_path / "build/release"
        build.mkdir(parents=True)
        (build / "compile_commands.json").write_text(json.dumps(commands))
        return tmp_path

    return make


def units(root, everything=False):
    names = tidy_units.write(root / "lint", root, everything)
    texts = [(root / "lint" / name).read_text() for name in names]
    return [
        [line.split('"')[1].removeprefix(f"{root}/") for line in text.splitlines()]
        for text in texts
    ]


def test_alike_files_of_a_folder_are_read_together(tree):
    root = tree(
        {
            "a/one.cpp": ("-DX -I/i -fPIC", ""),
            "a/two.cpp": ("-DX -I/i -fPIE -Da_EXPORTS", ""),
            "a/other.cpp": ("-DY -I/i", ""),
            "b/one.cpp": ("-DX -I/i", ""),
            "a/a_program.cpp": ("-DX -I/i", "int main() {}\n"),
            "a/program.cpp": ("-DX -I/i", "int main() {}\n"),
            "kernels/peers/one.cpp": ("-DX -I/i", ""),
            "tests/one.cpp": ("-DX -I/i", ""),
            "tests/two.cpp": ("-DX -I/i", ""),
            "kernels/backends/vc.cpp": ("", ""),
            "a/device.cu": ("", ""),
        }
    )
    alone = [["a/other.cpp"], ["a/program.cpp"], ["b/one.cpp"]]
    together = ["a/one.cpp", "a/two.cpp", "a/a_program.cpp"]
    assert sorted(units(root)) == sorted([together, *alone])
    everything = units(root, everything=True)
    assert ["tests/one.cpp"] in everything
    assert ["kernels/peers/one.cpp"] in everything


def test_files_that_cmake_puts_together_are_still_read(tree):
    root = tree({"a/one.cpp": ("-DX", "")})
    (root / "a/two.cpp").write_text("")
    (root / "a/main.cpp").write_text("int main() {}\n")
    unity = root / "build/release/a/Unity/unity_0_cxx.cxx"
    unity.parent.mkdir(parents=True)
    unity.write_text(f'/* */\n#include "{root}/a/two.cpp"\n\n#include "{root}/a/main.cpp"\n')
    database = root / "build/release/compile_commands.json"
    entry = {"file": str(unity), "command": f"g++ -DX -c {unity}"}
    database.write_text(json.dumps([*json.loads(database.read_text()), entry]))
    assert units(root) == [["a/one.cpp", "a/two.cpp", "a/main.cpp"]]


def test_many_files_make_many_units(tree):
    names = [f"a/{i:02}.cpp" for i in range(tidy_units.TOGETHER + 1)]
    read = units(tree(dict.fromkeys(names, ("", ""))))
    assert [len(unit) for unit in read] == [tidy_units.TOGETHER, 1]
    assert list(chain(*read)) == names


@pytest.mark.skipif(not shutil.which("clang-tidy"), reason="clang-tidy is not installed")
def test_a_fault_in_one_of_several_files_is_told(tree):
    clean = "int two() { return 2; }\n"
    root = tree({"kernels/a.cpp": ("", clean), "kernels/b.cpp": ("", "int* none = 0;\n")})
    unit = tidy_units.write(root / "lint", root, False)
    shutil.copy(ROOT / ".clang-tidy", root)
    tidy = ["clang-tidy", "-p", str(root / "lint"), "--quiet", *unit]
    told = subprocess.run(tidy, capture_output=True, text=True, check=False)
    assert told.returncode != 0
    assert "kernels/b.cpp:1:13: error: use nullptr" in told.stdout
    assert "suspicious" not in told.stdout
