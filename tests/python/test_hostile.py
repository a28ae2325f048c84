# SPDX-License-Identifier: Apache-2.0
"""Text of a results file is text, whatever is in it; what is no results file is refused."""

import gzip
import json
import os
import subprocess

import pytest
from browser import needs_browser
from conftest import ROOT, cell, record
from test_pick import AT, five

from gelubench import files
from gelubench.files import printable
from gelubench.report import page as report

DO = "window.pwned=1"
TAGS = [
    f"<script>{DO}</script>",
    f"</script><script>{DO}</script>",
    f"</SCRIPT ><script>{DO}//",
    f"<!--<script>{DO}</script>",
    f"--><script>{DO}</script>",
    f"]]><script>{DO}</script>",
    f"<img src=x onerror={DO}>",
    f'"><img src=x onerror="{DO}">',
    f"'><img src=x onerror='{DO}'>",
    f"<svg onload={DO}>",
    f"<svg><script>{DO}</script></svg>",
    f"<svg><a xlink:href='javascript:{DO}'><text>a</text></a></svg>",
    f"<svg><animate onbegin={DO} attributeName=x dur=1s>",
    f"<math><mtext><table><mglyph><style><img src onerror={DO}>",
    f"<iframe src='javascript:{DO}'></iframe>",
    f"<iframe srcdoc='<script>{DO}</script>'></iframe>",
    f"<object data='javascript:{DO}'></object>",
    f"<embed src='javascript:{DO}'>",
    f"<body onload={DO}>",
    f"<input autofocus onfocus={DO}>",
    f"<select autofocus onfocus={DO}>",
    f"<textarea autofocus onfocus={DO}></textarea>",
    f"<details open ontoggle={DO}>",
    f"<video><source onerror={DO}></video>",
    f"<audio src=x onerror={DO}>",
    f"<marquee onstart={DO}>",
    f"<a href='javascript:{DO}'>a</a>",
    f"<form action='javascript:{DO}'><button>b</button></form>",
    f"<template><script>{DO}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={DO}>'>",
    f"</title><script>{DO}</script>",
    f"</style><script>{DO}</script>",
    f"</textarea><script>{DO}</script>",
    f"</pre><script>{DO}</script>",
    f"</table><script>{DO}</script>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=http://a.example/>",
    "<base href=http://a.example/>",
    "<meta http-equiv=refresh content='0;url=http://a.example/'>",
    "<plaintext>",
    "<xmp>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "&#60;script&#62;window.pwned=1&#60;/script&#62;",
    "&amp;&quot;&apos;&nbsp;",
]
CODE = [
    f"javascript:{DO}",
    f"${{{DO}}}",
    f"`${{{DO}}}`",
    f"{{{{constructor.constructor('{DO}')()}}}}",
    f"');{DO};//",
    f'");{DO};//',
    f"\\');{DO};//",
    f"\\u003cscript\\u003e{DO}\\u003c/script\\u003e",
    f"datum.constructor.constructor('{DO}')()",
    f"@ink@@@data@@ $& $` $1 {DO}",
    "__proto__",
    "constructor",
    "toString",
    "%3Cscript%3E",
    "eval(atob('d2luZG93LnB3bmVkPTE='))",
]
STEERING = [
    "\u202eright to left",
    "\u2066isolate\u2069",
    "\u200bzero\u200dwidth\ufeff",
    "\u2028line\u2029paragraph",
    "a\u0000b\u0007\u001b[31mred\u001b[0m",
    "tab\tand\r\nline ends",
    "\u009b31m",
]
FORMULAS = ['=HYPERLINK("http://a.example")', "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"]
PAYLOADS = [*TAGS, *CODE, *STEERING, *FORMULAS]


