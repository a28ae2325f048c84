# SPDX-License-Identifier: Apache-2.0
"""Error against x."""

import re

import pytest
from conftest import error, record

from gelubench import curves, files


def row(method, isa="avx512", formula="erf", wide=None, **more):
    """Binades of every size; the errors of [-8, -4) and below are those of a lost tail."""
    binades = [
        [sign * lower, 1 << 23, 0, 1.5, 1e-9, 1e-7]
        for sign in (1.0, -1.0)
        for lower in (0.0, *(2.0**e for e in range(-126, 128)))
    ]
    for binade in binades:
        if wide and binade[0] in wide:
            binade[3:] = wide[binade[0]]
    return error(
        f"{method}/forward/f32/stdx-{isa}",
        2.5,
        3e-7,
        formula,
        **{
            "reference": "own",
            "binades": binades,
            "max_ulp_x": -4.5,
            "max_abs_x": 2.0,
            "wrong_steps": [
                {"count": n, "first_x": None, "first_x_bits": None, "from": "-inf", "to": "inf"}
                for n in (1000, 2)
            ],
            **more,
        },
    )


LOST = {-4.0: [1.7e7, 1e-6, 1.0], -8.0: [1.7e7, 1e-9, "inf"]}
ALL = [
    row("erf_mills"),
    row("erf_mills", "avx"),
    row("erf_libm", "sse2", wide=LOST, origin="library"),
    row("tanh_exp", formula="tanh"),
    row("sigmoid_exp", formula="sigmoid"),
    row("table_linear_256"),
    row("poly_8", "avx"),
]


def test_bins_share_the_far_ends():
    found = curves.bins(row("a", wide={2.0**-126: [7.0, 1e-40, 0], 2.0**100: [0.0, 9.0, 0]}))
    assert len(found) == 2 * (curves.HIGH - curves.LOW + 1) + 1
    assert sorted(found) == [i - curves.BINS - 0.5 for i in range(2 * curves.BINS + 1)]
    assert found[-0.5] == {"ulp": 7.0, "abs": 1e-9}  # zero, subnormals and all small binades
    assert found[max(found)] == {"ulp": 1.5, "abs": 9.0}


def test_bins_keep_sign_and_size_apart():
    found = curves.bins(row("a", wide={-1.0: [3.0, 1e-3, 0], 2.0: [4.0, 1e-4, 0]}))
    assert found[curves.LOW - 1.5]["ulp"] == 3.0  # [-2, -1): from the inner edge one bin outwards
    assert found[1 - curves.LOW + 0.5]["ulp"] == 4.0
    assert [at for at, worst in found.items() if worst["ulp"] > 2] == [-21.5, 21.5]


def test_a_binade_that_is_not_listed_has_no_error():
    gap = row("erf_mills")
    gap["binades"] = [b for b in gap["binades"] if b[0] != 2.0]
    found = curves.bins(gap)
    assert found[1 - curves.LOW + 0.5] == {"ulp": 0.0, "abs": 0.0}
    assert found[-curves.LOW + 0.5] == {"ulp": 1.5, "abs": 1e-9}
    assert len(curves.bins(row("a", binades=[]))) == 2 * curves.BINS + 1
    assert "at most 0;" in curves.facts("a", row("a", binades=[]))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    page = "a\n<!-- begin: error curves -->\nold\n<!-- end: error curves -->\nb\n"
    (folder / "accuracy.md").write_text(page)
    of = files.check(record(accuracy=ALL), "the test's record")
    curves.draw(of, folder, "Made of a test.\n")
    return folder


def test_each_family_has_a_compact_picture(drawn):
    for family in ("erf", "tanh", "sigmoid", "table", "poly"):
        picture = drawn / f"error_{family}.svg"
        assert picture.read_text().startswith("<svg")
        assert picture.stat().st_size < 150 * 1024


def test_picture_names_its_lines(drawn):
    text = (drawn / "error_erf.svg").read_text()
    for label in ("erf_mills, fma", "erf_mills, no fma", "erf_libm"):
        assert re.search(rf">{label}</text>", text), label
    assert "seen in a sample" not in text


def test_page_tells_what_is_to_be_seen(drawn):
    text = " ".join((drawn / "accuracy.md").read_text().split())
    assert text.startswith("a <!-- begin: error curves --> Made of a test.")
    assert text.endswith("<!-- end: error curves --> b") and "old" not in text
    assert text.count("![Error of") == 5
    assert "`erf_mills, fma`: at most 2.5 ulp (at `-0x1.2p+2`) and 3e-07 absolute" in text
    assert "1,000 + 2 steps in the wrong direction" in text


def test_lost_tail_is_named_from_where_it_begins():
    assert "left of -4 there are results without a correct digit" in curves.facts("a", ALL[2])
    assert "relative error of normal results is at most 1e-07" in curves.facts("a", ALL[0])


def test_contrast_is_only_explained_where_it_is_drawn():
    family = curves.FAMILIES[0]
    assert "cancels" in curves.words(record(accuracy=ALL), family)
    assert "cancels" not in curves.words(record(accuracy=ALL[:2]), family)


def test_samples_say_so():
    sample = row("erf_mills", coverage="sample", exhaustive=False)
    found = curves.chart(record(accuracy=[sample]), curves.FAMILIES[0])
    assert "seen in a sample" in found.to_json()
    assert "largest seen 2.5 ulp" in curves.facts("a", sample)


def test_distance_of_the_formula_is_drawn():
    exact = error("tanh_exp/forward/f32/stdx-avx512", 1e7, 4.73e-4, "tanh")
    exact["model"] = {"max_ulp": 1e7, "max_abs": 4.72e-4, "max_rel": 1.0}
    found = curves.chart(record(accuracy=[*ALL, exact]), curves.FAMILIES[1])
    assert '"error": 0.000472' in found.to_json()


def test_nothing_to_draw_is_said(tmp_path):
    with pytest.raises(files.Refused, match="nothing to draw"):
        curves.draw(record(), tmp_path, "")
    with pytest.raises(files.Refused, match="nothing to draw"):
        curves.draw(record(accuracy=[row("erf_mills", reference="exact")]), tmp_path, "")


def test_page_without_the_section_is_left_alone(tmp_path):
    page = tmp_path / "accuracy.md"
    page.write_text("mine\n")
    with pytest.raises(files.Refused, match="no section 'error curves'"):
        curves.draw(record(accuracy=ALL[:1]), tmp_path, "")
    assert [path.name for path in tmp_path.iterdir()] == ["accuracy.md"]
    assert page.read_text() == "mine\n"
