# SPDX-License-Identifier: Apache-2.0
"""Search for the constants that erf_ratio.sollya starts from.

    build/venv/bin/python scripts/sollya/search_ratio.py [--seed N]

t M(t) = N / (k N + B), N = t + n1 t^2 + ... + n4 t^5, B = 2 + b1 t + b2 t^2 + b3 t^3, for Phi(-t) =
2^(-c t^2) M(t). Prints the largest relative error and the constants, rounded to float: rounding
them one by one loses a bit, so each rounding is made up for by the others, and then single ones and
pairs move by ulps while that helps.
"""

import argparse
import itertools
import math

import numpy as np
from scipy.special import erfcx

HIGH = 14.625
C = float(np.float32(math.log2(math.e) / 2))
# Dense at both ends of t / (t + 3).
S = HIGH / (HIGH + 3) * (1 - np.cos(np.pi * np.arange(1, 1000) / 999)) / 2
T = 3 * S / (1 - S)
M = erfcx(T / math.sqrt(2)) / 2 * np.exp2((C - math.log2(math.e) / 2) * T * T)
POWERS = np.array([T**j for j in range(6)])
DEGREES = (4, 3)  # of N / t and of B


def both(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """N / t and B of the coefficients and k."""
    n, b = DEGREES
    return 1 + x[:n] @ POWERS[1 : n + 1], 2 + x[n : n + b] @ POWERS[1 : b + 1]


def errors(x: np.ndarray) -> np.ndarray:
    n, b = both(x)
    return n / (x[-1] * T * n + b) / M - 1


def error(x: np.ndarray) -> float:
    return float(np.max(np.abs(errors(x))))


def slopes(x: np.ndarray) -> np.ndarray:
    """Of the errors, by each constant."""
    n, b = both(x)
    q = x[-1] * T * n + b
    by_n, by_b = b / q**2 / M, -n / q**2 / M
    rows = [by_n * POWERS[j + 1] for j in range(DEGREES[0])]
    rows += [by_b * POWERS[j + 1] for j in range(DEGREES[1])]
    return np.array([*rows, by_b * T * n]).T


def fitted(x: np.ndarray, free: list[int], rounds: int, lawson: bool) -> np.ndarray:
    """The best of the free constants: in the mean, or (Lawson 1961) for the largest error."""
    x, best, weight = x.copy(), x, np.ones_like(T)
    for _ in range(rounds):
        j = slopes(x)[:, free] * np.sqrt(weight)[:, None]
        size = np.linalg.norm(j, axis=0)
        x[free] += np.linalg.lstsq(j / size, -errors(x) * np.sqrt(weight), rcond=1e-15)[0] / size
        if lawson:
            weight *= np.abs(errors(x)) + 1e-12
            weight /= weight.mean()
        if error(x) < error(best):
            best = x.copy()
    return best if lawson else x


def moved(c: float, ulps: int) -> float:
    c32 = np.float32(c)
    return float(c32 + np.float32(ulps) * np.spacing(c32))


def rounded(x: np.ndarray, order: np.ndarray, start: np.ndarray) -> np.ndarray:
    x = x.copy()
    for i, index in enumerate(order):
        x[index] = moved(x[index], int(start[i]))
        if i + 1 < len(order):
            x = fitted(x, list(order[i + 1 :]), 4, lawson=False)
    return x


def descended(x: np.ndarray) -> np.ndarray:
    found, better = error(x), True
    while better:
        better = False
        for i, j in itertools.combinations_with_replacement(range(len(x)), 2):
            for a, b in itertools.product(range(-3, 4), range(-3, 4) if i != j else (0,)):
                y = x.copy()
                y[i] = moved(y[i], a)
                y[j] = moved(y[j], b)
                if (e := error(y)) < found * 0.9999:
                    x, found, better = y, e, True
    return x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tries", type=int, default=20)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    start = np.array([0.9, 0.385, 0.087, 0.009, 0.89, 0.22, 0.023, math.sqrt(2 * math.pi)])
    x = fitted(start, list(range(len(start))), 400, lawson=True)
    print(f"not rounded: 2^{math.log2(error(x)):.2f}")
    best = None
    for _ in range(options.tries):
        order, steps = rng.permutation(len(x)), rng.integers(-2, 3, len(x))
        y = descended(rounded(x, order, steps))
        if best is None or error(y) < error(best):
            best = y
            print(f"2^{math.log2(error(y)):.2f}:", ", ".join(float(v).hex() for v in y), flush=True)


if __name__ == "__main__":
    main()
