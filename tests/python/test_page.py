# SPDX-License-Identifier: Apache-2.0
"""The page of scripts/report in a browser: what it shows, what it answers, what it never does."""

import json
import math
import random

import pytest
from browser import Page, needs_browser
from conftest import ROOT

from gelubench import answer, files, runs
from gelubench.files import Refused
from gelubench.pick import CALLS, X86, Query, pick
from gelubench.points import GELU
from gelubench.report import page as report
from gelubench.report import plots, views
from gelubench.report.views import State
from gelubench.rerun import LIMITS
from gelubench.verdict import KINDS, Tolerance

COMMITTED = sorted((ROOT / "results").glob("*/*.json.gz"))
QUERIES = 220
pytestmark = [
    needs_browser,
    pytest.mark.skipif(not COMMITTED, reason="no committed record"),
]


@pytest.fixture(scope="module")
def records():
    """The committed record. Where it counts no operations, with made-up counts."""
    record = files.read(COMMITTED[-1])
    cells = {(row["method"], row["pass"]) for row in record["throughput"]}
    counts = [
        {"method": m, "pass": p, "dtype": "f32", "operations": {"fma": 1 + len(m), "add": 2.5}}
        for m, p in sorted(cells)
    ]
    return [(COMMITTED[-1], {"operations": counts, **record})]


@pytest.fixture(scope="module")
def made(records, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report.page(records), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser():
    found = Page()
    yield found
    found.close()


@pytest.fixture
def page(browser, made):
    browser.emulate()
    browser.open(made)
    return browser


def marks(page, section="pareto"):
    return page.run(f"return document.querySelectorAll('#{section}-chart svg path').length")


def test_it_draws_all_sections_and_asks_for_nothing(page, made):
    for section in ("pareto", "error", "matrix", "sweep", "roofline"):
        assert marks(page, section) > 10, section
    assert page.run("return document.querySelectorAll('#special-table td').length") > 100
    assert "erf" in page.run("return document.getElementById('choice').textContent")
    assert page.requests() == []
    assert page.messages() == []
    text = made.read_text(encoding="utf-8")
    assert text.count("vegaEmbed = vegaEmbed") <= 1
    assert len(text) < 4e6


def test_the_policy_forbids_requests(page):
    page.run("new Image().src = 'http://a.example/'; fetch('http://b.example/').catch(() => {})")
    messages = page.messages()
    for name in ("a.example", "b.example"):
        assert any(name in m and "Content Security Policy" in m for m in messages), messages
    assert page.requests()  # attempts are seen, so none above means that there was none


def test_filters_change_the_picture(page):
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415

    title = "return document.querySelector('#pareto-chart svg').textContent"
    count, before = marks(page), page.run(title)
    assert "data in L1" in before
    for name, value in (("dtype", "bf16"), ("level", "l2"), ("metric", "max_ulp")):
        Select(page.driver.find_element("name", name)).select_by_value(value)
    page.show()
    after = page.run(title)
    assert "data in L2" in after and "ulp" in after
    assert marks(page) != count
    assert page.messages() == []


def test_the_picture_can_be_split(page):
    page.show(facet="level")
    titles = page.run(
        "return [...document.querySelectorAll('#pareto-chart h3')].map((e) => e.textContent)"
    )
    assert titles == ["l1", "l2", "l3", "dram"]
    assert page.run("return document.querySelectorAll('#pareto-chart svg').length") == 4
    page.show(facet="dtype")
    assert page.run("return document.querySelectorAll('#pareto-chart svg').length") == 4
    page.show(facet="")
    assert page.run("return document.querySelectorAll('#pareto-chart svg').length") == 1
    assert page.messages() == []


def test_unlike_machines_are_warned_of(browser, records, tmp_path):
    path, record = records[0]
    other = {**record, "machine": {**record["machine"], "name": "other-machine"}}
    made = tmp_path / "two.html"
    made.write_text(report.page([(path, record), (path, other)]), encoding="utf-8")
    browser.emulate()
    browser.open(made)
    warning = browser.driver.find_element("id", "unlike").text
    assert "unlike machines" in warning
    assert marks(browser, "machines") > 10
    heads = browser.run("return document.querySelector('#machines-table tr').textContent")
    assert "other-machine" in heads and record["machine"]["name"] in heads
    assert "unlike machines left out" in browser.driver.find_element("id", "about").text
    assert browser.messages() == []


def front_point(page):
    """A point of the front, and its element in the middle of the window."""
    assert not page.driver.find_element("id", "tip").is_displayed()
    front, drawn = page.run(
        "const front = gelubench.paretoView(gelubench.state).points.find((p) => p.front);"
        "const of = [...document.querySelectorAll('#pareto-chart .mark-symbol path')];"
        "return [front, of.find((p) => p.__data__?.datum?.id === front.id) ?? null]"
    )
    assert drawn, "no drawn point of the front"
    page.run("arguments[0].scrollIntoView({block: 'center'})", drawn)
    return front, drawn


def test_a_finger_shows_the_record_too(browser, made):
    browser.emulate(width=390)
    browser.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    browser.open(made)
    front, drawn = front_point(browser)
    box = drawn.rect
    x, y = browser.run("return [-scrollX, -scrollY]")
    x, y = x + box["x"] + box["width"] / 2, y + box["y"] + box["height"] / 2
    browser.driver.execute_cdp_cmd("Input.synthesizeTapGesture", {"x": x, "y": y})
    assert front["key"] in browser.driver.find_element("id", "tip").text
    browser.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})


