# SPDX-License-Identifier: Apache-2.0
"""What scripts/pick chooses, refuses and says."""

import math
from pathlib import Path

import pytest
from conftest import ROOT, error, record, speed

from gelubench import answer, caveats, files, formulas, runs
from gelubench.margin import margin
from gelubench.pick import X86, Query, pick, runs_on
from gelubench.verdict import Tolerance

AT = "forward/f32/stdx-avx512"
TANH = {"max_ulp": 1.6e7, "max_abs": 4.73e-4, "max_rel": 1.0}  # the formula, from exact GELU


def times(key, ns, spread=0.001, **more):
    """A row of seven samples, at l2 unless told otherwise."""
    samples = [ns * (1 + spread * (i - 3)) for i in range(7)]
    at = {"samples": samples, "sample_times_s": [float(i) for i in range(7)]}
    return speed(key, ns, more.pop("level", "l2"), **{**at, **more})


def certificate(key, ulp, absolute, formula="erf", **more):
    """Against its own formula; for erf that is exact GELU too."""
    counts = {f"{kind}_errors": {"count": 0, "first_x": None} for kind in ("nan", "inf", "sign")}
    for counted in counts.values():
        counted["first_x_bits"] = None
    more = {"not_correct": 0 if ulp <= 0.5 else 7, **counts, **more}
    return error(key, ulp, absolute, formula, reference="own", **more)


def counted(count, first):
    return {"count": count, "first_x": first, "first_x_bits": None}


def five():
    """Right and slow, within 4 ulp twice, without a tail, NaN at -inf; and the tanh formula."""
    nan = {"nan_errors": counted(1, "-inf")}
    tail = dict.fromkeys(("max_ulp_x", "max_abs_x"), -5.5)
    return record(
        [
            times(f"relu/{AT}", 0.03, formula="relu"),
            times(f"erf_cr/{AT}", 1.6),
            times(f"erf_4ulp/{AT}", 0.2),
            times("erf_4ulp/forward/f32/vc-avx2", 0.3),
            times(f"erf_exp/{AT}", 0.25),
            times(f"poly_8/{AT}", 0.1),
            times(f"erf_libm/{AT}", 0.15, origin="library"),
            times(f"tanh_exp/{AT}", 0.12, formula="tanh"),
        ],
        [
            certificate(f"erf_cr/{AT}", 0.5, 1e-7),
            certificate(f"erf_4ulp/{AT}", 3.7, 2e-7),
            certificate(f"erf_exp/{AT}", 3.9, 2e-7),
            certificate(f"poly_8/{AT}", 1.6e7, 1e-4, **tail),
            {**certificate(f"poly_8/{AT}", 1.6e7, 1e-6), "region": "tail"},
            {**certificate(f"poly_8/{AT}", 3.0, 1e-4), "region": "core"},
            certificate(f"erf_libm/{AT}", 2.0, 1e-7, origin="library", **nan),
            certificate(f"tanh_exp/{AT}", 2.0, 2e-7, "tanh"),
            error(f"tanh_exp/{AT}", 1.6e7, 4.732e-4, "tanh", model=TANH),
        ],
    )


def ask(of, truth="erf", dtype="f32", pass_="forward", bit_exact=False, allow=(), **more):
    limits = {name: more.pop(name) for name in ("max_ulp", "max_abs", "max_rel") if name in more}
    tolerance = Tolerance(limits, bit_exact, more.pop("exhaustive", False), frozenset(allow))
    query = Query(truth, dtype, pass_, tolerance, **more)
    return pick(query, runs.Run(Path("r.json"), of))


def methods(found):
    return [c.row["method"] for c in found]


def kinds(found):
    return {c.row["method"]: {reason.kind for reason in c.reasons} for c in found.refused}


def test_the_fastest_within_the_tolerance_and_why_no_faster_one():
    found = ask(five(), max_ulp=4.0)
    assert found.choice.key == f"erf_4ulp/{AT}"
    assert found.choice.times_relu == pytest.approx(0.2 / 0.03)
    assert found.runner_up.row["method"] == "erf_exp"
    assert kinds(found) == {"poly_8": {"tail"}, "tanh_exp": {"error"}, "erf_libm": {"nan"}}
    assert [methods(found.refused)[0], found.nearest] == ["poly_8", None]


def test_the_next_method_is_told_beside_another_backend_of_the_same():
    of = five()
    of["throughput"][4]["ns_per_element"] |= {"min": 0.4, "median": 0.4}
    found = ask(of, max_ulp=4.0)
    assert (found.runner_up.key, found.next_method.key) == (
        "erf_4ulp/forward/f32/vc-avx2",
        f"erf_exp/{AT}",
    )


def test_all_limits_must_hold():
    assert ask(five(), max_abs=1e-4).choice.row["method"] == "poly_8"
    assert ask(five(), max_abs=1e-4, max_ulp=4.0).choice.row["method"] == "erf_4ulp"


