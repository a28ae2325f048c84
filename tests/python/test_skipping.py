# SPDX-License-Identifier: Apache-2.0
"""Rows on other data: shown beside the usual ones, and in no other place."""

from conftest import error, record, speed

from gelubench.kernels import row_name
from gelubench.points import points
from gelubench.skipping import skipping

AT = "forward/f32/stdx-avx512"


def measured():
    rows = [speed(f"relu/{AT}", 0.04, formula="relu"), speed(f"erf_cr/{AT}", 0.88)]
    fewer = [
        speed(f"relu/{AT}", 0.05, formula="relu", inputs="normal1"),
        speed(f"erf_cr/{AT}", 0.6, inputs="normal1"),
    ]
    return record([*rows, *fewer], [error(f"erf_cr/{AT}", 0.5, 1e-7, reference="own")])


def test_each_kind_of_data_has_its_own_roof():
    line = next(line for line in skipping(measured()).splitlines() if "erf_cr" in line)
    assert line == "| `erf_cr` | stdx-avx512 | forward | 0.600 (12.0) | 0.880 (22.0) |"


def test_only_the_usual_data_make_the_ladder():
    assert {p.method: p.ns["l1"] for p in points(measured())} == {"relu": 0.04, "erf_cr": 0.88}


def test_a_record_of_one_kind_of_data_needs_no_table():
    only = record([speed(f"erf_cr/{AT}", 0.6, inputs="normal1")])
    assert skipping(only) == ""
    assert [p.ns["l1"] for p in points(only)] == [0.6]


def test_names_say_which_data():
    names = [row_name(row) for row in measured()["throughput"]]
    assert names[1] == f"erf_cr/{AT}/l1" and names[3] == f"erf_cr/{AT}/l1/normal1"