def test_hovering_shows_the_whole_record(page):
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415

    front, drawn = front_point(page)
    ActionChains(page.driver).move_to_element(drawn).perform()
    text = page.driver.find_element("id", "tip").text
    assert front["key"] in text
    for part in ("ns per element", "samples", "exact GELU", "threads", "pct of relu"):
        assert part in text, part


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_dark_and_light_on_a_phone_and_a_desk(page, made, dark, width):
    page.emulate(dark=dark, width=width)
    page.open(made)
    shown = page.run("return document.documentElement.dataset.theme")
    assert shown == ("dark" if dark else "light")
    assert page.run("return document.documentElement.scrollWidth") <= width
    ground = "return getComputedStyle(document.body).backgroundColor"
    before = page.run(ground)
    page.driver.find_element("id", "theme").click()
    page.show()
    assert page.run(ground) != before
    assert page.messages() == []


STATES = [
    State(),
    State(level="l2", metric="max_ulp"),
    State(metric="max_ulp", distance="own"),
    State("bf16", "backward", "l2", metric="max_ulp"),
    State("f64", "forward", "l1"),
    State(threads=2, level="dram"),
]


@pytest.mark.parametrize("state", STATES)
def test_pictures_without_a_browser_show_the_same(page, records, state):
    of = plots.tables_of(runs.Run(*records[0]))
    script = (
        "const s = {...gelubench.state, isa: '', ...arguments[0]};"
        "return [gelubench.paretoView(s), gelubench.matrixView(s), gelubench.sweepView(s).sweep,"
        "gelubench.rooflineView(s)]"
    )
    names = ("dtype", "level", "threads", "metric", "distance")
    wanted = {name: getattr(state, name) for name in names} | {"pass": state.pass_}
    pareto, matrix, sweep, roofline = page.run(script, wanted)
    assert pareto == views.pareto(of, state)
    assert pareto["points"]
    assert matrix == views.matrix(of, state)
    assert sweep == views.sweep(of, state)[0]
    assert roofline == views.roofline(of, state)
    assert bool(roofline["points"]) == (state.dtype != "f64")


