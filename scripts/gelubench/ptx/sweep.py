# SPDX-License-Identifier: Apache-2.0
"""Executes the kernels of a build: the bits of those of the vocabulary against scalar-fma, and the
errors of the others, with hardware approximations exact and at the ends of their bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass, fields
from itertools import product
from pathlib import Path

import numpy as np

from gelubench.files import Refused
from gelubench.ptx import approximations, floats, host, judge, launch
from gelubench.ptx.floats import F32, Array
from gelubench.ptx.launch import Kernel

# For each output of a pass, with ones for gates and gradients: which function it is.
FUNCTIONS = {
    "forward": ["forward"],
    "backward": ["backward"],
    "bias": ["forward"],
    "gated": ["forward"],
    "gated_backward": ["backward", "forward"],
}
NARROW = {"f32": lambda a: a.view(np.uint32), "f16": floats.to_f16, "bf16": floats.to_bf16}
ROW = 64  # elements of a row of biases
SPARSE = 61  # every so many inputs are also done one by one
SAMPLE = 16  # shells other than v1 have the same arithmetic: they get every 16th input


Judged = Callable[[list[Array]], judge.Error]


@dataclass(frozen=True)
class Row:
    kernel: str
    inputs: int
    approximations: str
    different_bits: int | None  # from scalar-fma; None: not comparable
    different_alone: int  # bits of elements done one by one, not in vectors
    max_ulp: float | None
    max_abs: float | None
    bound_ulp: float | None  # the largest with approximations at the ends of their bounds
    bound_abs: float | None
    host_ulp: float | None  # of scalar-fma
    host_abs: float | None
    at_inf: float | None
    at_minus_inf: float | None
    nan_lost: int | None  # NaN as input that gives a number


class Sweep:
    def __init__(self, folder: Path, library: Path) -> None:
        self.folder, self.host = folder, host.Library(library)

    def _second(self, kernel: Kernel, n: int, ones: bool) -> list[Array]:
        """The inputs after the first."""
        if kernel.inputs == 1:
            return []
        narrow = NARROW[kernel.source]
        if kernel.pass_ == "bias":
            return [narrow(np.zeros(ROW, F32))]
        random = np.random.default_rng(7).normal(size=n).astype(F32)
        values = np.ones(n, F32) if ones else random
        return [narrow(values)] * (kernel.inputs - 1)

    def _compared(self, kernel: Kernel, x: Array, exact: list[Array]) -> int | None:
        """`exact` is what a kernel of one input gave; others get gradients that are not 1."""
        key = kernel.key.rsplit("/", 1)[0] + "/scalar-fma"
        if kernel.origin != "portable" or not self.host.has(key) or kernel.pass_ == "bias":
            return None
        inputs = [x, *self._second(kernel, len(x), ones=False)]
        y = exact[0] if kernel.inputs == 1 else launch.run(self.folder, kernel, inputs)[0]
        return judge.different(y, self.host.run(key, inputs), kernel.to)

    def _table(self) -> Array:
        right = judge.reference("erf", "forward", "e4m3")
        return floats.to_e4m3(right.astype(F32)).astype(np.uint8)

    def _results(
        self, kernel: Kernel, x: Array, push: dict[str, int], alone: bool = False
    ) -> list[Array]:
        inputs = [x, *self._second(kernel, len(x), ones=True)]
        return launch.run(self.folder, kernel, inputs, push=push, table=self._table(), alone=alone)

    def _alone(self, kernel: Kernel, x: Array, exact: list[Array]) -> int:
        """How many of some elements get other bits when each is done by itself."""
        if kernel.shell == "r1":
            return 0
        some = np.ascontiguousarray(x[::SPARSE])
        results = zip(self._results(kernel, some, {}, alone=True), exact, strict=True)
        return sum(judge.different(y, right[::SPARSE], kernel.to) for y, right in results)

    def row(self, kernel: Kernel) -> Row:
        step = 1 if kernel.shell == "v1" or kernel.source == "e4m3" else SAMPLE
        x = np.ascontiguousarray(judge.inputs(kernel.source)[::step])
        if kernel.shell == "r1":  # whole vectors
            x = x[: len(x) // kernel.vector * kernel.vector]
        used = sorted(launch.operations(self.folder, kernel) & approximations.ALL.keys())
        formula = judge.formula(kernel.method)
        exact = self._results(kernel, x, {})
        bits = self._compared(kernel, x, exact)
        alone = self._alone(kernel, x, exact)
        if formula is None:
            return Row(kernel.key, len(x), "", bits, alone, *[None] * 9)
        numbers = judge.WIDEN[kernel.source](x)
        rights = [
            judge.reference(formula, f, kernel.source)[::step][: len(x)]
            for f in FUNCTIONS[kernel.pass_]
        ]

        def judged(results: list[Array]) -> judge.Error:
            total = judge.Error()
            for y, right in zip(results, rights, strict=True):
                total |= judge.error(y, right, numbers, kernel.to)
            return total

        own, worst = judged(exact), judge.Error()
        if step == 1:
            for ways in product((-1, 1), repeat=len(used)):
                push = dict(zip(used, ways, strict=True))
                worst |= judged(self._results(kernel, x, push)) if used else own
        at = [judge.WIDEN[kernel.to](exact[0][numbers == v]) for v in (np.inf, -np.inf)]
        return Row(
            kernel.key, len(x), " ".join(used), bits, alone, own.ulp, own.absolute,
            *((worst.ulp, worst.absolute) if step == 1 else (None, None)),
            *((own.ulp, own.absolute) if bits == 0 and kernel.inputs == 1
              else self._of_host(kernel, x, formula, judged)),
            *(float(v[0]) if len(v) else None for v in at),
            int((np.isnan(numbers) & ~np.isnan(judge.WIDEN[kernel.to](exact[0]))).sum()),
        )  # fmt: skip

    def _of_host(self, kernel: Kernel, x: Array, formula: str, judged: Judged) -> tuple:
        key = kernel.key.rsplit("/", 1)[0] + "/scalar-fma"
        if not self.host.has(key) or kernel.pass_ == "bias":
            return None, None
        if self.host.formula(key) != formula:
            raise Refused(f"{key}: of formula {self.host.formula(key)}, not {formula}")
        found = judged([self.host.run(key, [x, *self._second(kernel, len(x), ones=True)])])
        return found.ulp, found.absolute


def evaluable(kernel: Kernel) -> bool:
    """All but the copies that the library does not have: they compute nothing."""
    return kernel.method != "copy" or (kernel.pass_ == "forward" and kernel.to == kernel.source)


def to_csv(rows: list[Row]) -> str:
    def text(value: object) -> str:
        if value is None:
            return ""
        return f"{value:.4g}" if isinstance(value, float) else str(value)

    lines = [",".join(f.name for f in fields(Row))]
    lines += [",".join(map(text, astuple(row))) for row in rows]
    return "\n".join(lines) + "\n"
