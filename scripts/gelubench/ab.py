# SPDX-License-Identifier: Apache-2.0
"""Verdicts from bursts in pairs: what is resampled are launches, because a launch as a whole can be
off by a percent or two (where code, data and stack came to lie), and bursts within it cannot tell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DRAWS = 2000
INNER = 100
TAIL = 0.005  # of a 99 % interval, on each side
Ratios = list[np.ndarray]  # per launch: log(time of head / time of base), one for each round


@dataclass(frozen=True)
class Estimate:
    """Change of the time in percent, slower is positive, with its 99 % interval."""

    pct: float
    low: float
    high: float


@dataclass(frozen=True)
class Limits:
    """minimum: an effect that matters; floor: what an A/A comparison shows, too. In percent."""

    minimum: float
    floor: float

    @property
    def effect(self) -> float:
        """Nothing below the floor can be called a change."""
        return max(self.minimum, self.floor)


def _pct(log_ratio: float) -> float:
    return float(100 * np.expm1(log_ratio))


def estimate(launches: Ratios, rng: np.random.Generator) -> Estimate:
    """The median over launches of the median over rounds; both are bootstrapped."""
    count = len(launches)
    medians = np.array(
        [np.median(rng.choice(rounds, (INNER, len(rounds))), axis=1) for rounds in launches]
    )
    chosen = rng.integers(count, size=(DRAWS, count))
    inner = rng.integers(INNER, size=(DRAWS, count))
    drawn = np.median(medians[chosen, inner], axis=1)
    low, high = np.quantile(drawn, [TAIL, 1 - TAIL])
    middle = np.median([np.median(rounds) for rounds in launches])
    return Estimate(_pct(middle), _pct(low), _pct(high))


def floor(same: list[Estimate]) -> float:
    """What 95 of 100 comparisons of a build with itself stay within."""
    return float(np.quantile([abs(e.pct) for e in same], 0.95)) if same else 0.0


def verdict(e: Estimate, limits: Limits) -> str:
    if e.pct >= limits.effect and e.low > limits.floor:
        return "SLOWER"
    if e.pct <= -limits.effect and e.high < -limits.floor:
        return "FASTER"
    if -limits.effect < e.low and e.high < limits.effect:
        return "SAME"
    return "AMBIGUOUS"


def repeated(pooled: Estimate, again: Estimate, limits: Limits) -> str:
    """The verdict of a suspicious comparison that was measured once more.

    All launches together decide, and a change must stand in the new ones alone.
    """
    found = verdict(pooled, limits)
    if found == "SLOWER" and again.pct < limits.effect:
        return "AMBIGUOUS"
    if found == "FASTER" and again.pct > -limits.effect:
        return "AMBIGUOUS"
    return found