def drawn_query(cells, isas, rng):
    """As odd as the command line allows."""
    dtype, pass_, level, threads = rng.choice(cells)
    limits = {}
    for metric in rng.sample(list(LIMITS), rng.choice([0, 1, 1, 1, 1, 1, 2])):
        low, high = LIMITS[metric]
        limits[metric] = math.exp(rng.uniform(math.log(low / 10), math.log(high * 1000)))
    allow = frozenset(kind for kind in KINDS if rng.random() < 0.2)
    bits = not limits or rng.random() < 0.1
    tolerance = Tolerance(limits, bits, rng.random() < 0.1, allow)
    isa = rng.choice([None] * 4 + isas)
    return Query(rng.choice(GELU), dtype, pass_, tolerance, level, threads, isa)


def asked(query, machine):
    tolerance = query.tolerance
    return {
        "truth": query.truth,
        "machine": machine,
        "dtype": query.dtype,
        "pass": query.pass_,
        "level": query.level,
        "threads": query.threads,
        "isa": query.isa or "",
        "inputs": query.inputs,
        "tolerance": {
            "limits": tolerance.limits,
            "bitExact": tolerance.bit_exact,
            "exhaustive": tolerance.exhaustive,
            "allow": sorted(tolerance.allow),
        },
    }


def kernel(c):
    if c is None:
        return None
    errors = {m: c["errors"][m] for m in ("max_ulp", "max_abs", "max_rel")}
    names = {"key": c["key"], "ns": c["ns_per_element"], "times_relu": c["times_relu"]}
    return {**names, "reasons": c["reasons"], "errors": errors}


def answered(query, run):
    """What the command says, but for whether it runs on the machine of the record."""
    try:
        whole = answer.to_json(pick(query, run))
    except Refused:
        return None
    kernels = ("choice", "runner_up", "next_method", "nearest")
    same = ("margin", "next_method_margin", "not_timed", "reproduce")
    return {
        "machine": whole["record"]["machine"],
        **{name: kernel(whole[name]) for name in kernels},
        **{name: whole[name] for name in same},
        "refused": [kernel(c) for c in whole["refused"]],
        "caveats": [c for c in whole["caveats"] if not c.startswith("unlike machine:")],
    }


def differences(got, want, path=""):
    """Where two trees differ: a comparison of whole answers would not show it."""
    if type(got) is type(want) and isinstance(got, dict | list) and len(got) == len(want):
        keys = want if isinstance(want, dict) else range(len(want))
        if isinstance(want, dict) and set(got) != set(want):
            return [f"{path}: fields {sorted(set(got) ^ set(want))}"]
        return [d for key in keys for d in differences(got[key], want[key], f"{path}.{key}")]
    return [] if got == want else [f"{path}: {got!r} for {want!r}"]


def test_the_page_answers_like_the_command(page, records):
    run = runs.Run(*records[0])
    names = ("dtype", "pass", "level", "threads")
    cells = sorted({tuple(row[n] for n in names) for row in run.record["throughput"]})
    isas = [isa for isa in X86 if any(r["isa"] == isa for r in run.record["throughput"])]
    rng = random.Random(6)
    queries = [drawn_query(cells, isas, rng) for _ in range(QUERIES)]
    machine = run.record["machine"]["name"]
    # As text: the driver would sort the fields, and the order of the limits is that of the reasons.
    script = "return JSON.stringify(JSON.parse(arguments[0]).map(gelubench.pick))"
    found = json.loads(
        page.run(script, json.dumps([asked(q, machine) for q in queries])), parse_int=float
    )
    expected = [answered(query, run) for query in queries]
    for query, got, want in zip(queries, found, expected, strict=True):
        assert differences(got, want) == [], query
    chosen = [want for want in expected if want and want["choice"]]
    refused = {
        r["kind"] for want in expected if want for c in want["refused"] for r in c["reasons"]
    }
    assert len(chosen) > QUERIES / 4
    assert any(want and want["nearest"] for want in expected)
    assert refused >= {"error", "tail", "nan", "bits", "undecided", "sampled"}
    assert {q.pass_ for q in queries} <= set(CALLS)
