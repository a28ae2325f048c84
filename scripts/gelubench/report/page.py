# SPDX-License-Identifier: Apache-2.0
"""One page that needs nothing else: tables, pictures, scripts and style in one file.

A policy in its head forbids every request, and every script but those whose hashes it names; so
text of a record that got past all else could still not run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import vl_convert as vlc

from gelubench import answer, caveats, checkout, curves, margin, pick, points, verdict
from gelubench.files import Record, printable
from gelubench.kernels import DTYPES, PEERS
from gelubench.plot import AXES, MOST
from gelubench.report import charts, tables, themes
from gelubench.runs import Run

Json = dict[str, Any]
PAGE = Path(__file__).parent / "page"
# One scope: each uses what those before it define.
SCRIPTS = (
    "format",
    "data",
    "verdict",
    "margin",
    "pick",
    "answer",
    "views",
    "dom",
    "charts",
    "sections",
    "curves",
    "roofline",
    "card",
    "app",
)


def constants() -> Json:
    """What the page's scripts share with the package: each value stands in one place."""
    return {
        "metrics": verdict.METRICS,
        "kinds": verdict.KINDS,
        "narrow": list(verdict.NARROW),
        "x86": pick.X86,
        "calls": pick.CALLS,
        "types": pick.TYPES,
        "gelu": points.GELU,
        "levels": points.LEVELS,
        "allowed": [vars(allowed) for allowed in points.ALLOWED],
        "resamples": margin.RESAMPLES,
        "least": margin.LEAST,
        "launch": margin.LAUNCH,
        "coverage": caveats.COVERAGE,
        "composed": caveats.COMPOSED,
        "texts": caveats.TEXTS,
        "origin": caveats.ORIGIN,
        "gone": checkout.GONE,
        "busy": caveats.BUSY,
        "stolen": caveats.STOLEN,
        "longer": caveats.LONGER,
        "colours": {name: themes.isa_colours(name) for name in themes.THEMES},
        "floor": curves.FLOOR,
        "most": MOST,
        "peers": PEERS,
        "dtypes": DTYPES,
        "axes": AXES,
    }


def _clean(value: Any) -> Any:
    """All text of a record on one line and without what steers a terminal or a browser."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_clean(v) for v in value]
    if isinstance(value, dict):
        return {printable(k): _clean(v) for k, v in value.items()}
    return value


def _refused(record: Record) -> list[Json]:
    found = []
    for item in record.get("refused", []):
        _, pass_, dtype, place = item["key"].split("/")
        found.append({**item, "pass": pass_, "dtype": dtype, "isa": place.rpartition("-")[2]})
    return found


def _run(index: int, run: Run) -> Json:
    """What the page says of a run: where, when, of what, how disturbed."""
    record = run.record
    machine, program, mood = record["machine"], record["program"], caveats.environment(record)
    facts = {k: v for k, v in machine.items() if not isinstance(v, list | dict)}
    return _clean(
        {
            "index": index,
            "path": answer.path_of(run.path),
            "machine": machine["name"],
            "cpu": machine["cpu"],
            "libc": machine["libc"] or "unknown C library",
            "facts": facts,
            "isa": machine["isa"],
            "caches": machine["caches"],
            **{k: record[k] for k in ("created", "finished", "argv", "seed", "build", "absent")},
            **{k: program[k] for k in ("commit", "version", "dirty")},
            "complete": record.get("complete", True),
            "environment": mood,
            "load": mood.get("load_1min"),
            "steal": mood.get("steal_pct"),
            "refused": _refused(record),
            "operations": tables.flops(record),
            "special_values": len(record["special_values"]),
            "accuracy": len(record["accuracy"]),
        }
    )


def data(records: Sequence[tuple[Path, Record]]) -> Json:
    runs = tables.load(records)
    errors = tables.ErrorTable()
    times = tables.times(runs, errors)
    return {
        "constants": constants(),
        "themes": themes.THEMES,
        "inks": themes.INKS,
        "charts": charts.specs(),
        "runs": [_run(i, run) for i, run in enumerate(runs)],
        "times": tables.packed([_clean(row) for row in times]),
        "errors": tables.packed([_clean(row) for row in errors.rows]),
        "curves": _clean(tables.error_curves(runs)),
        "models": tables.models(runs),
        "special": _clean(tables.special_tables(runs)),
    }


def _embedded(value: Json) -> str:
    """JSON as text of a script element: no tag can begin or end in it, all of it is ASCII."""
    text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def scripts() -> list[str]:
    """The bundle of Vega, once, and the page's own code."""
    bundle = vlc.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    own = "\n".join((PAGE / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return [bundle, f'(() => {{\n"use strict";\n{own}\n}})();']


def page(records: Sequence[tuple[Path, Record]]) -> str:
    code = scripts()
    allowed = " ".join(f"'sha256-{_hash(text)}'" for text in code)
    policy = (
        f"default-src 'none'; script-src {allowed} 'unsafe-eval'; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    parts = {
        "policy": policy,
        "style": (PAGE / "style.css").read_text(encoding="utf-8"),
        "data": _embedded(data(records)),
        "made": datetime.now(UTC).strftime("%Y-%m-%d"),
        "vega": code[0],
        "code": code[1],
    }
    text = (PAGE / "page.html").read_text(encoding="utf-8")
    whole = []
    for piece in text.split("@@"):
        whole.append(parts.get(piece, piece))
    return "".join(whole)
