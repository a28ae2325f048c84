# SPDX-License-Identifier: Apache-2.0
"""What a cubin says of its kernels: registers, local memory, instructions. No disassembler needed.

A cubin is an ELF file; an instruction of sm_70 and later has 16 bytes, its operation in the lowest
12 bits. Attributes stand in .nv.info as (format, attribute, size, symbol, value).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from gelubench import files

NOP, MUFU = 0x918, 0x308
_REGISTERS, _FRAME = 0x2F, 0x11
_SIZED = 4  # the format of attributes with data
_INSTRUCTION = 16


@dataclass(frozen=True)
class Code:
    """Of one kernel; `local` is the bytes of its stack frame, spills included."""

    registers: int
    local: int
    instructions: int
    special: int  # operations of the special function unit


@dataclass(frozen=True)
class _Section:
    name: str
    offset: int
    size: int

    def of(self, content: bytes) -> bytes:
        return content[self.offset : self.offset + self.size]


def _text(content: bytes, at: int) -> str:
    return content[at : content.index(b"\0", at)].decode()


def _sections(content: bytes) -> list[_Section]:
    table = struct.unpack_from("<Q", content, 0x28)[0]
    size, count, names = struct.unpack_from("<HHH", content, 0x3A)
    rows = [struct.unpack_from("<IIQQQQIIQQ", content, table + i * size) for i in range(count)]
    return [_Section(_text(content, rows[names][4] + r[0]), r[4], r[5]) for r in rows]


def _attributes(content: bytes, info: _Section) -> dict[tuple[int, int], int]:
    """(attribute, symbol) -> value, of those that have both."""
    found = {}
    data, at = info.of(content), 0
    while at + 4 <= len(data):
        kind, attribute, size = struct.unpack_from("<BBH", data, at)
        at += 4
        if kind == _SIZED:
            if size == 8:
                symbol, value = struct.unpack_from("<II", data, at)
                found[attribute, symbol] = value
            at += size
    return found


def _instructions(text: bytes) -> tuple[int, int]:
    """All but the padding at the end, and those for the special function unit."""
    words = [struct.unpack_from("<Q", text, at)[0] & 0xFFF for at in range(0, len(text), 16)]
    while words and words[-1] == NOP:
        words.pop()
    return len(words), words.count(MUFU)


def read(path: Path) -> dict[str, Code]:
    """The kernels of a cubin by their entries' names."""
    content = path.read_bytes()
    if content[:4] != b"\x7fELF":
        raise files.Refused(f"{path}: not a cubin")
    sections = {section.name: section for section in _sections(content)}
    symbols, names = sections[".symtab"].of(content), sections[".strtab"].offset
    entries = {
        _text(content, names + struct.unpack_from("<I", symbols, at)[0]): at // 24
        for at in range(0, len(symbols), 24)
    }
    attributes = _attributes(content, sections[".nv.info"])
    kernels = {}
    for name, section in sections.items():
        if name.startswith(".text."):
            entry = name.removeprefix(".text.")
            registers = attributes[_REGISTERS, entries[entry]]
            local = attributes.get((_FRAME, entries[entry]), 0)
            kernels[entry] = Code(registers, local, *_instructions(section.of(content)))
    return kernels
