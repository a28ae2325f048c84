# SPDX-License-Identifier: Apache-2.0
"""docs/machines.md: the ladders of several machines side by side."""

import re

import pytest
from conftest import COMMITTED, ROOT, called, error, record, speed
from test_modes import streaming

from gelubench import files, machines
from gelubench.margin import margin

AT = "forward/f32/stdx-avx512"


def paired(percent):
    quartiles = {"q1": percent - 1, "median": percent, "q3": percent + 1}
    return {"pct_of_relu": percent - 3, "pct_of_relu_paired": quartiles}


def machine(name, ns, peer_ns=None):
    """relu, a kernel of class D, and perhaps a slower one of another library."""
    rows = [
        speed(f"relu/{AT}", 0.04, formula="relu"),
        speed(f"relu/{AT}", 0.2, "dram", formula="relu"),
        speed(f"poly_1e6/{AT}", ns),
        streaming(f"relu/{AT}", 0.2, formula="relu"),
        streaming(f"poly_1e6/{AT}", 0.21, **paired(95.4)),
        streaming("poly_1e6/forward/f32/scalar-fma", 2.1, **paired(99)),
    ]
    own = {"reference": "own"}
    certificates = [error(f"poly_1e6/{AT}", 1e7, 5e-7, **own)]
    if peer_ns:
        peer = "mvec_erf/forward/f32/peer-avx512"
        rows.append(speed(peer, peer_ns, origin="library"))
        certificates.append(error(peer, 1e7, 6e-7, origin="library", **own))
    made = record(rows, certificates)
    made["machine"] = {**made["machine"], "name": name}
    return made


def line(text, *parts):
    return next(x for x in text.splitlines() if all(part in x for part in parts))


def test_each_machine_has_its_kernel_its_multiple_of_relu_and_its_best_peer():
    text = "\n".join(machines.body([machine("old", 0.12, 0.6), machine("new", 0.06)]))
    assert line(text, "D 1e-6") == (
        "| D 1e-6 | `poly_1e6` 0.120 (3.00) | `mvec_erf` 5.0 x | `poly_1e6` 0.060 (1.50) | none |"
    )
    assert line(text, "A 0.5 ulp") == "| A 0.5 ulp | none | none | none | none |"
    assert "0.040, 0.200" in line(text, "`old`", "Test CPU")
    assert "## tanh" not in text


def test_the_spread_of_samples_is_shown():
    made = machine("one", 0.12)
    for row in made["throughput"]:
        times = row["ns_per_element"]
        row["ns_per_element"] = {**times, "min": times["median"] / 1.25}
    assert "25 %" in line("\n".join(machines.body([made])), "`one`", "Test CPU")


def test_from_dram_the_fastest_backend_counts():
    text = "\n".join(machines.body([machine("one", 0.12)])).partition("## From DRAM")[2]
    assert line(text, "kernel |") == "| kernel | `one`, 1 thread |"
    assert line(text, "poly_1e6") == "| `poly_1e6` | 95 |"


def test_from_dram_each_pass_has_a_table_of_its_own():
    made = machine("one", 0.12)
    made["throughput"] += [
        streaming("relu/backward/f32/stdx-avx512", 0.5, formula="relu"),
        streaming("poly_1e6/backward/f32/stdx-avx512", 0.6, **paired(83)),
        speed("poly_1e6/backward/f32/stdx-avx512", 0.2),
    ]
    made["accuracy"].append(error("poly_1e6/backward/f32/stdx-avx512", 1e7, 5e-7, reference="own"))
    text = "\n".join(machines.body([made])).partition("## From DRAM")[2]
    assert line(text.partition("### backward")[2], "poly_1e6") == "| `poly_1e6` | 83 |"


def test_from_dram_pairs_that_are_not_near_in_time_do_not_count():
    made = machine("one", 0.12)
    rows = [r for r in made["throughput"] if r.get("stores") == "streaming" and AT in r["key"]]
    for row, start in zip(rows, (100.0, 0.0), strict=True):
        row |= {"samples": [0.4, 0.2, 0.2], "sample_times_s": [start, start + 10, start + 20]}
    text = "\n".join(machines.body([made])).partition("## From DRAM")[2]
    assert line(text, "`poly_1e6`") == "| `poly_1e6` | 92 ~ |"
    rows[0]["sample_times_s"] = [1.0, 11.0, 21.0]
    text = "\n".join(machines.body([made])).partition("## From DRAM")[2]
    assert line(text, "`poly_1e6`") == "| `poly_1e6` | 95 |"


def test_margins_are_not_paired_with_a_roof_measured_at_another_time():
    roof, fast, slow = (speed(f"{m}/{AT}", ns) for m, ns in (("relu", 0.1), ("a", 1.0), ("b", 2.0)))
    for row, start in ((roof, 100.0), (fast, 0.0), (slow, 0.0)):
        ns = row["ns_per_element"]["median"]
        row |= {"samples": [ns] * 3, "sample_times_s": [start, start + 10, start + 20]}
    assert not margin(fast, slow, roof).paired
    roof["sample_times_s"] = fast["sample_times_s"]
    assert margin(fast, slow, roof).paired


def test_a_sampled_error_is_marked():
    made = machine("one", 0.12)
    made["accuracy"][0] |= {"exhaustive": False, "coverage": "sample"}
    assert "`poly_1e6` 0.120 (3.00) seen" in "\n".join(machines.body([made]))


def test_two_records_of_one_machine_are_refused():
    with pytest.raises(files.Refused, match="two records of one machine"):
        machines.body([machine("one", 0.1), machine("one", 0.2)])


def test_the_committed_page_is_what_its_command_makes(tmp_path):
    page = (ROOT / "docs" / "machines.md").read_text()
    named = re.search(r"`scripts/results machines ([^`]*)`", page)[1].split()
    assert {ROOT / name for name in named} <= set(COMMITTED)
    made = called("machines", *(ROOT / name for name in named), "-o", tmp_path / "m.md")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "m.md").read_text() == page
