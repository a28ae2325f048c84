# SPDX-License-Identifier: Apache-2.0
"""How two runs are usually compared: no pairs, a process each. For the proof, not for verdicts."""

from __future__ import annotations

from functools import cache

import numpy as np

REPETITIONS = 9


def repetitions(bursts: np.ndarray) -> np.ndarray:
    """What a benchmark program reports: the mean time of each of some repetitions."""
    return np.array([part.mean() for part in np.array_split(bursts, REPETITIONS)])


@cache
def _arrangements(n: int, m: int, u: int) -> int:
    """Orders of n and m values in which u pairs stand the wrong way (Mann and Whitney, 1947)."""
    if u < 0:
        return 0
    if n == 0 or m == 0:
        return int(u == 0)
    return _arrangements(n - 1, m, u - m) + _arrangements(n, m - 1, u)


def u_test(a: np.ndarray, b: np.ndarray) -> float:
    """Two-sided p of the Mann-Whitney U test, exact; ties count half."""
    n, m = len(a), len(b)
    u = float(sum((a[:, None] > b).sum(axis=1)) + 0.5 * (a[:, None] == b).sum())
    least = int(np.floor(min(u, n * m - u)))
    total = sum(_arrangements(n, m, i) for i in range(n * m + 1))
    return min(1.0, 2 * sum(_arrangements(n, m, i) for i in range(least + 1)) / total)


def slower(base: np.ndarray, head: np.ndarray, minimum_pct: float) -> dict[str, bool]:
    """What each way says of the bursts of two launches."""
    a, b = repetitions(base), repetitions(head)
    limit = 1 + minimum_pct / 100
    return {
        "mean": bool(b.mean() >= a.mean() * limit),
        "minimum": bool(b.min() >= a.min() * limit),
        # compare.py calls p < 0.05 a difference; the direction is that of the medians.
        "u_test": bool(u_test(a, b) < 0.05 and np.median(b) > np.median(a)),
    }
