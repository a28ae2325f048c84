# SPDX-License-Identifier: Apache-2.0
"""docs/kernels.md from a record: the ladder, the methods' own words, operations, bounds, peers."""

import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT, error, record, speed
from test_modes import latency, streaming

from gelubench import files, kernel_page, method_file, parity

AT = "forward/f32/stdx-avx512"
PARITY = "launch,method,n,pairs,library_ns,by_hand_ns,ratio,ratio_q1,ratio_q3\n"


def timed(key, **at):
    return [speed(key, ns, level) for level, ns in at.items()]


def counted(method, pass_="forward", **operations):
    return {"method": method, "pass": pass_, "dtype": "f32", "operations": operations}


def measured():
    """Two kernels and the roofs, a peer, a latency, stores around the caches, operations."""
    roofs = [
        *(speed(f"relu/{AT}", ns, level, "relu") for level, ns in (("l1", 0.04), ("dram", 0.2))),
        speed(f"copy/{AT}", 0.19, "dram", "copy"),
        {**streaming(f"copy/{AT}", 0.16), "formula": "copy"},
    ]
    percent = {"pct_of_relu_paired": {"q1": 95, "median": 96, "q3": 97}}
    ours = [
        *timed(f"erf_4ulp/{AT}", l1=0.4, dram=0.5),
        *timed(f"poly_1e4/{AT}", l1=0.08, dram=0.208),
        streaming(f"poly_1e4/{AT}", 0.17, **percent),
        latency(f"erf_4ulp/{AT}", 26.25),
        speed("erf_4ulp/backward/f32/stdx-avx512", 0.5),
    ]
    backward = "erf_4ulp/backward/f32/stdx-avx512"
    peer = "eigen_erf/forward/f32/peer-avx2"
    own = {"reference": "own"}
    return record(
        [*roofs, *ours, speed(peer, 0.6, origin="library")],
        [
            error(f"erf_4ulp/{AT}", 3.7, 2e-7, max_ulp_x=-6.5, **own),
            error(f"poly_1e4/{AT}", 1e7, 8e-5, max_abs_x=0.75, **own),
            error(backward, 1e6, 1e-7, max_ulp_conditioned=3.25, **own),
            error(peer, 3.5, 2e-7, origin="library", **own),
        ],
        operations=[
            counted("relu", minmax=1),
            counted("erf_4ulp", fma=14, lookup=9),
            counted("poly_1e4", fma=3, lookup=3, minmax=2),
        ],
    )


def page():
    return "\n".join(kernel_page.body(measured()))


def line_with(text, *parts):
    return next(line for line in text.splitlines() if all(part in line for part in parts))


def test_the_ladder_has_the_best_of_each_class_and_its_peer():
    text = page()
    assert "eigen_erf` 0.600 (1.5 x)" in line_with(text, "C 4 ulp", "`erf_4ulp` stdx-avx512")
    assert "3.7 ulp | 0.400 | 10.00 | 0.500 | 2.50" in line_with(text, "C 4 ulp", "0.400")
    assert "`poly_1e4`" in line_with(text, "E 1e-4")
    assert "none" in line_with(text, "A 0.5 ulp")
    assert "3.25 ulp" in line_with(text.partition("### erf backward")[2], "C 4 ulp")
    assert "### tanh" not in text


def test_times_of_a_disturbed_machine_are_marked():
    shaken = measured()
    for row in shaken["throughput"]:
        if row["key"] == f"poly_1e4/{AT}" and row["level"] != "l1":
            row["disturbed"] = "calibration"
    text = "\n".join(kernel_page.body(shaken))
    assert "| 0.080 | 2.00 | 0.208 ~ |" in line_with(text, "E 1e-4")
    assert "| 0.170 ~ |" in line_with(text, "`poly_1e4`", "streaming")
    assert "~" not in line_with(text, "C 4 ulp")
    assert " ~ |" not in page()