def test_wrong_results_can_be_allowed():
    assert ask(five(), max_ulp=4.0, allow=("nan",)).choice.row["method"] == "erf_libm"


def test_wrong_signs_refuse_but_not_beside_the_zero_of_a_gradient():
    for pass_, first, expected in (
        ("forward", -5.1, {"erf_exp": {"sign"}}),
        ("backward", -4.8, {"erf_exp": {"sign"}}),
        ("backward", -0.7517, {}),
    ):
        key = f"erf_exp/{pass_}/f32/stdx-avx512"
        rows = [certificate(key, 2.0, 1e-7, sign_errors=counted(3, first))]
        found = ask(record([times(key, 1.0)], rows), max_ulp=4.0, pass_=pass_)
        assert kinds(found) == expected
        if not expected:
            assert any("wrong sign" in note for note in caveats.caveats(found))


def test_trained_with_tanh_makes_tanh_the_truth():
    found = ask(five(), "tanh", max_ulp=4.0)
    assert found.choice.row["method"] == "tanh_exp"
    found = ask(five(), "tanh", max_abs=1e-4)
    assert found.choice.row["method"] == "tanh_exp"
    assert kinds(found) == {"poly_8": {"error"}}
    assert "at least" in found.refused[0].reasons[0].text


def test_another_formula_is_accepted_by_the_sum_of_two_distances():
    found = ask(five(), "tanh", max_abs=6e-4)
    assert found.choice.row["method"] == "poly_8"
    assert found.choice.error("max_abs") == pytest.approx(5.73e-4)
    assert found.choice.error("max_ulp") is None
    assert any(note.startswith("bounded, not measured") for note in caveats.caveats(found))
    undecided = ask(five(), "tanh", max_abs=5e-4)
    assert kinds(undecided) == {"poly_8": {"undecided"}}


def test_bit_exact_is_counted_over_every_input():
    assert ask(five(), bit_exact=True).choice.row["method"] == "erf_cr"
    of = five()
    for row in of["accuracy"]:
        row["exhaustive"], row["coverage"] = False, "sample"
    found = ask(of, bit_exact=True)
    assert found.choice is None
    assert found.nearest.row["method"] == "erf_cr"
    assert "sampled" in kinds(found)["erf_cr"]


def test_a_sampled_error_is_a_caveat_or_refused():
    of = five()
    for row in of["accuracy"]:
        row["exhaustive"], row["coverage"] = False, "sample"
    found = ask(of, max_ulp=4.0)
    assert any(note.startswith("sampled") for note in caveats.caveats(found))
    assert ask(of, max_ulp=4.0, exhaustive=True).choice is None


def test_the_strongest_of_certificates_with_the_same_bits_counts():
    of = five()
    sample = certificate("erf_4ulp/forward/f32/vc-avx2", 3.5, 2e-7)
    of["accuracy"].append({**sample, "exhaustive": False, "coverage": "sample", "inputs": 9})
    found = ask(of, max_ulp=4.0, isa="avx2")
    assert (found.choice.row["backend"], found.choice.error("max_ulp")) == ("vc", 3.7)
    of["accuracy"][-1]["differs_from"] = f"erf_4ulp/{AT}"
    assert ask(of, max_ulp=4.0, isa="avx2").choice.error("max_ulp") == 3.5


def test_nothing_within_the_tolerance_names_the_nearest():
    found = ask(five(), max_ulp=0.1)
    assert (found.choice, found.nearest.row["method"]) == (None, "erf_cr")
    assert len(found.refused) == 7


def test_no_certificate_is_no_permission():
    of = five()
    of["accuracy"] = []
    assert set().union(*kinds(ask(of, max_abs=1.0)).values()) == {"uncertified"}


def test_nothing_timed_is_an_error():
    for more in ({"level": "l3"}, {"threads": 2}, {"isa": "sse2"}, {"dtype": "f16"}):
        with pytest.raises(files.Refused, match="nothing was timed"):
            ask(five(), max_ulp=4.0, **more)


def composed(pass_, dtype, ulp=2.0):
    rows = [times(f"erf_exp/{pass_}/{dtype}/stdx-avx512", 1.0)]
    certified = [
        certificate("erf_exp/forward/f32/stdx-avx512", ulp, 1e-6),
        certificate("erf_exp/backward/f32/stdx-avx512", 7.0, 1e-7),
    ]
    return record(rows, certified)


def test_composed_passes_follow_from_their_parts():
    both = composed("forward_backward", "f32")
    assert ask(both, pass_="forward_backward", max_ulp=4.0).choice is None
    assert ask(both, pass_="forward_backward", max_ulp=7.0).choice.error("max_abs") == 1e-6
    found = ask(composed("bias", "f32", 0.5), pass_="bias", bit_exact=True)
    assert found.choice is not None
    assert ask(composed("gated", "f32", 0.5), pass_="gated", bit_exact=True).choice is None
    found = ask(composed("bias", "bf16"), dtype="bf16", pass_="bias", max_ulp=0.51)
    assert found.choice.error("max_ulp") == pytest.approx(0.5 + 2 / 65536)
    assert (
        ask(composed("bias", "bf16", 0.5), dtype="bf16", pass_="bias", bit_exact=True).choice
        is None
    )
    assert any("one rounding more" in note for note in caveats.caveats(found))


