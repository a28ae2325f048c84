# SPDX-License-Identifier: Apache-2.0
"""PTX text as data: the constants of a module, and for each entry its instructions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from gelubench.files import Refused

_GLOBAL = re.compile(
    r"^\.(?:visible \.)?(?:global|const) (?:\.align \d+ )?\.b8 "
    r"(\w+)\[(\d+)\](?: = \{([^}]*)\})?;",
    re.M,
)
_ENTRY = re.compile(
    r"^\.visible \.entry (\w+)\((.*?)\)\s*(?:^\.\w+[^\n{]*\n)*\{(.*?)^\}", re.M | re.S
)
_REGISTERS = re.compile(r"\.reg \.(\w+)\s+(%\w+?)<\d+>;")
_STATEMENT = re.compile(r"(\$?\w+):|(?:@(!?)(%\w+)\s+)?([a-z][\w.:]*)\s*([^;]*);")
# A comma that stands in no braces.
_COMMA = re.compile(r",\s*(?![^{]*\})")


@dataclass(frozen=True)
class Instruction:
    operation: str
    operands: tuple[str, ...]
    guard: str | None = None  # a predicate register; does nothing where it is not `guarded_by`
    guarded_by: bool = True


@dataclass(frozen=True)
class Entry:
    """Instructions in order; a label is the index of the instruction after it."""

    name: str
    parameters: int  # bytes
    registers: dict[str, str]  # prefix of the name -> type
    instructions: tuple[Instruction, ...]
    labels: dict[str, int]


def _entry(name: str, parameters: str, body: str) -> Entry:
    sizes = re.findall(r"\.b8 \w+\[(\d+)\]", parameters)
    if len(sizes) != 1:
        raise Refused(f"PTX entry {name}: not one parameter of bytes")
    body = re.sub(r"//[^\n]*|\.pragma [^\n]*", "", body)
    registers = {prefix: type_ for type_, prefix in _REGISTERS.findall(body)}
    body = _REGISTERS.sub("", body)
    rest = _STATEMENT.sub("", body).strip()
    if rest:
        raise Refused(f"PTX entry {name}: cannot be read: {rest.splitlines()[0].strip()}")
    instructions, labels = [], {}
    for label, negated, guard, operation, operands in _STATEMENT.findall(body):
        if label:
            labels[label] = len(instructions)
            continue
        parts = tuple(part.strip() for part in _COMMA.split(operands)) if operands else ()
        instructions.append(Instruction(operation, parts, guard or None, not negated))
    return Entry(name, int(sizes[0]), registers, tuple(instructions), labels)


class Module:
    """One PTX file. Entries are read when they are asked for."""

    def __init__(self, text: str) -> None:
        self._bodies = {name: (params, body) for name, params, body in _ENTRY.findall(text)}
        self._text = text

    @cached_property
    def constants(self) -> dict[str, bytes]:
        return {
            name: bytes(int(v) for v in values.split(",") if v.strip()).ljust(int(size), b"\0")
            for name, size, values in _GLOBAL.findall(self._text)
        }

    @property
    def entries(self) -> list[str]:
        return list(self._bodies)

    def entry(self, name: str) -> Entry:
        if name not in self._bodies:
            raise Refused(f"PTX entry {name}: not there")
        return _entry(name, *self._bodies[name])
