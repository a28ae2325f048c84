# SPDX-License-Identifier: Apache-2.0
"""The pages of certificates and special values."""

import pytest
from conftest import cell, error, record

from gelubench import certificates, files, markdown, special

AT = "forward/f32/stdx-avx512"


def count(n):
    return {"count": n, "first_x": None, "first_x_bits": None}


def own(key, max_ulp, max_abs=1e-7, **more):
    details = {
        "not_correct": 7,
        "correct_pct": 99.99999999,
        "sign_errors": count(1),
        "zero_sign_errors": count(2),
        "nan_errors": count(3),
        "inf_errors": count(4),
        "wrong_steps": [
            {**count(5), "from": "-inf", "to": 0},
            {**count(6), "from": 0, "to": "inf"},
        ],
        "hash": "0x0123456789abcdef",
        "hash_equals_reference": False,
        "confirmed_by": None,
        "differs_from": None,
        "max_ulp_x": -0.5,
    }
    return error(key, max_ulp, max_abs, **{"reference": "own", **details, **more})


def page_of(rows):
    of = files.check(record(accuracy=rows), "the test's record")
    return "\n".join(certificates.body(of))


def lines_of(text, method):
    return [
        [part.strip() for part in line.strip("|\n").split("|")]
        for line in text.splitlines()
        if line.startswith(f"| `{method}`")
    ]


def test_certificate_has_every_column():
    exact = error(f"tanh_a/{AT}", 1e7, 4.73e-4, "tanh")
    exact["model"] = {"max_ulp": 1e7, "max_abs": 4.72e-4, "max_rel": 1, "max_abs_x": -2.5}
    text = page_of([own(f"tanh_a/{AT}", 2.5, formula="tanh"), exact])
    (line,) = lines_of(text, "tanh_a")
    assert line[:6] == ["`tanh_a`", "yes", "stdx-avx512", "exhaustive", "2.5", "`-0x1p-1`"]
    assert line[6:10] == ["1e-07", "1e+07", "0.000473", "99.9999"]
    assert line[10:] == ["1", "2", "3", "4", "5 + 6", "`0123456789abcdef`"]
    assert "tanh 0.000472 at -0x1.4p+1" in text


def test_bounds_are_rounded_up_and_percent_down():
    text = page_of([own(f"erf_a/{AT}", 0.50000001)])
    assert lines_of(text, "erf_a")[0][4] == "0.5001"
    assert markdown.rounded_up(1.23451e-7) == "1.235e-07"
    assert markdown.rounded_up(2.0) == "2"
    assert markdown.rounded_up(float("inf")) == "inf"
    right = own(f"erf_a/{AT}", 0.5, not_correct=0, correct_pct=100.0, hash_equals_reference=True)
    line = lines_of(page_of([right]), "erf_a")[0]
    assert (line[9], line[-1]) == ("100", "`0123456789abcdef` =")


def test_backends_with_the_same_bits_are_one_row():
    confirmed = [
        own(f"erf_a/forward/f32/{b}", 1.5, confirmed_by=f"erf_a/{AT}") for b in ("vc-avx2", "x-fma")
    ]
    other = own("erf_a/forward/f32/vc-avx", 1.75)
    broken = own("erf_a/forward/f32/y-avx2", 9.0, differs_from=f"erf_a/{AT}")
    lines = lines_of(page_of([*confirmed, own(f"erf_a/{AT}", 1.5), other, broken]), "erf_a")
    assert [line[:5] for line in lines] == [
        ["`erf_a`", "yes", "stdx-avx512 +2", "exhaustive", "1.5"],
        ["`erf_a` **differs**", "yes", "y-avx2", "exhaustive", "9"],
        ["`erf_a`", "no", "vc-avx", "exhaustive", "1.75"],
    ]


def test_library_rows_are_observed_and_joined_only_when_equal():
    keys = [f"erf_l/forward/f32/{b}" for b in ("scalar-sse2", "autovec-sse2", "vc-sse4")]
    rows = [own(key, ulp, origin="library") for key, ulp in zip(keys, (3, 3, 4), strict=True)]
    found = [line[2] for line in lines_of(page_of(rows), "erf_l")]
    assert found == ["observed: scalar-sse2, autovec-sse2", "observed: vc-sse4"]


def test_samples_say_so_and_the_stronger_run_counts():
    sample = {"coverage": "sample", "exhaustive": False}
    line = lines_of(page_of([own(f"erf_a/{AT}", 1.0, **sample)]), "erf_a")[0]
    assert (line[3], line[-1]) == ("sample", "")  # the hash of a sample compares with nothing
    rows = [own(f"erf_a/{AT}", 1.0, **sample), own(f"erf_a/{AT}", 2.0), own(f"erf_b/{AT}", 1.0)]
    assert [line[3:5] for line in lines_of(page_of(rows), "erf_a")] == [["exhaustive", "2"]]
    cut = own(f"erf_a/{AT}", 1.0, exhaustive=False)
    assert lines_of(page_of([cut]), "erf_a")[0][3] == "exhaustive, not complete"


def test_rows_are_in_the_order_of_formula_name_and_fma():
    keys = {f"tanh_a/{AT}": "tanh"} | {f"poly_{n}/{AT}": "erf" for n in (10, 8)}
    keys |= {"poly_8/forward/f32/vc-avx": "erf", f"erf_a/{AT}": "erf"}
    text = page_of([own(key, 1.0, formula=formula) for key, formula in reversed(keys.items())])
    found = [line.split("|")[1:3] for line in text.splitlines() if line.startswith("| `")]
    assert [" ".join(part.strip() for part in line) for line in found] == [
        "`erf_a` yes",
        "`poly_8` yes",
        "`poly_8` no",
        "`poly_10` yes",
        "`tanh_a` yes",
    ]