def test_isas():
    assert [isa for isa in X86 if runs_on(isa, "avx2")] == ["sse2", "sse4", "avx", "fma", "avx2"]
    assert runs_on("neon", "neon") and not runs_on("neon", "avx512")
    table = (ROOT / "kernels" / "CMakeLists.txt").read_text()
    rows = [
        line.split()[1] for line in table.splitlines() if line.strip().startswith("gelu_backend(")
    ]
    assert set(rows) <= {*X86, "neon"}


def test_margin_has_an_interval_that_holds_the_ratio():
    fast, slow, roof = times(f"a/{AT}", 1.0), times(f"b/{AT}", 1.1), times(f"relu/{AT}", 0.5)
    found = margin(fast, slow)
    assert found.ratio == pytest.approx(1.1)
    assert 1.09 < found.low < 1.1 < found.high < 1.11 and found.clear and not found.paired
    assert not margin(fast, times(f"b/{AT}", 1.01)).clear  # launches differ by more
    assert not margin(fast, times(f"b/{AT}", 1.1, spread=0.2)).clear
    assert margin(speed(f"a/{AT}", 1.0), slow).low is None
    drift = [1.0, 1.5, 1.0, 2.0, 1.0, 1.5, 1.0]  # the machine's speed, felt by all three
    for row in (fast, slow, roof):
        row["samples"] = [s * d for s, d in zip(row["samples"], drift, strict=True)]
    assert margin(fast, slow, roof).paired and margin(fast, slow, roof).clear
    assert not margin(fast, slow).clear


def test_ambiguous_is_said():
    of = five()
    of["throughput"][4] = times(f"erf_exp/{AT}", 0.201)
    assert any(n.startswith("ambiguous: erf_exp") for n in caveats.caveats(ask(of, max_ulp=4.0)))


def test_formulas_agree_with_the_page():
    x = 2.698941386  # where docs/accuracy.md has the largest distance
    tanh, erf = formulas.FUNCTIONS["tanh", "forward"](x), formulas.FUNCTIONS["erf", "forward"](x)
    assert abs(tanh - erf) == pytest.approx(4.732355207e-4, rel=1e-9)
    x, slope = -1.421947591, formulas.FUNCTIONS["sigmoid", "backward"]
    erf = formulas.FUNCTIONS["erf", "backward"]
    assert abs(slope(x) - erf(x)) == pytest.approx(0.02907204551562298, rel=1e-9)
    for formula in ("erf", "tanh", "sigmoid"):
        f, df = (formulas.FUNCTIONS[formula, p] for p in ("forward", "backward"))
        for x in (-3.0, -0.5, 0.25, 2.0):
            assert (f(x + 1e-6) - f(x - 1e-6)) / 2e-6 == pytest.approx(df(x), abs=1e-8)


def test_spacing():
    assert formulas.spacing(1.0, "f32") == 2**-23
    assert formulas.spacing(0.0, "f16") == 2**-24
    assert formulas.spacing(-1e-40, "bf16") == 2**-133
    assert formulas.spacing(math.nextafter(2.0, 0), "f64") == 2**-52


def test_the_snippet_names_the_kernel_and_its_call():
    found = ask(composed("forward_backward", "f32"), pass_="forward_backward", max_ulp=7.0)
    code = answer.snippet(found)
    assert f'gelu_find("{found.choice.key}")' in code["c"]
    assert "gelu_forward_backward(k, x, dy, y, dx, n)" in code["c"]
    header = (ROOT / "kernels" / "include" / "gelu" / "gelu.h").read_text()
    for call in (
        "gelu_forward",
        "gelu_backward",
        "gelu_forward_backward",
        "gelu_bias",
        "gelu_gated",
    ):
        assert f"{call}(const gelu_kernel*" in header


def on_other_data(ns):
    """`five` and what its choice within 4 ulp takes on a longer tail, relu 1.5 times as long."""
    of = five()
    of["throughput"] += [
        times(f"relu/{AT}", 0.045, formula="relu", inputs="normal4"),
        times(f"erf_4ulp/{AT}", ns, inputs="normal4"),
    ]
    return of


@pytest.mark.parametrize(("ns", "said"), [(0.6, True), (0.33, False)])
def test_data_that_matter_are_said(ns, said):
    found = ask(on_other_data(ns), max_ulp=4.0)
    text = "the data matter: 2.0 times as long on normal4"
    assert found.choice.ns < 0.21  # of the usual data
    assert (text in caveats.caveats(found)) is said
