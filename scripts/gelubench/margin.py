# SPDX-License-Identifier: Apache-2.0
"""How much faster one row of a run is than another, and how well the samples tell."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from statistics import median

import numpy as np

from gelubench.files import Record

RESAMPLES = 4000
# Fewer samples than this give no interval.
LEAST = 3
# From launch to launch code and pages lie elsewhere, which moves a row by up to this (method.md).
LAUNCH = 0.02


@dataclass(frozen=True)
class Margin:
    """Time of the slower over time of the faster; 1.1: ten percent more."""

    ratio: float
    low: float | None  # 95 % interval over the samples of the record
    high: float | None
    paired: bool  # samples were divided by the roof's nearest in time

    @property
    def clear(self) -> bool:
        """Told apart by the samples, and by more than launches differ."""
        return self.low is not None and self.low > 1 and self.ratio >= 1 + LAUNCH


@cache
def _words(count: int, seed: int) -> np.ndarray:
    """Random 32-bit words: a counter through the finaliser of MurmurHash3 (Appleby, 2011).

    The page of `report` draws the same ones, which is why no library's generator is used.
    """
    h = (np.arange(1, count + 1, dtype=np.uint64) * 0x9E3779B9 + seed) & 0xFFFFFFFF
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        h = ((h ^ (h >> np.uint64(shift))) * factor) & 0xFFFFFFFF
    return h ^ (h >> np.uint64(16))


def _resampled(first: list[float], second: list[float], seed: int) -> list[float]:
    """Sorted ratios of medians, second over first, each of samples drawn with replacement."""
    width = len(first) + len(second)
    words = _words(RESAMPLES * width, seed).reshape(RESAMPLES, width)

    def medians(samples: list[float], drawn: np.ndarray) -> np.ndarray:
        index = (drawn * len(samples)) >> np.uint64(32)
        return np.median(np.array(samples)[index], axis=1)

    ratios = medians(second, words[:, len(first) :]) / medians(first, words[:, : len(first)])
    return np.sort(ratios).tolist()


def _nearest(row: Record, roof: Record) -> list[int]:
    """Of each sample, the place of the roof's sample nearest in time, by time."""
    at = sorted(roof["sample_times_s"])

    def nearest(time: float) -> int:
        i = bisect_left(at, time)
        near = [j for j in (i - 1, i) if 0 <= j < len(at)]
        return min(near, key=lambda j: abs(at[j] - time))

    return [nearest(time) for time in row["sample_times_s"]]


def _over_roof(row: Record, roof: Record) -> list[float]:
    """Each sample as a multiple of the roof's sample nearest in time."""
    of = [sample for _, sample in sorted(zip(roof["sample_times_s"], roof["samples"], strict=True))]
    return [s / of[j] for s, j in zip(row["samples"], _nearest(row, roof), strict=True)]


def are_near(row: Record, roof: Record) -> bool:
    """Whether samples of the two were taken at the same times.

    Of a row that was measured once more, after all the rest, one sample is nearest to all of the
    other row's: pairs tell nothing.
    """
    alone = min(len(row["samples"]), len(roof["samples"])) == 1
    return alone or len(set(_nearest(row, roof))) > 1


def paired_ratio(row: Record, other: Record) -> float:
    """Median of the samples' ratios to those of `other` nearest in time."""
    return median(_over_roof(row, other))


def _usable(*rows: Record) -> bool:
    return all(len(r["samples"]) == len(r["sample_times_s"]) >= LEAST for r in rows)


def margin(faster: Record, slower: Record, roof: Record | None = None, seed: int = 1) -> Margin:
    """Ratio of the medians, its interval by a percentile bootstrap over the samples.

    Both rows are divided by the same roof, so a machine that changes its speed moves both.
    """
    ratio = slower["ns_per_element"]["median"] / faster["ns_per_element"]["median"]
    rows = (faster, slower)
    paired = roof is not None and _usable(*rows, roof) and all(are_near(r, roof) for r in rows)
    if paired:
        assert roof is not None
        first, second = _over_roof(faster, roof), _over_roof(slower, roof)
    else:
        first, second = faster["samples"], slower["samples"]
    if min(len(first), len(second)) < LEAST:
        return Margin(ratio, None, None, paired)
    ratios = _resampled(first, second, seed)
    low, high = ratios[round(0.025 * RESAMPLES)], ratios[round(0.975 * RESAMPLES) - 1]
    return Margin(median(second) / median(first) if paired else ratio, low, high, paired)
