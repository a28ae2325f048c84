# SPDX-License-Identifier: Apache-2.0
"""What people see: the table and the picture."""

import re

import pytest
from conftest import error, ladder, record, speed
from rich.console import Console

from gelubench import files, plot, summary

AT = "forward/f32/stdx-avx512"


def text_of(of, **options):
    console = Console(width=160, force_terminal=False)
    with console.capture() as capture:
        console.print(summary.summary(of, **options))
    return capture.get()


def line_of(text, start):
    return next(line for line in text.splitlines() if line.strip(" │").startswith(start))


def test_table_names_the_fastest_its_times_and_ratios():
    text = text_of(ladder())
    line = line_of(text, "C 4 ulp")
    for part in ("erf_mills stdx-avx512", "3.9 ulp", "0.400", "8.0", "0.500", "5.0"):
        assert part in line
    assert "l3 ns" not in text
    assert "seen" not in text


def test_table_tells_samples_from_maxima():
    of = ladder()
    for row in of["accuracy"]:
        row["exhaustive"] = False
    assert "3.9 ulp seen" in line_of(text_of(of), "C 4 ulp")


def test_table_counts_results_of_the_wrong_kind():
    of = ladder()
    assert " none " in line_of(text_of(of), "C 4 ulp")
    wrong = {"nan_errors": {"count": 2}, "inf_errors": {"count": 0}, "sign_errors": {"count": 5}}
    of["accuracy"].append(error(f"erf_mills/{AT}", 3.9, 2e-7, reference="own", **wrong))
    assert " 2 NaN, 5 sign " in line_of(text_of(of), "C 4 ulp")


def test_table_without_rows_says_so():
    assert "none measured" in line_of(text_of(record()), "A 0.5 ulp")
    assert "none measured" in line_of(text_of(ladder(), dtype="f64"), "A 0.5 ulp")


def test_the_best_peer_of_a_class_stands_beside_the_best_kernel():
    of = ladder()
    peers = {"fast": (0.32, 3.0), "slow": (0.8, 2.0), "wrong": (0.05, 9.0)}
    for name, (ns, ulp) in peers.items():
        of["throughput"].append(speed(f"{name}/forward/f32/peer-avx2", ns, origin="library"))
        of["accuracy"].append(error(f"{name}/forward/f32/peer-avx2", ulp, 1e-5, origin="library"))
    text = text_of(of)
    line = line_of(text, "C 4 ulp")
    assert "erf_mills stdx-avx512" in line  # the ladder is this suite's
    assert "fast 0.320, 0.8 x" in line
    assert "none" in line_of(text, "B 1 ulp")
    assert "peer" not in text_of(ladder())


def test_gradients_are_classed_by_what_is_sane_near_their_zero():
    at = "backward/f32/stdx-avx512"
    of = record(
        [speed(f"erf_4ulp/{at}", 0.4), speed(f"tanh_x/{at}", 0.3, formula="tanh")],
        [
            error(f"erf_4ulp/{at}", 1e6, 1e-7),
            error(f"erf_4ulp/{at}", 1e6, 1e-7, reference="own", max_ulp_conditioned=3.5),
            error(f"tanh_x/{at}", 1e6, 4e-4, "tanh"),
            error(f"tanh_x/{at}", 1e6, 1e-7, "tanh", reference="own", max_ulp_conditioned=2.5),
        ],
    )
    assert "3.5 ulp" in line_of(text_of(of, pass_="backward"), "C 4 ulp")
    assert [table.title.plain.split(":")[1].split(",")[0] for table in summary.ladders(of)] == [
        " f32 forward",
        " f32 backward",
    ]


def test_markup_in_a_name_stays_text():
    of = record([speed(f"[red]x[/red]/{AT}", 1.0)], [error(f"[red]x[/red]/{AT}", 0.4, 1e-8)])
    of["machine"]["name"] = "[bold]m\x1b[31m"
    text = text_of(of)
    assert "[red]x[/red]" in text
    assert "[bold]m\N{REPLACEMENT CHARACTER}[31m" in text


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    return plot.draw(ladder(), tmp_path_factory.mktemp("plot") / "a.b")


def test_plot_is_a_png_and_an_svg(drawn):
    svg, png = drawn
    assert (svg.name, png.name) == ("a.b.svg", "a.b.png")
    assert png.read_bytes().startswith(b"\x89PNG")
    assert svg.read_text().startswith("<svg")


def test_plot_names_the_front_and_the_roofs_only(drawn):
    text = drawn[0].read_text()
    for name in ("erf_cr", "erf_mills", "relu (stdx-avx512)", "copy (stdx-avx512)"):
        assert re.search(rf">{re.escape(name)}</text>", text), name
    assert not re.search(r">erf_slow</text>", text)


def test_nothing_to_draw_is_said():
    with pytest.raises(files.Refused, match="nothing to draw"):
        plot.chart(record())
    with pytest.raises(files.Refused, match="nothing to draw"):
        plot.chart(record([speed(f"a/{AT}", 1.0)]))