def carrying(texts):
    """A record with each text in lists of several kinds, and some where there is one place."""
    of = five()
    of["argv"] = list(texts)
    of["absent"] = [{"what": t, "reason": t} for t in texts]
    of["refused"] = [{"key": f"m{i}/{AT}", "reason": t} for i, t in enumerate(texts)]
    of["environment"] |= {f"note{i}": t for i, t in enumerate(texts)}
    of["environment"] |= {f"{t} {i}": i for i, t in enumerate(texts)}
    of["build"]["backends"] = {f"{t} {i}": t for i, t in enumerate(texts)}
    names = ("cpu", "vendor_id", "model", "stepping", "cpu_family", "kernel", "libc")
    for i, name in enumerate((*names, "architecture")):
        of["machine"][name] = texts[i % len(texts)]
    of["machine"]["isa"] = list(texts)
    of["machine"]["caches"] = [
        {"level": 1, "type": t, "bytes": 32768, "shared_by_cpus": t} for t in texts
    ]
    of["special_values"] = [
        {
            **cell(f"erf_cr/{AT}"),
            **{"input": f"{t} {i}", "input_bits": "0x0", "output": 1.0, "output_bits": "0x0"},
            **{"correct": 1.0, "correct_bits": "0x0", "is_correct": True},
        }
        for i, t in enumerate(texts)
    ]
    return of


def tags(browser, path):
    browser.open(path)
    browser.run("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    script = "return [...document.querySelectorAll('*')].map((e) => e.tagName)"
    return browser.run(script)


def test_there_are_enough_payloads():
    assert len(set(PAYLOADS)) >= 60
    assert len(PAYLOADS) == len(set(PAYLOADS))


@needs_browser
def test_text_of_a_record_stays_text(browser, tmp_path, saved):
    """As many elements as with harmless words, nothing run, nothing asked for; and it is there."""
    name = "<img src=x onerror=window.pwned=1>"
    pages = []
    for i, texts in enumerate((PAYLOADS, [f"word {i}" for i in range(len(PAYLOADS))])):
        path = saved(carrying(texts), f"{name}{i}.json")
        pages.append(tmp_path / f"{i}.html")
        pages[i].write_text(report.page([(path, files.read(path))]), encoding="utf-8")
    harmless = tags(browser, pages[1])
    assert browser.messages() == []
    found = tags(browser, pages[0])
    assert found == harmless
    assert browser.run("return window.pwned") is None
    assert browser.run("return Object.keys(Object.prototype)") == []
    assert browser.requests() == []
    assert browser.messages() == []
    shown = " ".join(browser.run("return document.body.innerText").split())
    for payload in [*PAYLOADS, name]:
        assert " ".join(printable(payload).split()) in shown, payload


def test_the_page_is_ascii_but_for_its_own_text(saved):
    path = saved(carrying(PAYLOADS))
    data = report._embedded(report.data([(path, files.read(path))]))
    assert data.isascii() and not set("<>&") & set(data)


GARBLED = {
    "empty": b"",
    "half": json.dumps(record()).encode()[:300],
    "html": b"<!doctype html><script>1</script>",
    "no gzip": b"\x1f\x8b\x08\x00garbage",
    "bytes": bytes(range(256)),
    "a list": b"[]",
    "another version": json.dumps(record(schema_version=2)).encode(),
    "no times": json.dumps(record()).encode(),
    "a number as text": json.dumps(five()).replace('"n": 4096', '"n": "4096"').encode(),
    "a hostile key": json.dumps(five()).replace(f"poly_8/{AT}", "<b>/x").encode(),
}


CASES = [(name, ".json") for name in GARBLED] + [("half", ".json.gz"), ("no gzip", ".json.gz")]


@pytest.mark.parametrize(("name", "suffix"), CASES)
def test_garbled_files_are_refused_with_one_line(tmp_path, name, suffix):
    content = GARBLED[name]
    whole = gzip.compress(content) if suffix == ".json.gz" and name != "no gzip" else content
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(whole)
    done = subprocess.run(
        [ROOT / "scripts" / "report", path, "-o", tmp_path / "out.html"],
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert not (tmp_path / "out.html").exists()
