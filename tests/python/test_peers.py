# SPDX-License-Identifier: Apache-2.0
"""Other people's libraries: measured, marked, never recommended."""

import pytest
from conftest import error, ladder, record, speed
from rich.console import Console
from test_pick import ask, certificate, times

from gelubench import files, peers, plot
from gelubench.kernels import keeps_bits
from gelubench.points import points

AT = "forward/f32/stdx-avx512"
SLEEF = "sleef_erf_u10/forward/f32/peer-avx512"


def with_sleef(ns=0.3, max_ulp=1.7e7, max_abs=4.5e-7):
    of = ladder()
    of["throughput"].append(speed(SLEEF, ns, origin="library"))
    of["accuracy"].append(error(SLEEF, max_ulp, max_abs, origin="library"))
    return files.check(of, "a record with a peer")


def text_of(of):
    console = Console(width=160, force_terminal=False)
    with console.capture() as capture:
        console.print(peers.peers(of))
    return capture.get()


def test_a_peer_stands_beside_what_is_ours_and_no_worse():
    line = next(x for x in text_of(with_sleef()).splitlines() if "sleef_erf_u10" in x)
    for part in ("peer-avx512", "1.7e+07", "4.5e-07", "0.300", "erf_mills 0.400"):
        assert part in line
    # With an error of 1e-9 nothing of ours is as good.
    line = next(x for x in text_of(with_sleef(max_abs=1e-9)).splitlines() if "sleef" in x)
    assert "erf_" not in line.replace("sleef_erf_u10", "")


def test_without_peers_there_is_no_table():
    assert peers.peers(ladder()) is None


def test_a_peer_is_held_against_the_fastest_relu():
    (point,) = (p for p in points(with_sleef()) if p.peer)
    assert point.times_relu("l1") == pytest.approx(6)
    assert not any(p.peer for p in points(ladder()))


def test_bits_of_a_peer_are_its_own():
    certificate_elsewhere = error(SLEEF, 2.0, 1e-7, origin="library")
    row = speed("sleef_erf_u10/forward/f32/peer-avx2", 1.0, origin="library")
    assert not keeps_bits(row)
    assert points(record([row], [certificate_elsewhere]))[0].max_ulp is None


def test_pick_refuses_a_peer_however_good_it_is():
    of = record(
        [times(f"erf_cr/{AT}", 1.6), times(SLEEF, 0.1, origin="library")],
        [certificate(f"erf_cr/{AT}", 0.5, 1e-7), certificate(SLEEF, 0.5, 1e-7, origin="library")],
    )
    answer = ask(of, max_ulp=1)
    assert answer.choice.row["method"] == "erf_cr"
    (refused,) = answer.refused
    assert [reason.kind for reason in refused.reasons] == ["peer"]
    of["throughput"].pop(0)
    answer = ask(of, max_ulp=1)
    assert answer.choice is None
    assert answer.nearest.key == SLEEF  # there is nothing else


def test_the_plot_draws_peers_hollow_and_names_them(tmp_path):
    svg, _ = plot.draw(with_sleef(), tmp_path / "p")
    text = svg.read_text()
    assert ">sleef_erf_u10</text>" in text
    assert "hollow: other libraries" in text
