# SPDX-License-Identifier: Apache-2.0
"""The inputs of gelu-throughput (benchmarks/inputs.cpp), element for element."""

from __future__ import annotations

import numpy as np

PERIOD = 1 << 20


def _mix(z: np.ndarray) -> np.ndarray:
    z = z + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _log(a: np.ndarray) -> np.ndarray:
    m, exponent = np.frexp(a)
    low = m < float.fromhex("0x1.6a09e667f3bcdp-1")
    m, exponent = np.where(low, 2 * m, m), exponent - low
    s = (m - 1) / (m + 1)
    s2, total = s * s, np.zeros_like(s)
    for k in range(21, 0, -2):
        total = total * s2 + 1.0 / k
    return exponent * float.fromhex("0x1.62e42fefa39efp-1") + 2 * s * total


def normal(seed: int, n: int) -> np.ndarray:
    """N(0,1) as f64; the sequence repeats after 2^20 elements."""
    index = np.arange(min(n, PERIOD), dtype=np.uint64)
    out, left, attempt = np.empty(index.size), index, 0
    with np.errstate(over="ignore"):
        start = _mix(np.full(1, seed, dtype=np.uint64))
        while left.size:
            bits = _mix(_mix(start + left) + np.uint64(attempt))
            u = (bits >> np.uint64(32)).astype(float) * 2.0**-31 - 1
            v = (bits & np.uint64(0xFFFFFFFF)).astype(float) * 2.0**-31 - 1
            r = u * u + v * v
            good = (r > 0) & (r < 1)
            u, r = u[good], r[good]
            out[left[good]] = u * np.sqrt(-2 * _log(r) / r)
            left, attempt = left[~good], attempt + 1
    return np.resize(out, n)


def fill(name: str, seed: int, n: int, dtype: str) -> np.ndarray:
    """`normal1` or `normal2` as f32, or as the bits of bf16."""
    values = normal(seed, n) * {"normal1": 1, "normal2": 2}[name]
    return to_bits(values.astype(np.float32), dtype)


def to_bits(values: np.ndarray, dtype: str) -> np.ndarray:
    """f32 as it is, or rounded to nearest even to bf16 (as uint16)."""
    if dtype == "f32":
        return values
    bits = values.view(np.uint32)
    return ((bits + np.uint32(0x7FFF) + ((bits >> np.uint32(16)) & 1)) >> np.uint32(16)).astype(
        np.uint16
    )
