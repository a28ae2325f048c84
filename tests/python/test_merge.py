# SPDX-License-Identifier: Apache-2.0
import copy

import pytest
from conftest import error, record, speed

from gelubench import files, merge

KEY = "a/forward/f32/vc-avx2"


def pair():
    first = record([speed(KEY, 1.0)])
    second = record(accuracy=[error(KEY, 1.0, 1e-7)])
    second["program"]["name"] = "gelu-accuracy"
    second["created"], second["finished"] = "2026-11-24T01:04:00Z", "2026-11-24T01:05:00Z"
    second["absent"] = first["absent"] = [{"what": "CUDA", "reason": "no nvcc"}]
    return first, second


def test_rows_of_both_and_one_frame():
    first, second = pair()
    merged = merge.merge([first, second], ["scripts/bench"])
    assert merged["throughput"] == first["throughput"]
    assert merged["accuracy"] == second["accuracy"]
    assert merged["absent"] == first["absent"]
    assert (merged["created"], merged["finished"]) == (first["created"], second["finished"])
    assert [p["program"]["name"] for p in merged["parts"]] == ["gelu-throughput", "gelu-accuracy"]
    files.check(merged, "merged")


def test_the_parts_are_left_alone():
    first, second = pair()
    before = copy.deepcopy((first, second))
    merge.merge([first, second], [])
    assert (first, second) == before


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [((False, False), False), ((False, True), True), ((None, True), True), ((False, None), None)],
)
def test_dirt_is_not_lost(dirty, expected):
    records = pair()
    for one, value in zip(records, dirty, strict=True):
        one["program"]["dirty"] = value
    assert merge.merge(list(records), [])["program"]["dirty"] is expected


@pytest.mark.parametrize(("section", "field"), [("machine", "name"), ("program", "commit")])
def test_unlike_records_are_refused(section, field):
    first, second = pair()
    second[section][field] = "other"
    with pytest.raises(files.Refused, match=f"{section}.{field} differs"):
        merge.merge([first, second], [])


def test_an_interrupted_part_marks_the_whole():
    first, second = pair()
    assert merge.merge([first, second], [])["complete"] is True
    first["complete"] = False
    assert merge.merge([first, second], [])["complete"] is False


def test_nothing_is_refused():
    with pytest.raises(files.Refused):
        merge.merge([], [])


def test_csv_keeps_one_header(saved):
    paths = [saved("a,b\n1,2\n", "1.csv"), saved('a,b\n3,"x\ny"\n', "2.csv")]
    assert merge.merge_csv(paths) == 'a,b\n1,2\n3,"x\ny"\n'
    with pytest.raises(files.Refused):
        merge.merge_csv([paths[0], saved("a,c\n", "3.csv")])
