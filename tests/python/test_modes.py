# SPDX-License-Identifier: Apache-2.0
"""Rows of latency and of stores around the caches beside the ordinary ones."""

import pytest
from conftest import ladder, record, speed
from test_pick import ask, five, times

from gelubench import caveats, files
from gelubench.points import points

AT = "forward/f32/stdx-avx512"


def latency(key, ns, **more):
    row = speed(key, ns, "registers", mode="latency", n=256, **more)
    for rate in ("bytes_per_element", "elements_per_s", "bytes_per_s"):
        del row[rate]
    return row


def streaming(key, ns, **more):
    return speed(key, ns, "dram", stores="streaming", prefetch_bytes=0, **more)


def test_rows_of_every_kind_fit_the_schema():
    rows = [latency(f"erf_cr/{AT}", 30), streaming(f"erf_cr/{AT}", 0.2, mode="throughput")]
    assert files.check(record(rows), "r")


@pytest.mark.parametrize(
    "wrong",
    [
        speed(f"erf_cr/{AT}", 30, mode="latency"),  # not in registers
        {**latency(f"erf_cr/{AT}", 30), "stores": "plain"},  # a chain stores nothing
        {**latency(f"erf_cr/{AT}", 30), "mode": "throughput"},  # no rates
        speed(f"erf_cr/{AT}", 1, stores="around"),
        speed(f"erf_cr/{AT}", 1, prefetch_bytes=-1),
    ],
)
def test_other_rows_do_not(wrong):
    with pytest.raises(files.Refused):
        files.check(record([wrong]), "r")


def test_what_reads_times_takes_the_ordinary_ones():
    mixed = ladder()
    expected = points(mixed)
    mixed["throughput"][:0] = [latency(f"erf_cr/{AT}", 30), streaming(f"erf_cr/{AT}", 0.2)]
    mixed["throughput"] += [latency(f"relu/{AT}", 2), streaming(f"relu/{AT}", 0.1)]
    assert {p.key: p for p in points(mixed)} == {p.key: p for p in expected}


def test_a_time_with_stores_around_the_caches_is_no_ordinary_time():
    plain = five()
    mixed = record(
        [times(f"erf_cr/{AT}", 0.01, stores="streaming"), *plain["throughput"]], plain["accuracy"]
    )
    assert ask(mixed, max_ulp=4.0).choice.key == ask(plain, max_ulp=4.0).choice.key


@pytest.mark.parametrize(("ns", "said"), [(0.1, True), (0.19, False)])
def test_stores_around_the_caches_are_said_where_they_are_faster(ns, said):
    of = five()
    around = {"stores": "streaming", "mode": "throughput", "prefetch_bytes": 3072}
    of["throughput"] += [
        {**times(f"erf_4ulp/{AT}", ns), **around},
        {**times(f"erf_4ulp/{AT}", ns / 2, threads=2), **around},
    ]
    found = ask(of, max_ulp=4.0)
    assert found.choice.key == f"erf_4ulp/{AT}" and found.choice.ns > ns
    text = "gelu_forward_streaming(k, x, y, n, 3072) takes 0.50 of that time"
    assert any(line.startswith(text) for line in caveats.caveats(found)) is said
