# SPDX-License-Identifier: Apache-2.0
"""The formulas in double precision: how far one is from another, where a certificate is silent.

A certificate knows a kernel's distance to its own formula and to exact GELU. Its distance to a
third formula follows from below: at a point x the kernel is within its own error of its own
formula, and that is |f(x) - g(x)| away from the other. Doubles are enough: formulas differ by
1e-4 and more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

SLACK = 1e-6
# Beyond, the formulas are x and zero to all types but f64, and products overflow.
FAR = 1000.0
SQRT_8_PI = math.sqrt(8 / math.pi)
# Bits of the significand, exponents of the smallest normal and of the smallest subnormal number.
SHAPE = {"f64": (53, -1022), "f32": (24, -126), "f16": (11, -14), "bf16": (8, -126)}
SHAPE["f32_bf16"] = SHAPE["bf16"]


def _erf(x: float) -> float:
    return 0.5 * x * math.erfc(-x / math.sqrt(2))


def _erf_derivative(x: float) -> float:
    return 0.5 * math.erfc(-x / math.sqrt(2)) + x * math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def _logistic(v: float) -> float:
    return 1 / (1 + math.exp(-v)) if v > -700 else 0.0


def _tanh(x: float) -> float:
    return x * _logistic(SQRT_8_PI * (x + 0.044715 * x**3))


def _tanh_derivative(x: float) -> float:
    s = _logistic(SQRT_8_PI * (x + 0.044715 * x**3))
    return s + x * s * (1 - s) * SQRT_8_PI * (1 + 3 * 0.044715 * x * x)


def _sigmoid(x: float) -> float:
    return x * _logistic(1.702 * x)


def _sigmoid_derivative(x: float) -> float:
    s = _logistic(1.702 * x)
    return s + x * s * (1 - s) * 1.702


FUNCTIONS: dict[tuple[str, str], Callable[[float], float]] = {
    ("erf", "forward"): _erf,
    ("erf", "backward"): _erf_derivative,
    ("tanh", "forward"): _tanh,
    ("tanh", "backward"): _tanh_derivative,
    ("sigmoid", "forward"): _sigmoid,
    ("sigmoid", "backward"): _sigmoid_derivative,
}


def spacing(value: float, dtype: str) -> float:
    """Of the type's numbers at |value|, never below the smallest subnormal."""
    bits, smallest = SHAPE[dtype]
    exponent = math.frexp(value)[1] - 1 if value else smallest
    return math.ldexp(1.0, max(exponent, smallest) - (bits - 1))


def _inputs() -> Iterator[float]:
    """All bf16 numbers from 1/8 to 16 of both signs: inputs of every type but for fp8."""
    for exponent in range(-3, 4):
        for j in range(128):
            x = math.ldexp(1 + j / 128, exponent)
            yield from (x, -x)


@cache
def _values(formula: str, pass_: str) -> tuple[float, ...]:
    return tuple(FUNCTIONS[formula, pass_](x) for x in _inputs())


@dataclass(frozen=True)
class Within:
    """A certificate: errors that are nowhere exceeded, and (x, metric, error) that are reached."""

    ulp: float
    absolute: float
    reached: tuple[tuple[float, str, float], ...]


@cache
def least_distance(
    own: str, truth: str, pass_: str, dtype: str, certificate: Within
) -> Mapping[str, float]:
    """What a kernel errs at least against `truth`, given its certificate against `own`.

    Lower bounds of max_ulp, max_abs and max_rel, with 1e-6 of slack for the rounding of doubles.
    """
    found = {"max_ulp": 0.0, "max_abs": 0.0, "max_rel": 0.0}
    normal = math.ldexp(1.0, SHAPE[dtype][1])

    def add(least: float, right: float) -> None:
        if least > 0 and math.isfinite(least):
            found["max_abs"] = max(found["max_abs"], least)
            found["max_ulp"] = max(found["max_ulp"], least / spacing(right, dtype))
            if abs(right) >= normal:
                found["max_rel"] = max(found["max_rel"], least / abs(right))

    for mine, right in zip(_values(own, pass_), _values(truth, pass_), strict=True):
        error = min(certificate.ulp * spacing(mine, dtype), certificate.absolute)
        add(abs(mine - right) - error - SLACK * (abs(mine) + abs(right)), right)
    for x, metric, size in certificate.reached:
        if abs(x) <= FAR:
            mine, right = FUNCTIONS[own, pass_](x), FUNCTIONS[truth, pass_](x)
            error = size * spacing(mine, dtype) if metric == "max_ulp" else size
            results = (mine - error, mine + error)
            least = min(abs(result - right) for result in results)
            add(least - SLACK * (abs(mine) + abs(right) + error), right)
    return found