def test_a_search_tells_its_points_and_seed():
    search = {"coverage": "search", "exhaustive": False, "search_seed": 7}
    text = page_of([own("erf_a/forward/f64/stdx-avx512", 1.0, inputs=212345, **search)])
    assert "Searched: 212,345 points per kernel, seed 7. The errors are lower bounds." in text
    assert "Searched" not in page_of([own(f"erf_a/{AT}", 1.0)])


def test_gradients_have_the_conditioned_ulp_and_a_table_of_their_own():
    text = page_of(
        [
            own("erf_a/backward/f32/stdx-avx512", 1e6, max_ulp_conditioned=2.25),
            own("erf_a/forward/bf16/stdx-avx512", 0.5),
            own(f"erf_a/{AT}", 3.0),
        ]
    )
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == ["## f32 forward", "## f32 backward", "## bf16 forward"]
    assert [line[4:6] for line in lines_of(text, "erf_a")][1] == ["1e+06", "2.25"]


def value(key, name, output, correct, **more):
    bits = {"input_bits": "0x0", "output_bits": f"0x{abs(hash(str(output))):x}"}
    told = {"input": name, "output": output, "correct": correct, "correct_bits": "0x0"}
    return {**cell(key), **bits, **told, "is_correct": str(output) == str(correct), **more}


def special_of(rows):
    return "\n".join(special.body(files.check(record(special_values=rows), "the test's record")))


def test_special_values_by_kernel():
    text = special_of(
        [
            value(f"erf_a/{AT}", "-inf", -0.0, -0.0),
            value(f"erf_a/{AT}", "-10", -0.0, -7.6e-23),
            value(f"erf_a/{AT}", "+1", 0.84132, 0.84133),
            value(f"erf_a/{AT}", "nan", "nan", "nan"),
            value("erf_a/forward/f32/vc-avx2", "-inf", -0.0, -0.0),
            value("erf_a/forward/f32/vc-avx2", "-10", -0.0, -7.6e-23),
            value("erf_a/forward/f32/vc-avx2", "+1", 0.84132, 0.84133),
            value("erf_a/forward/f32/vc-avx2", "nan", "nan", "nan"),
            value("erf_l/forward/f32/scalar-sse2", "-inf", "nan", -0.0, origin="library"),
        ]
    )
    assert "| method | fma | on | -inf | -10 | +1 | nan |" in text
    assert "| *erf, correct* |  |  | -0 | -7.6e-23 | 0.8413 | nan |" in text
    assert lines_of(text, "erf_a") == [
        ["`erf_a`", "yes", "stdx-avx512 +1", "-0", "**-0**", "~0.8413", "nan"]
    ]
    assert lines_of(text, "erf_l") == [
        ["`erf_l`", "no", "observed: scalar-sse2", "**nan**", "", "", ""]
    ]


def test_confirmed_kernels_have_the_special_values_of_the_one_that_confirms():
    keys = [f"erf_a/{AT}", "erf_a/forward/f32/vc-avx2", "erf_a/forward/f32/x-avx2"]
    rows = [own(key, 1.0, **({"confirmed_by": keys[0]} if key != keys[0] else {})) for key in keys]
    values = [value(keys[0], "-0", -0.0, -0.0), value(keys[0], "+1", 0.5, 0.8)]
    values.append(value(keys[2], "+1", 0.8, 0.8))  # of its own: not what was promised
    text = "\n".join(special.body(files.check(record(accuracy=rows, special_values=values), "t")))
    assert [line[2:] for line in lines_of(text, "erf_a")] == [
        ["stdx-avx512 +1", "-0", "~0.5"],
        ["x-avx2", "-0", "0.8"],
    ]


def test_backends_with_other_special_values_stand_apart():
    rows = [
        value(f"erf_a/{AT}", "-0", -0.0, -0.0),
        value("erf_a/forward/f32/vc-avx2", "-0", 0.0, -0.0),
    ]
    lines = lines_of(special_of(rows), "erf_a")
    assert [line[2:] for line in lines] == [["stdx-avx512", "-0"], ["vc-avx2", "**0**"]]


def test_text_of_a_record_stays_text():
    text = special_of([value(f"erf_a/{AT}", "<b>|`x`\x1b", 1.0, 1.0)])
    assert "\\<b\\>\\|\\`x\\`\N{REPLACEMENT CHARACTER}" in text
    of = record()
    of["machine"]["cpu"] = "<script>|[a](b)"
    line = markdown.made_from(of, [], "tables")
    assert "\\<script\\>\\|\\[a\\]\\(b\\)" in line


def test_source_is_named_without_paths_of_this_machine(tmp_path):
    of = record()
    of["program"]["dirty"] = True
    paths = [tmp_path / "a.json", files.ROOT / "results" / "m" / "b.json"]
    line = markdown.made_from(of, paths, "tables")
    assert "machine `test-2c-avx512` (Test CPU), commit `0123456789ab` with local changes" in line
    assert "version 0.1.0" in line
    assert "`scripts/results tables a.json results/m/b.json`" in line
    assert str(tmp_path) not in line


def test_section_replaces_only_what_is_between_its_marks():
    text = "a\n<!-- begin: x -->\nold\n<!-- end: x -->\nb\n"
    assert markdown.section(text, "x", "new\n") == text.replace("old", "new")
    with pytest.raises(files.Refused, match="no section 'y'"):
        markdown.section(text, "y", "new")


def test_nothing_to_tell_is_refused():
    for part in (certificates, special):
        with pytest.raises(files.Refused, match="no rows of gelu-accuracy"):
            part.body(record())