def test_a_section_has_the_words_of_the_file_and_what_was_measured():
    section = page().partition("### `erf_4ulp`")[2].partition("###")[0]
    assert "M on 16 segments by permutes" in section
    assert "`-0x1.ap+2`" in line_with(section, "forward", "C, 3.7 ulp")
    assert line_with(section, "forward", "C, 3.7 ulp").rstrip(" |").endswith("26.2")
    assert "14 fma, 9 lookup" in line_with(section, "Operations, forward")
    bound = line_with(section, "Bound, forward")
    assert "l1, dram by arithmetic (58 operations per ns in l1, 57% of the highest" in bound
    poly = page().partition("### `poly_1e4`")[2]
    assert "dram by memory" in line_with(poly, "Bound, forward")


def test_large_arrays_stand_against_their_roofs():
    line = line_with(page(), "`poly_1e4`", "streaming")
    assert line == "| `poly_1e4` | stdx-avx512 | 1 | streaming | 0.170 | 0.080 | 96 | 94 |"
    assert "| plain | 0.208 | 0.080 |  | 77 |" in line_with(page(), "`poly_1e4`", "plain")


def test_large_arrays_of_other_passes_are_shown_where_stores_were_compared():
    assert "### backward\n" not in page().partition("## Large arrays")[2]
    more = measured()
    key = "poly_1e4/backward/f32/stdx-avx512"
    half = {"pct_of_relu_paired": {"q1": 90, "median": 93, "q3": 95}}
    more["throughput"] += [speed(key, 0.9, "dram"), streaming(key, 0.6, **half)]
    large = "\n".join(kernel_page.body(more)).partition("## Large arrays")[2]
    forward, _, backward = large.partition("### backward\n")
    assert "% of best copy" in forward and "% of best copy" not in backward
    assert line_with(backward, "`poly_1e4`", "streaming").endswith("| 0.600 |  | 93 |")


def test_a_record_without_certificates_is_refused():
    with pytest.raises(files.Refused):
        kernel_page.body(record([speed(f"erf_4ulp/{AT}", 0.4)]))


def test_the_page_is_the_same_from_the_same_files(tmp_path):
    path, beside = tmp_path / "r.json", tmp_path / "parity.csv"
    path.write_text(files.to_json(measured()))
    beside.write_text(f"{PARITY}1,m,2048,400,0.4,0.5,0.8,0.7,0.9\n2,m,2048,400,0.6,0.5,1.2,1,1\n")
    pages = [tmp_path / name for name in ("a.md", "b.md")]
    for out in pages:
        words = ["kernels", str(path), f"--parity={beside}", f"--output={out}"]
        command = [sys.executable, "-m", "gelubench", *words]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    assert pages[0].read_text() == pages[1].read_text()
    text = pages[0].read_text()
    assert "| `m` | 0.5000 | 0.5000 | 1.000 | 0.800 to 1.200 |" in text
    assert "`scripts/results kernels r.json --parity parity.csv`" in text


@pytest.mark.parametrize("text", ["", PARITY, "a,b\n1,2\n", f"{PARITY}1,m,x,400,1,1,1,1,1\n"])
def test_what_is_no_parity_table_is_refused(tmp_path, text):
    path = tmp_path / "p.csv"
    path.write_text(text)
    with pytest.raises(files.Refused):
        parity.section(path)


def test_the_committed_page_has_the_numbers_of_its_record():
    """Its first lines name the files. Words of methods may have changed since: tables only."""

    def tables(text):
        return [line for line in text.splitlines() if line.startswith("|")]

    text = (ROOT / "docs" / "kernels.md").read_text()
    path, option, beside = text.partition("`scripts/results kernels ")[2].partition("`")[0].split()
    assert option == "--parity"
    body = kernel_page.body(files.read(ROOT / path), parity.section(ROOT / beside))
    assert tables(text) == tables("\n".join(body))


def test_every_method_of_the_list_has_a_head():
    files = method_file.METHODS.glob("*.hpp")
    names = [name for p in files for name in re.findall(r"^struct (\w+)", p.read_text(), re.M)]
    assert len(names) > 20
    assert [name for name in names if not method_file.heads(name)] == []
    assert method_file.path_of("poly_12").name == "poly.hpp"
    assert method_file.heads("poly_1e4_8")[0].startswith("For AVX2, which permutes 8")
    assert len(method_file.heads("erf_4ulp")) == 2
    assert method_file.path_of("tanh_1e4_8").name == "tanh_segments.hpp"
    assert method_file.heads("nothing") == []
