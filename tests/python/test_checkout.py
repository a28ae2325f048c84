# SPDX-License-Identifier: Apache-2.0
"""Records that are older than the kernels of this checkout."""

import pytest
from conftest import ROOT
from test_pick import AT, ask, certificate, five, kinds, times

from gelubench import caveats


def test_a_kernel_that_is_gone_is_refused():
    of = five()
    of["throughput"].append(times(f"erf_4ulp_4/{AT}", 0.1))
    of["accuracy"].append(certificate(f"erf_4ulp_4/{AT}", 3.0, 1e-7))
    found = ask(of, max_ulp=4.0)
    assert found.choice.row["method"] == "erf_4ulp"
    assert kinds(found)["erf_4ulp_4"] == {"gone"}
    of["throughput"] = of["throughput"][-1:]
    found = ask(of, max_ulp=4.0)
    assert (found.choice, found.nearest.row["method"]) == (None, "erf_4ulp_4")


def hash_here(method, fma):
    with (ROOT / "kernels" / "bounds.csv").open(encoding="utf-8") as lines:
        rows = [line.strip().split(",") for line in lines]
    return next(r[-1] for r in rows if r[:4] == [method, "forward", "f32", fma])


@pytest.mark.parametrize("exhaustive", [True, False])
def test_a_kernel_that_computes_something_else_by_now_says_so(exhaustive):
    of = five()
    own = of["accuracy"][1] = {**of["accuracy"][1], "exhaustive": exhaustive, "fma": True}
    own["hash"] = hash_here("erf_4ulp", "1")
    said = [note for note in caveats.caveats(ask(of, max_ulp=4.0)) if "changed" in note]
    own["hash"] = hash_here("erf_4ulp_8", "1")
    changed = [note for note in caveats.caveats(ask(of, max_ulp=4.0)) if "changed" in note]
    assert (len(said), len(changed)) == (0, int(exhaustive))  # a sample has another hash
