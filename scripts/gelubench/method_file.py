# SPDX-License-Identifier: Apache-2.0
"""What a method's file says about it: formula, reason, error."""

from __future__ import annotations

import re
from pathlib import Path

from gelubench.files import ROOT

METHODS = ROOT / "kernels" / "methods"


def path_of(method: str, folder: Path = METHODS) -> Path | None:
    """Where its struct stands; poly_12 is a poly of poly.hpp: the longest name that begins it."""
    declared = re.compile(rf"^struct {re.escape(method)}\b", re.MULTILINE)
    for path in sorted(folder.glob("*.hpp")):
        if declared.search(path.read_text(encoding="utf-8")):
            return path
    stems = [p.stem for p in folder.glob("*.hpp")]
    begins = [s for s in stems if method == s or method.startswith(f"{s}_")]
    return folder / f"{max(begins, key=len)}.hpp" if begins else None


def _comments(lines: list[str]) -> dict[str, str]:
    """The /// block before each struct, and before its `derivative` as NAME.derivative."""
    found: dict[str, str] = {}
    block: list[str] = []
    struct = ""
    for line in lines:
        text = line.strip()
        if text.startswith("///"):
            block.append(text.removeprefix("///").strip())
            continue
        if name := re.match(r"struct (\w+)", text):
            struct = name[1]
            found[struct] = " ".join(block)
        elif " derivative(" in text:
            found[f"{struct}.derivative"] = " ".join(block)
        if not text.startswith(("template", "requires")):
            block = []
    return found


def heads(method: str, folder: Path = METHODS) -> list[str]:
    """The comments over the method's struct and over its derivative, where there are some."""
    path = path_of(method, folder)
    if path is None:
        return []
    comments = _comments(path.read_text(encoding="utf-8").splitlines())
    struct = method if method in comments else path.stem
    return [c for name in (struct, f"{struct}.derivative") if (c := comments.get(name))]
