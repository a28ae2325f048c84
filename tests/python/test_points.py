# SPDX-License-Identifier: Apache-2.0
import pytest
from conftest import error, ladder, record, speed

from gelubench.points import ALLOWED, fastest, front, number, points

AT = "forward/f32/stdx-avx512"


def by_method(found):
    return {point.method: point for point in found}


def test_speed_and_error_meet_by_key():
    found = by_method(points(ladder()))
    assert found["erf_mills"].ns == {"l1": 0.4, "l2": 0.5}
    assert found["erf_mills"].max_ulp == 3.9
    assert found["poly_p8"].max_ulp == float("inf")
    assert found["relu"].max_ulp is None


def test_times_relu_is_of_the_same_level_and_backend():
    found = by_method(points(ladder()))
    assert found["erf_mills"].times_relu("l1") == pytest.approx(8)
    assert found["erf_mills"].times_relu("l2") == pytest.approx(5)
    assert found["erf_mills"].times_relu("dram") is None
    other = speed("erf_x/forward/f32/vc-avx2", 0.4)
    assert points(record([other, *ladder()["throughput"]]))[0].times_relu("l1") is None


@pytest.mark.parametrize(
    ("origin", "place", "expected"),
    [
        ("portable", "vc-avx2", 2.0),  # same fma support, same bits
        ("portable", "vc-sse4", None),  # other bits
        ("library", "vc-avx2", 2.0),  # the same library on the same machine
        ("hardware", "vc-avx2", None),  # every processor has its own estimate
    ],
)
def test_a_certificate_serves_every_backend_with_the_same_bits(origin, place, expected):
    row = speed(f"m/forward/f32/{place}", 1.0, origin=origin)
    certificate = error(f"m/{AT}", 2.0, 1e-6, origin=origin)
    assert points(record([row], [certificate]))[0].max_ulp == expected


def test_a_composed_pass_has_the_worst_certificate_of_its_parts():
    certificates = [
        error("m/forward/f32/stdx-avx512", 2.0, 1e-6),
        error("m/backward/f32/stdx-avx512", 7.0, 1e-7),
        error("m/forward/bf16/stdx-avx512", 0.5, 1e-2),
    ]

    def found(pass_, dtype="f32", certificates=certificates):
        rows = [speed(f"m/{pass_}/{dtype}/stdx-avx512", 1.0)]
        (point,) = points(record(rows, certificates), dtype, pass_)
        return point.max_ulp, point.max_abs

    assert found("forward_backward") == (7.0, 1e-6)
    assert found("forward_backward", certificates=certificates[:1]) == (None, None)
    assert found("bias") == (2.0, 1e-6)
    assert found("bias", "bf16") == (None, None)
    assert found("gated") == (None, None)


def test_other_threads_dtypes_passes_and_sizes_stay_out():
    rows = [
        speed(f"a/{AT}", 1.0, threads=2),
        speed("a/backward/f32/stdx-avx512", 1.0),
        speed("a/forward/f64/stdx-avx512", 1.0),
        speed(f"a/{AT}", 1.0, "n1000"),
    ]
    assert points(record(rows)) == []
    assert len(points(record(rows), "f64")) == 1
    assert len(points(record(rows), "f32", "backward")) == 1


def test_errors_against_the_own_formula_or_of_a_region_do_not_count():
    rows = [
        error(f"a/{AT}", 1.0, 1e-7, reference="formula"),
        error(f"a/{AT}", 2.0, 1e-7, region="tail"),
    ]
    assert points(record([speed(f"a/{AT}", 1.0)], rows))[0].max_ulp is None


def test_front_holds_what_nothing_beats():
    found = points(ladder())
    assert [p.method for p in front(found, "max_abs", "l1")] == ["poly_p8", "erf_mills", "erf_cr"]
    assert front(found, "max_abs", "l3") == []


def test_equal_points_stand_once():
    rows = [speed(f"{m}/{AT}", 1.0) for m in "ba"]
    errors = [error(f"{m}/{AT}", 1.0, 1e-7) for m in "ba"]
    assert [p.method for p in front(points(record(rows, errors)), "max_ulp", "l1")] == ["a"]


def test_fastest_within_each_limit():
    found = points(ladder())
    chosen = {a.text: (p.method if (p := fastest(found, a, "l1")) else None) for a in ALLOWED}
    assert chosen == {
        "0.5 ulp": "erf_cr",
        "1 ulp": "erf_cr",
        "4 ulp": "erf_mills",
        "1e-6": "erf_mills",
        "1e-4": "poly_p8",
        "1e-3": "poly_p8",
    }


def test_a_roof_is_no_gelu():
    at = [speed(f"relu/{AT}", 0.01, formula="relu")]
    exact = [error(f"relu/{AT}", 0.0, 0.0, formula="relu")]
    assert fastest(points(record(at, exact)), ALLOWED[0], "l1") is None


def test_number():
    assert number("inf") == float("inf")
    assert number(None) is None
    assert number(2) == 2.0
