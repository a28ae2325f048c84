# SPDX-License-Identifier: Apache-2.0
"""Search for the constants that composites.sollya starts from.

    build/venv/bin/python scripts/sollya/search_composites.py erf value 5 4 5.45

prints the least largest error found and two lists: of p and of `added`. q(t) is the polynomial p of
t = |x|, then `squares` times q^2 + added; wanted is t q(t) for what |x| loses (value) or
(zero - t) q(t) for the derivative (gradient), with q(high) = 0. What another seed finds too, within
a tenth, is likely all there is; a larger `high` cuts less of the tail and is harder to meet.
"""

import argparse
import contextlib
import math

import numpy as np
from numpy.polynomial import Polynomial
from scipy.optimize import brentq, linprog

CENTRE = 4.0  # p in powers of t / CENTRE - 1 while searching: well conditioned up to 2 CENTRE
ERFC = np.frompyfunc(lambda t: math.erfc(t / math.sqrt(2)) / 2, 1, 1)


def cumulative(form, t):
    """(Phi(-t), its density at t), of the form's Phi."""
    if form == "erf":
        return np.asarray(ERFC(t), float), np.exp(-t * t / 2) / math.sqrt(2 * math.pi)
    c = 1.702 if form == "sigmoid" else 2 * math.sqrt(2 / math.pi)
    k = 0.0 if form == "sigmoid" else 0.044715
    left = 1 / (1 + np.exp(c * (t + k * t**3)))
    return left, left * (1 - left) * c * (1 + 3 * k * t * t)


def derivative(form, t):
    """The derivative of the form's x Phi(x) at x = -t."""
    phi, density = cumulative(form, t)
    return phi - t * density


class Composite:
    """What is wanted on a grid of t, and descent towards it. `at` is [p..., added...]."""

    def __init__(self, form, gradient, degree, squares, high, points):
        self.degree, self.squares = degree, squares
        t = (1 - np.cos(np.linspace(0, np.pi, points))) / 2 * high
        phi, _ = cumulative(form, t)
        zero = brentq(lambda u: derivative(form, u), 0.5, 1) if gradient else 0.0
        self.powers = np.vander(t / CENTRE - 1, degree + 1, increasing=True)
        self.weight = zero - t if gradient else t
        self.wanted = derivative(form, t) if gradient else t * phi
        # q at these points exactly: 0 at `high`, and the derivative 1/2 at 0.
        self.exact = {-1: 0.0, 0: 0.5 / zero} if gradient else {-1: 0.0}

    def composed(self, at):
        """q on the grid, and its derivatives with respect to `at`."""
        q = self.powers @ at[: self.degree + 1]
        slopes = np.hstack([self.powers, np.zeros((len(q), self.squares))])
        for k in range(self.squares):
            slopes *= 2 * q[:, None]
            slopes[:, self.degree + 1 + k] += 1
            q = q * q + at[self.degree + 1 + k]
        return q, slopes

    def error(self, q):
        """What descents lower: the largest error, and how far off the exact points are."""
        largest = np.abs(self.weight * q - self.wanted).max()
        return largest + 20 * sum(abs(q[i] - v) for i, v in self.exact.items())

    def start(self, added):
        """Least squares for p, from what the squares have to be given."""
        q = np.abs(np.divide(self.wanted, self.weight, where=np.abs(self.weight) > 1e-9,
                             out=np.full(len(self.weight), 0.5)))  # fmt: skip
        weights = np.abs(self.weight) * q**0.95 + 1e-4
        for c in reversed(added):
            q = np.sqrt(np.maximum(q - c, 0))
        p = np.linalg.lstsq(self.powers * weights[:, None], q * weights, rcond=None)[0]
        return np.concatenate([p, added])

    def descend(self, at, steps=60):
        """Steps to the best of the linearised problem within a radius that follows its success."""
        radius, error = 0.1, self.error(self.composed(at)[0])
        for _ in range(steps):
            q, slopes = self.composed(at)
            off, per_step = self.weight * q - self.wanted, self.weight[:, None] * slopes
            ones = np.ones((len(q), 1))
            while True:
                scale = radius / error
                step = linprog(
                    np.append(np.zeros(len(at)), 1),
                    A_ub=np.block([[per_step * scale, -ones], [-per_step * scale, -ones]]),
                    b_ub=np.append(-off, off) / error,
                    A_eq=np.array([np.append(slopes[i] * scale, 0) for i in self.exact]),
                    b_eq=np.array([v - q[i] for i, v in self.exact.items()]) / error,
                    bounds=[(-1, 1)] * len(at) + [(0, None)],
                )  # fmt: skip
                if step.status == 0:
                    new = at + step.x[:-1] * radius
                    now = self.error(self.composed(new)[0])
                    if now < error * (1 - 1e-6):
                        break
                radius /= 4
                if radius < 1e-12:
                    return error, at
            if error - now > (error - step.x[-1] * error) / 2:
                radius = min(3 * radius, 1)
            at, error = new, now
        return error, at


def search(composite, tries, seed):
    """The best descent: a third of them from random constants, then from the best, disturbed."""
    chance = np.random.default_rng(seed)
    k, best = composite.squares, (math.inf, None)
    added = np.zeros(k)
    for done in range(1, tries + 1):
        with contextlib.suppress(np.linalg.LinAlgError):
            best = min(best, composite.descend(composite.start(added)), key=lambda found: found[0])
        if best[1] is None or 3 * done < tries:
            added = -chance.choice([1, 1, -1], k) * 10 ** chance.uniform(-4, -0.2, k)
            added[-1] = -abs(added[-1]) * 10 ** chance.uniform(-4, 0)
        else:
            added = best[1][composite.degree + 1 :] * np.exp(chance.normal(size=k) * 0.3)
            added[0] += chance.normal() * 0.03
            if chance.random() < 0.5:
                added[chance.integers(k)] *= np.exp(chance.normal() * 0.9)
    return best


def main():
    """Reads the command line, searches and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("form", choices=["erf", "tanh", "sigmoid"])
    parser.add_argument("what", choices=["value", "gradient"])
    parser.add_argument("degree", type=int, choices=range(1, 13))
    parser.add_argument("squares", type=int, choices=range(1, 7))
    parser.add_argument("high", type=float)
    parser.add_argument("--tries", type=int, default=100, help="descents (default: 100)")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not 1 <= args.high <= 16:
        parser.error("high: from 1 to 16")
    if args.tries < 1 or args.seed < 0:
        parser.error("--tries: at least 1; --seed: not negative")
    shape = (args.form, args.what == "gradient", args.degree, args.squares, args.high)
    _, at = search(Composite(*shape, points=100), args.tries, args.seed)
    if at is None:
        parser.exit(2, "search_composites: error: no start could be made; try another seed\n")
    fine = Composite(*shape, points=200)
    error, at = fine.descend(at)
    p = Polynomial(at[: args.degree + 1])(Polynomial([-1, 1 / CENTRE])).coef
    print(f"error {error:.3g}, of which the cut {abs(fine.wanted[-1]):.3g}")
    for values in (p, at[args.degree + 1 :]):
        print("[|", ", ".join(f"{v:.9g}" for v in values), "|]")


if __name__ == "__main__":
    main()
