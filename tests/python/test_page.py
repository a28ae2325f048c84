# SPDX-License-Identifier: Apache-2.0
"""The page of scripts/report in a browser: what it shows, what it answers, what it never does."""

import pytest
from browser import needs_browser
from conftest import COMMITTED
from test_pick import AT, certificate, five, times

from gelubench import files, runs
from gelubench.kernels import ordinary
from gelubench.points import GELU
from gelubench.report import page as report
from gelubench.report import plots, views
from gelubench.report.views import State

pytestmark = [needs_browser, pytest.mark.skipif(not COMMITTED, reason="no committed record")]


def marks(page, section="pareto"):
    return page.run(f"return document.querySelectorAll('#{section}-chart svg path').length")


def test_it_draws_all_sections_and_asks_for_nothing(page, report_page):
    for section in ("pareto", "error", "matrix", "sweep", "roofline"):
        assert marks(page, section) > 10, section
    assert page.run("return document.querySelectorAll('#special-table td').length") > 100
    assert "erf" in page.run("return document.getElementById('choice').textContent")
    assert page.requests() == []
    assert page.messages() == []
    text = report_page.read_text(encoding="utf-8")
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


def test_the_picture_can_be_split(page, committed):
    def forward(name, **only):
        rows = [r for r in committed[0][1]["throughput"] if r["pass"] == "forward"]
        rows = [r for r in rows if ordinary(r) and r["threads"] == 1 and r["formula"] in GELU]
        return {r[name] for r in rows if all(r[k] == v for k, v in only.items())}

    parts = "return [...document.querySelectorAll('#pareto-chart h3')].map((e) => e.textContent)"
    drawn = "return document.querySelectorAll('#pareto-chart svg').length"
    certified = {row["dtype"] for row in committed[0][1]["accuracy"]}
    dtypes = forward("dtype") & certified  # i8 has times alone
    for facet, expected in (("level", forward("level", dtype="f32")), ("dtype", dtypes)):
        page.show(facet=facet)
        assert len(expected) > 2
        assert set(page.run(parts)) == expected
        assert page.run(drawn) == len(expected)
    page.show(facet="")
    assert page.run(drawn) == 1
    assert page.messages() == []


def test_other_ways_of_timing_and_other_peoples_kernels(browser, saved, tmp_path):
    """A chain has no bytes, streaming stores are not what pick chooses, a peer has a mark."""
    of = five()
    chain = {**times(f"erf_cr/{AT}", 9.0, level="registers"), "mode": "latency"}
    for name in ("bytes_per_element", "elements_per_s", "bytes_per_s"):
        del chain[name]
    stores = {"stores": "streaming", "mode": "throughput", "prefetch_bytes": 0}
    peer = "sleef/forward/f32/peer-avx512"
    of["throughput"] += [
        chain,
        {**times(f"erf_4ulp/{AT}", 0.01), **stores},
        times(peer, 0.22, origin="library"),
    ]
    of["accuracy"].append(certificate(peer, 2.0, 1e-7, origin="library"))
    path = saved(of)
    (tmp_path / "p.html").write_text(report.page([(path, files.read(path))]), encoding="utf-8")
    browser.emulate()
    browser.open(tmp_path / "p.html")
    browser.show(level="l2")
    points = browser.run("return gelubench.paretoView(gelubench.state).points")
    assert {p["key"] for p in points if p["peer"]} == {peer}
    assert max(p["speed"] for p in points) == 1 / 0.1
    best = browser.run("return document.querySelector('.facts b').textContent")
    assert best == "0.2 ns"  # of erf_4ulp with plain stores
    browser.show(way="streaming")
    assert len(browser.run("return gelubench.paretoView(gelubench.state).points")) == 1
    browser.show(way="latency")
    text = browser.run("return document.querySelector('#pareto-chart svg').textContent")
    assert "dependent calls per ns" in text
    assert browser.messages() == []


def test_a_run_without_certificates_is_shown(browser, saved, tmp_path):
    path = saved({**five(), "accuracy": []})
    (tmp_path / "p.html").write_text(report.page([(path, files.read(path))]), encoding="utf-8")
    browser.emulate()
    browser.open(tmp_path / "p.html")
    assert "No kernel here" in browser.driver.find_element("id", "pareto").text
    assert marks(browser, "sweep") > 5 and marks(browser, "matrix") > 5
    heights = "return [...document.querySelectorAll('svg')].map((e) => e.getAttribute('height'))"
    assert all(0 < float(height) < 2000 for height in browser.run(heights))
    assert browser.messages() == []


def test_unlike_machines_are_warned_of(browser, committed, tmp_path):
    path, record = committed[0]
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
        "const of = [...document.querySelectorAll('#pareto-chart .mark-symbol path')];"
        "for (const front of gelubench.paretoView(gelubench.state).points) {"
        "  const drawn = of.find((p) => p.__data__?.datum?.id === front.id);"
        "  if (!front.front || !drawn) continue;"
        "  drawn.scrollIntoView({block: 'center'});"
        "  const { x, y, width, height } = drawn.getBoundingClientRect();"
        "  const there = document.elementFromPoint(x + width / 2, y + height / 2);"
        "  if (there === drawn) return [front, drawn];"  # nothing lies over it
        "}"
        "return [null, null]"
    )
    assert drawn, "no drawn point of the front"
    return front, drawn


def test_a_finger_shows_the_record_too(browser, report_page):
    browser.emulate(width=390)
    browser.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    browser.open(report_page)
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
def test_dark_and_light_on_a_phone_and_a_desk(page, report_page, dark, width):
    page.emulate(dark=dark, width=width)
    page.open(report_page)
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
def test_pictures_without_a_browser_show_the_same(page, committed, state):
    of = plots.tables_of(runs.Run(*committed[0]))
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
